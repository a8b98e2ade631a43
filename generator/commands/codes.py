"""All codes, collected from the modules that yield them: for `explain` and registry/PROBLEMS.md."""

from __future__ import annotations

from generator import rules
from generator.problems.code import Code, codes_of
from generator.problems.codes import table

MODULES = rules.MODULES
CODES: dict[str, Code] = {code: code for code in sorted((*codes_of(MODULES), *table.CODES.values()))}

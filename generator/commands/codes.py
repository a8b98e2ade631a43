"""All codes, collected from the modules that yield them: for `explain` and registry/PROBLEMS.md."""

from __future__ import annotations

from generator import history, rules
from generator.doors import disk
from generator.intake import filled, mapping, plain, sent, terms, told, values
from generator.intake.opening import package, tableform, wordform
from generator.problems.code import Code, codes_of
from generator.problems.codes import table
from generator.site import output, verify
from generator.site.map import ground

_INTAKE = (disk, package, sent, filled, wordform, tableform, plain, told, terms, values, mapping)
MODULES = (*rules.MODULES, *history.MODULES, output, verify, ground, *_INTAKE)
CODES: dict[str, Code] = {code: code for code in sorted((*codes_of(MODULES), *table.CODES.values()))}

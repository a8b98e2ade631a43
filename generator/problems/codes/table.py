"""The codes of the families that still stand in tables."""

from __future__ import annotations

from generator.problems.code import Code
from generator.problems.codes.reading import FIELD_CODES, WRITING_CODES

_ROWS = (*WRITING_CODES, *FIELD_CODES)
CODES = {row[0]: Code(*row[:3], meaning=row[3], bad=row[4], remedy=row[5]) for row in _ROWS}

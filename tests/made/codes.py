"""All codes that there are."""

from __future__ import annotations

from generator.commands.codes import every

CODES = every()

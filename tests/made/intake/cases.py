"""All damaged files with what is expected of each: the report, then each draft. `python -m tests.tools.bless` writes it down."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from types import ModuleType

from tests import ROOT
from tests.made.intake import (
    collecting_tools,
    damaged_boxes,
    damaged_dates,
    damaged_files,
    damaged_heads,
    damaged_kinds,
    damaged_rows,
    damaged_sheets,
    damaged_tables,
    damaged_text,
    damaged_word,
    naming_ground,
    naming_written,
    sheets,
)
from tests.made.intake.builders import read

EXPECTED = ROOT / "tests/intake/expected"
_MODULES = (
    damaged_word,
    collecting_tools,
    damaged_boxes,
    damaged_tables,
    damaged_heads,
    damaged_rows,
    damaged_dates,
    damaged_text,
    damaged_files,
    damaged_kinds,
    damaged_sheets,
    naming_written,
)
_NAMING, _RETURNED = "written_", "sheets_"
_DATUM = {"tables_points": "gcj02"}


def cases() -> dict[str, Callable[[], Mapping[str, bytes]]]:
    """What makes the files of each case, by name."""
    found: dict[str, Callable[[], Mapping[str, bytes]]] = {}
    for module in _MODULES:
        kind = module.__name__.rpartition("_")[2]
        found |= {f"{kind}_{name}": make for name, make in _public(module).items()}
    return found


def outcome(name: str) -> str:
    """The report of a case and the text of each draft."""
    if name.startswith(_NAMING):
        return naming_ground.told(cases()[name]())
    if name.startswith(_RETURNED):
        return sheets.outcome(cases()[name]())
    made = read(cases()[name](), _DATUM.get(name, "wgs84"), collecting_tools.SETTLED.get(name))
    lines = [*made.told("registry"), *made.written("registry"), made.summary()]
    told = ["\n".join(lines) + "\n"]
    told += [f"---- {draft.output.path}\n{draft.output.content.decode()}" for draft in made.drafts]
    return "\n".join(told)


def bless() -> None:
    """Write down what all cases tell now."""
    EXPECTED.mkdir(exist_ok=True)
    for path in EXPECTED.glob("*.txt"):
        path.unlink()
    for name in cases():
        (EXPECTED / f"{name}.txt").write_text(outcome(name), encoding="utf-8", newline="\n")


def shown() -> dict[str, str]:
    """For each code of filled forms what is shown in the first case that tells it."""
    found: dict[str, str] = {}
    for path in sorted(EXPECTED.glob("*.txt")):
        lines = path.read_text(encoding="utf-8").split("\n")
        for line, after in pairwise(lines):
            code = re.search(r": (?:错误|警告) (I[0-9]{3}): ", line)
            if code:
                found.setdefault(code[1], f"{line}\n{after}")
    return found


def _public(module: ModuleType) -> dict[str, Callable[[], Mapping[str, bytes]]]:
    return {
        name: make
        for name, make in vars(module).items()
        if callable(make) and not name.startswith("_") and getattr(make, "__module__", "") == module.__name__
    }

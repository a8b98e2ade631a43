"""The benchmark: `python3 run.py bench`. Not part of the tests; it needs Linux or macOS."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests import ROOT
from tests.bench.measuring import Failed
from tests.bench.results import Results
from tests.bench.rounds import PARTS, Round
from tests.bench.table import markdown

_SIZES, _LARGE = [1_500, 10_000], 100_000
_RESULTS = ROOT / "tests" / "bench" / "RESULTS.md"
TOOLS = ROOT / ".venv" / "bench"


def main() -> int:
    """Measure what was asked for; print the table, and write it where everything was measured."""
    given = parser().parse_args()
    sizes = [*given.counts, *given.sizes] or [*_SIZES, *([_LARGE] if given.all else [])]
    told = Results()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=given.work) as work:
        for count in sizes:
            try:
                Round(count, set(given.only), Path(work, str(count)), TOOLS, told).measure(given.rounds)
            except Failed as failed:
                told.notes.append(f"{count:,}: {failed}")
    text = markdown(told, given.rounds)
    print(text)
    whole = set(given.only) == set(PARTS) and set(_SIZES) <= set(sizes)
    if given.out or whole:
        (given.out or _RESULTS).write_text(text, encoding="utf-8", newline="\n")
    return 0 if any(row.ours for row in told.rows) else 1


def parser() -> argparse.ArgumentParser:
    """The words that it understands."""
    asked = argparse.ArgumentParser(
        prog="run.py bench", description="Measure the program beside others that make the same site."
    )
    asked.add_argument("counts", type=int, nargs="*", help="numbers of records (1500 10000)")
    asked.add_argument("--sizes", type=_numbers, default=[], help="the same with commas: 1500,10000")
    asked.add_argument("--all", action="store_true", help="100,000 records too")
    asked.add_argument("--rounds", type=int, default=3, help="measurements of each (3)")
    asked.add_argument("--only", type=_parts, default=[*PARTS], help=f"only these: {','.join(PARTS)}")
    asked.add_argument("--work", type=Path, help="the folder to work in, such as a disk in memory")
    asked.add_argument("--out", type=Path, help="where the table is written, whatever was measured")
    return asked


def _numbers(text: str) -> list[int]:
    return [int(word) for word in text.split(",")]


def _parts(text: str) -> list[str]:
    words = text.split(",")
    unknown = set(words) - set(PARTS)
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))}: not one of {', '.join(PARTS)}")
    return words


if __name__ == "__main__":
    sys.exit(main())

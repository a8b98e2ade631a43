"""Spoil registries, forms and histories at random, and see that the program keeps its promises: `python -m tests.tools.fuzz`.

`--runs N` runs from number `--first`, `--seed S` others; a run that failed is repeated alone by `--first NUMBER --runs 1`.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.made import fuzzed

_LINES = 12  # of a traceback


def main() -> int:
    """Run; 1 if a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    came: Counter[tuple[str, str]] = Counter()
    for number in range(chosen.first, chosen.first + chosen.runs):
        with TemporaryDirectory(prefix="fuzz-") as folder:
            run = fuzzed.Run(chosen.seed, number, Path(folder))
            try:
                came[fuzzed.subject(number), fuzzed.tried(run)] += 1
            except Exception:
                came[fuzzed.subject(number), "BROKEN"] += 1
                told = "\n".join(traceback.format_exc().splitlines()[-_LINES:])
                print(f"run {number}: {'; '.join(run.done)}\n{told}\n", flush=True)
    for (subject, word), count in sorted(came.items()):
        print(f"{subject:10} {word:12} {count:6}")
    return int(any(word == "BROKEN" for _, word in came))


if __name__ == "__main__":
    sys.exit(main())

"""Write a made-up registry: `python -m tests.made.synthetic 1500 DIR [--seed N]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.doors import disk
from tests.made.synthetic import SEED, outputs


def main() -> None:
    """Write the registry to a new or empty folder."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.made.synthetic", description="Write a made-up registry."
    )
    parser.add_argument("count", type=int, help="number of workshops")
    parser.add_argument("folder", type=Path, help="a new or empty folder")
    parser.add_argument("--seed", type=int, default=SEED, help="the same number gives the same registry")
    given = parser.parse_args()
    if given.folder.exists() and (not given.folder.is_dir() or any(given.folder.iterdir())):
        parser.error(f"{given.folder} exists and is not an empty folder")
    disk.write(given.folder, outputs(given.count, given.seed))


if __name__ == "__main__":
    main()

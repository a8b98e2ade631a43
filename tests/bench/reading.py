"""Only reading: `python -m tests.bench.reading ours|yaml REGISTRY`, our reader, or nothing but libyaml over the same files."""

from __future__ import annotations

import sys
from pathlib import Path


def main(way: str, registry: Path) -> None:
    """Read all files of a registry."""
    if way == "ours":
        from generator.doors import build

        build.read(registry)
        return
    import yaml

    for path in sorted(registry.rglob("*.yml")):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

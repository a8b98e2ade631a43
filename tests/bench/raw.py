"""Writing the same files raw: all bytes of a site into memory, then elsewhere. `python raw.py SITE TO`; what no program can go below."""

import sys
from pathlib import Path


def main(site: Path, to: Path) -> None:
    """Copy a folder by way of memory."""
    held = [(path.relative_to(site), path.read_bytes()) for path in site.rglob("*") if path.is_file()]
    made = set()
    for name, content in held:
        path = to / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

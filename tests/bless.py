"""Write down as expected what the cases tell now: `python -m tests.bless`, then read the difference in git.

Also renews registry/PROBLEMS.md and registry/schema, which are made from the same.
"""

from __future__ import annotations

from pathlib import Path

from tests import casefiles

_LAST = "\nproblems:"


def blessed(path: Path) -> str:
    """The text that a case file should have: all before `problems:` as it is."""
    text = path.read_text(encoding="utf-8")
    head = text.partition(_LAST)[0].rstrip("\n")
    told = casefiles.told(casefiles.load(path))
    if not told:
        return f"{head}{_LAST} []\n"
    items = ["  - |-\n" + "\n".join(f"    {line}" for line in item.split("\n")) for item in told]
    return f"{head}{_LAST}\n" + "\n".join(items) + "\n"


def main() -> None:
    """Write all expectations."""
    for path in casefiles.paths():
        path.write_text(blessed(path), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""Write down as expected what the cases tell now: `python -m tests.tools.bless`, then read the difference in git.

Also renews everything in registry/ that is made from tables: PROBLEMS.md, schema/, the field tables of README.md.
"""

from __future__ import annotations

from pathlib import Path

from generator import cli
from generator.doors.disk import write
from generator.problems.guide import guide
from generator.site.output import text_output
from tests import ROOT
from tests.made import casefiles, miniature
from tests.made.codes import CODES
from tests.made.intake import cases

REGISTRY = ROOT / "registry"
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


def outputs() -> dict[str, str]:
    """For each code what is shown in its first case, as the case files (of filled forms: their reports) hold it."""
    shown = cases.shown()
    for path in sorted(casefiles.paths(), key=lambda path: path.name):
        for item in casefiles.load(path)["problems"]:
            if f" {path.stem.split('_')[0]}: " in item:
                shown.setdefault(path.stem.split("_")[0], item)
    return shown


def main() -> None:
    """Write all expectations, and everything in registry/ that is made from the tables."""
    cli.main(["generate"])
    for path in casefiles.paths():
        path.write_text(blessed(path), encoding="utf-8", newline="\n")
    cases.bless()
    write(REGISTRY, [text_output("PROBLEMS.md", guide(CODES.values(), outputs()), "codes.py")])
    miniature.bless()


if __name__ == "__main__":
    main()

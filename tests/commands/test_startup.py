"""What a command loads: large packages are loaded by the commands that need them, so that all others start at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import COMMANDS
from generator.doors import disk
from generator.site.output import Output, outputs
from tests import ROOT
from tests.made import miniature, samples

HEAVY = (
    *("PIL", "docx", "folium", "icalendar", "jinja2", "lxml", "mkdocs", "numpy", "openpyxl", "pypinyin", "rich"),
    *("segno", "selectolax", "shapely", "typst", "xlsxwriter"),
)  # fmt: skip
# A command, and the most that it loads of these; {lived}: a registry with a point and a photograph.
LOADS = """\
--help:
check:
check --fix --at HEAD:
check --registry {lived}: PIL numpy shapely
check --since HEAD:
diff HEAD:
explain F204:
explain S101:
explain R381:
explain H452:
explain I602: lxml
explain P509: PIL jinja2 lxml numpy selectolax shapely
new --help:
import --help:
import there/is/no/such.xlsx --dry-run: lxml pypinyin
call --help:
serve --help:
archive --help:
round --help: PIL jinja2 lxml
sheet --help: PIL jinja2 lxml
""".splitlines()
_RUN = """\
import sys
from generator import cli
try:
    cli.main(sys.argv[1:])
except SystemExit:
    pass
sys.stderr.write("\\n" + " ".join(sys.modules))
"""


def _loaded(words: list[str]) -> set[str]:
    """The large packages that a command loads."""
    command = [sys.executable, "-X", "utf8", "-c", _RUN, *words]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    return set(ran.stderr.decode().splitlines()[-1].split()) & set(HEAVY)


@pytest.mark.parametrize("line", LOADS)
def test_it_loads_no_more_than_it_needs(line: str, tmp_path: Path) -> None:
    words, _, allowed = line.partition(":")
    if "{lived}" in words:
        photo = Output("photos/dl0001-1.jpg", samples.picture(), "test")
        disk.write_new(tmp_path, [*outputs(miniature.texts(), "test"), photo])
    assert _loaded(words.format(lived=tmp_path).split()) <= set(allowed.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_what_it_takes(name: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "generator", name, "--help"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert ran.stdout.decode().startswith(f"用法：python -m generator {name} ")

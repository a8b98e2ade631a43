"""A hostile pull request: each gets its problems and nothing else, in bounded memory and time, and a comment that cannot act."""

from __future__ import annotations

import re
import struct
import sys
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.made import program, repositories
from tests.made.repositories import FOURTH, THIRD, Repository, record

_BOUNDS = (2 << 30, 60)  # bytes of memory and seconds of computing that a forge may have to spare
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of Unix")
RECORD, BORDERS, LAND = f"registry/{FOURTH}", "registry/geo/districts.geojson", "registry/geo/land.geojson"
NAME = "<img src=x onerror=alert(1)>@everyone ```</code>职工创新工作室"
Entries = Mapping[str, tuple[str, str]]


def _files(**held: str) -> Entries:
    """Plain files by the names that the constants above have."""
    return {globals()[name]: ("100644", text) for name, text in held.items()}


def _many(count: int, path: str, text: Callable[[int], str]) -> Entries:
    return {f"registry/{path.format(number)}": ("100644", text(number)) for number in range(count)}


def _bomb() -> bytes:
    """A picture of 60,000 by 60,000 that takes a kilobyte."""

    def chunk(name: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1_000_000), 9)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


# What the change brings, and the codes of what is told.
CASES: dict[str, tuple[Entries, set[str]]] = {
    "script in a record": (_files(RECORD=record(4, "x").replace("x职工创新工作室", NAME)), {"H418", "R313"}),
    "aliases that multiply": (
        _files(RECORD="a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n"),
        {"S120"},
    ),
    "40,000 brackets": (_files(RECORD="id: " + "[" * 40_000), {"S125"}),
    "a line of signs": (_files(RECORD=record(4, "钱江") + "summary: " + "a:" * 30_000 + "\n"), {"S128"}),
    "a line of digits": (_files(RECORD=record(4, "钱江") + "summary: " + "1390" * 15_000 + "\n"), {"F213"}),
    "a record of nothing": (_files(RECORD="\0" * 60_000), {"S110"}),
    "a record of 10 MB": (_files(RECORD="#" * 10_000_000), {"S102"}),
    "GeoJSON of 8 million brackets": (_files(BORDERS="[" * 8_000_000), {"R378", "H446"}),
    "a coordinate of 5 million digits": (
        _files(LAND=f'{{"features": [{{"geometry": {{"coordinates": [[[{"9" * 5_000_000}, 39]]]}}}}]}}'),
        {"R379", "H446"},
    ),
    "14 files of 8 MB": (_many(14, "A{}.md", lambda number: f"{number:02}" * 4_000_000), {"H454"}),
    "10,000 files": (_many(10_000, "photos/a-{}.png", lambda number: "x"), {"H451"}),
    "a workflow": ({".github/workflows/check.yml": ("100644", "on: pull_request_target\n")}, {"H453"}),
    "a workflow beside a record": (
        {".github/workflows/check.yml": ("100644", "on: push\n"), RECORD: ("100644", record(4, "钱江"))},
        {"H452"},
    ),
    "links": (
        {f"registry/{THIRD}": ("120000", "/etc/passwd"), "notes": ("120000", "/etc")},
        {"S101", "H441"},
    ),
    "a link where the registry was": ({"registry/workshops": ("120000", "/etc")}, {"S101", "H401"}),
    "a submodule": ({RECORD: ("160000", "1" * 40)}, {"S101"}),
    "a path with a newline": (
        {"registry/workshops/0000/DL0004.yml\n::error::x.yml": ("100644", record(4, "钱江"))},
        {"H444", "R301"},
    ),
    "a path that is a command": (
        {"registry/workshops/0000/$(id)`id`;id|DL0004.yml": ("100644", record(4, "钱江"))},
        {"H444", "R301"},
    ),
    "twins": ({"registry/workshops/0000/dl0003.yml": ("100644", record(4, "钱江"))}, {"H443", "R301"}),
}


def _run(repository: Repository, *words: str) -> program.Done:
    asked = ("generator", *words, "--registry", "registry")
    return program.run(*asked, cwd=repository.top, bounds=_BOUNDS, SOURCE_DATE_EPOCH="1772323200")


def _judged(repository: Repository, told: set[str]) -> None:
    """Both commands on the branch `change`: these codes and no others, and a comment in which nothing acts."""
    repository.git("checkout", "-q", "-f", "main")
    judged = _run(repository, "check", "--since", "main", "--at", "change", "--format", "github")
    assert judged.stderr == ""
    assert judged.returncode == (0 if told == {"H453"} else 1)
    *annotations, summary = judged.stdout.splitlines()
    assert re.fullmatch(r"[0-9]+ 条记录，[0-9]+ 个错误，[0-9]+ 个警告", summary)
    shapes = [
        re.fullmatch(r"::(?:error|warning) file=[^:]*,title=([A-Z][0-9]+)::.+", line) for line in annotations
    ]
    assert {shape and shape[1] for shape in shapes} == told
    shown = _run(repository, "diff", "main", "--at", "change")
    assert (shown.returncode, shown.stderr) == (0, "")
    pages = re.compile(r"<details><summary>会变的网页（[0-9]+ 个）</summary>\n|</details>\n")
    assert set(re.findall(r"</?([^ />]*)", pages.sub("", shown.stdout))) <= {
        "code",
        "br",
        "del",
        "ins",
        "b",
        "a",
    }
    assert len(pages.findall(shown.stdout)) in (0, 2)
    assert "@" not in shown.stdout
    assert not re.search(r"(?m)^(?:::|`)|!\[|\]\(", shown.stdout)
    assert len(shown.stdout) <= 60_000
    assert repository.git("status", "--porcelain") == ""


@pytest.mark.parametrize("name", CASES)
def test_it_gets_a_problem_and_nothing_else(name: str, model: Repository, tmp_path: Path) -> None:
    entries, told = CASES[name]
    repository = repositories.copied(model, tmp_path / "here")
    repository.git("checkout", "-q", "-b", "change")
    if name == "a link where the registry was":
        repository.git("rm", "-rq", "--cached", "registry/workshops")
    repository.commit_entries(entries)
    _judged(repository, told)


def test_a_picture_that_is_a_bomb(model: Repository, tmp_path: Path) -> None:
    repository = repositories.copied(model, tmp_path / "here")
    repository.git("checkout", "-q", "-b", "change")
    (repository.registry / "photos/dl0001-1.jpg").write_bytes(_bomb())
    (repository.registry / "photos/dl0001-2.png").write_bytes(_bomb())
    repository.commit()
    _judged(repository, {"R402", "R403", "R404", "H471"})

"""Archives as people and enemies make them: what comes out of each, and by what name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from generator.intake.notes import Refusal
from generator.intake.rounds.unpacking import Room, Sent, is_left_behind, unpacked
from tests.made import rounds
from tests.made.intake import builders

DOCX = builders.blank()
Told = list[tuple[str, str]]  # the names of what came out, and `whole`, or words of why not


def _zip(*entries: tuple[str, bytes], level: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", level) as made:
        for name, content in entries:
            made.writestr(name, content)
    return held.getvalue()


def _nested(depth: int) -> bytes:
    content = _zip(("a.docx", b"a"))
    for _ in range(depth):
        content = _zip(("里.zip", content))
    return content


def _locked() -> bytes:
    content = bytearray(_zip(("a.docx", b"a")))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(sign) + place] |= 1
    return bytes(content)


def _false_size() -> bytes:
    """The archive says that its file has ten bytes."""
    content = bytearray(_zip(("a.docx", b"\0" * 5_000_000)))
    at = content.index(b"PK\x01\x02")
    content[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(content)


def _overlapping() -> bytes:
    """Many names for the same bytes, as in Fifield's bomb."""
    content = _zip(*((f"{number}.docx", b"") for number in range(3000)))
    return content


def _utf8_without_flag() -> bytes:
    content = _zip(("周海.docx", b"a"))
    return content.replace(b"\x00\x08\x08\x00", b"\x00\x00\x08\x00")


CASES: dict[str, tuple[Callable[[], bytes], Told]] = {
    "no archive": (lambda: b"text", [("x", "whole")]),
    "a Word file is no archive": (lambda: DOCX, [("x", "whole")]),
    "an Excel file is no archive": (builders.summary, [("x", "whole")]),
    "an empty archive": (_zip, []),
    "only folders": (lambda: _zip(("a/", b"")), []),
    "names in GBK": (lambda: rounds.gbk_zip({"申报/周海.docx": b"a"}), [("x › 申报/周海.docx", "whole")]),
    "names in UTF-8": (lambda: _zip(("申报/周海.docx", b"a")), [("x › 申报/周海.docx", "whole")]),
    "names in UTF-8 without the flag": (_utf8_without_flag, [("x › 周海.docx", "whole")]),
    "names with backslashes": (lambda: _zip(("申报\\a.docx", b"a")), [("x › 申报/a.docx", "whole")]),
    "a folder that is called word": (lambda: _zip(("word/a.docx", DOCX)), [("x › word/a.docx", "whole")]),
    "archives in archives": (lambda: _nested(3), [("x › 里.zip › 里.zip › 里.zip › a.docx", "whole")]),
    "too deep": (lambda: _nested(6), [("x › 里.zip › 里.zip › 里.zip › 里.zip › 里.zip", "超过 5 层")]),
    "out of the folder": (
        lambda: _zip(("../a.docx", b"a"), ("b/../../c.docx", b"a"), ("d.docx", b"d")),
        [("x › ../a.docx", "指到外面"), ("x › b/../../c.docx", "指到外面"), ("x › d.docx", "whole")],
    ),
    "out by backslashes": (lambda: _zip(("..\\a.docx", b"a")), [("x › ../a.docx", "指到外面")]),
    "from the root": (lambda: _zip(("/etc/a.docx", b"a")), [("x › /etc/a.docx", "指到外面")]),
    "from a drive": (lambda: _zip(("C:\\a.docx", b"a")), [("x › C:/a.docx", "指到外面")]),
    "dots that lead nowhere": (lambda: _zip(("a..b/..c.docx", b"a")), [("x › a..b/..c.docx", "whole")]),
    "a password": (_locked, [("x › a.docx", "密码")]),
    "a bomb": (lambda: _zip(("a.docx", b"\0" * 30_000_000)), [("x › a.docx", "20 MB")]),
    "a small bomb": (lambda: _zip(("a.docx", b"\0" * 5_000_000)), [("x › a.docx", "反常")]),
    "a false size": (_false_size, [("x › a.docx", "损坏")]),
    "many files": (_overlapping, [("x", "3000 个文件")]),
    "cut off": (lambda: _zip(("a.docx", b"a" * 100))[:60], [("x", "whole")]),  # no archive any more: the reader says so
    "a damaged file among good ones": (
        lambda: _zip(("a.docx", b"a" * 50), ("b.docx", b"b"), level=zipfile.ZIP_STORED).replace(b"a" * 50, b"a" * 49 + b"b"),
        [("x › a.docx", "损坏"), ("x › b.docx", "whole")],
    ),
    "the same name twice": (
        lambda: _zip(("a.docx", b"a"), ("a.docx", b"b")), [("x › a.docx", "whole"), ("x › a.docx", "whole")]
    ),
    "left by systems and Office": (
        lambda: _zip(("~$a.docx", b"a"), ("__MACOSX/._a.docx", b"a"), ("b/.DS_Store", b"a"), ("b/Thumbs.db", b"a")), []
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", CASES)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_comes_out(kind: str) -> None:
    made, expected = CASES[kind]
    found = list(unpacked(Sent("x", "", made()), Room()))
    assert [one.origin for one in found] == [name for name, _ in expected]
    for one, (_, words) in zip(found, expected, strict=True):
        if words == "whole":
            assert isinstance(one.content, bytes)
        else:
            assert isinstance(one.content, Refusal)
            assert words in one.content.message


def test_there_is_only_so_much_room() -> None:
    """Of all that lies in one archive, nested or not: what came before stays, what comes after is told of."""
    inner = _zip(("b", b"b" * 400), level=zipfile.ZIP_STORED)
    content = _zip(
        ("a", b"a" * 100), ("里.zip", inner), ("c", b"c" * 400), ("d", b"d"), level=zipfile.ZIP_STORED
    )
    found = list(unpacked(Sent("x", "", content), Room(1000)))
    assert [isinstance(one.content, Refusal) for one in found] == [False, False, True, True]


def test_times_of_entries() -> None:
    entry = zipfile.ZipInfo("a.docx", (2026, 8, 1, 10, 22, 0))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr(entry, b"a")
    (one,) = unpacked(Sent("x", "", held.getvalue()), Room())
    assert one.dated == "2026-08-01 10:22"


LEFT = ["~$申报表.docx", "a/~$b.docx", ".~b.docx", "a/.~lock.b.docx#", "__MACOSX/a", "a/__MACOSX/._b", "._a.docx", ".DS_Store",
        "a/Thumbs.db", "THUMBS.DB", "Desktop.ini"]  # fmt: skip
MADE = [
    "申报表.docx",
    "a~$b.docx",
    "MACOSX/a.docx",
    "thumbs.db.docx",
    ".hidden.docx",
    "~申报表.docx",
    "a/desktop.ini.xlsx",
]


def test_what_nobody_made() -> None:
    assert all(map(is_left_behind, LEFT))
    assert not any(map(is_left_behind, MADE))

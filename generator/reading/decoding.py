"""Bytes to texts: which files of a registry are read, on disk or in a commit, and S problems of those that cannot be."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable
from typing import NamedTuple

from generator.problems.code import ERROR, Code
from generator.problems.problem import FILE_START, Mark, Problem

MOST_BYTES = {
    "workshops": 64 * 1024,
    "notices": 2 * 1024 * 1024,
    "vocabularies": 1024 * 1024,
    "forms": 256 * 1024,
    "photos": 8 * 1024 * 1024,
}
# First bytes of files that sometimes get the ending of a record by mistake.
_OTHERS = {
    b"PK\x03\x04": " Word、Excel 文件或压缩包",
    b"\xd0\xcf\x11\xe0": "旧版的 Word、Excel 文件",
    b"{\\rtf": "写字板的 RTF 文件",
    b"%PDF-": " PDF 文件",
    b"\xff\xd8\xff": "照片",
    b"\x89PNG": "图片",
    b"GIF8": "图片",
}
_TEXT = (".yml", ".yaml", ".md", ".geojson", ".json", ".txt")


class Stored(NamedTuple):
    """A file of the registry, on disk or in a commit. `regular`: it is not a link, a folder or a device."""

    name: str
    regular: bool
    size: int
    read: Callable[[], bytes]


S101 = Code(
    "S101",
    ERROR,
    "不是普通文件",
    meaning="链接和快捷方式指向别处，换一台电脑就读不到，也可能把不该公开的文件带进来。",
    bad="DL0001.yml 是指向桌面文件的快捷方式",
    remedy="把文件本身放进文件夹。",
)
S102 = Code(
    "S102",
    ERROR,
    "文件太大",
    meaning="一份记录是几十行文字，不会有几万字节；太大多半是放错了文件。",
    bad="把扫描件改名为 DL0001.yml 放了进来",
    remedy="核对文件；照片放在 registry/photos。",
)


def sort_out(files: Iterable[Stored]) -> tuple[dict[str, str], frozenset[str], list[Problem]]:
    """Return texts by path, the names of the other files, and S problems of files that cannot be read as text.

    Order of the checks: regular file, size, encoding.
    """
    texts: dict[str, str] = {}
    names: set[str] = set()
    problems: list[Problem] = []
    for file in files:
        limit = most_bytes(file.name)
        if not file.regular:
            message, remedy = "这不是普通文件（是链接或设备）", "请放进文件本身，不要用快捷方式或符号链接。"
            problems.append(refusal(file.name, S101, message, remedy))
        elif file.size > limit:
            message = f"文件有 {file.size // 1024} KB，至多 {limit // 1024} KB"
            remedy = "请检查是不是放错了文件；照片放在 registry/photos。"
            if file.name.startswith("photos/"):
                remedy = "请用看图软件缩小到长边 4000 像素以内，存成 JPEG。"
            problems.append(refusal(file.name, S102, message, remedy))
        elif is_text(file.name):
            decoded = decode(file.name, file.read())
            if isinstance(decoded, Problem):
                problems.append(decoded)
            else:
                texts[file.name] = decoded
        else:
            names.add(file.name)
    return texts, frozenset(names), problems


def most_bytes(name: str) -> int:
    """Return the greatest size of a file of the registry, in bytes."""
    return MOST_BYTES.get(name.split("/", maxsplit=1)[0], 8 * 1024 * 1024)


def is_text(name: str) -> bool:
    """Return whether a file is read as text."""
    last = name.rpartition("/")[2]
    return last[1:].lower().endswith(_TEXT)


def is_passed_over(name: str) -> bool:
    """Return whether a path is hidden, an editor's leftover, or a file that Windows leaves in every folder."""
    last = name.rpartition("/")[2]
    hidden = name.startswith(".") or "/." in name
    left = "~" in last and (
        last.startswith("~$") or last.endswith("~") or (last[0] == "~" and last.endswith(".tmp"))
    )
    return hidden or left or last.lower() in ("thumbs.db", "desktop.ini")


S103 = Code(
    "S103",
    ERROR,
    "文件不是 UTF-8 编码的文本",
    meaning="旧版记事本默认存成 GBK（ANSI），别的电脑上会变成乱码。",
    bad="用记事本存成 ANSI 编码的 DL0001.yml",
    remedy="用记事本“另存为”，编码选 UTF-8。",
)
S104 = Code(
    "S104",
    ERROR,
    "文件存成了 UTF-16 编码",
    meaning="记事本里叫“Unicode”的编码，多数程序读不了。",
    bad="用记事本存成 Unicode 编码的 DL0001.yml",
    remedy="用记事本“另存为”，编码选 UTF-8。",
)


def decode(name: str, content: bytes) -> str | Problem:
    """Return UTF-8 text with LF line ends, or the S problem of the bytes.

    A leading BOM, CRLF, and CR where there is no LF (an old Mac's) are accepted.
    """
    if content.startswith(tuple(_OTHERS)):
        other = next(what for start, what in _OTHERS.items() if content.startswith(start))
        remedy = "改扩展名不会把它变成记录：填好的申报表、汇总表请用 run.py import 读入，照片请放进 registry/photos。"
        return refusal(name, S103, f"这不是文本文件，内容是{other}", remedy)
    if _is_utf16(content):
        return refusal(name, S104, "文件存成了 UTF-16（“Unicode”）编码", "请另存为 UTF-8 编码。")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", maxsplit=1)[-1].decode("utf-8", "replace")) + 1
        if _is_nearly_utf8(content):
            message, remedy = "这里有坏了的字节，别处都是 UTF-8", "请对照原件，把这里的字重新打一遍。"
            return Problem(name, Mark(line, column, column + 1), S103, message, remedy)
        message = "文件不是 UTF-8 编码" + ("，像是 GBK（记事本的 ANSI）" if _is_gbk(content) else "")
        return Problem(
            name, Mark(line, column, column + 1), S103, message, "请用记事本“另存为”，编码选 UTF-8。"
        )
    return text.replace("\r\n", "\n") if "\n" in text else text.replace("\r", "\n")


def encoded_like(before: bytes, text: str) -> bytes:
    """Return a text as UTF-8 with the line ends of a file, and with its BOM if it has one: what decode took away."""
    ends = "\r\n" if b"\r\n" in before else "\r" if b"\r" in before and b"\n" not in before else "\n"
    return before[: before.startswith(codecs.BOM_UTF8) * 3] + text.replace("\n", ends).encode("utf-8")


def _is_utf16(content: bytes) -> bool:
    """Return whether bytes are UTF-16: a BOM, or a NUL beside each ASCII character; a stray NUL is a character of a text."""
    start = content[:2000]
    odd, even = start[1::2].count(0), start[::2].count(0)
    often = max(odd, even) > max(3, len(start) // 40) and max(odd, even) > 9 * min(odd, even)
    return start.startswith((b"\xff\xfe", b"\xfe\xff")) or often


def _is_nearly_utf8(content: bytes) -> bool:
    """Return whether only a few bytes of a text are wrong; of a text in GBK nearly all are."""
    text = content.decode("utf-8", "replace")
    return sum(character > "\u2e80" for character in text) > 20 * text.count("\ufffd")


def _is_gbk(content: bytes) -> bool:
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def refusal(name: str, code: Code, message: str, remedy: str) -> Problem:
    """Return a problem of a whole file."""
    return Problem(name, FILE_START, code, message, remedy)

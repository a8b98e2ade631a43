"""What a union sent, opened: the files of its archives and of archives within them, each within safe bounds."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.intake.notes import Refusal
from generator.intake.opening.otherkinds import I603, I604
from generator.intake.opening.package import MOST_BYTES, ZIP
from generator.intake.opening.size import I602
from generator.libraries.characters import visible

BETWEEN = " › "  # stands between an archive and what lies in it
_EMPTY_ZIP = b"PK\x05\x06"
_UTF_8, _LOCKED = 0x800, 0x1  # flags of an entry (APPNOTE 4.4.4)
_MOST_ENTRIES, _MOST_DEPTH = 2000, 5
_MOST_UNPACKED = 500 * 1024 * 1024  # of one file as it was sent, with all that lies in it
_MOST_RATIO, _RATIO_FROM = 200, 1024 * 1024
_LEFT = re.compile(
    r"(?:^|/)(?:~\$|\.~|\._)|(?:^|/)__MACOSX(?:/|$)|(?:^|/)(?:\.ds_store|thumbs\.db|desktop\.ini)$",
    re.IGNORECASE,
)
_OUT = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|^[A-Za-z]:")
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)

_LARGE = Refusal(
    I602,
    f"文件超过 {MOST_BYTES // 1024 // 1024} MB",
    "填好的表格不会这么大，请核对；表里贴了照片的请删去照片再存。",
)


class Sent(NamedTuple):
    """A file that was sent.

    `origin`: by which it came, `甘井子.zip › 周海.docx`; `dated`: its time, `2026-08-01 10:22`; `content`: its bytes, or why
    it could not be had.
    """

    origin: str
    dated: str
    content: bytes | Refusal


@dataclass
class Room:
    """How many bytes may still be unpacked of one file as it was sent; `left_out`: files that systems and Office leave behind."""

    bytes_left: int = _MOST_UNPACKED
    left_out: list[str] = field(default_factory=list)


def is_left_behind(path: str) -> bool:
    """Return whether a file is none that a person made: Office's lock files, what systems lay into each folder."""
    return bool(_LEFT.search(path))


def unpacked(sent: Sent, room: Room, depth: int = 0) -> Iterator[Sent]:
    """Yield the file itself, or, of an archive, all files in it; what must not or cannot be opened is a Refusal."""
    if isinstance(sent.content, Refusal):
        yield sent
    elif not _is_archive(sent.content):
        yield sent if len(sent.content) <= MOST_BYTES else sent._replace(content=_LARGE)
    elif depth >= _MOST_DEPTH:
        yield sent._replace(
            content=Refusal(I602, f"压缩包里套压缩包，超过 {_MOST_DEPTH} 层", "请解开里层的，再收一遍。")
        )
    else:
        yield from _entries(sent, sent.content, room, depth)


def _is_archive(content: bytes) -> bool:
    """Whether a file is a zip and none of the kinds of files that are zips inside, whatever its folders are called."""
    if content.startswith(_EMPTY_ZIP):
        return True
    if not content.startswith(ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except _DAMAGED:
        return False
    return not names & {"[Content_Types].xml", "mimetype", "OFD.xml", "uof.xml", "Index.zip"}


def _entries(sent: Sent, content: bytes, room: Room, depth: int) -> Iterator[Sent]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > _MOST_ENTRIES:
                message = f"压缩包里有 {len(entries)} 个文件，至多 {_MOST_ENTRIES} 个"
                yield sent._replace(content=Refusal(I602, message, "请核对；确实是申报材料的，分几包再收。"))
                return
            for entry in entries:
                yield from _entry(sent, archive, entry, room, depth)
    except _DAMAGED:
        yield sent._replace(
            content=Refusal(I603, "压缩包损坏，打不开", "请对方重新打包再发一次，或者把文件不打包发来。")
        )


def _entry(
    sent: Sent, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: Room, depth: int
) -> Iterator[Sent]:
    name = _name(entry)
    origin = f"{sent.origin}{BETWEEN}{name}"
    if is_left_behind(name):
        room.left_out.append(origin)
        return
    year, month, day, hour, minute, _ = entry.date_time
    inner = Sent(
        origin, f"{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}", _content(archive, entry, name, room)
    )
    yield from unpacked(inner, room, depth + 1)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, room: Room) -> bytes | Refusal:
    """The bytes of an entry. Its size in the archive may be false: what counts is what comes out."""
    if refused := _unsafe(entry, name):
        return refused
    most = min(MOST_BYTES, room.bytes_left)
    try:
        with archive.open(entry) as opened:
            content = opened.read(most + 1)
    except _DAMAGED:
        return Refusal(I603, "在压缩包里损坏了，打不开", "请对方重新发这个文件。")
    room.bytes_left -= len(content)
    return _too_much(content, entry, room) or content


def _unsafe(entry: zipfile.ZipInfo, name: str) -> Refusal | None:
    if _OUT.search(name):
        message = "压缩包里写的路径指到外面去了，没有读"
        return Refusal(I603, message, "请核对压缩包的来历；确实是申报材料的，解开后再收。")
    if entry.flag_bits & _LOCKED:
        return Refusal(I604, "压缩包加了密码，打不开", "请问清密码，解开后再收；或者请对方不加密码再发。")
    return None


def _too_much(content: bytes, entry: zipfile.ZipInfo, room: Room) -> Refusal | None:
    if len(content) > MOST_BYTES:
        return _LARGE
    if room.bytes_left < 0:
        message = f"解开后超过 {_MOST_UNPACKED // 1024 // 1024} MB，这个和后面的文件没有读"
        return Refusal(I602, message, "请核对；确实是申报材料的，分几包再收。")
    if len(content) > max(_RATIO_FROM, _MOST_RATIO * entry.compress_size):
        return Refusal(I602, "压缩比大得反常，没有读", "这不像是申报材料，请核对来历。")
    return None


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as it was given: without its flag it is UTF-8 as macOS writes it, or GBK as Chinese Windows does (APPNOTE D)."""
    name = entry.orig_filename.rstrip("\0")
    if not entry.flag_bits & _UTF_8:
        raw = name.encode("cp437", "replace")
        for code in ("utf-8", "gb18030"):
            try:
                name = raw.decode(code)
                break
            except UnicodeDecodeError:
                continue
    return visible(name.replace("\\", "/"))

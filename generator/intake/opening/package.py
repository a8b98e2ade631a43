"""Opening a file that was sent: its kind by its bytes, and the parts of a zip within safe bounds."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from generator.intake.notes import Refusal
from generator.intake.opening import otherkinds, textfile
from generator.intake.opening.otherkinds import I603, I604
from generator.intake.opening.size import I602
from generator.problems.code import ERROR, Code

MOST_BYTES = 20 * 1024 * 1024  # of a file as it was sent
_MOST_UNPACKED = 50 * 1024 * 1024
_MOST_ENTRIES = 2000
_MOST_RATIO, _RATIO_FROM = 200, 1024 * 1024  # plain office XML packs about tenfold
_DECLARED = re.compile(r"""<\?xml[^>]*encoding\s*=\s*["']([^"']+)""")
ZIP = b"PK\x03\x04"
_OUTSIDE = re.compile(r"^(?:\.?/)+")

Parts = dict[str, bytes]


def kind(content: bytes) -> str | Refusal:
    """Return docx, xlsx, odt, ods, fodt, fods, doc, xls, rtf or text, whatever the name ends in; else why it cannot be read."""
    if not content:
        return Refusal(I603, "文件是空的", "请核对是不是放错了文件。")
    if content.startswith(ZIP):
        return _zip_kind(content)
    if content.startswith(otherkinds.OLE):
        return _ole_kind(content)
    return _text_kind(content)


def _text_kind(content: bytes) -> str | Refusal:
    if content.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if kind := otherkinds.flat(content) or otherkinds.beginning(content):
        return kind
    if textfile.decoded(content) is not None:
        return "text"
    if textfile.is_nearly(content):
        remedy = "请用 Excel 打开，核对有没有乱码，另存为 .xlsx 再读。"
        return Refusal(I603, "这是文本文件，里面有认不出的字节", remedy)
    return Refusal(I603, "这不是 Word 或 Excel 文件", otherkinds.RESAVE)


def unpack(content: bytes) -> Parts | Refusal:
    """Return the parts of an office file by name. Refused: a damaged zip, one that unpacks too large, an encrypted part.

    Bounds are checked while unpacking, since the sizes in a zip may be false.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        return Refusal(
            I603, "文件损坏，打不开", "请重新取得这个文件；在 Word 或 Excel 里打得开的，另存一份再试。"
        )


def xml(parts: Parts) -> Refusal | None:
    """Return why the XML of an office file is not safe: it declares a document type or an odd encoding."""
    for name, content in parts.items():
        if not name.endswith((".xml", ".rels", ".vml")):
            continue
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return _odd("文件里的编码不是 UTF-8")
        declared = _DECLARED.match(text)
        if declared and declared[1].lower() not in ("utf-8", "us-ascii"):
            return _odd("文件里的编码不是 UTF-8")
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            return _odd("文件里有实体声明，Word 和 Excel 不会写出这样的文件")
    return None


def refused(content: bytes) -> Refusal | None:
    """Return why a zip or one XML must not even be opened by another program."""
    if otherkinds.flat(content):
        return xml({"sent.xml": content})
    parts = unpack(content) if content.startswith(ZIP) else {}
    return parts if isinstance(parts, Refusal) else xml(parts)


def packed(parts: Parts) -> bytes:
    """Return the parts as a plain zip."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return held.getvalue()


def has_macros(parts: Parts) -> bool:
    """Return whether the file contains macros. They are never run."""
    return any(name.lower().endswith("vbaproject.bin") for name in parts)


def _parts(archive: zipfile.ZipFile) -> Parts | Refusal:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > _MOST_ENTRIES:
        return _too_large(f"文件里有 {len(entries)} 个部分，至多 {_MOST_ENTRIES} 个")
    if any(entry.flag_bits & 1 for entry in entries):
        return _locked()
    parts: Parts = {}
    left = _MOST_UNPACKED
    for entry in entries:
        name = _plain(entry.filename)
        if name in parts:
            return _odd("文件里有两个同名的部分，读不准以哪个为准")
        content = b"".join(_bounded(archive, entry, left))
        left -= len(content)
        if left < 0:
            return _too_large(f"文件解压后超过 {_MOST_UNPACKED // 1024 // 1024} MB")
        if len(content) > max(_RATIO_FROM, _MOST_RATIO * entry.compress_size):
            return _too_large("文件的压缩比大得反常")
        parts[name] = content
    return parts


def _plain(name: str) -> str:
    """Return a name in a zip as the standard has it: some programs write \\ between its steps, or a slash before them."""
    return _OUTSIDE.sub("", name.replace("\\", "/"))


def _bounded(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
    """Yield the entry's bytes, and not many more than `most` of them."""
    with archive.open(entry) as opened:
        while most >= 0 and (chunk := opened.read(1024 * 1024)):
            most -= len(chunk)
            yield chunk


def _zip_kind(content: bytes) -> str | Refusal:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = {_plain(name) for name in archive.namelist()}
            mimetype = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        KeyError,
    ):
        names, mimetype = set(), b""
    for ending, folder in (("docx", "word/"), ("xlsx", "xl/")):
        if any(name.startswith(folder) and not name.endswith(".bin") for name in names):
            return ending
    for ending, word in (("odt", b"opendocument.text"), ("ods", b"opendocument.spreadsheet")):
        if word in mimetype:
            return ending
    if names:
        return otherkinds.packed(names, mimetype)
    return Refusal(
        I603, "文件损坏，打不开", "请重新取得这个文件；在 Word 或 Excel 里打得开的，另存一份再试。"
    )


def _ole_kind(content: bytes) -> str | Refusal:
    """The old container of Office; the names of its streams are UTF-16."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return _locked()
    if otherkinds.has_password(content):
        return _locked()
    if holds("WordDocument"):
        return "doc"
    if holds("Workbook") or holds("Book"):
        return "xls"
    return otherkinds.contained(content)


def _locked() -> Refusal:
    return Refusal(I604, "文件加了密码，打不开", "请在 Word 或 Excel 里去掉密码，另存一份再试。")


def _too_large(message: str) -> Refusal:
    return Refusal(I602, message, "这不像是填好的表格，请核对；确实是的，请把内容抄进空白表格另存。")


I605 = Code(
    "I605",
    ERROR,
    "文件里有不该有的内容",
    meaning="Word 和 Excel 不会写出实体声明、重名的部分或别的编码；这样的文件是别的程序做的，可能有害。",
    bad="带有实体声明的 document.xml",
    remedy="核对来历；用 Word 或 WPS 打开后另存一份。",
)


def _odd(message: str) -> Refusal:
    return Refusal(I605, message, "请核对来历；确实是填好的表格，请用 Word 或 WPS 打开后另存一份再试。")

"""Opening a file that was sent: its kind by its bytes, and the parts of a zip within safe bounds."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from generator.intake.notes import Refusal
from generator.problems.code import ERROR, Code

MOST_BYTES = 20 * 1024 * 1024  # of a file as it was sent
_MOST_UNPACKED = 50 * 1024 * 1024
_MOST_ENTRIES = 2000
_MOST_RATIO, _RATIO_FROM = 200, 1024 * 1024  # plain office XML packs about tenfold
_DECLARED = re.compile(r"""<\?xml[^>]*encoding\s*=\s*["']([^"']+)""")
_RESAVE = "请用 Word 或 WPS 打开，另存为 .docx（汇总表存为 .xlsx）再试。"
ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Other files that are sent by mistake: first bytes, and what they are.
_OTHERS = (
    (b"%PDF", " PDF，不是 Word 或 Excel 文件"),
    (b"\x89PNG", "图片，不是 Word 或 Excel 文件"),
    (b"\xff\xd8\xff", "图片，不是 Word 或 Excel 文件"),
    (b"Rar!", "压缩包，表格要先解压出来"),
    (b"7z\xbc\xaf", "压缩包，表格要先解压出来"),
    (b"<", "网页，不是 Word 或 Excel 文件"),
)

Parts = dict[str, bytes]


I603 = Code(
    "I603",
    ERROR,
    "不是能读的表格文件",
    meaning="要读的是 Word 或 Excel 文件；文件是什么，看的是内容，不看名字。",
    bad="把 PDF 改名为 申报表.docx",
    remedy="用 Word 或 WPS 打开原文件，另存为 .docx（汇总表存为 .xlsx）。",
)


def kind(content: bytes) -> str | Refusal:
    """Return docx, xlsx, odt, ods, doc, xls or rtf, whatever the name ends in; else why it cannot be read."""
    if content.startswith(ZIP):
        return _zip_kind(content)
    if content.startswith(_OLE):
        return _ole_kind(content)
    if content.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if not content:
        return Refusal(I603, "文件是空的", "请核对是不是放错了文件。")
    other = next(
        (words for start, words in _OTHERS if content.lstrip(b"\xef\xbb\xbf\r\n ").startswith(start)), None
    )
    return Refusal(I603, f"这是{other}" if other else "这不是 Word 或 Excel 文件", _RESAVE)


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
    """Return why a zip must not even be opened by another program."""
    parts = unpack(content)
    return parts if isinstance(parts, Refusal) else xml(parts)


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
        if entry.filename in parts:
            return _odd("文件里有两个同名的部分，读不准以哪个为准")
        content = b"".join(_bounded(archive, entry, left))
        left -= len(content)
        if left < 0:
            return _too_large(f"文件解压后超过 {_MOST_UNPACKED // 1024 // 1024} MB")
        if len(content) > max(_RATIO_FROM, _MOST_RATIO * entry.compress_size):
            return _too_large("文件的压缩比大得反常")
        parts[entry.filename] = content
    return parts


def _bounded(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
    """Yield the entry's bytes, and not many more than `most` of them."""
    with archive.open(entry) as opened:
        while most >= 0 and (chunk := opened.read(1024 * 1024)):
            most -= len(chunk)
            yield chunk


def _zip_kind(content: bytes) -> str | Refusal:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
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
        if any(name.startswith(folder) for name in names):
            return ending
    for ending, word in (("odt", b"opendocument.text"), ("ods", b"opendocument.spreadsheet")):
        if word in mimetype:
            return ending
    if names:
        return Refusal(I603, "这是压缩包，表格要先解压出来", "请解压后逐个读入。")
    return Refusal(
        I603, "文件损坏，打不开", "请重新取得这个文件；在 Word 或 Excel 里打得开的，另存一份再试。"
    )


def _ole_kind(content: bytes) -> str | Refusal:
    """The old container of Office; the names of its streams are UTF-16."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in content

    if holds("EncryptedPackage") or holds("EncryptionInfo"):
        return _locked()
    if holds("WordDocument"):
        return "doc"
    if holds("Workbook") or holds("Book"):
        return "xls"
    return Refusal(I603, "这不是 Word 或 Excel 文件", _RESAVE)


I604 = Code(
    "I604",
    ERROR,
    "文件加了密码",
    meaning="有密码的文件读不了内容。",
    bad="设了打开密码的 .docx",
    remedy="在 Word 或 Excel 里去掉密码，另存一份。",
)


def _locked() -> Refusal:
    return Refusal(I604, "文件加了密码，打不开", "请在 Word 或 Excel 里去掉密码，另存一份再试。")


I602 = Code(
    "I602",
    ERROR,
    "文件太大",
    meaning="填好的表格只有几十 KB。太大的文件多半放错了，也可能是有意做来拖垮电脑的。",
    bad="200 MB 的文件；解压后有几百 MB 的“炸弹”文件",
    remedy="核对文件；表里贴了照片的删去照片再存。",
)


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

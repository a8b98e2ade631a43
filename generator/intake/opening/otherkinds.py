"""Files that are no Word or Excel file, told apart by their content: what each is, and what to do with it."""

from __future__ import annotations

import struct

from generator.intake.notes import Refusal
from generator.problems.code import ERROR, Code

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FLAT = {"fodt": b"opendocument.text", "fods": b"opendocument.spreadsheet"}
RESAVE = "请用 Word 或 WPS 打开，另存为 .docx（汇总表存为 .xlsx）再读。"
_UNPACK = "请解压后逐个读入。"
_COPY = "里面的字读不出来，请改用原来的 Word 或 Excel 文件；没有的，请照着抄进本站下载的空白表格。"
_NO_FORM = "请核对是不是放错了文件。"
_PICTURE = ("这是图片（照片或扫描件），不是 Word 或 Excel 文件", _COPY)
_ARCHIVE = ("这是压缩包，表格要先解压出来", _UNPACK)
_UOF = ("这是标文通（UOF）文件", RESAVE)
_WEB_ARCHIVE = ("这是单个文件的网页（.mht）", RESAVE)
# What a file begins with -> what it is, what to do.
_STARTS = (
    (b"\x89PNG", _PICTURE), (b"\xff\xd8\xff", _PICTURE), (b"GIF8", _PICTURE), (b"BM", _PICTURE),
    (b"II*\x00", _PICTURE), (b"MM\x00*", _PICTURE),
    (b"Rar!", _ARCHIVE), (b"7z\xbc\xaf", _ARCHIVE), (b"\x1f\x8b", _ARCHIVE),
    (b"MIME-Version:", _WEB_ARCHIVE),
)  # fmt: skip
# What the beginning of a text with tags holds -> what it is. The first that fits counts.
_MARKED = (
    (b"Word.Document", ("这是 Word 2003 的 XML 文件", RESAVE)),
    (b"Excel.Sheet", ("这是 Excel 2003 的 XML 文件", RESAVE)),
    (b"<pkg:package", ("这是 Word 的 XML 文件", RESAVE)),
    (b"<uof:UOF", _UOF),
    (b"<office:document", ("这是 XML 格式的 ODF 文件", RESAVE)),
    (b"<", ("这是网页，不是 Word 或 Excel 文件", RESAVE)),
)
# A name in a zip, or the beginning of one -> what it is.
_PACKED = (
    ("ppt/", ("这是幻灯片，不是 Word 或 Excel 文件", _NO_FORM)),
    ("OFD.xml", ("这是 OFD 版式文件", _COPY)),
    ("xl/workbook.bin", ("这是 Excel 的二进制工作簿（.xlsb）", "请用 Excel 打开，另存为 .xlsx 再读。")),
    ("Index/", ("这是苹果电脑的 Pages 或 Numbers 文件", "请用它导出成 Word 或 Excel 文件再读。")),
    ("Index.zip", ("这是苹果电脑的 Pages 或 Numbers 文件", "请用它导出成 Word 或 Excel 文件再读。")),
    ("uof.xml", _UOF),
)
# A stream of an old container -> what it is.
_STREAMS = (
    ("PowerPoint Document", ("这是幻灯片，不是 Word 或 Excel 文件", _NO_FORM)),
    ("__substg1.0_", ("这是 Outlook 邮件", "请打开邮件，把附件另存出来再读。")),
)
_SECTOR = 512


I603 = Code(
    "I603",
    ERROR,
    "不是能读的表格文件",
    meaning="要读的是 Word、Excel 文件或 CSV；文件是什么，看的是内容，不看名字。",
    bad="把 PDF 改名为 申报表.docx",
    remedy="用 Word 或 WPS 打开原文件，另存为 .docx（汇总表存为 .xlsx）。",
)


I604 = Code(
    "I604",
    ERROR,
    "文件加了密码",
    meaning="有密码的文件读不了内容。",
    bad="设了打开密码的 .docx",
    remedy="在 Word 或 Excel 里去掉密码，另存一份。",
)


def beginning(content: bytes) -> Refusal | None:
    """Return what a file is by its first bytes; None if they do not say."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf\r\n\t ")
    if start.startswith(b"%PDF"):
        return _pdf(content)
    if b"E-SafeNet" in content[:64]:
        message = "文件是用单位的加密软件加过密的，打不开"
        return Refusal(I604, message, "请在单位的电脑上解密，另存一份再读。")
    found = next((what for first, what in _STARTS if start.startswith(first)), None)
    if (content[:4] == b"RIFF" and content[8:12] == b"WEBP") or content[4:12] in (
        b"ftypheic",
        b"ftypmif1",
        b"ftypheix",
    ):
        found = _PICTURE
    if found is None and start.startswith(b"<"):
        found = next(what for mark, what in _MARKED if mark in start)
    return Refusal(I603, *found) if found else None


def flat(content: bytes) -> str:
    """Return fodt or fods for an ODF file that is one XML; empty for any other file."""
    start = content[:4096]
    if b"<office:document" not in start:
        return ""
    return next((kind for kind, word in FLAT.items() if word in start), "")


def packed(names: set[str], mimetype: bytes) -> Refusal:
    """Return what a zip is that holds neither a Word nor an Excel file."""
    found = next((what for first, what in _PACKED if any(name.startswith(first) for name in names)), None)
    if found is None and b"opendocument" in mimetype:
        found = ("这是 ODF 文件，不是文字或表格", _NO_FORM)
    return Refusal(I603, *(found or _ARCHIVE))


def contained(content: bytes) -> Refusal:
    """Return what an old container is that holds neither a Word nor an Excel file."""
    found = next((what for stream, what in _STREAMS if stream.encode("utf-16-le") in content), None)
    return Refusal(I603, *(found or ("这不是 Word 或 Excel 文件", RESAVE)))


def has_password(content: bytes) -> bool:
    """Return whether an old Word or Excel file says at its beginning that it is encrypted ([MS-DOC] 2.5.2, [MS-XLS] 2.4.117)."""
    for place in range(_SECTOR, min(len(content), 64 * _SECTOR), _SECTOR):
        sector = content[place : place + _SECTOR]
        if sector[:2] == b"\xec\xa5" and len(sector) > 12:
            return bool(struct.unpack_from("<H", sector, 10)[0] & 0x0100)
        if sector[:2] == b"\x09\x08":
            return 0x2F in _records(sector)
    return False


def _records(sector: bytes) -> set[int]:
    """Return the kinds of the first records of an Excel stream, which all lie in one sector."""
    kinds, place = set(), 0
    while place + 4 <= len(sector):
        kind, length = struct.unpack_from("<HH", sector, place)
        kinds.add(kind)
        place += 4 + length
    return kinds


def _pdf(content: bytes) -> Refusal:
    scanned = b"/Image" in content and b"/Font" not in content and b"/ObjStm" not in content
    return Refusal(
        I603, "这是扫描的 PDF，里面只有图片" if scanned else "这是 PDF，不是 Word 或 Excel 文件", _COPY
    )

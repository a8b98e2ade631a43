"""Files of other kinds, and files of ours packed oddly: each is read, or named as what it is."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import Any

from openpyxl import Workbook

from generator.forms.controls import W, w
from tests.made.intake import builders
from tests.made.intake.damaged_files import OLE

Sent = dict[str, bytes]
NAME, TABLE = "申报表.docx", "汇总表.xlsx"


def _with_backslashes(content: bytes) -> bytes:
    """The zip with the separators of Windows, as some converters write it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in builders.parts(content).items():
            entry = zipfile.ZipInfo(name)
            entry.filename = name.replace("/", "\\")
            made.writestr(entry, part)
    return held.getvalue()


def backslashes() -> Sent:
    """Both forms with \\ between the names in their zips."""
    return {NAME: _with_backslashes(builders.application()), TABLE: _with_backslashes(builders.summary())}


def leading_slashes() -> Sent:
    """Names in the zip that begin with a slash or ./"""
    parts = builders.parts(builders.application())
    return {
        NAME: builders.zipped(
            (("/" if n % 2 else "./") + name, part) for n, (name, part) in enumerate(parts.items())
        )
    }


def strict_table() -> Sent:
    """An Excel file saved as Strict Open XML."""
    changed = builders.parts(builders.summary())
    for name in changed:
        for old, new in (
            (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
            (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
        ):  # fmt: skip
            if not name.startswith("_rels") and "[Content" not in name:
                changed[name] = changed[name].replace(old, new)
    return {TABLE: builders.zipped(changed.items())}


def flat_odf() -> Sent:
    """A Writer and a Calc file as one XML each."""
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document xmlns:office="x" office:mimetype="application/vnd.oasis.opendocument.'
    return {"申报表.fodt": head + b'text"/>', "汇总表.fods": head + b'spreadsheet"/>'}


def office_xml() -> Sent:
    """Word and Excel of 2003 as XML, Word's flat package, a saved web archive, the Chinese UOF."""
    return {
        "一.xml": b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
        "二.xls": b'<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?><Workbook/>',
        "三.xml": b'<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>',
        "四.doc": b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
        "五.uof": b'<?xml version="1.0" encoding="UTF-8"?><uof:UOF xmlns:uof="x"/>',
    }


def old_containers() -> Sent:
    """Old Word and Excel, the same by WPS, a presentation, a letter of Outlook, an old Word file with a password."""

    def ole(*streams: str, inside: bytes = b"") -> bytes:
        return OLE + inside + b"".join(stream.encode("utf-16-le") + bytes(16) for stream in streams)

    fib = b"\xec\xa5" + bytes(8) + struct.pack("<H", 0x0100) + bytes(500)
    bof = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12) + b"\x2f\x00\x06\x00" + bytes(482)
    return {
        "申报表.doc": ole("WordDocument"),
        "汇总表.xls": ole("Workbook"),
        "申报表.wps": ole("WordDocument", "WpsCustomData"),
        "汇总表.et": ole("Workbook", "ETExtData"),
        "简介.ppt": ole("PowerPoint Document"),
        "来信.msg": ole("__substg1.0_0037001F"),
        "加密.doc": ole("WordDocument", inside=fib),
        "加密.xls": ole("Workbook", inside=bof),
    }


def other_packages() -> Sent:
    """A presentation, an OFD, a binary workbook, an Apple document, a packed UOF."""
    return {
        "简介.docx": builders.zipped([("ppt/presentation.xml", b"<p/>")]),
        "申报表.ofd": builders.zipped([("OFD.xml", b"<o/>"), ("Doc_0/Document.xml", b"<o/>")]),
        "汇总表.xlsx": builders.zipped([("xl/workbook.bin", b"\x00"), ("xl/worksheets/sheet1.bin", b"\x00")]),
        "申报表.pages": builders.zipped([("Index/Document.iwa", b"\x00")]),
        "申报表.uot": builders.zipped([("uof.xml", b"<u/>"), ("content.xml", b"<u/>")]),
        "图.odg": builders.zipped([("mimetype", b"application/vnd.oasis.opendocument.graphics")]),
    }


def pictures_and_scans() -> Sent:
    """Photographs of the form in other kinds, a scanned PDF, a typed PDF."""
    return {
        "表.gif": b"GIF89a" + bytes(20),
        "表.bmp": b"BM" + bytes(30),
        "表.tif": b"II*\x00" + bytes(20),
        "表.webp": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
        "表.heic": b"\x00\x00\x00\x18ftypheic" + bytes(12),
        "扫描.pdf": b"%PDF-1.4\n1 0 obj<</Type/XObject/Subtype/Image/Filter/DCTDecode>>endobj",
        "打字.docx": b"%PDF-1.4\n1 0 obj<</Type/Font/BaseFont/SimSun>>endobj",
    }


def leftovers_of_programs() -> Sent:
    """The file that Word keeps beside an open one, a file that the firm's software encrypted, a gzip."""
    return {
        "~$申报表.docx": b"\x05admin" + bytes(156),
        "密.docx": b"b\x14#e\x01\x00E-SafeNet\x00\x00\x00LOCK" + bytes(60),
        "表.gz": b"\x1f\x8b\x08\x00" + bytes(20),
    }


def words_of_other_kinds() -> Sent:
    """Plain text that is no table, in the code of Chinese Windows."""
    return {"申报表.txt": "关于推荐创新工作室的函\n各单位：请于八月三十日前报送。".encode("gbk")}


def form_of_others() -> Sent:
    """The application of another union, with our labels and its own title; a letter with none of our labels."""

    def retitle(root: Any) -> None:
        for item in root.iter(f"{{{W}}}t"):
            if "申报表" in (item.text or ""):
                item.text = "辽宁省示范性劳模创新工作室申报表"

    def another(root: Any) -> None:
        root[0][:-1] = [builders.paragraph("先进集体登记表"), builders.paragraph("集体名称：某班组")]

    return {
        NAME: builders.changed(builders.application(), retitle),
        "登记表.docx": builders.changed(builders.application(), another),
    }


def table_of_others() -> Sent:
    """A summary with another title above our labels."""

    def change(sheet: Any) -> None:
        sheet.cell(1, 1).value = "沈阳市劳模创新工作室统计表"

    return {TABLE: builders.summary(change=change)}


def application_in_a_sheet() -> Sent:
    """附件2 copied into Excel, 附件1 copied into Word."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["申报单位（印章）：大连示例机械有限公司"],
        ["工作室名称", "周示例职工创新工作室", "层次", "产业级"],
        ["领军人", "周示例", "学历", "大学本科"],
    ):
        sheet.append(row)

    def change(root: Any) -> None:
        labels, values = list(builders.ROW), list(builders.ROW.values())
        rows = [w("tr", *(builders.cell(text) for text in line)) for line in (labels, values)]
        root[0][:-1] = [builders.paragraph("推荐汇总表"), w("tbl", *rows), w("p")]

    return {
        "申报表.xlsx": builders.saved(book),
        "汇总表.docx": builders.changed(builders.application(), change),
    }

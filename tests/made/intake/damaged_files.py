"""Files that are no filled form, or that mean harm. Each is refused in one line."""

from __future__ import annotations

import hashlib
import struct
import zipfile
from io import BytesIO

from tests.made.intake import builders

Sent = dict[str, bytes]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
NAME = "申报表.docx"


def renamed_pdf() -> Sent:
    """A PDF called .docx."""
    return {NAME: b"%PDF-1.7\n..."}


def renamed_picture() -> Sent:
    """A photograph of the form, called .xlsx."""
    return {"汇总表.xlsx": b"\xff\xd8\xff\xe0\x00\x10JFIF"}


def web_page() -> Sent:
    """A web page called .xls, as office systems export it."""
    return {"汇总表.xls": b"\xef\xbb\xbf\r\n<html><table></table></html>"}


def empty() -> Sent:
    """Nothing at all."""
    return {NAME: b""}


def text() -> Sent:
    """Plain text."""
    return {NAME: "工作室名称：周示例职工创新工作室".encode()}


def archive() -> Sent:
    """The forms still in their zip."""
    return {"材料.zip": builders.zipped([("申报表.docx", builders.application())])}


def truncated() -> Sent:
    """Half of the file, as a broken transfer leaves it."""
    content = builders.application()
    return {NAME: content[: len(content) // 2]}


def flipped_bytes() -> Sent:
    """A byte of the compressed document is wrong."""
    content = bytearray(builders.application())
    with zipfile.ZipFile(BytesIO(content)) as held:
        place = held.getinfo(builders.DOCUMENT).header_offset + 200
    content[place] ^= 0xFF
    return {NAME: bytes(content)}


def not_well_formed() -> Sent:
    """The document's XML ends in the middle."""
    content = builders.application()
    return {
        NAME: builders.with_parts(
            content, {builders.DOCUMENT: builders.parts(content)[builders.DOCUMENT][:-50]}
        )
    }


def without_document() -> Sent:
    """The zip lacks its document."""
    held = builders.parts(builders.application())
    del held[builders.DOCUMENT]
    return {NAME: builders.zipped(held.items())}


def encrypted() -> Sent:
    """Saved with a password: an old container that holds the encrypted file."""
    return {NAME: OLE + "EncryptedPackage".encode("utf-16-le")}


def zip_with_password() -> Sent:
    """A zip whose entries say that they are encrypted."""
    content = bytearray(builders.application())
    for start, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(start)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(start, place + 4)
    return {NAME: bytes(content)}


def unknown_container() -> Sent:
    """An old container with something else in it."""
    return {"申报表.doc": OLE + "PowerPoint Document".encode("utf-16-le")}


def zip_bomb() -> Sent:
    """40 MB of blanks in a part of 40 KB."""
    return {
        NAME: builders.with_parts(builders.application(), {"word/media/image1.png": bytes(40 * 1024 * 1024)})
    }


def many_large_parts() -> Sent:
    """Many parts, none of them striking, together above 50 MB."""
    units = (hashlib.sha256(str(number).encode()).digest() * 60 for number in range(5000))
    block = b"".join(units)
    return {
        NAME: builders.with_parts(builders.application(), {f"word/media/{n}.bin": block for n in range(6)})
    }


def many_entries() -> Sent:
    """Thousands of empty parts."""
    return {NAME: builders.with_parts(builders.application(), {f"word/{n}": b"" for n in range(2100)})}


def false_size() -> Sent:
    """The zip says that a part of 60 MB has one byte."""
    content = builders.with_parts(builders.application(), {"word/big.bin": bytes(60 * 1024 * 1024)})
    return {NAME: content.replace(struct.pack("<L", 60 * 1024 * 1024), struct.pack("<L", 1))}


def same_part_twice() -> Sent:
    """Two documents of the same name in the zip, of which programs read one or the other."""
    held = BytesIO(builders.application())
    with zipfile.ZipFile(held, "a") as made:
        info = zipfile.ZipInfo(builders.DOCUMENT)
        made.NameToInfo.clear()
        made.writestr(info, builders.parts(builders.blank())[builders.DOCUMENT])
    return {NAME: held.getvalue()}


def _document(head: bytes, encoding: str = "utf-8") -> Sent:
    text = builders.parts(builders.application())[builders.DOCUMENT].decode()
    body = text[text.index("<w:document") :]
    return {
        NAME: builders.with_parts(builders.application(), {builders.DOCUMENT: head + body.encode(encoding)})
    }


def entity_bomb() -> Sent:
    """A billion laughs."""
    entities = '<!ENTITY a0 "哈">' + "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    return _document(f"<!DOCTYPE w:document [{entities}]>".encode())


def outside_entity() -> Sent:
    """An entity that would read a file of this computer."""
    return _document(b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>')


def hidden_entity() -> Sent:
    """The same in UTF-16, where a search for the words finds nothing."""
    text = builders.parts(builders.application())[builders.DOCUMENT].decode()
    body = (
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY f "x">]>'
        + text[text.index("<w:document") :]
    )
    return {NAME: builders.with_parts(builders.application(), {builders.DOCUMENT: body.encode("utf-16")})}


def odd_encoding() -> Sent:
    """A document in UTF-7, where even a declaration of entities is no plain text."""
    return _document(b'<?xml version="1.0" encoding="UTF-7"?>')


def entity_bomb_in_a_table() -> Sent:
    """The same in a worksheet."""
    content = builders.summary()
    name = "xl/worksheets/sheet1.xml"
    text = builders.parts(content)[name]
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
    return {"汇总表.xlsx": builders.with_parts(content, {name: bomb + text[text.index(b"<worksheet") :]})}


def macros() -> Sent:
    """A .docm: read, the macros left alone."""
    return {"申报表.docm": builders.with_parts(builders.application(), {"word/vbaProject.bin": OLE})}


def outside_links() -> Sent:
    """A template and a picture on another host: nothing is fetched, the form is read."""
    relations = builders.parts(builders.application())["word/_rels/document.xml.rels"]
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    more = "".join(
        f'<Relationship Id="x{n}" Type="{kind}/{what}" Target="http://192.0.2.1/{what}" TargetMode="External"/>'
        for n, what in enumerate(("attachedTemplate", "image", "officeDocument"))
    )
    changed = relations.replace(b"</Relationships>", more.encode() + b"</Relationships>")
    return {NAME: builders.with_parts(builders.application(), {"word/_rels/document.xml.rels": changed})}


def damaged_table() -> Sent:
    """A worksheet whose cells refer to texts that are not there."""
    content = builders.summary()
    name = "xl/worksheets/sheet1.xml"
    row = b'<row r="60"><c r="B60" t="s"><v>99999</v></c></row>'
    changed = builders.parts(content)[name].replace(b"</sheetData>", row + b"</sheetData>")
    return {"汇总表.xlsx": builders.with_parts(content, {name: changed})}


def table_without_book() -> Sent:
    """An Excel file without its workbook."""
    held = builders.parts(builders.summary())
    del held["xl/workbook.xml"]
    return {"汇总表.xlsx": builders.zipped(held.items())}


def one_of_two() -> Sent:
    """One good file and one that cannot be read: no draft at all."""
    return {"甲.docx": builders.application(), "乙.docx": b"%PDF-1.7"}

"""Content controls and bookmarks of WordprocessingML, which python-docx does not support.

Rich-text controls, never <w:text/>: with it LibreOffice lost the format and, saving again, the tag. Each control is
inside a bookmark of the same name, since tags do not survive LibreOffice, .doc and .rtf, and bookmarks do.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
EMPTY_BOX, TICKED_BOX = "□", "☑"
# An empty control cannot be clicked with the mouse; these characters print as nothing, and the intake strips them.
ROOM = "\u3000" * 4


def w(tag: str, *inside: etree._Element, **attributes: str | int) -> etree._Element:
    """Return an element of WordprocessingML with attributes of the same namespace."""
    element = etree.Element(
        f"{{{W}}}{tag}", {f"{{{W}}}{key}": str(value) for key, value in attributes.items()}
    )
    element.extend(inside)
    return element


def run(text: str, *properties: etree._Element) -> etree._Element:
    """Return a run of text with its spaces kept.

    The hint has signs that Latin and Chinese fonts share (“”, ×, ·, —) set in the Chinese one, as wide as a character.
    """
    words = w("t")
    words.text = text
    words.set(SPACE, "preserve")
    return w("r", w("rPr", w("rFonts", hint="eastAsia"), *properties), words)


def paragraph(style: str, *inside: etree._Element) -> etree._Element:
    """Return a paragraph of that style."""
    return w("p", w("pPr", w("pStyle", val=style)), *inside)


def text_control(key: str, alias: str, number: int, shown: str = ROOM) -> list[etree._Element]:
    """Return a rich-text control with the text `shown`, within its bookmark. `number` is unique in the document."""
    properties = [w("alias", val=alias), w("tag", val=key), w("id", val=number)]
    if not shown.strip():
        properties.append(w("showingPlcHdr"))
    return _anchored(key, number, w("sdt", w("sdtPr", *properties), w("sdtContent", run(shown))))


def checkbox(key: str, alias: str, number: int) -> list[etree._Element]:
    """Return a box to tick (□ becomes ☑) within its bookmark."""
    box = _w14("checkbox", {})
    box.append(_w14("checked", {"val": "0"}))
    box.append(_w14("checkedState", {"val": f"{ord(TICKED_BOX):04X}", "font": "Segoe UI Symbol"}))
    box.append(_w14("uncheckedState", {"val": f"{ord(EMPTY_BOX):04X}", "font": "仿宋_GB2312"}))
    properties = w("sdtPr", w("alias", val=alias), w("tag", val=key), w("id", val=number), box)
    return _anchored(key, number, w("sdt", properties, w("sdtContent", run(EMPTY_BOX))))


def _anchored(key: str, number: int, control: etree._Element) -> list[etree._Element]:
    return [w("bookmarkStart", id=number, name=key), control, w("bookmarkEnd", id=number)]


def _w14(tag: str, attributes: Mapping[str, str]) -> etree._Element:
    named = {f"{{{W14}}}{key}": value for key, value in attributes.items()}
    return etree.Element(f"{{{W14}}}{tag}", named, nsmap={"w14": W14})

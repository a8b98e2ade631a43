"""Styles, fonts and settings of the Word files: official font names, each with a fallback; nothing is embedded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lxml import etree

from generator.forms.controls import W, w

# name -> (fallback, family). GB/T 9704-2012, 5.2.2 names the faces.
FONTS = {
    "仿宋_GB2312": ("仿宋", "modern"),
    "方正小标宋简体": ("宋体", "roman"),
    "黑体": ("SimHei", "modern"),
    "Times New Roman": ("", "roman"),
}
_BODY, _TITLE, _LABEL = "仿宋_GB2312", "方正小标宋简体", "黑体"
# Off in official text, so that a line has room for 28 characters: keeping single lines together, hanging punctuation, and
# space between Chinese and digits.
_GRID_ONLY = ("widowControl", "overflowPunct", "autoSpaceDE", "autoSpaceDN")


class Style(NamedTuple):
    """A paragraph style: size, exact line height, space and indents in points.

    `first`: the indent of the first line (negative: hanging); `spacing`: added to every character; `heading`: the level of a
    heading, 0 for text.
    """

    name: str
    face: str = _BODY
    size: float = 14
    line: float = 20
    align: str = "left"
    before: float = 0
    after: float = 0
    left: float = 0
    right: float = 0
    first: float = 0
    spacing: float = 0
    heading: int = 0
    on_new_page: bool = False


FORM_STYLES = {
    "Title": Style("表题", _TITLE, 22, 32, "center", after=8, heading=1),
    "Head": Style("表头行", line=22),
    "HeadRight": Style("表头行右", line=22, align="right"),
    "Label": Style("栏目名", _LABEL, align="center"),
    "Box": Style("填写", line=19),
    "Prose": Style("填写长文", line=24, align="both", first=28),
    "Seal": Style("盖章处", line=26, align="right", right=28),
    "Note": Style("注", size=12, align="both", before=3, left=24, first=-24),
    "NoteOn": Style("注续", size=12, align="both", left=24),
    "Gap": Style("间隔", size=4, line=4),
    "Turn": Style("翻面", size=1, line=1, on_new_page=True),
}
# GB/T 9704-2012: 3号 (16 pt), 22 lines of 28 characters; a word processor needs the characters a quarter point closer.
PITCH, CELL = 29.6, 15.75


def _official(name: str, face: str = _BODY, align: str = "left", first: float = 0, heading: int = 0) -> Style:
    return Style(name, face, 16, PITCH, align, first=first, spacing=CELL - 16, heading=heading)


NOTICE_STYLES = {
    "Number": _official("发文字号", align="center"),
    "Title": Style("标题", _TITLE, 22, PITCH, "center", heading=1),
    "Blank": _official("空行"),
    "Addressee": _official("主送机关", align="both"),
    "Heading": _official("一级标题", _LABEL, first=2 * CELL, heading=2),
    "Text": _official("正文", align="both", first=2 * CELL),
    "Annex": _official("附件说明"),
    "Signature": _official("署名和日期"),
    "Imprint": Style("版记", line=26),
    "PageOdd": Style("页码单", _TITLE, align="right", right=14),
    "PageEven": Style("页码双", _TITLE, left=14),
}


def styles(look: Mapping[str, Style]) -> Iterator[Any]:
    """Yield the children of <w:styles>: defaults in Chinese, then the paragraph styles, each with font, size and exact line height."""
    language = w("lang", val="zh-CN", eastAsia="zh-CN", bidi="ar-SA")
    size = max((style.size for style in look.values() if not style.heading), default=14)
    run_defaults = w("rPrDefault", w("rPr", _faces(_BODY), *_size(size), language))
    yield w("docDefaults", run_defaults, w("pPrDefault"))
    yield w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal")
    for key, style in look.items():
        about = [w("name", val=style.name), w("basedOn", val="Normal"), w("qFormat")]
        spacing = [w("spacing", val=round(style.spacing * 20))] if style.spacing else []
        run = w("rPr", _faces(style.face), *spacing, *_size(style.size))
        yield w("style", *about, _paragraph(style), run, type="paragraph", customStyle=1, styleId=key)


def _paragraph(style: Style) -> Any:
    before, after, line = (round(points * 20) for points in (style.before, style.after, style.line))
    left, right, first = (round(points * 20) for points in (style.left, style.right, abs(style.first)))
    indent = w("ind", left=left, right=right, **{"hanging" if style.first < 0 else "firstLine": first})
    grid = [w(key, val=0) for key in _GRID_ONLY] if style.spacing else []
    return w(
        "pPr",
        *([w("pageBreakBefore")] if style.on_new_page else []),
        *grid,
        w("snapToGrid", val=0),
        w("spacing", before=before, after=after, line=line, lineRule="exact"),
        indent,
        w("jc", val=style.align),
        *([w("outlineLvl", val=style.heading - 1)] if style.heading else []),
    )


def settings(odd_and_even: bool = False) -> Iterator[Any]:
    """Yield the children of <w:settings>: mirrored margins for both sides of the sheet, the layout of Word 2013.

    A line that ends in a line break is not stretched to the margin, since the paragraphs of a filled box need this.
    """
    yield w("mirrorMargins")
    yield w("defaultTabStop", val=420)
    if odd_and_even:
        yield w("evenAndOddHeaders")
    yield w("characterSpacingControl", val="doNotCompress" if odd_and_even else "compressPunctuation")
    mode = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": "15"}
    yield w("compat", w("doNotExpandShiftReturn"), w("compatSetting", **mode))
    yield w("themeFontLang", val="en-US", eastAsia="zh-CN")


def font_table() -> bytes:
    """Return word/fontTable.xml."""
    table = etree.Element(f"{{{W}}}fonts", nsmap={"w": W})
    for name, (other, family) in FONTS.items():
        fallback = [w("altName", val=other)] if other else []
        charset = "00" if name.isascii() else "86"
        table.append(w("font", *fallback, w("charset", val=charset), w("family", val=family), name=name))
    return etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)


def _faces(face: str) -> Any:
    return w("rFonts", ascii="Times New Roman", hAnsi="Times New Roman", eastAsia=face, cs="Times New Roman")


def _size(points: float) -> tuple[Any, Any]:
    return w("sz", val=round(points * 2)), w("szCs", val=round(points * 2))

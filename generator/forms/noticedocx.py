"""A notice as a Word file in the layout of GB/T 9704-2012: 22 lines of 28 characters; no red head is invented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.forms.controls import paragraph, run, w
from generator.forms.wordfile import About, PageSetup, twips, word_file
from generator.forms.wordstyles import CELL, NOTICE_STYLES, PITCH
from generator.model.notices import Notice
from generator.model.noticetext import Block

_STYLES = {
    "number": "Number",
    "addressee": "Addressee",
    "heading": "Heading",
    "item": "Text",
    "paragraph": "Text",
    "contact": "Text",
}
_BLANKS = {"number": 2, "title": 1}  # empty lines after the block
_WIDTH = 156  # of the type area, in millimetres
_ANNEX_LABEL = re.compile(r"附件\s*[:：]\s*")


def notice_docx(notice: Notice, blocks: tuple[Block, ...]) -> bytes:
    """Return the notice as .docx: the words of its PDF, page numbers at the outer side, official font names, nothing embedded."""
    return official_docx(About(notice.title, notice.date), blocks)


def official_docx(about: About, blocks: tuple[Block, ...]) -> bytes:
    """Return any text in the layout of a notice.

    Margins of 37 and 35 mm would leave room for 21 lines in a word processor, which sets a line's type in its middle.
    """
    feet = (_foot("PageOdd"), _foot("PageEven"))
    sheet = PageSetup(34.58, 32.58, 28, 26, foot=24.7, footers=feet, pitch=PITCH)
    return word_file(_pieces(blocks), about, sheet, NOTICE_STYLES)


def _pieces(blocks: tuple[Block, ...]) -> Iterator[Any]:
    signature = [block for block in blocks if block.kind == "signature"]
    label = next((found[0] for block in blocks if (found := _ANNEX_LABEL.match(block.text))), "")
    before = ""
    for block in blocks:
        if block.kind in ("annex", "signature") and before != block.kind:
            yield from (paragraph("Blank") for _ in range(1 if block.kind == "annex" else 2))
        if block.kind == "title":
            yield paragraph("Title", *_broken(block.lines))
        elif block.kind == "annex":
            yield _indented("Annex", 2 * CELL + (0 if block.text.startswith(label) else _long(label)), block)
        elif block.kind == "signature":
            yield _indented("Signature", _left(signature) + 2 * CELL * signature.index(block), block)
        elif block.kind == "imprint":
            yield _imprint(block)
        else:
            yield paragraph(_STYLES[block.kind], run(block.text))
        yield from (paragraph("Blank") for _ in range(_BLANKS.get(block.kind, 0)))
        before = block.kind


def _broken(lines: tuple[str, ...]) -> Iterator[Any]:
    """Break the lines of a title as the original does."""
    for number, line in enumerate(lines):
        if number:
            yield w("r", w("br"))
        yield run(line)


def _indented(style: str, points: float, block: Block) -> Any:
    element = paragraph(style, run(block.text))
    element[0].append(w("ind", left=round(points * 20)))
    return element


def _left(signature: list[Block]) -> float:
    """Return where the signature starts, in points: two characters from the right, its date indented two characters more."""
    widest = max(_long(block.text) + 2 * CELL * place for place, block in enumerate(signature))
    return _WIDTH / 25.4 * 72 - 2 * CELL - widest


def _long(text: str) -> float:
    """Return the width of a text on one line, in points; half-width signs of Times New Roman are narrower than half a character."""
    return sum((0.5 if sign.isdigit() else 0.28) * 16 - 0.25 if sign.isascii() else CELL for sign in text)


def _imprint(block: Block) -> Any:
    """Set the 版记 (who printed the notice and when) between two lines at the foot of the last page, indented one character."""
    width = twips(_WIDTH)
    frame = w(
        "framePr", w=width, wrap="around", hAnchor="margin", xAlign="left", vAnchor="margin", yAlign="bottom"
    )
    lines = w("pBdr", *(w(side, val="single", sz=8, space=3, color="auto") for side in ("top", "bottom")))
    tab = w("tabs", w("tab", val="right", pos=width - 280))
    first, *rest = block.lines
    ends = [piece for line in rest for piece in (w("r", w("tab")), run(line))]
    element = paragraph("Imprint", run(first), *ends)
    element[0].extend((frame, lines, tab, w("ind", left=280, right=280)))
    return element


def _foot(style: str) -> Any:
    """— 1 —"""
    number = w("fldSimple", run("1"), instr="PAGE")
    return paragraph(style, run("— "), number, run(" —"))

"""A table saved as text: its code is found, then what stands between its cells; the cells are those of a sheet."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from generator.intake.notes import Refusal
from generator.intake.opening.otherkinds import I603
from generator.intake.opening.sheet import MOST_COLUMNS, FilledCell, FilledRow, FilledSheet

_BETWEEN = ",;\t|，；"
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # a first line that Excel understands
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:E[+-]?[0-9]+)?")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decoded(content: bytes) -> str | None:
    """Return the text in UTF-8, UTF-16 or GB 18030, with or without a mark; None if it is no text."""
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    for name in [marked] if marked else [*_without_mark(content), "utf-8", "gb18030"]:
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        return None if _CONTROLS.search(text) else text
    return None


def is_nearly(content: bytes) -> bool:
    """Return whether a file is text but for a few bytes."""
    text = content.decode("gb18030", "replace")
    odd = text.count("\ufffd") + len(_CONTROLS.findall(text))
    return 0 < odd <= max(3, len(text) // 100) and len(text) > 20 * odd


def _without_mark(content: bytes) -> Iterator[str]:
    """UTF-16 without its mark: ASCII signs have a NUL at every second byte, in GB 18030 and UTF-8 none has."""
    zeros = content[:4096:2].count(0), content[1:4096:2].count(0)
    if max(zeros) > 2 * min(zeros) + 2:
        yield "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"


def read(text: str) -> list[list[FilledSheet] | Refusal]:
    """Return the text as a sheet, once for each sign that may stand between its cells, the likeliest first.

    A number in a cell counts as one that Excel wrote: 2016.1 may have been 2016.10.
    """
    said = _SAID.match(text)
    if said:
        return [_sheet(text[said.end() :], said[1])]
    likely = sorted(_BETWEEN, key=lambda sign: -text.count(sign))
    return [_sheet(text, sign) for sign in likely if sign in text]


def _sheet(text: str, between: str) -> list[FilledSheet] | Refusal:
    plain = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"))
    rows = []
    try:
        for number, cells in enumerate(csv.reader(plain, delimiter=between, strict=True), start=1):
            filled = tuple(_cell(cell.strip()) for cell in cells[:MOST_COLUMNS])
            rows += [FilledRow(number, filled)] if any(cell.text for cell in filled) else []
    except csv.Error:
        message = f"第 {len(rows) + 1} 行起引号不成对，分不清格子"
        return Refusal(I603, message, "请用 Excel 打开原表，另存为 .xlsx 再读。")
    return [FilledSheet("", tuple(rows))]


def _cell(text: str) -> FilledCell:
    return FilledCell(text, "number" if _NUMBER.fullmatch(text) else "text")

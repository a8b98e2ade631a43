"""What a row of a table is: a workshop, a sum, a group's name, a note, a row that was struck out."""

from __future__ import annotations

import re

from generator.forms import layout
from generator.intake.filled import Box
from generator.intake.labels import key
from generator.intake.opening.sheet import FilledRow
from generator.intake.persons import is_workshop
from generator.intake.plain import squeezed
from generator.model.forms import Form

_ASIDE = re.compile(
    r"\s*(?:注[:：]|注$|说明[:：]|填表人|制表人|经办人|联系人|联系电话|审核人|负责人[:：]|[(（]?以下空白|[(（]?此?以下无)"
)
_SUM = re.compile(
    r"(?:.{0,20})(?:小计|合计|总计|共计|累计|总数|汇总)[:：]?[0-9]*[个家]?[。]?|(?:以上)?共计?[0-9]+[个家].{0,10}"
)
_GROUP = re.compile(r"(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]).*")


def is_struck(row: FilledRow) -> bool:
    """Return whether all that a row says is struck out."""
    said = [cell for cell in row.cells if cell.text and cell.kind != "merged"]
    return bool(said) and all(cell.kind == "struck" for cell in said)


def is_printed(form: Form, row: FilledRow) -> bool:
    """Return whether a row is one of the blank form's own notes or lines above the labels."""
    printed = {key(note) for note in (*layout.notes(form), *form.notes, *form.head)}
    return all(key(cell.text) in printed for cell in row.cells if cell.text)


def is_aside(row: FilledRow, boxes: list[Box]) -> bool:
    """Return whether a row is a note, a signature, a sum or the name of a group."""
    texts = [squeezed(cell.text) for cell in row.cells if cell.text]
    if _ASIDE.match(texts[0]) or any(_SUM.fullmatch(text) for text in texts):
        return True
    written = [box for box in boxes if box.text]
    return len(written) <= 1 and _is_lone(written[0].text if written else texts[0])


def _is_lone(text: str) -> bool:
    """Return whether the only text of a row is a sentence, or a heading of several workshops."""
    return bool(re.search(r"[:：。；]", text) or _GROUP.fullmatch(text)) or not is_workshop(text)

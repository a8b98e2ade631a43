"""What an application holds besides the texts of its boxes: pasted tables, pictures, boxes of its own, text outside the form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.forms import layout
from generator.intake.filled import I616, I620, I633, Surplus
from generator.intake.labels import key
from generator.intake.notes import FormNotes, quoted
from generator.intake.opening.tablenotes import is_personal
from generator.intake.opening.wordfile import WordFile
from generator.intake.opening.wordplaces import Cell
from generator.model.forms import Form, FormField

_LABEL = 30  # characters; longer text is none
_BEFORE_COLON = re.compile(r"\s*([^:：]{1,15})[:：]")
_EMPTY_DAY = re.compile(r"[\s\u3000年月日()（）盖公章签字印_]*")
_LOOSE = "表外的文字"


class Rest:
    """The rest of one copy of the form. `boxes`: which field's box a cell is; `labels`: the cells that are labels; `heads`: rows above.

    `owned`: rows of tables that stand in a box.
    """

    def __init__(self, form: Form, file: WordFile, notes: FormNotes, which: str) -> None:
        self.form, self.file, self.notes, self.which = form, file, notes, which
        printed = (
            *layout.notes(form),
            *form.notes,
            form.title,
            form.annex,
            form.annex + form.title,
            *layout.SEAL,
        )
        self.printed = {key(text) for text in printed}

    def others(
        self, boxes: Mapping[Cell, FormField], labels: set[Cell], owned: set[int], heads: int
    ) -> list[Surplus]:
        """Return the texts to keep for the editor; what is kept and what is not is told (I616, I620, I633)."""
        found = list(self._inside(boxes))
        loose = list(self._loose(boxes, labels, owned, heads))
        personal = [label or text for label, text in loose if _is_private(label, text)]
        kept = [(label, text) for label, text in loose if not _is_private(label, text)]
        if personal:
            said = "、".join(quoted(_before_colon(text)) for text in personal)
            message = f"这几处像是个人信息，没有读：{said}"
            self.notes.add(self.which, I616, message, "不公开的不必理会。")
        if kept:
            said = "、".join(quoted(label or text) for label, text in kept)
            message = f"表里没有这几栏，内容写在草稿开头的“待核”里：{said}"
            self.notes.add(self.which, I616, message, "栏名写错的请改正再读；要用的请补进草稿。")
        return [*found, *(Surplus(label or _LOOSE, text, self.which) for label, text in kept)]

    def _inside(self, boxes: Mapping[Cell, FormField]) -> Iterator[Surplus]:
        """Yield the tables pasted into boxes; note them, pictures, and words struck out."""
        for row, cell, what, text in self.file.inside:
            field = boxes.get((row, cell))
            if field is None or field.private:
                continue
            place = f"{self.which}“{field.label}”栏"
            if what == "table":
                message = "框里贴了一张表，表里的字写在草稿开头的“待核”里，没有写进这一栏"
                self.notes.add(place, I633, message, "请照表格改写成文字，补进草稿。")
                yield Surplus(f"{field.label}里的表", text, place)
            elif what == "struck":
                message = f"划了删除线的字没有读：{quoted(text)}"
                self.notes.add(place, I620, message, "还要的请去掉删除线，再读一次；或补进草稿。")
            elif (
                field.place != "head" or not self.file.rows[row][cell].strip()
            ):  # a seal is set over the unit
                message = "框里有图片或嵌入的文件，里面的字读不出来"
                self.notes.add(place, I633, message, "请照原表把内容补进草稿。")

    def _loose(
        self, boxes: Mapping[Cell, FormField], labels: set[Cell], owned: set[int], heads: int
    ) -> Iterator[tuple[str, str]]:
        """Yield the texts that stand in no box, each with the label before it; without one the label is empty."""
        opinion = False
        for number, row in enumerate(self.file.rows):
            fields = [field for cell, field in boxes.items() if cell[0] == number]
            below_opinion = opinion and bool(row) and not row[0].strip() and not fields
            opinion = below_opinion or any(field.kind == "opinion" for field in fields)
            if number < heads or number in owned or below_opinion:
                continue
            texts = [
                (place, text.strip())
                for place, text in enumerate(row)
                if (number, place) not in boxes
                and (number, place) not in labels
                and not self._is_printed(text)
            ]
            while texts:
                place, text = texts.pop(0)
                is_label = texts and texts[0][0] == place + 1 and len(text) <= _LABEL
                yield (text, texts.pop(0)[1]) if is_label else ("", text)

    def _is_printed(self, text: str) -> bool:
        """Return whether a text is part of the blank form, or empty."""
        return key(text) in self.printed or bool(_EMPTY_DAY.fullmatch(text))


def _is_private(label: str, text: str) -> bool:
    return is_personal(label or _before_colon(text))


def _before_colon(text: str) -> str:
    found = _BEFORE_COLON.match(text)
    return found[1] if found else text[:_LABEL] if len(text) <= _LABEL else ""

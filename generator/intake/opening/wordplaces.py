"""Where the boxes of a filled 附件2 are: by control, by bookmark, beside the label; and what each of these places says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.intake.labels import Labels
from generator.intake.opening.wordfile import Control, WordFile
from generator.model.forms import Form, FormField

Cell = tuple[int, int]  # row, cell
Named = list[tuple[int, FormField, str]]  # the labels of a row, see Labels.named
DATE_AT_END = re.compile(r"[\s_]*((?:[0-9０-９]{4}|[\s_]*)\s*年[\s0-9０-９_]*月[\s0-9０-９_]*日?)\s*$")
TAIL = 60  # characters at a line's end that are searched for a date


class Written(NamedTuple):
    """One source of a field's text. `control`: it is the field's own control."""

    text: str
    control: bool = False


def labelled(labels: Labels, file: WordFile) -> tuple[list[Named], set[int]]:
    """Return the labels in each row, and the rows of tables that stand in a box: whatever these say, it is no label."""
    named: list[Named] = []
    owned: set[int] = set()
    for number, row in enumerate(file.rows):
        outer = file.around.get(number)
        if outer is not None and (named[outer] or outer in owned):
            owned.add(number)
        named.append([] if number in owned else labels.named(row))
    return named, owned


class Places:
    """The places of all boxes in one copy of the form. `heads`: how many rows stand above the first box of the front.

    `owned`: rows of tables that stand in a box.
    """

    def __init__(self, form: Form, labels: Labels, file: WordFile) -> None:
        self.labels, self.file = labels, file
        self.named, self.owned = labelled(labels, file)
        fronts = [field for field in form.fields if field.place != "head"]
        begun = (number for number, row in enumerate(self.named) if any(one in fronts for _, one, _ in row))
        self.heads = next(begun, 0)
        self.tags = {tag for field in form.fields for tag in _tags(field)}

    def sources(self, field: FormField) -> list[Written]:
        """Return the texts by tag, alias, the bookmark's cell, and beside the label: all there are, the surest first."""
        file, keys = self.file, _tags(field)
        tagged = [item for item in file.controls if item.tag == field.key]
        named = [item for item in file.controls if not item.nested and self._aliased(item) is field]
        places = [(item.row, item.cell) for item in file.bookmarks if item.name in keys]
        places += [(item.row, item.cell) for item in file.controls if item.tag in keys]
        sources = [Written(item.text, True) for item in dict.fromkeys([*tagged, *named])]
        sources += [Written(self._without_label(*place)) for place in dict.fromkeys(places)]
        sources += map(Written, self._beside(field))
        return sources or [Written(text) for text in self._date_in_head(field)]

    def _aliased(self, control: Control) -> FormField | None:
        return None if control.tag in self.tags else self.labels.field(control.alias)

    def _without_label(self, row: int, cell: int) -> str:
        """Return a cell's text without the label that it begins with."""
        return next(
            (inline for place, _, inline in self.named[row] if place == cell), self.file.rows[row][cell]
        )

    def _beside(self, field: FormField) -> Iterator[str]:
        """Yield the text after the label's colon, else that of the cell at the right."""
        for number, row in enumerate(self.file.rows):
            for place, named, inline in self.named[number]:
                if named is field:
                    right = self._right_of(number, place)
                    within = inline.strip() or len(row) == 1 or right == place
                    yield inline if within else row[right]

    def _right_of(self, row: int, place: int) -> int:
        """Return the nearest cell to the right that is neither empty nor a label, else the next one; the label's own if there is none."""
        cells, labels = self.file.rows[row], {other for other, _, _ in self.named[row]}
        end = next((number for number in range(place + 1, len(cells)) if number in labels), len(cells))
        written = (number for number in range(place + 1, end) if cells[number].strip())
        return next(written, place + 1 if place + 1 < end else place)

    def _date_in_head(self, field: FormField) -> Iterator[str]:
        """Yield the date at the end of the line that starts with the unit, if the date has no box of its own."""
        if field.kind == "date" and field.place == "head":
            for row in self.file.rows[: self.heads]:
                yield from (match[1] for cell in row if (match := DATE_AT_END.search(cell[-TAIL:])))

    def cells(self, field: FormField) -> Iterator[Cell]:
        """Yield the cells of a field's box."""
        keys = _tags(field)
        yield from ((item.row, item.cell) for item in self.file.bookmarks if item.name in keys)
        for item in self.file.controls:
            if item.tag in keys or (not item.nested and self._aliased(item) is field):
                yield item.row, item.cell
        for number, row in enumerate(self.file.rows):
            for place, named, inline in self.named[number]:
                if named is field:
                    right = place if inline.strip() or len(row) == 1 else self._right_of(number, place)
                    yield number, right


def _tags(field: FormField) -> list[str]:
    """Return the tags of a field's controls, which are also the names of its bookmarks."""
    return [field.key, *(f"{field.key}_{number}" for number in range(1, len(field.options) + 1))]

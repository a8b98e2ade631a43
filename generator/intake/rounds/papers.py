"""The papers of a round: each application form and each row of a summary table, read from its original."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.intake import blanks, mapping
from generator.intake.batch import opened
from generator.intake.filled import Box, Filled
from generator.intake.notes import FormNotes, FormProblem, Refusal
from generator.intake.opening import package
from generator.intake.persons import without_seal
from generator.intake.plain import half, one_line, says_nothing, seen, squeezed
from generator.intake.record import Record
from generator.intake.returned.rows import ReturnedTable
from generator.intake.rounds.state import Received
from generator.intake.sent import I607
from generator.intake.terms import I622
from generator.model.dates import propose_date
from generator.model.forms import FormField
from generator.model.registry import Registry

FORM = "form"  # the layout of the application; a summary is a table
_SAVED = re.compile(rb"<dcterms:modified[^>]*>([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{5})")
_HARMLESS = (I622,)  # told, but no doubt: an older word was replaced by the one in use


@dataclass(frozen=True)
class Paper:
    """One application as one file tells it.

    `key`: `sha256:place in the file`; `problems`: those of its boxes; `record`: what the register would take of it, None without
    a name; `filled_in`, `saved`: the days on the form and in the file, in ISO form, empty where there are none.
    """

    key: str
    received: Received
    filled: Filled
    problems: tuple[FormProblem, ...]
    record: Record | None
    filled_in: str = ""
    saved: str = ""

    @property
    def is_form(self) -> bool:
        """Whether it is an application form, and no row of a summary table."""
        return self.filled.form.layout == FORM

    @property
    def origin(self) -> str:
        """Where it was read: its file by the way it first came, and its place in it."""
        return f"{self.received.origins[0]} {self.filled.place}".strip()

    def fed(self, feeds: str) -> str:
        """Return the text of the box that fills a key of the record, on one line; empty if there is none."""
        box = self.filled.box(feeds)
        return written(box) if box else ""

    @property
    def missing(self) -> tuple[FormField, ...]:
        """The fields that somebody should have filled in and nobody did, or that are no longer in the form."""
        empty = {field.key for field in blanks.empty(self.filled)}
        gone = {field.key for field in self.filled.form.fields if field.feeds and not field.private} - set(
            self.filled.boxes
        )
        return tuple(
            field
            for field in self.filled.form.fields
            if field.key in empty or (self.is_form and field.key in gone)
        )

    def doubts(self, key: str) -> tuple[str, ...]:
        """Return why what a field says is doubtful, in words."""
        box = self.filled.boxes.get(key)
        return tuple(
            told(problem)
            for problem in self.problems
            if box and problem.place == box.place and problem.code not in _HARMLESS
        )


def corrected(paper: Paper, texts: Mapping[str, str], registry: Registry, today: date) -> Paper:
    """Return a paper that says these texts in its fields of these keys, read again by the same laws."""
    fields = {
        field.key: field for field in paper.filled.form.fields if field.key in texts and not field.private
    }
    boxes = {key: Box(field, texts[key], f"“{field.label}”栏") for key, field in fields.items()}
    filled = replace(paper.filled, boxes={**paper.filled.boxes, **boxes})
    places = {box.place for key, box in paper.filled.boxes.items() if key in boxes}
    notes = FormNotes(paper.origin, today)
    record = mapping.record(filled, registry, notes, "wgs84")
    kept = [it for it in paper.problems if it.place not in places and it not in notes.problems]
    return replace(paper, filled=filled, record=record, problems=(*kept, *notes.problems))


def told(problem: FormProblem) -> str:
    """Return what a problem says to who asks a union, without the words about a draft."""
    return re.sub(r"，(?:都)?没有写[进成]草稿", "", problem.message)


def written(box: Box) -> str:
    """Return what a box says, in one line; nothing for a word that says nothing."""
    text = one_line(without_seal(seen(box.text)))
    return "" if says_nothing(text) else text


def read(
    received: Received, content: bytes, registry: Registry, today: date
) -> tuple[list[Paper], list[FormProblem]] | Refusal:
    """Return the papers of an original and the problems of the whole file; those that nobody filled in are left out."""
    notes = FormNotes(received.origins[0], today)
    filled = opened(content, registry, notes)
    if isinstance(filled, Refusal):
        return filled
    if isinstance(filled, ReturnedTable):
        return Refusal(I607, "这是填好的台账，不是申报的材料", "请用 run.py import 读回名册。")
    saved = _saved(content)
    before = tuple(notes.problems)
    found = []
    for number, one in enumerate(filled):
        if any(map(written, one.boxes.values())):
            own = FormNotes(received.origins[0], today)
            record = mapping.record(one, registry, own, "wgs84")
            problems = (*(it for it in before if _is_of(it, one, len(filled))), *own.problems)
            key = f"{received.sha256}:{number}"
            found.append(Paper(key, received, one, problems, record, _filled_in(one), saved))
    kept = {id(problem) for paper in found for problem in paper.problems}
    return found, [problem for problem in before if id(problem) not in kept]


def _is_of(problem: FormProblem, filled: Filled, many: int) -> bool:
    """Whether a problem is one of this application's boxes, or of the only one."""
    places = {box.place for box in filled.boxes.values()}
    return problem.place in places or (bool(filled.place) and problem.place == filled.place) or many == 1


def _filled_in(filled: Filled) -> str:
    own = next((box.text for box in filled.boxes.values() if _is_day_of_form(box.field)), "") or filled.dated
    return propose_date(half(squeezed(own))) or "" if own else ""


def _is_day_of_form(field: FormField) -> bool:
    return field.kind == "date" and not field.feeds and not field.private


def _saved(content: bytes) -> str:
    """When the file was last saved, as Word and Excel write it into the file."""
    parts = package.unpack(content) if content.startswith(package.ZIP) else {}
    found = None if isinstance(parts, Refusal) else _SAVED.search(parts.get("docProps/core.xml", b""))
    return found[1].decode().replace("T", " ") if found else ""

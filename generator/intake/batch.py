"""All files of one call to drafts: every file is read before a draft is made, and every draft is checked as a record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from generator.intake import agreement, blanks, columns, drafts, sent
from generator.intake.columns import Unsettled
from generator.intake.filled import Filled
from generator.intake.mapping import record
from generator.intake.notes import FormNotes, FormProblem, Refusal, UnknownHead, as_lines
from generator.intake.record import Record
from generator.intake.returned.rows import ReturnedTable
from generator.libraries.characters import visible
from generator.libraries.typeset import PACKAGED, Fonts
from generator.model.local import Ids, number_of
from generator.model.registry import Registry
from generator.problems import reports
from generator.problems.code import ERROR
from generator.problems.problem import Problem
from generator.reading.placement import path_of
from generator.rules.check import check_added
from generator.rules.namings import R348
from generator.site.output import Output, text_output


class Draft(NamedTuple):
    """A draft to write, the workshop's name, and the file and place that it was read from."""

    output: Output
    name: str
    path: str
    place: str


@dataclass(frozen=True)
class Batch:
    """The result of one call. `problems` are in the files that were sent, in the drafts those that `checked` finds.

    `unread`: how many files could not be read; with any, there are no drafts. `left`: labels of fields that are not read.
    `returned`: the sheets that came back among them; `unsettled`: heads of columns that are not understood.
    """

    files: int
    unread: int
    drafts: tuple[Draft, ...]
    problems: tuple[FormProblem, ...]
    checked: tuple[Problem, ...]
    left: tuple[str, ...]
    returned: tuple[ReturnedTable, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether any problem is an error."""
        return ERROR in self._severities

    def told(self, folder: str) -> list[str]:
        """Return what is to be told before anything is written, as lines; `folder` is that of the drafts, as the user named it."""
        texts = {draft.output.path: draft.output.content.decode("utf-8") for draft in self.drafts}
        lines = [*as_lines(self.problems), *reports.as_text(self.checked, texts, f"{folder}/")]
        if self.left and self.drafts:
            lines.append(f"不进入记录的栏目没有读出：{'、'.join(self.left)}。")
        lines += columns.asked(self.unsettled)
        if self.unread and not self.returned:
            lines.append("有文件读不了，一份草稿也没有写。")
        return lines

    def written(self, folder: str, done: str = "写好了草稿") -> list[str]:
        """Return which drafts were written, as lines; `done`: what else to say of them."""
        return [
            visible(
                f"{done} {folder}/{draft.output.path}：{draft.name}（{f'{draft.path} {draft.place}'.strip()}）"
            )
            for draft in self.drafts
        ]

    @property
    def _severities(self) -> list[str]:
        of_files = [problem.severity for problem in self.problems]
        return of_files + [problem.severity for problem in self.checked]

    def summary(self, done: str = "", further: Iterable[FormProblem] = ()) -> str:
        """Return the result in a line. `done`: what else was made; `further`: problems of that."""
        severities = [*self._severities, *(problem.severity for problem in further)]
        grave = severities.count(ERROR)
        made = [done] if done else []
        made += [f"{len(self.drafts)} 份草稿"] if self.drafts or not done else []
        return f"{self.files} 个文件，{'，'.join(made)}，{grave} 个错误，{len(severities) - grave} 个警告"


def batch(
    files: Iterable[tuple[str, bytes | Refusal]],
    registry: Registry,
    taken: Iterable[str],
    today: date,
    datum: str,
) -> Batch:
    """Return drafts of all files, each with its name; none if a file cannot be read. `taken`: names of records in use."""
    problems: list[FormProblem] = []
    read: list[tuple[Record, Filled, str]] = []
    returned: list[ReturnedTable] = []
    left: dict[str, None] = {}
    heads: list[UnknownHead] = []
    unread = count = 0
    for path, content in files:
        count += 1
        notes = FormNotes(path, today)
        filled = content if isinstance(content, Refusal) else opened(content, registry, notes)
        if isinstance(filled, Refusal):
            unread += 1
            notes.add("", *filled)
            filled = []
        if isinstance(filled, ReturnedTable):
            returned.append(filled)
            filled = []
        for one in filled:
            mapped = record(one, registry, notes, datum)
            read += [(mapped, one, path)] if mapped else []
            left |= {field.label: None for field in one.form.fields if field.private}
        problems += notes.problems
        heads += notes.heads
    written = () if unread else tuple(_numbered(read, registry.local.ids, taken))
    unsettled = tuple(columns.unsettled(registry, heads))
    return Batch(count, unread, written, tuple(problems), (), tuple(left), tuple(returned), unsettled)


def opened(content: bytes, registry: Registry, notes: FormNotes) -> sent.Sent:
    """Return the applications of one file, and note what they say together and what they leave empty; or a sheet that came back."""
    filled = sent.applications(content, registry, notes)
    if isinstance(filled, Refusal | ReturnedTable):
        return filled
    filled = agreement.agreed(filled, notes)
    for one in filled:
        blanks.note(one, notes)
    return filled


def checked(result: Batch, registry: Registry, today: date, fonts: Fonts = PACKAGED) -> Batch:
    """Return a batch with the problems of its drafts among all existing records; that an applicant was not yet named is none.

    `fonts`: what PDFs are set in.
    """
    own = {draft.output.path: draft.output.content.decode("utf-8") for draft in result.drafts}
    found = check_added(registry, own, today, fonts) if own else []
    return replace(result, checked=tuple(problem for problem in found if problem.code != R348))


def _numbered(records: list[tuple[Record, Filled, str]], ids: Ids, taken: Iterable[str]) -> Iterable[Draft]:
    """Yield the drafts with the next free numbers."""
    number = number_of(ids.next(taken))
    for place, (draft_record, filled, path) in enumerate(records):
        id_ = ids.of_number(number + place)
        text = drafts.text(id_, draft_record, filled.title or filled.form.title)
        yield Draft(text_output(path_of(id_), text, path), draft_record.values["name"], path, filled.place)

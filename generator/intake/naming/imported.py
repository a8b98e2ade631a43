"""All files of a naming list to what becomes of the registry: read, matched, and checked as a whole before a line is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.intake import columns, sent
from generator.intake.columns import Unsettled
from generator.intake.naming.lists import has_labels, named
from generator.intake.naming.named import NamedWorkshop
from generator.intake.naming.registering import Registered, registered
from generator.intake.notes import FormNotes, FormProblem, Refusal, UnknownHead, as_lines
from generator.intake.standing import Standing
from generator.libraries.characters import visible
from generator.model.notices import Notice
from generator.model.registry import Registry
from generator.problems import reports
from generator.problems.code import ERROR, Code
from generator.problems.problem import Problem
from generator.reading.read import read_texts
from generator.rules.check import check
from generator.rules.namings import R349
from generator.rules.takedown import still_said

I647 = Code(
    "I647",
    ERROR,
    "名单里没有读到工作室",
    meaning="文件打得开，里面却没有认得出的工作室名称：名称要以“工作室”或“联盟”结尾，表要有“工作室名称”一列，或者一行一个名称。",
    bad="只有标题和落款的通报正文，名单在另一个附件里",
    remedy="核对是不是放错了文件；名单是图片的，请打成文字。",
)

REHEARSED = "这是预演，什么也没有写；去掉 --dry-run 再运行一次就写。"


@dataclass(frozen=True)
class Imported:
    """What a list becomes. `told`: problems of the list; `problems`: those that the changed files would have and had not before;
    `after`: the registry as it would be; `unsettled`: heads of columns that are not understood. Nothing is to be written unless `is_good`."""

    notice: Notice
    told: tuple[FormProblem, ...]
    result: Registered
    problems: tuple[Problem, ...]
    after: Registry
    is_read: bool
    unsettled: tuple[Unsettled, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether it may be written: every file was read, and no file gets an error, but for entries that fit several records."""
        grave = [it for it in self.problems if it.severity == ERROR and it.code != R349]
        return self.is_read and not grave

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        severities = [*(it.severity for it in self.told), *(it.severity for it in self.problems)]
        return ERROR in severities

    def report(self, folder: str, *, dry: bool = False) -> str:
        """Return it as text. `folder`: of the registry, as the user named it; `dry`: nothing was to be written."""
        lines = as_lines(self.told)
        lines += columns.asked(self.unsettled)
        lines += reports.as_text(self.problems, self.after.texts, f"{folder}/")
        lines += [visible(line) for line in self.result.said]
        if not self.is_read:
            lines.append("名单没有读全，什么也没有写。")
        elif not self.is_good:
            lines.append("改了以后名册会有上面的错误，所以什么也没有写。")
        else:
            lines.append(self._summary())
            lines += [REHEARSED] if dry else []
        return "\n".join(lines) + "\n"

    def _summary(self) -> str:
        naming, result = self.after.namings[self.notice.id], self.result
        citing = {workshop.path for workshop in naming.cited}
        held = sum(1 for record in naming.records if record and record.path in citing)
        done = f"{len(result.new)} 份新记录，{result.gained} 份加上命名，{result.known} 份原来就写了，{result.open} 个待查"
        return f"{done}。名单上 {len(naming.records)} 个，{held} 个有记录写明由它命名。"


def imported(files: Iterable[tuple[str, bytes | Refusal]], notice: Notice, ground: Standing) -> Imported:
    """Return what the files of a notice's list become."""
    registry = ground.registry
    told: list[FormProblem] = []
    entries: list[NamedWorkshop] = []
    heads: list[UnknownHead] = []
    unread = 0
    first = ""
    for path, content in files:
        first = first or path
        notes = FormNotes(path, ground.today)
        found = _entries(content, registry, notes)
        entries += [one._replace(place=f"{path} {one.place}") for one in found] if path != first else found
        told += notes.problems
        heads += notes.heads
        unread += not found
    if unread or not entries:
        unsettled = tuple(columns.unsettled(registry, heads))
        return Imported(notice, tuple(told), Registered(), (), registry, False, unsettled)
    notes = FormNotes(first, ground.today)
    notes.problems += told
    notes.heads += heads
    return judged(notice, entries, notes, ground)


def judged(notice: Notice, entries: Sequence[NamedWorkshop], notes: FormNotes, ground: Standing) -> Imported:
    """Return what the workshops of a notice's list become. `notes`: the problems of the list, to which more are added."""
    registry = ground.registry
    result = registered(registry, notice, entries, ground.taken, notes)
    whole = {**registry.texts, **result.altered, **result.new}
    after, problems = read_texts(whole, registry.names, registry.photos)
    told = [*check(after, problems, ground.today, ground.fonts), *still_said(after, ground.withdrawn)]
    touched = {notice.path, *result.altered, *result.new}
    new = tuple(ground.new(it for it in dict.fromkeys(told) if it.path in touched))
    unsettled = tuple(columns.unsettled(registry, notes.heads))
    return Imported(notice, tuple(notes.problems), result, new, after, True, unsettled)


def _entries(content: bytes | Refusal, registry: Registry, notes: FormNotes) -> list[NamedWorkshop]:
    """The workshops of a file; a text is a table if it can be cut so that a row has labels, else it is read line by line."""
    ways = content if isinstance(content, Refusal) else sent.sheets(content, notes)
    if isinstance(ways, Refusal):
        notes.add("", *ways)
        return []
    found = named(next((way for way in ways if has_labels(way, registry)), ways[-1]), registry, notes)
    if not found:
        remedy = "请核对是不是放错了文件；名单是图片的，请打成文字，一行一个名称。"
        notes.add("", I647, "没有读到工作室的名称", remedy)
    return found

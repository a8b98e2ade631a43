"""A naming list in any file to its workshops: a table with labels, a table without, paragraphs, pasted lines.

Whatever it is, it is made a table with the labels of 附件1 and read by the one reader of tables; what headings say of the
workshops below them stands in columns of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.intake.filled import I615, I616, Filled
from generator.intake.labels import Labels
from generator.intake.mapping import record
from generator.intake.naming.headings import CATEGORY, COLUMNS, RECOMMENDER, TITLE, Heading, heading
from generator.intake.naming.lines import workshops
from generator.intake.naming.named import NamedWorkshop
from generator.intake.notes import FormNotes, quoted
from generator.intake.opening import tableform, tableheader
from generator.intake.opening.sheet import FilledCell, FilledRow, FilledSheet
from generator.intake.persons import is_workshop
from generator.intake.plain import closed
from generator.model.dates import PartialDate
from generator.model.forms import Form, FormField
from generator.model.registry import Registry
from generator.problems.code import WARNING, Code

NAME, UNIT, LEADER, ID = "工作室名称", "所在单位", "领衔人", "编号"
_OF_LINES = (NAME, UNIT, LEADER, ID)
_FEEDS = frozenset({"name", "unit", "leader.name", "recommender", "district", "zone", "category"})
# The columns of a list where the register has no 附件1 yet: what each feeds, what it is called, what else.
_WITHOUT_FORM = (
    ("name", NAME, ("名称", "工作室")),
    ("unit", UNIT, ("单位", "单位名称", "申报单位")),
    ("leader.name", LEADER, ("领衔人姓名", "领军人", "领军人姓名", "带头人", "负责人")),
    ("recommender", "推荐工会", ("推荐单位", "推荐单位（工会）")),
    ("district", "区域", ("所属区域", "地区", "区市县")),
    ("category", "类别", ()),
)

I641 = Code(
    "I641",
    WARNING,
    "标题下的个数和写的不同",
    meaning="名单的小标题写着有几个，下面读到的不是这个数，可能漏读了，也可能名单漏列了。",
    bad="“一、甲区（12个）”下面只有 11 个",
    remedy="对照通报原文，看缺哪一个。",
)


_NO_FORM = Form(
    {}, id="", title="命名名单", annex="", notice="", layout="table", version="", effective=PartialDate(1), rows=None,
    reconstructed=None, head=(), fields=(), notes=(), guide=(), changes=(),
)  # fmt: skip


@dataclass
class _Part:
    """A piece of the list with the same labels: its rows, each with what the headings above it say."""

    labels: FilledRow
    rows: list[tuple[FilledRow, dict[str, str]]] = field(default_factory=list)


def named(sheets: Iterable[FilledSheet], registry: Registry, notes: FormNotes) -> list[NamedWorkshop]:
    """Return the workshops of a list in their order; empty if there are none."""
    form = list_form(registry)
    shown = [sheet for sheet in sheets if not sheet.hidden]
    return [one for sheet in shown for one in _Reading(form, sheet, registry, notes).named()]


def has_labels(sheets: Iterable[FilledSheet], registry: Registry) -> bool:
    """Return whether any row names the columns of a list."""
    labels = Labels(list_form(registry), asked=True)
    rows = (row for sheet in sheets for row in sheet.rows)
    return any(_are_labels(labels, [cell.text for cell in row.cells]) for row in rows)


def _are_labels(labels: Labels, texts: Iterable[str]) -> bool:
    fields = [one for text in texts if text and (one := labels.field(text))]
    return len({one.key for one in fields}) > 1 and any("name" in one.feeds for one in fields)


def list_form(registry: Registry) -> Form:
    """Return the columns that a naming list may have: those of 附件1 that a notice prints, a title and an id."""
    own = [_own("title", TITLE, ("称号",)), _own("id", ID, ("记录编号",))]
    tables = [form for form in registry.forms if form.layout == "table"]
    newest = max(tables, key=lambda form: form.effective, default=None)
    if newest is None:
        plain = [
            _own(feeds.partition(".")[0], label, aliases, feeds) for feeds, label, aliases in _WITHOUT_FORM
        ]
        return replace(_NO_FORM, fields=(_own("number", "序号", ()), *plain, *own))
    counts = [it.key for it in newest.fields if it.kind == "integer" and not it.feeds]
    kept = [it for it in newest.fields if _FEEDS & set(it.feeds) or it.private or it.key in counts]
    return replace(newest, fields=(*kept, *own), title="命名名单", head=(), notes=())


def _own(key: str, label: str, aliases: tuple[str, ...], *feeds: str) -> FormField:
    """A column of the list that no form has."""
    blank: dict[str, Any] = dict.fromkeys(("place", "limit", "width", "help", "private"))
    empty: dict[str, Any] = dict.fromkeys(("lines", "options", "vocabularies"), ())
    return FormField(at={}, key=key, label=label, aliases=aliases, kind="text", feeds=feeds, **empty, **blank)


class _Reading:
    """The reading of one sheet."""

    def __init__(self, form: Form, sheet: FilledSheet, registry: Registry, notes: FormNotes) -> None:
        self.form, self.sheet, self.registry, self.notes = form, sheet, registry, notes
        self.labels = Labels(form, asked=True)
        self.headings: list[tuple[Heading, int]] = []  # those in force, with how many stood above them
        self.unread: list[str] = []
        self.count = 0

    def named(self) -> list[NamedWorkshop]:
        """Return the workshops of the sheet."""
        found = [one for part in self._parts() for one in self._of_part(part)]
        self._close(self.headings)
        if self.unread and found:
            message = f"有 {len(self.unread)} 处没有读，不像工作室：{'、'.join(map(quoted, self.unread[:5]))}"
            self.notes.add(self.sheet.name, I616, message, "是工作室的，请一行只写一个名称，再读一次。")
        return found

    def _parts(self) -> list[_Part]:
        parts = [_Part(_row(0, _OF_LINES))]
        for row in self.sheet.rows:
            texts = [cell.text for cell in row.cells if cell.text]
            if _are_labels(self.labels, texts):
                parts.append(_Part(row._replace(number=min(row.number, tableheader.WITHIN))))
            elif len(set(texts)) == 1 and (found := heading(texts[0], self.registry)):
                self._enter(found)
            elif len(parts) > 1:
                self._add(parts[-1], row, sum(1 for text in texts if is_workshop(text)) > 0)
            else:
                self._add_lines(parts[0], row.number, texts)
        return parts

    def _add(self, part: _Part, row: FilledRow, counts: bool) -> None:
        said = {column: word for it, _ in self.headings for column, word in it.says.items()}
        part.rows.append((row, said if counts else {}))
        self.count += counts

    def _add_lines(self, part: _Part, number: int, texts: Sequence[str]) -> None:
        lines = workshops("\u3000".join(texts))
        for line in lines:
            self._add(part, _row(number, (line.name, line.unit, line.leader, line.id)), True)
            part.rows[-1][1].update({RECOMMENDER: line.recommender} if line.recommender else {})
        self.unread += [line.left for line in lines if line.left] if lines else ["，".join(texts)]

    def _enter(self, new: Heading) -> None:
        """A heading ends those that are as deep or deeper; one without a number those that say the same."""
        again = CATEGORY in new.says
        ended = [
            (it, since)
            for it, since in self.headings
            if (
                it.depth >= new.depth or not it.depth
                if new.depth
                else not it.depth and (again or it.says.keys() & new.says.keys())
            )
        ]
        self._close(ended)
        if not new.says and not new.is_title:
            message = f"标题{quoted(new.text)}不是推荐单位、区域，也不是类别，下面的工作室没有写上它"
            self.notes.add(self.sheet.name, I616, message, "请核对写法；要写的，请改成词表里的名称再读一次。")
        self.headings = [pair for pair in self.headings if pair not in ended] + [(new, self.count)]

    def _close(self, ended: Sequence[tuple[Heading, int]]) -> None:
        for it, since in ended:
            if it.many is not None and it.many != self.count - since:
                message = f"{quoted(it.text)}下面读到 {self.count - since} 个"
                self.notes.add(self.sheet.name, I641, message, "请对照通报原文，看缺了或多了哪一个。")

    def _of_part(self, part: _Part) -> Iterator[NamedWorkshop]:
        """The part as a table that has a column for each thing that headings say, unless it has one already."""
        width = max(len(row.cells) for row in (part.labels, *(row for row, _ in part.rows)))
        had = {one.key for cell in part.labels.cells if (one := self.labels.field(cell.text))}
        more = [column for column in COLUMNS if (one := self.labels.field(column)) and one.key not in had]
        labels = _widened(part.labels, width, more)
        rows = [_widened(row, width, [said.get(column, "") for column in more]) for row, said in part.rows]
        own = FormNotes(self.notes.path, self.notes.today, remarks=False)
        sheet = self.sheet._replace(rows=(labels, *rows))
        for filled in tableform.read(self.form, [sheet], own) if rows else ():
            made = record(filled, self.registry, own, "wgs84")
            if made:
                values = {key: value for key, value in made.values.items() if key != "sources"}
                values |= {key: closed(values[key]) for key in ("name", "unit") if key in values}
                yield NamedWorkshop(values, filled.place, _text(filled, "title"), _text(filled, "id"))
        self.notes.heads += own.heads
        self.notes.problems += [problem for problem in own.problems if problem.code != I615]


def _text(filled: Filled, key: str) -> str:
    return filled.boxes[key].text if key in filled.boxes else ""


def _row(number: int, texts: Iterable[str]) -> FilledRow:
    return FilledRow(number, tuple(map(FilledCell, texts)))


def _widened(row: FilledRow, width: int, more: Iterable[str]) -> FilledRow:
    """The row with further cells behind the widest one's last."""
    empty = (FilledCell(),) * (width - len(row.cells))
    return row._replace(cells=(*row.cells, *empty, *map(FilledCell, more)))

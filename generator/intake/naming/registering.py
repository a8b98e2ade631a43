"""The workshops of a naming list to changes of the registry: who has a record gains the designation, the others get a record.

`registered` is the one function: values in, texts out, nothing is written. A list that was read (lists.py) and a round that
has been decided call it alike. Which record an entry is, is found as the laws between notices and records find it (R343, R349);
where the law of duplicates asks whether it may be another one (R361 to R364), it is told and not guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.drafts.alteration import Alteration
from generator.drafts.altering import altered, values
from generator.intake.filled import I646
from generator.intake.naming import texts
from generator.intake.naming.named import NEW, NamedWorkshop
from generator.intake.notes import FormNotes, quoted
from generator.model.local import number_of
from generator.model.notices import Notice
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.problems.code import ERROR, WARNING, Code
from generator.reading.placement import path_of
from generator.reading.read import read_record
from generator.rules.duplicates import likenesses
from generator.rules.names import IN_NAMES, category_of

I642 = Code(
    "I642",
    ERROR,
    "可能是已有的工作室，没有登记",
    meaning="名册里有名称、单位或领衔人相近的记录，分不清是同一个还是另一个；猜错了，一个工作室就有两份记录，或者两个并成了一份。",
    bad="名单里是“周海劳模创新工作室”，名册里有 DL0001 周海职工创新工作室",
    remedy="查清以后，在名单的这一行写上编号（表里加一列“编号”）：是同一个的写它的编号，不是的写“新”，再读一次。",
)
I643 = Code(
    "I643",
    ERROR,
    "编号和名称对不上",
    meaning="名单里写的编号没有记录，或者那份记录叫别的名称；照登就会记到别的工作室头上。",
    bad="名单里写 DL0003 周海职工创新工作室，DL0003 是吴山劳模创新工作室",
    remedy="核对编号；是同一个、后来改了名的，先在那份记录的 former_names 里写上名单里的名称。",
)
I644 = Code(
    "I644",
    WARNING,
    "名单的数目和通报写的不同",
    meaning="通报正文写了命名多少个，名单读到的不是这个数：可能漏读了，也可能名单本来不全。",
    bad="counts 写职工 40，名单里读到 39 个",
    remedy="对照通报原文，看缺哪一个；名单本来不全的可以不改。",
)
I645 = Code(
    "I645",
    ERROR,
    "名单里写了两次",
    meaning="名称、单位、领衔人都一样的写了两次，只能算一个。",
    bad="“周海职工创新工作室”在第 3 行和第 20 行各写了一次",
    remedy="写重了的删去一处；两个同名的工作室，在两行里各写上单位。",
)


@dataclass
class Registered:
    """What becomes of a list. `altered`: the new texts of files that stand; `new`: those of new records, both by path.

    `said`: a line for each change; `gained`, `known`: how many records gain the designation, and
    have it already; `open`: how many entries wait for an answer.
    """

    altered: dict[str, str] = field(default_factory=dict)
    new: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    gained: int = 0
    known: int = 0
    open: int = 0


def registered(
    registry: Registry,
    notice: Notice,
    entries: Sequence[NamedWorkshop],
    taken: Iterable[str],
    notes: FormNotes,
) -> Registered:
    """Return the changes by which a notice of the registry names all entries.

    `entries`: in the notice's order; `taken`: names of records in use, as for next_id. Problems (I642 to I645) go to `notes`.
    """
    return _Registering(registry, notice, _once(entries, notes), notes).done(
        number_of(registry.local.ids.next(taken))
    )


def _once(entries: Sequence[NamedWorkshop], notes: FormNotes) -> list[NamedWorkshop]:
    """The entries, each once (I645)."""
    found: dict[str, NamedWorkshop] = {}
    for entry in entries:
        first = found.setdefault(f"{entry.listed} {entry.id}", entry)
        if first is not entry:
            message = f"{quoted(entry.name)}写了两次，第一次在{first.place or '前面'}；只登记一次"
            remedy = "写重了的请删去；两个同名的工作室，请在两行里各写上单位，再读一次。"
            notes.add(entry.place, I645, message, remedy)
    return list(found.values())


def _is_named(record: Workshop, notice: Notice) -> bool:
    return any(one.notice == notice.id for one in record.designations)


class _Registering:
    """The work on one list, in which each entry finds its record or becomes one."""

    def __init__(
        self, registry: Registry, notice: Notice, entries: list[NamedWorkshop], notes: FormNotes
    ) -> None:
        self.registry, self.notice, self.entries, self.notes = registry, notice, entries, notes
        self.result = Registered()

    def done(self, number: int) -> Registered:
        """Return what becomes of all entries. `number`: of the first new record."""
        fresh: list[NamedWorkshop] = []
        for entry, record, rivals in self._matched():
            if entry.id == NEW and record and _is_named(record, self.notice):  # an earlier reading made it
                self.result.known += 1
                self.result.said.append(f"{record.id} {entry.name}：已经登记，写着的“{NEW}”不再新建一份")
            elif entry.id == NEW or (record is None and not entry.id):
                fresh.append(entry)
            elif entry.id:
                self._by_id(entry)
            elif record and rivals:
                self._ask(entry, [record, *rivals])
            elif record:
                self._gain(entry, record)
        self._add(fresh, number)
        self._fill_notice()
        self._count()
        return self.result

    def _matched(self) -> Iterable[tuple[NamedWorkshop, Workshop | None, tuple[Workshop, ...]]]:
        """Each entry with its record, and the others that fit it as well."""
        whole = replace(self.notice, names=tuple(entry.listed for entry in self.entries))
        found = replace(self.registry, notices=(whole,)).namings[self.notice.id]
        return zip(self.entries, found.records, found.rivals, strict=True)

    def _by_id(self, entry: NamedWorkshop) -> None:
        record = self.registry.workshop_by_id.get(entry.id)
        if record and entry.name in record.names:
            self._gain(entry, record)
        elif record:
            told = f"{entry.id} 的名称是{quoted(record.name)}，不是{quoted(entry.name)}"
            former = f"请先在 registry/{record.path} 的 former_names 里写上{quoted(entry.name)}"
            self._wait(entry, I643, told, f"请核对编号；是同一个、改过名的，{former}。")
        else:
            self._wait(entry, I643, f"没有编号为{quoted(entry.id)}的记录", f"请核对编号；新的写“{NEW}”。")

    def _wait(self, entry: NamedWorkshop, code: Code, message: str, remedy: str) -> None:
        self.result.open += 1
        self.notes.add(entry.place, code, message, remedy)

    def _ask(self, entry: NamedWorkshop, others: Sequence[Workshop]) -> None:
        shown = "、".join(f"{one.id}（{one.unit or '单位待补充'}的{one.name}）" for one in others[:8])
        message = f"{quoted(str(entry.listed))}可能就是 {shown}，没有登记"
        same = f"是同一个的，在名单的这一行写上编号 {others[0].id}；不是的，写“{NEW}”"
        self._wait(entry, I642, message, f"请查清：{same}（表里加一列“编号”来写）；再读一次。")

    def _gain(self, entry: NamedWorkshop, record: Workshop) -> None:
        """A record gains the designation, and what it did not say yet."""
        if _is_named(record, self.notice):
            self.result.known += 1
            return
        text, completed = texts.gained(self.registry, self.notice, entry, record)
        if text is None:
            message = f"registry/{record.path} 的写法特别，程序改不了"
            self._wait(entry, I646, message, "请打开这份记录，照通报手工加上命名。")
            return
        self.result.gained += 1
        self.result.altered[record.path] = text
        more = f"，补上{'、'.join(completed)}" if completed else ""
        self.result.said.append(f"{record.id} {record.name}：加上命名{more}")

    def _add(self, fresh: Sequence[NamedWorkshop], number: int) -> None:
        """New records; none of an entry that may be one of those that stand."""
        for entry, like in zip(fresh, self._like(fresh, number), strict=True):
            if like and entry.id != NEW:
                self._ask(entry, like)
                continue
            id_ = self.registry.local.ids.of_number(number)
            self.result.new[path_of(id_)] = texts.draft(self.registry, self.notice, entry, id_, like)
            self.result.said.append(f"{id_} {entry.name}：新记录")
            for other in like:
                self._answer(other, id_)
            number += 1

    def _like(self, fresh: Sequence[NamedWorkshop], number: int) -> list[list[Workshop]]:
        """For each entry the records that may be the same workshop, by the law of duplicates."""
        stand = self.registry.workshops
        ids = [self.registry.local.ids.of_number(number + place) for place in range(len(fresh))]
        drafts = [
            texts.draft(self.registry, self.notice, one, id_) for one, id_ in zip(fresh, ids, strict=True)
        ]
        read = [
            read_record(path_of(id_), draft, self.registry.vocabularies)[0]
            for id_, draft in zip(ids, drafts, strict=True)
        ]
        found = likenesses([*stand, *filter(None, read)], self.registry)
        known = {one.id for one in stand}
        like = {one.id: [other for other, _ in alike if other.id in known] for one, alike in found}
        return [like.get(id_, []) for id_ in ids]

    def _answer(self, other: Workshop, id_: str) -> None:
        """The other record says as well that it is another workshop."""
        text = self.result.altered.get(other.path, self.registry.texts[other.path])
        held = values(text)
        there = held.get("not_same_as", []) if isinstance(held, dict) else []
        answered = altered(text, [Alteration(("not_same_as", len(there)), id_)])
        if answered:
            self.result.altered[other.path] = answered

    def _fill_notice(self) -> None:
        text = self.registry.texts[self.notice.path]
        filled, besides = texts.listing(text, self.notice, self.entries)
        if besides:
            shown = "、".join(quoted(str(one)) for one in besides[:8])
            message = f"通报的名单里还有 {len(besides)} 个，读到的名单里没有：{shown}"
            self.notes.add("", I644, message, "请对照通报原文；它们照旧留在名单里。")
        if filled and filled != text:
            self.result.altered[self.notice.path] = filled
            more = len(self.entries) + len(besides) - len(self.notice.names)
            self.result.said.append(
                f"{self.notice.id} 的名单：加上 {more} 个名称"
                if more
                else f"{self.notice.id} 的名单：改了次序"
            )

    def _count(self) -> None:
        kinds = [entry.values.get("category") or category_of(entry.name) for entry in self.entries]
        listed = Counter(kinds)
        for category, many in (self.notice.counts or {}).items():
            if listed[category] != many:
                words = IN_NAMES.get(category, category)
                message = f"通报写命名{words} {many} 个，名单读到 {listed[category]} 个"
                self.notes.add("", I644, message, "请对照通报原文，看缺哪一个；名单本来不全的可以不改。")

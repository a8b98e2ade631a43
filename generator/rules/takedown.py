"""The law of being taken down: a name that a person asked to have removed stands nowhere in the registry."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple
from urllib.parse import unquote

from generator.model.part import Part
from generator.model.registry import Registry
from generator.model.workshop import MARK, Workshop
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law, law_of_one
from generator.problems.problem import Mark, Problem, choices
from generator.reading import schema
from generator.rules.surnames import person_in
from generator.rules.walk import leaves

HUSHED = "（已撤下的姓名）"  # what is told in the place of a name
_HAN = "\u3400-\u9fff\U00020000-\U000323af"
# What may follow a name of two characters; else 王伟 would be found in 王伟强.
_AFTER = rf"(?=[^{_HAN}]|$|劳模|职工|创新|工作室|联盟|同志|领衔|牵头|带领|带头|师傅|等)"
Names = Mapping[str, Collection[str]]


def stand_in(workshop_id: str) -> str:
    """What stands for the leader's name in the name of a workshop: no other workshop is called so."""
    return f"{MARK}（{workshop_id}）"


def spelt(name: str) -> re.Pattern[str]:
    """A name as it may be written, with blanks between its characters (周　海)."""
    return re.compile(r"\s*".join(map(re.escape, re.sub(r"\s", "", name))))


def hushed(text: str, names: Collection[str]) -> str:
    """A text that does not say the names."""
    for name in sorted(names, key=len, reverse=True):
        text = spelt(name).sub(HUSHED, text)
    return text


R326 = Code(
    "R326",
    ERROR,
    "已应本人要求撤下的姓名还在",
    meaning="本人拒绝公开的，名称、简介、来源的标题、通报的名单里都不能再公布（个人信息保护法第二十七条、第四十七条）。",
    bad="leader 的 basis 已写“本人要求撤下”，name 还是“周海职工创新工作室”",
    remedy="名称里的姓名改写成“×××（编号）”，通报的名单里也一样写；别处的姓名改写成“×××”，或换一种说法。",
    hidden=True,
)
R327 = Code(
    "R327",
    WARNING,
    "这里的字和撤下的姓名相同",
    meaning="可能说的是同一个人，也可能是同名的人，或者碰巧相同的字，程序分不清。",
    bad="DL0001 的领衔人王伟要求撤下，DL0005 的简介里写着“王伟在会上”",
    remedy="是同一个人的，改写成“×××”；不是的，不用改。",
    hidden=True,
)


NAMED = (R326, R327)
_TOLD = ("name", "pinyin", "basis")  # R325 tells of the first two


@law
def taken_down_name_is_gone(registry: Registry, today: date) -> Iterator[Problem]:
    """A leader who asked to be taken down is named nowhere: not in the workshop's own name, nor anywhere else (R326, R327).

    Told of names that the record still gives away itself: what stands before 创新工作室 and is built as a person's name.
    """
    return still_said(registry, given_away(registry))


R328 = Code(
    "R328",
    ERROR,
    "本人要求撤下，荣誉等还在",
    meaning="不写姓名，凭单位和荣誉也认得出是谁；撤下的是个人信息，不只是姓名（个人信息保护法第四条、第四十七条）。记录的原文也在网站和仓库里公开，要从记录里删去。",
    bad="basis 已写“本人要求撤下”，leader 里还有 honours",
    remedy="leader 里只留 basis，别的都删去。",
)


@law_of_one
def taken_down_leader_is_bare(registry: Registry, today: date) -> Iterator[Problem]:
    """Of a leader who asked to be taken down only that remains (R328; 个人信息保护法 47)."""
    for workshop in registry.workshops:
        leader = workshop.leader
        if leader and leader.is_taken_down:
            left = [
                field for field in schema.LEADER.fields if field.key in leader.at and field.key not in _TOLD
            ]
            if left:
                message = f"本人要求撤下，{choices(field.label for field in left)}还写着"
                keys = "、".join(field.key for field in left)
                remedy = f"请删去 {keys}；来源的 supports 里写到的，也请删去。"
                yield Problem(workshop.path, leader.mark(left[0].key), R328, message, remedy)


def given_away(registry: Registry) -> dict[str, frozenset[str]]:
    """By id the names of those taken down that their records still give away."""
    found = {}
    for workshop in registry.workshops:
        if workshop.leader and workshop.leader.is_taken_down:
            trade = f"{workshop.units}{workshop.field}{workshop.district}{workshop.zone}"
            called = (person_in(name) for name in (workshop.name, *workshop.former_names))
            others = set(workshop.leaders)  # named beside the one who was taken down
            said = {name for name in called if name and name not in trade} - others
            said |= {workshop.leader.name} if workshop.leader.name else set()
            if said:
                found[workshop.id] = frozenset(said)
    return found


class _Withdrawn(NamedTuple):
    """A name that one workshop's person withdrew."""

    name: str
    workshop: Workshop

    @property
    def told_elsewhere(self) -> int:
        """The line of the leader's own name, of which R325 tells; 0 where it is gone."""
        leader = self.workshop.leader
        return leader.mark("name").line if leader and leader.name else 0


def still_said(registry: Registry, names: Names) -> Iterator[Problem]:
    """Each place of the registry that still says a name withdrawn in the record of that id (R326; R327 where it may be another's).

    Another record's own leader of that name in another unit is another person, and so is one of a record that says
    `not_same_as`; then that record may name them, and so may a notice by that workshop's name.
    """
    by_id = {workshop.id: workshop for workshop in registry.workshops}
    gone = [_Withdrawn(name, by_id[id_]) for id_, said in names.items() if id_ in by_id for name in said]
    if not gone:
        return
    any_of = re.compile("|".join(spelt(it.name).pattern for it in gone))
    records = {workshop.path: workshop for workshop in registry.workshops}
    parts: dict[str, Part] = {**records, **{notice.path: notice for notice in registry.notices}}
    for path, text in registry.texts.items():
        if path.startswith("geo/"):
            continue
        part = parts.get(path)
        decoded = list(_decoded(part, text)) if part else []
        if not any_of.search(text) and not any(any_of.search(value) for _, value in decoded):
            continue
        for it in gone:
            if not _is_namesakes(records.get(path), it):
                yield from _in_file(registry, path, text, decoded, it)


def _in_file(
    registry: Registry, path: str, text: str, decoded: list[tuple[Mark, str]], it: _Withdrawn
) -> Iterator[Problem]:
    own = path == it.workshop.path
    anywhere = spelt(it.name)
    surely = anywhere if own or len(it.name) > 2 else re.compile(anywhere.pattern + _AFTER)
    passed = _lines_of_namesakes(registry, path, it) | ({it.told_elsewhere} if own else set())
    innocent = [spelt(name) for name in _names_of_namesakes(registry, it)]
    for where, said in (*_lines(text), *decoded):
        left = _without(said, innocent)
        sure, seen = surely.search(left), anywhere.search(left)
        if seen and where.line not in passed:
            start, end = (sure or seen).span()
            place = where if where.column else Mark(where.line, start + 1, end + 1)
            code = R326 if sure else R327
            yield Problem(path, place, code, *_words(code, path, it))


def _lines(text: str) -> Iterator[tuple[Mark, str]]:
    """The lines, each as a whole: column 0."""
    for number, line in enumerate(text.split("\n"), start=1):
        yield Mark(number, 0, 0), line


def _without(text: str, innocent: Iterable[re.Pattern[str]]) -> str:
    """The text without what may be said, every other character where it stood."""
    for name in innocent:
        text = name.sub(lambda found: "\0" * len(found[0]), text)
    return text


def _words(code: Code, path: str, it: _Withdrawn) -> tuple[str, str]:
    id_ = it.workshop.id
    if code == R327:
        return (
            f"这里的字和 {id_} 应本人要求撤下的姓名相同",
            f"是同一个人的，请改写成“{MARK}”；不是的，不用改。",
        )
    listed = path.startswith("notices/")
    remedy = f"工作室名称里的，请改写成“{stand_in(id_)}”，{'和记录的 name 一样' if listed else '通报的名单里也一样写'}；别处的改写成“{MARK}”，或换一种说法。"
    if path != it.workshop.path and not listed:
        remedy += "是同名的另一个人的，两份记录互相写上 not_same_as。"
    return f"这里还有 {id_} 应本人要求撤下的姓名", remedy


def _decoded(part: Part, text: str) -> Iterator[tuple[Mark, str]]:
    """What a record says only once it is decoded: escapes, folded lines, percent-encoded addresses."""
    for owner, key, value in leaves(part, str):
        plain = unquote(value)
        if plain not in text:
            yield owner.mark(key), plain


def _is_namesakes(record: Workshop | None, it: _Withdrawn) -> bool:
    """Whether a record is of another person of that name."""
    if record is None or record.id == it.workshop.id:
        return False
    if it.workshop.id in record.not_same_as:
        return True
    known = record.unit and it.workshop.unit and not set(record.units) & set(it.workshop.units)
    return it.name in record.leaders and bool(known)


def _lines_of_namesakes(registry: Registry, path: str, it: _Withdrawn) -> set[int]:
    """The lines of a notice where its entries are those of namesakes."""
    return {
        mark.line
        for naming in registry.namings.values()
        if naming.notice.path == path
        for entry, record in zip(naming.notice.names, naming.records, strict=True)
        if record and _is_namesakes(record, it)
        for mark in entry.at.values()
    }


def _names_of_namesakes(registry: Registry, it: _Withdrawn) -> set[str]:
    return {
        name
        for record in registry.workshops
        if _is_namesakes(record, it)
        for name in (record.name, *record.former_names)
        if spelt(it.name).search(name)
    }

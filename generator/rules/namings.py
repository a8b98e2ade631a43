"""Laws between a naming notice and the records of those it named: each says so, and none says it without being listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.model.notices import Listed, Notice
from generator.model.registry import Registry
from generator.model.workshop import Designation, Workshop
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law, law_of_one
from generator.problems.problem import Problem
from generator.reading.likeness import guess
from generator.reading.scalar import quoted
from generator.rules.names import IN_NAMES, category_of
from generator.rules.parts import PartLaw, is_whole, unwritten

R343 = Code(
    "R343",
    ERROR,
    "通报的名单里没有这个名称",
    meaning="通报列有名单，名单里没有，就不能说由它命名。",
    bad="名单里是“周海职工创新工作室”，记录里是“周梅职工创新工作室”",
    remedy="对照通报原文，改正名称；名称后来改过的，把旧名写进 former_names；名单漏录的，补进通报的 names。",
)
# The old name must not be asked for where its leader asked to be taken down.
TAKEN_DOWN = (
    "领衔人本人要求撤下的，请把 registry/{path} 名单里这个工作室的那一项也改写成和记录的 name 一样，"
    "里面的姓名写作“×××（{id}）”；不要把旧名写进 former_names。"
)


@law
def notice_names_the_workshop(registry: Registry, today: date) -> Iterator[Problem]:
    """A notice that lists names lists each workshop that cites it, by its name or a former one and all that is given (R343)."""
    for naming in registry.namings.values():
        notice = naming.notice
        for workshop, entries in naming.strangers if notice.names else ():
            named = next(one for one in workshop.designations if one.notice == notice.id)
            message, remedy = _not_listed(workshop, notice, entries, naming.records)
            if workshop.leader and workshop.leader.is_taken_down and not entries:
                remedy = TAKEN_DOWN.format(path=notice.path, id=workshop.id)
            yield Problem(workshop.path, named.mark("notice"), R343, message, remedy)


def _not_listed(
    workshop: Workshop, notice: Notice, entries: tuple[Listed, ...], records: tuple[Workshop | None, ...]
) -> tuple[str, str]:
    """Why no entry of the list is the workshop's, and what to do. `entries`: those of its name."""
    held = [
        f"{record.id}（{record.name}）"
        for entry, record in zip(notice.names, records, strict=True)
        if record and entry in entries
    ]
    if held and len(held) == len(entries):
        message = (
            f"通报 {notice.id} 的名单里“{entries[0].name}”只有 {len(entries)} 处，已经是 {'、'.join(held)} 的"
        )
        remedy = f"同一个工作室的，请合并；同名的两个都在名单里的，请照通报在 registry/{notice.path} 里写两次；写错通报的，请改正。"
    elif entries:
        message = f"通报 {notice.id} 的名单里是“{entries[0]}”，和这份记录的单位、领衔人或推荐工会不一样"
        remedy = f"请对照通报原文：记录写错的改正记录，名单抄错的改正 registry/{notice.path}；是另一个同名工作室的，请改正 notice。"
    else:
        message = f"通报 {notice.id} 的名单里没有“{workshop.name}”"
        near = guess(workshop.name, [one.name for one in notice.names if one.name[0] == workshop.name[0]])
        remedy = (
            f"{near}请对照通报原文：名称写错就改正；后来改过名的，把旧名写进 former_names；"
            f"名单漏录的，补进 registry/{notice.path}。"
        )
    return message, remedy


R348 = Code(
    "R348",
    WARNING,
    "没有写命名",
    meaning="名册收录命名过的工作室；一条命名也没有的，网页上写“命名待补充”，按级别、年度都找不到它。",
    bad="记录里没有 designations",
    remedy="查到命名通报或报道后，加上 designations；还没查到可以先不写，不要猜。",
)
named_at_all = law_of_one(
    PartLaw(
        R348,
        "",
        (unwritten("designations"),),
        "name",
        "没有写命名，网页上会注明“命名待补充”",
        "查到命名通报或报道后，请加上 designations；还没查到可以先不写，不要猜。",
    )
)


R349 = Code(
    "R349",
    ERROR,
    "通报的名单里有它，记录里没有写",
    meaning="通报命名了它，记录却不说，网页上就会自相矛盾，按级别、年度也找不到它。",
    bad="通报 naming-2026 的名单里有“周海职工创新工作室”，DL0001 的 designations 里没有这份通报",
    remedy="对照通报，照提示加上命名；名单里的是另一个同名工作室的，在名单的那一项写上 unit（所在单位）。",
)


@law
def named_workshop_says_so(registry: Registry, today: date) -> Iterator[Problem]:
    """Who a notice lists, by name and all else that is given, has a designation by it (R349).

    Where several records fit one entry alike, the problem is the entry's. What cannot be read may be the designation.
    """
    for naming in registry.namings.values():
        notice, citing = naming.notice, {workshop.path for workshop in naming.cited}
        for entry, record, rivals in zip(notice.names, naming.records, naming.rivals, strict=True):
            if record and record.path not in citing and _is_read(registry, record):
                yield (
                    _which(notice, entry, (record, *rivals))
                    if rivals
                    else _unsaid(registry, notice, entry, record)
                )


def _is_read(registry: Registry, workshop: Workshop) -> bool:
    named = workshop.designations
    if "designations" in workshop.at and not (named and is_whole(workshop, "designations")):
        return False
    return all(one.notice in registry.namings or "notice" not in one.at for one in named)


def _which(notice: Notice, entry: Listed, records: tuple[Workshop, ...]) -> Problem:
    shown = "、".join(f"{one.id}（{one.unit or '单位待补充'}）" for one in records)
    message = f"名单里的“{entry}”和 {len(records)} 份同名的记录都对得上：{shown}，它们都没有写由这份通报命名"
    remedy = (
        f"请查清是哪一个，在它的 designations 里加上一项，notice 写 {notice.id}；"
        "名单上印有单位的，把这一项写成 name 和 unit 两行。"
    )
    return Problem(notice.path, entry.mark("name"), R349, message, remedy)


def _unsaid(registry: Registry, notice: Notice, entry: Listed, workshop: Workshop) -> Problem:
    title, level = named_as(registry, notice, workshop.category or category_of(workshop.name))
    listed = f"通报 {notice.id} 的名单里有“{entry}”"
    day, by = f"    date: {notice.date.iso}", f"    notice: {notice.id}"
    half = next((one for one in workshop.designations if may_be_by(one, notice, level)), None)
    if half:
        message = f"{listed}，这份记录的“{half.title}”没有写是由它命名的"
        remedy = f"请对照通报，在这一项里加上下面的行；{_not_it(notice, entry, workshop)}"
        lines = [by] if half.date else [day, by]
        return Problem(workshop.path, half.mark("title"), R349, message, remedy, tuple(lines))
    first = "designations" not in workshop.at
    head = ["designations:"] if first else []
    where = "在 sources 的上面" if first else "在 designations 的最后"
    remedy = f"请对照通报核对称号和级别，{where}加上下面的行；{_not_it(notice, entry, workshop)}"
    lines = [*head, f"  - title: {quoted(title)}", f"    level: {level}", day, by]
    mark = workshop.mark("name" if first else "designations")
    return Problem(workshop.path, mark, R349, f"{listed}，这份记录的命名里没有它", remedy, tuple(lines))


def may_be_by(named: Designation, notice: Notice, level: str) -> bool:
    """Whether a designation that cites no notice may be this one's."""
    fits = named.date is None or named.date.agrees(notice.date)
    return not named.notice and named.level == level and fits


def _not_it(notice: Notice, entry: Listed, workshop: Workshop) -> str:
    """What to do where the list means another workshop of the same name."""
    place = f"registry/{notice.path} 的名单"
    if entry.unit and workshop.unit:
        return f"名单抄错的，请改正 {place}。"
    lacking = [f" {place}里这一项"] if not entry.unit else []
    lacking += ["这份记录"] if not workshop.unit else []
    return f"名单里的是另一个同名工作室的，请在{'和'.join(lacking)}写上 unit（所在单位）。"


def named_as(registry: Registry, notice: Notice, category: str | None) -> tuple[str, str]:
    """Title and level, as most records of the category that cite the notice have it; else as its issuer gives them."""
    said: Counter[tuple[str, str]] = Counter(
        (one.title, one.level)
        for other in registry.namings[notice.id].cited
        for one in _by(notice, other)
        if (other.category or category_of(other.name)) == category
    )
    if said:
        return min(said, key=lambda pair: (-said[pair], pair))
    model = "示范性" if "示范" in notice.title else ""
    place = notice.issuer.removesuffix("办公室").removesuffix("总工会")
    return f"{place}{model}{IN_NAMES.get(category or '', '创新工作室')}", _level(registry, notice)


def _by(notice: Notice, workshop: Workshop) -> Iterator[Designation]:
    return (one for one in workshop.designations if one.notice == notice.id)


def _level(registry: Registry, notice: Notice) -> str:
    """The level at which a union names: its own."""
    union = registry.term("unions", notice.issuer)
    if union and union.kind:
        return "产业级" if union.kind == "产业工会" else "区市县级"
    if "全国" in notice.issuer or "中华" in notice.issuer:
        return "全国"
    if "省" in notice.issuer:
        return "省级"
    return "市级示范" if "示范" in notice.title else "市级"

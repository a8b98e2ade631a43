"""The law of duplicates: one workshop, one record; and two workshops of one name are two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from generator.libraries.characters import nfkc
from generator.model.registry import Registry
from generator.model.units import Units
from generator.model.workshop import Workshop
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law
from generator.problems.problem import Problem
from generator.reading.placement import path_of

_COMMON = r"劳模|职工|创新|工作室|[ \t\r\n()\[\]<>{}《》〈〉【】〔〕「」“”\x22'·.,、-]"
_MOST = 8  # records shown in one message


R361 = Code(
    "R361",
    ERROR,
    "同一个工作室有两份记录",
    meaning="名称和单位都相同，是同一个工作室登记了两次。",
    bad="DL0001 和 DL0008 都是大连示例机械有限公司的周海职工创新工作室",
    remedy="合并成一份，留下先登记的编号。",
)
R364 = Code(
    "R364",
    WARNING,
    "名称和别的记录相同",
    meaning="名称相同，单位不同或者还不知道：可能是同名同姓的两个人，也可能登记了两次，要有人回答。",
    bad="DL0001 和 DL0008 都叫周海职工创新工作室，一个在造船厂，一个在医院",
    remedy="核对是不是同一个工作室；是就合并，不是就在两份记录里互相写上 not_same_as。",
)
R362 = Code(
    "R362",
    WARNING,
    "名称和别的记录几乎一样",
    meaning="去掉“劳模”“职工”“创新”、括号和空格后相同，可能是同一个工作室。",
    bad="DL0001 周海职工创新工作室，DL0008 周海劳模创新工作室",
    remedy="核对是不是同一个工作室；是就合并，不是就在两份记录里互相写上 not_same_as。",
)
R363 = Code(
    "R363",
    WARNING,
    "领衔人和单位与别的记录相同",
    meaning="同一单位同一个人领衔两个工作室很少见，可能是改名后又登记了一次。",
    bad="DL0001 和 DL0008 都由大连示例机械有限公司的周海领衔",
    remedy="核对是不是同一个工作室；是就合并，旧名写进 former_names；不是就在两份记录里互相写上 not_same_as。",
)
DUPLICATES = (R361, R364, R362, R363)  # the strongest first


@law
def workshop_stands_once(registry: Registry, today: date) -> Iterator[Problem]:
    """A workshop has one record: no other has its name and unit, its name, nearly its name, or its leader and unit (R361-R364).

    The problem is at the later id, with the strongest of the four codes and all records that it holds of. A question that
    both records answer by `not_same_as` is not asked. Records are compared only where they share a key of the table.
    """
    for workshop, alike in likenesses(registry.workshops, registry):
        found = {code for _, code in alike}
        for code in [code for code in DUPLICATES if code in found][:1]:
            yield _problem(code, workshop, [other for other, how in alike if how is code])


def likenesses(
    workshops: Iterable[Workshop], registry: Registry
) -> Iterator[tuple[Workshop, list[tuple[Workshop, Code]]]]:
    """Yield each workshop with those before it that may be the same one, by their ids, and how alike they are: R361 to R364.

    `registry`: whose units and whose city they are of.
    """
    units, city = registry.units, registry.local.city.name
    held: defaultdict[object, list[Workshop]] = defaultdict(list)
    for workshop in workshops:
        shared = _shared(units, city, workshop)
        others = {other.id: other for key in shared for other in held[key]}
        others.pop(workshop.id, None)  # the same id twice is R303
        alike = ((other, _alike(units, city, workshop, other)) for _, other in sorted(others.items()))
        yield workshop, [(other, code) for other, code in alike if code]
        for key in shared:
            held[key].append(workshop)


R365 = Code(
    "R365",
    ERROR,
    "not_same_as 指的不是另一份记录",
    meaning="这一栏回答“和那一份是不是同一个工作室”，要写另一份已有的记录的编号。",
    bad="DL0001 里写着 not_same_as: [DL0001]，或一个没有记录的编号",
    remedy="改成另一个工作室的编号；没有要区分的就删去。",
)
R366 = Code(
    "R366",
    ERROR,
    "不是同一个工作室，只有一边说了",
    meaning="是不是同一个工作室，要两份记录说得一样，才看得出两边都核对过。",
    bad="DL0008 里写着 not_same_as: [DL0001]，DL0001 里没有写 DL0008",
    remedy="在另一份记录里也写上；其实是同一个的，合并成一份。",
)


@law
def both_say_that_they_are_two(registry: Registry, today: date) -> Iterator[Problem]:
    """What `not_same_as` names is a record, another one (R365), that says the same of this one (R366)."""
    for workshop in registry.workshops:
        for number, id_ in enumerate(workshop.not_same_as, start=1):
            mark, other = workshop.mark(f"not_same_as.{number}"), registry.workshop_by_id.get(id_)
            if id_ == workshop.id:
                message = f"not_same_as 写的 {id_} 就是这份记录自己"
                yield Problem(workshop.path, mark, R365, message, "请改成另一个工作室的编号。")
            elif other is None and path_of(id_) not in registry.texts:
                message = f"没有编号为 {id_} 的记录"
                yield Problem(
                    workshop.path, mark, R365, message, "请核对编号；那份记录已经合并的，删去这个编号。"
                )
            elif other and workshop.id not in other.not_same_as:
                message = f"这里说和 {id_}（{other.name}）不是同一个工作室，{id_} 里没有说"
                remedy = (
                    f"请{_written(other, [workshop])}（registry/{other.path}）；是同一个的，请合并成一份。"
                )
                yield Problem(workshop.path, mark, R366, message, remedy)


def common(city: str) -> str:
    """Return the pattern of what many names share, after NFKC: words, the city's name, brackets, spaces.

    The page 新增/更正工作室 uses the same one: it must mean the same in JavaScript.
    """
    return f"{re.escape(city)}|{_COMMON}" if city else _COMMON


def bare_name(name: str, city: str) -> str:
    """Return a name without what many names share in a city of that name."""
    return re.sub(common(city), "", nfkc(name))


def _units(units: Units, workshop: Workshop) -> set[str]:
    """Its unit, and what that was before, as they are called now."""
    return set(map(units.now, workshop.units))


def _shared(units: Units, city: str, workshop: Workshop) -> set[object]:
    """What two records of one workshop share: a bare name, or the leader and a unit."""
    names = {bare for name in workshop.names if (bare := bare_name(name, city))}
    leader = workshop.leader and workshop.leader.name
    return names | {(leader, unit) for unit in _units(units, workshop) if leader}


def _alike(units: Units, city: str, workshop: Workshop, other: Workshop) -> Code | None:
    """How alike two records are that share something; None where one of them answers that they are two workshops.

    That only one of them says so is R366.
    """
    same_name = workshop.name == other.name
    if same_name and _units(units, workshop) & _units(units, other):
        return R361
    if other.id in workshop.not_same_as or workshop.id in other.not_same_as:
        return None
    if same_name:
        return R364
    shared = _shared(units, city, workshop) & _shared(units, city, other)
    return R362 if any(isinstance(key, str) for key in shared) else R363


def _problem(code: Code, workshop: Workshop, others: list[Workshop]) -> Problem:
    places = [
        f"{other.id}（{other.unit or '单位待补充'}的{other.name}，registry/{other.path}）"
        for other in others[:_MOST]
    ]
    place = "、".join(places) + (f"等 {len(others)} 份" if len(others) > _MOST else "")
    if code == R361:
        message, remedy = f"和 {place}是同一个工作室", f"请合并到 {others[0].id}，删去这一份。"
        return Problem(workshop.path, workshop.mark("name"), code, message, remedy)
    told = {
        R364: ("name", f"名称和 {place}相同"),
        R362: ("name", f"名称和 {place}几乎一样"),
        R363: ("unit", f"领衔人和单位与 {place}相同"),
    }
    key, message = told[code]
    remedy = f"请核对是不是同一个工作室：是就合并成一份；不是，请{_answer(workshop, others)}。"
    return Problem(workshop.path, workshop.mark(key), code, message, remedy)


def _answer(workshop: Workshop, others: Iterable[Workshop]) -> str:
    """What both sides write to say that they are different workshops."""
    shown = list(others)
    return "，".join([_written(workshop, shown), *(_written(other, [workshop]) for other in shown[:_MOST])])


def _written(workshop: Workshop, others: Iterable[Workshop]) -> str:
    ids = dict.fromkeys([*workshop.not_same_as, *(other.id for other in others)])
    return f"在 {workshop.id} 里写 not_same_as: [{', '.join(ids)}]"

"""Laws of leaders: who may lead a 劳模 workshop, and why a name may be published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.model.registry import Registry
from generator.model.workshop import CITY_AND_ABOVE, GONE, MARK, Event, Leader, Workshop
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law_of_one
from generator.problems.problem import Problem, choices
from generator.rules.parts import PartLaw, is_, is_not, known, unwritten

MODEL_WORKERS = "劳模"  # the category that asks for an honour


R321 = Code(
    "R321",
    ERROR,
    "领衔人的荣誉够不上劳模创新工作室",
    meaning="2019 年通知第一条第 1 款：劳模创新工作室的领衔人是市级（含）以上劳模或市五一劳动奖章获得者。",
    bad="category: 劳模，领衔人只有区级荣誉",
    remedy="补上市级或以上的个人荣誉，或核对类别。",
)


@law_of_one
def model_worker_leads(registry: Registry, today: date) -> Iterator[Problem]:
    """The leader of a 劳模 workshop has a personal honour of the city or above (R321; 大工办发〔2019〕24号 一、1)."""
    if "honours" not in registry.vocabularies:
        return
    enough = frozenset(serving(registry))
    for workshop, leader in _model_worker_leaders(registry):
        complete = not any(key.startswith("honours.") for key in set(leader.at) - _read_keys(leader))
        if leader.honours and complete and not any(it.name in enough for it in leader.honours):
            honours = choices(honour.name for honour in leader.honours)
            message = f"类别是劳模，领衔人的荣誉只有{honours}，没有市级或以上的个人荣誉"
            remedy = "请补上市级或以上的劳模、五一劳动奖章等个人荣誉，或核对类别。"
            yield Problem(workshop.path, leader.mark("honours"), R321, message, remedy)


R322 = Code(
    "R322",
    WARNING,
    "劳模创新工作室的领衔人没有写荣誉",
    meaning="没有荣誉，就看不出是否符合劳模创新工作室的条件。",
    bad="category: 劳模，leader 下面没有 honours",
    remedy="查到后在 leader 下面加上 honours。",
)


@law_of_one
def model_worker_is_shown(registry: Registry, today: date) -> Iterator[Problem]:
    """A record of a 劳模 workshop names an honour of its leader (R322; 大工办发〔2019〕24号 一、1)."""
    for workshop, leader in _model_worker_leaders(registry):
        if "honours" not in leader.at and not leader.is_taken_down:
            message = "类别是劳模，领衔人却没有写荣誉"
            remedy = "查到后请在 leader 下面加上 honours；还没查到可以先不写。"
            yield Problem(workshop.path, leader.mark("name"), R322, message, remedy)


R323 = Code(
    "R323",
    ERROR,
    "公开依据缺少日期",
    meaning="本人同意或要求撤下是哪一天的事，日后要能说清（个人信息保护法第十五条、第四十七条）。",
    bad="basis:\n  kind: 本人同意",
    remedy="加上 date，写到日。",
)
consent_is_dated = law_of_one(
    PartLaw(
        R323,
        "leader",
        (is_not("basis.kind", "公开报道"), unwritten("basis.date")),
        "basis.kind",
        "公开依据是“{basis.kind}”，缺少日期",
        "请在 basis 下面加一行 date，写到日，如 2024-05-06。",
    )
)


R324 = Code(
    "R324",
    ERROR,
    "缺少领衔人姓名",
    meaning="只有本人要求撤下时才不写姓名。",
    bad="leader:\n  basis:\n    kind: 公开报道",
    remedy="写上 name；不知道领衔人就删去整个 leader。",
)
leader_has_name = law_of_one(
    PartLaw(
        R324,
        "leader",
        (is_not("basis.kind", GONE), unwritten("name")),
        "",
        "领衔人没有姓名",
        "请在 leader 下面加上 name；不知道领衔人就删去整个 leader。",
    )
)


R325 = Code(
    "R325",
    ERROR,
    "本人要求撤下，姓名还在",
    meaning="本人拒绝公开的，不能再公布（个人信息保护法第二十七条）。",
    bad="leader:\n  name: 张三\n  basis:\n    kind: 本人要求撤下",
    remedy="删去姓名；记录里别处的姓名也请删去。",
)


def _goes(key: str, called: str, also: str = "") -> PartLaw:
    """A key that says who the leader is goes with the name."""
    message = f"本人要求撤下，{called}却还写着"
    return PartLaw(
        R325, "leader", (is_("basis.kind", GONE), known(key)), key, message, f"请删去 {key} 这一行{also}。"
    )


withdrawn_leader_has_no_name = law_of_one(_goes("name", "姓名", "；名称、简介等处写到的姓名也请一并处理"))
withdrawn_leader_has_no_reading = law_of_one(_goes("pinyin", "姓名的拼音"))


R329 = Code(
    "R329",
    ERROR,
    "原领衔人写在了别的情况里",
    meaning="原领衔人只在“变更领衔人”里说得清是谁交给谁；写在别处，网页上就会说成换了人。",
    bad="events:\n  - kind: 更名\n    former_leader: 周海",
    remedy="把 former_leader 移到“变更领衔人”那一条；没有换人的，删去。",
)
former_leader_belongs_to_a_change = law_of_one(
    PartLaw(
        R329,
        "events",
        (is_not("kind", "变更领衔人"), known("former_leader")),
        "former_leader",
        "“{kind}”里写了原领衔人",
        "请把 former_leader 移到“变更领衔人”那一条；没有换人的，请删去。",
    )
)


R330 = Code(
    "R330",
    ERROR,
    "变更前后是同一个领衔人",
    meaning="原领衔人和接任的人相同，必有一个写错，多半是换了人以后没有改 leader。",
    bad="former_leader: 周海，leader.name 也是 周海",
    remedy="核对谁交给谁，改正 leader 或 former_leader。",
)


@law_of_one
def leader_changes_hands(registry: Registry, today: date) -> Iterator[Problem]:
    """After a 变更领衔人 somebody else leads, until the next one (R330; a change of an unknown day may be before or after)."""
    for workshop in registry.workshops:
        changes = workshop.handovers
        now = workshop.leader.name if workshop.leader else None
        nexts = [*(event.former_leader for event in changes[1:]), now]
        for event, after in zip(changes, nexts, strict=False):
            if (
                event.former_leader
                and event.former_leader == after != MARK
                and _is_last_of_its_time(event, changes)
            ):
                message = f"{event.date.iso} 变更领衔人，原领衔人“{after}”和接任的是同一个人"
                remedy = "请核对谁交给谁，改正 leader 或这里的 former_leader。"
                yield Problem(workshop.path, event.mark("former_leader"), R330, message, remedy)


def _is_last_of_its_time(event: Event, changes: Iterable[Event]) -> bool:
    return not any(other is not event and other.date.agrees(event.date) for other in changes)


def _leaders(registry: Registry) -> Iterator[tuple[Workshop, Leader]]:
    for workshop in registry.workshops:
        if workshop.leader:
            yield workshop, workshop.leader


def _model_worker_leaders(registry: Registry) -> Iterator[tuple[Workshop, Leader]]:
    return (
        (workshop, leader) for workshop, leader in _leaders(registry) if workshop.category == MODEL_WORKERS
    )


def _read_keys(leader: Leader) -> set[str]:
    """Return the keys of the honours that could be read: an unreadable one may be the one required."""
    return {f"honours.{number}" for number in range(1, len(leader.honours) + 1)}


def serving(registry: Registry) -> Iterator[str]:
    """The honours that make a model worker of a leader: of the city or above, given to one person."""
    for term in registry.terms("honours"):
        if term.kind == "个人" and term.level in CITY_AND_ABOVE:
            yield term.name

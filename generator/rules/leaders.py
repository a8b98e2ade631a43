"""Laws of leaders: who may lead a 劳模 workshop, and why a name may be published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.registry import Registry
from generator.model.workshop import CITY_AND_ABOVE, Leader, Workshop
from generator.problems.problem import Problem, choices
from generator.rules import parts
from generator.rules.parts import Law, is_, is_not, known, unwritten

GONE = "本人要求撤下"
_CONSENT = Law(
    "R323",
    "leader",
    (is_not("basis.kind", "公开报道"), unwritten("basis.date")),
    "basis.kind",
    "公开依据是“{basis.kind}”，缺少日期",
    "请在 basis 下面加一行 date，写到日，如 2024-05-06。",
)
_NAMELESS = Law(
    "R324",
    "leader",
    (is_not("basis.kind", GONE), unwritten("name")),
    "",
    "领衔人没有姓名",
    "请在 leader 下面加上 name；不知道领衔人就删去整个 leader。",
)
_WITHDRAWN = Law(
    "R325",
    "leader",
    (is_("basis.kind", GONE), known("name")),
    "name",
    "本人要求撤下，姓名却还写着",
    "请删去 name 这一行；名称、简介等处写到的姓名也请一并处理。",
)
LAWS = (_CONSENT, _NAMELESS, _WITHDRAWN)


def model_worker_leads(registry: Registry, today: date) -> Iterator[Problem]:
    """The leader of a 劳模 workshop holds a personal honour of the city or above (R321; 大工办发〔2019〕24号 一、1)."""
    if "honours" not in registry.vocabularies:
        return
    for workshop, leader in _model_worker_leaders(registry):
        complete = not any(key.startswith("honours.") for key in set(leader.at) - _read_keys(leader))
        if leader.honours and complete and not any(_serves(registry, it.name) for it in leader.honours):
            given = choices(honour.name for honour in leader.honours)
            message = f"类别是劳模，领衔人的荣誉只有{given}，没有市级或以上的个人荣誉"
            remedy = "请补上市级或以上的劳模、五一劳动奖章等个人荣誉，或核对类别。"
            yield Problem(workshop.path, leader.mark("honours"), "R321", message, remedy)


def model_worker_is_shown(registry: Registry, today: date) -> Iterator[Problem]:
    """A record of a 劳模 workshop says which honour its leader holds (R322; 大工办发〔2019〕24号 一、1)."""
    for workshop, leader in _model_worker_leaders(registry):
        if "honours" not in leader.at and leader.basis.kind != GONE:
            message = "类别是劳模，领衔人却没有写荣誉"
            remedy = "查到后请在 leader 下面加上 honours；还没查到可以先不写。"
            yield Problem(workshop.path, leader.mark("name"), "R322", message, remedy)


def consent_is_dated(registry: Registry, today: date) -> Iterator[Problem]:
    """Consent and its withdrawal have a date (R323; 个人信息保护法 15, 47)."""
    yield from parts.tell(_CONSENT, registry)


def leader_has_name(registry: Registry, today: date) -> Iterator[Problem]:
    """A leader has a name unless taken down (R324)."""
    yield from parts.tell(_NAMELESS, registry)


def withdrawn_leader_has_no_name(registry: Registry, today: date) -> Iterator[Problem]:
    """Who asked to be taken down is not named any more (R325; 个人信息保护法 27, 47)."""
    yield from parts.tell(_WITHDRAWN, registry)


def _leaders(registry: Registry) -> Iterator[tuple[Workshop, Leader]]:
    for workshop in registry.workshops:
        if workshop.leader:
            yield workshop, workshop.leader


def _model_worker_leaders(registry: Registry) -> Iterator[tuple[Workshop, Leader]]:
    return ((workshop, leader) for workshop, leader in _leaders(registry) if workshop.category == "劳模")


def _read_keys(leader: Leader) -> set[str]:
    """The keys of the honours that could be read: a broken one may be the one that serves."""
    return {f"honours.{number}" for number in range(1, len(leader.honours) + 1)}


def _serves(registry: Registry, honour: str) -> bool:
    term = registry.term("honours", honour)
    return term is not None and term.kind == "个人" and term.level in CITY_AND_ABOVE

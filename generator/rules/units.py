"""Laws of units: what the vocabulary says of them holds, and records do not write one unit in several ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from generator.model.registry import Registry
from generator.model.units import Units
from generator.model.vocabulary import Term
from generator.model.workshop import Workshop
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law
from generator.problems.problem import Problem
from generator.reading.likeness import guess
from generator.rules.unitnames import stem

_PATH = "vocabularies/units.yml"
_OF_UNITS = {"short": "简称", "credit_code": "统一社会信用代码", "parent": "上级单位"}
_MOST = 8  # records shown of one spelling


R316 = Code(
    "R316",
    ERROR,
    "这一项只用于单位",
    meaning="简称、统一社会信用代码和上级单位说的是单位，写在别的词表里没有地方显示，也不起作用。",
    bad="unions.yml 里写着 parent: 大连市总工会",
    remedy="删去；别的写法写进 former。",
)


@law
def key_is_of_units(registry: Registry, today: date) -> Iterator[Problem]:
    """Short names, credit code and parent are told of units only (R316)."""
    for name, vocabulary in registry.vocabularies.items():
        for term in vocabulary.terms if name != "units" else ():
            for key, label in _OF_UNITS.items():
                if getattr(term, key):
                    message = f"“{term.name}”写了{label}，这一项只用于 units.yml 里的单位"
                    yield Problem(
                        vocabulary.path, term.mark(key), R316, message, "请删去；别的写法写进 former。"
                    )


# GB 32100-2015, 4.3 and annex A: the characters, and the weight of each place of the first seventeen.
_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = tuple(3**place % 31 for place in range(17))
R317 = Code(
    "R317",
    ERROR,
    "统一社会信用代码的校验码不对",
    meaning="18 位代码的最后一位由前 17 位算出（GB 32100-2015），对不上的，一定抄错了一位。",
    bad="credit_code: 91210200MA0000000X",
    remedy="对照营业执照或登记证书改正；查不到的删去这一行。",
)


@law
def credit_code_is_right(registry: Registry, today: date) -> Iterator[Problem]:
    """The last sign of a credit code follows from the others (R317; GB 32100-2015, annex A)."""
    for term in registry.terms("units"):
        if term.credit_code and check_sign(term.credit_code) != term.credit_code[-1]:
            message = f"“{term.name}”的统一社会信用代码 {term.credit_code} 抄错了：校验码对不上"
            yield Problem(_PATH, term.mark("credit_code"), R317, message, R317.remedy)


def check_sign(code: str) -> str:
    """Return the last sign that the first seventeen of a credit code ask for."""
    total = sum(_CHARACTERS.index(sign) * weight for sign, weight in zip(code[:17], _WEIGHTS, strict=True))
    return _CHARACTERS[-total % 31]


R318 = Code(
    "R318",
    ERROR,
    "上级单位不对",
    meaning="工作室也列在上级单位下面；上级单位不在词表里，或者绕一圈又回到自己，就不知道列在哪里。",
    bad="units.yml 里，甲的 parent 写乙，乙的 parent 又写甲",
    remedy="上级单位写词表里另一个单位的名称；没有的先加上。",
)


@law
def parent_is_another_unit(registry: Registry, today: date) -> Iterator[Problem]:
    """A unit's parent is in the vocabulary, and does not belong to the unit itself (R318)."""
    units = registry.units
    for term in registry.terms("units"):
        if term.parent is None:
            continue
        known = units.by_name.get(term.parent)
        if known is None:
            message = f"词表里没有“{term.parent}”这个单位"
            remedy = (
                f"请先在 registry/{_PATH} 里加上它，或改正名称。{guess(term.parent, list(units.by_name))}"
            )
            yield Problem(_PATH, term.mark("parent"), R318, message, remedy)
        elif _leads_back(units, term):
            message = f"“{term.name}”的上级单位“{term.parent}”绕一圈又回到了它自己"
            yield Problem(_PATH, term.mark("parent"), R318, message, "请改正其中一个 parent，或者删去。")


def _leads_back(units: Units, term: Term) -> bool:
    """Whether one comes back to a unit by going from parent to parent."""
    seen: set[str] = set()
    here: Term | None = term
    while here and here.name not in seen:
        seen.add(here.name)
        here = units.by_name.get(here.parent) if here.parent else None
    return here is not None and here.name == term.name


R367 = Code(
    "R367",
    WARNING,
    "一个单位像是写成了几种",
    meaning="写法不一样，单位的页面、统计和筛选里就成了几个单位。",
    bad="DL0004 写“大连示例科技有限公司”，DL0009 写“大连示例科技有限责任公司”",
    remedy="是同一个的，改成一样，或者写进 units.yml；不是同一个的，在 units.yml 里各写一条。",
)


_IS_IT_ONE = (
    f"请核对：是同一个单位、写错了的，改成一样；是它的旧名称、简称或别的写法，在 registry/{_PATH} 里给它写一条，写进 former 或 short；"
    "不是同一个的，在那里各写一条 name。"
)


@law
def unit_is_written_in_one_way(registry: Registry, today: date) -> Iterator[Problem]:
    """Units of nearly one name are one, or both stand in the vocabulary (R367); told once, at the
    spelling of fewest records, of such the one that came last."""
    alike: defaultdict[str, set[str]] = defaultdict(set)
    spelt, city = _spelt(registry), registry.local.city
    came = {name: number for number, name in enumerate(spelt)}
    for name in spelt:
        alike[stem(name, city)].add(name)
    terms = registry.units.by_name
    for term in registry.terms("units"):
        for name in term.names:
            if stem(name, city) in alike:
                alike[stem(name, city)].add(term.name)
    for names in alike.values():
        unlisted = [name for name in names if name in spelt and name not in terms]
        if len(names) < 2 or not unlisted:
            continue
        least = min(unlisted, key=lambda name: (len(spelt[name]), -came[name]))
        told = "、".join(
            f"“{name}”（{_listed(spelt[name]) if name in spelt else '词表里的名称'}）"
            for name in sorted(names, key=lambda name: (-len(spelt.get(name, ())), name))
        )
        message = f"一个单位像是写成了 {len(names)} 种：{told}"
        first = spelt[least][0]
        yield Problem(first.path, first.mark("unit"), R367, message, _IS_IT_ONE)


R368 = Code(
    "R368",
    WARNING,
    "单位更名了，有的记录还写着旧名称",
    meaning="一份记录说这个单位更了名，别的记录还写旧名称，同一个单位就成了两个。",
    bad="DL0004 的 former_units 里有“大连示例厂”，DL0009 的 unit 还是“大连示例厂”",
    remedy="更名的写进 units.yml，一行就够；后来分成两个单位的，在 units.yml 里各写一条。",
)


@law
def renamed_unit_is_renamed_everywhere(registry: Registry, today: date) -> Iterator[Problem]:
    """What one record calls the former name of its unit is no other record's unit, or stands in the vocabulary (R368)."""
    spelt = _spelt(registry)
    told: set[str] = set()
    for workshop in registry.workshops:
        now = registry.unit_of(workshop)
        for number, former in enumerate(workshop.former_units, start=1):
            if not now or former in told or former in registry.units.by_name:
                continue
            others = [it for it in spelt.get(former, ()) if it.name != workshop.name]  # else it is R361
            if not others:
                continue
            told.add(former)
            message = f"“{former}”在这里是曾用单位名称，现名“{now}”；{_listed(others)} 还写着旧名称"
            remedy = (
                f"是更名的，请在 registry/{_PATH} 里写一条：name: {now}，former: [{former}]，那些记录就都算在新名称下；"
                "后来分成两个单位的，在那里各写一条 name。"
            )
            yield Problem(workshop.path, workshop.mark(f"former_units.{number}"), R368, message, remedy)


def _spelt(registry: Registry) -> dict[str, list[Workshop]]:
    """The records by what their units are called now; a name that the vocabulary does not know is as it is written."""
    spelt: defaultdict[str, list[Workshop]] = defaultdict(list)
    for workshop in registry.workshops:
        if name := registry.unit_of(workshop):
            spelt[name].append(workshop)
    return dict(spelt)


def _listed(workshops: Sequence[Workshop]) -> str:
    shown = "、".join(workshop.id for workshop in workshops[:_MOST])
    return shown + (f"等 {len(workshops)} 份记录" if len(workshops) > _MOST else "")

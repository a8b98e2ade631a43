"""公示 and 通报 of a round as the parts of an official text: who is named, by unions or districts, numbered; no private data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.intake.rounds.concluding import USUAL_LEVEL, Conclusion
from generator.intake.rounds.ground import Ground
from generator.intake.rounds.twins import values_of
from generator.libraries.numerals import in_chinese
from generator.model.noticetext import Block, blocks
from generator.model.workshop import LEVELS
from generator.rules.names import IN_NAMES
from generator.site.notices import calls

PUBLIC, NOTICE = KINDS = ("公示", "通报")
UNIONS, DISTRICTS = GROUPINGS = ("推荐单位", "区域")
_CALL = re.compile(r"关于(?:推荐申报|申报推荐|推荐|申报)(?:[0-9]{4}年)?(?:度)?(.+?)的通知")
_LINE = 20  # characters of a title in one line
NOT_KNOWN = {UNIONS: "推荐单位未写明", DISTRICTS: "区域未写明"}


@dataclass(frozen=True)
class Particulars:
    """What an operator supplies; what is empty becomes a marked blank. Days are in Chinese words."""

    kind: str
    year: int
    title: str = ""
    number: str = ""
    day: str = ""
    issuer: str = ""
    since: str = ""
    until: str = ""
    contact: str = ""
    grouping: str = UNIONS


@dataclass(frozen=True)
class Announcement:
    """An official text: its title, its parts, and in words what is left blank in it."""

    title: str
    parts: tuple[Block, ...]
    blanks: tuple[str, ...]


def announced(named: Sequence[Conclusion], told: Particulars, ground: Ground) -> Announcement:
    """Return the text for those that are to be named, or that were."""
    blanks: list[str] = []

    def said(text: str, what: str) -> str:
        if not text:
            blanks.append(what)
        return text or f"【{what}待填】"

    title = told.title or _title(told, ground)
    if told.kind == PUBLIC:
        head = [
            Block("title", _broken(title)),
            Block("paragraph", (f"{_by(ground, told)}，拟命名{_counted(named)}。现将名单公示如下。",)),
        ]
        end = [
            Block("heading", (f"{in_chinese(len(_sections(named)) + 1)}、公示时间和意见反映",)),
            Block("paragraph", (
                f"公示时间：{said(told.since, '公示开始的日期')}至{said(told.until, '公示截止的日期')}。对名单有不同意见的，"
                f"请在公示时间内向{said(told.contact, '受理意见的部门和电话')}反映。",
            )),
        ]  # fmt: skip
    else:
        addressee = next((block for block in _call(ground) if block.kind == "addressee"), None)
        head = [
            Block("number", (said(told.number, "文号"),)),
            Block("title", _broken(title)),
            *([addressee] if addressee else []),
            Block("paragraph", (f"{_by(ground, told)}，决定命名{_counted(named)}。名单如下：",)),
        ]
        end = []
    signed = [
        Block("signature", (said(told.issuer, "发文单位"),)),
        Block("signature", (said(told.day, "成文日期"),)),
    ]
    return Announcement(title, (*head, *_list(named, told.grouping), *end, *signed), tuple(blanks))


def line(one: Conclusion) -> str:
    """Return a workshop as the list prints it: its name, its unit, its leader, and a level that is not the usual one."""
    listed = listed_as(one)
    level = one.level if one.level != USUAL_LEVEL else ""
    led = f"领衔人{listed['leader']}" if "leader" in listed else ""
    parts = [part for part in (listed.get("unit"), led, level) if part]
    return f"{listed['name']}（{'，'.join(parts)}）" if parts else listed["name"]


def listed_as(one: Conclusion) -> dict[str, str]:
    """Return what the list says of a workshop: name, unit, leader, recommender, as far as the register would take each.

    So a telephone in the box of the unit, or a day of birth behind the leader's name, never reaches print.
    """
    own = values_of(one.application)
    said = {
        "name": own.get("name", ""),
        "unit": own.get("unit", ""),
        "leader": own.get("leader", {}).get("name", ""),
        "recommender": one.application.recommender,
    }
    return {key: str(text) for key, text in said.items() if text}


def in_order(named: Sequence[Conclusion], grouping: str = UNIONS) -> list[Conclusion]:
    """Return the workshops in the order of the list."""
    return [
        one for _, group in _sections(named) for _, members in _groups(group, grouping) for one in members
    ]


def _list(named: Sequence[Conclusion], grouping: str) -> Iterator[Block]:
    number = 0
    for place, (category, group) in enumerate(_sections(named), start=1):
        yield Block(
            "heading", (f"{in_chinese(place)}、{IN_NAMES.get(category, '创新工作室')}（{len(group)}个）",)
        )
        for at, (where, members) in enumerate(_groups(group, grouping), start=1):
            yield Block("paragraph", (f"（{in_chinese(at)}）{where}（{len(members)}个）",))
            for one in members:
                number += 1
                yield Block("item", (f"{number}. {line(one)}",))


def _sections(named: Sequence[Conclusion]) -> list[tuple[str, list[Conclusion]]]:
    found: dict[str, list[Conclusion]] = {category: [] for category in (*IN_NAMES, "")}
    for one in named:
        found[one.category if one.category in IN_NAMES else ""].append(one)
    return [(category, group) for category, group in found.items() if group]


def _groups(named: Sequence[Conclusion], grouping: str) -> list[tuple[str, list[Conclusion]]]:
    found: dict[str, list[Conclusion]] = {}
    for one in sorted(named, key=lambda one: -LEVELS.index(one.level)):
        found.setdefault(_where(one, grouping) or NOT_KNOWN[grouping], []).append(one)
    return sorted(found.items(), key=lambda item: item[0] in NOT_KNOWN.values())


def _where(one: Conclusion, grouping: str) -> str:
    if grouping == UNIONS:
        return one.application.recommender
    own = values_of(one.application)
    return str(own.get("district") or own.get("zone") or "")


def _by(ground: Ground, told: Particulars) -> str:
    """By which call and by which of its steps: all of them, the last one only where it is over."""
    names = [step.name for step in calls.steps(_call(ground))]
    names = names[:-1] if told.kind == PUBLIC else names
    number = f"（{ground.call.number}）" if ground.call.number else ""
    by = f"，经{'、'.join(names)}" if names else ""
    return f"根据《{ground.call.title}》{number}{by}"


def _counted(named: Sequence[Conclusion]) -> str:
    parts = [f"{IN_NAMES.get(category, '创新工作室')}{len(group)}个" for category, group in _sections(named)]
    of_which = f"，其中{'、'.join(parts)}" if len(parts) > 1 else ""
    return f"下列{len(named)}个工作室{of_which}"


def _title(told: Particulars, ground: Ground) -> str:
    found = _CALL.search(ground.call.title)
    what = found[1] if found else "创新工作室"
    if told.kind == PUBLIC:
        return f"{told.year}年{what}拟命名名单公示"
    return f"关于命名{told.year}年{what}的通报"


def _broken(title: str) -> tuple[str, ...]:
    """Return a title in two lines where it is longer than one, broken behind a word near its middle (GB/T 9704-2012, 7.3.1)."""
    if len(title) <= _LINE:
        return (title,)
    ends = [place for place, sign in enumerate(title, start=1) if sign in "和、的年，" and place < len(title)]
    at = min(ends or [len(title) // 2], key=lambda place: abs(2 * place - len(title)))
    return title[:at], title[at:]


def _call(ground: Ground) -> tuple[Block, ...]:
    return blocks(ground.registry.texts.get(f"notices/{ground.call.text}", ""), ground.call.contact)

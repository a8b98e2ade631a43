"""The conversation in which somebody who knows no YAML makes a new record: question by question, each answer read at once."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from datetime import date

from generator.drafts import answers, scaffold
from generator.drafts.questions import ASKED, Asked
from generator.model.registry import Registry
from generator.problems.problem import Problem
from generator.problems.reports import visible
from generator.reading.kind import short
from generator.reading.placement import path_of
from generator.rules.check import check_added
from generator.rules.duplicates import DUPLICATES, R361

# What is shown, what was answered, and what is known in the end: by key, or None where the person would not go on.
Conversation = Generator[str, str, dict[str, str] | None]

OPENING = (
    "一项一项来。不知道的、没有的，直接按回车跳过；要全部放弃，按 Ctrl-C，什么也不会留下。\n"
    "不要写身份证号、出生年月、手机号、住址：写下的都会公开。\n"
)
NO = ("n", "N", "no", "否", "不", "不写")
_LEFT_OUT = ("-", "－", "—")
CERTAINLY_THE_SAME = R361


def conversation(registry: Registry, id_: str, given: Mapping[str, str], today: date) -> Conversation:
    """Ask for all that is not `given`; every answer passes the reader of records before the next question."""
    known: dict[str, str] = {}
    shown = OPENING
    for asked in ASKED:
        if asked.key in given:
            known[asked.key] = given[asked.key]
        elif _is_due(asked, known):
            value = yield from answered(asked, registry, known, today, shown)
            shown = ""
            if value:
                known[asked.key] = value
        if asked.key == "leader.name" and (same := duplicates(registry, id_, known, today)):
            go_on = yield f"{shown}{_listed(same)}\n还要新写一份吗？回车接着写，输入 n 不写：\n> "
            if go_on.strip() in NO:
                return None
            shown = ""
    return known


def answered(
    asked: Asked, registry: Registry, known: Mapping[str, str], today: date, before: str = ""
) -> Generator[str, str, str]:
    """Ask until the answer can be read; empty where the question was skipped."""
    proposed = answers.proposed(asked, registry, known)
    shown = f"{before}\n{_question(asked, registry, known, proposed)}\n> "
    while True:
        text = (yield shown).strip()
        if text in ("", *_LEFT_OUT):
            value = "" if text else proposed
            if value or not asked.must:
                return value
            shown = "这一项要写。\n> "
            continue
        if listed := _looked_up(asked, text, registry, known):
            shown = f"{listed}\n> "
            continue
        value = answers.meant(asked, text, registry, known)
        problems = answers.told(asked, value, registry, today)
        if not problems:
            return value
        shown = f"{_listed(problems)}\n> "


def known_from(registry: Registry, given: Mapping[str, str]) -> dict[str, str]:
    """What options said, each as the record writes it (a number or a name may stand for a term)."""
    known: dict[str, str] = {}
    for asked in ASKED:
        if asked.key in given:
            text = given[asked.key].strip()
            known[asked.key] = answers.meant(asked, text, registry, {"name": given.get("name", ""), **known})
    return known


def problems_of(registry: Registry, known: Mapping[str, str], today: date) -> dict[str, list[Problem]]:
    """What the reader says of what is known, by option."""
    told = {
        asked.option: answers.told(asked, known[asked.key], registry, today)
        for asked in ASKED
        if asked.key in known
    }
    return {option: problems for option, problems in told.items() if problems}


def draft(id_: str, known: Mapping[str, str]) -> str:
    """The text of the record."""
    kind = "联盟" if known["name"].endswith("联盟") else "工作室"
    return scaffold.draft(id_, {"kind": kind, **known})


def duplicates(registry: Registry, id_: str, known: Mapping[str, str], today: date) -> list[Problem]:
    """The records that may be of the same workshop, as the law of duplicates tells of them."""
    text = draft(id_, {"sources.title": "待补", **known})
    told = check_added(registry, {path_of(id_): text}, today)
    return [problem for problem in told if problem.code in DUPLICATES]


def _is_due(asked: Asked, known: Mapping[str, str]) -> bool:
    held = known.get(asked.under, "")
    return not asked.under or (bool(held) and asked.being in ("", held))


def _question(asked: Asked, registry: Registry, known: Mapping[str, str], proposed: str) -> str:
    offered = answers.offers(asked, registry, known)
    hints = [] if asked.must else ["可跳过"]
    hints += [f"回车就写“{proposed}”，没有就输入 -"] if proposed else []
    if asked.key == "industry":
        hints.append("输入 ? 看各门类，输入 C? 看 C 门类的大类，输入几个字按名称查")
    elif asked.key == "sources.supports":
        hints.append("写编号，如 1 2 3；都写明了就写 全部")
    elif len(offered) > answers.MOST_SHOWN:
        hints.append("输入 ? 看可以写哪些")
    elif offered:
        hints.append("写编号或照写")
    told = f"（{'；'.join(hints)}）" if hints else ""
    few = offered if len(offered) <= answers.MOST_SHOWN or asked.key == "sources.supports" else []
    return "\n".join([f"{asked.words}{told}", *_numbered(few)])


def _looked_up(asked: Asked, text: str, registry: Registry, known: Mapping[str, str]) -> str:
    """What an answer asks to see, or what stands near it; empty where it is an answer."""
    if asked.key == "industry":
        value = answers.meant(asked, text, registry, known)
        found = [] if answers.is_code(value, registry) else answers.industries(text, registry)
        return "\n".join(["请写其中一个代码：", *(f"  {line}" for line in found)]) if found else ""
    if asked.key == "sources.supports":
        known_keys = answers.supported(known)
        unknown = [
            key for key in answers.meant(asked, text, registry, known).split() if key not in known_keys
        ]
        return f"上面没有“{short(unknown[0])}”。请写编号，如 1 2 3。" if unknown else ""
    if text in ("?", "？"):
        offered = answers.offers(asked, registry, known)
        return "\n".join(_numbered(offered)) or f"可以写：{asked.field.kind.words}。{asked.field.help}"
    return ""


def _numbered(offered: Iterable[answers.Offer]) -> list[str]:
    return [f"  {number:2} {offer.words}" for number, offer in enumerate(offered, start=1)]


def _listed(problems: Iterable[Problem]) -> str:
    return "\n".join(
        visible(f"{problem.severity}：{problem.message}。改法：{problem.remedy}") for problem in problems
    )

"""The conversation that makes a new record with a person who knows no YAML: one question at a time, each answer is read at once."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from datetime import date

from generator.drafts import answers, scaffold
from generator.drafts.questions import BY_KEY, QUESTIONS, Question
from generator.libraries.characters import visible
from generator.model.registry import Registry
from generator.problems.problem import Problem
from generator.problems.wording import short
from generator.reading.placement import path_of
from generator.reading.terms import OfVocabulary
from generator.rules.check import check_added
from generator.rules.duplicates import DUPLICATES, R361

# The text shown, the answer, and the known values by key at the end: None if the person stopped.
Conversation = Generator[str, str, dict[str, str] | None]

OPENING = (
    "一项一项来。不知道的、没有的，直接按回车跳过；写错了，输入 < 退回上一项；要停下，按 Ctrl-C，写过的下次接着用。\n"
    "不要写身份证号、出生年月、手机号、住址：写下的都会公开。\n"
)
NO = ("n", "N", "no", "否", "不", "不写")
_BACK = ("<", "＜", "《", "上一项")
_LEFT_OUT = ("-", "－", "—")
CERTAINLY_THE_SAME = R361


def conversation(
    registry: Registry, id_: str, given: Mapping[str, str], today: date, typed: dict[str, str] | None = None
) -> Conversation:
    """Ask for everything that is not in `given`; the reader of records accepts each answer before the next question.

    `typed`: answers that were given before, by key, empty where a question was skipped; each answer is added as it comes.
    """
    asking = _Asking({**_without_words(registry), **given}, {} if typed is None else typed)
    shown = OPENING
    while (question := asking.next()) is not None:
        value = yield from answered(question, registry, asking.so_far(question), today, shown)
        shown = ""
        if value is None:
            shown = "" if asking.back() else "这是第一项。\n"
            continue
        asking.take(question, value)
        same = duplicates(registry, id_, asking.known, today) if question.key == "leader.name" else []
        if same:
            go_on = yield f"{_listed(same)}\n还要新写一份吗？回车接着写，输入 n 不写：\n> "
            if go_on.strip() in NO:
                asking.typed.clear()
                return None
            if go_on.strip() in _BACK:
                asking.back()
    return asking.known


class _Asking:
    """Where a conversation is: the answers so far, in the order of the questions."""

    def __init__(self, given: Mapping[str, str], typed: dict[str, str]) -> None:
        self.typed, self._given = typed, given
        self._left: dict[str, str] = {}  # what was answered before somebody went back

    @property
    def known(self) -> dict[str, str]:
        """The values so far, without those of questions that are not due (any more)."""
        known: dict[str, str] = {}
        for question in QUESTIONS:
            value = self._given.get(question.key, "")
            if question.key not in self._given and _is_due(question, known):
                value = self.typed.get(question.key, "")
            if value:
                known[question.key] = value
        return known

    def next(self) -> Question | None:
        """The next question to ask; None at the end."""
        known = self.known
        for question in QUESTIONS:
            if question.key not in {*self._given, *self.typed} and _is_due(question, known):
                return question
        return None

    def take(self, question: Question, value: str) -> None:
        """Take an answer; empty if it was skipped."""
        self.typed[question.key] = value

    def back(self) -> bool:
        """Take the last answer back, so that it is asked for again; whether there is one."""
        asked = [question.key for question in QUESTIONS if question.key in self.typed]
        if asked:
            self._left[asked[-1]] = self.typed.pop(asked[-1])
        return bool(asked)

    def so_far(self, question: Question) -> dict[str, str]:
        """The values so far, and what this question was answered before somebody went back."""
        return {**self.known, question.key: self._left.get(question.key, "")}


def answered(
    question: Question, registry: Registry, known: Mapping[str, str], today: date, before: str = ""
) -> Generator[str, str, str | None]:
    """Ask until the answer can be read; empty if the question was skipped, None to go back to the one before.

    `known`: with what this very question was answered, if it was asked before; `before`: what is shown above it.
    """
    proposed = known.get(question.key) or answers.proposed(question, registry, known)
    shown = f"{before}\n{_question(question, registry, known, proposed)}\n> "
    while True:
        text = (yield shown).strip()
        if text in _BACK:
            return None
        if text in ("", *_LEFT_OUT):
            value = "" if text else proposed
            if value or not question.must:
                return value
            shown = "这一项要写。\n> "
            continue
        if listed := _looked_up(question, text, registry, known):
            shown = f"{listed}\n> "
            continue
        value = answers.meant(question, text, registry, known)
        problems = answers.problems_in(question, value, registry, today)
        if not problems:
            return value
        shown = f"{_listed(problems)}\n> "


def known_from(registry: Registry, given: Mapping[str, str]) -> dict[str, str]:
    """Return the values of the options as a record writes them (a number or a name may mean a term)."""
    known: dict[str, str] = {}
    for question in QUESTIONS:
        if question.key in given:
            text = given[question.key].strip()
            known[question.key] = answers.meant(
                question, text, registry, {"name": given.get("name", ""), **known}
            )
    return known


def problems_of(registry: Registry, known: Mapping[str, str], today: date) -> dict[str, list[Problem]]:
    """Return the reader's problems of the known values, by option."""
    by_option = {
        question.option: answers.problems_in(question, known[question.key], registry, today)
        for question in QUESTIONS
        if question.key in known
    }
    return {option: problems for option, problems in by_option.items() if problems}


def still_good(typed: Mapping[str, str], registry: Registry, today: date) -> dict[str, str]:
    """Return the answers of an earlier conversation that the reader still accepts, skipped questions too."""
    kept = {question.key: typed[question.key] for question in QUESTIONS if question.key in typed}
    bad = problems_of(registry, {key: text for key, text in kept.items() if text}, today)
    return (
        {key: text for key, text in kept.items() if BY_KEY[key].option not in bad} if kept.get("name") else {}
    )


def draft(id_: str, known: Mapping[str, str]) -> str:
    """Return the text of the record."""
    kind = "联盟" if known["name"].endswith("联盟") else "工作室"
    return scaffold.draft(id_, {"kind": kind, **known})


def duplicates(registry: Registry, id_: str, known: Mapping[str, str], today: date) -> list[Problem]:
    """Return the problems that the law of duplicates yields for this record."""
    text = draft(id_, {"sources.title": "待补", **known})
    problems = check_added(registry, {path_of(id_): text}, today)
    return [one for one in problems if one.code in DUPLICATES]


def _without_words(registry: Registry) -> dict[str, str]:
    """Return the questions that have no answer, since there is no term yet: which zone, in a city that has none."""
    kinds = {question.key: question.field.kind for question in QUESTIONS}
    return {
        key: ""
        for key, kind in kinds.items()
        if isinstance(kind, OfVocabulary) and not registry.terms(kind.vocabulary)
    }


def _is_due(question: Question, known: Mapping[str, str]) -> bool:
    value = known.get(question.under, "")
    return not question.under or (bool(value) and question.being in ("", value))


def _question(question: Question, registry: Registry, known: Mapping[str, str], proposed: str) -> str:
    offered = answers.offers(question, registry, known)
    hints = [] if question.must else ["可跳过"]
    hints += [f"回车就写“{proposed}”，没有就输入 -"] if proposed else []
    if question.key == "industry":
        hints.append("输入 ? 看各门类，输入 C? 看 C 门类的大类，输入几个字按名称查")
    elif question.key == "sources.supports":
        hints.append("写编号，如 1 2 3；都写明了就写 全部")
    elif len(offered) > answers.MOST_SHOWN:
        hints.append("输入 ? 看可以写哪些")
    elif offered:
        hints.append("写编号或照写")
    hint = f"（{'；'.join(hints)}）" if hints else ""
    few = offered if len(offered) <= answers.MOST_SHOWN or question.key == "sources.supports" else []
    return "\n".join([f"{question.words}{hint}", *_numbered(few)])


def _looked_up(question: Question, text: str, registry: Registry, known: Mapping[str, str]) -> str:
    """Return what an answer asks to see, or what is near it; empty if it is an answer."""
    if question.key == "industry":
        value = answers.meant(question, text, registry, known)
        listed = [] if answers.is_code(value, registry) else answers.industries(text, registry)
        return "\n".join(["请写其中一个代码：", *(f"  {line}" for line in listed)]) if listed else ""
    if question.key == "sources.supports":
        known_keys = answers.supported(known)
        unknown = [
            key for key in answers.meant(question, text, registry, known).split() if key not in known_keys
        ]
        return f"上面没有“{short(unknown[0])}”。请写编号，如 1 2 3。" if unknown else ""
    if text in ("?", "？"):
        offered = answers.offers(question, registry, known)
        return "\n".join(_numbered(offered)) or f"可以写：{question.field.kind.words}。{question.field.help}"
    return ""


def _numbered(offered: Iterable[answers.Offer]) -> list[str]:
    return [f"  {number:2} {offer.words}" for number, offer in enumerate(offered, start=1)]


def _listed(problems: Iterable[Problem]) -> str:
    return "\n".join(
        visible(f"{problem.severity}：{problem.message}。改法：{problem.remedy}") for problem in problems
    )

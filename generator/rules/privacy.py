"""The law of personal data: none of it in a record, in any place (个人信息保护法 6, 25, 28)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.part import Part
from generator.model.registry import Registry
from generator.problems.code import WARNING, Code
from generator.problems.law import law_of_one
from generator.problems.problem import Mark, Problem
from generator.reading.placement import REDIRECTS
from generator.rules.parts import Condition, PartLaw
from generator.rules.personal import R381, R382, R383, R384, R385, R386, Found, find
from generator.rules.suspicion import may_hold
from generator.rules.walk import leaves

MESSAGE = "这里像是{what}"
REMEDY = {
    R381: "请删去。已经提交过的，历史里仍看得到，请告诉管理员。",
    R382: "请删去；单位的固定电话可以留。已经提交过的请告诉管理员。",
    R383: "请删去。已经提交过的，历史里仍看得到，请告诉管理员。",
    R384: "请删去；公开的记录里不收出生日期。",
    R385: "请改成单位对外公开的地址，或删去。",
    R386: "请删去；个人联系方式不公开，联系请经单位工会。",
}


@law_of_one
def no_personal_data(registry: Registry, today: date) -> Iterator[Problem]:
    """No identity, telephone, card, birth date, dwelling or private contact in records, notices and vocabularies.

    R381 to R386. First the raw lines, with comments and keys; then values that contain it only after decoding
    (escapes, folded lines). A notice's printed contact and its text are historical documents and stay as they are.
    """
    parts: dict[str, Part] = {workshop.path: workshop for workshop in registry.workshops}
    parts |= {notice.path: notice for notice in registry.notices}
    parts |= {vocabulary.path: vocabulary for vocabulary in registry.vocabularies.values()}
    for path, text in registry.texts.items():
        if path.startswith(("workshops/", "notices/", "vocabularies/", REDIRECTS)) and path.endswith(".yml"):
            seen = set()
            for mark, found in _in_lines(text, today):
                seen.add((found.code, found.said))
                yield _problem(path, mark, found)
            if path in parts:
                yield from _in_values(path, parts[path], text, seen, today)


R387 = Code(
    "R387",
    WARNING,
    "参观的办法里像是写着一个人",
    meaning="参观要向单位预约；接待的人没有公开依据，换了人也没有人来改。",
    bad="visits: 每周三下午，联系人王老师",
    remedy="改写成单位的部门和对外公布的固定电话。",
)
visit_is_asked_of_the_unit = law_of_one(
    PartLaw(
        R387,
        "",
        (Condition("holds", "visits", ("联系人", "先生", "女士", "老师", "师傅", "同志", "手机", "本人")),),
        "visits",
        "“开放参观”里像是写着一个人：{visits}",
        "请改写成接待的部门和对外公布的固定电话，不写个人；写的就是部门的，可以不改。",
    )
)


def personal_data(path: str, text: str, today: date) -> Iterator[Problem]:
    """Yield this law's problems of a text's lines (for texts that are not in a record yet)."""
    return (_problem(path, mark, found) for mark, found in _in_lines(text, today))


def _in_lines(text: str, today: date) -> Iterator[tuple[Mark, Found]]:
    in_contact = False
    if not may_hold(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line[:1] not in (" ", "-", ""):
            in_contact = line.startswith("contact:")
        if in_contact:
            continue
        for found in find(line, today):
            yield Mark(number, found.start + 1, found.end + 1), found


def _in_values(
    path: str, part: Part, text: str, seen: set[tuple[Code, str]], today: date
) -> Iterator[Problem]:
    for owner, key, value in leaves(part, str):
        if value in text or key.startswith("contact"):
            continue
        for found in find(value, today):
            if (found.code, found.said) not in seen:
                yield _problem(path, owner.mark(key), found)


def _problem(path: str, mark: Mark, found: Found) -> Problem:
    return Problem(path, mark, found.code, MESSAGE.replace("{what}", found.what), REMEDY[found.code])


def repeats_personal_data(problem: Problem, today: date) -> bool:
    """Return whether a problem's message contains personal data."""
    return any(True for _ in find(problem.message, today))

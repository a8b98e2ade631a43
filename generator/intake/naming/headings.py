"""The headings of a naming list: 一、甘井子区（12个）, （二）劳模创新工作室; each says something of all that stands below it."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.intake.persons import named_in
from generator.intake.plain import squeezed
from generator.libraries.characters import nfkc
from generator.model.registry import Registry
from generator.rules.names import IN_NAMES

_NUMBERED = (
    re.compile(r"[一二三四五六七八九十]{1,3}\s*[、.．]\s*"),
    re.compile(r"[(（]\s*[一二三四五六七八九十]{1,3}\s*[)）]\s*"),
    re.compile(r"[0-9０-９]{1,3}(?:\s*[、.．)）]\s*|\s+)"),
    re.compile(r"[(（]\s*[0-9０-９]{1,3}\s*[)）]\s*|[①-⑳]\s*"),
)
_COUNT = re.compile(r"\s*[(（]?\s*(?:共\s*)?([0-9０-９]+)\s*(?:个|家|名|项)\s*[)）]?\s*[:：]?\s*")
_LIST = re.compile(r"^[0-9]{4}年度?|(?:名单|名册|一览表)?[:：]?$")
_OF_LIST = re.compile(r"(?:名单|名册|一览表)(?:[(（][^()（）]*[)）])?[:：]?$")  # 名单（排名不分先后）
_UNION = re.compile(r"(?!各)[^，,；;、]+工会")  # one that no vocabulary has yet, which is allowed
CATEGORY, RECOMMENDER, PLACE, TITLE = "类别", "推荐单位", "所属区域", "命名称号"
COLUMNS = (CATEGORY, RECOMMENDER, PLACE, TITLE)


class Heading(NamedTuple):
    """A heading. `depth`: how deep its number says it is, 0 without one; `says`: by column what it says of those below it;
    `many`: how many it says there are; `is_title`: it is the title of the list."""

    text: str
    depth: int
    says: dict[str, str]
    many: int | None
    is_title: bool = False


def number(text: str) -> tuple[int, str]:
    """Return the depth of the number at the beginning of a line, 0 without one, and the line without it."""
    for depth, form in enumerate(_NUMBERED, start=1):
        if found := form.match(text):
            return depth, text[found.end() :]
    return 0, text


def heading(text: str, registry: Registry) -> Heading | None:
    """Return the heading that a line is: a union, a district, a zone, a category or a title; the title of the list; or a number
    and a count. None for every other line."""
    depth, rest = number(text.strip())
    counted = _COUNT.search(rest)
    bare = rest[: counted.start()] if counted and counted.end() == len(rest) else rest
    count = int(nfkc(counted[1])) if counted and bare is not rest else None
    word = _LIST.sub("", squeezed(bare))
    says = _said(word, registry)
    if not says and _UNION.fullmatch(word) and (depth or count is not None):
        says = {RECOMMENDER: word}
    is_title = bool(_OF_LIST.search(squeezed(bare)))
    if says or is_title or (depth in (1, 2) and count is not None):
        return Heading(text.strip(), depth, says, count, is_title)
    return None


def _said(word: str, registry: Registry) -> dict[str, str]:
    for column, vocabularies in ((RECOMMENDER, ("unions",)), (PLACE, ("districts", "zones"))):
        for name in vocabularies:
            if term := registry.named(name, word):
                return {column: term.name}
    kinds = [category for category, words in IN_NAMES.items() if words in word]
    title = registry.title(word)
    if title or (
        len(kinds) == 1
        and not named_in(word)
        and word.removeprefix(registry.local.city.name) in IN_NAMES.values()
    ):
        return {**({CATEGORY: kinds[0]} if len(kinds) == 1 else {}), **({TITLE: word} if title else {})}
    return {}

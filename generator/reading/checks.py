"""Checks as data, run in order over one text: here by the reader, and in a browser by record/checks.js."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from generator.model.dates import is_written, parse_date, propose_date
from generator.model.vocabulary import SYNONYMS, Term, Vocabularies
from generator.problems.code import ERROR, Code
from generator.problems.problem import Mark
from generator.problems.wording import Check, Facts, Given, fill, short
from generator.reading.kind import F212, MISSING, Missing, Notes, scalar_text
from generator.reading.likeness import nearest
from generator.reading.scalar import exact
from generator.reading.tree import Node

Test = Callable[[str, Given, Vocabularies], Facts | None]

INTEGER = r"(?:0|[1-9][0-9]{0,15})"
DECIMAL = r"-?[0-9]{1,3}(?:\.[0-9]{1,9})?"


F209 = Code(
    "F209",
    ERROR,
    "太长或太多",
    meaning="过长的文字在页面和表格里放不下。",
    bad="unit: （一百字的单位名称）",
    remedy="缩短或删减。",
)
# For a text that would be right with half-width signs and without quotes around it.
HALF_WIDTH = "“{label}”的“{short}”里有全角的字母、数字或符号，或者多了引号"
# Words that people write in a box that has no content.
SAYS_NOTHING = (
    "无", "暂无", "没有", "不详", "未知", "待定", "待补充", "待填", "略", "空", "同上", "/", "／", "-", "—", "——", "。", "×",
    "？", "？？", "？？？", "?", "??", "???", "N/A", "n/a", "NA", "None", "none", "XX", "xx", "xxx",
)  # fmt: skip
NOTHING_SAID = Check(
    "among",
    F212,
    "“{label}”写的是“{text}”，等于没有写",
    "请补上；不是必须写的，还不知道就先删去这一行。",
    {"words": SAYS_NOTHING},
)
_TO_HALF_WIDTH = {sign: sign - 0xFEE0 for sign in range(0xFF01, 0xFF5F)}


def read_text(checks: Iterable[Check], node: Node, label: str, notes: Notes) -> str | Missing:
    """Return the text of a scalar if the checks accept it; else note a problem and return MISSING."""
    text = scalar_text(node, label, notes)
    return text if text is MISSING else judge(checks, text, label, node.mark, notes)


def judge(checks: Iterable[Check], text: str, label: str, mark: Mark, notes: Notes) -> str | Missing:
    """Return the text if the checks accept it or none applies; else note the problem of the first check and return MISSING."""
    for check in checks:
        found = TESTS[check.test](text, check.given, notes.vocabularies)
        if found is None:
            continue
        if not check.code:
            return text
        facts = {"label": label, "text": text, "short": short(text), **found}
        right = exact(str(found["right"])) if "right" in found else ""
        return notes.add(check.code, mark, fill(check.message, facts), fill(check.remedy, facts), right)
    return text


def _yes(holds: object) -> Facts | None:
    return {} if holds else None


def _longer(text: str, given: Given, known: Vocabularies) -> Facts | None:
    return {"length": len(text)} if len(text) > given["most"] else None


def _longer_bare(text: str, given: Given, known: Vocabularies) -> Facts | None:
    length = len("".join(text.split()))
    return {"length": length, "over": length - given["most"]} if length > given["most"] else None


def _near(text: str, given: Given, known: Vocabularies) -> Facts | None:
    found = nearest(text, given["words"] if "words" in given else _terms(given, known))
    return {"near": found} if found else None


def _day(text: str, given: Given, known: Vocabularies) -> Facts | None:
    day = parse_date(text)
    return _yes(day and (day.day or not given.get("full")))


def _proposable(text: str, given: Given, known: Vocabularies) -> Facts | None:
    proposed = propose_date(text)
    return {"right": proposed} if proposed else None


_form = cache(re.compile)  # the forms of the tables are few; re itself asks more before it knows one again


def _within(text: str, given: Given, known: Vocabularies) -> Facts | None:
    return _yes(_form(given["form"]).fullmatch(text) and given["least"] <= int(text) <= given["most"])


def _terms(given: Given, known: Vocabularies) -> Mapping[str, Term]:
    vocabulary = known[given["vocabulary"]]
    return vocabulary.by_code if given["by"] == "code" else vocabulary.by_name


def _is_term(text: str, given: Given, known: Vocabularies) -> Facts | None:
    return _yes(given["vocabulary"] not in known or text in _terms(given, known))


def _former(text: str, given: Given, known: Vocabularies) -> Facts | None:
    terms = known[given["vocabulary"]].terms
    now = next((term for term in terms if text in term.former), None)
    return {"right": now.code if given["by"] == "code" else now.name} if now else None


def _coded(text: str, given: Given, known: Vocabularies) -> Facts | None:
    named = known[given["vocabulary"]].by_name.get(text)
    return {"right": named.code} if named else None


def _half(text: str, given: Given, known: Vocabularies) -> Facts | None:
    right = half_width(text)
    return {"right": right} if _form(given["form"]).fullmatch(right) else None


def half_width(text: str) -> str:
    """Return the text without quotes around it, with full-width letters, digits and signs (U+FF01 to U+FF5E) made half-width."""
    return text.strip("“”‘’\"'").translate(_TO_HALF_WIDTH)


def _small_letters(text: str, given: Given, known: Vocabularies) -> Facts | None:
    right = half_width(text).upper()
    return {"right": right} if right in _terms(given, known) else None


def _of_section(text: str, given: Given, known: Vocabularies) -> Facts | None:
    letter = text[:1].upper()
    section = [code for code in _terms(given, known) if len(code) > 1 and code[0] == letter]
    return {"letter": letter, "first": section[0], "last": section[-1]} if section else None


def _elsewhere(text: str, given: Given, known: Vocabularies) -> Facts | None:
    lists = (vocabulary for name, vocabulary in known.items() if name != SYNONYMS)
    other = next((vocabulary for vocabulary in lists if text in vocabulary.by_name), None)
    return {"title": other.title} if other else None


def _no_terms(text: str, given: Given, known: Vocabularies) -> Facts | None:
    return _yes(not _terms(given, known))


def _few(text: str, given: Given, known: Vocabularies) -> Facts | None:
    terms = list(_terms(given, known))
    listed = "、".join(f"“{term}”" for term in terms[:8])
    listed += f"等 {len(terms)} 种" if len(terms) > 8 else ""
    return {"listed": listed} if len(terms) <= given["most"] else None


TESTS: dict[str, Test] = {
    "always": lambda text, given, known: {},
    "broken": lambda text, given, known: _yes("\n" in text),
    "longer": _longer,
    "longer_bare": _longer_bare,
    "among": lambda text, given, known: _yes(text in given["words"]),
    "matches": lambda text, given, known: _yes(_form(given["form"]).fullmatch(text)),
    "near": _near,
    "day": _day,
    "written_as_day": lambda text, given, known: _yes(is_written(text)),
    "proposable": _proposable,
    "half": _half,
    "within": _within,
    "term": _is_term,
    "former": _former,
    "coded": _coded,
    "small_letters": _small_letters,
    "of_section": _of_section,
    "elsewhere": _elsewhere,
    "no_terms": _no_terms,
    "few": _few,
}

"""Terms of the vocabularies: what they say is said by every record that uses them, so nobody is left unaware of a change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.history.addresses import H432
from generator.history.change import Change
from generator.history.explained import as_written
from generator.model.usage import pages_with, using
from generator.model.vocabulary import SYNONYMS, Term, Vocabulary
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law
from generator.problems.problem import FILE_START, Problem
from generator.reading import schema

# What a term's note and address say is no fact of a record; the address is H431's.
_FACTS = tuple(field for field in schema.TERM.fields if field.key not in ("slug", "former", "short", "note"))
# Whose terms have pages: that one of them stays is H431's.
_WITH_PAGES = ("districts", "zones", "industries", "unions")
_SHOWN, _MOST = 3, 20


class TermPair(NamedTuple):
    """A term of a vocabulary before and after the change."""

    vocabulary: str
    before: Term
    after: Term


def term_pairs(change: Change) -> Iterator[TermPair]:
    """Yield each term that was, with what it is now: by its name, else its former name, else its address or code.

    A section of industry may have the name of its only division, so the code is asked too.
    """
    for name, old, new in _vocabularies(change):
        exact = {(term.name, term.code): term for term in reversed(new.terms)}
        formerly = {other: term for term in reversed(new.terms) for other in term.others}
        slugs = {term.slug: term for term in reversed(new.terms) if term.slug}
        for term in old.terms:
            now = exact.get((term.name, term.code))
            if now is None and not _is_shared(old, term.name):
                now = new.by_name.get(term.name) or formerly.get(term.name)
            same = slugs.get(term.slug or "") or new.by_code.get(term.code or "")
            if now or (same and (same.name not in old.by_name or _is_shared(old, term.name))):
                yield TermPair(name, term, now or same or term)


def _is_shared(vocabulary: Vocabulary, name: str) -> bool:
    return sum(term.name == name for term in vocabulary.terms) > 1


H436 = Code(
    "H436",
    WARNING,
    "词条改了，许多记录跟着变",
    meaning="记录只写词条的名称或代码；词条的级别、名称等一改，用它的记录没有动，网页却都变了。",
    bad="vocabularies/honours.yml 里“大连市劳动模范”的 level 由 市级 改为 省级",
    remedy="对照标准或文件，逐条想一想提示里的记录是不是都该变；无意改的，放回原样。",
)


@law
def what_a_term_takes_along_is_told(change: Change) -> Iterator[Problem]:
    """A change of what a term says names the records and pages that change with it (H436)."""
    told = 0
    for pair in term_pairs(change):
        for key, label, was, now in facts_of(pair):
            ids = [workshop.id for workshop in using(change.after, pair.vocabulary, pair.before, pair.after)]
            if not ids or told == _MOST:
                continue
            told += 1
            pages = list(dict.fromkeys(pages_with(change.after, frozenset(ids))))
            become = f"由“{was}”改为“{now}”" if was and now else f"“{was}”删去了" if was else f"写上了“{now}”"
            with_it = f"{few(ids, '条记录')}跟着变，会变的网页有 {few(pages, '个')}"
            message = f"“{pair.before.name}”的{label}{become}，{with_it}"
            more = f"改了的词条很多，只列出 {_MOST} 处。" if told == _MOST else ""
            remedy = f"请对照标准或文件，想一想这些记录是不是都该变；无意改的，请放回原样。{more}"
            path = change.after.vocabularies[pair.vocabulary].path
            yield Problem(path, pair.after.mark(key), H436, message, remedy)


def facts_of(pair: TermPair) -> Iterator[tuple[str, str, str, str]]:
    """Yield the key, the label and both texts of each fact of a term that the change alters."""
    for field in _FACTS:
        texts = [_text(getattr(term, field.key)) for term in (pair.before, pair.after)]
        if texts[0] != texts[1]:
            yield field.key, field.label, texts[0], texts[1]


def few(items: list[str], unit: str) -> str:
    """Say how many there are, and the first of them: `12 条记录（DL0001、DL0002、DL0003 等）`."""
    more = " 等" if len(items) > _SHOWN else ""
    return f"{len(items)} {unit}（{'、'.join(item or '首页' for item in items[:_SHOWN])}{more}）"


H437 = Code(
    "H437",
    ERROR,
    "公布过的词条不见了",
    meaning="以前的记录、填好的表和别人下载的数据用过它；删去了就读不懂。",
    bad="skill_grades.yml 里删去了“技师”",
    remedy="放回来，不再用的加上 valid_to；只是改了名称的，把旧名称写进 former。",
)


@law
def term_stays(change: Change) -> Iterator[Problem]:
    """A term stays, if only as a former name of another (H437; one with a page is H431's)."""
    kept = {(pair.vocabulary, pair.before.name) for pair in term_pairs(change)}
    for name, old, new in _vocabularies(change):
        for term in old.terms if name not in _WITH_PAGES else ():
            if (name, term.name) not in kept:
                message = f"公布过的词条“{term.name}”不见了"
                remedy = (
                    f"请放回来，不再用的加上 valid_to；只是改了名称的，在新名称的 former 里写“{term.name}”。"
                )
                yield Problem(new.path, new.mark("terms"), H437, message, remedy)
    for name in schema.OPTIONAL:
        gone = change.before.vocabularies.get(name) if name != SYNONYMS else None
        if gone and gone.path not in change.after.texts:
            message = f"公布过的词表“{gone.title}”不见了"
            yield Problem(
                gone.path, FILE_START, H437, message, "请把这个文件放回来；不再用的词条加上 valid_to。"
            )


H438 = Code(
    "H438",
    WARNING,
    "旧名称或代码不再指同一个词条",
    meaning="搜索、读入填好的表、对照名单都认旧名称和代码；它没有了或指向了别的，就会认错。",
    bad="“甲县”原来是甲市的旧名称，现在写在乙区的 former 里",
    remedy="放回原来的词条；原来写错的，核对标准以后可以留着。",
)


@law
def former_names_and_codes_stay(change: Change) -> Iterator[Problem]:
    """A former name leads to the term that it led to, and so does a code (H438; H432 where the code is another's now)."""
    pairs = {id(pair.before): pair.after for pair in term_pairs(change)}
    for name, old, vocabulary in _vocabularies(change):
        leads = {word: term for term in reversed(vocabulary.terms) for word in (*term.others, term.name)}
        if name != "industries":
            leads |= vocabulary.by_code
        for term in old.terms:
            now = pairs.get(id(term))
            code = (term.code,) if term.code and name != "industries" else ()
            for word in (*term.others, *code) if now else ():
                other = leads.get(word)
                if other is None or other.name != (now or term).name:
                    goes = f"现在指向“{other.name}”" if other else "没有了"
                    message = f"“{term.name}”的{'代码' if word in code else '旧名称'}“{word}”{goes}"
                    remedy = "请放回原来的词条；原来写错的，核对标准以后可以留着。"
                    place = (other or now or term).mark("former" if word not in code else "code")
                    kind = H432 if other and word in code else H438
                    yield Problem(vocabulary.path, place, kind, message, remedy)


def _vocabularies(change: Change) -> Iterator[tuple[str, Vocabulary, Vocabulary]]:
    """Yield the vocabularies that changed, before and after; synonyms are no record's, and may go."""
    for name, new in change.after.vocabularies.items():
        old = change.before.vocabularies.get(name)
        if old and new.path in change.touched and name != SYNONYMS:
            yield name, old, new


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple) and not hasattr(value, "iso"):
        return "、".join(map(str, value))
    return as_written(value)  # type: ignore[arg-type]  # a term holds texts, days, truths and lists of texts

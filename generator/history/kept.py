"""What was published does not vanish in silence: former names, facts, results, and the sources that prove them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from generator.history.change import Change, Pair
from generator.history.explained import (
    FactLaw,
    Lacking,
    Protected,
    PublishedFact,
    Value,
    as_written,
    unexplained,
)
from generator.history.persons import H462, earlier
from generator.history.records import H411, happened
from generator.model.workshop import Achievement
from generator.problems.code import ERROR, Code
from generator.problems.law import law
from generator.problems.problem import Problem
from generator.reading import schema


class Former(NamedTuple):
    """A list of what something was called before: the key of what it is called now, and the code of its loss."""

    listed: Protected
    now: str
    code: Code


FORMER = (
    Former(Protected("former_names", ("曾用名", "former_names")), "name", H411),
    Former(Protected("former_units", ("曾用单位名称", "former_units")), "unit", H462),
)


@law
@FactLaw
def former_name_stays(change: Change) -> Iterator[Lacking]:
    """What a workshop or its unit was called stays, unless a correction takes it back (H411, H462)."""
    for pair in change.compared:
        for listed, now, code in FORMER:
            stay = {*getattr(pair.after, listed.key), getattr(pair.after, now)}
            gone = [name for name in getattr(pair.before, listed.key) if name not in stay]
            yield from _lost(change, pair, listed, gone, code)


H463 = Code(
    "H463",
    ERROR,
    "来源不见了，没有说明",
    meaning="来源是别人核对的凭据；删去或换掉，原来写的就没有了依据。",
    bad="删去了 sources 里的一条，或把它的 url 换成了别的网址",
    remedy="放回来，新的另加一条；网址失效的也留着标题；确实写错的，加一条更正。",
)


_PROOF = Protected("sources", ("来源", "sources"))


@law
@FactLaw
def source_stays(change: Change) -> Iterator[Lacking]:
    """A source stays, and so does its address, unless a correction takes it back (H463)."""
    for pair in change.compared:
        for old in pair.before.sources:
            new = earlier(old, pair.after.sources) or next(
                (it for it in pair.after.sources if change.is_rewritten(old.title, it.title)), None
            )
            gone = "" if new and old.url in (None, new.url) else (old.url or "") if new else old.title
            if not gone or change.is_withdrawn(unquote(gone)):
                continue
            fact = PublishedFact(_PROOF.words, gone, "")
            missing = unexplained(pair, fact)
            if missing:
                told = f"来源“{old.title}”的网址改了或删了" if new else f"删去了来源“{old.title}”"
                place = new.mark("url") if new else pair.after.mark("sources")
                problem = Problem(pair.after.path, place, H463, f"{told}，没有说明", missing)
                yield Lacking(_PROOF, fact, problem)


@law
def proof_stays(change: Change) -> Iterator[Problem]:
    """What a source proved and is still written is proved by a source (H463)."""
    for pair in change.compared:
        for old in pair.before.sources:
            new = earlier(old, pair.after.sources)
            for key in old.supports if new else ():
                head = key.split(".", maxsplit=1)[0]
                stays = getattr(pair.before, head) == getattr(pair.after, head)
                if new and key not in new.supports and stays and not pair.after.supporting(key):
                    message = f"来源“{old.title}”的 supports 里删去了 {key}，它还写着，却没有了来源"
                    told = f"请把 {key} 放回来；不是这条来源写的，请加上写到它的来源，supports 里写 {key}。"
                    yield Problem(pair.after.path, new.mark("supports"), H463, message, told)


H464 = Code(
    "H464",
    ERROR,
    "公布过的内容不见了，没有说明",
    meaning="公布过的事实、简介和成果有人引用；可以补、可以改，悄悄删去就没有人知道原来写过什么。",
    bad="删去了 summary，或 achievements 里的一条",
    remedy="放回来；原来写错的，加一条更正。",
)
REPEATED = 20  # so many characters of a long text are enough for a correction
_BY_EVENT = {"district": "迁移", "zone": "迁移"}
_RESULTS = Protected(
    "achievements",
    ("成果", "achievements"),
    loss=True,
    alike=("title", "year", "count", "amount_yuan", "evidence"),
)
FACTS = (
    *(
        Protected(key, (schema.WORKSHOP.by_key[key].label, key), _BY_EVENT.get(key, ""), loss=True)
        for key in ("district", "zone", "industry", "field", "recommender", "established", "members")
    ),
    Protected("summary", ("事迹简介", "summary"), loss=True),
    _RESULTS,
)
_LISTED = tuple(former.listed for former in FORMER)
_MEMBERS = Protected("member_workshops", ("成员工作室", "member_workshops"))
PROTECTED = (*_LISTED, *FACTS, _MEMBERS)


@law
@FactLaw
def fact_stays(change: Change) -> Iterator[Lacking]:
    """A fact, the summary and a result may change, but go only with a correction, a place also with a 迁移 (H464)."""
    for pair in change.compared:
        for item in FACTS:
            old, new = getattr(pair.before, item.key), getattr(pair.after, item.key)
            lost = _results_lost(old, new) if item is _RESULTS else _fact_lost(old, new)
            if item.event and happened(pair, item.event):
                continue
            yield from _lost(change, pair, item, lost, H464)


@law
@FactLaw
def member_stays(change: Change) -> Iterator[Lacking]:
    """A member of an alliance goes only with a correction, which says that it left or was listed wrongly (H464)."""
    for pair in change.compared:
        gone = [id_ for id_ in pair.before.member_workshops if id_ not in pair.after.member_workshops]
        yield from _lost(change, pair, _MEMBERS, gone, H464)


def _fact_lost(old: Value, new: Value) -> list[str]:
    return [as_written(old).split("\n")[0][:REPEATED]] if old is not None and new is None else []


def _results_lost(before: Sequence[Achievement], after: Sequence[Achievement]) -> list[str]:
    """The results of which neither the same is left, nor one of their kind that has something in common with them."""
    left = [item for item in after if item not in before]
    lost = []
    for old in (item for item in before if item not in after):
        alike = next((new for new in left if new.kind == old.kind and _in_common(old, new)), None)
        if alike:
            left.remove(alike)
        else:
            lost.append(old.title or old.kind)
    return lost


def _in_common(old: Achievement, new: Achievement) -> bool:
    known = [key for key in _RESULTS.alike if getattr(old, key) is not None]
    return not known or any(getattr(old, key) == getattr(new, key) for key in known)


def _lost(change: Change, pair: Pair, item: Protected, gone: Iterable[str], code: Code) -> Iterator[Lacking]:
    """Yield each text that is gone from a key, if no correction explains it."""
    called = item.words[0] if item in _LISTED else f"{item.words[0]}（{item.key}）"
    for text in gone:
        fact = PublishedFact(item.words, text, "")
        missing = None if change.is_withdrawn(text) else unexplained(pair, fact)
        if missing:
            message = f"删去了{called}“{text}”，没有说明"
            yield Lacking(
                item, fact, Problem(pair.after.path, pair.after.mark(item.key), code, message, missing)
            )

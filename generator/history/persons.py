"""Who leads a workshop, and where: what is said of the former leader or unit does not pass on to the next in silence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.history.change import Change, Pair
from generator.history.explained import FactLaw, Lacking, Protected, PublishedFact, unexplained
from generator.history.records import LEADER, new_events
from generator.libraries.pinyin import person
from generator.model.workshop import Leader, Source
from generator.problems.code import ERROR, Code
from generator.problems.law import law
from generator.problems.problem import Problem
from generator.reading import schema

UNIT = Protected("unit", ("所在单位", "单位", "unit"), "单位更名", "former_units")
PROTECTED = (UNIT,)


H461 = Code(
    "H461",
    ERROR,
    "换了领衔人，原领衔人的情况还在",
    meaning="荣誉、等级、学历、公开依据说的是一个人；换了人不改，网页就会把原领衔人的荣誉说成是新领衔人的。",
    bad="leader.name 由 周海 改为 吴山，honours 没有动",
    remedy="改成新领衔人的，或删去；新领衔人恰好一样的，加一条写到它的来源。旧来源的 supports 里去掉 leader 各键，简介改写。",
)


@law
def former_leader_leaves_nothing(change: Change) -> Iterator[Problem]:
    """What a record said of its leader does not stay, unproved, with the next one (H461)."""
    for pair in change.compared:
        before, after = pair.before.leader, pair.after.leader
        if before and after and before.name and after.name and before.name != after.name and _changed(pair):
            yield from _same_person(pair, before, after)
            yield from _same_proof(pair)
            yield from _same_summary(pair, before.name)


def _changed(pair: Pair) -> bool:
    return bool(new_events(pair, LEADER.event))


def _same_person(pair: Pair, before: Leader, after: Leader) -> Iterator[Problem]:
    fresh = [source for source in pair.after.sources if earlier(source, pair.before.sources) is None]
    proved = {key for source in fresh for key in source.supports}
    for field in schema.LEADER.fields:
        key = f"leader.{field.key}"
        old, new = getattr(before, field.key), getattr(after, field.key)
        proves = {"leader", key, "leader.name" if field.key == "basis" else key}
        if field.key == "name" or old in (None, ()) or old != new or proved & proves:
            continue
        if field.key == "pinyin" and before.name and after.name and person(before.name) == person(after.name):
            continue
        message = f"换了领衔人，“{field.label}”还和原领衔人“{before.name}”的一样"
        remedy_text = f"请改成新领衔人的，或删去；恰好一样的，加一条证明它的来源，supports 里写 {key}。"
        yield Problem(pair.after.path, after.mark(field.key), H461, message, remedy_text)


def _same_proof(pair: Pair) -> Iterator[Problem]:
    """A source from before the change says nothing of the next leader; a later report may name both."""
    since = min(event.date.first for event in new_events(pair, LEADER.event))
    for source in pair.after.sources:
        was = earlier(source, pair.before.sources)
        later = source.date is not None and source.date.last >= since
        for number, key in enumerate(source.supports, start=1):
            if was and not later and key.split(".")[0] == "leader" and key in was.supports:
                message = f"换了领衔人，supports 里的 {key} 说的还是原领衔人"
                remedy_text = "请从这条来源的 supports 里删去；它也写到新领衔人的，请写上来源的日期。"
                yield Problem(pair.after.path, source.mark(f"supports.{number}"), H461, message, remedy_text)


def _same_summary(pair: Pair, former: str) -> Iterator[Problem]:
    summary = pair.after.summary
    if summary and summary == pair.before.summary and former in summary:
        message = f"换了领衔人，简介里还写着原领衔人“{former}”"
        remedy_text = "请改写这一句，如“由时任领衔人某某创建”。"
        yield Problem(pair.after.path, pair.after.mark("summary"), H461, message, remedy_text)


H462 = Code(
    "H462",
    ERROR,
    "改了所在单位，没有说明",
    meaning="单位是公布过的事实；单位更名、写错了和换成了别的单位是几回事，读者要分得清，按旧名称也要找得到。",
    bad="unit 改了，没有“单位更名”，也没有更正",
    remedy="单位更名的，events 里加“单位更名”，旧名称写进 former_units；原来写错的，或者划到了别的单位的，加一条更正。",
)


@law
@FactLaw
def unit_is_explained(change: Change) -> Iterator[Lacking]:
    """A unit changes with a 单位更名 that keeps the old name in former_units, or with a correction (H462)."""
    for pair in change.compared:
        old, new = pair.before.unit, pair.after.unit
        renamed, kept = bool(new_events(pair, UNIT.event)), old in pair.after.former_units
        if old is None or old == new or (renamed and kept) or (new and change.is_rewritten(old, new)):
            continue
        fact = PublishedFact(UNIT.words, old, new or "")
        missing = unexplained(pair, fact)
        if missing:
            message = f"所在单位由“{old}”改为“{new}”，没有说明" if new else f"删去了所在单位“{old}”，没有说明"
            keep = f"请把旧名称“{old}”写进 former_units。"
            remedy_text = keep if renamed else f"单位更名的，请在 events 里加“单位更名”。{keep}{missing}"
            problem = Problem(pair.after.path, pair.after.mark("unit"), H462, message, remedy_text)
            yield Lacking(UNIT, fact, problem)


def earlier(source: Source, among: tuple[Source, ...]) -> Source | None:
    """The same source on the other side: that of its address, else that of its title."""
    same = [it for it in among if source.url and it.url == source.url]
    return next(iter(same), None) or next((it for it in among if it.title == source.title), None)

"""The facts of a published record may be completed at any time, but change only with an explanation."""

from __future__ import annotations

from collections.abc import Iterator

from generator.history.change import Change, Pair
from generator.history.explained import (
    FactLaw,
    Lacking,
    Protected,
    PublishedFact,
    added,
    as_written,
    completes,
    unexplained,
)
from generator.model.workshop import MARK, Event
from generator.problems.code import ERROR, Code
from generator.problems.law import law
from generator.problems.problem import Problem
from generator.rules.takedown import stand_in

_KEYS = {"title": "称号", "level": "级别", "date": "日期", "notice": "命名通报", "support_yuan": "经费支持"}
NAME = Protected("name", ("名称", "name"), "更名", "former_names")
CATEGORY = Protected("category", ("类别", "category"))
LEADER = Protected("leader.name", ("领衔人", "领军人", "姓名", "leader"), "变更领衔人", tells="former_leader")
NAMED = Protected("designations", ("命名", "designations"), parts=_KEYS)
HAPPENED = Protected("events", ("后续情况", "events"))
PROTECTED = (NAME, CATEGORY, LEADER, NAMED, HAPPENED)


H411 = Code(
    "H411",
    ERROR,
    "改了名称，没有说明",
    meaning="名称是公布过的事实；改了要说得出何时、为何、依据什么。",
    bad="name 改了，没有“更名”，也没有更正",
    remedy="真是更名的，events 里加“更名”，旧名称写进 former_names；原来写错的，加一条更正。",
)


@law
@FactLaw
def name_is_explained(change: Change) -> Iterator[Lacking]:
    """A name changes with a 更名 that keeps the old one in former_names, or with a correction (H411)."""
    for pair in change.compared:
        old, new = pair.before.name, pair.after.name
        if old == new or change.is_rewritten(old, new):
            continue
        kept = old in pair.after.former_names or change.is_withdrawn(old)
        renamed = happened(pair, NAME.event)
        if renamed and kept:
            continue
        message = f"名称由“{old}”改为“{new}”，没有说明"
        fact = PublishedFact(NAME.words, old, new)
        missing = unexplained(pair, fact)
        if missing:
            keep = f"请把旧名称“{old}”写进 former_names。"
            remedy_text = keep if renamed else f"真是更名的，请在 events 里加“更名”。{keep}{missing}"
            if change.is_withdrawn(old):
                remedy_text = f"撤下姓名的，名称里只把姓名改写成“{stand_in(pair.after.id)}”；同时更名的，请在 events 里加“更名”。"
            problem = Problem(pair.after.path, pair.after.mark("name"), H411, message, remedy_text)
            yield Lacking(NAME, fact, problem)


H412 = Code(
    "H412",
    ERROR,
    "改了类别，没有说明",
    meaning="劳模还是职工是命名文件定的；改了要说得出原因和依据。",
    bad="category 由 职工 改为 劳模",
    remedy="加一条更正，写明原来、现在、原因和依据。",
)


@law
@FactLaw
def category_is_explained(change: Change) -> Iterator[Lacking]:
    """A category changes with a correction (H412)."""
    for pair in change.compared:
        old, new = pair.before.category, pair.after.category
        if old is None or old == new:
            continue
        fact = PublishedFact(CATEGORY.words, old, as_written(new))
        missing = unexplained(pair, fact)
        if missing:
            message = f"类别由“{old}”改为“{new}”，没有说明" if new else f"删去了类别“{old}”，没有说明"
            problem = Problem(pair.after.path, pair.after.mark("category"), H412, message, missing)
            yield Lacking(CATEGORY, fact, problem)


H413 = Code(
    "H413",
    ERROR,
    "改了领衔人，没有说明",
    meaning="领衔人是公布过的事实；换了人和写错了是两回事，读者要分得清。",
    bad="leader.name 改了，没有“变更领衔人”，也没有更正",
    remedy="换了人的，events 里加“变更领衔人”；原来写错的，加一条更正；本人要求撤下的，basis 照写。",
)


@law
@FactLaw
def leader_is_explained(change: Change) -> Iterator[Lacking]:
    """A leader changes with a 变更领衔人 or a correction, or is removed on request (H413)."""
    for pair in change.compared:
        old = pair.before.leader.name if pair.before.leader else None
        leader = pair.after.leader
        new = leader.name if leader else None
        if old is None or old == new or old in change.withdrawn:
            continue
        events = new_events(pair, LEADER.event)
        fact = PublishedFact(LEADER.words, old, as_written(new))
        missing = unexplained(pair, fact)
        if any(event.former_leader == old for event in events):
            continue
        if missing and events:
            message = f"“变更领衔人”里没有写原领衔人“{old}”"
            remedy_text = f"请在这一条 events 里写 former_leader: {old}。"
            problem = Problem(pair.after.path, events[-1].mark("kind"), H413, message, remedy_text)
            yield Lacking(LEADER, fact, problem)
        elif missing:
            message = f"领衔人由“{old}”改为“{new}”，没有说明" if new else f"删去了领衔人“{old}”，没有说明"
            remedy_text = f"换了人的，请在 events 里加“变更领衔人”，写上 former_leader: {old}。{missing}"
            mark = leader.mark("name") if leader else pair.after.mark("leader")
            yield Lacking(LEADER, fact, Problem(pair.after.path, mark, H413, message, remedy_text))


H415 = Code(
    "H415",
    ERROR,
    "改了或删了后续情况，没有说明",
    meaning="状态由后续情况推算，只能凭文件往前走；删去“撤销”，工作室就悄悄回到了在册。",
    bad="删去了 events 里的“撤销”",
    remedy="把它放回来，新的情况另加一条；原来写错的，加一条更正。",
)


@law
@FactLaw
def event_is_explained(change: Change) -> Iterator[Lacking]:
    """An event stays: a status moves on with a further event, or back with a correction (H415)."""
    for pair in change.compared:
        left = list(pair.after.events)
        for event in pair.before.events:
            same = next((other for other in left if _is_same(event, other)), None)
            if same:
                left.remove(same)
                continue
            words = (*HAPPENED.words, event.kind)
            fact = PublishedFact(words, f"{event.date.iso} {event.kind}", "")
            missing = unexplained(pair, fact)
            if missing:
                message = f"{event.date.iso} 的“{event.kind}”改了或删了，没有说明"
                problem = Problem(pair.after.path, pair.after.mark("events"), H415, message, missing)
                yield Lacking(HAPPENED, fact, problem)


H416 = Code(
    "H416",
    ERROR,
    "改了或删了以前的更正",
    meaning="更正记录让人看得出改过什么，它自己不能再改。",
    bad="删去了 corrections 里的一条",
    remedy="照原样放回来；更正本身有错的，再加一条。",
)


@law
def correction_stays(change: Change) -> Iterator[Problem]:
    """A correction stays as it is (H416)."""
    for pair in change.compared:
        for gone in added(pair.after.corrections, pair.before.corrections):
            words = " ".join(filter(None, (gone.what, gone.before, gone.after, gone.why)))
            if not change.is_withdrawn(words):
                message = f"{gone.date.iso} 的更正“{gone.what}”改了或删了"
                remedy_text = "请照原样放回来；更正本身有错的，再加一条更正。"
                yield Problem(pair.after.path, pair.after.mark("corrections"), H416, message, remedy_text)


def _is_same(old: Event, new: Event) -> bool:
    rests = ((old.former_leader, new.former_leader), (old.notice, new.notice), (old.source, new.source))
    told = all(completes(was, now) or MARK in (now or "") for was, now in rests)
    return old.kind == new.kind and completes(old.date, new.date) and told


def new_events(pair: Pair, kind: str) -> list[Event]:
    """The events of a kind that the change adds."""
    left = list(pair.before.events)
    new = []
    for event in pair.after.events:
        same = next((old for old in left if _is_same(old, event)), None)
        if same:
            left.remove(same)
        elif event.kind == kind:
            new.append(event)
    return new


def happened(pair: Pair, kind: str) -> bool:
    """Return whether the change adds an event of that kind."""
    earlier = sum(1 for event in pair.before.events if event.kind == kind)
    return sum(1 for event in pair.after.events if event.kind == kind) > earlier

"""A designation that was published stays as it was, or a correction says why."""

from __future__ import annotations

from collections.abc import Iterator

from generator.history.change import Change, Pair
from generator.history.explained import FactLaw, Lacking, PublishedFact, as_written, completes, unexplained
from generator.history.records import NAMED
from generator.model.workshop import Designation
from generator.problems.code import ERROR, Code
from generator.problems.law import law
from generator.problems.problem import Problem

H414 = Code(
    "H414",
    ERROR,
    "改了已公布的命名，没有说明",
    meaning="命名的称号、级别、日期和通报是公布过的事实，改了或删了都要说得出原因和依据。",
    bad="designations 里的 date 由 2023-07-13 改为 2022-07-13",
    remedy="加一条更正，写明原来、现在、原因和依据。",
)


@law
@FactLaw
def designation_is_explained(change: Change) -> Iterator[Lacking]:
    """A designation's title, level, date and notice change, and a designation is removed, with a correction (H414)."""
    for pair in change.compared:
        for old, new in _matched(pair.before.designations, pair.after.designations):
            if change.is_withdrawn(old.title):
                continue
            if new is None:
                words = (*NAMED.words, old.title)
                fact = PublishedFact(words, old.title, "")
                missing = unexplained(pair, fact)
                if missing:
                    message = f"删去了命名“{old.title}”，没有说明"
                    problem = Problem(
                        pair.after.path, pair.after.mark("designations"), H414, message, missing
                    )
                    yield Lacking(NAMED, fact, problem)
                continue
            yield from _altered(pair, old, new)


def _altered(pair: Pair, old: Designation, new: Designation) -> Iterator[Lacking]:
    for key, label in NAMED.parts.items():
        was, now = getattr(old, key), getattr(new, key)
        if completes(was, now):
            continue
        words = (f"{NAMED.words[0]}的{label}", *NAMED.words, old.title)
        fact = PublishedFact(words, as_written(was), as_written(now))
        missing = unexplained(pair, fact)
        if missing:
            become = f"由“{as_written(was)}”改为“{as_written(now)}”" if now else f"“{as_written(was)}”删去了"
            message = f"命名“{old.title}”的{label}{become}，没有说明"
            yield Lacking(NAMED, fact, Problem(pair.after.path, new.mark(key), H414, message, missing))


def _matched(
    before: tuple[Designation, ...], after: tuple[Designation, ...]
) -> Iterator[tuple[Designation, Designation | None]]:
    """Yield each old designation with its new form: the same, else the one most like it, else None."""
    left = [new for new in after if new not in before]
    for old in before:
        if old in after:
            continue
        alike = max(left, key=lambda new: _likeness(old, new), default=None)
        if alike is None or not _likeness(old, alike):
            yield old, None
        else:
            left.remove(alike)
            yield old, alike


def _likeness(old: Designation, new: Designation) -> int:
    """Return how many of the facts agree; the title counts twice."""
    same = [
        key for key in NAMED.parts if getattr(old, key) is not None and getattr(old, key) == getattr(new, key)
    ]
    return len(same) + ("title" in same)

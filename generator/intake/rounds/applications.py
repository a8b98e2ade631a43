"""The papers of one workshop put together: which belong to one application, which of several is the newest, who recommends it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.intake.labels import key
from generator.intake.rounds.papers import Paper
from generator.model.registry import Registry
from generator.model.vocabulary import Term
from generator.reading.likeness import LEAST, likeness
from generator.rules.duplicates import bare_name

_NUMBER = "S{:03}"
# What tells which of several papers is the newest: in words, and of a paper. The first that all of them have and that differs counts.
_AGES: tuple[tuple[str, Callable[[Paper], str]], ...] = (
    ("填表日期", lambda paper: paper.filled_in),
    ("文件里的保存时间", lambda paper: paper.saved),
    ("文件的时间", lambda paper: paper.received.dated),
)


@dataclass(frozen=True)
class Application:
    """One workshop that applies. `number`: S001, its for good; `forms`, `rows`: its forms and rows of summaries, the newest first.

    `recommender`: the union that recommends it, by its name in use where the vocabulary knows it; empty if nobody says.
    `whence`: how that is known.
    """

    number: str
    forms: tuple[Paper, ...]
    rows: tuple[Paper, ...]
    recommender: str = ""
    whence: str = ""

    @property
    def newest(self) -> tuple[Paper, ...]:
        """The papers that count: the newest form, the newest row, as far as there are."""
        return (*self.forms[:1], *self.rows[:1])

    def says(self, feeds: str) -> str:
        """Return what the papers that count say of a key of the record; the form before the row."""
        return next((text for paper in self.newest if (text := paper.fed(feeds))), "")


class Identity(NamedTuple):
    """What a paper says of which workshop it tells: its bare name, its unit, its leader, as they are compared."""

    bare: str
    name: str
    unit: str
    leader: str
    is_form: bool

    @classmethod
    def of(cls, paper: Paper, city: str) -> Identity:
        """Return that of a paper, in a city of that name."""
        name, unit, leader = (paper.fed(feeds) for feeds in ("name", "unit", "leader.name"))
        return cls(bare_name(name, city), key(name), key(unit), key(leader), paper.is_form)

    @property
    def shared(self) -> Iterator[object]:
        """What two papers of one workshop share at least one of."""
        if self.bare:
            yield self.bare
        if self.leader and self.unit:
            yield self.leader, self.unit

    def is_same(self, other: Identity) -> bool:
        """Whether two papers tell of one workshop: the same name but for the words that all names share, and no other unit.

        A form and a row of a summary, which say the same of one workshop, may also differ in the name, if unit and leader agree.
        """
        if self.bare == other.bare != "":
            return _may_be_one(self.unit, other.unit)
        led = self.leader == other.leader != "" and self.unit == other.unit != ""
        alike = not self.bare or not other.bare or likeness(self.bare, other.bare) >= LEAST
        return led and (self.is_form != other.is_form or alike)


def numbered(papers: Iterable[Paper], numbers: Mapping[str, str], city: str) -> dict[str, str]:
    """Return the application of each paper by its key: what it had, else that of the workshop it tells of, else a new one."""
    found = dict(numbers)
    last = max((int(number[1:]) for number in numbers.values()), default=0)
    held: defaultdict[object, list[tuple[Identity, str]]] = defaultdict(list)
    for paper in sorted(papers, key=lambda paper: paper.key not in numbers):  # the known ones first
        own = Identity.of(paper, city)
        if paper.key not in found:
            others = [it for shared in own.shared for it in held[shared] if own.is_same(it[0])]
            same = {number for _, number in others}
            if len(same) > 1:
                same = {number for other, number in others if own[1:3] == other[1:3]}
            if len(same) != 1:
                last += 1
            found[paper.key] = same.pop() if len(same) == 1 else _NUMBER.format(last)
        for shared in own.shared:
            held[shared].append((own, found[paper.key]))
    return found


def applications(
    papers: Iterable[Paper], numbers: Mapping[str, str], registry: Registry
) -> tuple[Application, ...]:
    """Return the applications in the order of their numbers."""
    by_number: dict[str, list[Paper]] = {}
    for paper in papers:
        by_number.setdefault(numbers[paper.key], []).append(paper)
    return tuple(
        _application(number, by_number[number], registry) for number in sorted(by_number, key=_place)
    )


def newest_first(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    """Return the papers, the newest first; of those that nothing tells apart, the one received last."""
    received = list(papers)[::-1]
    told = _tells(received)
    return tuple(sorted(received, key=told[1], reverse=True) if told else received)


def why_newest(papers: tuple[Paper, ...]) -> str:
    """Return why the first of several papers counts: `填表日期 2026-08-03，另一份是 2026-07-01`."""
    told = _tells(papers)
    if not told:
        return "日期一样，用后收到的"
    words, age = told
    return f"{words} {age(papers[0])}，另一份是 {age(papers[1])}"


def _tells(papers: Iterable[Paper]) -> tuple[str, Callable[[Paper], str]] | None:
    """What tells these papers' ages apart; None where nothing does."""
    listed = list(papers)
    for words, age in _AGES:
        ages = [age(paper) for paper in listed]
        if all(ages) and len(set(ages)) > 1:
            return words, age
    return None


def _application(number: str, papers: list[Paper], registry: Registry) -> Application:
    forms = newest_first(paper for paper in papers if paper.is_form)
    rows = newest_first(paper for paper in papers if not paper.is_form)
    recommender, whence = next(_recommenders((*forms, *rows), registry), ("", ""))
    return Application(number, forms, rows, recommender, whence)


def _recommenders(papers: tuple[Paper, ...], registry: Registry) -> Iterator[tuple[str, str]]:
    """Yield who recommends, the surest first: as was said when it was collected, as a summary says, as folders are called."""
    for paper in papers:
        if said := paper.received.recommender:
            yield in_use(said, registry), "收材料时写明"
    for paper in papers:
        if said := paper.fed("recommender") or paper.filled.publisher:
            yield in_use(said, registry), f"附件1：{paper.origin}"
    for paper in papers:
        for origin in paper.received.origins:
            named = _in_path(origin, registry)
            if len(named) == 1:
                yield named.pop(), f"文件夹或文件名：{origin}"


def in_use(union: str, registry: Registry) -> str:
    """Return a union by its name in use, where the vocabulary knows it."""
    term = registry.named("unions", "".join(union.split()))
    return term.name if term else union


def _in_path(path: str, registry: Registry) -> set[str]:
    """The unions that the folders and names of a file name, themselves or their district."""
    return {term.name for term in registry.terms("unions") if any(word in path for word in _called(term))}


def _called(term: Term) -> Iterator[str]:
    yield from term.names
    yield from (place for place in (term.district, term.zone) if place)


def _may_be_one(one: str, other: str) -> bool:
    """Whether two spellings of a unit may mean one: a short name stands within the whole, one of them may be absent."""
    return not one or not other or one in other or other in one or likeness(one, other) >= LEAST


def _place(number: str) -> tuple[int, str]:
    return len(number), number

"""Which record each entry of a naming notice's list tells of: by its name, and all else that the list gives."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.libraries.characters import nfkc
from generator.model.notices import Listed, Notice
from generator.model.units import Units
from generator.model.workshop import Workshop


class Naming(NamedTuple):
    """A naming notice, the record of each entry of its list, and the records that cite it.

    `rivals`: beside each of these records, those that no entry has and that fit this one as well, though none cites it.
    `strangers`: the records that cite it and are no entry's, each with the entries of its name.
    """

    notice: Notice
    records: tuple[Workshop | None, ...]
    rivals: tuple[tuple[Workshop, ...], ...]
    cited: tuple[Workshop, ...]
    strangers: tuple[tuple[Workshop, tuple[Listed, ...]], ...]


def namings(
    notices: Iterable[Notice], workshops: Sequence[Workshop], unions: Mapping[str, str], units: Units
) -> dict[str, Naming]:
    """By the notice's id. `unions`: what a union is called now, by its former names; `units`: the same of units."""
    by_name: defaultdict[str, list[Workshop]] = defaultdict(list)
    citing: defaultdict[str, list[Workshop]] = defaultdict(list)
    for workshop in workshops:
        for name in dict.fromkeys(workshop.names):
            by_name[name].append(workshop)
        for id_ in dict.fromkeys(named.notice for named in workshop.designations if named.notice):
            citing[id_].append(workshop)
    naming = [notice for notice in notices if notice.is_naming]
    return {notice.id: _naming(notice, by_name, citing[notice.id], unions, units) for notice in naming}


def agreement(entry: Listed, workshop: Workshop, unions: Mapping[str, str], units: Units) -> int | None:
    """How many of the things given beside the name agree, by whichever of its names; None if one of them, known on both sides,
    does not."""
    recommender = _now(workshop.recommender, unions) if workshop.recommender else None
    given = [
        (
            entry.unit and units.now(entry.unit),
            tuple(map(units.now, workshop.units)),
            workshop.unit is not None,
        ),
        (entry.leader, workshop.leaders, workshop.knows_its_leaders),
        (
            entry.recommender and _now(entry.recommender, unions),
            (recommender,) if recommender else (),
            bool(recommender),
        ),
    ]
    agree = 0
    for said, known, whole in given:
        if said and _plain(said) in map(_plain, known):
            agree += 1
        elif said and whole:
            return None
    return agree


def _naming(
    notice: Notice,
    by_name: Mapping[str, Sequence[Workshop]],
    cited: Sequence[Workshop],
    unions: Mapping[str, str],
    units: Units,
) -> Naming:
    fitting: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    records = {workshop.path: workshop for workshop in cited}
    for number, entry in enumerate(notice.names):
        for workshop in by_name.get(entry.name, ()):
            agrees = agreement(entry, workshop, unions, units)
            if agrees is not None:
                fitting[workshop.path].append((-agrees, number))
                records[workshop.path] = workshop
    citing = {workshop.path for workshop in cited}
    first = sorted(fitting, key=lambda path: (path not in citing, min(fitting[path])[0], path))
    places = {path: [number for _, number in sorted(fitting[path])] for path in first}
    held = _seated(places)
    seated = set(held.values())
    strangers = [
        (workshop, tuple(entry for entry in notice.names if entry.name in workshop.names))
        for workshop in cited
        if workshop.path not in seated
    ]
    everyone = range(len(notice.names))
    spare = sorted(fitting.keys() - seated - citing)
    found = tuple(records[held[number]] if number in held else None for number in everyone)
    rivals = tuple(
        tuple(
            records[path]
            for path in spare
            if held[number] not in citing
            and _fit(fitting[path], number) == _fit(fitting[held[number]], number)
        )
        if number in held
        else ()
        for number in everyone
    )
    return Naming(notice, found, rivals, tuple(cited), tuple(strangers))


def _fit(fitting: Sequence[tuple[int, int]], number: int) -> int | None:
    """How well a record fits an entry; None if it does not."""
    return next((fit for fit, place in fitting if place == number), None)


def _seated(places: Mapping[str, Sequence[int]]) -> dict[int, str]:
    """Who sits where, each in one of its places, as many as can: who comes earlier keeps a place, if not the same one.

    A maximum matching by augmenting paths, searched in breadth, so that no list is too long for it.
    """
    held: dict[int, str] = {}
    seat: dict[str, int] = {}
    for comer in places:
        asked: dict[int, str] = {}
        queue = deque([comer])
        while queue:
            free = None
            asking = queue.popleft()
            for place in places[asking]:
                if place not in asked:
                    asked[place] = asking
                    if place not in held:
                        free = place
                        break
                    queue.append(held[place])
            while (
                free is not None
            ):  # each moves to the place that it asked for, and leaves its own to the one before
                queue.clear()
                mover = asked[free]
                held[free], seat[mover], free = mover, free, seat.get(mover)
    return held


def _plain(text: str) -> str:
    return "".join(nfkc(text).split())


def _now(union: str, unions: Mapping[str, str]) -> str:
    return unions.get(union, union)

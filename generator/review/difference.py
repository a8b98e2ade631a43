"""The effect of a change as values for a reviewer: each file before and after, field by field, and the pages that change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from itertools import chain
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from generator.history.change import Change
from generator.history.terms import facts_of, term_pairs
from generator.model.usage import pages_with, using
from generator.model.workshop import Workshop
from generator.problems.problem import Problem
from generator.reading import schema
from generator.reading.placement import REDIRECTS
from generator.reading.tables import Table
from generator.review.kinds import KINDS, Files
from generator.review.rows import FieldChange, rows
from generator.rules.duplicates import DUPLICATES
from generator.rules.personal import find
from generator.rules.takedown import NAMED, hushed

ADDED, GONE, CHANGED = "新增", "删除", "修改"
NOTHING, OTHERS, TWINS = "名册和程序都没有改动。", "别的文件", "可能重复"
_LARGEST = 4_000_000  # pairs of lines: two texts of 2,000
TEXT_OF_NOTICE = "通知正文"


@dataclass(frozen=True)
class Altered:
    """A file that the change adds, alters or removes: a record, notice, form, vocabulary, text of a notice, redirects, totals.

    `hidden`: it contains personal data, so it has no rows. `sources`: title and address of all its sources after the
    change. `taken_along`: id and name of the records that change with a vocabulary's terms.
    """

    kind: str
    what: str
    id: str
    name: str
    path: str
    rows: tuple[FieldChange, ...]
    hidden: bool = False
    sources: tuple[tuple[str, str], ...] = ()
    taken_along: tuple[tuple[str, str], ...] = ()

    @property
    def changed(self) -> tuple[FieldChange, ...]:
        """The rows whose text differs."""
        return tuple(row for row in self.rows if row.changed)

    @property
    def says_otherwise(self) -> bool:
        """Whether it says anything else than before: not for a change of order, spaces or comments."""
        return self.kind != CHANGED or self.hidden or bool(self.changed)

    @property
    def instead(self) -> str:
        """What is said of it where no rows are shown; empty where they are."""
        if self.hidden:
            return "这份文件里像是有个人信息，不再显示。请尽快删去，并告诉管理员。"
        return "" if self.says_otherwise else "没有改动内容（次序、空格、换行或注释）。"


class Other(NamedTuple):
    """Another touched file. `used_by`: the ids of the records that show it (a photograph)."""

    path: str
    kind: str
    used_by: tuple[str, ...]

    @property
    def shown(self) -> str:
        """Its path as people know it: what lies beside the registry begins with no `../`."""
        return self.path.removeprefix("../")


@dataclass(frozen=True)
class Difference:
    """The whole effect of a change. `others`: touched files that are no readable ones of these kinds."""

    records: tuple[Altered, ...]
    notices: tuple[Altered, ...]
    texts: tuple[Altered, ...]
    forms: tuple[Altered, ...]
    vocabularies: tuple[Altered, ...]
    redirects: tuple[Altered, ...]
    totals: tuple[Altered, ...]
    register: tuple[Altered, ...]
    others: tuple[Other, ...]
    duplicates: tuple[Problem, ...]
    pages: tuple[str, ...]

    @property
    def altered(self) -> tuple[Altered, ...]:
        """All files of those kinds."""
        kinds = (self.records, self.notices, self.texts, self.forms, self.vocabularies)
        return tuple(chain(*kinds, self.redirects, self.totals, self.register))


def difference(change: Change, problems: tuple[Problem, ...]) -> Difference:
    """Return the effect of the change; `problems` are those of the registry after it."""
    hidden = {problem.path for problem in problems if problem.hidden and problem.code not in NAMED}
    found = {name: tuple(_altered(change, *kind, hidden)) for name, kind in KINDS.items()}
    found["texts"] = tuple(_texts(change, hidden))
    along = _taken_along(change)
    found["vocabularies"] = tuple(
        replace(
            one, taken_along=tuple((it.id, hushed(it.name, change.withdrawn)) for it in along.get(one.id, ()))
        )
        for one in found["vocabularies"]
    )
    readable = {one.path for kind in found.values() for one in kind}
    others = tuple(_other(change, path) for path in sorted(change.touched - readable))
    ids = {workshop.id for workshops in along.values() for workshop in workshops}
    ids |= {id_ for other in others for id_ in other.used_by}
    altered = [one for kind in found.values() for one in kind]
    return Difference(
        **found,
        others=others,
        duplicates=tuple(one for one in problems if one.code in DUPLICATES and one.path in change.touched),
        pages=tuple(sorted({*_pages(change, altered, ids)})),
    )


def _altered(change: Change, table: Table[object], parts: Files, hidden: set[str]) -> Iterator[Altered]:
    """Yield the altered files in the order of their paths, without those that cannot be read on a side where the file exists."""
    before, after = ({part.path: part for part in parts(side)} for side in (change.before, change.after))
    for path in sorted(change.touched & (before.keys() | after.keys())):
        old, new = before.get(path), after.get(path)
        shown: Any = new or old
        unread = (old is None and path in change.before.texts) or (new is None and path in change.modes)
        if shown is None or unread:
            continue
        kind = ADDED if old is None else GONE if new is None else CHANGED
        name = getattr(shown, "name", getattr(shown, "title", ""))
        id_ = getattr(shown, "id", PurePosixPath(path).stem)
        if path in hidden:
            yield Altered(kind, table.label, id_, "", path, (), hidden=True)
            continue
        told = tuple((it.title, it.url or "") for it in getattr(new, "sources", ()))
        found = (*_status(old, new), *rows(table, old, new))
        yield _hushed(Altered(kind, table.label, id_, name, path, found, sources=told), change.withdrawn)


def _texts(change: Change, hidden: set[str]) -> Iterator[Altered]:
    """Yield the texts of notices, line by line."""
    titles = {
        f"notices/{it.text}": it.title for it in (*change.before.notices, *change.after.notices) if it.text
    }
    for path in sorted(change.touched):
        old, new = (side.texts.get(path, "").split("\n") for side in (change.before, change.after))
        known = path in change.before.texts or path in change.after.texts
        if not (known and path.startswith("notices/") and path.endswith(".md")):
            continue
        there = [path in side.texts for side in (change.before, change.after)]
        kind = CHANGED if all(there) else ADDED if there[1] else GONE
        compared = all(there) and len(old) * len(new) <= _LARGEST
        lines = () if path in hidden else tuple(_lines(old, new) if compared else _whole(old, new))
        name = PurePosixPath(path).name
        altered = Altered(kind, TEXT_OF_NOTICE, name, titles.get(path, ""), path, lines, path in hidden)
        yield _hushed(altered, change.withdrawn)


def _lines(old: list[str], new: list[str]) -> Iterator[FieldChange]:
    for step, first, last, start, end in SequenceMatcher(None, old, new).get_opcodes():
        if step != "equal":
            texts = ("\n".join(side).strip("\n") for side in (old[first:last], new[start:end]))
            yield FieldChange(f"第 {start + 1} 行起", *texts)


def _whole(old: list[str], new: list[str]) -> Iterator[FieldChange]:
    yield FieldChange("正文", *("\n".join(side).strip("\n") for side in (old, new)))


def _hushed(one: Altered, names: Collection[str]) -> Altered:
    """The same without the names that people asked to have removed, and without personal data: the comment outlives the change."""
    told = tuple(
        FieldChange(
            hushed(row.label, names),
            _without(hushed(row.before, names), "（原来的个人信息，不再显示）"),
            _without(hushed(row.after, names), "（个人信息，不再显示）"),
            row.kind,
        )
        for row in one.rows
    )
    sources = tuple((hushed(title, names), hushed(url, names)) for title, url in one.sources)
    return replace(one, name=hushed(one.name, names), rows=told, sources=sources)


def _without(text: str, stand_in: str) -> str:
    """A text without personal data. Whatever day it may be: every birthday that can be one is left out."""
    for found in sorted(find(text, date.max), reverse=True):
        text = text[: found.start] + stand_in + text[found.end :]
    return text


def _status(old: object, new: object) -> Iterator[FieldChange]:
    """The status is computed, and matters most to readers."""
    before, after = (one.status if isinstance(one, Workshop) else "" for one in (old, new))
    if before != after:
        yield FieldChange("状态（推算）", before, after)


def _taken_along(change: Change) -> dict[str, list[Workshop]]:
    """By vocabulary the records that change with its terms, in their order."""
    found: dict[str, dict[str, Workshop]] = {}
    for pair in term_pairs(change):
        if any(facts_of(pair)):
            users = {it.id: it for it in using(change.after, pair.vocabulary, pair.before, pair.after)}
            found.setdefault(pair.vocabulary, {}).update(users)
    return {name: [users[id_] for id_ in sorted(users)] for name, users in found.items()}


def _other(change: Change, path: str) -> Other:
    stood = path in change.published if not path.startswith("../") else None
    there = path in change.modes
    kind = GONE if not there else "" if stood is None else CHANGED if stood else ADDED
    users = (
        it.id for it in change.after.workshops if any(f"photos/{photo.file}" == path for photo in it.photos)
    )
    return Other(path, kind, tuple(users))


def _pages(change: Change, altered: Iterable[Altered], ids: set[str]) -> Iterator[str]:
    """Yield the addresses of the pages that show anything that the change says otherwise. `ids`: records that change with others."""
    telling = [one for one in altered if one.says_otherwise]
    paths = {one.path for one in telling}
    for side in (change.before, change.after):
        own = {one.id for one in side.workshops if one.path in paths}
        yield from pages_with(side, own | ids)
        yield from (
            f"notices/{it.id}/" for it in side.notices if it.path in paths or f"notices/{it.text}" in paths
        )
        yield from (f"forms/{form.id}/" for form in side.forms if form.path in paths)
        yield from (one.from_ for one in side.redirects if REDIRECTS in paths)
    if any(one.what in (schema.NOTICE.label, TEXT_OF_NOTICE) for one in telling):
        yield from ("", "notices/")
    yield from ("" for one in telling if one.what in (schema.TOTALS.label, schema.REGISTER.label))

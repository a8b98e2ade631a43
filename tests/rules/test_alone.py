"""A law that is marked as judging each record alone does so; what was said of a record is said again, and nothing else is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache, partial
from random import Random

import pytest

from generator.libraries.kept import NOTHING, Kept
from generator.libraries.typeset import PACKAGED
from generator.model.registry import Registry
from generator.problems.problem import Problem
from generator.reading.decoding import Stored, is_passed_over, sort_out
from generator.reading.read import read_texts
from generator.rules.alone import ALONE
from generator.rules.check import check
from generator.rules.printing import fonts_show_what_is_printed
from tests.made import mutations, printed, samples
from tests.made.codes import CODES
from tests.made.mutations.texts import Files
from tests.made.synthetic import outputs

DAYS = (samples.TODAY, date(samples.TODAY.year, 12, 31), date(samples.TODAY.year + 3, 2, 1), date(2000, 1, 1))


class Memory:
    """Keeps in memory, and counts what was new."""

    def __init__(self) -> None:
        self.held: dict[bytes, bytes] = {}
        self.new = 0

    def take(self, key: bytes) -> bytes | None:
        """Return what is kept."""
        return self.held.get(key)

    def keep(self, key: bytes, content: bytes) -> None:
        """Keep it."""
        self.held[key] = content
        self.new += 1


@cache
def _files() -> Files:
    """The miniature, and made-up records of three hundreds."""
    made = {
        one.path: one.content
        for one in outputs(230)
        if one.path.startswith("workshops/") and one.path > "workshops/0000/DL0090"
    }
    held = {path: text.encode() for path, text in printed.held().items()}
    return made | held | dict.fromkeys(samples.names(), samples.picture())


def _read(files: Files, kept: Kept = NOTHING) -> tuple[Registry, list[Problem]]:
    stored = [
        Stored(path, True, len(content), partial(bytes, content))
        for path, content in sorted(files.items())
        if not is_passed_over(path)
    ]
    texts, names, unread = sort_out(stored)
    photos = {path: files[path] for path in names if path.startswith("photos/")}
    registry, problems = read_texts(texts, names, photos, kept)
    return registry, [*unread, *problems]


@pytest.mark.parametrize("seed", range(25))
def test_what_is_said_of_a_part_is_what_is_said_of_it_in_the_whole(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - no secret, only texts
    few = dict(chance.sample(sorted(_files().items()), 60)) | {
        path: content for path, content in _files().items() if not path.startswith("workshops/0000/DL01")
    }
    registry = _read(mutations.mutated(few, chance, mutations.REGISTRY)[0])[0]
    own = {it.path for it in registry.workshops if chance.random() < 0.3}
    others = {path for path in registry.texts if path.startswith("workshops/")} - own
    part = replace(
        registry,
        workshops=tuple(it for it in registry.workshops if it.path in own),
        texts={path: text for path, text in registry.texts.items() if path not in others},
        names=frozenset(),
        photos={},
    )
    for day in DAYS:
        for law in ALONE:
            said = {problem for problem in law(registry, day) if problem.path not in others}
            assert said == set(law(part, date(day.year, 12, 31))), law.judge
    shown = {it for it in fonts_show_what_is_printed(registry, PACKAGED) if it.path not in others}
    assert shown == set(fonts_show_what_is_printed(part, PACKAGED))


@pytest.mark.parametrize("seed", range(6))
def test_with_what_was_kept_a_check_says_what_it_says_without(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - no secret, only texts
    kept, files = Memory(), _files()
    for _ in range(6):
        day = chance.choice(DAYS)
        assert check(*_read(files, kept), day, PACKAGED, kept) == check(*_read(files), day)
        files, _done = mutations.mutated(files, chance, mutations.REGISTRY)
        if chance.random() < 0.2:
            files = _files()


def test_of_a_record_that_changed_only_its_hundred_is_asked() -> None:
    kept, files = Memory(), dict(_files())
    path = "workshops/0000/DL0150.yml"
    registry, problems = _read(files)
    first = check(registry, problems, samples.TODAY, PACKAGED, kept)
    assert kept.new == 4  # three hundreds, and the rest
    assert check(registry, problems, samples.TODAY, PACKAGED, kept) == first
    assert check(registry, problems, date(samples.TODAY.year, 12, 30), PACKAGED, kept) and kept.new == 4
    files[path] += b"# 13800138000\n"
    registry, problems = _read(files)
    again = check(registry, problems, samples.TODAY, PACKAGED, kept)
    assert kept.new == 5 and [it.code for it in again if it not in first] == ["R382"]


def test_what_comes_back_is_a_problem_of_a_code() -> None:
    kept, files = Memory(), dict(_files())
    files["workshops/0000/DL0150.yml"] += b"# 13800138000\n"
    registry, problems = _read(files)
    first = check(registry, problems, samples.TODAY, PACKAGED, kept)
    again = check(registry, problems, samples.TODAY, PACKAGED, kept)
    for one, other in zip(first, again, strict=True):
        assert (one.code, one.severity, one.hidden, one.lines) == (
            other.code, other.severity, other.hidden, other.lines
        ) and other.code in CODES  # fmt: skip
    assert any(it.hidden for it in again)


@pytest.mark.parametrize("content", [b"", b"x", b"\x80\x05}."])
def test_damaged_memory_is_no_memory(content: bytes) -> None:
    kept = Memory()
    registry, problems = _read(_files())
    first = check(registry, problems, samples.TODAY, PACKAGED, kept)
    kept.held = dict.fromkeys(kept.held, content)
    assert check(registry, problems, samples.TODAY, PACKAGED, kept) == first

"""Files taken into a round: each is unpacked, read, known by its bytes; the good ones are kept, the others are listed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from generator.intake.blanks import I625
from generator.intake.notes import FormProblem, Refusal, as_lines
from generator.intake.opening import package
from generator.intake.rounds import papers
from generator.intake.rounds.applications import applications, numbered, why_newest
from generator.intake.rounds.papers import Paper
from generator.intake.rounds.state import Received, Round, Skipped
from generator.intake.rounds.unpacking import Room, Sent, is_left_behind, unpacked
from generator.libraries.characters import visible
from generator.model.registry import Registry

BLANK = Refusal(I625, "表是空白的", "请核对是不是放错了文件；填好的请再收一遍。")
_ENDINGS = {"text": "csv"}


class Original(NamedTuple):
    """A form that is new to the round: its bytes and those made readable of an older kind, else None; its papers."""

    received: Received
    content: bytes
    readable: bytes | None
    papers: tuple[Paper, ...]


@dataclass
class Collected:
    """What one collecting came to. `again`: files that the round has byte for byte, with where it has them from."""

    originals: list[Original] = field(default_factory=list)
    again: list[tuple[str, str]] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    problems: list[FormProblem] = field(default_factory=list)


Convert = Callable[[bytes], bytes | Refusal]  # an older kind of file made .docx or .xlsx, any other as it is


class Collecting:
    """Takes files in, one after the other; `round_` is the round as it is then. Nothing is written here."""

    def __init__(
        self, round_: Round, registry: Registry, today: date, recommender: str, convert: Convert
    ) -> None:
        self.round_ = round_
        self.collected = Collected()
        self._registry, self._today = registry, today
        self._recommender, self._convert = recommender, convert
        self._known = {one.sha256: one for one in round_.received}

    def take(self, sent: Sent) -> None:
        """Take in one file as it was sent, or all that an archive holds."""
        if is_left_behind(sent.origin):
            self.collected.left_out.append(sent.origin)
            return
        room = Room()
        for one in unpacked(sent, room):
            self._take_one(one)
        self.collected.left_out += room.left_out

    def _take_one(self, sent: Sent) -> None:
        if isinstance(sent.content, Refusal):
            self._skip(sent, "", sent.content)
            return
        name = hashlib.sha256(sent.content).hexdigest()
        if name in self._known:
            self._again(sent, self._known[name])
        else:
            self._read(sent, sent.content, name)

    def _again(self, sent: Sent, known: Received) -> None:
        if sent.origin not in known.origins:
            known = replace(known, origins=(*known.origins, sent.origin))
        if self._recommender:
            known = replace(known, recommender=self._recommender)
        self.collected.again.append((sent.origin, known.origins[0]))
        self._known[known.sha256] = known
        listed = (known if one.sha256 == known.sha256 else one for one in self.round_.received)
        self.round_ = replace(self.round_, received=tuple(listed))

    def _read(self, sent: Sent, content: bytes, name: str) -> None:
        readable = self._convert(content)
        received = Received(name, "", (sent.origin,), sent.dated, self._recommender)
        found = (
            readable
            if isinstance(readable, Refusal)
            else papers.read(received, readable, self._registry, self._today)
        )
        if isinstance(found, Refusal) or isinstance(readable, Refusal) or not found[0]:
            self._skip(sent, name, found if isinstance(found, Refusal) else BLANK)
            return
        own, problems = found
        converted = readable if readable != content else None
        self.collected.originals.append(Original(received, content, converted, tuple(own)))
        self.collected.problems += problems
        self._known[name] = received
        left = (one for one in self.round_.skipped if one.sha256 != name and one.origin != sent.origin)
        self.round_ = replace(self.round_, received=(*self.round_.received, received), skipped=tuple(left))

    def _skip(self, sent: Sent, name: str, why: Refusal) -> None:
        skipped = Skipped(name, sent.origin, why.message, why.remedy)
        self.collected.skipped.append(skipped)
        listed = {one.origin: one for one in self.round_.skipped} | {sent.origin: skipped}
        self.round_ = replace(self.round_, skipped=tuple(listed.values()))


def ending(content: bytes) -> str:
    """Return what the name of a readable file ends in, by its content."""
    kind = package.kind(content)
    return "bin" if isinstance(kind, Refusal) else _ENDINGS.get(kind, kind)


def with_numbers(round_: Round, every: Iterable[Paper], city: str) -> Round:
    """Return the round with an application's number for each paper; those that are gone keep theirs."""
    return replace(round_, numbers=numbered(every, round_.numbers, city))


def report(collected: Collected, round_: Round, every: Iterable[Paper], registry: Registry) -> str:
    """Return what one collecting came to, as text: what came in, what came again, what was left out and what to do with it."""
    lines = [visible(line) for line in _lines(collected, round_, tuple(every), registry)]
    return "\n".join([*as_lines(collected.problems), *lines]) + "\n"


def _lines(
    collected: Collected, round_: Round, every: tuple[Paper, ...], registry: Registry
) -> Iterator[str]:
    new = {paper.key for original in collected.originals for paper in original.papers}
    for original in collected.originals:
        yield f"收下 {original.received.origins[0]}：{_what(original.papers, round_)}"
    for application in applications(every, round_.numbers, registry):
        for words, several in (("申报表", application.forms), ("汇总表里的一行", application.rows)):
            if len(several) > 1 and any(paper.key in new for paper in several):
                others = "、".join(paper.origin for paper in several[1:])
                yield (
                    f"{application.number} 的{words}有 {len(several)} 份，用 {several[0].origin}"
                    f"（{why_newest(several)}），不用 {others}"
                )
    for origin, first in collected.again:
        yield f"没有另收 {origin}：和 {first} 一字不差"
    for skipped in collected.skipped:
        yield f"没有读 {skipped.origin}：{skipped.why}。{skipped.remedy}"
    if collected.left_out:
        yield f"另有 {len(collected.left_out)} 个系统和 Office 留下的临时文件，没有理会。"
    yield _sums(collected, every, round_)


def _what(own: tuple[Paper, ...], round_: Round) -> str:
    if own[0].is_form:
        return "、".join(
            f"申报表，{round_.numbers[one.key]} {one.fed('name') or '（没有写名称）'}" for one in own
        )
    return f"推荐汇总表，{len(own)} 个工作室"


def _sums(collected: Collected, every: tuple[Paper, ...], round_: Round) -> str:
    forms = sum(paper.is_form for paper in every)
    there = len({round_.numbers[paper.key] for paper in every})
    return (
        f"这次收下 {len(collected.originals)} 个文件，没有读的 {len(collected.skipped)} 个；"
        f"本轮共 {there} 个工作室申报，申报表 {forms} 份，汇总表里 {len(every) - forms} 行。"
    )

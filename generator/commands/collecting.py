"""round collect: files, folders, archives and patterns taken into a round; the good ones kept, the others told."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from generator.commands import roundwork
from generator.doors import disk, office, ours, roundfolder
from generator.doors.progress import Step, counted
from generator.intake.notes import Refusal
from generator.intake.opening import package
from generator.intake.rounds import collecting
from generator.intake.rounds.applications import in_use
from generator.intake.rounds.collecting import Collecting, Original
from generator.intake.rounds.state import Received
from generator.intake.rounds.unpacking import Sent
from generator.libraries.characters import visible
from generator.problems.problem import Problem

_MOST_SENT = 10 * package.MOST_BYTES  # an archive holds many forms


def run(folder: Path, registry: Path, given: Iterable[str], recommender: str, step: Step) -> tuple[str, bool]:
    """Return the report, and whether all files could be read; the desk is made anew."""
    work = roundwork.opened(folder, registry, step)
    known = work.ground.registry
    union = in_use(visible(recommender), known) if recommender else ""
    taking = Collecting(work.round_, known, work.ground.today, union, office.readable)
    for sent in counted(step, "收材料", list(meant(given, folder))):
        taking.take(_read(sent))
    kept = {one.received.sha256: _kept(folder, one) for one in taking.collected.originals}
    received = tuple(kept[one.sha256](one) if one.sha256 in kept else one for one in taking.round_.received)
    every = roundwork.read_all(work, received, step)
    round_ = collecting.with_numbers(replace(taking.round_, received=received), every, known.local.city.name)
    roundfolder.save(folder, round_)
    step("写本轮.xlsx")
    made = roundwork.desk_anew(work.knowing(round_), every)
    words = collecting.report(taking.collected, round_, every, known) + roundwork.told(made)
    return words, not taking.collected.skipped


def _kept(folder: Path, original: Original) -> Callable[[Received], Received]:
    """Lay an original into the round's folder, and beside it what was made readable of it; return what says where they lie."""
    file = roundfolder.keep(folder, collecting.ending(original.content), original.content)
    made = original.readable
    readable = roundfolder.keep(folder, collecting.ending(made), made) if made is not None else ""
    return lambda received: replace(received, file=file, readable=readable)


def meant(given: Iterable[str], folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files that are meant, each with how it is told: folders with all below them, patterns that no shell has expanded.

    What lies in the round's own folder is passed over.
    """
    own = Path(os.path.realpath(folder))
    for word in filter(None, given):  # nothing would mean the folder that is worked in
        for path in [Path(word)] if os.path.lexists(word) else _matching(Path(word)):
            folder_given = path.is_dir() and not path.is_symlink()
            files = map(path.joinpath, ours.files(path)) if folder_given else [path]
            for file in files:
                if not Path(os.path.realpath(file)).is_relative_to(own):
                    yield file.relative_to(path.parent).as_posix() if folder_given else file.name, file


def _matching(pattern: Path) -> list[Path]:
    """The files that a pattern means; the pattern itself where it means none, to be told of as a file that is not there."""
    try:
        return sorted(Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor)))) or [pattern]
    except (ValueError, IndexError, OSError):  # what Path.glob says of a pattern that is none
        return [pattern]


def _read(sent: tuple[str, Path]) -> Sent:
    name, path = visible(sent[0]), sent[1]
    content = disk.read_bounded(path, _MOST_SENT)
    if isinstance(content, Problem):
        return Sent(name, "", Refusal(content.code, content.message, content.remedy))
    return Sent(name, f"{datetime.fromtimestamp(path.stat().st_mtime):%Y-%m-%d %H:%M}", content)

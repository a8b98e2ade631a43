"""What the steps of a round share: the round opened with its call, its papers read, its desk made anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.doors import build, roundfolder
from generator.doors.build import Loaded
from generator.doors.progress import Step, counted
from generator.doors.trouble import Trouble
from generator.intake.notes import Refusal
from generator.intake.rounds import desk, papers
from generator.intake.rounds.desk import Made
from generator.intake.rounds.ground import Ground, ground
from generator.intake.rounds.papers import Paper
from generator.intake.rounds.state import Received, Round
from generator.libraries.characters import visible


@dataclass(frozen=True)
class Work:
    """A round's folder, what the round knows, what it stands on, and the register as it was checked."""

    folder: Path
    round_: Round
    ground: Ground
    loaded: Loaded

    def knowing(self, round_: Round) -> Work:
        """Return the same work on a round that knows more."""
        return replace(self, round_=round_)


def opened(folder: Path, registry: Path, step: Step) -> Work:
    """Open a round. Trouble where the folder is none, or where the register has its call or its forms no more."""
    round_ = roundfolder.opened(folder, registry)
    roundfolder.desk(folder)  # whoever has it open is told before any work is done
    loaded = build.load(registry, step)
    known = loaded.registry
    call = known.notice_by_id.get(round_.call)
    found = ground(call, known, build.check_day()) if call else None
    if found is None:
        raise Trouble(
            f"名册里没有本轮的推荐通知 {visible(round_.call)}，或者没有它的申报表和汇总表。请核对名册的文件夹（--registry）。"
        )
    return Work(folder, round_, found, loaded)


def at_desk(folder: Path, registry: Path, step: Step) -> tuple[Work, Made]:
    """Open a round, read all its papers, and make its desk anew."""
    work = opened(folder, registry, step)
    return work, desk_anew(work, read_all(work, work.round_.received, step))


def read_all(work: Work, received: Iterable[Received], step: Step) -> list[Paper]:
    """Return all papers of a round, read from the originals that are there."""
    found: list[Paper] = []
    for one in counted(step, "读本轮的材料", list(received)):
        content = roundfolder.original(work.folder, one.readable or one.file)
        read = None if content is None else papers.read(one, content, work.ground.registry, work.ground.today)
        found += [] if read is None or isinstance(read, Refusal) else read[0]
    return found


def desk_anew(work: Work, every: list[Paper]) -> Made:
    """Make the desk anew and lay it into the folder. Trouble where the one that lies there is open or cannot be read."""
    before = roundfolder.desk(work.folder)
    made = desk.made(work.round_, every, before, work.ground)
    if isinstance(made, Refusal):
        path = work.folder / roundfolder.DESK
        raise Trouble(
            f"{visible(str(path))}：{made.message}，没有动它。请用 Excel 打开核对，另存为 .xlsx；"
            f"打不开的，改用旁边的 {roundfolder.BEFORE}，或者把它移走，从头填。"
        )
    roundfolder.lay(work.folder, made.content)
    return made


def told(made: Made) -> str:
    """Return what an officer must know of the desk, a line each."""
    return "".join(f"{visible(line)}。\n" for line in made.told)

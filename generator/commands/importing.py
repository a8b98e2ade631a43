"""The import command: read the files that were sent, tell what they make of the registry, then write all of it or none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from generator.doors import build, disk, gitlog, office
from generator.doors.progress import Step, counted, quiet
from generator.doors.trouble import Trouble, told_as
from generator.intake import columns
from generator.intake.batch import Batch, batch, checked
from generator.intake.notes import Refusal, as_lines
from generator.intake.opening import package, textfile
from generator.intake.returned.changes import Changes, changes
from generator.intake.standing import Standing
from generator.model.registry import Registry
from generator.problems import reports
from generator.problems.code import ERROR
from generator.problems.problem import Problem


class ImportedFiles(NamedTuple):
    """What the files make of the registry. `past`: what is to be said of its history; `folder`: the registry's; `goal`: where to write."""

    past: str
    folder: Path
    goal: Path
    drafts: Batch
    changes: Changes

    @property
    def failed(self) -> bool:
        """Whether there was an error."""
        return self.drafts.failed or any(problem.severity == ERROR for problem in self.changes.problems)

    @property
    def told(self) -> str:
        """Everything that is to be told before anything is written."""
        lines = [self.past] if self.past else []
        lines += [
            *self.drafts.told(self.goal.as_posix()),
            *as_lines(self.changes.problems),
            *self.changes.lines,
        ]
        return "".join(f"{line}\n" for line in lines)

    @property
    def planned(self) -> str:
        """Which drafts would be written."""
        return "".join(f"{line}\n" for line in self.drafts.written(self.goal.as_posix(), "要写草稿"))

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.drafts.drafts and not self.changes.outputs

    @property
    def done(self) -> str:
        """What was written."""
        lines = self.drafts.written(self.goal.as_posix())
        done = self.changes.summary if self.drafts.returned else ""
        return "".join(f"{line}\n" for line in [*lines, self.drafts.summary(done, self.changes.problems)])

    def write(self) -> None:
        """Write all drafts and changed records, or none."""
        outputs = [*(draft.output for draft in self.drafts.drafts), *self.changes.outputs]
        there = self.changes.changed if self.goal == self.folder else frozenset()
        new = [output for output in outputs if output.path not in there]
        with told_as(f"写不了{self._called}，一份也没有留下"):
            disk.write_changes(self.goal, new, [output for output in outputs if output.path in there])

    @property
    def _called(self) -> str:
        return "记录" if self.drafts.returned else "草稿"


class Asked(NamedTuple):
    """How files are imported. `datum`: of coordinates; `out`: where to write, else into the registry's folder; `columns`: the
    file that settles what heads mean."""

    datum: str = "wgs84"
    out: Path | None = None
    columns: Path | None = None


def read(paths: Iterable[Path], folder: Path, asked: Asked, step: Step = quiet) -> ImportedFiles:
    """Read the files; nothing is written."""
    there, unjudged = build.read(folder, step)
    registry, goal = called(there, asked.columns), asked.out or folder
    named = {path.as_posix(): path for path in paths}
    sent = ((name, read_sent(named[name])) for name in counted(step, "读表", named))
    past, words = gitlog.ever(folder)
    taken = [*registry.names, *past, *disk.names_below(goal)]
    today = build.check_day()
    with build.uncollected():
        drafts = checked(batch(sent, registry, taken, today, asked.datum), registry, today, build.FONTS)
        step("对照记录")
        taken += [draft.output.path for draft in drafts.drafts]
        ground = Standing(registry, taken, today, unjudged, build.FONTS)
        changed = changes(drafts.returned, ground, asked.datum)
    return ImportedFiles(words, folder, goal, drafts, changed)


def called(registry: Registry, path: Path | None) -> Registry:
    """Return the registry whose forms call their columns as a file says as well. Trouble with its problems."""
    if path is None:
        return registry
    content = disk.read_bounded(path, package.MOST_BYTES)
    text = textfile.decoded(content) if isinstance(content, bytes) else None
    if isinstance(content, Problem) or text is None:
        why = content.message if isinstance(content, Problem) else "不是文本文件"
        raise Trouble(f"读不了对照表 {path}：{why}。请用记事本写成一行一列，存为 UTF-8。")
    plain = "\n".join(text.splitlines()) + "\n"
    said, problems = columns.read(path.as_posix(), plain, registry)
    if problems:
        raise Trouble(
            "\n".join(
                [*reports.as_text(problems, {path.as_posix(): plain}, ""), "对照表里有错误，什么也没有读。"]
            )
        )
    return columns.settled(registry, said)


def read_sent(path: Path) -> bytes | Refusal:
    """A file as it is, or as .docx or .xlsx where it is an older or foreign kind."""
    content = disk.read_bounded(path, package.MOST_BYTES)
    if isinstance(content, Problem):
        return Refusal(content.code, content.message, content.remedy)
    return office.readable(content)

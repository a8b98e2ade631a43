"""The import command: read the files that were sent, make drafts of them, write all drafts or none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.doors import build, disk, gitlog, office
from generator.doors.progress import Step, counted, quiet
from generator.doors.trouble import Trouble, in_words
from generator.intake.batch import batch, checked
from generator.intake.notes import Refusal
from generator.intake.opening import package
from generator.problems.problem import Problem


def run(
    paths: Iterable[Path], folder: Path, out: Path | None, datum: str, step: Step = quiet
) -> tuple[str, bool]:
    """Return the report, and whether there was an error. Drafts go below `out`, else into the registry's folder."""
    registry = build.load(folder, step).registry
    goal = out or folder
    named = {path.as_posix(): path for path in paths}
    sent = ((name, read_sent(named[name])) for name in counted(step, "读表", named))
    past, words = gitlog.ever(folder)
    taken = [*registry.names, *past, *disk.names_below(goal)]
    today = build.check_day()
    result = checked(batch(sent, registry, taken, today, datum), registry, today, build.FONTS)
    try:
        disk.write_new(goal, [draft.output for draft in result.drafts])
    except OSError as error:
        raise Trouble(f"写不了草稿，一份也没有留下。{in_words(error) or error}") from error
    return (f"{words}\n" if words else "") + result.report(goal.as_posix()), result.failed


def read_sent(path: Path) -> bytes | Refusal:
    """A file as it is, or as .docx or .xlsx where it is an older or foreign kind."""
    content = disk.read_bounded(path, package.MOST_BYTES)
    if isinstance(content, Problem):
        return Refusal(content.code, content.message, content.remedy)
    return office.readable(content)

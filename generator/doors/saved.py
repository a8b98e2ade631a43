"""Records that were saved since the site was made: read alone, judged among all, their pages shown before the rest is made anew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from generator.doors import build, disk, ours
from generator.doors.build import Loaded
from generator.model.changelog import Changelog
from generator.problems import reports
from generator.problems.code import ERROR
from generator.problems.problem import Problem, count
from generator.rules.check import with_added
from generator.site.page import Looks
from generator.site.plan import pages_of
from generator.site.settings import Project


@dataclass(frozen=True)
class MadeOf:
    """What a site was made of."""

    loaded: Loaded
    project: Project
    looks: Looks
    known: Changelog


@dataclass(frozen=True)
class Saved:
    """The registry with the records that were saved. `paths`: theirs; `problems`: what they have, and errors of others for it."""

    loaded: Loaded
    paths: frozenset[str]
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """Whether any problem is an error."""
        return count(self.problems)[0] > 0

    @property
    def report(self) -> str:
        """The problems as text; empty without any."""
        texts = self.loaded.registry.texts
        told = reports.as_text(self.problems, texts, f"{self.loaded.folder}/")
        return "".join(f"{one}\n" for one in told)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records."""
        return tuple(it.id for it in self.loaded.registry.workshops if it.path in self.paths)


def read_saved(folder: Path, made: MadeOf) -> Saved | None:
    """Read the records in the registry's folder that are new or altered since `made`, and judge them among the others.

    None where nothing else than a whole build tells what is to be shown: no record was saved, or something else is new,
    altered or gone. Raises OSError for what cannot be looked at, or is gone before it is.
    """
    before = made.loaded.registry
    texts, others, unreadable = disk.read_registry(folder)
    added = {path: text for path, text in texts.items() if before.texts.get(path) != text}
    paths = frozenset(added) | {problem.path for problem in unreadable}
    if not paths or not all(path.startswith("workshops/") and path.endswith(".yml") for path in paths):
        return None
    if texts.keys() | others | paths != before.names | paths:
        return None
    with build.uncollected():
        registry, problems = with_added(before, added)
        loaded = build.judged((registry, problems), unreadable, folder, made.looks.kept)
    of_them = (one for one in loaded.problems if one.path in paths or one.severity == ERROR)
    return Saved(loaded, paths, tuple(of_them))


def show_saved(site: Path, saved: Saved, made: MadeOf) -> None:
    """Put the pages of the records into a site that stands, in one step each. Other pages, which may tell of them, stay."""
    known = made.known
    if known.commit:
        known = replace(known, unsaved=known.unsaved | saved.paths)
    new = False
    for page in pages_of(saved.paths, saved.loaded.registry, made.project, made.looks, known):
        new = new or not (site / page.path).exists()
        disk.replace(site / page.path, page.content)
    if new:
        ours.finish(site)  # or the next build would take them for somebody else's

"""The measurements, in alternation: ours, then its baseline, for each step of a round."""

from __future__ import annotations

import functools
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from tests import ROOT
from tests.bench import eleventy, hugo, material, preview, readers, results
from tests.bench.facts import Facts, facts
from tests.bench.measuring import Failed, Used, run
from tests.bench.project import KEPT, Project
from tests.bench.results import Bulk, Results

PARTS = ("build", "check", "preview", "readers", "reading", "raw", "hugo", "material", "eleventy")
# What takes too long above some size, or holds a whole site in memory.
_LARGEST = {"material": 1_500, "eleventy": 10_000, "raw": 10_000, "changed": 10_000, "readers": 10_000}
_FEW = 100  # of so few nothing is learned anyway
Build = Callable[[], Used]


class Other(Protocol):
    """A program that makes the same site. `listed`: whether its site is its own."""

    name: str
    site: Path
    listed: bool

    def build(self) -> Used:
        """Make its whole site in an empty folder."""


class Raw:
    """No program, only the writing of the same files."""

    name = "writing the same files"
    listed = False

    def __init__(self, to: Path, site: Path) -> None:
        """`site`: ours, whose files are written again below `to`."""
        self.site, self._from = to, site

    def build(self) -> Used:
        """Write all of its files."""
        shutil.rmtree(self.site, ignore_errors=True)
        script = Path(__file__).with_name("raw.py")
        return run((sys.executable, "-I", script, self._from, self.site), ROOT, {})


class Round:
    """The measurements of one size. `tools`: where Hugo and Eleventy are installed."""

    def __init__(self, count: int, parts: set[str], work: Path, tools: Path, told: Results) -> None:
        """Make the registry and our site of it, which the others are told the facts of; nothing is measured yet."""
        self.count, self.parts, self.told, self.tools = count, parts, told, tools
        self.others = work / "others"
        self.beside: dict[str, Other] | None = None
        self.project = Project(work / "project")
        if (
            count > _FEW
        ):  # a Python compiles what it loads for the first time, which would count at the first measurement
            self.project.fill(20)
            self.project.build()
        self.project.fill(count)

    def measure(self, rounds: int) -> None:
        """Measure everything that was asked for."""
        for _ in range(rounds):
            if "build" in self.parts:
                self._cold()
                self._changed()
            if "check" in self.parts:
                self._checks()
            if "reading" in self.parts:
                self._reading()
        if self._asked("readers"):
            self._readers(rounds)
        if "preview" in self.parts:
            for seconds in preview.seconds_to_see(self.project, rounds):
                self.told.row(self.count, results.PREVIEW, cpu=False).ours.append(Used(0, 0, seconds))
                self._say(results.PREVIEW, seconds)

    def _cold(self) -> None:
        """A cold build, and beside it the whole build of each other."""
        self.project.forget()
        ours = self.project.build()
        self._say(results.COLD, ours.cpu)
        if self.beside is None:
            self.told.sites.append(Bulk.of(self.count, "ours", self.project.site))
            self.beside = self._prepared()
        if not self.beside:
            self.told.row(self.count, results.COLD).ours.append(ours)
        for name, other in self.beside.items():
            try:
                theirs = other.build()
            except Failed as failed:
                self.told.notes.append(f"{self.count:,}, {name}: it failed. {failed}")
                continue
            row = self.told.row(self.count, results.COLD, name)
            row.ours.append(ours)
            row.theirs.append(theirs)
            if len(row.ours) == 1 and other.listed:
                self.told.sites.append(Bulk.of(self.count, name, other.site))
            self._say(name, theirs.cpu)

    def _prepared(self) -> dict[str, Other]:
        """The others that were asked for and can be had, by their names."""
        wanted = [name for name in ("hugo", "material", "eleventy", "raw") if self._asked(name)]
        site = self.project.site
        told = facts(self.project.folder / "registry", site) if set(wanted) - {"raw"} else None
        found: dict[str, Other] = {}
        for name in wanted:
            to = self.others / name
            try:
                other = Raw(to, site) if name == "raw" or told is None else self._other(name, to, told)
            except Failed as failed:
                self.told.notes.append(f"{self.count:,}, {name}: not measured. {failed}")
            else:
                found[other.name] = other
        return found

    def _other(self, name: str, to: Path, told: Facts) -> Other:
        if name == "hugo":
            return hugo.Hugo(hugo.installed(self.tools / name), to, told, self.project.site)
        if name == "material":
            return material.Material(to, told)
        return eleventy.Eleventy(eleventy.installed(self.tools / name), to, told, self.project.site)

    def _asked(self, name: str) -> bool:
        if name not in self.parts:
            return False
        if self.count > _LARGEST.get(name, self.count):
            self.told.notes.append(f"{self.count:,}, {name}: not measured above {_LARGEST[name]:,} records.")
            return False
        return True

    def _changed(self) -> None:
        """Builds upon what the last one kept, each beside Hugo's whole build."""
        here = self.beside and hugo.Hugo.name in self.beside and self.count <= _LARGEST["changed"]
        name = hugo.Hugo.name if here else ""
        theirs = self.beside[name].build if self.beside and name else None
        changes: tuple[tuple[str, Callable[[], None]], ...] = (
            (results.UNCHANGED, lambda: None),
            (results.RECORD, self.project.change_record),
            (results.TERM, self.project.change_term),
        )
        for what, change in changes:
            change()
            self._pair(what, self.project.build, name, theirs)

    def _checks(self) -> None:
        self.project.forget(KEPT)
        self._pair(results.CHECK, self.project.check)
        self._pair(results.CHECK_KEPT, self.project.check)
        self.project.change_record()
        self._pair(results.SINCE, self.project.check_since)

    def _reading(self) -> None:
        registry = self.project.folder / "registry"
        ours, plain = (
            functools.partial(
                run, (sys.executable, "-m", "tests.bench.reading", way, registry), ROOT, {"PYTHONUTF8": "1"}
            )
            for way in ("ours", "yaml")
        )
        self._pair(results.READING, ours, "libyaml alone", plain)

    def _readers(self, rounds: int) -> None:
        """What readers of our site wait for."""
        if not self.project.site.is_dir():
            self.project.build()
        try:
            for what, waits in readers.measured(self.project.site, rounds):
                row = self.told.row(self.count, what, cpu=False)
                row.ours += [Used(0, 0, wait.seconds) for wait in waits]
                self._say(what, row.seconds)
        except readers.NoBrowser as trouble:
            self.told.notes.append(f"{self.count:,}, readers: not measured. {trouble}")

    def _pair(self, what: str, ours: Build, name: str = "", theirs: Build | None = None) -> None:
        """Measure ours, then theirs."""
        row = self.told.row(self.count, what, name)
        row.ours.append(ours())
        self._say(what, row.ours[-1].cpu)
        if theirs:
            row.theirs.append(theirs())
            self._say(f"  {name}", row.theirs[-1].cpu)

    def _say(self, what: str, seconds: float) -> None:
        print(f"{self.count:>8,}  {what:60}{seconds:8.2f} s", file=sys.stderr, flush=True)

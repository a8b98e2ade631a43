"""Our program in a folder of its own, with a made-up registry in git: nothing that is kept for the real one is seen or touched."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from generator.doors import disk
from tests import ROOT
from tests.bench.measuring import Used, run
from tests.made import synthetic

ADDRESS = "https://gongzuoshi.example/"
RECORD = "registry/workshops/0000/DL0001.yml"
KEPT = ".cache"  # where runs keep results
_AUTHOR = ("-c", "user.name=bench", "-c", "user.email=bench@example.com", "-c", "gc.auto=0")


class Project:
    """The program and a registry. Everything that it writes lies below `folder`."""

    def __init__(self, folder: Path) -> None:
        """Copy the program."""
        self.folder = folder
        self.site = folder / "site"
        self.environment = {
            "SITE_URL": ADDRESS,
            "SOURCE_DATE_EPOCH": "1767225600",
            "PYTHONUTF8": "1",
            "PYTHONPATH": "",
            "PYTHONPYCACHEPREFIX": str(folder.parent / "compiled"),
            "NO_MKDOCS_2_WARNING": "1",
            "REGISTER_CACHE": str(folder / KEPT),
        }
        folder.mkdir(parents=True)
        shutil.copytree(
            ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__")
        )
        shutil.copytree(ROOT / "site_src", folder / "site_src")
        for name in ("mkdocs.yml", "requirements.txt"):
            shutil.copy(ROOT / name, folder)

    def fill(self, count: int) -> None:
        """Lay a registry of that many records into the folder, committed, in place of what was there."""
        for name in ("registry", ".git", "site", KEPT):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        disk.write(self.folder / "registry", synthetic.outputs(count))
        (self.folder / ".gitignore").write_text("/site/\n/.site*\n/site.*/\n/.cache/\n", encoding="utf-8")
        for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "bench")):
            self._git(*words)

    def forget(self, *names: str) -> None:
        """Remove the site and what runs before have kept, or only these; each record is again as it was committed."""
        for name in names or ("site", KEPT):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        self.restore()

    def restore(self) -> None:
        """Take all changes of the registry back."""
        self._git("checkout", "-q", "--", "registry")

    def change_record(self, mark: str = "这一句是刚才添上的。") -> None:
        """Add a sentence to one record's summary."""
        self._alter(RECORD, r"^(summary: .*)$", rf"\g<1>{mark}")

    def change_term(self) -> None:
        """Name an industry anew: its label stands on the pages of all its workshops."""
        self._alter("registry/vocabularies/industries.yml", r"^(  - name: 通用设备制造业)$", r"\g<1>（改）")

    def build(self) -> Used:
        """Make the site, over the one that is there."""
        return self._run("build", "--site", "site")

    def check(self) -> Used:
        """Check all records."""
        return self._run("check")

    def check_since(self) -> Used:
        """Check what changed since the commit."""
        return self._run("check", "--since", "HEAD")

    def command(self, *words: str) -> list[str]:
        """The program with these words, to be run in the folder."""
        return [sys.executable, "-m", "generator", *words]

    def _run(self, *words: str) -> Used:
        return run(self.command(*words), self.folder, self.environment)

    def _alter(self, path: str, pattern: str, replacement: str) -> None:
        file = self.folder / path
        text, times = re.subn(
            pattern, replacement, file.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE
        )
        assert times, path
        file.write_text(text, encoding="utf-8", newline="\n")

    def _git(self, *words: str) -> None:
        subprocess.run(["git", *_AUTHOR, *words], cwd=self.folder, check=True, stdout=subprocess.DEVNULL)

"""Real git repositories for the tests of history: the sample registry with three records, committed, in a folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.made import samples

FOLDER = "registry"
RECORD = samples.RECORD
SECOND, THIRD, FOURTH = (f"workshops/0000/DL000{number}.yml" for number in (2, 3, 4))
_SURROUNDINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "某某",
    "GIT_AUTHOR_EMAIL": "somebody@example.com",
    "GIT_COMMITTER_NAME": "某某",
    "GIT_COMMITTER_EMAIL": "somebody@example.com",
    "GIT_AUTHOR_DATE": "2026-02-01T00:00:00Z",
    "GIT_COMMITTER_DATE": "2026-02-01T00:00:00Z",
}


def record(number: int, name: str) -> str:
    """A small good record."""
    return (
        f"id: DL{number:04}\nname: {name}职工创新工作室\nkind: 工作室\ncategory: 职工\ndesignations:\n"
        "  - title: 大连市职工创新工作室\n    level: 市级\n    date: 2022-07-01\n"
        f"sources:\n  - title: {name}职工创新工作室获市级命名\n    supports: [name, category, designations]\n"
    )


class Repository:
    """A repository on disk, its registry in `registry/`. Paths of the methods are below the registry."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.registry = top / FOLDER

    def git(self, *words: str, given: str | None = None) -> str:
        """What git says; it must not fail."""
        done = subprocess.run(
            ["git", "-C", str(self.top), *words],
            env={**os.environ, **_SURROUNDINGS},
            input=given,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        (self.registry / path).parent.mkdir(parents=True, exist_ok=True)
        (self.registry / path).write_text(text, encoding="utf-8", newline="\n")

    def edit(self, path: str, changes: Mapping[str, str]) -> None:
        """Replace passages, each of which must stand once."""
        text = (self.registry / path).read_text(encoding="utf-8")
        self.write(path, samples.changed(path, changes, {path: text}))

    def remove(self, *paths: str) -> None:
        """Delete files."""
        for path in paths:
            (self.registry / path).unlink()

    def commit(self) -> str:
        """Commit all that lies there; the commit's name."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "修改")
        return self.git("rev-parse", "HEAD")

    def commit_entries(self, entries: Mapping[str, tuple[str, str]]) -> str:
        """Commit files that a disk may not be able to hold: from path (from the top) to mode (0: none) and content or commit."""
        lines = []
        named: dict[str, str] = {}
        for path, (mode, content) in entries.items():
            if content not in named and mode != "160000":
                named[content] = self.git("hash-object", "-w", "--stdin", given=content)
            name = named.get(content, content)
            name = "0" * 40 if mode == "0" else name
            lines.append(f"{mode} {name}\t{path}\0")
        self.git("update-index", "-z", "--index-info", given="".join(lines))
        self.git("commit", "-q", "-m", "修改")
        return self.git("rev-parse", "HEAD")


def made(top: Path) -> Repository:
    """A repository with one commit on `main`: the sample registry, two records more, a file of the program."""
    repository = Repository(top)
    top.mkdir()
    repository.git("init", "-q", "-b", "main")
    for path, text in samples.texts().items():
        repository.write(path, text)
    for path in samples.names():
        (repository.registry / path).parent.mkdir()
        (repository.registry / path).write_bytes(samples.picture())
    repository.write(SECOND, record(2, "吴山"))
    repository.write(THIRD, record(3, "郑河"))
    (top / "program.py").write_text("")
    repository.commit()
    return repository


def copied(repository: Repository, top: Path) -> Repository:
    """A copy to spoil."""
    shutil.copytree(repository.top, top, symlinks=True)
    return Repository(top)


def in_a_line(top: Path, trees: Iterable[Mapping[str, bytes]]) -> list[str]:
    """A repository with these registries as commits in a line; the commits' names."""
    lines: list[bytes] = []
    for number, files in enumerate(trees, 1):
        lines.append(
            f"commit refs/heads/main\nmark :{number}\ncommitter x <x@example.com> 1700000000 +0000\ndata 0\n".encode()
        )
        lines.append((f"from :{number - 1}\n" if number > 1 else "").encode() + b"deleteall\n")
        for path, content in files.items():
            quoted = json.dumps(f"registry/{path}", ensure_ascii=False).encode("utf-8", "surrogatepass")
            lines.append(b"M 100644 inline %s\ndata %d\n%s\n" % (quoted, len(content), content))
    _git(top, b"", "init", "-q", "-b", "main")
    marks = top / ".git/marks"
    _git(top, b"".join(lines), "fast-import", "--quiet", f"--export-marks={marks}")
    named = dict(line.split() for line in marks.read_text().splitlines())
    return [named[f":{number}"] for number in range(1, len(named) + 1)]


def _git(top: Path, given: bytes, *words: str) -> None:
    top.mkdir(parents=True, exist_ok=True)
    subprocess.run(["git", "-C", str(top), *words], input=given, check=True, capture_output=True)

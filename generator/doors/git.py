"""The door to git: commits, trees and bytes as values. Nothing is checked out, and no filter or diff driver runs."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from generator.doors.trouble import Trouble

# What would turn git to another repository than the folder's (a hook runs with some of these set).
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_CEILING_DIRECTORIES")


class Unanswered(Trouble):
    """git cannot answer. The text says why and what to do, for an editor."""


class NoRepository(Unanswered):
    """A folder lies in no repository."""


class Repository(NamedTuple):
    """A repository, and where in it a folder lies (`registry/`, or nothing at its top)."""

    top: Path
    prefix: str


class File(NamedTuple):
    """A file of a commit: mode, object, and size in bytes (0 for a submodule)."""

    mode: str
    object: str
    size: int


def commit_day(root: Path) -> date | None:
    """The day (UTC) of the commit that is checked out; None outside a repository or without git."""
    try:
        seconds = _run(root, "log", "-1", "--format=%ct")
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (Unanswered, ValueError):
        return None


def repository(folder: Path, *, cut_short: bool = False) -> Repository:
    """The repository that holds a folder. Unanswered if there is none, or if its history is cut short and must not be."""
    top, prefix, shallow, *_ = (
        _text(_run(folder, "rev-parse", "--show-toplevel", "--show-prefix", "--is-shallow-repository"))
        + "\n\n"
    ).split("\n")
    if shallow != "false" and not cut_short:
        raise Unanswered(
            "这个副本的历史不完整（浅克隆），看不出以前公布过什么。请先运行 git fetch --unshallow，"
            "再检查；在自动检查里，请取得全部历史（fetch-depth: 0）。"
        )
    return Repository(Path(top), prefix)


def trouble(folder: Path) -> str:
    """Why the history of a folder cannot be told though it lies in a repository; empty if it can, or if it lies in none."""
    try:
        repository(folder)
    except NoRepository:
        return ""
    except Unanswered as error:
        return str(error) if (_top(folder) / ".git").exists() else ""
    return ""


def origin(folder: Path) -> str:
    """The address that a folder's repository was cloned from, as git holds it; empty if it holds none."""
    try:
        return _text(_run(folder, "config", "--get", "remote.origin.url")).strip()
    except Unanswered:
        return ""


def commit(repository: Repository, revision: str) -> str:
    """The full name of the commit that a revision means. Unanswered if there is none."""
    try:
        if revision.startswith("-"):
            raise Unanswered(revision)
        command = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return _text(_run(repository.top, *command)).strip()
    except Unanswered as error:
        raise Unanswered(
            f"这个副本里没有“{revision}”这个版本。请先运行 git fetch 取得它，或改正版本的写法。"
        ) from error


def bases(repository: Repository, one: str, other: str) -> tuple[str, ...]:
    """The best common ancestors of two commits. Unanswered if they have none."""
    try:
        found = _text(_run(repository.top, "merge-base", "--all", one, other)).split()
    except Unanswered as error:
        raise Unanswered(
            "两个版本没有共同的历史，没法比较。请确认是从这个名册的仓库里拉出的分支，再取得全部历史。"
        ) from error
    return tuple(sorted(found))


def tree(repository: Repository, commit: str) -> dict[str, File]:
    """All files of a commit by path; bytes of a path that are no UTF-8 become `\\xff`, which H444 refuses."""
    files = {}
    for line in _parts(_run(repository.top, "ls-tree", "-r", "-z", "-l", "--full-tree", commit)):
        entry, _, path = line.partition("\t")
        mode, _, name, size = entry.split()
        files[path] = File(mode, name, int(size) if size.isdecimal() else 0)
    return files


def kept(folder: Path) -> tuple[str, ...]:
    """The paths below a folder that the next commit of everything would hold: what git knows, and what it does not ignore."""
    return tuple(
        _parts(_run(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "."))
    )


def sees(at: Path, folder: Path, name: str) -> bool:
    """Whether git knows a file of a folder, or would take up one of that name. `at`: the folder, or one above it that exists."""
    try:
        if _run(at, "--literal-pathspecs", "ls-files", "-z", "--cached", "--", str(folder)):
            return True
        _run(at, "check-ignore", "--quiet", "--", str(folder / name))
    except NoRepository:
        return False
    except Unanswered:  # it is not ignored, or git cannot say
        return True
    return False


def contents(repository: Repository, objects: Collection[str]) -> dict[str, bytes]:
    """The bytes of objects by name."""
    wanted = sorted(set(objects))
    answer = _run(
        repository.top, "cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode()
    )
    by_name, at = {}, 0
    for name in wanted:
        head_end = answer.index(b"\n", at)
        words = answer[at:head_end].decode().split()
        if len(words) != 3 or words[0] != name or words[1] != "blob":
            raise Unanswered(f"仓库里缺少对象 {name}。请运行 git fetch 取得全部历史。")
        at = head_end + 1 + int(words[2]) + 1
        by_name[name] = answer[head_end + 1 : at - 1]
    return by_name


def blob(content: bytes, like: str) -> str:
    """The name that git would give to a file's bytes, by the algorithm of another name."""
    algorithm = hashlib.sha256 if len(like) == 64 else hashlib.sha1
    return algorithm(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def deleted(repository: Repository, commit: str, folder: str) -> dict[str, str]:
    """The files of a folder that the history up to a commit deleted, with the object that each held last."""
    command = ("log", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=D", "--format=")
    entries = _parts(_run(repository.top, *command, commit, "--", f":(top,literal){folder}"))
    last: dict[str, str] = {}
    for head, path in zip(entries, entries, strict=False):
        last.setdefault(path, head.split()[2])
    return last


def ever(repository: Repository, folder: str) -> frozenset[str]:
    """The files of a folder that what is checked out, or a branch that others join, ever held, as far as git knows here."""
    joined = [f"refs/{place}/{name}" for name in ("main", "master") for place in ("heads", "remotes/*")]
    command = ("for-each-ref", "--format=%(objectname)", *joined, "refs/remotes/*/HEAD")
    tips = _text(_run(repository.top, *command)).split()
    command = ("log", "-m", "--name-only", "-z", "--no-renames", "--diff-filter=A", "--format=")
    return frozenset(_parts(_run(repository.top, *command, "HEAD", *tips, "--", f":(top,literal){folder}")))


def versions(repository: Repository, commit: str, paths: Collection[str]) -> dict[str, list[str]]:
    """The objects that files held in the history up to a commit, by path from the repository's top, newest first."""
    if not paths:
        return {}
    command = ("log", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--format=")
    objects: dict[str, list[str]] = {path: [] for path in paths}
    entries = _parts(
        _run(repository.top, *command, commit, "--", *(f":(top,literal){path}" for path in paths))
    )
    for head, path in zip(entries, entries, strict=False):
        objects[path] += [name for name in head.split()[2:4][::-1] if name.strip("0")]
    return {path: list(dict.fromkeys(names)) for path, names in objects.items()}


def output_of(folder: Path, *words: str) -> str:
    """Return the output of a git command in a folder. Unanswered if it fails."""
    return _text(_run(folder, *words))


def _top(folder: Path) -> Path:
    """The folder that holds `.git`, as far as it can be seen without git."""
    places = (folder.absolute(), *folder.absolute().parents)
    return next((place for place in places if (place / ".git").exists()), folder)


def _parts(output: bytes) -> Iterator[str]:
    return iter(
        [part.lstrip("\n") if part.startswith("\n:") else part for part in _text(output).split("\0") if part]
    )


def _text(output: bytes) -> str:
    return output.decode("utf-8", "backslashreplace")


def _run(folder: Path, *words: str, given: bytes | None = None) -> bytes:
    """Return git's output. Unanswered, with git's own words, if it fails."""
    kept = {key: value for key, value in os.environ.items() if key not in _ELSEWHERE}
    surroundings = kept | {"GIT_NO_REPLACE_OBJECTS": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), "-c", "core.quotePath=false", *words],
            input=given,
            capture_output=True,
            env=surroundings,
            check=False,
        )
    except OSError as error:
        raise Unanswered(
            "这台电脑上没有 git，或者它运行不了。只查现在的记录用不着它：run.py check；要和以前的比，请先安装 git。"
        ) from error
    if done.returncode:
        told = _text(done.stderr)
        if "dubious ownership" in told:
            raise Unanswered(
                f"git 认为 {folder} 属于别的用户，不肯读它。确认这是自己的文件夹以后，请运行 "
                f'git config --global --add safe.directory "{_top(folder)}"，再试一次。'
            )
        reason = re.sub(r"[^0-9A-Za-z_\s/.:'-]", "", told)[:200].strip()
        if "not a git repository" in told:
            raise NoRepository(
                f"{folder} 不在 git 仓库里（下载的 ZIP 就不在），没有以前的版本可以比。只查现在的，用 run.py check；"
                "要比的，请用 git clone 取文件夹。"
            )
        raise Unanswered(f"git 没能回答：{reason or words[0]}")
    return done.stdout

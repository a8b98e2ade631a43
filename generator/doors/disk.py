"""The only reader and writer of the disk: the registry's files in, the site out, aside first and then swapped in."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.intake.opening.package import I602
from generator.problems.code import ERROR, Code
from generator.problems.problem import Problem
from generator.reading.decoding import Stored, is_passed_over, refusal, sort_out
from generator.site.output import Output

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class Busy(Exception):
    """Another build holds the site's folder."""


def read_registry(root: Path) -> tuple[dict[str, str], frozenset[str], list[Problem]]:
    """The registry's files on disk, sorted out. Hidden files (.gitkeep, editors' leftovers) are passed over."""
    return sort_out(find(root))


def find(root: Path) -> Iterator[Stored]:
    """The files below `root`, those passed over left out."""
    for path in _walk(root):
        status = path.lstat()
        regular = stat.S_ISREG(status.st_mode)
        yield Stored(path.relative_to(root).as_posix(), regular, status.st_size, path.read_bytes)


class Photos(Mapping[str, bytes]):
    """The bytes of photographs by path, read when they are asked for: all of a city's would not fit into memory."""

    def __init__(self, root: Path, names: Iterable[str]) -> None:
        self._root = root
        self._names = dict.fromkeys(sorted(name for name in names if name.startswith("photos/")))

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        return (self._root / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def read_photos(root: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """The photographs among `names`, as read_registry gave them (regular files, not too large)."""
    return Photos(root, names)


def read_folder(folder: Path) -> dict[str, str]:
    """The texts of all files below a folder by their path in it."""
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in _walk(folder)}


def copies(folder: Path, into: str) -> Iterator[Output]:
    """All files below a folder of `site_src`, as they are, as outputs below `into`."""
    for path in _walk(folder):
        place = path.relative_to(folder).as_posix()
        yield Output(f"{into}{place}", path.read_bytes(), f"site_src/{folder.name}/{place}")


I601 = Code(
    "I601",
    ERROR,
    "没有这个文件，或它不是普通文件",
    meaning="文件名写错了，或者写的是文件夹、快捷方式，读不到内容。",
    bad="run.py import 申报表（没有写 .docx）",
    remedy="核对文件名和文件夹。",
)


def read_bounded(path: Path, most: int) -> bytes | Problem:
    """The bytes of a file that somebody sent; I601, I602 where it is none or too large, told before it is read."""
    name = path.as_posix()
    try:
        status = path.lstat()
        if stat.S_ISDIR(status.st_mode):
            return refusal(name, I601, "这是文件夹，不是文件", "请写文件夹里的文件。")
        if not stat.S_ISREG(status.st_mode):
            return refusal(name, I601, "这不是普通文件（是链接或设备）", "请写文件本身，不要用快捷方式。")
        if status.st_size > most:
            message = f"文件有 {status.st_size // 1024 // 1024} MB，至多 {most // 1024 // 1024} MB"
            return refusal(
                name, I602, message, "填好的表格不会这么大，请核对；表里贴了照片的请删去照片再存。"
            )
        return path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        message = "没有这个文件" if missing else f"打不开：{error.strerror or error}"
        return refusal(name, I601, message, "请核对文件名和文件夹；正在 Word 或 Excel 里打开的请先关掉。")


def names_below(root: Path) -> frozenset[str]:
    """The paths of all files below a folder; none where there is no such folder."""
    return frozenset(path.relative_to(root).as_posix() for path in _walk(root))


def write_new(root: Path, outputs: Iterable[Output]) -> None:
    """Write new files below `root`, all or none; raises OSError where one exists or cannot be written."""
    written: list[Path] = []
    try:
        for output in outputs:
            path = root / output.path
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as opened:
                written.append(path)
                opened.write(output.content)
    except OSError:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def write(root: Path, outputs: Iterable[Output]) -> None:
    """Write outputs below `root`."""
    made: set[Path] = set()
    for output in outputs:
        path = root / output.path
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(output.content)


def replace(path: Path, content: bytes) -> None:
    """Replace a file's bytes in one step, so that nobody ever finds half of it."""
    aside = path.with_name(f".{path.name}.new")
    aside.write_bytes(content)
    aside.replace(path)


@contextlib.contextmanager
def staging(site: Path) -> Iterator[Path]:
    """A folder beside `site` to build in; swapped into its place when the block ends well, removed when it does not.

    Raises Busy if another build is at work. A swap that a crash has cut in two is put right first.
    """
    site = site.absolute()
    site.parent.mkdir(parents=True, exist_ok=True)
    aside, old = site.with_name(f".{site.name}.new"), site.with_name(f".{site.name}.old")
    with _lock(site.with_name(f".{site.name}.lock")):
        if old.exists() and not site.exists():
            old.rename(site)
        for leftover in (aside, old):
            shutil.rmtree(leftover, ignore_errors=True)
        try:
            yield aside
            _swap(aside, site, old)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
            if site.exists():
                shutil.rmtree(old, ignore_errors=True)


def _swap(aside: Path, site: Path, old: Path) -> None:
    if not site.exists():
        aside.rename(site)
    elif not _exchange(aside, site):
        site.rename(old)
        aside.rename(site)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders without a gap, where the system can (Linux renameat2)."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    names = (os.fsencode(one), os.fsencode(other))
    return bool(renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)


@contextlib.contextmanager
def _lock(path: Path) -> Iterator[None]:
    """One build at a time. The system drops the lock with the process, so a crash leaves none behind."""
    with path.open("a+b") as handle:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Busy(str(path)) from error
        yield


def _walk(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted([*names, *links]):
            if not is_passed_over(name):
                yield Path(folder) / name

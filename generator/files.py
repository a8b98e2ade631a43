"""The only reader and writer of the disk: the registry's files in, the site out, aside first and then swapped in."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.output import Output
from generator.problems import FILE_START, Mark, Problem

MOST_BYTES = {
    "workshops": 64 * 1024,
    "notices": 2 * 1024 * 1024,
    "vocabularies": 1024 * 1024,
    "forms": 256 * 1024,
    "photos": 8 * 1024 * 1024,
}
_TEXT = (".yml", ".yaml", ".md", ".geojson", ".json", ".txt")
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class Busy(Exception):
    """Another build holds the site's folder."""


def read_registry(root: Path) -> tuple[dict[str, str], frozenset[str], list[Problem]]:
    """Texts by path below `root`, the names of its other files, and S problems of files that cannot be read as text.

    Order of the checks: regular file (lstat), size, encoding. Hidden files (.gitkeep, editors' leftovers) are passed over.
    """
    texts: dict[str, str] = {}
    names: set[str] = set()
    problems: list[Problem] = []
    for path in _walk(root):
        name = path.relative_to(root).as_posix()
        status = path.lstat()
        limit = MOST_BYTES.get(name.split("/", maxsplit=1)[0], 8 * 1024 * 1024)
        if not stat.S_ISREG(status.st_mode):
            problems.append(
                _refusal(
                    name,
                    "S101",
                    "这不是普通文件（是链接或设备）",
                    "请放进文件本身，不要用快捷方式或符号链接。",
                )
            )
        elif status.st_size > limit:
            message = f"文件有 {status.st_size // 1024} KB，至多 {limit // 1024} KB"
            remedy = "请检查是不是放错了文件；照片放在 registry/photos。"
            if name.startswith("photos/"):
                remedy = "请用看图软件缩小到长边 4000 像素以内，存成 JPEG。"
            problems.append(_refusal(name, "S102", message, remedy))
        elif path.suffix.lower() in _TEXT:
            decoded = decode(name, path.read_bytes())
            if isinstance(decoded, Problem):
                problems.append(decoded)
            else:
                texts[name] = decoded
        else:
            names.add(name)
    return texts, frozenset(names), problems


def read_photos(root: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The bytes of the photographs among `names`, as read_registry gave them (regular files, not too large)."""
    return {name: (root / name).read_bytes() for name in sorted(names) if name.startswith("photos/")}


def read_folder(folder: Path) -> dict[str, str]:
    """The texts of a folder's own files by name."""
    return {
        path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()) if path.is_file()
    }


def read_bounded(path: Path, most: int) -> bytes | Problem:
    """The bytes of a file that somebody sent; I601, I602 where it is none or too large, told before it is read."""
    name = path.as_posix()
    try:
        status = path.lstat()
        if stat.S_ISDIR(status.st_mode):
            return _refusal(name, "I601", "这是文件夹，不是文件", "请写文件夹里的文件。")
        if not stat.S_ISREG(status.st_mode):
            return _refusal(name, "I601", "这不是普通文件（是链接或设备）", "请写文件本身，不要用快捷方式。")
        if status.st_size > most:
            message = f"文件有 {status.st_size // 1024 // 1024} MB，至多 {most // 1024 // 1024} MB"
            return _refusal(
                name, "I602", message, "填好的表格不会这么大，请核对；表里贴了照片的请删去照片再存。"
            )
        return path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        message = "没有这个文件" if missing else f"打不开：{error.strerror or error}"
        return _refusal(name, "I601", message, "请核对文件名和文件夹；正在 Word 或 Excel 里打开的请先关掉。")


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


def decode(name: str, content: bytes) -> str | Problem:
    """UTF-8 text with LF line ends (a leading BOM and CRLF are accepted), else the S problem that says what it is."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"\x00" in content[:200]):
        return _refusal(name, "S104", "文件存成了 UTF-16（“Unicode”）编码", "请另存为 UTF-8 编码。")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", maxsplit=1)[-1].decode("utf-8", "replace")) + 1
        message = "文件不是 UTF-8 编码" + ("，像是 GBK（记事本的 ANSI）" if _is_gbk(content) else "")
        return Problem(
            name, Mark(line, column, column + 1), "S103", message, "请用记事本“另存为”，编码选 UTF-8。"
        )
    return text.replace("\r\n", "\n")


def write(root: Path, outputs: Iterable[Output]) -> None:
    """Write outputs below `root`."""
    made: set[Path] = set()
    for output in outputs:
        path = root / output.path
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(output.content)


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
            if not name.startswith((".", "~$")) and not name.endswith("~"):
                yield Path(folder) / name


def _is_gbk(content: bytes) -> bool:
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _refusal(name: str, code: str, message: str, remedy: str) -> Problem:
    return Problem(name, FILE_START, code, message, remedy)

"""The only reader and writer of files: the registry's in, outputs out; each is whole or not there."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from generator.doors.trouble import reason
from generator.intake.opening.size import I602
from generator.problems.code import ERROR, Code
from generator.problems.problem import Problem
from generator.reading.decoding import Stored, encoded_like, is_passed_over, refusal, sort_out
from generator.site.output import Output

_UNFINISHED = ".register-new"  # ends the name of a file that is being written


def read_registry(root: Path) -> tuple[dict[str, str], frozenset[str], list[Problem]]:
    """The registry's files on disk, sorted out. Hidden files (.gitkeep, editors' leftovers) are passed over."""
    return sort_out(find(root))


def find(root: Path) -> Iterator[Stored]:
    """Yield the files below `root`, without those passed over."""
    folder = str(root)
    for name in _names(root):
        yield _stored(folder, name)


def stored(root: Path, names: Iterable[str]) -> Iterator[Stored]:
    """Yield the files of those names below `root`; one that is not there (any more) or is a folder is left out."""
    for name in names:
        path = root / name
        if path.is_symlink() or path.is_file():
            yield _stored(str(root), name)


def _stored(root: str, name: str) -> Stored:
    """Look at a file. There are thousands: a Path of each would cost as much as reading them."""
    path = os.path.join(root, name)  # noqa: PTH118 - see above
    status = os.lstat(path)
    return Stored(name, stat.S_ISREG(status.st_mode), status.st_size, partial(bytes_at, path))


def bytes_at(path: str) -> bytes:
    """Return the bytes of a file. A text, for a Path of each of a hundred thousand costs more than reading them."""
    with open(path, "rb") as file:  # noqa: PTH123 - as above
        return file.read()


class Photos(Mapping[str, bytes]):
    """The bytes of photographs by path, read when they are needed: all of a city's would not fit into memory."""

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
    return {name: (folder / name).read_text(encoding="utf-8") for name in _names(folder)}


def bytes_below(folder: Path) -> dict[str, bytes]:
    """The bytes of all files below a folder by their path in it; none where there is no such folder."""
    return {name: (folder / name).read_bytes() for name in names_below(folder)}


def copies(folder: Path, into: str) -> Iterator[Output]:
    """All files below a folder of `site_src`, as they are, as outputs below `into`."""
    for name in _names(folder):
        yield Output(f"{into}{name}", (folder / name).read_bytes(), f"site_src/{folder.name}/{name}")


I601 = Code(
    "I601",
    ERROR,
    "没有这个文件，或它不是普通文件",
    meaning="文件名写错了，或者写的是文件夹、快捷方式，读不到内容。",
    bad="run.py import 申报表（没有写 .docx）",
    remedy="核对文件名和文件夹。",
)


def read_bounded(path: Path, most: int) -> bytes | Problem:
    """Return the bytes of a file that was sent; I601 if there is no such file, I602 if it is too large, before it is read."""
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
        message = "没有这个文件" if missing else f"打不开：{reason(error) or error}"
        return refusal(name, I601, message, "请核对文件名和文件夹；正在 Word 或 Excel 里打开的请先关掉。")


def names_below(root: Path) -> frozenset[str]:
    """The paths of all files below a folder; none where there is no such folder."""
    return frozenset(_names(root) if root.is_dir() else ())


def is_taken(folder: Path) -> bool:
    """Return whether there is anything at the place of a new folder but an empty one."""
    return os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir()))


def write_new(root: Path, outputs: Iterable[Output]) -> None:
    """Write new files below `root`, all or none; raises OSError where one exists or cannot be written."""
    written: list[Path] = []
    made: list[Path] = []
    try:
        for output in outputs:
            path = root / output.path
            made += _make_folder(path.parent)
            _place_new(path, output.content)
            written.append(path)
    except OSError:
        for path in written:
            path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            for folder in reversed(made):
                folder.rmdir()
        raise


def write_changes(root: Path, new: Iterable[Output], changed: Iterable[Output]) -> None:
    """Write new files and replace others below `root`, all or none. What is replaced keeps its line ends and its BOM."""
    before: dict[Path, bytes] = {}
    try:
        for output in changed:
            path = root / output.path
            before[path] = path.read_bytes()
            replace(path, encoded_like(before[path], output.content.decode("utf-8")))
        write_new(root, new)
    except OSError:
        for path, content in before.items():
            with contextlib.suppress(OSError):
                replace(path, content)
        raise


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it; which of them are new, from above."""
    new = [one for one in (folder, *folder.parents) if not one.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return new


def _place_new(path: Path, content: bytes) -> None:
    """A whole file or none, and never in the place of another."""
    with _whole(path, content) as aside:
        try:
            os.link(aside, path)
        except FileExistsError as error:
            raise FileExistsError(error.errno, error.strerror, str(path)) from None
        except OSError:  # a disk without hard links
            with path.open("xb") as opened:
                try:
                    opened.write(content)
                except OSError:
                    path.unlink(missing_ok=True)
                    raise


@contextlib.contextmanager
def _whole(path: Path, content: bytes) -> Iterator[Path]:
    """The content as a whole file beside `path`, under a name of ours; gone when the block ends."""
    aside = path.with_name(f".{path.name}{_UNFINISHED}")
    aside.unlink(missing_ok=True)  # of one who was killed, or a link laid here
    try:
        with aside.open("xb") as opened:
            opened.write(content)
        if path.exists():
            aside.chmod(stat.S_IMODE(path.stat().st_mode))
        yield aside
    finally:
        with contextlib.suppress(
            OSError
        ):  # the work is done or has its own trouble; the next one removes what is left
            aside.unlink(missing_ok=True)


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
    """Replace a file's bytes in one step, so that nobody ever finds half of it; a link stays, what it leads to is replaced."""
    path = Path(os.path.realpath(path))  # Path.resolve raises no OSError for a circle of links
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_file() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    with _whole(path, content) as aside:
        aside.replace(path)


def _names(root: Path) -> Iterator[str]:
    """The paths of what is not passed over below a folder; a folder that cannot be looked into is no empty one, and raises."""

    def refused(error: OSError) -> None:
        raise error

    for folder, folders, names in os.walk(root, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        below = Path(folder).relative_to(root).as_posix()
        for name in sorted([*names, *links]):
            if not is_passed_over(name):
                yield name if below == "." else f"{below}/{name}"

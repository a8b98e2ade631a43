"""A machine that fails: something happens right before the n-th access to a folder, or root has no more rights than others."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import struct
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

Act = Callable[[Path], object]
_ACCESSES = {
    "open",
    "os.rename",
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.scandir",
    "os.listdir",
    "os.link",
    "os.chmod",
    "shutil.rmtree",
}
THEIRS = b"\xff\xfe\x00 theirs"
_HOOKED: list[
    Callable[[Path], None]
] = []  # the one that is at work, if any: a hook of audits is never taken away


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if _HOOKED and event in _ACCESSES and isinstance(arguments[0], str | bytes | os.PathLike):
        _HOOKED[0](Path(os.fsdecode(arguments[0])))


sys.addaudithook(_hook)


@contextlib.contextmanager
def before(moment: int, below: Path, act: Act) -> Iterator[list[Path]]:
    """Do something right before the n-th access at or below a folder; the paths asked for so far."""
    asked: list[Path] = []

    def counted(path: Path) -> None:
        if path.is_relative_to(below):
            asked.append(path)
            if len(asked) == moment:
                found = _HOOKED.pop()
                try:
                    act(path)
                finally:
                    _HOOKED.append(found)

    _HOOKED[:] = [counted]
    try:
        yield asked
    finally:
        _HOOKED.clear()


def refused(code: int) -> Act:
    """The system refuses the access."""

    def act(path: Path) -> None:
        raise OSError(code, os.strerror(code), str(path))

    return act


def gone(path: Path) -> None:
    """Somebody has removed it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def renamed(path: Path) -> None:
    """Somebody has renamed it."""
    if os.path.lexists(path):
        path.rename(path.with_name(f"{path.name}.bak"))


def folder(path: Path) -> None:
    """A folder stands in its place, with a file in it."""
    gone(path)
    with contextlib.suppress(OSError):
        path.mkdir()
        (path / "thesis.docx").write_bytes(THEIRS)


def file(path: Path) -> None:
    """A file of somebody stands in its place."""
    gone(path)
    with contextlib.suppress(OSError):
        path.write_bytes(THEIRS)


def circle(path: Path) -> None:
    """A link to itself stands in its place."""
    gone(path)
    with contextlib.suppress(OSError):
        path.symlink_to(path.name)


def locked(path: Path) -> None:
    """Nobody may read or write it, nor what lies in it."""
    if path.exists():
        path.chmod(0)


def read_only(path: Path) -> None:
    """Nothing may be put into its folder."""
    path.parent.chmod(0o555)


def interrupted(path: Path) -> None:
    """Somebody presses Ctrl-C."""
    raise KeyboardInterrupt


CODES = tuple(
    getattr(errno, name)
    for name in (
        "ENOSPC",
        "EACCES",
        "EIO",
        "EROFS",
        "EMFILE",
        "ENAMETOOLONG",
        "EDQUOT",
        "ESTALE",
        "EBUSY",
        "ENOMEM",
    )
)
ACTS: dict[str, Act] = {
    one.__name__: one for one in (gone, renamed, folder, file, circle, locked, read_only, interrupted)
}
ACTS |= {errno.errorcode[code]: refused(code) for code in CODES}

ACTS_OF_OTHERS = (gone, renamed, folder, file, circle)
_OVERRIDES = 0b110  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH: with them root reads and writes what nobody may
_VERSION = 0x20080522


@contextlib.contextmanager
def no_privilege() -> Iterator[None]:
    """Work as somebody whom rights of files bind; root of Linux lays down what would lift them."""
    libc = ctypes.CDLL(None)
    head = struct.pack("Ii", _VERSION, 0)
    held = ctypes.create_string_buffer(24)
    root = sys.platform == "linux" and os.geteuid() == 0 and libc.capget(head, held) == 0
    if root:
        effective, *others = struct.unpack("6I", held.raw)
        libc.capset(head, struct.pack("6I", effective & ~_OVERRIDES, *others))
    try:
        yield
    finally:
        if root:
            libc.capset(head, held.raw)

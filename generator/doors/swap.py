"""A site is built aside and swapped in: whoever is killed, whenever, leaves a whole site."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.doors import ours
from generator.doors.trouble import Trouble

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class Busy(Trouble):
    """Another build holds the site's folder."""


@contextlib.contextmanager
def staging(site: Path) -> Iterator[Path]:
    """A folder beside `site` to build in; swapped into its place when the block ends well, removed when it does not.

    Raises Busy if another build is at work, Trouble if what is at `site` is not ours to replace. What a build that was killed
    has left is put right first, and only that.
    """
    site = ours.place(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    with _lock(site.with_name(f".{site.name}.lock")):
        _tidy(site)
        ours.judge(site)
        aside = ours.unused(site, "new")
        ours.begin(aside)
        try:
            yield aside
            ours.finish(aside)
            ours.judge(site)  # once more: somebody may have put something there meanwhile
            _swap(aside, site)
        finally:
            _tidy(site)


def _tidy(site: Path) -> None:
    """Put the old site back where a swap was cut in two, and remove what builds have left beside it.

    While somebody's things stand in its place, the old site is kept. What is to be removed is first named as nothing that
    would ever be put back, since half of it may be gone before we are killed too.
    """
    for old in ours.leftovers(site, "old"):
        if not os.path.lexists(site):
            old.rename(site)
        elif ours.is_site(site):
            old.rename(ours.unused(site, "new"))
    for left in ours.leftovers(site, "new"):
        ours.remove(left)


def _swap(aside: Path, site: Path) -> None:
    """Put the new site in the old one's place, look into the old one where nobody reaches it by its name, and put it back if
    somebody has put something there since it was looked at."""
    if not os.path.lexists(site):
        aside.rename(site)
    elif _exchange(aside, site):
        try:
            ours.judge(aside, site)
        except (Trouble, OSError):
            _exchange(aside, site)
            raise
    else:
        old = ours.unused(site, "old")
        site.rename(old)
        try:
            ours.judge(old, site)
            aside.rename(site)
        except (Trouble, OSError):
            old.rename(site)
            raise


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
        except (BlockingIOError, PermissionError) as error:
            raise Busy(f"另一个构建正在写 {path.parent}，请等它结束再来。") from error
        yield

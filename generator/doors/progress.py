"""What a terminal shows of work that takes more than a second: one line on stderr, gone when the work is done (the door to rich).

In a pipe, in a log, on a build machine and on a dumb terminal nothing is shown.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

Step = Callable[[str], None]  # is called with the words of the current step
T = TypeVar("T")

PATIENCE = 1.0  # seconds


def quiet(_words: str) -> None:
    """Show nothing."""


@contextlib.contextmanager
def shown() -> Iterator[Step]:
    """Show the steps of the block. Output of the block to stderr appears above the line."""
    if not _is_watched():
        yield quiet
        return
    line = _Spinner()
    begun = threading.Timer(PATIENCE, line.begin)
    begun.daemon = True
    begun.start()
    try:
        yield line.say
    finally:
        begun.cancel()
        line.end()


def counted(step: Step, words: str, items: Iterable[T]) -> Iterator[T]:
    """Yield the items one by one, and show `words` and the number of each when it is taken."""
    many = f"/{len(items)}" if isinstance(items, Sized) else ""
    for number, item in enumerate(items, 1):
        step(f"{words} {number}{many}")
        yield item


def _is_watched() -> bool:
    return (
        sys.stderr.isatty()
        and os.environ.get("TERM", "") not in ("dumb", "unknown")
        and not os.environ.get("CI")
    )


class _Spinner:
    """The line. It begins in a thread of its own, so that the work need not look at a clock."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._words = ""
        self._over = False
        self._progress: Progress | None = None

    def say(self, words: str) -> None:
        with self._lock:
            self._words = words
            if self._progress:
                self._progress.update(self._progress.task_ids[0], description=words)

    def begin(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn("line"), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
        with self._lock:
            if self._over:
                return
            console = Console(file=sys.stderr)
            self._progress = Progress(
                *columns, console=console, refresh_per_second=5, transient=True, redirect_stdout=False
            )
            self._progress.add_task(self._words, total=None)
            self._progress.start()

    def end(self) -> None:
        with self._lock:
            self._over = True
            if self._progress:
                self._progress.stop()

"""What each stage of the work takes, for `--profile`: its own seconds, what it made, and the peak of memory. A clock is asked here alone."""

from __future__ import annotations

import contextlib
import functools
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import ParamSpec, TypeVar

from generator.site.output import Output

P = ParamSpec("P")
T = TypeVar("T")
Clock = Callable[[], tuple[float, float]]  # seconds of CPU of this process, seconds of the world

LOADING = "装载程序"  # before the first step
_HEAD = "  CPU 秒    历时秒      个数        MB  阶段\n"
_SMALL = 0.005  # of the whole; a stage that takes less of it is not shown by itself
_DIGITS = str.maketrans("", "", "0123456789")


@dataclass
class Spent:
    """What a stage took without the stages inside it. `size`: bytes that it was given or made."""

    cpu: float = 0.0
    wall: float = 0.0
    items: int = 0
    size: int = 0

    def add(self, other: Spent) -> None:
        """Take another one's in."""
        self.cpu += other.cpu
        self.wall += other.wall
        self.items += other.items
        self.size += other.size


@dataclass
class _Open:
    """A stage at work, which may have its name only when it is over."""

    words: str = ""
    spent: Spent = field(default_factory=Spent)


def clock() -> tuple[float, float]:
    """Return what the process has used of a processor, and a time of the world, in seconds."""
    return time.process_time(), time.perf_counter()


class Profile:
    """A watch that measures. One stage is at work at any time: the innermost; the outermost is the step that was named last."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        cpu, wall = clock()
        self._cpu, self._wall = 0.0, wall - cpu  # until now the process has only loaded the program
        self._open = [_Open(LOADING)]
        self._book: dict[str, Spent] = {}

    def steps(self, step: Callable[[str], None], /) -> Callable[[str], None]:
        """Watch the steps: words that differ in their numbers alone go on with the same one."""

        def named(words: str) -> None:
            self._turn()
            base = self._open[0]
            if base.words.translate(_DIGITS) != words.translate(_DIGITS):
                self._enter(base)
                base.spent = Spent()
            base.words = words
            step(words)

        return named

    def items(self, items: Iterable[T], words: Callable[[T], str], /) -> Iterator[T]:
        """Watch how long each item is in coming. What follows the last one counts as its own."""
        iterator, last = iter(items), ""
        while True:
            self._begin()
            spent = Spent()
            try:
                item = next(iterator)
                last = words(item)
                spent = Spent(items=1, size=len(item.content) if isinstance(item, Output) else 0)
            except StopIteration:
                return
            finally:
                self._end(last, spent)
            yield item

    def calls(self, words: str, function: Callable[P, T], /) -> Callable[P, T]:
        """Watch the calls of a function, with the bytes that it is given or gives."""

        @functools.wraps(function)
        def watched(*given: P.args, **named: P.kwargs) -> T:
            self._begin()
            result = None
            try:
                result = function(*given, **named)
            finally:
                size = sum(len(one) for one in (*given, result) if isinstance(one, bytes))
                self._end(words, Spent(items=1, size=size))
            return result

        return watched

    def stages(self) -> dict[str, Spent]:
        """Return what each stage took until now."""
        self._turn()
        book = {words: replace(spent) for words, spent in self._book.items()}
        for one in self._open:
            book.setdefault(one.words, Spent()).add(one.spent)
        return book

    def _turn(self) -> None:
        """Count what went by since it was last looked at to the innermost stage."""
        cpu, wall = self._clock()
        spent = self._open[-1].spent
        spent.cpu += cpu - self._cpu
        spent.wall += wall - self._wall
        self._cpu, self._wall = cpu, wall

    def _begin(self) -> None:
        self._turn()
        self._open.append(_Open())

    def _end(self, words: str, further: Spent) -> None:
        self._turn()
        ended = self._open.pop()
        ended.words = words or self._open[-1].words
        ended.spent.add(further)
        self._enter(ended)

    def _enter(self, ended: _Open) -> None:
        self._book.setdefault(ended.words, Spent()).add(ended.spent)


@contextlib.contextmanager
def told(tell: Callable[[str], None]) -> Iterator[Profile]:
    """A profile whose table is told when the block is over, however it ends."""
    profile = Profile(clock)
    try:
        yield profile
    finally:
        tell(table(profile.stages(), peak()))


def table(stages: Mapping[str, Spent], peak: int) -> str:
    """Return the stages as lines, the longest first, and the peak of memory in bytes (0: nobody knows)."""
    whole = Spent(sum(one.cpu for one in stages.values()), sum(one.wall for one in stages.values()))
    shown, rest = [], Spent()
    for words, spent in sorted(stages.items(), key=lambda stage: (-stage[1].cpu, stage[0])):
        if spent.cpu >= _SMALL * whole.cpu or spent.wall >= _SMALL * whole.wall:
            shown.append(_row(spent, words))
        else:
            rest.add(spent)
    few = len(stages) - len(shown)
    shown += [_row(rest, f"其余 {few} 个阶段")] if few else []
    memory = [f"内存最多用到 {peak / 1e6:,.0f} MB。\n"] if peak else []
    return "".join([_HEAD, *shown, _row(whole, "合计"), *memory])


def _row(spent: Spent, words: str) -> str:
    items = f"{spent.items:,}" if spent.items else ""
    size = f"{spent.size / 1e6:,.2f}" if spent.size else ""
    return f"{spent.cpu:8.2f}  {spent.wall:8.2f}  {items:>8}  {size:>8}  {words}\n"


def peak() -> int:
    """Return the most memory that this process has held, in bytes; 0 where the system does not tell."""
    with contextlib.suppress(ImportError):
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most * 1024
    return 0

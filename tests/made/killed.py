"""A build disturbed at each of its accesses to the disk in turn, in children of one process: `python -m tests.made.killed FOLDER`.

Each way of swapping, at once or by two renames, is tried with each thing that happens: `kill`, by a real SIGKILL; `put`, somebody
puts a file into the site, and makes the folder where there is none; and with each thing that stood there before: `site`,
`empty`, `nothing`. Prints how many moments each had; what does not hold is an AssertionError.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from generator.doors import disk, ours, swap
from generator.doors.trouble import Trouble
from generator.site.output import text_output

NAMES = ("index.html", "a/b.html", "c.html")
NEW = dict.fromkeys(NAMES, "new")
_ACCESSES = (
    "open",
    "os.rename",
    "os.mkdir",
    "os.remove",
    "os.rmdir",
    "os.scandir",
    "os.chmod",
    "os.listdir",
    "ctypes.dlsym",
)
THEIRS = "thesis.docx"


def build(site: Path, text: str) -> None:
    """A build of three pages."""
    with swap.staging(site) as aside:
        disk.write(aside, [text_output(name, text, "test") for name in NAMES])


def pages(site: Path) -> dict[str, str]:
    """The pages of a site, without mark and somebody's file."""
    names = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file())
    return {name: (site / name).read_text("utf-8") for name in names if name not in (ours.MARK, THEIRS)}


def disturbed(site: Path, moment: int, what: str) -> int:
    """Build in a child that is disturbed at a moment; its exit code: 0 fine, 2 refused, 9 killed, 3 the moment never came."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = [moment]

    def act() -> None:
        if what == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        site.mkdir(exist_ok=True)
        (site / THEIRS).write_bytes(b"theirs")

    def hook(event: str, _arguments: tuple[object, ...]) -> None:
        if event in _ACCESSES:
            left[0] -= 1
            if left[0] == 0:
                act()

    sys.addaudithook(hook)
    code = 0
    try:
        build(site, "new")
    except (Trouble, OSError):
        code = 2
    os._exit(code if left[0] <= 0 else 3)


def moments(folder: Path, what: str, start: Callable[[Path], object]) -> int:
    """Try each moment in turn; how many there are."""
    moment = 0
    while True:
        moment += 1
        room = folder / str(moment)
        site, neighbour = room / "site", room / ".site.new.2"
        neighbour.mkdir(parents=True)
        (neighbour / THEIRS).write_bytes(b"theirs")
        start(site)
        before = pages(site)
        code = disturbed(site, moment, what)
        assert code in ((-9, 3) if what == "kill" else (0, 2, 3)), code
        if what == "kill" and swap._exchange is not no_exchange:
            assert pages(site) in (before, NEW), moment
        held = (site / THEIRS).exists()
        assert held == (what == "put" and code != 3), moment
        tidied(site)
        assert held == (site / THEIRS).exists(), moment
        beside = [path for path in room.iterdir() if path not in (site, neighbour) and path.is_dir()]
        assert held or not beside, (moment, beside)
        assert any(pages(whole) in (before, NEW) for whole in (site, *beside)), moment
        assert (neighbour / THEIRS).read_bytes() == b"theirs"
        shutil.rmtree(room)
        if code == 3:
            return moment


def tidied(site: Path) -> None:
    """A build that fails puts right what the one before has left, and no more; somebody's things it refuses."""
    with contextlib.suppress(Trouble, ZeroDivisionError), swap.staging(site):
        raise ZeroDivisionError


def no_exchange(_one: Path, _other: Path) -> bool:
    """A system that cannot."""
    return False


STARTS: dict[str, Callable[[Path], object]] = {
    "site": lambda site: build(site, "old"),
    "empty": Path.mkdir,
    "nothing": lambda site: None,
}

WHATS = ("kill", "put")


def main(top: Path) -> None:
    """Try everything."""
    ways: tuple[Callable[[Path, Path], bool], ...] = (swap._exchange, no_exchange)
    for way in ways:
        setattr(swap, "_exchange", way)  # noqa: B010 - mypy takes a function for more than its type
        for what in WHATS:
            for name, start in STARTS.items():
                print(way.__name__, what, name, moments(top / way.__name__ / what / name, what, start))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

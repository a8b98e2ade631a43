"""Commands run in a terminal (of Unix), with what was typed there."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Sequence

from tests.made import program


def run_in_terminal(words: Sequence[str], typed: str) -> program.Done:
    """A command of the generator; `typed` ends it by its own words, or by the end of input (\\x04)."""
    return _ended(words, typed, until=0)


def interrupted_in_terminal(words: Sequence[str], typed: str) -> program.Done:
    """The same, interrupted (Ctrl-C) when it has taken all that was typed and asks again."""
    return _ended(words, typed, until=typed.count("\n") + 1)


def _ended(words: Sequence[str], typed: str, until: int) -> program.Done:
    """The command, reading from a terminal into which all this was typed ahead, interrupted at this question (0: at none)."""
    own, its = _opened(typed)
    read, written = os.pipe()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as err, os.fdopen(read, encoding="utf-8") as said:
        unbuffered = {"PYTHONUNBUFFERED": "1"}
        running = program.begin(["generator", *words], (its, written, err), environment=unbuffered)
        os.close(its)
        os.close(written)
        out = ""
        if until:
            while out.count("\n> ") < until:
                got = said.read(1)
                assert got, out
                out += got
            os.kill(running.pid, signal.SIGINT)
            os.write(own, b"\n")  # wakes a read that had just begun when the signal came
        out += said.read()
        code = running.wait()
        os.close(own)
        err.seek(0)
        return program.Done(words, code, out, err.read())


def _opened(typed: str) -> tuple[int, int]:
    """Both ends of a terminal into which this was typed; it shows nothing of it."""
    import pty
    import termios

    own, its = pty.openpty()
    settings = termios.tcgetattr(its)
    settings[3] &= ~termios.ECHO
    termios.tcsetattr(its, termios.TCSANOW, settings)
    os.write(own, typed.encode("utf-8"))
    return own, its

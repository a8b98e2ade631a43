"""Commands run in a terminal (of Unix), with what was typed there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence

from tests import ROOT

# A shell that runs the tests in the background has its children ignore interruptions; a terminal does not.
_PROGRAM = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from generator.cli import main; sys.exit(main(sys.argv[1:]))"
)


def _begun(words: Sequence[str], typed: str) -> tuple[subprocess.Popen[str], int]:
    """The command, reading from a terminal into which all this was typed ahead; and the other end of the terminal."""
    import pty
    import termios

    own, its = pty.openpty()
    settings = termios.tcgetattr(its)
    settings[3] &= ~termios.ECHO
    termios.tcsetattr(its, termios.TCSANOW, settings)
    os.write(own, typed.encode("utf-8"))
    command = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"},
        stdin=its,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    os.close(its)
    return command, own


def run_in_terminal(words: Sequence[str], typed: str) -> subprocess.CompletedProcess[str]:
    """A command of the generator; `typed` ends it by its own words, or by the end of input (\\x04)."""
    command, own = _begun(words, typed)
    out, err = command.communicate()
    os.close(own)
    return subprocess.CompletedProcess(command.args, command.returncode, out, err)


def interrupted_in_terminal(words: Sequence[str], typed: str) -> subprocess.CompletedProcess[str]:
    """The same, interrupted (Ctrl-C) when it has taken all that was typed and asks again."""
    command, own = _begun(words, typed)
    out = ""
    while command.stdout and out.count("\n> ") <= typed.count("\n"):
        read = command.stdout.read(1)
        assert read, out
        out += read
    command.send_signal(signal.SIGINT)
    os.write(own, b"\n")  # wakes a read that had just begun when the signal came
    rest, err = command.communicate()
    os.close(own)
    return subprocess.CompletedProcess(command.args, command.returncode, out + rest, err)

"""The program as its users run it: each time a process of its own, forked from a Python that has loaded it once (where the
system can fork; else started)."""

from __future__ import annotations

import atexit
import contextlib
import functools
import importlib
import io
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from tests import ROOT

_LOADED = ("generator.cli", "generator.plugin")
_OWN = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
Done = subprocess.CompletedProcess[str]


def run(*words: str, cwd: Path = ROOT, bounds: tuple[int, int] | None = None, **environment: str) -> Done:
    """`python -m` these words, with nothing to read: exit code and all that was said. `bounds`: bytes of memory at most and
    seconds of computing (of Unix)."""
    if not hasattr(os, "fork"):
        return started(*words, cwd=cwd, **environment)
    with (
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
        Path(os.devnull).open("rb") as none,
    ):
        code = begin(words, (none, out, err), cwd, environment, bounds).wait()
        said = [_text(file) for file in (out, err)]
    return subprocess.CompletedProcess(words, code, *said)


def started(*words: str, cwd: Path = ROOT, **environment: str) -> Done:
    """The same in a Python started for it: slower by a second, for what only a start shows (locale, order of sets, kills)."""
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=cwd,
        env=os.environ | _OWN | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@dataclass
class Running:
    """A process that was forked; one at a time."""

    pid: int
    _answers: IO[str]

    def wait(self) -> int:
        """Its exit code; below 0 the signal that ended it."""
        return int(self._answers.readline())


def begin(
    words: Sequence[str],
    files: tuple[Any, Any, Any],
    cwd: Path = ROOT,
    environment: dict[str, str] | None = None,
    bounds: tuple[int, int] | None = None,
) -> Running:
    """`python -m` these words, with these three for input, output and errors."""
    line, answers = _elder()
    settings = {
        "words": words,
        "cwd": str(cwd),
        "env": os.environ | _OWN | (environment or {}),
        "bounds": bounds,
    }
    socket.send_fds(line, [json.dumps(settings).encode() + b"\n"], [_number(file) for file in files])
    return Running(int(answers.readline()), answers)


def _number(file: Any) -> int:
    return file if isinstance(file, int) else file.fileno()


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8")


# ---- the Python that others are forked from


@functools.cache
def _elder() -> tuple[socket.socket, IO[str]]:
    """The way to it, and its answers; it ends with this process."""
    own, its = socket.socketpair()
    elder = subprocess.Popen(
        [sys.executable, "-m", __name__, str(its.fileno())],
        cwd=ROOT,
        env=os.environ | _OWN,
        pass_fds=[its.fileno()],
        stdin=subprocess.DEVNULL,
    )
    its.close()
    answers = own.makefile(encoding="utf-8")
    for end in (elder.wait, own.close, answers.close, functools.partial(own.shutdown, socket.SHUT_RDWR)):
        atexit.register(end)  # the last registered comes first
    return own, answers


def _serve(line: socket.socket) -> None:
    """Fork a process for each request; say its number, and how it ended."""
    for name in _LOADED:
        importlib.import_module(name)
    while True:
        asked, files = b"", []
        while not asked.endswith(b"\n"):
            read, got, _, _ = socket.recv_fds(line, 1 << 16, 3)
            if not read:
                return
            asked += read
            files += got
        pid = os.fork()
        if pid == 0:
            line.close()
            _carry_out(json.loads(asked), files)
        for file in files:
            os.close(file)
        line.sendall(f"{pid}\n".encode())
        line.sendall(f"{os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}\n".encode())


def _carry_out(asked: dict[str, Any], files: Sequence[int]) -> None:
    """What a Python just started would do. It does not come back."""
    code = 1
    for number, file in enumerate(files):
        os.dup2(file, number)
    try:
        code = _module(asked)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # as the interpreter does
        sys.excepthook(*sys.exc_info())
    finally:
        with contextlib.suppress(BaseException):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _module(asked: dict[str, Any]) -> int:
    os.environ.clear()
    os.environ.update(asked["env"])
    os.chdir(asked["cwd"])
    time.tzset()
    tempfile.tempdir = None
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if asked["bounds"]:
        import resource

        memory, seconds = asked["bounds"]
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    if (
        "PYTHONUNBUFFERED" in os.environ
    ):  # raw, as Python's own: input() ignores an interruption while it flushes its prompt
        raw = io.FileIO(1, "w", closefd=False)
        sys.stdout = io.TextIOWrapper(cast("IO[bytes]", raw), encoding="utf-8", write_through=True)
    else:
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    module, *words = asked["words"]
    sys.argv = [module, *words]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))

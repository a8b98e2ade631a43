"""A command as a whole process: its CPU time and its peak of memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_LAUNCH = (sys.executable, "-I", "-S", str(Path(__file__).with_name("launched.py")))


class Failed(Exception):
    """A command that could not be measured; its words say why."""


class Used(NamedTuple):
    """`cpu`: user and system seconds of the process and of all that it started and waited for. `peak`: bytes of resident memory
    of the largest one of these. `wall`: seconds that went by."""

    cpu: float
    peak: int
    wall: float


def run(words: Sequence[str | Path], folder: Path, environment: Mapping[str, str]) -> Used:
    """Run a command in a folder and say what it took; Failed where it does not end by 0."""
    if sys.platform == "win32":
        raise Failed("Windows does not tell what a process took: measure on Linux or macOS")
    told, telling = os.pipe()
    with tempfile.TemporaryFile() as said, os.fdopen(told, encoding="utf-8") as answer:
        try:
            launched = subprocess.Popen(
                [*_LAUNCH, str(telling), *map(str, words)],
                cwd=folder,
                env={**os.environ, **environment},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                pass_fds=[telling],
            )
        finally:
            os.close(telling)
        with launched:
            taken = answer.read()
        said.seek(0)
        words_said = said.read().decode("utf-8", "replace").strip()[-2000:]
    code, cpu, peak, wall = json.loads(taken or "[-1, 0, 0, 0]")
    if code:
        raise Failed(f"{' '.join(map(str, words))}: exit {code}\n{words_said}")
    return Used(cpu, peak * (1 if sys.platform == "darwin" else 1024), wall)  # what ru_maxrss counts

"""The preview: seconds from saving a record to the new page being served."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request

from tests.bench.measuring import Failed
from tests.bench.project import Project

_PAGE = "workshops/DL0001/"
_LONGEST = 1800.0
_PAUSE = 0.02


def seconds_to_see(project: Project, rounds: int) -> list[float]:
    """Start the preview, save a record `rounds` times, and say how long each took until its page said so."""
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port = tried.getsockname()[1]
    server = subprocess.Popen(
        project.command("serve", "--address", f"127.0.0.1:{port}"),
        cwd=project.folder,
        env={**os.environ, **project.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}/{_PAGE}"
        _wait_for("DL0001", address, server)
        return [_one(project, f"第{number}次保存。", address, server) for number in range(1, rounds + 1)]
    finally:
        server.terminate()
        server.wait()
        project.restore()


def _one(project: Project, mark: str, address: str, server: subprocess.Popen[bytes]) -> float:
    project.change_record(mark)
    began = time.perf_counter()
    _wait_for(mark, address, server)
    return time.perf_counter() - began


def _wait_for(text: str, address: str, server: subprocess.Popen[bytes]) -> None:
    end = time.perf_counter() + _LONGEST
    while time.perf_counter() < end:
        if server.poll() is not None:
            raise Failed(f"the preview ended by itself with exit {server.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=_LONGEST) as page:  # noqa: S310 - our own address, http
                if text in page.read().decode("utf-8"):
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(_PAUSE)
    raise Failed(f"the preview did not show what was saved within {_LONGEST:.0f} s")

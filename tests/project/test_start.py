"""What a newcomer double-clicks: start.sh is run by a shell, 开始.bat is read as Windows would (it was not run: no Windows here)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT

SHELL, BATCH = ROOT / "start.sh", ROOT / "开始.bat"
FOUND = '#!/bin/sh\nexec {python} "$@"\n'
OLD = "#!/bin/sh\nexit 1\n"
unix = pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")


def started(tmp_path: Path, **pythons: str) -> subprocess.CompletedProcess[str]:
    """start.sh beside a run.py that tells how it was called, where only these Pythons are found."""
    top, programs = tmp_path / "名册 1", tmp_path / "bin"
    top.mkdir()
    programs.mkdir()
    shutil.copy(SHELL, top)
    (top / "run.py").write_text("import os, sys; print(os.getcwd(), *sys.argv)", encoding="utf-8")
    for name, text in pythons.items():
        (programs / name).write_text(text.format(python=sys.executable), encoding="utf-8")
        (programs / name).chmod(0o755)
    for name in ("dirname", "cat"):
        (programs / name).symlink_to(str(shutil.which(name)))
    shell = shutil.which("sh") or "sh"
    return subprocess.run(
        [shell, str(top / "start.sh")], capture_output=True, encoding="utf-8", check=False,
        env={"PATH": str(programs), "PYTHONUTF8": "1"}, cwd="/",
    )  # fmt: skip


@unix
@pytest.mark.parametrize(
    "pythons", [{"python3": FOUND}, {"python": FOUND}, {"python3": OLD, "python3.12": FOUND}], ids=str
)
def test_a_python_that_will_do_opens_the_menu(tmp_path: Path, pythons: dict[str, str]) -> None:
    done = started(tmp_path, **pythons)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == f"{tmp_path / '名册 1'} run.py menu"


@unix
@pytest.mark.parametrize("pythons", [{}, {"python3": OLD, "python": OLD}], ids=["none", "old"])
def test_without_one_it_says_how_to_install_it(tmp_path: Path, pythons: dict[str, str]) -> None:
    done = started(tmp_path, **pythons)
    assert (done.returncode, done.stdout) == (2, "")
    assert "请先安装" in done.stderr
    assert "sudo apt install python3 python3-venv" in done.stderr


def test_the_batch_file_is_written_as_windows_reads_it() -> None:
    """Ends of lines of Windows, UTF-8 announced before the first Chinese, which stands in `echo` alone; no label, since after a
    change of the code page cmd finds them by counting wrong."""
    content = BATCH.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert not content.startswith(b"\xef\xbb\xbf"), "cmd would take it for a command"
    lines = content.decode("utf-8").split("\r\n")
    assert lines[:2] == ["@echo off", "chcp 65001 >nul"]
    chinese = [line for line in lines if not line.isascii()]
    assert chinese and all(re.fullmatch(r"  echo [^()<>|&%^]*", line) for line in chinese)
    assert not [line for line in lines if line.lstrip().startswith(":") or "goto" in line]
    assert "if defined PY %PY% run.py menu" in lines
    assert 'pushd "%~dp0"' in lines, "cd goes to no shared folder (\\\\server\\...), pushd gives it a letter"
    assert lines.index("if not exist run.py (") < lines.index('set "PY="'), (
        "Explorer runs it out of an open ZIP, alone"
    )
    assert lines[-2:] == ["pause", ""]


def test_a_clone_and_a_zip_of_the_forge_keep_its_ends_of_lines() -> None:
    told = subprocess.run(
        ["git", "check-attr", "eol", "--", BATCH.name, SHELL.name], cwd=ROOT, capture_output=True, check=True
    )
    assert [line.rpartition(b" ")[2] for line in told.stdout.splitlines()] == [b"crlf", b"lf"]

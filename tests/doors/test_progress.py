"""What is shown of long work: one line in a terminal, nothing anywhere else, and never a word in the output."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.commands import importing
from generator.doors import build, progress
from generator.plugin import build_site
from tests import ROOT

# Says two steps, waits in between until it is told to go on, and writes to both streams.
_WORK = """
import sys
from generator.doors import progress
progress.PATIENCE = 0
with progress.shown() as step:
    step("检查 [b]7[/b] 条记录")
    sys.stdin.readline()
    step("写 9 个文件")
    sys.stdin.readline()
    sys.stderr.write("一句话\\n")
sys.stdout.write("完\\n")
"""
_BARE = {key: value for key, value in os.environ.items() if key not in ("CI", "TERM", "FORCE_COLOR")}


def in_terminal(settings: Mapping[str, str], waited: tuple[str, ...]) -> tuple[str, str]:
    """What the work showed in a terminal on stderr, and its output in a pipe; each word is waited for before it goes on."""
    if sys.platform == "win32":
        pytest.skip("a pseudo terminal is had on Unix alone")
    own, its = os.openpty()
    work = subprocess.Popen(
        [sys.executable, "-c", _WORK],
        cwd=ROOT,
        env={**_BARE, "PYTHONUTF8": "1", **settings},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=its,
    )
    os.close(its)
    assert work.stdin and work.stdout
    shown = b""
    for word in waited:
        while word.encode() not in shown:
            shown += os.read(own, 4096)
        work.stdin.write(b"\n")
        work.stdin.flush()
    out, _ = work.communicate(b"\n\n")
    try:
        while more := os.read(own, 4096):
            shown += more
    except OSError:  # what a terminal answers when the other end is gone
        pass
    os.close(own)
    assert work.returncode == 0
    return shown.decode(), out.decode()


def test_a_terminal_shows_what_is_being_done_and_forgets_it() -> None:
    shown, out = in_terminal({"TERM": "xterm"}, ("检查 [b]7[/b] 条记录", "写 9 个文件"))
    assert out == "完\n"
    assert "一句话" in shown
    assert shown.rindex("\x1b[2K") > shown.rindex("写 9 个文件"), "the line is wiped"
    assert "\x1b[?25l" in shown and shown.rindex("\x1b[?25h") > shown.rindex("\x1b[?25l"), (
        "the cursor is back"
    )


@pytest.mark.parametrize("settings", [{"TERM": "dumb"}, {"TERM": "xterm", "CI": "true"}])
def test_a_dumb_terminal_and_a_build_machine_are_left_alone(settings: dict[str, str]) -> None:
    assert in_terminal(settings, ()) == ("一句话\r\n", "完\n")


def test_a_pipe_is_left_alone() -> None:
    settings = {**_BARE, "PYTHONUTF8": "1", "TERM": "xterm", "FORCE_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-c", _WORK], cwd=ROOT, env=settings, input=b"\n\n", capture_output=True, check=True
    )
    assert (done.stdout.decode(), done.stderr.decode()) == ("完\n", "一句话\n")


def test_each_thing_is_told_when_it_is_asked_for() -> None:
    said: list[str] = []
    things = progress.counted(said.append, "读表", ["甲", "乙"])
    assert (next(things), said) == ("甲", ["读表 1/2"])
    assert (list(things), said) == (["乙"], ["读表 1/2", "读表 2/2"])


def test_the_long_work_tells_its_steps(tmp_path: Path) -> None:
    said: list[str] = []
    build_site(ROOT / "registry", tmp_path / "site", said.append)
    assert list(dict.fromkeys(words.split()[0] for words in said)) == [
        "读取设置、脚本和样式",
        "读取文件",
        "读懂",
        "检查",
        "渲染框架和文章",
        "读取改动历史",
        "编排网页、表格和数据",
        "核对链接",
        "换上新网站",
    ]
    assert len(set(said)) > 300  # each file is counted
    said.clear()
    files = [tmp_path / "甲.docx", tmp_path / "乙.docx"]
    importing.read(files, ROOT / "registry", importing.Asked(out=tmp_path / "out"), said.append)
    assert said[-3:] == ["读表 1/2", "读表 2/2", "对照记录"]
    said.clear()
    build.load(ROOT / "registry", said.append)
    assert len(said) == 3

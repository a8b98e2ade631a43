"""The preview: it serves and makes anew, and what staff see of it is Chinese."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator import cli, plugin
from tests import ROOT


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("nonsense", "127.0.0.1:8000 这样"),
        ("127.0.0.1:", "127.0.0.1:8000 这样"),
        ("127.0.0.1:99999", "127.0.0.1:8000 这样"),
        ("-1", "127.0.0.1:8000 这样"),
        ("192.0.2.1:8000", "没有 192.0.2.1 这个地址"),
        ("no-such-host.invalid:8000", "没有 no-such-host.invalid 这个地址"),
    ],
)
def test_an_address_that_cannot_be_had(address: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["serve", f"--address={address}"]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_a_port_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert cli.main(["serve", "-a", f"127.0.0.1:{port}"]) == 2
    told = capsys.readouterr().err
    assert f"端口 {port} 已经有别的程序在用" in told
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    "text", ["site_name: [", "plugins: [nonsense]\nsite_name: x\n", "site_name: x\ntheme: nonsense\n", None]
)
@pytest.mark.parametrize("command", ["serve", "build"])
def test_settings_that_mkdocs_refuses(
    command: str,
    text: str | None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(plugin, "ROOT", tmp_path)
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text)
    words = ["--address", "127.0.0.1:0"] if command == "serve" else ["--site", str(tmp_path / "site")]
    assert cli.main([command, *words]) == 2
    told = capsys.readouterr().err
    assert "mkdocs.yml 里的设置有错" in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    "text",
    ["www.example.com", "https://", "https://example.org/ ", "https://example.org/?a", "ftp://example.org/"],
)
@pytest.mark.parametrize("command", ["serve", "build"])
def test_an_address_that_is_none(
    command: str,
    text: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An operator forgets https://, or `set SITE_URL=... && py run.py build` of Windows takes the blank along."""
    monkeypatch.setenv("SITE_URL", text)
    words = ["--address", "127.0.0.1:0"] if command == "serve" else ["--site", str(tmp_path / "site")]
    assert cli.main([command, *words]) == 2
    told = capsys.readouterr().err
    assert f"SITE_URL 的“{text}”不是网站的网址" in told and "https://example.org/" in told
    assert "mkdocs.yml" not in told and not (tmp_path / "site").exists()


def test_a_wrong_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["serve", "--livereload"])
    assert ended.value.code == 2
    assert "不认识：--livereload" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of Unix stands for Ctrl-C")
def test_it_serves_makes_anew_and_ends(tmp_path: Path) -> None:
    registry = shutil.copytree(ROOT / "registry", tmp_path / "registry")
    record = registry / "workshops/0000/DL0001.yml"
    words = [
        sys.executable,
        "-m",
        "generator",
        "serve",
        "--address",
        "127.0.0.1:0",
        "--registry",
        str(registry),
    ]
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path), "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        words, cwd=ROOT, env=surroundings, stderr=subprocess.PIPE, encoding="utf-8"
    ) as served:
        assert served.stderr is not None
        said: list[str] = []

        def until(pattern: str) -> str:
            assert served.stderr is not None
            for line in served.stderr:
                said.append(line)
                if found := re.search(pattern, line):
                    return found[0]
            raise AssertionError(said)

        try:
            address = until(r"http://\S+")

            def page() -> str:
                with urllib.request.urlopen(f"{address}workshops/DL0001/") as answer:  # noqa: S310 - our own server
                    return str(answer.read().decode())

            script = re.search(r'<script src="/(livereload\.js\?[0-9]+)"></script></body>', page())
            assert script and "<script>" not in page()  # which the policy of the page would not let run
            with urllib.request.urlopen(urljoin(address, f"/{script[1]}")) as answer:  # noqa: S310 - our own server
                assert re.search(r"livereload\([0-9]+, [0-9]+\);\s*$", answer.read().decode())
            text = record.read_text("utf-8")
            assert "DL0001" in page()
            record.write_text(text.replace("members: 15", "members: 十五"), encoding="utf-8")
            until("F207")
            until("这次没有生成")
            assert "DL0001" in page()  # nobody waits for what will not come
            aside = record.with_name("DL0001.yml.new~")
            aside.write_text(text.replace("members: 15", "members: 1515"), encoding="utf-8")
            aside.replace(record)  # as some editors save
            until("DL0001 的页面好了")
            assert "1515" in page()
            until("生成好了")
            record.unlink()
            until("这次没有生成|生成好了")
            record.write_text(text, encoding="utf-8")
            until("生成好了")
            assert "1515" not in page()
        finally:
            served.send_signal(signal.SIGINT)
        said += served.stderr
        assert served.wait() == 0
    assert said[-1] == "预览停了。\n"
    assert not re.search(r"Traceback|INFO|Serving|Detected|Building", "".join(said))
    assert [path.name for path in tmp_path.iterdir()] == ["registry"]

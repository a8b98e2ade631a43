"""status: what a published site is asked, and what is told of it; a real server answers."""

from __future__ import annotations

import functools
import json
import re
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import Handler, serve

DAY = "2026-03-01"  # of the tests: SOURCE_DATE_EPOCH below


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """The real site, built on the day of the tests."""
    folder = Path(shutil.copytree(site, tmp_path / "site"))
    told(folder, date=DAY)
    return folder


def told(folder: Path, **changed: object) -> None:
    """Let build.json say something else."""
    path = folder / "build.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **changed}), encoding="utf-8")


def status(folder: Path, *words: str) -> int:
    """The exit code, when a server has the folder."""
    (code,) = (main(["status", address, *words]) for address in serve(folder))
    return code


def test_a_fresh_site_is_fine(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(copy) == 0
    out = capsys.readouterr().out
    assert out.endswith("一切正常。\n")
    assert f"网站写的是 {DAY} 的样子（今天）" in out
    assert "收录 7 个工作室" in out
    assert "要处理" not in out


def test_its_pages_are_counted(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "sitemap.xml").write_text("<urlset>" + "<url><loc>x</loc></url>" * 12 + "</urlset>")
    assert status(copy) == 0
    assert "7 个工作室，站点地图里 12 页" in capsys.readouterr().out


SPOILED: dict[str, tuple[Callable[[Path], object], str]] = {
    "old": (lambda folder: told(folder, date="2026-02-01"), "已经 28 天没有重新生成"),
    "half of it laid": (lambda folder: (folder / "SHA256SUMS").write_text("x"), "文件没有放全"),
    "a type not known": (lambda folder: (folder / "data/workshops.geojson").unlink(), "workshops.geojson"),
    "another site": (lambda folder: (folder / "build.json").unlink(), "不是名册的网站"),
    "a wrong build.json": (lambda folder: (folder / "build.json").write_text("[1]"), "不是名册的网站"),
    "no text": (lambda folder: (folder / "build.json").write_bytes(b"\xff\xfe\x00"), "不是名册的网站"),
    "a day of none": (lambda folder: told(folder, date="2026-02-31"), "不是名册的网站"),
}


@pytest.mark.parametrize("kind", SPOILED)
def test_what_is_wrong_is_told(kind: str, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil, words = SPOILED[kind]
    spoil(copy)
    assert status(copy) == 1
    out = capsys.readouterr().out
    assert f"要处理：{words}" in out or words in out.split("要处理：")[-1]
    assert out.isprintable() or all(line.isprintable() for line in out.splitlines())


def test_how_old_may_be_said(copy: Path) -> None:
    told(copy, date="2026-02-20")
    assert status(copy) == 1
    assert status(copy, "--days", "30") == 0


def test_what_a_stranger_wrote_does_not_reach_the_terminal(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(copy, commit="\x1b[31m", program_version="\u202e", workshops=["\x07"])
    status(copy)
    assert all(line.isprintable() for line in capsys.readouterr().out.splitlines())


class Everything(BaseHTTPRequestHandler):
    """A server that has a page for whatever it is asked, as some error pages are set up."""

    def do_GET(self) -> None:
        """Answer."""
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<h1>welcome</h1>")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def test_a_server_of_something_else(capsys: pytest.CaptureFixture[str]) -> None:
    for address in answering(HTTPServer(("127.0.0.1", 0), Everything)):
        assert main(["status", address]) == 1
    assert "不是名册的网站" in capsys.readouterr().out


def answering(server: HTTPServer, scheme: str = "http") -> Iterator[str]:
    """The address of a running server."""
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"{scheme}://localhost:{server.server_port}/"
        server.shutdown()


def test_nobody_answers(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert main(["status", f"http://127.0.0.1:{port}/"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "没有网站在运行" in err


@pytest.mark.parametrize(
    "url", ["", "example.org", "ftp://example.org/", "http://", "https://[::1", "http://a\x1b/"]
)
def test_what_is_no_address_is_told(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", url]) == 2
    assert "不是网站的网址" in capsys.readouterr().err


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of localhost, signed by itself, and its key in one file; it holds for thirty days from now."""
    folder = tmp_path_factory.mktemp("certificate")
    words = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "30",
        "-subj",
        "/CN=localhost",
    ]
    words += ["-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out", "cert.pem"]
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate with")
    subprocess.run(words, cwd=folder, check=True, capture_output=True)
    both = folder / "both.pem"
    both.write_bytes((folder / "key.pem").read_bytes() + (folder / "cert.pem").read_bytes())
    return both


@pytest.fixture
def secure(copy: Path, certificate: Path) -> Iterator[str]:
    """The address of the same site by https."""
    told(copy, date=datetime.now(UTC).date().isoformat())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(copy)))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    yield from answering(server, "https")


@pytest.mark.parametrize(("days", "code"), [("14", 0), ("60", 1)])
def test_the_end_of_the_certificate(
    days: str, code: int, secure: str, certificate: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SOURCE_DATE_EPOCH")  # the certificate is of today
        assert main(["status", secure]) == 2
        assert "证书不可信" in capsys.readouterr().err
        patch.setenv("SSL_CERT_FILE", str(certificate))
        assert main(["status", secure, "--certificate-days", days]) == code
    out = capsys.readouterr().out
    assert re.search(r"证书到 \d{4}-\d\d-\d\d 为止（还有 (29|30) 天）", out)
    assert ("要处理：证书再过" in out) == bool(code)

"""A published site, asked over the network as anybody may ask it: its answers, and how long its certificate holds."""

from __future__ import annotations

import http.client
import socket
import ssl
import urllib.error
import urllib.request
from datetime import UTC, date, datetime
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from generator.doors.trouble import Trouble
from generator.libraries.characters import visible

_PATIENCE = 20.0  # seconds for one answer
_MOST = 50_000_000  # bytes; what is longer is none of our files


class Answer(NamedTuple):
    """What the server said: the status, what it called its answer, and the answer."""

    status: int
    kind: str
    body: bytes


def address(written: str) -> str:
    """Return the address of a site, ended by `/`, as a server is asked for it. Trouble where it is none."""
    try:
        parts = urlsplit(written.strip())
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
        wrong = parts.scheme not in ("http", "https") or not host or not written.isprintable()
    except ValueError:  # UnicodeError is one
        wrong = True
    if wrong:
        raise Trouble(
            f"“{visible(written[:80])}”不是网站的网址。请写以 https:// 或 http:// 开头的，如 https://example.org/。"
        )
    shown = f"[{host}]" if ":" in host else host
    where = f"{shown}:{port}" if port else shown
    return f"{parts.scheme}://{where}{quote(parts.path, safe='/%').rstrip('/')}/"


def ask(url: str) -> Answer:
    """Ask for one address; an answer is one too that says no. Trouble where none comes."""
    try:
        with urllib.request.urlopen(url, timeout=_PATIENCE) as answer:  # noqa: S310 - address() lets through http and https
            return Answer(answer.status, answer.headers.get_content_type(), answer.read(_MOST))
    except urllib.error.HTTPError as refused:
        with refused:
            return Answer(refused.code, refused.headers.get_content_type(), b"")
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Trouble(f"{visible(url)} 打不开：{_why(error)}。") from error


def certificate_end(url: str) -> date | None:
    """Return the last day of the certificate by which a site is known; None where it has none, or is asked by way of another."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        return None
    try:
        with (
            socket.create_connection((parts.hostname, parts.port or 443), _PATIENCE) as plain,
            ssl.create_default_context().wrap_socket(plain, server_hostname=parts.hostname) as secure,
        ):
            told = (secure.getpeercert() or {}).get("notAfter")
    except (OSError, ValueError):
        return None
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(told)), UTC).date() if told else None


def _why(error: Exception) -> str:
    """In Chinese, what kept an answer from coming."""
    reason = getattr(error, "reason", error)
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"证书不可信（{visible(reason.verify_message)}），请检查服务器的证书"
    if isinstance(reason, socket.gaierror):
        return "找不到这个域名，请检查网址和域名解析"
    if isinstance(reason, ConnectionRefusedError):
        return "那台服务器上没有网站在运行，请检查服务器"
    if isinstance(reason, TimeoutError):
        return f"等了 {_PATIENCE:.0f} 秒没有回答，请检查服务器和网络"
    return f"{visible(str(reason)[:120]) or '连接断了'}，请检查服务器和网络"

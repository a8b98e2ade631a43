"""Old and foreign formats made .docx or .xlsx by LibreOffice, where it is installed (the door to soffice)."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.intake.notes import Refusal
from generator.intake.opening import package
from generator.intake.sent import I606

TARGETS = {
    **dict.fromkeys(("doc", "odt", "fodt", "rtf"), "docx"),
    **dict.fromkeys(("xls", "ods", "fods"), "xlsx"),
}
SECONDS = 90
_SETTING = (
    '<item oor:path="/org.openoffice.{0}"><prop oor:name="{1}" oor:op="fuse"><value>{2}</value></prop></item>'
)
# No macro runs, no link is loaded, and whatever asks for the network is sent to a port where nobody listens.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{}
</oor:items>
"""


def readable(content: bytes) -> bytes | Refusal:
    """A file as it is, or as .docx or .xlsx where it is an older or foreign kind."""
    kind = package.kind(content)
    if isinstance(kind, Refusal) or kind not in TARGETS:
        return content
    return package.refused(content) or convert(content, kind)


def convert(content: bytes, kind: str) -> bytes | Refusal:
    """A file of a kind in TARGETS as .docx or .xlsx, made in a private folder that is gone afterwards."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        message = f"这是 .{kind} 格式，这台电脑没有装 LibreOffice，转换不了"
        return Refusal(
            I606,
            message,
            f"请用 Word、WPS 或 Excel 打开，另存为 .{TARGETS[kind]} 再读；或者装上 LibreOffice。",
        )
    with TemporaryDirectory() as folder:
        room = Path(folder)
        source, made = room / f"sent.{kind}", room / "made" / f"sent.{TARGETS[kind]}"
        source.write_bytes(content)
        _write_profile(room / "profile")
        finished = _run(
            [
                program,
                *_options(room),
                "--convert-to",
                TARGETS[kind],
                "--outdir",
                str(made.parent),
                str(source),
            ],
            room,
        )
        if finished and made.is_file():
            return made.read_bytes()
    message = "LibreOffice 转换不了这个文件" if finished else f"LibreOffice 用了 {SECONDS} 秒还没有转换完"
    return Refusal(
        I606,
        message,
        f"文件可能有密码或已损坏。请用 Word、WPS 或 Excel 打开，另存为 .{TARGETS[kind]} 再读。",
    )


def _options(room: Path) -> list[str]:
    profile = (room / "profile").as_uri()
    return [f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck", "--nodefault"]


def _write_profile(profile: Path) -> None:
    (profile / "user").mkdir(parents=True)
    settings = "\n".join(_SETTING.format(*setting) for setting in _SETTINGS)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE.format(settings), encoding="utf-8")


def _run(command: list[str], room: Path) -> bool:
    """Whether the command ended in time; if not, it is ended with all that it started."""
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), "http://127.0.0.1:9")
    process = subprocess.Popen(
        command,
        cwd=room,
        env={**os.environ, **nowhere, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(room))},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False
    return True

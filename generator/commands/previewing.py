"""The preview: MkDocs' server of the site while it is edited, in our words, since its own are English."""

from __future__ import annotations

import errno
import logging
import re
import socket
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from generator.commands import tell
from generator.doors import store
from generator.doors.trouble import Trouble
from generator.plugin import RegisterPlugin, as_unready, configured

_ANOTHER = "请关掉它，或者换一个端口，如 run.py serve --address 127.0.0.1:8001"
_REFUSED = {
    errno.EADDRINUSE: f"端口 {{port}} 已经有别的程序在用，也许预览已经开着。{_ANOTHER}。",
    errno.EACCES: f"没有权限用端口 {{port}}，要用 1024 以上的。{_ANOTHER}。",
    errno.EADDRNOTAVAIL: "这台电脑没有 {host} 这个地址。请写 127.0.0.1，如 run.py serve --address 127.0.0.1:8000。",
}
# What MkDocs' server logs, and what is said in its place; what it says besides is for engineers, and only warnings are passed on.
_SAID = {
    r"Serving on (\S+).*": "请用浏览器打开 {0} 。记录一保存，网站就重新生成；按 Ctrl-C 停止。",
    r"Detected file changes": "文件有改动，正在重新生成……",
    r"Reloading browsers": "生成好了，浏览器里的页面会自己换成新的。",
    r"An error happened during the rebuild.*": "这次没有生成，浏览器里还是上一次的。改好保存以后会再试。",
}


class _Words(logging.Handler):
    """MkDocs' log in our words."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say it, or nothing."""
        message = re.sub(r"^\[[0-9:]+\] ", "", record.getMessage())  # the server puts the time before its own
        for logged, said in _SAID.items():
            found = re.fullmatch(logged, message)
            if found:
                tell(f"{said.format(*found.groups())}\n")
                return
        if record.levelno >= logging.WARNING:
            tell(f"MkDocs：{message}\n")


class _Server(LiveReloadServer):
    """MkDocs' server, which knows its port when the system has chosen it (0)."""

    def server_activate(self) -> None:
        """Begin to listen."""
        super().server_activate()
        self.url = re.sub(r":0/", f":{self.server_port}/", self.url)


def preview(registry: Path, address: str, *, open_browser: bool = False) -> None:
    """Serve the site, and make it again whenever a record or a template is saved, until Ctrl-C. Abort where it cannot be made."""
    host, port = _address(address)
    log = logging.getLogger("mkdocs")
    log.handlers, log.propagate = [_Words()], False
    log.setLevel(logging.INFO)
    with store.at_hand() as kept, TemporaryDirectory(prefix="preview-") as folder:
        site = Path(folder, "site")
        config, plugin = configured(registry, site, kept=kept)
        mount = urlsplit(config.site_url or "/").path
        server = _Server(builder=lambda: None, host=host, port=port, root=str(site), mount_path=mount)

        def build(config: MkDocsConfig, plugin: RegisterPlugin) -> None:
            config.site_url = server.url
            with as_unready():
                mkdocs_build(config, serve_url=server.url)
            kept.write()  # a closed window ends the preview without a word
            tell(f"{plugin.loaded.summary}\n")

        server.serve_thread.daemon = True  # a second Ctrl-C while it ends must not leave it waiting for ever
        server.builder = lambda: build(*configured(registry, site, kept=kept))
        server.error_handler = lambda code: _page(site / f"{code}.html")
        tell("正在生成网站……\n")
        try:
            build(config, plugin)
            for path in (config.docs_dir, config.config_file_path, *config.watch):
                server.watch(path)
            server.serve(open_in_browser=open_browser)  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            tell("预览停了。\n")
        finally:
            server.shutdown()
            config.plugins.on_shutdown()


def _page(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _address(address: str) -> tuple[str, int]:
    """The host and the port of `--address`, if they can be had."""
    found = re.fullmatch(r"(?:\[?([0-9A-Za-z.:-]+?)\]?:)?([0-9]{1,5})", address)
    if not found or int(found[2]) > 65535:
        raise Trouble("--address 要写成 127.0.0.1:8000 这样，或者只写端口，如 8001。")
    host, port = found[1] or "127.0.0.1", int(found[2])
    try:
        family, _, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            if sys.platform != "win32":
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(where)
    except OSError as error:
        words = _REFUSED.get(error.errno or 0, _REFUSED[errno.EADDRNOTAVAIL])
        raise Trouble(words.format(host=host, port=port)) from error
    return host, port

"""The preview: MkDocs' server of the site while it is edited, in our words, since its own are English."""

from __future__ import annotations

import contextlib
import errno
import logging
import re
import socket
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from generator.commands import tell
from generator.doors import disk, store
from generator.doors.saved import MadeOf, read_saved, show_saved
from generator.doors.store import Store
from generator.doors.trouble import Trouble
from generator.libraries.kept import key_of
from generator.plugin import RegisterPlugin, as_unready, configured

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_SCRIPT = "/livereload.js"
_LOOK = 0.2  # seconds from one look at the files to the next
_MOMENT = 0.5  # seconds in which a browser has loaded a page
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


class _Overtaken(Exception):
    """Something was saved while the site was being made; it is made of what is there now."""


class _Server(LiveReloadServer):
    """MkDocs' server, which knows its port when the system has chosen it (0).

    It holds whoever asks for a page from a change on until the site is made. Ours stands whole all the time, so it says itself
    when there is something to load, and when nobody need wait.
    """

    def server_activate(self) -> None:
        """Begin to listen."""
        super().server_activate()
        self.url = re.sub(r":0/", f":{self.server_port}/", self.url)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Have a page ask for the script that loads it again: the policy of our pages lets none run that stands in them."""
        asked = f'<script src="{_SCRIPT}?{epoch}"></script>'.encode()
        before, end, after = content.rpartition(b"</body>")
        return before + asked + end + after if end else content + asked

    def _serve_request(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes] | None:
        """Answer with that script too."""
        epoch = environ.get("QUERY_STRING", "")
        if environ["PATH_INFO"] != _SCRIPT or not re.fullmatch("[0-9]{1,20}", epoch):
            return super()._serve_request(environ, start_response)
        script: bytes = super()._inject_js_into_html(b"", int(epoch))  # type: ignore[no-untyped-call]
        start_response("200 OK", [("Content-Type", "application/javascript"), ("Cache-Control", "no-store")])
        return [script.removeprefix(b"<script>").removesuffix(b"</script>")]

    def show(self) -> None:
        """Let browsers load what the site's folder holds now."""
        with self._epoch_cond:
            self._visible_epoch += 1
            self._wanted_epoch = self._visible_epoch
            self._epoch_cond.notify_all()

    def release(self) -> None:
        """Let nobody wait for a page."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch
            self._epoch_cond.notify_all()

    def pause(self) -> None:
        """Leave the machine to browsers that load a page: for a moment, or until something is saved again."""
        with self._rebuild_cond:
            self._rebuild_cond.wait_for(lambda: self._want_rebuild, timeout=_MOMENT)

    def go_on(self, _words: str) -> None:
        """Raise _Overtaken where something was saved meanwhile (a Step)."""
        if self._want_rebuild:
            raise _Overtaken


class _Preview:
    """The site while its registry is edited: the pages of records that were saved are shown before the rest is made anew."""

    def __init__(self, registry: Path, site: Path, server: _Server, kept: Store) -> None:
        self._registry, self._site, self._server, self._kept = registry, site, server, kept
        self._made: MadeOf | None = None
        self._sources: list[Path] = []
        self._looks = b""

    def rebuild(self) -> None:
        """Show what was saved. Abort where it cannot be shown."""
        try:
            self._show_saved()
        finally:
            self._server.release()
        with contextlib.suppress(_Overtaken):
            self.build(*configured(self._registry, self._site, self._server.go_on, self._kept))
            self._server.show()
            tell("生成好了，浏览器里的页面会自己换成新的。\n")

    def build(self, config: MkDocsConfig, plugin: RegisterPlugin) -> None:
        """Make the whole site."""
        sources = [Path(one) for one in (config.docs_dir, config.config_file_path, *plugin.looks_of(config))]
        config.site_url = self._server.url
        with as_unready():
            looks = _digest(sources)
            mkdocs_build(config, serve_url=self._server.url)
        self._kept.write()  # a closed window ends the preview without a word
        self._made, self._sources, self._looks = plugin.made, sources, looks
        tell(f"{plugin.loaded.summary}\n")

    def _show_saved(self) -> None:
        """Show the pages of records that were saved, if nothing else was; Abort where they have errors."""
        made, saved = self._made, None
        with contextlib.suppress(OSError):  # of a file that goes meanwhile: the whole build is asked then
            if made and _digest(self._sources) == self._looks:
                saved = read_saved(self._registry, made)
        if not made or not saved:
            return
        if saved.refused:
            raise Abort(f"记录里有错误，网站没有动。\n\n{saved.report}")
        show_saved(self._site, saved, made)
        self._server.show()
        tell(f"{saved.report}{'、'.join(saved.ids)} 的页面好了，其余的正在重新生成……\n")
        self._server.pause()


def _digest(sources: Iterable[Path]) -> bytes:
    """Return the digest of what the site is made of besides the registry: of folders and files."""
    return key_of([disk.bytes_below(one) if one.is_dir() else one.read_bytes() for one in sources])


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
        server = _Server(
            builder=lambda: None,
            host=host,
            port=port,
            root=str(site),
            mount_path=mount,
            polling_interval=_LOOK,
        )
        shown = _Preview(registry, site, server, kept)
        server.serve_thread.daemon = True  # a second Ctrl-C while it ends must not leave it waiting for ever
        server.builder = shown.rebuild
        server.error_handler = lambda code: _page(site / f"{code}.html")
        tell("正在生成网站……\n")
        try:
            shown.build(config, plugin)
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

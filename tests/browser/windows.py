"""Windows of the browser, kept from test to test: a new one, which fetches everything anew, costs half a second."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request

Scheme = Literal["light", "dark"]


class Shape(NamedTuple):
    """What a window cannot change later: whether fingers touch it, whether it runs scripts."""

    touch: bool = False
    scripts: bool = True


class Windows:
    """One window of each shape. What a test leaves in it (size, colours, routes, other pages, what a site stored) goes at its end.

    What cannot be taken back (`add_init_script`, `clock`) needs `fresh`.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[Shape, Page] = {}

    @contextmanager
    def opened(
        self,
        width: int,
        height: int = 800,
        scheme: Scheme = "light",
        *,
        touch: bool = False,
        scripts: bool = True,
        still: bool = True,
    ) -> Iterator[Page]:
        """An empty page of that size; `still`: of a reader who asks that nothing moves."""
        shape = Shape(touch, scripts)
        page = self._kept.pop(shape, None) or self._new(shape).new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce" if still else "no-preference")
        yield page
        _tidy(page)
        self._kept[shape] = page  # but not after a failure: it is closed with the browser

    @contextmanager
    def fresh(self, width: int = 1280, height: int = 900) -> Iterator[Page]:
        """A page in a window of its own."""
        with self._new(Shape()) as context:
            page = context.new_page()
            page.set_viewport_size({"width": width, "height": height})
            yield page

    def _new(self, shape: Shape) -> BrowserContext:
        return self._browser.new_context(
            locale="zh-CN", has_touch=shape.touch, is_mobile=shape.touch, java_script_enabled=shape.scripts
        )


def _tidy(page: Page) -> None:
    """Take back what a test did to its page and its window."""
    context = page.context
    context.unroute_all()
    page.unroute_all()
    for other in context.pages:
        if other is not page:
            other.close()
    where = urlsplit(page.url)
    if where.scheme == "http":
        page.goto(f"http://{where.netloc}/robots.txt")  # where no script of the site stores anything again
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
    context.clear_cookies()
    context.clear_permissions()
    page.emulate_media(media="null")
    page.goto("about:blank")


@contextmanager
def no_dialog(page: Page) -> Iterator[None]:
    """Meanwhile no script may open a dialog: a stranger's would."""

    def fail(dialog: Dialog) -> None:
        pytest.fail(dialog.message)

    page.on("dialog", fail)
    yield
    page.remove_listener("dialog", fail)


class Watched:
    """A page, and everything that went wrong on it: console errors, failed requests, requests to another host."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", self._error)
        page.on("requestfailed", self._failed)
        page.on("request", self._asked)

    def leave(self) -> None:
        """Watch no longer."""
        self.page.remove_listener("console", self._console)
        self.page.remove_listener("pageerror", self._error)
        self.page.remove_listener("requestfailed", self._failed)
        self.page.remove_listener("request", self._asked)

    def _error(self, error: Exception) -> None:
        self.wrong.append(f"error: {error}")

    def _failed(self, request: Request) -> None:
        if (
            request.failure != "net::ERR_ABORTED"
        ):  # the browser went on to the next page before its icon had come
            self.wrong.append(f"failed: {request.url}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            self.wrong.append(f"foreign: {request.url}")  # and it was not answered: see `launch.FLAGS`

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.wrong.append(f"{message.type}: {message.text}")

"""What several tests share: the real site built once, served on this host, and a browser that may ask no other."""

from __future__ import annotations

import functools
import http.server
import os
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import Phase, settings
from playwright.sync_api import Browser, Page, sync_playwright

from generator.doors import build, disk, store
from generator.model.registry import Registry
from generator.plugin import build_site
from generator.site.output import text_output
from tests import ROOT
from tests.browser.launch import launch
from tests.browser.windows import Watched, Windows
from tests.made import pagekinds, synthetic

# No test is judged by the clock; and to explain a failure would trace every line of ours, for minutes.
settings.register_profile("unhurried", deadline=None, phases=set(Phase) - {Phase.explain})
settings.load_profile("unhurried")
_KEPT = tempfile.TemporaryDirectory(prefix="kept-")
os.environ[store.FOLDER] = (
    _KEPT.name
)  # of each process its own: no test is helped by what another one has kept


class Handler(http.server.SimpleHTTPRequestHandler):
    """A folder as a web host serves it: silent, with the site's own page for what is not there.

    One connection for many requests, and what is no page may be kept: a browser asks thirty times for one page.
    """

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Let the browser keep scripts, styles and data."""
        if not self.path.split("?")[0].endswith(("/", ".html")):
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own 404 page."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def serve(folder: Path) -> Iterator[str]:
    """The address of a folder served on this host."""
    handler = functools.partial(Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, so that the rest can run first."""
    for item in items:
        if isinstance(item, pytest.Function) and "browser" in item.fixturenames:
            item.add_marker(pytest.mark.browser)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder of this run that `make` fills: by whichever worker asks first, the others wait for it."""
    top = factory.getbasetemp()
    top = top.parent if "PYTEST_XDIST_WORKER" in os.environ else top
    folder = top / name
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            making = top / f"{name}.making"
            make(making)
            making.rename(folder)
    return folder


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real registry's site."""
    return once(tmp_path_factory, "real", lambda folder: build_site(ROOT / "registry", folder))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the real registry's site."""
    yield from serve(site)


def _write_synthetic(folder: Path) -> None:
    disk.write(folder, synthetic.outputs(200))
    stranger = (ROOT / "tests/miniature/records/DL0004.yml").read_text("utf-8").replace("DL0004", "DL0201")
    disk.write(folder, [text_output("workshops/0000/DL0201.yml", stranger, "test")])


@pytest.fixture(scope="session")
def synthetic_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry of 200 made-up workshops, and DL0201, a stranger's record full of markup."""
    return once(tmp_path_factory, "synthetic", _write_synthetic)


@pytest.fixture(scope="session")
def synthetic_registry(synthetic_folder: Path) -> Registry:
    """The made-up registry, read: the truth that pages are compared with."""
    return build.load(synthetic_folder).registry


@pytest.fixture(scope="session")
def synthetic_site(synthetic_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up registry's site."""
    return once(tmp_path_factory, "synthetic-site", lambda folder: build_site(synthetic_folder, folder))


@pytest.fixture(scope="session")
def synthetic_address(synthetic_site: Path) -> Iterator[str]:
    """The address of the made-up registry's site."""
    yield from serve(synthetic_site)


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up site with every kind of page."""
    return once(tmp_path_factory, "kinds", pagekinds.build) / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


def compose(page: Page, letters: str) -> None:
    """What an input method tells the search box while it composes: these letters, no word yet."""
    page.locator("#rg-find").evaluate(
        """(box, letters) => {
          box.dispatchEvent(new CompositionEvent("compositionstart"));
          box.value = letters;
          box.dispatchEvent(new InputEvent("input", {isComposing: true, bubbles: true}));
        }""",
        letters,
    )


def end_composing(page: Page, word: str) -> None:
    """The word is chosen."""
    page.locator("#rg-find").evaluate(
        """(box, word) => {
          box.value = word;
          box.dispatchEvent(new CompositionEvent("compositionend"));
        }""",
        word,
    )


def choose(page: Page, facet: str, *slugs: str) -> None:
    """Choose these values of a facet too, as a reader does: open its box, tick them, close it."""
    box = page.locator(f"[data-facet={facet}]")
    box.locator(".rg-facet-open").click()
    for slug in slugs:
        value = box.locator(f"input[value='{slug}']")
        if value.is_hidden():
            box.locator(f"[aria-controls=rg-parts-{slug[0]}]").click()
        value.check()
    page.keyboard.press("Escape")


def chosen(page: Page, facet: str) -> list[str]:
    """The values of a facet that are ticked."""
    inputs = page.locator(f"[data-facet={facet}] input:checked").evaluate_all(
        "all => all.map(one => one.value)"
    )
    return [str(value) for value in inputs]


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """Its windows."""
    return Windows(browser)


@pytest.fixture
def watched(windows: Windows) -> Iterator[Watched]:
    """A page 1280 pixels wide that is watched."""
    with windows.opened(1280, 900, still=False) as page:
        watched = Watched(page)
        yield watched
        watched.leave()


@pytest.fixture
def watched_fresh(windows: Windows) -> Iterator[Watched]:
    """The same in a window of its own, for what cannot be taken back: see `Windows`."""
    with windows.fresh() as page:
        yield Watched(page)

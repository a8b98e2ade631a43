"""Find a browser that really renders a page: the page tests have no other way to see the site.

`python tests/browser/launch.py` says which it is, and runs before the tests that need it; it installs nothing (that is
tests/tools/install.py). `... try PATH` and `... own` are this module asking itself from outside: a browser may hang, and
Playwright cannot start twice in a process.
"""

import contextlib
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

VARIABLE = "WORKSHOPS_BROWSER"
FLAGS = [
    "--no-sandbox",  # a container's root cannot have one; the tests open no pages but ours
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no name is asked for: no page may need another host
]
NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
EDGES = ["microsoft-edge", "microsoft-edge-stable", "msedge"]
WINDOWS = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"]
MAC = ["Google Chrome", "Chromium", "Microsoft Edge"]
NO_BROWSER = (
    f"没有能用的浏览器，用浏览器的测试没有运行。请安装 Chrome 或 Edge，或用环境变量 {VARIABLE} 指明一个；"
    "也可以让测试自己安装：python3 run.py test --install。 "
    "No browser works here, so the tests that need one did not run: install Chrome or Edge, or name one in "
    f"{VARIABLE}; or let the tests install one: python3 run.py test --install."
)
BAD_NAME = f"{VARIABLE} 指明的浏览器打不开网页。 The browser named in {VARIABLE} cannot open a page."
WORD = "工作室"


class NoBrowser(Exception):
    """No browser works here; one line with the remedy."""


def launch(playwright: Playwright) -> Browser:
    """Start the browser found, without a window."""
    return playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)


@functools.cache
def find_browser() -> Path:
    """The first browser that renders a page: the one named, one installed, or one installed now."""
    named = os.environ.get(VARIABLE)
    browser = next((found for found in ([Path(named)] if named else installed()) if renders(found)), None)
    if browser is None:
        raise NoBrowser(BAD_NAME if named else NO_BROWSER)
    return browser


def installed() -> Iterator[Path]:
    """What may be a browser on this machine."""
    yield from on_path()
    yield from usual_places()
    yield Path(ask(sys.executable, __file__, "own").strip() or "none")


def on_path() -> Iterator[Path]:
    """Browsers on PATH."""
    yield from (Path(found) for name in NAMES + EDGES if (found := shutil.which(name)))


def usual_places() -> Iterator[Path]:
    """Where Windows and macOS keep their browsers."""
    homes = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    yield from (Path(home) / program for home in homes if home for program in WINDOWS)
    yield from (Path(f"/Applications/{name}.app/Contents/MacOS/{name}") for name in MAC)


def ask(*command: str, seconds: float = 600) -> str:
    """What a command prints; nothing if it is not there, fails or takes too long."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PYTHONUTF8": "1"}
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=env,
            timeout=seconds,
            check=True,
            encoding="utf-8",
            errors="replace",
        )
        return done.stdout
    return ""


def renders(browser: Path) -> bool:
    """Whether this program is a browser and opens a page."""
    return (
        browser.is_file() and ask(sys.executable, __file__, "try", str(browser), seconds=60).strip() == WORD
    )


def try_page(browser: str) -> str:
    """What a page says after its script ran in this browser."""
    with sync_playwright() as playwright:
        program = playwright.chromium.launch(executable_path=browser, args=FLAGS, timeout=30_000)
        page = program.new_page()
        page.set_content(f"<p></p><script>document.querySelector('p').textContent = '{WORD}'</script>")
        shown = page.inner_text("p")
        program.close()
    return shown


def own_place() -> str:
    """Where Playwright keeps its own browser, or would."""
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def main(words: list[str]) -> int:
    """Do what the first lines of this file say."""
    match words:
        case ["try", browser]:
            print(try_page(browser))
        case ["own"]:
            print(own_place())
        case _:
            try:
                print(find_browser())
            except NoBrowser as trouble:
                print(trouble, file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

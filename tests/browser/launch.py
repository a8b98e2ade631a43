"""Find a browser that really renders a page, or install one: the page tests have no other way to see the site.

`python tests/browser/launch.py` says which it is, and runs once before all tests. `python tests/browser/launch.py try PATH` and
`... own` are this module asking itself from outside: a browser may hang, and Playwright cannot start twice in a process.
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
]
NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
EDGES = ["microsoft-edge", "microsoft-edge-stable", "msedge"]
WINDOWS = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"]
MAC = ["Google Chrome", "Chromium", "Microsoft Edge"]
NO_BROWSER = (
    f"没有能用的浏览器：请安装 Chrome 或 Edge，或用环境变量 {VARIABLE} 指明一个。 "
    f"No browser works here: install Chrome or Edge, or name one in {VARIABLE}."
)
BAD_NAME = f"{VARIABLE} 指明的浏览器打不开网页。 The browser named in {VARIABLE} cannot open a page."
NO_FONT = "提醒：没有中文字体，网页里的汉字会是方框。 Note: without a Chinese font the pages show boxes."
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
    browser = next((found for found in ([Path(named)] if named else candidates()) if renders(found)), None)
    if browser is None:
        raise NoBrowser(BAD_NAME if named else NO_BROWSER)
    if sys.platform == "linux" and not chinese_font():
        print(NO_FONT, file=sys.stderr)
    return browser


def candidates() -> Iterator[Path]:
    """What may be a browser, the cheapest to get first."""
    yield from on_path()
    yield from usual_places()
    yield from from_playwright()
    for package in ("chromium-headless-shell", "chromium"):
        if apt_install(package):
            yield from on_path()


def on_path() -> Iterator[Path]:
    """Browsers on PATH."""
    yield from (Path(found) for name in NAMES + EDGES if (found := shutil.which(name)))


def usual_places() -> Iterator[Path]:
    """Where Windows and macOS keep their browsers."""
    homes = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    yield from (Path(home) / program for home in homes if home for program in WINDOWS)
    yield from (Path(f"/Applications/{name}.app/Contents/MacOS/{name}") for name in MAC)


def from_playwright() -> Iterator[Path]:
    """Playwright's own browser: an earlier download, or one made now."""
    own = Path(ask(sys.executable, __file__, "own").strip() or "none")
    if not own.is_file():
        print("正在下载浏览器… Downloading a browser ...", file=sys.stderr, flush=True)
        ask(sys.executable, "-m", "playwright", "install", "--no-shell", "chromium")
    yield own


def chinese_font() -> bool:
    """Whether this Linux has a Chinese font, after trying to install one."""
    listed = ("fc-list", ":lang=zh", "family")
    return bool(ask(*listed) or (apt_install("fonts-noto-cjk") and ask(*listed)))


def apt_install(package: str) -> bool:
    """Install a package of Debian's; never tried without being root already."""
    if not shutil.which("apt-get") or getattr(os, "geteuid", lambda: 1)() != 0:
        return False
    print(f"正在安装 {package}… Installing {package} ...", file=sys.stderr, flush=True)
    ask("apt-get", "update")
    return bool(ask("apt-get", "install", "--yes", "--no-install-recommends", package))


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
    """Answer one of the three questions in the first lines of this file."""
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

"""Install what the tests need of the system and do not find: a browser, a Chinese font, nginx. `python3 run.py test --install`.

Each is said before it is done. Debian's packages are only tried by root; elsewhere Playwright downloads its own browser.
"""

import os
import shutil
import sys

from tests.browser.launch import ask, installed, renders


def main() -> int:
    """Do it; the tests themselves say what is still missing."""
    if not has_browser():
        say("正在下载浏览器… Downloading a browser ...")
        ask(sys.executable, "-m", "playwright", "install", "--no-shell", "chromium")
    for package in ("chromium-headless-shell", "chromium"):
        if not has_browser():
            apt_install(package)
    if sys.platform == "linux" and not ask("fc-list", ":lang=zh", "family"):
        apt_install("fonts-noto-cjk")
    if not find_nginx():
        apt_install("nginx-light")
    return 0


def has_browser() -> bool:
    """Whether any browser of this machine opens a page."""
    return any(renders(found) for found in installed())


def find_nginx() -> str | None:
    """The program nginx, where there is one."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin")


def apt_install(package: str) -> None:
    """Install a package of Debian's; never tried without being root already."""
    if shutil.which("apt-get") and getattr(os, "geteuid", lambda: 1)() == 0:
        say(f"正在安装 {package}… Installing {package} ...")
        ask("apt-get", "update")
        ask("apt-get", "install", "--yes", "--no-install-recommends", package)


def say(text: str) -> None:
    """Tell the person who waits."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

"""Measure a site with Lighthouse as a slow phone sees it: `python -m tests.tools.lighthouse`. Not part of the test run.

A made-up site of 1,500 workshops is built for it, unless `--site SITE` names one, and served compressed, as web hosts
do. Needs node, and npm's registry or a lighthouse that is installed. Exit code 1 if a page falls short of WANTED.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from tests.browser.launch import FLAGS, find_browser
from tests.conftest import Handler
from tests.made import pagekinds

PAGES = (
    "home",
    "list",
    "workshop",
    "workshop-photo",
    "map",
    "statistics",
    "forms",
    "application",
    "check",
    "search",
    "edit",
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
WANTED = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
LESS = {"map": {"performance": 90}}
_TOLD = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
)


class Compressed(Handler):
    """A folder served as a web host does: texts compressed, what is not there with the site's own page."""

    def do_GET(self) -> None:
        """Answer with the file, compressed where that helps."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or path.suffix in {".png", ".jpg", ".webp", ".pdf", ".docx", ".xlsx"}:
            super().do_GET()
            return
        content = _packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site served compressed on this host."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressed, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def main() -> int:
    """Print a row for each page: four scores, four times, the bytes and the hosts that it asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.tools.lighthouse", description=__doc__)
    parser.add_argument("--site", type=Path, help="a site that is built already")
    parser.add_argument("--only", nargs="*", default=[], help=f"of {', '.join(PAGES)}")
    parser.add_argument("--count", type=int, default=1500, help="workshops of the made-up site")
    given = parser.parse_args()
    with TemporaryDirectory() as made:
        site = given.site or pagekinds.build(Path(made), given.count)
        kinds = pagekinds.kinds(site)
        wanted = [name for name in PAGES if name in kinds and name in (given.only or PAGES)]
        print(f"{'page':15} perf a11y best  seo   FCP s  LCP s TBT ms    CLS     KB  hosts")
        with served(site) as address:
            short = [line for name in wanted for line in _row(name, _measured(address + kinds[name]))]
    print("\n".join(short) or "all as wanted")
    return 1 if short else 0


def _row(name: str, report: Mapping[str, Any]) -> list[str]:
    scores = {key: round(100 * report["categories"][key]["score"]) for key in CATEGORIES}
    audits = report["audits"]
    times = [audits[key]["numericValue"] for key in _TOLD]
    requests = audits["network-requests"]["details"]["items"]
    hosts = {item["url"].split("/")[2] for item in requests if item["url"].startswith("http")}
    size = sum(item.get("transferSize", 0) for item in requests) / 1024
    row = " ".join(f"{score:4}" for score in scores.values())
    told = f"{times[0] / 1000:7.2f}{times[1] / 1000:7.2f}{times[2]:7.0f}{times[3]:7.3f}{size:7.0f}"
    print(f"{name:15} {row} {told}  {len(hosts)}", flush=True)
    wanted = WANTED | LESS.get(name, {})
    short = [
        f"{name}: {key} {scores[key]}, wanted {wanted[key]}"
        for key in CATEGORIES
        if scores[key] < wanted[key]
    ]
    if short:
        short += [
            f"    {key}: {audit['title']} {audit.get('displayValue', '')}"
            for key, audit in audits.items()
            if audit["score"] is not None and audit["score"] < 0.9
        ]
    return short


def _measured(url: str) -> dict[str, Any]:
    """Lighthouse's report on a page. Its own default: a phone on a slow network, simulated."""
    installed = shutil.which("lighthouse")
    command = [installed] if installed else ["npx", "--yes", "lighthouse@12"]
    done = subprocess.run(
        [*command, url, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}",
         f"--chrome-flags=--headless=new {' '.join(FLAGS)}"],
        env={**os.environ, "CHROME_PATH": str(find_browser())},
        capture_output=True,
        check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"Lighthouse did not run: {done.stderr.decode(errors='replace')[-2000:]}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


if __name__ == "__main__":
    sys.exit(main())

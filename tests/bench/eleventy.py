"""Eleventy making the same site from three files of data, by templates that are functions of JavaScript."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from tests.bench.facts import Facts
from tests.bench.frame import Told, framed
from tests.bench.lists import list_pages
from tests.bench.measuring import Failed, Used, run

_SHAPE = Path(__file__).with_name("eleventy")
_TOLD = Told("@TITLE@", "@DESCRIPTION@", "https://gongzuoshi.example/@PATH@", "@BODY@")


class Eleventy:
    """A folder of Eleventy's with the facts of a registry."""

    name = "Eleventy"
    listed = True

    def __init__(self, modules: Path, folder: Path, facts: Facts, site: Path) -> None:
        """Write the data. `modules`: where npm put Eleventy; `site`: ours, whose frame each page has too."""
        self.folder, self.site = folder, folder / "public"
        self.program = modules / "@11ty" / "eleventy" / "cmd.cjs"
        shutil.copytree(_SHAPE, folder)
        (folder / "node_modules").symlink_to(modules)
        for of in ("workshops", "v"):
            (folder / f"frame-{of}.html").write_text(framed(site, of, _TOLD), encoding="utf-8")
        lists = [{**it._asdict(), "ids": [record["id"] for record in it.records]} for it in list_pages(facts)]
        for it in lists:
            del it["records"]
        data = {
            "records": facts.records,
            "lists": lists,
            "achievements": [*facts.achievements.values()],
        }
        for name, value in data.items():
            file = folder / "pages" / "_data" / f"{name}.json"
            file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")

    def build(self) -> Used:
        """Make its whole site in an empty folder."""
        shutil.rmtree(self.site, ignore_errors=True)
        return run(("node", self.program, "--quiet"), self.folder, {})


def installed(folder: Path) -> Path:
    """Install Eleventy as it is pinned, and say where its modules are; Failed where there is no npm, or no network."""
    if not (shutil.which("npm") and shutil.which("node")):
        raise Failed("there is no npm here")
    modules = folder / "node_modules"
    if not (modules / "@11ty").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(_SHAPE / name, folder)
        done = subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Failed(f"npm could not install Eleventy: {done.stderr.strip()[-300:]}")
    return modules

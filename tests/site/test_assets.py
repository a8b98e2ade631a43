"""Scripts, sheets and pictures of the site: one folder that its digest names, and nothing in it that no page asks for."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

from generator.libraries.markup import Use, held
from generator.libraries.urls import understood
from generator.site.assets import is_vendored, placed
from generator.site.output import Output
from tests.browser.assets import assets

# What a script or a sheet asks for: other scripts by import, or in a list of parts that are imported when they are used; pictures.
_ASKED = re.compile(
    r"""(?:from|import|import\()\s*"(\./[^"]+|\.\./[^"]+)"|"(\.\.?/[a-z/]+\.js)"|url\((images/[^)]+)\)"""
)
# By its whole address, which the test below does not follow.
_SHARED = {"assets/card.png", "assets/square.png"}


def asked_by(site: Path, path: str) -> set[str]:
    """The files that a file of the site asks for, as paths below the site's root."""
    content = (site / path).read_bytes()
    if path.endswith(".html"):
        found = [
            understood(told.address).path for told in held(content).references if told.use is not Use.LINK
        ]
    elif path.endswith((".js", ".css")):
        found = ["".join(parts) for parts in _ASKED.findall(content.decode("utf-8"))]
    elif path == "site.webmanifest":
        found = [icon["src"] for icon in json.loads(content)["icons"]]
    else:
        found = []
    folder = posixpath.dirname(path)
    return {posixpath.normpath(posixpath.join("/", folder, there)).lstrip("/") for there in found}


def test_nothing_is_published_that_no_page_asks_for(made_up: Path) -> None:
    to_do = [
        "site.webmanifest",
        *(path.relative_to(made_up).as_posix() for path in made_up.rglob("*.html")),
    ]
    reached = set(to_do)
    while to_do:
        new = {path for path in asked_by(made_up, to_do.pop()) if (made_up / path).is_file()} - reached
        reached |= new
        to_do += new
    there = {
        path.relative_to(made_up).as_posix() for path in (made_up / "assets").rglob("*") if path.is_file()
    }
    unasked = {path for path in there - reached - _SHARED if not path.endswith("/LICENSE")}
    assert unasked == set()
    licences = {posixpath.dirname(path) for path in there if path.endswith("/LICENSE")}
    assert licences == {
        posixpath.join(assets(made_up), "vendor", name) for name in ("fflate", "leaflet", "supercluster")
    }


def test_every_script_and_sheet_lies_in_the_folder_that_its_digest_names(made_up: Path) -> None:
    loose = [path for path in made_up.rglob("*.js") if assets(made_up) not in path.as_posix()]
    assert [path.relative_to(made_up).as_posix() for path in loose] == ["map/shell.js"]
    assert {path.suffix for path in (made_up / "assets").glob("*.*")} == {".png", ".svg"}


def test_the_folder_has_another_name_when_anything_in_it_changes() -> None:
    one, two = Output("base/a.js", b"1", "test"), Output("styles/b.css", b"2", "test")
    folder = placed([one, two]).folder
    assert re.fullmatch(r"assets/[0-9a-f]{8}/", folder)
    assert placed([two, one]).folder == folder, "in whatever order they are read"
    others = [
        [one],
        [one, two._replace(content=b"3")],
        [one, two._replace(path="styles/c.css")],
        [one._replace(content=b""), two],
        [one._replace(content=b"12"), two._replace(content=b"")],
    ]
    assert len({folder, *(placed(held).folder for held in others)}) == 6


def test_what_nobody_asks_for_is_left_out() -> None:
    held = [
        Output(path, b"x", "test") for path in ("vendor/a/a.js", "vendor/a/LICENSE", "vendor/a/package.json")
    ]
    made = placed(held)
    assert [file.path.removeprefix(made.folder) for file in made.files] == [
        "vendor/a/LICENSE",
        "vendor/a/a.js",
    ]
    assert all(is_vendored(file.path) for file in made.files)
    assert not is_vendored("assets/vendor/a.js") and not is_vendored(f"{made.folder}base/a.js")

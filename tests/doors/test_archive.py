"""The site as one file."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import cli
from generator.doors import archive, ours
from generator.doors.trouble import Trouble
from generator.site import packed


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site."""
    for path, text in {"index.html": "首页", "v/DL0001/index.html": "核验"}.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text, encoding="utf-8")
    ours.finish(tmp_path / "site")
    return tmp_path / "site"


MARK = f"site/{ours.MARK}"


@pytest.mark.parametrize("name", ["site.tar.gz", "site.zip"])
def test_a_package_holds_all_files_and_no_time(site: Path, tmp_path: Path, name: str) -> None:
    archive.write(site, tmp_path / name)
    first = (tmp_path / name).read_bytes()
    (site / "index.html").touch()
    archive.write(site, tmp_path / name)
    assert (tmp_path / name).read_bytes() == first
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(first)) as packed:
            names = packed.namelist()
            held = {item: packed.read(item).decode() for item in names if item.endswith(".html")}
            assert names == ["说明.txt", MARK, *held]  # the mark: by which a package is known as ours
    else:
        with tarfile.open(fileobj=io.BytesIO(first)) as tar:
            tar.extractall(tmp_path / "out", filter="data")
        held = {
            path.relative_to(tmp_path / "out").as_posix(): path.read_text("utf-8")
            for path in sorted((tmp_path / "out").rglob("*.html"))
        }
    assert {path: text_of(page) for path, page in held.items()} == {
        "site/index.html": "首页",
        "site/v/DL0001/index.html": "核验",
    }


def text_of(page: str) -> str:
    """What a reader sees of it."""
    return LexborHTMLParser(page).text()


LINKS = {
    "../": "../index.html",
    "..": "../index.html",
    "./?a=1#b": "./index.html?a=1#b",
    "../v/DL0001/": "../v/DL0001/index.html",
    "../v/DL0001#top": "../v/DL0001/index.html#top",
    "../%E5%8C%BA/": "../%E5%8C%BA/index.html",
    "../data.csv": "../data.csv",
    "#here": "#here",
    "?kw=1": "?kw=1",
    "https://example.org/v/DL0001/": "https://example.org/v/DL0001/",
    "mailto:a@example.org": "mailto:a@example.org",
}


@pytest.mark.parametrize("written", LINKS)
def test_a_packed_page_leads_to_files(written: str) -> None:
    there = {"index.html", "a/index.html", "v/DL0001/index.html", "区/index.html", "data.csv"}
    page = f'<!doctype html><link rel="canonical" href="./"><a href="{written}">x</a><form action="{written}"></form>'
    made = LexborHTMLParser(packed.linked_to_files("a/index.html", page.encode(), there))
    assert [node.attributes["href"] for node in made.css("a, link")] == ["./", LINKS[written]]
    assert [node.attributes["action"] for node in made.css("form")] == [LINKS[written]]


def test_a_packed_page_that_has_moved_leads_to_a_file_too() -> None:
    page = b'<meta http-equiv="refresh" content="0; url=../v/DL0001/"><p>x'
    made = packed.linked_to_files("a/index.html", page, {"v/DL0001/index.html"})
    assert b'content="0; url=../v/DL0001/index.html"' in made
    assert packed.linked_to_files("404.html", page, {"v/DL0001/index.html"}) == page


def test_a_packed_page_has_the_compressed_forms_of_its_own_bytes(site: Path, tmp_path: Path) -> None:
    (site / "index.html.gz").write_bytes(gzip.compress(b"as it was"))
    ours.finish(site)
    archive.write(site, tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as opened:
        assert gzip.decompress(opened.read("site/index.html.gz")) == opened.read("site/index.html")


def test_packing_changes_nothing_of_a_page_but_its_links(made_up: Path) -> None:
    """Each kind of page, written anew by the parser, is the same page: the same texts, the same elements with the same attributes."""
    there = frozenset(path.relative_to(made_up).as_posix() for path in made_up.rglob("*.html"))
    pages = sorted(there - {"404.html"})
    assert len(pages) > 100
    for path in pages:
        page = (made_up / path).read_bytes()
        assert seen(packed.linked_to_files(path, page, there)) == seen(page), path


def seen(page: bytes) -> list[object]:
    """All of a page, in its order, but where a reader goes on."""
    root = LexborHTMLParser(page).root
    left = ("href", "action", "content")
    return [
        node.text_content
        or (node.tag, [(key, value or "") for key, value in node.attributes.items() if key not in left])
        for node in (root.traverse(include_text=True) if root else ())
    ]


@pytest.mark.parametrize("name", ["site.rar", "site.gz", "site/in.zip"])
def test_what_cannot_be_packed_is_refused(site: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(Trouble):
        archive.write(site, tmp_path / name)
    assert cli.main(["archive", "--site", str(tmp_path / "nothing"), "--out", str(tmp_path / "a.zip")]) == 2

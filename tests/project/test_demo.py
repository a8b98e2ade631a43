"""run.py demo: a made-up city, which says on every page that it is made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

import run
from generator.doors import disk
from generator.plugin import build_site
from tests.made import synthetic


def test_what_it_runs() -> None:
    make = ["-m", "tests.made.synthetic"]
    serve = ["-m", "generator", "serve", "--registry", str(run.DEMO)]
    assert run.commands(["demo"]) == [[*make, "1500", str(run.DEMO)], [*serve, "--open"]]
    assert run.commands(["demo", "60", "--address", "8001"]) == [
        [*make, "60", str(run.DEMO)],
        [*serve, "--address", "8001"],
    ]
    assert run.DEMO.parent == run.ROOT / ".cache", "what it removes is nobody's"


def test_every_page_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(run.BAND, f"{run.SHOWN}<b>")
    disk.write(tmp_path / "registry", synthetic.outputs(20))
    build_site(tmp_path / "registry", tmp_path / "site")
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 100
    for path in pages:
        page = LexborHTMLParser(path.read_bytes())
        if page.css_first("meta[http-equiv=refresh]"):  # an old address, which leads on at once
            continue
        assert [one.text() for one in page.css(".rg-band")] == [f"{run.SHOWN}<b>"], path


def test_no_other_site_has_such_a_sentence(site: Path) -> None:
    assert b"rg-band" not in (site / "index.html").read_bytes()

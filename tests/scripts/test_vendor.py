"""What others made is held as site_src/vendor.toml says: no file altered, none that the table does not name, each with its licence."""

from __future__ import annotations

import hashlib
import tomllib

import pytest

from tests import ROOT

TABLE = tomllib.loads((ROOT / "site_src/vendor.toml").read_text(encoding="utf-8"))
FOLDERS = ("site_src/vendor", "generator/libraries/vendor", "tests/vendor")


@pytest.mark.parametrize("name", TABLE)
def test_each_file_is_the_one_that_was_taken(name: str) -> None:
    folder = ROOT / TABLE[name]["folder"]
    held = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert held == TABLE[name]["sha256"]
    assert "LICENSE" in held


@pytest.mark.parametrize("name", TABLE)
def test_each_package_says_what_it_is(name: str) -> None:
    told = TABLE[name]
    assert set(told) == {"version", "licence", "from", "why", "folder", "sha256"}
    texts = [
        path.read_text(encoding="utf-8", errors="replace")
        for path in (ROOT / told["folder"]).glob("*")
        if path.is_file()
    ]
    assert any(told["version"] in text for text in texts), "the version that its own files name"


def test_the_table_names_every_package() -> None:
    there = {path.relative_to(ROOT).as_posix() for folder in FOLDERS for path in (ROOT / folder).iterdir()}
    assert there == {told["folder"] for told in TABLE.values()}


def test_nothing_with_a_strong_licence_is_shipped() -> None:
    shipped = [told for told in TABLE.values() if told["folder"].startswith("site_src/")]
    assert shipped
    assert not [told for told in shipped if "GPL" in told["licence"] or "MPL" in told["licence"]]

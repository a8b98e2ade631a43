"""The page that edits says what check says: each field and law, through the reader and through the page's scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page

from generator import schema, yamltree
from generator.dates import PartialDate
from generator.fields import MISSING, Reading
from generator.files import read_registry
from generator.problems import FILE_START
from generator.reading import Registry, read
from generator.rules.dates import FUTURE, LABELS
from generator.tables import Field, Group, Many, Table
from generator.wording import fill
from generator.yamlscan import scan
from tests.conftest import Watched
from tests.editvalues import WRITTEN, near_words, noise

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 3, 1)


class Said(NamedTuple):
    """What is told of a value."""

    code: str
    message: str
    remedy: str


@pytest.fixture(scope="module")
def registry() -> Registry:
    texts, names, _ = read_registry(ROOT / "registry")
    return read(texts, names)[0]


@pytest.fixture
def page(watched: Watched, address: str) -> Iterator[Page]:
    """The page, with its schema at hand."""
    watched.page.goto(f"{address}edit/")
    watched.page.wait_for_selector("#rg-edit:not([hidden])")
    watched.page.evaluate(_READY)
    yield watched.page
    assert watched.wrong == []


_READY = """async () => {
  window.told = await (await fetch("schema.json")).json();
  window.checks = window.rgChecks.make(window.told, "2026-03-01");
  window.field = (path) => path.reduce((fields, key) => {
    const found = (fields.fields || fields).find((one) => one.key === key);
    return found;
  }, window.told.fields);
}"""


def leaves(table: Table, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Field]]:
    """Each key that has a text, with its path."""
    for field in table.fields:
        kind = field.kind.item if isinstance(field.kind, Many) else field.kind
        if isinstance(kind, Group):
            yield from leaves(kind.table, (*above, field.key))
        else:
            yield (*above, field.key), field


def reader_says(field: Field, text: str, registry: Registry) -> Said | None:
    """What check tells of a value that is written in quotes; nothing where nothing is written."""
    for problem in scan("", f"a: '{text}'".replace("\n", " "), frozenset()):
        return Said(problem.code, problem.message, problem.remedy)
    if not text.strip():
        return None
    kind = field.kind.item if isinstance(field.kind, Many) else field.kind
    reading = Reading("", registry.vocabularies)
    value = kind.read(yamltree.Scalar(text, FILE_START, quoted=True), field.label, reading)
    if isinstance(value, PartialDate) and value.first > TODAY:
        facts = {"label": LABELS[field.key], "iso": value.iso, "today": TODAY.isoformat()}
        return Said(FUTURE.code, fill(FUTURE.message, facts), FUTURE.remedy)
    assert (value is MISSING) == bool(reading.problems)
    return next((Said(it.code, it.message, it.remedy) for it in reading.problems), None)


def test_every_field_is_told_what_check_tells(page: Page, registry: Registry) -> None:
    values = list(dict.fromkeys([*WRITTEN, *noise(300), *near_words(registry)]))
    tried = 0
    codes = set()
    for path, field in leaves(schema.WORKSHOP):
        shown = page.evaluate(
            "([path, values]) => values.map((value) => window.checks.value(window.field(path), value))",
            [list(path), values],
        )
        said = [Said(**one) if one else None for one in shown]
        differing = [
            (path, value, wanted, got)
            for value, got in zip(values, said, strict=True)
            if (wanted := reader_says(field, value, registry)) != got
        ]
        assert differing[:3] == []
        tried += len(values)
        codes |= {one.code for one in said if one}
    assert tried > 30_000
    assert codes >= {
        *("F204", "F205", "F206", "F207", "F208", "F209", "F210", "F211", "F213", "F214", "F215"),
        *("R331", "S110", "S111", "S113"),
    }

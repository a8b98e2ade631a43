"""The filters of achievements in a browser: what is found, what is said of it, and the table, as Python counts them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.model.achievements import SLUGS, UNITS, Achieved, achieved, tally
from generator.model.registry import Registry
from tests.browser.windows import Watched

ASKED = (
    ("kinds=patent", lambda it: it.item.kind == "专利"),
    ("industries=C", lambda it: (it.workshop.industry or "").startswith("C")),
    ("kinds=training&kinds=benefit", lambda it: it.item.kind in ("人才培养", "经济效益")),
    ("kinds=innovation&districts=ganjingzi", lambda it: it.item.kind == "技术革新" and it.workshop.district == "甘井子区"),
    ("from=2019&to=2022", lambda it: it.item.year is not None and 2019 <= it.item.year.year <= 2022),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "fits"), ASKED, ids=[asked for asked, _ in ASKED])
def test_what_is_said_is_what_python_counts(
    watched: Watched, synthetic_address: str, synthetic_registry: Registry, asked: str, fits: object
) -> None:
    assert callable(fits)
    found = [entry for entry in achieved(synthetic_registry) if fits(entry)]
    watched.page.goto(f"{synthetic_address}achievements/?{asked}")
    expect(watched.page.locator(".rg-found")).to_contain_text(f"找到 {len(found)} 条")
    told = watched.page.locator("#rg-live table").first.locator("tbody tr").all_inner_texts()
    by_kind = {kind: [entry for entry in found if entry.item.kind == kind] for kind in UNITS}
    assert ["".join(text.split()) for text in told] == [
        "".join(f"{kind}{tally(kind, held).told}".split()) for kind, held in by_kind.items() if held
    ]


def test_the_table_holds_what_is_found(
    watched: Watched, synthetic_address: str, synthetic_registry: Registry, tmp_path: Path
) -> None:
    watched.page.goto(f"{synthetic_address}achievements/?kinds={SLUGS['专利']}")
    expect(watched.page.locator(".rg-found")).to_contain_text("找到")
    with watched.page.expect_download() as saved:
        watched.page.locator("#rg-csv").click()
    saved.value.save_as(tmp_path / "told.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "told.csv").read_text("utf-8-sig"))))
    found: list[Achieved] = [it for it in achieved(synthetic_registry) if it.item.kind == "专利"]
    assert [(row["编号"], row["数量"]) for row in rows] == [
        (it.workshop.id, str(it.item.count or "")) for it in found
    ]
    assert {row["单位"] for row in rows} == {"项"}

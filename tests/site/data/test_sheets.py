"""The sheet of very many records: one for each district, and at its address a table of these."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

from openpyxl import load_workbook

from generator.libraries.templating import Templates
from generator.model.facets import facets
from generator.site.data.sheet import PATH, WHOLE, parts, sheet_xlsx, sheets_apart
from generator.site.page import Site
from generator.site.settings import Project
from tests.made import miniature, samples

_ADDRESS = "https://register.example/r/"
_FEW = 3
SMALL = "data/sheets/瓦房店市.xlsx"


@cache
def many() -> Site:
    """The miniature and so many more records that they are parted: few of them in one district, most in another."""
    registry = miniature.grown(WHOLE, lambda number: "瓦房店市" if number <= 1000 + _FEW else "甘井子区")
    project = Project(today=samples.TODAY, site_name="名册", site_url=_ADDRESS)
    return Site(registry, project, Templates({}), facets(registry), {})


def test_no_record_is_left_out_or_told_twice() -> None:
    held = [it.id for group, _ in parts(many()) for it in group.workshops]
    assert sorted(held) == sorted(it.id for it in many().registry.workshops)


def test_its_address_leads_to_the_sheets_of_districts() -> None:
    book = load_workbook(io.BytesIO(sheet_xlsx(many())))
    _, *rows = book.worksheets[0].iter_rows(values_only=True)
    told = [(group.title, len(group.workshops), _ADDRESS + path) for group, path in parts(many())]
    assert rows == told
    assert ("瓦房店市", 1 + _FEW, _ADDRESS + SMALL) in told


def test_a_district_has_its_records_as_a_sheet_to_fill_in() -> None:
    bundles = dict(zip((path for _, path in parts(many())), sheets_apart(many()), strict=True))
    (output,) = bundles[SMALL].make()
    book = load_workbook(io.BytesIO(output.content))
    cells = {str(cell) for one in book.worksheets for row in one.iter_rows(values_only=True) for cell in row}
    assert output.path == SMALL
    assert {f"DL{number}" for number in range(1001, 1001 + _FEW)} <= cells
    assert "DL1004" not in cells


def test_few_records_have_one_sheet() -> None:
    few = replace(many(), registry=miniature.registry())
    assert parts(few) == []
    assert len(load_workbook(io.BytesIO(sheet_xlsx(few))).sheetnames) > 1
    assert PATH == "data/sheet.xlsx"

"""The table that goes out: every field of the schema in it, its lists, what is locked, tinted and hidden, and equal bytes."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.forms.sheets import guide
from generator.forms.sheets.book import TableWanted, table_xlsx
from generator.forms.sheets.columns import ID, LAYOUTS, LISTS, NUMBER, SEAL, WHY, WORKSHOPS, in_words, key_of
from generator.forms.sheets.page import FIRST
from generator.forms.sheets.seal import opened
from generator.model.registry import Registry
from generator.reading.schema import WORKSHOP
from generator.reading.tables import Field, Many, OfTable
from tests.made import miniature, samples

_UNASKED = {"corrections"}


@cache
def registry() -> Registry:
    return miniature.registry()


def made(held: Registry | None = None) -> bytes:
    held = held or registry()
    return table_xlsx(held, TableWanted(held.workshops, "台账", samples.TODAY, samples.TODAY))


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(io.BytesIO(made()))


def heads(sheet: Worksheet) -> dict[str, int]:
    """By head the number of its column, from 1."""
    return {str(cell.value): number for number, cell in enumerate(sheet[1], start=1)}


def leaves(fields: tuple[Field, ...], above: str = "") -> list[str]:
    """Every key of a record that holds a value or a list."""
    found = []
    for field in fields:
        key = f"{above}{field.key}"
        group = field.kind.table if isinstance(field.kind, OfTable) else None
        found += leaves(group.fields, f"{key}.") if group else [key]
    return found


def test_every_field_that_a_person_may_fill_in_has_its_column() -> None:
    lists = {layout.key for layout in LISTS}
    keys = {column.key for column in WORKSHOPS.columns} | lists
    assert keys == set(leaves(WORKSHOP.fields)) - _UNASKED
    for layout in LISTS:
        field = WORKSHOP.fields[0]
        for word in layout.key.split("."):
            table = field.table if field.key != "id" else WORKSHOP
            assert table
            field = table.by_key[word]
        assert isinstance(field.kind, Many)
        inner = [one.key for one in field.table.fields] if field.table else [""]
        assert [column.key for column in layout.columns] == inner


def test_no_head_of_a_sheet_stands_twice() -> None:
    for layout in LAYOUTS:
        assert len(set(layout.heads)) == len(layout.heads)
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS)


def test_a_key_in_words_means_the_key() -> None:
    for key in [*leaves(WORKSHOP.fields), "leader", "location", "designations.2", "events.1"]:
        assert key_of(in_words(key)) == key
        assert key_of(key) == key


def test_the_sheets_stand_in_their_order(book: Workbook) -> None:
    assert book.sheetnames == [guide.TITLE, *(layout.name for layout in LAYOUTS), guide.WORDS]
    for layout in LAYOUTS:
        sheet = book[layout.name]
        assert tuple(heads(sheet)) == layout.heads
        assert sheet.freeze_panes == ("D3" if layout.key else "C3")
        assert sheet.protection.sheet


def locked(sheet: Worksheet, row: int, column: int) -> bool:
    """Return whether Excel lets nobody write a cell: one that is not in the file has its column's look."""
    cell = sheet.cell(row, column)
    columns = [it for it in sheet.column_dimensions.values() if (it.min or 0) <= column <= (it.max or 0)]
    there = cell if cell.has_style else columns[0]
    return bool(there.protection.locked)


def test_ids_are_locked_the_rest_is_open_and_the_seal_is_hidden(book: Workbook) -> None:
    for layout in LAYOUTS:
        sheet = book[layout.name]
        at = heads(sheet)
        assert sheet.column_dimensions[get_column_letter(at[SEAL])].hidden
        for column in layout.columns:
            if column.key != "id" and sheet.max_row > FIRST:
                assert not locked(sheet, FIRST + 1, at[column.label]), column.label
        if sheet.max_row > FIRST:
            assert locked(sheet, FIRST + 1, at[ID])
        assert not sheet.column_dimensions[get_column_letter(at[WHY])].protection.locked


def test_each_row_says_its_record_and_is_sealed(book: Workbook) -> None:
    sheet = book[WORKSHOPS.name]
    at = heads(sheet)
    for number, workshop in enumerate(registry().workshops, start=FIRST + 1):
        assert sheet.cell(number, at[ID]).value == workshop.id
        assert sheet.cell(number, at["名称"]).value == workshop.name
        seal = opened(str(sheet.cell(number, at[SEAL]).value))
        assert seal
        assert seal.said("id", workshop.id)
        assert seal.said("name", workshop.name)
        assert not seal.said("name", workshop.name + "二")
        assert seal.said("district", workshop.district or "")
    named = book["命名"]
    numbers = [
        (named.cell(row, 1).value, named.cell(row, 3).value) for row in range(FIRST + 1, named.max_row + 1)
    ]
    expected = [
        (it.id, str(number))
        for it in registry().workshops
        for number in ([*range(1, len(it.designations) + 1)] or [None])
    ]
    assert [it for it in numbers if it[1]] == [it for it in expected if it[1] != "None"]


def test_what_is_missing_is_tinted(book: Workbook) -> None:
    sheet = book[WORKSHOPS.name]
    at = heads(sheet)
    tinted = {
        workshop.id: sheet.cell(number, at["所属行业"]).fill.fgColor.rgb == "FFFFF2CC"
        for number, workshop in enumerate(registry().workshops, start=FIRST + 1)
        if workshop.status not in ("已撤销", "已终止")
    }
    assert tinted == {it.id: not it.industry for it in registry().workshops if it.id in tinted}
    assert True in tinted.values()


def test_a_list_that_a_workshop_lacks_has_a_row_that_waits(book: Workbook) -> None:
    sheet = book["成果"]
    waiting = [
        row[0].value
        for row in sheet.iter_rows(min_row=FIRST + 1)
        if row[0].value and not row[heads(sheet)[NUMBER] - 1].value
    ]
    assert waiting


def test_words_are_offered(book: Workbook) -> None:
    sheet = book[WORKSHOPS.name]
    offered = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    at = heads(sheet)
    kind = sheet.cell(FIRST + 1, at["类型"]).coordinate
    industry = sheet.cell(FIRST + 1, at["所属行业"]).coordinate
    assert offered[kind] == '"工作室,联盟,删除"'
    first = str(offered[industry]).removeprefix(f"{guide.WORDS}!").replace("$", "").split(":")[0]
    assert book[guide.WORDS][first].value == "C 制造业"


def test_the_same_records_give_the_same_bytes() -> None:
    assert made() == made()


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x.example")', "+1+1", "-1", "@SUM(A1)", "{=1}", "\t=1"])
def test_no_text_is_a_formula(text: str) -> None:
    first = replace(registry().workshops[0], unit=text, field=text)
    sheet = load_workbook(io.BytesIO(made(replace(registry(), workshops=(first,)))))[WORKSHOPS.name]
    cell = sheet.cell(FIRST + 1, heads(sheet)["所在单位"])
    assert (cell.value, cell.data_type) == (text, "s")


def test_everybody_sees_no_point_that_maps_may_not_show() -> None:
    hidden = [it for it in registry().workshops if it.location and it.location.lon and it.point is None]
    one = hidden[0] if hidden else None
    if one is None:
        placed = next(it for it in registry().workshops if it.point and it.location)
        assert placed.location
        one = replace(placed, location=replace(placed.location, map="district"))
    held = replace(registry(), workshops=(one,))
    for public in (True, False):
        wanted = TableWanted((one,), "台账", samples.TODAY, samples.TODAY, public=public)
        sheet = load_workbook(io.BytesIO(table_xlsx(held, wanted)))[WORKSHOPS.name]
        assert (sheet.cell(FIRST + 1, heads(sheet)["位置·经度"]).value is None) == public

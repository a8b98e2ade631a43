"""The Excel table: columns, lists, text cells, page and equal bytes, read by openpyxl."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.doors.disk import read_registry
from generator.forms import layout
from generator.forms.xlsx import LISTS, SHEET, summary_xlsx
from generator.model.forms import Form
from generator.model.registry import Registry
from generator.reading.read import read_texts
from tests import ROOT

LABELS = 5  # the row of the column labels
MAKE = """
import sys, hashlib, pathlib
from generator.doors.disk import read_registry
from generator.forms.xlsx import summary_xlsx
from generator.reading.read import read_texts
texts, names, _ = read_registry(pathlib.Path(sys.argv[1]))
registry = read_texts(texts, names)[0]
form = next(form for form in registry.forms if form.layout == "table")
print(hashlib.sha256(summary_xlsx(form, registry)).hexdigest())
"""


@pytest.fixture(scope="module")
def registry() -> Registry:
    texts, names, _ = read_registry(ROOT / "registry")
    return read_texts(texts, names)[0]


@pytest.fixture(scope="module")
def form(registry: Registry) -> Form:
    return next(form for form in registry.forms if form.id == "2019/summary")


@pytest.fixture(scope="module")
def content(form: Form, registry: Registry) -> bytes:
    return summary_xlsx(form, registry)


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def sheet(book: Workbook) -> Worksheet:
    found = book[SHEET]
    assert isinstance(found, Worksheet)
    return found


def column_of(form: Form, key: str) -> int:
    return 1 + [field.key for field in form.fields].index(key)


def test_head_columns_and_forty_rows(form: Form, sheet: Worksheet) -> None:
    assert [sheet.cell(row, 1).value for row in (1, 2)] == ["附件1", form.title]
    assert str(sheet.cell(3, 1).value).startswith("列项为推定")
    labels = ["".join(str(cell.value).split()) for cell in sheet[LABELS]]
    assert labels == [field.label for field in form.fields]
    assert [sheet.cell(LABELS + number, 1).value for number in (1, 40)] == ["1", "40"]
    assert str(sheet.cell(LABELS + 41, 1).value).startswith("注：")


def test_every_cell_to_fill_is_text(form: Form, sheet: Worksheet) -> None:
    for row in range(LABELS + 1, LABELS + 41):
        for column in range(1, len(form.fields) + 1):
            assert sheet.cell(row, column).number_format == "@"


def test_a_row_grows_with_a_long_name(content: bytes) -> None:
    """A row to fill in has no height of its own; the default is that of three lines."""
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        sheet = etree.fromstring(held.read("xl/worksheets/sheet1.xml"))
    heights = {row.get("r"): row.get("ht") for row in sheet.iter("{*}row")}
    assert {heights[str(number)] for number in range(LABELS + 1, LABELS + 41)} == {None}
    assert [usual.get("defaultRowHeight") for usual in sheet.iter("{*}sheetFormatPr")] == ["39"]


def test_lists_hold_the_terms_in_use(form: Form, registry: Registry, book: Workbook) -> None:
    assert book[LISTS].sheet_state == "hidden"
    for field in form.fields:
        if not field.vocabularies:
            continue
        sheet_name, cells = next(iter(book.defined_names[f"list_{field.key}"].destinations))
        held = [cell.value for row in book[sheet_name][cells] for cell in row]
        assert held == list(layout.choices(field, registry))


def test_what_the_lists_show(form: Form, registry: Registry) -> None:
    shown = {field.key: layout.choices(field, registry) for field in form.fields}
    assert "C37 铁路、船舶、航空航天和其他运输设备制造业" in shown["industry"]
    assert "C 制造业" in shown["industry"]
    assert len(shown["industry"]) == 117
    assert shown["education"][0] == "研究生", "only what records write as a code shows it"
    assert "中山区" in shown["district"] and "高新区" in shown["district"]
    assert "高级技师" in shown["grade"] and "高级工程师" in shown["grade"]


def test_every_column_prompts_and_the_lists_are_bound(form: Form, sheet: Worksheet) -> None:
    rules = {
        str(rule.sqref).rstrip("0123456789").split(":")[0]: rule
        for rule in sheet.data_validations.dataValidation
    }
    assert len(rules) == len(form.fields)
    for field in form.fields:
        letter = sheet.cell(LABELS + 1, column_of(form, field.key)).coordinate
        rule = rules[letter]
        assert rule.prompt == field.help
        if field.options:
            assert (rule.formula1, rule.errorStyle or "stop") == (f'"{",".join(field.options)}"', "stop")
        elif field.vocabularies:
            assert (rule.formula1, rule.errorStyle) == (f"list_{field.key}", "warning")
        else:
            assert rule.type is None or rule.type == "none"


def test_page(form: Form, sheet: Worksheet) -> None:
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == f"${LABELS}:${LABELS}"
    assert sheet.freeze_panes == f"C{LABELS + 1}"
    assert str(sheet.print_area) == f"'{SHEET}'!$A$1:$O${LABELS + 41}"
    assert sheet.page_setup.fitToHeight == 0


def test_no_name_no_company(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        core = etree.fromstring(held.read("docProps/core.xml"))
        application = etree.fromstring(held.read("docProps/app.xml"))
        assert {entry.date_time for entry in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    told = {etree.QName(item).localname: item.text for item in core if item.text}
    assert sorted(told) == ["created", "description", "modified", "title"]
    assert told["created"] == told["modified"] == "2019-06-28T00:00:00Z"
    assert not [
        item.text
        for item in application
        if etree.QName(item).localname in ("Company", "Manager") and item.text
    ]


def test_same_bytes_anywhere(tmp_path: Path) -> None:
    made = set()
    for zone, seed in (("Asia/Shanghai", "1"), ("America/Lima", "2")):
        told = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", MAKE, str(ROOT / "registry")]
        made.add(subprocess.run(command, env=told, cwd=tmp_path, check=True, capture_output=True).stdout)
    assert len(made) == 1

"""The sheet that comes back: untouched it changes nothing, what is filled in is written, and a second reading changes nothing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.drafts.alteration import Alteration
from generator.drafts.altering import altered
from generator.forms.sheets.columns import ID, LISTS, WORKSHOPS
from generator.forms.sheets.page import FIRST
from generator.forms.sheets.rows import items, texts
from generator.intake.notes import FormNotes, Refusal
from generator.intake.opening import package, sheetfile
from generator.intake.opening.sheet import FilledCell, FilledSheet
from generator.intake.returned import rows
from generator.intake.returned.changes import changes
from generator.intake.standing import Standing
from generator.model.registry import Registry
from generator.problems.code import ERROR
from generator.reading.read import read_texts
from generator.rules.check import check
from tests.made import miniature, samples, synthetic
from tests.made.intake import damaged_sheets, sheets

_SEEDS = range(3)


def some(seed: int, count: int = 20) -> Registry:
    """A made-up registry."""
    held = {it.path: it.content for it in synthetic.outputs(count, seed)}
    read = {path: content.decode() for path, content in held.items() if path.endswith((".yml", ".md"))}
    return read_texts(read, frozenset(held))[0]


def after(held: Registry, changed: dict[str, str]) -> Registry:
    """The registry with what was written."""
    return read_texts({**held.texts, **changed}, held.names)[0]


@pytest.mark.parametrize("seed", _SEEDS)
def test_out_and_in_changes_nothing(seed: int) -> None:
    held = some(seed)
    made, changed, _ = sheets.read({sheets.FILE: sheets.made_of(held)}, held)
    assert len(made.returned) == 1
    assert changed.plans == ()
    assert changed.problems == made.problems == ()


@pytest.mark.parametrize("seed", _SEEDS)
def test_out_saved_by_another_program_and_in_changes_nothing(seed: int) -> None:
    held = some(seed, 12)
    again = sheets.saved(sheets.book(sheets.made_of(held)))
    _, changed, _ = sheets.read({sheets.FILE: again}, held)
    assert (changed.plans, changed.problems) == ((), ())


@pytest.mark.parametrize("name", ["workshops.xlsx", "workshops.csv", "sheet.xlsx"])
def test_what_the_site_offers_is_recognised_and_changes_nothing(name: str) -> None:
    """Filled in and read back, it is about the records that stand, and no new ones."""
    made = {output.path: output.content for output in miniature.outputs()}
    files, changed, _ = sheets.read({name: made[f"data/{name}"]})
    assert len(files.returned) == 1
    assert (files.drafts, changed.plans) == ((), ())


def test_a_cell_filled_in_on_the_data_of_the_site_is_a_change() -> None:
    made = {output.path: output.content for output in miniature.outputs()}
    opened = load_workbook(io.BytesIO(made["data/workshops.xlsx"]))
    table = opened["工作室"]
    heads = sheets.at(table)
    row = next(row for row in range(2, table.max_row + 1) if table.cell(row, 1).value == "DL0003")
    table.cell(row, heads["行业代码"]).value = "C34"
    table.cell(row, heads["专业方向"]).value = "起重"
    _, changed, _ = sheets.read({"workshops.xlsx": sheets.saved(opened)})
    [plan] = changed.plans
    assert [(cell.path, cell.value) for cell in plan.cells] == [(("industry",), "C34"), (("field",), "起重")]


def edits(held: Registry, random: Random) -> Iterator[tuple[sheets.Edit, str, Alteration]]:
    """Random edits of cells whose change needs no reason, each as a cell and as an alteration of its record."""
    for workshop in held.workshops:
        if random.random() < 0.4:
            continue
        free = {
            "field": "专业方向",
            "members": "成员人数",
            "recommender": "推荐工会",
            "summary": "事迹简介、主要成果",
        }
        key = random.choice(sorted(free))
        value = {"members": str(random.randint(2, 60)), "recommender": "甘井子区总工会"}.get(
            key, f"焊接 {random.random():.6f}"
        )
        yield (sheets.WORKSHOPS, workshop.id, {free[key]: value}), workshop.path, Alteration((key,), value)
        if workshop.achievements and random.random() < 0.5:
            number = random.randrange(len(workshop.achievements))
            value = f"凭据 {random.randint(1000, 9999)}"
            path = ("achievements", number, "evidence")
            yield ("成果", (workshop.id, number + 1), {"凭据": value}), workshop.path, Alteration(path, value)
        if random.random() < 0.3:
            item: dict[str, Any] = {"kind": "论文", "title": f"一篇论文 {random.randint(1, 10**6)}"}
            cells = {"编号": workshop.id, "种类": item["kind"], "名称": item["title"]}
            behind = ("achievements", len(workshop.achievements))
            yield ("成果", None, cells), workshop.path, Alteration(behind, item)


@pytest.mark.parametrize("seed", _SEEDS)
def test_edits_in_the_sheet_equal_the_same_edits_in_the_records(seed: int) -> None:
    held, random = some(seed), Random(seed)  # noqa: S311  nothing secret
    opened = sheets.book(sheets.made_of(held))
    wanted: dict[str, list[Alteration]] = {}
    for edit, path, alteration in edits(held, random):
        sheets.edit(opened, [edit])
        wanted.setdefault(path, []).append(alteration)
    files = {sheets.FILE: sheets.saved(opened)}
    _, changed, _ = sheets.read(files, held)
    assert changed.problems == ()
    texts_wanted = {path: altered(held.texts[path], found) for path, found in wanted.items()}
    assert changed.texts == {path: now for path, now in texts_wanted.items() if now != held.texts[path]}
    _, again, _ = sheets.read(files, after(held, changed.texts))
    assert (again.plans, again.texts) == ((), {})


@pytest.mark.parametrize(
    "name",
    [
        "gaps_are_filled",
        "a_renaming",
        "a_fact_that_was_wrong",
        "an_item_is_deleted_with_a_reason",
        "items_are_added",
        "a_new_workshop",
        "texts_like_formulas",
        "pasted_with_breaks",
        "whole_rows_were_sorted",
        "as_csv",
    ],
)
def test_a_second_reading_changes_nothing(name: str) -> None:
    files = getattr(damaged_sheets, name)()
    _, changed, held = sheets.read(files)
    assert changed.texts
    _, again, _ = sheets.read(files, after(held, changed.texts))
    assert again.texts == {}
    assert again.problems == ()


def test_every_cell_of_every_sheet_says_what_its_record_says() -> None:
    """Text by text, by openpyxl: a formula, a number or a cut text would differ."""
    held = some(1)
    opened = sheets.book(sheets.made_of(held))
    for layout in (WORKSHOPS, *LISTS):
        sheet = opened[layout.name]
        heads = sheets.at(sheet)
        expected = [
            texts(held, layout, item) for workshop in held.workshops for item in items(workshop, layout)
        ]
        rows = [
            {column.key: sheet.cell(row, heads[column.label]).value for column in layout.columns}
            for row in range(FIRST + 1, sheet.max_row + 1)
        ]
        said = [row for row in rows if any(value is not None for key, value in row.items() if key != "id")]
        assert len(said) == len(expected)
        for row, wanted in zip(said, expected, strict=True):
            for key, text in wanted.items():
                value = row[key]
                assert (
                    (float(value) == float(text))
                    if isinstance(value, (int, float))
                    else (value or "") == text
                )


def test_what_a_leader_took_down_does_not_come_back_by_an_old_sheet() -> None:
    held = sheets.registry()
    first = held.workshops[0]
    text = held.texts[first.path]
    start, end = text.index("leader:"), text.index("district:")
    gone = text[:start] + "leader:\n  basis:\n    kind: 本人要求撤下\n    date: 2026-02-01\n" + text[end:]
    files = sheets.filled((sheets.WORKSHOPS, first.id, {"专业方向": "机床改造"}))
    _, changed, _ = sheets.read({**files, first.path: gone.encode()})
    assert all("周海" not in now.split("leader:")[1].split("district:")[0] for now in changed.texts.values())


@cache
def _blank() -> tuple[FilledSheet, ...]:
    """The sheets of the miniature's table, read."""
    parts = package.unpack(sheets.blank())
    assert not isinstance(parts, Refusal)
    found = sheetfile.read(parts)
    assert not isinstance(found, Refusal)
    return tuple(found)


def _typed(name: str, row: int, column: int, text: str) -> list[FilledSheet]:
    """The sheets with a text in one cell."""
    typed = []
    for sheet in _blank():
        rows = [
            it._replace(cells=(*it.cells[:column], FilledCell(text.strip()), *it.cells[column + 1 :]))
            if sheet.name == name and it.number == row
            else it
            for it in sheet.rows
        ]
        typed.append(sheet._replace(rows=tuple(rows)))
    return typed


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.data())
def test_any_text_in_any_cell_is_told_or_written(data: st.DataObject) -> None:
    """Nothing raises, nothing is half-written, and no record but that of the row changes."""
    held = sheets.registry()
    layout = data.draw(st.sampled_from([WORKSHOPS, *LISTS]))
    sheet = next(one for one in _blank() if one.name == layout.name)
    filled = [row for row in sheet.rows if row.number > FIRST]
    if not filled:
        return
    row = data.draw(st.sampled_from(filled))
    column = data.draw(st.integers(0, len(layout.heads) - 1))
    odd = st.sampled_from(
        ["=1+1", "@SUM(A1)", "-", "删除", "无", "DL0002", "＝1", "2016.1", "〃", "a: b", "- x", "#", "'", '"']
    )
    text = data.draw(st.one_of(st.text(max_size=40), odd))
    notes = FormNotes("台账.xlsx", samples.TODAY)
    table = rows.table(_typed(layout.name, row.number, column, text), held, notes)
    if table is None:
        return
    ground = Standing(held, held.names, samples.TODAY, lambda: check(held, [], samples.TODAY))
    changed = changes([table], ground, "wgs84")
    read, problems = read_texts({**held.texts, **changed.texts}, held.names)
    new = {
        (it.path, it.code, it.message) for it in check(read, problems, samples.TODAY) if it.severity == ERROR
    }
    assert not new - {(it.path, it.code, it.message) for it in check(held, [], samples.TODAY)}
    if layout.heads[column] != ID:
        assert set(changed.texts) <= {held.workshop_by_id[str(row.cells[0].text)].path}

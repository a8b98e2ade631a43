"""The plan of the miniature registry, compared file by file, and what a stranger's record may not do to it."""

from __future__ import annotations

import csv
import io
import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.doors import build
from generator.libraries.markup import held
from generator.libraries.templating import Templates
from generator.libraries.urls import understood
from generator.problems import reports
from generator.problems.code import ERROR
from generator.reading.read import read_texts
from generator.rules.check import check
from generator.site.data.table import harmless
from generator.site.output import Output
from generator.site.page import Page, Printer
from tests.made import miniature, samples


@pytest.fixture(scope="module")
def outputs() -> list[Output]:
    """The miniature's site."""
    return miniature.outputs()


def test_the_miniature_is_a_good_registry() -> None:
    registry, problems = read_texts(miniature.texts(), samples.names())
    told = [
        reports.head(problem)
        for problem in check(registry, problems, samples.TODAY)
        if problem.severity == ERROR
    ]
    assert told == []


def test_every_file_is_as_expected() -> None:
    made = miniature.texts_of_site()
    expected = {
        path.relative_to(miniature.EXPECTED).as_posix(): path.read_bytes()
        for path in miniature.EXPECTED.rglob("*")
        if path.is_file()
    }
    assert sorted(made) == sorted(expected)
    for path, content in made.items():
        assert content.decode("utf-8") == expected[path].decode("utf-8"), path


def test_a_page_without_a_frame_is_named() -> None:
    """Whoever adds a kind of page learns which page wants what."""
    page = Page("new/", "新", "新的一页。", "new", "new/page.html", {})
    with pytest.raises(LookupError, match="new/"):
        Printer({}, Templates({})).printed(page)


def test_two_plans_are_the_same(outputs: list[Output]) -> None:
    assert miniature.outputs(press=build.press()) == outputs
    assert [output.path for output in outputs] == sorted({output.path for output in outputs})


def test_a_record_is_never_markup(outputs: list[Output]) -> None:
    for output in outputs:
        if not output.path.endswith(".html"):
            continue
        own = output.path in ("index.html", "workshops/DL0001/index.html")  # it has a photograph
        pictures = LexborHTMLParser(output.content).css("img:not(.rg-code img):not([hidden])")
        assert bool(pictures) == own, output.path
        page = held(output.content)
        assert not page.scripts and not page.handlers, output.path
        schemes = {understood(reference.address).scheme for reference in page.references}
        assert schemes <= {"", "http", "https"}, output.path


def test_a_record_cannot_name_a_slot_or_a_template(outputs: list[Output]) -> None:
    page = next(output for output in outputs if output.path == "workshops/DL0004/index.html").content.decode(
        "utf-8"
    )
    assert "[[body]] [[title]] {{ config }}" in page
    assert "{{ 7*7 }}{% raw %}" in page
    assert page.count("<h1") == 1


def test_the_table_holds_no_formula(outputs: list[Output]) -> None:
    text = next(output for output in outputs if output.path == "data/workshops.csv").content.decode(
        "utf-8-sig"
    )
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[3]["所在单位"].startswith("'=HYPERLINK")
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\t1", "\r1", "＝1", "＋1", "－1", "＠a"])
def test_formulas_are_made_harmless(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


def test_harmless_cells_stay() -> None:
    assert harmless("王建强") == "王建强"
    assert harmless("1-2") == "1-2"


def test_data_keep_every_known_field(outputs: list[Output]) -> None:
    text = next(output for output in outputs if output.path == "data/workshops.json").content
    first = json.loads(text)["workshops"][0]
    assert first["leader"]["honours"] == [{"name": "大连市劳动模范", "year": "2018"}]
    assert first["location"]["lon"] == 121.65
    assert first["events"][0]["date"] == "2025-03"
    assert first["status"] == "在册"


def test_a_leader_who_asked_to_be_taken_down_is_not_named(outputs: list[Output]) -> None:
    page = next(output for output in outputs if output.path == "workshops/DL0002/index.html").content.decode(
        "utf-8"
    )
    assert "领衔人信息已应本人要求撤下" in page
    assert "已撤销" in page
    assert "2020 年 6 月 30 日撤销" in LexborHTMLParser(page).text()


def test_sums_are_made_only_where_they_mean_something(outputs: list[Output]) -> None:
    page = next(output for output in outputs if output.path == "workshops/DL0002/index.html").content.decode(
        "utf-8"
    )
    assert "专利（共 5 项）" in page
    assert "人才培养（" not in page
    assert "125 万元" in page

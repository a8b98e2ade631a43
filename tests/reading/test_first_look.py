"""What is looked at only where a first look finds cause is told as if all were looked at; what was read before, as if it were read anew."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.libraries.characters import inside, read_ranges
from generator.model.workshop import Workshop
from generator.problems.problem import Problem
from generator.reading import schema
from generator.reading.kind import Before, Notes
from generator.reading.lines import scan, scan_lines
from generator.reading.oddities import is_clean
from generator.reading.read import read_record
from generator.reading.signs import CHARACTERS
from generator.reading.tables import Table, read_table
from generator.reading.tree import parse
from tests.made import casefiles, miniature, samples
from tests.reading.test_pickled import parts
from tests.reading.test_properties import ANY, HIDDEN, LINES, PIECES, SOUP, bounded

KEYS = schema.WORKSHOP.vocabulary
# Beginnings and ends of lines that the scan has something to tell of, or nearly.
ODD = [
    *PIECES, *HIDDEN, "<<<<<<< HEAD", "=======", ">>>>>>> a", "|||||||", "－", "·", "1. ", "2、", "-", "unit", "unit  ", "unit=", "unit；", "unit ：",
    "名称：", "名称: ", "单位", ":", "::", "：：", "∶", "﹕", " :", "https://a", "|\n", ">\n", "    ", "\u3000", "锟斤拷", "𠮷", "А", "エ", "工エ", "é",
]  # fmt: skip
TANGLED = st.lists(st.sampled_from(ODD), max_size=40).map("".join)
TEXTS = [
    text
    for path in casefiles.paths()
    for text in casefiles.load(path).get("texts", {}).values()
    if isinstance(text, str)
]
VOCABULARIES = miniature.registry().vocabularies


def _by_line(text: str) -> list[Problem]:
    return list(scan_lines("a.yml", text, KEYS, clean=False))


@settings(bounded, max_examples=1500)
@given(st.one_of(ANY, SOUP, TANGLED))
def test_a_text_without_a_doubtful_line_has_no_fault_in_any(text: str) -> None:
    assert list(scan("a.yml", text, KEYS)) == _by_line(text)


def test_texts_of_all_cases_are_told_the_same() -> None:
    assert TEXTS
    assert [text for text in TEXTS if list(scan("a.yml", text, KEYS)) != _by_line(text)] == []


@pytest.mark.parametrize("odd", ODD)
def test_a_line_of_a_record_is_doubtful_where_it_is_faulty(odd: str) -> None:
    for number, line in enumerate(LINES):
        for spoilt in (odd + line, line + odd, line.replace(": ", odd, 1), line.replace("- ", odd, 1)):
            text = "\n".join([*LINES[:number], spoilt, *LINES[number + 1 :]]) + "\n"
            assert list(scan("a.yml", text, KEYS)) == _by_line(text), spoilt


def test_a_character_that_passes_the_first_look_is_ordinary() -> None:
    told = [read_ranges(check.given["ranges"]) for check in CHARACTERS if check.test == "sign"]
    odd = [re.compile(check.given["odd"]) for check in CHARACTERS if check.test == "word"]
    passed = [sign for sign in map(chr, (*range(0x10000), *range(0x10000, 0x110000, 97))) if is_clean(sign)]
    assert len(passed) > 40_000 and "\u3000" not in passed
    assert [sign for sign in passed if any(inside(ord(sign), ranges) for ranges in told)] == []
    assert [sign for sign in passed if any(form.match(sign) for form in odd)] == []


# A few words, each written in all ways: bare, in quotes, over several lines, in a list; some are wrong, or right for one key alone.
VALUES = [
    "~", "'~'", '"~"', "甲 乙", "'甲 乙'", "甲\n    乙", "|\n    甲 乙", "[甲 乙, 甲 乙]", "[甲, '甲']", "无", "'无'", "", "''",
    "2023", "'2023'", "[2023]", "{}",
]  # fmt: skip
FIELDS = ["id", "name", "unit", "number", "date", "members", "district", "title", "former_names", "names", "summary", "leader", "unknown"]  # fmt: skip
PAIRS = st.lists(st.tuples(st.sampled_from(FIELDS), st.sampled_from(VALUES)), max_size=6)
TABLES = (schema.WORKSHOP, schema.NOTICE, schema.FORM, schema.VOCABULARY)


def _read(
    table: Table[object], text: str, before: Before | None
) -> tuple[object, list[Problem], list[object]]:
    tree, _ = parse("a.yml", text, table.vocabulary)
    whole: Table[object] = Table(
        table.name, table.label, dict, tuple(replace(it, required=False) for it in table.fields)
    )
    notes = Notes("a.yml", VOCABULARIES, before)
    record = read_table(whole, tree, notes) if tree else None
    return record, notes.all_problems(), [dict(part.at) for part in parts(record)]


@pytest.mark.parametrize("most", [5000, 1])
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@bounded
@given(st.lists(PAIRS, min_size=2, max_size=8))
def test_what_was_read_before_is_read_as_if_anew(
    table: Table[object], most: int, files: list[list[tuple[str, str]]]
) -> None:
    before = Before(most)
    for pairs in files:
        lists = "".join(
            f"  - title: {value}\n    date: {value}\n    supports: [{value}]\n"
            for _, value in pairs
            if "\n" not in value
        )
        text = "".join(f"{key}: {value}\n" for key, value in dict(pairs).items()) + f"sources:\n{lists}"
        assert _read(table, text, before) == _read(table, text, None)


@pytest.mark.parametrize("key", ["name", "summary", "former_names"])
@pytest.mark.parametrize("first", VALUES)
def test_a_word_means_the_same_whatever_was_read_before(key: str, first: str) -> None:
    for second in VALUES:
        before = Before()
        _read(schema.WORKSHOP, f"{key}: {first}\n", before)
        text = f"{key}: {second}\n"
        assert _read(schema.WORKSHOP, text, before) == _read(schema.WORKSHOP, text, None), second


def test_what_stands_twice_has_two_places() -> None:
    """A name of a notice's list is a plain text, but has its place: it is not what was read before."""
    text = "names:\n  - 甲工作室\n  - 乙工作室\n  - 甲工作室\n"
    *_, places = _read(schema.NOTICE, text, Before())
    assert [at["name"].line for at in places if isinstance(at, dict) and "name" in at] == [2, 3, 4]


def test_records_read_after_one_another_are_as_each_alone() -> None:
    """All cases of the writing of fields, and the miniature: read in one go, and each by itself."""
    before = Before()
    records = {path: text for path, text in miniature.texts().items() if path.startswith("workshops/")}
    for path, text in [*records.items(), *((samples.RECORD, text) for text in TEXTS)]:
        tree, faults = parse(path, text, KEYS)
        notes = Notes(path, VOCABULARIES, before)
        record = read_table(schema.WORKSHOP, tree, notes, path=path) if tree else None
        alone, told = read_record(path, text, VOCABULARIES)
        assert (record if isinstance(record, Workshop) else None) == alone
        assert notes.all_problems() == (told if tree else []) and (not tree or not faults)

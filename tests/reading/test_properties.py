"""What holds for any text: the reader and the laws never raise, and what they tell lies inside the file."""

from __future__ import annotations

import json
import re
from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.dates import FIRST_YEAR, LAST_YEAR, PartialDate, parse_date, propose_date
from generator.problems.problem import Mark, Problem
from generator.problems.reports import report
from generator.reading import schema
from generator.reading.decoding import decode
from generator.reading.read import read_texts
from generator.rules.check import check
from generator.rules.personal import find
from tests.made import samples
from tests.made.codes import CODES

bounded = settings(derandomize=True, database=None, deadline=None, max_examples=120)

ANY = st.text(st.characters(codec="utf-8"), max_size=200)
# What YAML is made of, so that random texts get past its first line.
PIECES = [
    "id: DL0002\n", "name: 甲\n", "kind: 工作室\n", "sources:\n", "  - title: 通报\n", "leader:\n", "  name: 乙\n", "designations:\n",
    "  - level: 市级\n", "    date: 2023\n", "key", ": ", "- ", "\n", "  ", "[", "]", "{", "}", ",", "'", '"', "|", ">", "#", "&a", "*a",
    "!", "%", "@", "`", "---", "...", "?", "<<", "~", "null", "2019-02-30", "　", "\t", "：", "，", "13812345678", "\\x41", "文字",
]  # fmt: skip
SOUP = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
HIDDEN = ["\u200b", "\ufeff", "\u202e", "\u00ad", "\t", "\x85", "\u2028", "\x00", "\r"]
LINES = samples.texts()[samples.RECORD].split("\n")[:-1]


def _told(path: str, text: str) -> list[Problem]:
    registry, problems = read_texts(samples.texts() | {path: text}, samples.names())
    return check(registry, problems, samples.TODAY)


def _is_inside(mark: Mark, text: str) -> bool:
    lines = text.split("\n")
    return (
        1 <= mark.line <= len(lines)
        and 1 <= mark.column <= len(lines[mark.line - 1]) + 1
        and mark.end >= mark.column
    )


@pytest.mark.parametrize(
    "path", ["workshops/0000/DL0002.yml", "notices/a.yml", "forms/2023/a.yml", "vocabularies/honours.yml"]
)
@bounded
@given(st.one_of(ANY, SOUP))
def test_any_text_is_read_or_told_of(path: str, text: str) -> None:
    registry, problems = read_texts(samples.texts() | {path: text}, samples.names())
    found = check(registry, problems, samples.TODAY)
    read = {one.path for one in registry.workshops} | {one.path for one in registry.notices}
    read |= {one.path for one in registry.forms} | {one.path for one in registry.vocabularies.values()}
    assert path in read | {problem.path for problem in found}
    for problem in found:
        assert problem.code in CODES
        assert problem.path != path or _is_inside(problem.mark, text), problem


@pytest.mark.parametrize("key", [field.key for field in schema.WORKSHOP.fields])
@settings(bounded, max_examples=30)
@given(ANY)
def test_any_value_is_read_or_told_of(key: str, value: str) -> None:
    text = f"id: DL0002\nname: 甲工作室\nkind: 工作室\nsources:\n  - title: 通报\nx{key}: 1\n"
    written = f"{key}: {json.dumps(value)}\n"
    lines = [written if line.startswith(f"{key}:") else line + "\n" for line in text.split("\n")]
    text = "".join(lines) if written in lines else text + written
    for problem in _told("workshops/0000/DL0002.yml", text):
        assert problem.path != "workshops/0000/DL0002.yml" or _is_inside(problem.mark, text)


@bounded
@given(st.integers(0, len(LINES) - 1), st.sampled_from(HIDDEN), st.data())
def test_a_hidden_character_is_told_where_it_stands(number: int, hidden: str, data: st.DataObject) -> None:
    line = LINES[number]
    column = data.draw(st.integers(0, len(line)))
    lines = [*LINES[:number], line[:column] + hidden + line[column:], *LINES[number + 1 :]]
    told = [
        problem
        for problem in _told(samples.RECORD, "\n".join(lines) + "\n")
        if problem.path == samples.RECORD
    ]
    assert [(problem.mark.line, problem.mark.column) for problem in told] == [(number + 1, column + 1)]


@pytest.mark.parametrize(
    "hidden", [*HIDDEN, "\x1b", "\x7f", "\x9b", "\u2066", "\ue000", "\ufffe", "\U000e0041"]
)
@pytest.mark.parametrize("number", [number for number, line in enumerate(LINES) if ": " in line][::9])
def test_an_escape_hides_no_character(number: int, hidden: str) -> None:
    """A quoted value or key may write any sign as an escape, which the scan of the lines cannot see."""
    indent, key, value = re.fullmatch("([ -]*)([^:]*): (.*)", LINES[number]).groups()  # type: ignore[union-attr]
    escape = f"\\U{ord(hidden):08x}"
    for line in (f'{indent}{key}: "{escape}{value}"', f'{indent}"{key}{escape}": {value}'):
        text = "\n".join([*LINES[:number], line, *LINES[number + 1 :]]) + "\n"
        told = [problem for problem in _told(samples.RECORD, text) if problem.path == samples.RECORD]
        assert [(problem.code[0], problem.mark.line) for problem in told] == [("S", number + 1)]
        assert report("text", told, {samples.RECORD: text}, "", 1).replace("\n", "").isprintable()


@pytest.mark.parametrize("number", [number for number, line in enumerate(LINES) if ": " in line])
@pytest.mark.parametrize(
    ("written", "code"),
    [("：", "S114"), (":", "S115"), (":\u3000", "S115"), (": {", "S128"), (': "', "S128"), (": @", "S128")],
)
def test_a_fault_is_told_in_its_line(number: int, written: str, code: str) -> None:
    line = LINES[number].replace(": ", written, 1)
    text = "\n".join([*LINES[:number], line, *LINES[number + 1 :]]) + "\n"
    told = [problem for problem in _told(samples.RECORD, text) if problem.path == samples.RECORD]
    assert [(problem.code.replace("S127", "S128"), problem.mark.line) for problem in told] == [
        (code, number + 1)
    ]


@pytest.mark.parametrize("number", [number for number, line in enumerate(LINES) if ": " in line])
def test_an_empty_value_is_told_in_its_line(number: int) -> None:
    line = LINES[number].split(": ")[0] + ":"
    text = "\n".join([*LINES[:number], line, *LINES[number + 1 :]]) + "\n"
    told = [problem for problem in _told(samples.RECORD, text) if problem.path == samples.RECORD]
    assert (told[0].code, told[0].mark.line) in [("F212", number + 1), ("F203", number + 1)]


@bounded
@given(
    st.one_of(
        st.binary(max_size=200),
        ANY.map(lambda text: text.encode("gb18030")),
        ANY.map(lambda text: text.encode("utf-16")),
    )
)
def test_any_bytes_are_text_or_told_of(content: bytes) -> None:
    decoded = decode("workshops/0000/DL0002.yml", content)
    assert isinstance(decoded, str) or decoded.code in ("S103", "S104")


@bounded
@given(ANY)
def test_personal_data_is_found_inside_the_text(text: str) -> None:
    for found in find(text, samples.TODAY):
        assert 0 <= found.start < found.end <= len(text)


@bounded
@given(
    st.text(st.sampled_from("甲乙丙，。；（）")),
    st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
    st.sampled_from("０１２ 3"),
)
def test_a_mobile_is_found_after_any_chinese(before: str, mobile: str, style: str) -> None:
    wide = mobile.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    written = {"０": wide, " ": f"{mobile[:3]} {mobile[3:7]} {mobile[7:]}"}.get(style, mobile)
    assert [found.code for found in find(f"{before}{written}。", samples.TODAY)] == ["R382"]


@bounded
@given(
    st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)),
    st.sampled_from(
        [
            "{0.year:04}.{0.month}.{0.day}",
            "{0.year:04}年{0.month}月{0.day}日",
            "{0.year:04}{0.month:02}{0.day:02}",
        ]
    ),
)
def test_a_date_is_proposed_as_it_was_meant(day: object, form: str) -> None:
    proposed = propose_date(form.format(day))
    assert proposed == str(day) and parse_date(proposed) == PartialDate(
        *(int(part) for part in str(day).split("-"))
    )


HOSTILE = ["[", "{", "a: ", "- ", '"', "'", "\\", "- a\n", "1", "1 ", "1,", "1-", "一", "1单元", "a", "a@", "a.", "19年1月", "ZL1 ", "¥1,",
           "微信", "QQ 1", "家住", "小区1", " ", "甲 ", "\u3000", "&a ", "? ", "2019.", "https://"]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_texts_are_read_quickly(piece: str) -> None:
    """The largest file that is read at all, made of one piece: nothing may take time by the square of its length."""
    long = piece * (60_000 // len(piece.encode()))
    record = "id: DL0002\nname: 甲\nkind: 工作室\nestablished: X\nsummary: X\nsources:\n  - title: 通报\n"
    start = perf_counter()
    for text in (long, record.replace("X", json.dumps(long, ensure_ascii=False)), f"# {long}"):
        assert _told("workshops/0000/DL0002.yml", text)
    assert perf_counter() - start < 5


def test_as_much_as_the_table_allows_is_read() -> None:
    text = samples.texts()[samples.RECORD]
    start = text.index("achievements:\n")
    end = next(
        place
        for place in range(start + 14, len(text))
        if text[place - 1] == "\n" and text[place] not in " \n"
    )
    one = "  - kind: 专利\n    title: 装置{0}\n    year: 2021\n    count: 1\n    amount_yuan: 10000\n    evidence: 证书{0}号\n"
    many = "achievements:\n" + "".join(one.format(number) for number in range(200))
    assert _told(samples.RECORD, text[:start] + many + text[end:]) == _told(samples.RECORD, text)

"""Every code that the sources use is in the table, every code of the table is used, and the guide shows all."""

from __future__ import annotations

import re

import pytest

from generator.problems.codes.history import HISTORY_CODES
from generator.problems.codes.intake import INTAKE_CODES
from generator.problems.codes.pages import PAGE_CODES
from generator.problems.codes.reading import FIELD_CODES, WRITING_CODES
from generator.problems.codes.rules import RULE_CODES
from generator.problems.codes.table import CODES, ERROR, WARNING, Code, explain
from generator.problems.guide import guide
from generator.problems.problem import FILE_START, Problem, count
from tests import ROOT
from tests.tools import bless

GENERATOR = ROOT / "generator"


def _used() -> set[str]:
    sources = [path for path in GENERATOR.rglob("*.py") if path.parent.name != "codes"]
    return {
        code
        for path in sources
        for code in re.findall(r'"([SFRHPI][0-9]{3})"', path.read_text(encoding="utf-8"))
    }


def test_codes_are_the_codes_in_use() -> None:
    assert sorted(_used() - set(CODES)) == []
    assert sorted(set(CODES) - _used()) == []


def test_codes_stand_once_and_in_order() -> None:
    tables = (WRITING_CODES, FIELD_CODES, RULE_CODES, HISTORY_CODES, PAGE_CODES, INTAKE_CODES)
    rows = [row[0] for table in tables for row in table]
    assert rows == sorted(set(rows), key=rows.index)
    for letter in "SFRHPI":
        told = [code for code in rows if code.startswith(letter)]
        assert told == sorted(told)


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_code_is_told_in_full(code: Code) -> None:
    assert code.severity in (ERROR, WARNING)
    assert all(code)
    assert not re.search(r"[！!]$", code.title + code.meaning + code.remedy)
    assert code.meaning.endswith("。") and code.remedy.endswith("。") and not code.title.endswith("。")


def test_severity_comes_from_the_table() -> None:
    problems = [Problem("a", FILE_START, code, "", "") for code in ("R301", "R311", "R311", "Z999")]
    assert [problem.severity for problem in problems] == ["错误", "警告", "警告", "错误"]
    assert count(problems) == (2, 2)


def test_explain() -> None:
    told = explain("f204")
    assert told is not None and told.startswith("F204（错误）：词表里没有这个词\n") and "C99" in told
    assert explain("F999") is None


def test_guide_is_fresh() -> None:
    """Renew it with `python -m tests.tools.bless`."""
    assert (bless.REGISTRY / "PROBLEMS.md").read_text(encoding="utf-8") == guide(bless.outputs())

"""Damaged and odd files: what is told and drafted of each, to the letter. Renew with `python -m tests.tools.bless`."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from generator.problems.code import ERROR
from generator.reading.read import read_texts
from generator.rules.check import check
from tests import ROOT
from tests.made.codes import CODES
from tests.made.intake import builders, cases

CASES = cases.cases()
SAVED = ROOT / "tests/intake/saved"


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    expected = (cases.EXPECTED / f"{name}.txt").read_text(encoding="utf-8")
    begun = time.process_time()
    assert cases.outcome(name) == expected
    assert time.process_time() - begun < 5


def test_every_expectation_has_its_case() -> None:
    assert {path.stem for path in cases.EXPECTED.iterdir()} == set(CASES)
    assert len(CASES) > 130


def test_every_code_is_shown() -> None:
    """I601 and I648 are of files of the disk, see tests/commands/test_importing.py; I602's size too."""
    told = "".join(path.read_text(encoding="utf-8") for path in cases.EXPECTED.iterdir())
    missing = {code for code in CODES if code.startswith("I") and f" {code}: " not in told}
    assert missing == {"I601", "I648"}


def test_nothing_private_is_told() -> None:
    """The birth date, in whatever cell it lands, the phone and the identity number are neither shown nor drafted."""
    for path in cases.EXPECTED.iterdir():
        text = path.read_text(encoding="utf-8")
        if "numbers_and_dates" not in path.name:  # there 1980 is when a workshop was founded
            assert "1980" not in text, path.name
        assert not re.search(r"138001|210202|属猴|1968|68年", text), path.name


@pytest.mark.parametrize("name", CASES)
def test_drafts_have_no_problem_of_writing(name: str) -> None:
    """What is drafted is read without any S or F problem."""
    made = builders.read(CASES[name]())
    texts = {draft.output.path: draft.output.content.decode() for draft in made.drafts}
    read, problems = read_texts({**builders.registry().texts, **texts})
    assert len(read.workshops) == len(made.drafts)
    told = [problem for problem in check(read, problems, builders.TODAY) if problem.path in texts]
    assert [problem.code for problem in told if problem.code[0] in "SF"] == []
    assert {problem.code for problem in told if problem.severity == ERROR} <= {"R361"}


# ---- files saved by LibreOffice 7.4 from builders.application and builders.summary, by way of the kind in their names


@pytest.mark.parametrize("path", sorted(SAVED.glob("form_*")), ids=lambda path: path.stem)
def test_application_saved_by_libreoffice(path: Path) -> None:
    made = builders.read({path.name: path.read_bytes()})
    values = {
        "unit": "大连 A & B <引号> 有限公司",
        "summary": "第一段：专利3项。\n第二段：“提质增效”。",
    }
    wanted = builders.read({path.name: builders.application({**builders.VALUES, **values})})
    assert made == wanted
    assert made.problems == ()


@pytest.mark.parametrize("path", sorted(SAVED.glob("table_*")), ids=lambda path: path.stem)
def test_table_saved_by_libreoffice(path: Path) -> None:
    second = {**builders.ROW, "工作室名称": "吴示例劳模创新工作室", "类别": "劳模", "领衔人": "吴示例"}
    made = builders.read({path.name: path.read_bytes()})
    wanted = builders.read({path.name: builders.summary([builders.ROW, second])})
    assert [draft.output for draft in made.drafts] == [draft.output for draft in wanted.drafts]
    assert made.problems == ()

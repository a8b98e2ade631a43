"""Every case tells exactly what it says, and every code has a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.made import casefiles
from tests.made.codes import CODES
from tests.tools import bless

PATHS = casefiles.paths()


@pytest.mark.parametrize("path", PATHS, ids=[path.relative_to(casefiles.FOLDER).as_posix() for path in PATHS])
def test_case(path: Path) -> None:
    case = casefiles.load(path)
    assert casefiles.told(case) == case["problems"]


def test_case_is_written_as_bless_writes_it() -> None:
    assert [path.name for path in PATHS if path.read_text(encoding="utf-8") != bless.blessed(path)] == []


def test_case_is_named_after_its_code() -> None:
    """`S126_key_twice.yml` tells S126 and nothing else; `good_...` tells nothing, `mixed_...` several."""
    wrong = []
    for path in PATHS:
        told = {item.split(": ")[1].split(" ")[1] for item in casefiles.load(path)["problems"]}
        named = path.stem.split("_")[0]
        wanted = {named} if named in CODES else set()
        if named not in ("mixed", "terrible") and told != wanted:
            wrong.append(f"{path.name}: {sorted(told)}")
    assert wrong == []


def test_every_code_has_a_case() -> None:
    shown = {path.stem.split("_")[0] for path in PATHS}
    assert sorted({code for code in CODES if code[0] in "SFRH"} - shown) == []


def test_sample_is_good() -> None:
    assert casefiles.told({}) == []

"""Every code stands once, is used, and is told in full; the guide shows all; laws are found where they stand."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from generator import history, rules
from generator.problems.code import ERROR, WARNING, Code, codes_of
from generator.problems.guide import explained, guide
from generator.problems.law import law, laws_of
from generator.problems.problem import FILE_START, Problem, count
from tests import ROOT
from tests.made.codes import CODES
from tests.tools import bless

_WORD = re.compile(r"[SFRHPI][0-9]{3}")


@cache
def trees() -> dict[Path, ast.Module]:
    """The modules of the generator, parsed."""
    files = sorted((ROOT / "generator").rglob("*.py"))
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in files}


def _made(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """The constants of a module that are codes, and how they are made."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            made, name = node.value, node.targets[0]
            if isinstance(made.func, ast.Name) and made.func.id == "Code" and isinstance(name, ast.Name):
                yield name.id, made


def _word(node: ast.AST) -> str:
    """The code that a text of the source is; empty if it is none."""
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    return text if _WORD.fullmatch(text) else ""


def test_code_is_named_by_its_word_and_made_once() -> None:
    made = [(name, _word(call.args[0])) for tree in trees().values() for name, call in _made(tree)]
    assert [name for name, word in made if name != word] == []
    assert [name for name, number in Counter(name for name, _ in made).items() if number > 1] == []
    assert sorted(CODES) == sorted(name for name, _ in made)  # no module is forgotten in MODULES


def test_code_is_used_by_its_name() -> None:
    nodes = [node for tree in trees().values() for node in ast.walk(tree)]
    used = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    assert sorted(set(CODES) - used) == []
    written = Counter(filter(None, map(_word, nodes)))
    assert [code for code in CODES if written[code] != 1] == []  # where it is made, nowhere else


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_code_is_told_in_full(code: Code) -> None:
    assert code.level in (ERROR, WARNING)
    assert _WORD.fullmatch(code) and code.heading and code.meaning and code.bad and code.remedy
    assert not re.search(r"[！!]$", code.heading + code.meaning + code.remedy)
    assert code.meaning.endswith("。") and code.remedy.endswith("。") and not code.heading.endswith("。")


def test_hidden_are_those_of_personal_data() -> None:
    assert [code for code in CODES.values() if code.hidden] == [
        "H405",
        *("R326", "R327"),
        *(f"R38{number}" for number in range(1, 7)),
    ]


def test_severity_is_that_of_the_code() -> None:
    problems = [Problem("a", FILE_START, CODES[code], "", "") for code in ("R301", "R311", "R311")]
    assert [problem.severity for problem in problems] == ["错误", "警告", "警告"]
    assert count(problems) == (1, 2)


def test_explained() -> None:
    told = explained(CODES["F204"], "DL", "大连")
    assert told.startswith("F204（错误）：词表里没有这个词\n") and "C99" in told


def test_examples_are_of_the_register_that_is_asked() -> None:
    told = "".join(explained(code, "SY", "沈阳") for code in CODES.values())
    assert not re.search("大连|DL", told)
    assert "SY0001 和 SY0008 都是沈阳示例机械有限公司的" in told


def test_guide_is_fresh() -> None:
    """Renew it with `python -m tests.tools.bless`."""
    fresh = guide(CODES.values(), bless.outputs())
    assert (bless.REGISTRY / "PROBLEMS.md").read_text(encoding="utf-8") == fresh


def test_laws_and_codes_are_found_in_the_order_in_which_they_stand() -> None:
    @law
    def second(day: int) -> Iterator[Problem]:
        yield Problem("a", FILE_START, CODES["R302"], str(day), "")

    @law
    def first(day: int) -> Iterator[Problem]:
        yield Problem("a", FILE_START, CODES["R301"], str(day), "")

    one, other = ModuleType("one"), ModuleType("other")
    vars(one).update(second=second, R302=CODES["R302"], first=first, law=law, Problem=Problem)
    vars(other).update(second=second, R302=CODES["R302"], R301=CODES["R301"])  # as imported
    assert list(laws_of((one, other))) == [second, first]
    assert codes_of((one, other)) == (CODES["R302"], CODES["R301"])
    assert [problem.message for it in laws_of((one,)) for problem in it(3)] == ["3", "3"]


def test_every_law_of_a_family_is_in_force() -> None:
    """A function that is marked as a law stands in a module that is looked through."""
    marked = Counter(
        path.parent.name
        for path, tree in trees().items()
        for node in tree.body
        for mark in (
            *getattr(node, "decorator_list", ()),
            getattr(getattr(node, "value", None), "func", None),
        )
        if isinstance(mark, ast.Name) and mark.id in ("law", "law_of_one")
    )
    assert marked == {"rules": len(rules.LAWS), "history": len(history.LAWS) + len(history.OF_ONE_CHANGE)}

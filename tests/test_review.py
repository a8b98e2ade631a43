"""What a reviewer is told of a change: rows, pages, duplicates; and that no text of a record can act in the comment."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import markdown  # type: ignore[import-untyped]  # no stubs for what only one test needs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import cli, review
from generator.difference import Altered, Difference, Row
from tests import repositories
from tests.repositories import FOURTH, RECORD, THIRD, Repository, record
from tests.test_reading_properties import ANY, bounded

Told = Callable[..., str]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository to change."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    return repositories.made(tmp_path / "here")


@pytest.fixture
def diff(repository: Repository, capsys: pytest.CaptureFixture[str]) -> Told:
    """Run `diff HEAD`."""

    def run(*words: str) -> str:
        assert cli.main(["diff", "HEAD", "--registry", str(repository.registry), *words]) == 0
        return capsys.readouterr().out

    return run


def test_nothing(diff: Told) -> None:
    assert "检查通过，请人工审核。" in diff()
    assert json.loads(diff("--format", "json"))["records"] == []


def test_an_altered_record(repository: Repository, diff: Told) -> None:
    repository.edit(RECORD, {"members: 15": "members: 16", "field: 机床维修\n": "", "district: 中山区\n": ""})
    told = diff()
    assert "### 修改工作室 <code>DL0001</code> <code>周海职工创新工作室</code>" in told
    assert "| 成员人数 | <code>15</code> | <code>16</code> |" in told
    assert "| 专业方向 | <code>机床维修</code> | （删去） |" in told
    assert told.count("| 单位") == 0
    pages = json.loads(diff("--format", "json"))["pages"]
    assert {
        "",
        "workshops/DL0001/",
        "districts/中山区/",
        "districts/unknown/",
        "notices/naming-2023/",
    } <= set(pages)


def test_a_new_record_that_is_one_already(repository: Repository, diff: Told) -> None:
    repository.write(FOURTH, record(4, "郑河"))
    told = diff()
    assert "### 新增工作室 <code>DL0004</code>" in told
    assert "| 名称 | <code>郑河职工创新工作室</code> |" in told
    assert "### 可能重复" in told
    assert "- [ ] 不是已有的工作室（查过名称、领衔人和单位）" in told


def test_a_deleted_record(repository: Repository, diff: Told) -> None:
    repository.remove(THIRD)
    told = diff()
    assert "不能合并，请先改正错误。" in told
    assert "### 删除工作室 <code>DL0003</code>" in told


def test_a_notice(repository: Repository, diff: Told) -> None:
    repository.edit("notices/naming-2023.yml", {"  职工: 2": "  职工: 3"})
    assert "| 命名数 · 职工创新工作室数 | <code>2</code> | <code>3</code> |" in diff()


def test_personal_data_is_not_shown_again(repository: Repository, diff: Told) -> None:
    repository.edit(RECORD, {"address: 中山区示例路 1 号 A 座 302 室": "address: 电话 13912345678"})
    for form in review.FORMATS:
        assert "13912345678" not in diff("--format", form).replace("&#", "")
    assert "这份文件里像是有个人信息，不再显示。" in diff()


def test_a_record_that_cannot_be_read(repository: Repository, diff: Told) -> None:
    repository.write(THIRD, "name：甲\n")
    assert "### 别的文件\n\n- <code>workshops&#47;0000&#47;DL0003&#46;yml</code>\n" in diff()


def test_a_change_too_large_to_be_looked_at(repository: Repository, diff: Told) -> None:
    for number in range(301):
        repository.write(f"photos/{number}.png", "")
    told = diff()
    assert "H451" in told
    assert "###" not in told


def test_a_comment_has_a_greatest_length() -> None:
    row = Row("名称", "", "甲" * 3000)
    altered = tuple(Altered("新增", "工作室", f"DL{n:04}", "甲", "", (row, row)) for n in range(1, 30))
    told = review.review("markdown", Difference(altered, (), (), (), ()), [], "", 1)
    assert len(told) <= review.MOST
    assert told.endswith("`run.py diff`。）\n")
    assert "后面的没有列出" in told


class _Tags(HTMLParser):
    """The tags of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Note a tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data


HOSTILE = st.sampled_from(
    ["@somebody", "#12", "<script>", "</code>", "`x`", "|", "https://www.example.com/", "![a](b)", "\\", "&lt;", "*a*", "\n\n# 甲"]
)  # fmt: skip


@bounded
@given(st.lists(st.one_of(HOSTILE, ANY), max_size=4).map("".join))
def test_no_text_acts_in_the_comment(text: str) -> None:
    """Rendered it is the text and nothing but the text; the source holds no sign that a forge looks for."""
    shown = review.code(text)
    read = _Tags(markdown.markdown(f"| a | b |\n| --- | --- |\n| 甲 {shown} | 乙 |", extensions=["tables"]))
    assert [tag for tag in read.tags if tag not in ("table", "thead", "tbody", "tr", "th", "td")] == (
        ["code"] if shown else []
    )
    assert re.fullmatch(r"(?:<code>(?:[^\x00-\x7f]|[A-Za-z0-9 -]|&#[0-9]+;)+</code>)?", shown)

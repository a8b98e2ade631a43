"""What a reviewer is told of a change: rows, pages, duplicates; and that no text of a record can act in the comment."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import markdown  # type: ignore[import-untyped]  # no stubs for what only one test needs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import cli
from generator.review.comment import FORMATS, MOST, review
from generator.review.difference import Altered, Difference
from generator.review.markdown import code
from generator.review.rows import FieldChange, _matched
from tests.made import repositories
from tests.made.repositories import FOURTH, RECORD, THIRD, Repository, record
from tests.reading.test_properties import ANY, bounded

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
    told = diff()
    assert "名册和程序都没有改动。" in told
    assert "请审核的人核对" not in told
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


def test_a_terminal_shows_it_without_the_marks_of_a_forge(
    repository: Repository, diff: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.edit(RECORD, {"members: 15": "members: 16", "field: 机床维修\n": ""})
    repository.write(FOURTH, record(4, "郑河"))
    told = diff("--format", "text")
    assert "\n修改工作室 DL0001 周海职工创新工作室\n" in told
    assert "  成员人数：15 → 16\n" in told and "  专业方向：机床维修 → （删去）\n" in told
    assert "\n新增工作室 DL0004 郑河职工创新工作室\n" in told and "  名称：郑河职工创新工作室\n" in told
    assert "&#" not in told and "<code>" not in told
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert diff() == told


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


def test_a_status_that_changes_comes_first(repository: Repository, diff: Told) -> None:
    ended = "  - kind: 撤销\n    date: 2025-12\n    source: 通报\n"
    repository.edit(RECORD, {"summary: ": f"{ended}summary: "})
    rows = [line for line in diff().split("\n") if line.startswith("| ")]
    assert rows[2] == "| 状态（推算） | <code>在册</code> | <code>已撤销</code> |"
    assert rows[3] == "| 后续情况 2 · 情况 | （没有） | <code>撤销</code> |"


def test_an_item_stands_beside_what_it_was(repository: Repository, diff: Told) -> None:
    """The first of two designations goes: not told as if both had been altered."""
    first = (
        "  - title: 大连市职工创新工作室\n    level: 市级\n    date: 2023-07-13\n    notice: naming-2023\n"
    )
    repository.edit(RECORD, {first: ""})
    told = diff()
    assert "| 命名 1（原来的） · 称号 | <code>大连市职工创新工作室</code> | （删去） |" in told
    assert told.count("| 命名 ") == 4


@bounded
@given(st.lists(st.integers(0, 4), max_size=8), st.lists(st.integers(0, 4), max_size=8))
def test_items_are_matched_once(old: list[int], new: list[int]) -> None:
    """Equal items are matched as often as both sides hold them; no item is matched twice."""
    said = [[frozenset({FieldChange("甲", "", str(number))}) for number in side] for side in (old, new)]
    was = _matched(*said)
    assert len(set(was.values())) == len(was)
    assert sorted(new[number] for number in was) == sorted((Counter(old) & Counter(new)).elements())
    assert all(old[place] == new[number] for number, place in was.items())


def test_a_term(repository: Repository, diff: Told) -> None:
    text = (repository.registry / "vocabularies/unions.yml").read_text(encoding="utf-8")
    repository.write(
        "vocabularies/unions.yml",
        text.replace("{name: 高新区总工会}", "{name: 高新区总工会, kind: 产业工会}"),
    )
    told = diff()
    assert "### 修改词表 <code>unions</code> <code>推荐单位</code>" in told
    assert "| 词条 <code>“高新区总工会”</code> · 种类 | （没有） | <code>产业工会</code> |" in told
    assert "- [ ] 词表里的名称对照过标准或文件" in told


def test_a_problem_says_how_to_mend_it(repository: Repository, diff: Told) -> None:
    repository.edit(RECORD, {"members: 15": "members: 15人"})
    assert "\n  - 改法：<code>请只写半角数字" in diff()


def test_only_what_is_outside_the_records(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    base = repository.git("rev-parse", "HEAD")
    (repository.top / "README.md").write_text("甲\n", encoding="utf-8")
    changed = repository.commit()
    assert cli.main(["diff", base, "--at", changed, "--registry", str(repository.registry)]) == 0
    told = capsys.readouterr().out
    assert "### 别的文件\n\n- <code>README&#46;md</code>\n" in told
    assert "打开来源看过" not in told
    assert "- [ ] 名册以外的文件（程序、说明）由懂程序的维护者看过" in told


def test_a_notice(repository: Repository, diff: Told) -> None:
    repository.edit("notices/naming-2023.yml", {"  职工: 2": "  职工: 3"})
    assert "| 命名数 · 职工创新工作室数 | <code>2</code> | <code>3</code> |" in diff()


def test_personal_data_is_not_shown_again(repository: Repository, diff: Told) -> None:
    repository.edit(RECORD, {"address: 中山区示例路 1 号 A 座 302 室": "address: 电话 13912345678"})
    for form in FORMATS:
        assert "13912345678" not in diff("--format", form).replace("&#", "")
    assert "这份文件里像是有个人信息，不再显示。" in diff()


def test_a_record_that_cannot_be_read(repository: Repository, diff: Told) -> None:
    repository.write(THIRD, "name：甲\n")
    assert "### 别的文件\n\n- <code>workshops&#47;0000&#47;DL0003&#46;yml</code>（修改）\n" in diff()


def test_a_change_too_large_to_be_looked_at(repository: Repository, diff: Told) -> None:
    for number in range(301):
        repository.write(f"photos/{number}.png", "")
    told = diff()
    assert "H451" in told
    assert "###" not in told


def test_a_comment_has_a_greatest_length() -> None:
    """What was left out is said, and the checklist stands at the end all the same."""
    row = FieldChange("名称", "", "甲" * 3000)
    altered = tuple(Altered("新增", "工作室", f"DL{n:04}", "甲", "", (row,) * 9) for n in range(1, 30))
    told = review("markdown", Difference(altered, (), (), (), (), (), (), (), (), (), ()), [], "", 1)
    assert len(told) <= MOST
    assert re.search(r"### 还有 2[0-9] 份没有列出\n\n<code>DL00[0-9]{2}</code>、", told)
    assert "（共 3000 个字，只列出前 2000 个）" in told
    assert told.endswith("查过名称、领衔人和单位）\n")


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
    shown = code(text)
    read = _Tags(markdown.markdown(f"| a | b |\n| --- | --- |\n| 甲 {shown} | 乙 |", extensions=["tables"]))
    inside = [tag for tag in read.tags if tag not in ("table", "thead", "tbody", "tr", "th", "td")]
    assert set(inside) <= {"code", "br"} and inside.count("code") == shown.count("<code>")
    passage = r"<code>(?:[^\x00-\x7f]|[A-Za-z0-9 -]|&#[0-9]+;)+</code>"
    assert re.fullmatch(rf"(?:{passage}(?:<br>{passage})*)?", shown)

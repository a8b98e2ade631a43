"""What a reviewer is told of each kind of file that is added, changed, removed or renamed; and that no text of it acts."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

import pytest

from generator.problems.problem import Problem
from generator.review.comment import MOST, review
from generator.review.difference import difference
from generator.review.marks import pieces
from generator.rules.check import check
from tests.made import casefiles, repositories, samples
from tests.made.samples import CALL, FORM, NAMING, RECORD

SUMMARY = "summary: 工作室成立于 2017 年，承担机床维修方面的课题。"
LONG = "甲乙丙丁戊己庚辛壬癸子丑寅卯。" * 4
LIST = "  - 周海职工创新工作室\n  - 吴山劳模创新工作室\n"
BODY = "notices/call-2023.md"
HONOURS, ZONES = "vocabularies/honours.yml", "vocabularies/zones.yml"
TOTAL = "totals:\n  - {date: 2023-07-19, workshops: 1469, sources: [{title: 某报道（虚构）}]}\n"
REDIRECT = "redirects:\n  - {from: zones/tpw/, to: zones/太平湾/, date: 2026-01-01, why: 换了网址}\n"
SECOND = repositories.record(2, "吴山")


def _told(**case: Any) -> str:
    """The comment on a case, entities read."""
    return html.unescape(_comment(case)).replace("\u2060", "")


def _comment(case: Mapping[str, Any]) -> str:
    change = casefiles.change_of({"before": {}, **case})
    problems: tuple[Problem, ...] = tuple(check(change.after, [], samples.TODAY))
    return review("markdown", difference(change, problems), problems, "registry/", 1)


# What is done, and passages of what is told; one that begins with `!` is not told.
CASES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a word of a summary": (
        {"change": {RECORD: {SUMMARY: SUMMARY.replace("机床", "车床")}}},
        [
            "| 事迹简介、主要成果 | <code>工作室成立于 2017 年，承担<del>机</del>床维修方面的课题。</code> | "
            "<code>工作室成立于 2017 年，承担<ins><b>车</b></ins>床维修方面的课题。</code> |",
        ],
    ),
    "a word of a long one": (
        {
            "before": {"change": {RECORD: {SUMMARY: f"summary: {LONG}旧{LONG}"}}},
            "change": {RECORD: {SUMMARY: f"summary: {LONG}新{LONG}"}},
        },
        [
            "| <code>…。甲乙丙丁戊己庚辛壬癸子丑寅卯。<del>旧</del>甲乙丙丁戊己庚辛壬癸子丑寅卯。甲…</code> | "
            "<code>…。甲乙丙丁戊己庚辛壬癸子丑寅卯。<ins><b>新</b></ins>甲"
        ],
    ),
    "a figure in it": (
        {"change": {RECORD: {SUMMARY: SUMMARY.replace("2017", "2018")}}},
        ["<code>工作室成立于 <del>2017</del> 年，承担机床维修方面的课题。</code>"],
    ),
    "another summary": (
        {"change": {RECORD: {SUMMARY: "summary: 近三年完成技术改造二十项"}}},
        [
            "| <code>工作室成立于 2017 年，承担机床维修方面的课题。</code> | <code>近三年完成技术改造二十项</code> |",
            "!<del>",
        ],
    ),
    "paragraphs": (
        {
            "before": {
                "change": {RECORD: {SUMMARY: "summary: |-\n  甲乙丙丁戊己庚辛。\n\n  子丑寅卯辰巳午未。"}}
            },
            "change": {RECORD: {SUMMARY: "summary: |-\n  甲乙丙丁戊己庚辛。\n\n  子丑寅卯辰巳午申。"}},
        },
        ["<code>甲乙丙丁戊己庚辛。</code><br><code>子丑寅卯辰巳午<del>未</del>。</code>"],
    ),
    "a source": (
        {
            "change": {
                RECORD: {
                    "url: https://www.example.com/news/1.html": "url: https://www.example.com/news/2.html"
                }
            }
        },
        [
            "| 来源 1 · 网址 | <code>https://www.example.com/news/1.html</code> "
            '<a href="https://www.example.com/news/1.html" rel="nofollow noopener">打开</a> | <code>https://www.example.com/news/2.html</code>',
            "来源 1 条，请打开核对：\n\n- <code>周海职工创新工作室获省级命名</code> "
            "<code>https://www.example.com/news/2.html</code> <a href=",
        ],
    ),
    "a record added": (
        {"texts": {"workshops/0000/DL0002.yml": SECOND}},
        [
            "### 新增工作室 <code>DL0002</code> <code>吴山职工创新工作室</code>",
            "| 命名 1 · 称号 | <code>大连市职工创新工作室</code> |",
            "- <code>/workshops/DL0002/</code>",
        ],
    ),
    "a record removed": (
        {"before": {"texts": {"workshops/0000/DL0002.yml": SECOND}}},
        [
            "### 删除工作室 <code>DL0002</code>",
            "| 命名 1 · 级别 | <code>市级</code> |",
            "- <code>/workshops/DL0002/</code>",
        ],
    ),
    "a record under another id": (
        {
            "before": {"texts": {"workshops/0000/DL0002.yml": SECOND}},
            "texts": {"workshops/0000/DL0003.yml": SECOND.replace("DL0002", "DL0003")},
        },
        ["### 删除工作室 <code>DL0002</code>", "### 新增工作室 <code>DL0003</code>"],
    ),
    "keys in another order": (
        {
            "change": {
                RECORD: {
                    "name: 周海职工创新工作室\nkind: 工作室\n": "kind: 工作室\nname: 周海职工创新工作室\n"
                }
            }
        },
        ["没有改动内容（次序、空格、换行或注释）。", "!会变的网页", "!打开来源看过"],
    ),
    "a comment": (
        {"change": {RECORD: {"members: 15": "members: 15  # 核过"}}},
        ["没有改动内容", "!会变的网页"],
    ),
    "a name more in a list": (
        {
            "change": {
                NAMING: {
                    LIST: LIST + "  - {name: 钱江职工创新工作室, "
                    "unit: 大连示例医院, leader: 钱江, recommender: 中山区总工会}\n"
                }
            }
        },
        [
            "| 命名名单 |  | ＋ <code>钱江职工创新工作室（大连示例医院，钱江领衔，中山区总工会推荐）</code> |",
            "!周海职工创新工作室</code> |",
            "- <code>/notices/naming-2023/</code>",
        ],
    ),
    "a name less": (
        {"change": {NAMING: {LIST: "  - 周海职工创新工作室\n"}}},
        ["| 命名名单 | － <code>吴山劳模创新工作室</code> |  |"],
    ),
    "a unit beside a name": (
        {
            "change": {
                NAMING: {
                    LIST: LIST.replace("- 吴山劳模创新工作室", "- {name: 吴山劳模创新工作室, unit: 甲厂}")
                }
            }
        },
        [
            "| 命名名单 | <code>吴山劳模创新工作室</code> | <code>吴山劳模创新工作室<ins><b>（甲厂）</b></ins></code> |"
        ],
    ),
    "a list in another order": (
        {"change": {NAMING: {LIST: "  - 吴山劳模创新工作室\n  - 周海职工创新工作室\n"}}},
        ["| 命名名单（次序从这里起变了） |"],
    ),
    "a notice added": (
        {"before": {"without": [NAMING]}},
        [
            "### 新增通知和通报 <code>naming-2023</code>",
            "| 命名名单（2 项） | <code>周海职工创新工作室</code><br><code>吴山劳模创新工作室</code> |",
        ],
    ),
    "a notice removed": (
        {"without": [CALL, BODY]},
        [
            "### 删除通知和通报 <code>call-2023</code>",
            "### 删除通知正文 <code>call-2023.md</code>",
            "| 正文 | <code># 关于推荐申报的通知</code><br>",
        ],
    ),
    "a word of a notice": (
        {
            "before": {"texts": {BODY: "# 通知\n\n请于四月三十日以前报送。\n"}},
            "texts": {BODY: "# 通知\n\n请于五月三十日以前报送。\n"},
        },
        [
            "### 修改通知正文 <code>call-2023.md</code> <code>关于推荐申报",
            "| 第 3 行起 | <code>请于<del>四</del>月三十日以前报送。</code> | "
            "<code>请于<ins><b>五</b></ins>月三十日以前报送。</code> |",
            "- <code>/notices/call-2023/</code>",
        ],
    ),
    "a telephone number that goes": (
        {"texts": {BODY: "# 关于推荐申报的通知\n\n联系电话见通知\n"}},
        ["（原来的个人信息，不再显示）", "!13812345678"],
    ),
    "a form": (
        {"change": {FORM: {"version: 2023-1": "version: 2023-2", "label: 出生年月": "label: 出生日期"}}},
        [
            "### 修改表格 <code>2023/application</code> <code>申报表</code>",
            "| 版本 | <code>2023-<del>1</del></code> | <code>2023-<ins><b>2</b></ins></code> |",
            "| 栏目 <code>“出生日期”</code> · 栏目名 | <code>出生<del>年月</del></code>",
            "- <code>/forms/2023/application/</code>",
        ],
    ),
    "a form removed": ({"without": [FORM]}, ["### 删除表格 <code>2023/application</code>"]),
    "a term": (
        {"change": {HONOURS: {"{name: 大连市劳动模范, level: 市级": "{name: 大连市劳动模范, level: 省级"}}},
        [
            "| 词条 <code>“大连市劳动模范”</code> · 级别 | <code><del>市</del>级</code>",
            "用到这些词条、跟着变的记录有 1 条：<code>DL0001</code> <code>周海职工创新工作室</code>。",
            "- <code>/workshops/DL0001/</code>",
        ],
    ),
    "a term that nobody uses": (
        {
            "change": {
                HONOURS: {"{name: 中山区劳动模范, level: 区市县级": "{name: 中山区劳动模范, level: 市级"}
            }
        },
        ["!跟着变", "!会变的网页"],
    ),
    "a term added": (
        {"change": {ZONES: {"  - {name: 太平湾}": "  - {name: 太平湾}\n  - {name: 长山}"}}},
        ["| 词条 <code>“长山”</code> · 名称 | （没有） | <code>长山</code> |"],
    ),
    "redirects added": (
        {"texts": {"redirects.yml": REDIRECT}},
        [
            "### 新增改址表",
            "| 改址 <code>“zones/tpw/”</code> · 现在的网址 | <code>zones/太平湾/</code> |",
            "- <code>/zones/tpw/</code>",
            "- [ ] 改址的新旧两页说的是一回事",
        ],
    ),
    "a redirect": (
        {
            "before": {"texts": {"redirects.yml": REDIRECT}},
            "texts": {"redirects.yml": REDIRECT.replace("zones/太平湾", "zones/高新区")},
        },
        [
            "| 改址 <code>“zones/tpw/”</code> · 现在的网址 | <code>zones/<del>太平湾</del>/</code> | "
            "<code>zones/<ins><b>高新区</b></ins>/</code> |"
        ],
    ),
    "redirects removed": ({"before": {"texts": {"redirects.yml": REDIRECT}}}, ["### 删除改址表"]),
    "the totals": (
        {"before": {"texts": {"totals.yml": TOTAL}}, "texts": {"totals.yml": TOTAL.replace("1469", "1500")}},
        [
            "### 修改公开报道的总数",
            "- [ ] 公开报道的总数和其中各级，对照过报道原文",
            "- <code>/</code>",
        ],
    ),
    "a photograph": (
        {"modes": {"photos/dl0001-1.jpg": "100644"}},
        [
            "- <code>photos/dl0001-1.jpg</code>（修改，DL0001 用到它）",
            "- <code>/workshops/DL0001/</code>",
            "- [ ] 换了的照片看过",
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_kind(name: str) -> None:
    case, passages = CASES[name]
    told = _told(**case)
    for passage in passages:
        assert (passage.removeprefix("!") in told) != passage.startswith("!"), told


HOSTILE = "@somebody #12 !12 <img src=x onerror=a> </code>|`x` [a](https://evil.example) **b** GH-1 https://evil.example/ a@b.cn"


def test_no_text_of_any_kind_acts() -> None:
    """In a name, a title, a list, a body, a term, a box of a form, a redirect's reason: it is shown, and nothing comes of it."""
    quoted = f'"{HOSTILE}"'
    case = {
        "change": {
            RECORD: {
                "field: 机床维修": f'field: {quoted[:50]}"',
                "alt: 周海在调试机床": f'alt: {quoted[:80]}"',
            },
            NAMING: {LIST: f'{LIST}  - {quoted[:50]}"\n', "issuer: 大连市总工会": f'issuer: {quoted[:50]}"'},
            FORM: {"label: 出生年月": f'label: {quoted[:50]}"'},
            ZONES: {"{name: 太平湾}": f'{{name: {quoted[:50]}"}}'},
        },
        "texts": {BODY: f"# {HOSTILE}\n\n{HOSTILE}\n", "redirects.yml": REDIRECT.replace("换了网址", quoted)},
    }
    told = _comment(case)
    assert set(re.findall(r"</?([^ />]*)", told)) <= {
        "code",
        "br",
        "del",
        "ins",
        "b",
        "a",
        "details",
        "summary",
    }
    assert set(re.findall(r'href="([^"]*)"', told)) == {"https://www.example.com/news/1.html"}
    assert not re.search(r"[@#!][A-Za-z0-9]|`|\]\(|\*\*", re.sub(r"&#[0-9]+;", "", told.replace("### ", "")))
    for begin in "@#!":
        assert f"&#{ord(begin)};&#8288;" in told and not re.search(rf"&#{ord(begin)};(?!&#8288;)", told)
    rows = [line for line in told.split("\n") if line.startswith("| ")]
    assert rows and all(line.count("|") in (3, 4) for line in rows)


@pytest.mark.parametrize("many", [1, 300])
def test_the_greatest_length(many: int) -> None:
    """However much is changed, the comment has room, and says how much it leaves out."""
    records = {
        f"workshops/0000/DL{number:04}.yml": repositories.record(number, f"某{number}")
        + "summary: " + "甲@#" * 90 + "\n"
        for number in range(2, 2 + many)
    }  # fmt: skip
    told = _comment({"texts": records | {BODY: "行\n" * 20_000}})
    assert len(told) <= MOST
    assert ("份没有列出" in told) == (many > 1)
    assert "### 请审核的人核对" in told


def test_pieces_say_both_texts() -> None:
    """Joined again they are the texts, where nothing was left out; chance agreement of single characters is none."""
    for old, new in (
        ("甲乙丙丁", "甲丙丁戊"),
        ("2023-07-13", "2023-07-14"),
        ("", "甲"),
        ("a b", "a  b"),
        ("机床", "机床"),
    ):
        before, after = pieces(old, new)
        assert ("".join(it.text for it in before), "".join(it.text for it in after)) == (old, new)
    before, _ = pieces("甲乙丙丁戊己庚辛壬癸子丑寅", "甲乙丙丁戊天庚地壬癸子丑寅")
    assert [it.text for it in before if it.differs] == ["己庚辛"]

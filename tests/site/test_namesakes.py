"""Two workshops of one name: on every page that names one, a reader can tell which of them it is."""

from __future__ import annotations

import re
from functools import cache

from generator.problems.code import ERROR
from generator.rules.check import check
from tests.made import miniature, samples

OTHER = """\
id: DL0005
name: 周海职工创新工作室
kind: 工作室
category: 职工
not_same_as: [DL0001]
unit: 大连示例医院
leader:
  name: 周海
  basis:
    kind: 公开报道
district: 中山区
designations:
  - title: 大连市职工创新工作室
    level: 市级
    date: 2023-07-13
    notice: naming-2023
  - title: 辽宁省职工创新工作室
    level: 省级
    date: 2024
events:
  - kind: 复核合格
    date: 2025-05
    due: 2028-05-01
    source: 虚构文件
achievements:
  - kind: 专利
    title: 一种护理床
    year: 2022
sources:
  - title: 虚构报道
    supports: [name, unit, leader.name, designations]
corrections:
  - date: 2026-01-02
    what: 区域
    before: 甘井子区
    after: 中山区
    why: 抄错了
    source: 原文
"""
NAME, UNIT = "周海职工创新工作室", "大连示例医院"


def texts(listed: str = "  - 周海职工创新工作室\n") -> dict[str, str]:
    """The miniature with a namesake of its first workshop; `listed`: the namesake's entry in the notice's list."""
    held = miniature.texts()
    held["workshops/0000/DL0005.yml"] = OTHER
    held[samples.RECORD] = held[samples.RECORD].replace("unit:", "not_same_as: [DL0005]\nunit:", 1)
    held[samples.NAMING] = (
        held[samples.NAMING]
        .replace("  职工: 2\n", "  职工: 3\n")
        .replace("  - 吴山劳模创新工作室\n", f"  - 吴山劳模创新工作室\n{listed}")
    )
    return held


@cache
def made(listed: str = "  - 周海职工创新工作室\n") -> dict[str, str]:
    """The site's texts by path."""
    return {
        it.path: it.content.decode("utf-8-sig")
        for it in miniature.outputs(held=texts(listed))
        if it.path.endswith((".html", ".xml", ".ics", ".csv"))
    }


def test_they_are_accepted() -> None:
    held = texts()
    problems = check(miniature.registry(held), [], samples.TODAY)
    assert [it for it in problems if it.severity == ERROR] == []


def test_no_two_links_of_a_page_say_the_same_of_both() -> None:
    """Beside the name stands the unit, in the link or in the same line."""
    seen = 0
    for path, page in made().items():
        links = re.findall(
            r"<a href=\"[^\"]*workshops/(DL000[15])/[^\"]*\"[^>]*>([^<]*)</a>(.{0,900})", page, re.DOTALL
        )
        for id_, text, after in links:
            if NAME in text:
                unit = "大连示例机械有限公司" if id_ == "DL0001" else UNIT
                assert unit in text + after, (path, id_, text)
                seen += 1
    assert seen > 8


def test_each_page_says_whose_it_is() -> None:
    pages = made()
    for path in ("workshops/DL0005/index.html", "v/DL0005/index.html"):
        assert re.search(rf"<title>[^<]*{NAME}（{UNIT}）", pages[path]), path
    for path in ("corrections/index.html", "changes/index.html", "notices/naming-2023/index.html"):
        assert f"{NAME}（{UNIT}）" in pages[path], path
    told = [path for path, text in pages.items() if path.endswith((".xml", ".ics")) and NAME in text]
    assert told and all(f"{NAME}（" in pages[path].replace("\r\n ", "") for path in told)


def test_a_unit_that_the_notice_gives_is_not_told_twice() -> None:
    page = made(f"  - name: {NAME}\n    unit: {UNIT}\n")["notices/naming-2023/index.html"]
    assert f">{NAME}</a>（{UNIT}）" in page


def test_a_name_of_one_alone_stands_alone() -> None:
    assert "<title>只知名称职工创新工作室</title>" in made()["workshops/DL0003/index.html"]

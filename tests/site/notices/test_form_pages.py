"""Which form is in force, what the forms' page says of the others; a call's conditions and steps read out of its text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.doors import disk
from generator.doors.build import press
from generator.forms.versions import successor
from generator.model.noticetext import blocks
from generator.reading.read import read_texts
from generator.site.notices import calls
from generator.site.page import Looks, each
from generator.site.plan import plan
from generator.site.settings import Project
from tests import ROOT
from tests.made import miniature, samples

NEWER = {
    "2023-1": "2025-1\nchanges: [删去“层次”一栏, 简介改为500字]",
    "id: 2023/": "id: 2025/",
    "2023-03-01": "2025-03-01",
}
COMING = {"2023-1": "2027-1", "id: 2023/": "id: 2027/", "2023-03-01": "2027-03-01"}


def texts() -> dict[str, str]:
    """The samples with three versions of one form: replaced, in force, not yet in force."""
    return miniature.texts() | {
        "forms/2025/application.yml": samples.changed(samples.FORM, NEWER),
        "forms/2027/application.yml": samples.changed(samples.FORM, COMING),
        "forms/2025/other.yml": samples.changed(
            samples.FORM, {"id: 2023/application": "id: 2025/other", "2023-03-01": "2025-03-01"}
        ),
    }


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    registry, problems = read_texts(texts(), samples.names())
    assert problems == []
    project = Project(samples.TODAY, "名册", "", "")
    looks = Looks(miniature.frames(), disk.read_folder(ROOT / "site_src/templates"), press())
    outputs = each(plan(registry, project, looks))
    return {output.path: output.content for output in outputs}


def test_the_newest_form_of_a_name_that_has_taken_effect_replaces_the_others() -> None:
    forms = {form.id: form for form in read_texts(texts(), samples.names())[0].forms}
    told = {
        id_: (found.id if (found := successor(form, tuple(forms.values()), samples.TODAY)) else None)
        for id_, form in forms.items()
    }
    assert told == {
        "2023/application": "2025/application",
        "2025/application": None,
        "2025/other": None,
        "2027/application": None,
    }
    replaced = successor(forms["2023/application"], tuple(forms.values()), date(2027, 3, 1))
    assert replaced and replaced.id == "2027/application"
    again = replace(forms["2025/application"], effective=forms["2023/application"].effective)
    assert successor(forms["2023/application"], (again,), samples.TODAY) == again


def test_the_page_tells_versions_and_what_is_replaced_stays(site: dict[str, bytes]) -> None:
    page = site["forms/index.html"].decode()
    parts = page.split("<section")[1:]
    headings = [part.partition('<h2 id="')[2].partition('"')[0] for part in parts]
    assert headings == ["2027-application", "2025-other", "2025-application", "2023-application"]
    coming, _, present, old = parts
    assert "（还没有启用）" in coming
    assert "版本 2025-1，" in present and "2025 年 3 月 1 日</span>启用。" in present
    assert "与上一版的不同" in present and "<li>简介改为500字</li>" in present
    assert "已废止" not in coming + present
    assert '<a href="#2025-application">2025-1 版</a>' in old
    assert old.count(">已废止</span>") == 3, "at its heading and both files"
    assert "在线填写" not in old
    for path in ("forms/2023/application.docx", "forms/2023/application.pdf"):
        assert path in site and path in old
        assert path in site["SHA256SUMS"].decode()


def test_the_pages_of_a_replaced_form_say_so(site: dict[str, bytes]) -> None:
    assert "已废止" in site["forms/2023/application/index.html"].decode()
    assert "已废止" not in site["forms/2025/application/index.html"].decode()
    assert site["notices/call-2023/index.html"].decode().count(">已废止</span>") == 2


CALL = """\
# 关于推荐申报的通知

## 一、推荐申报条件

须必须有计划、有活动。还应：

1. 劳模创新工作室由劳模领衔。

2. 劳模和职工创新工作室已运行 3 年以上。

## 二、名额

1. 不限。

## 三、推荐命名程序

1. 推荐。各单位择优推荐。还要盖章。

2. 审定
"""


def test_conditions_and_steps_are_the_texts_own() -> None:
    said = blocks(CALL)
    asked = calls.conditions(said)
    assert asked == (
        calls.Requirement("有计划"),
        calls.Requirement("有活动"),
        calls.Requirement("劳模创新工作室由劳模领衔。", "劳模"),
        calls.Requirement("劳模和职工创新工作室已运行 3 年以上。"),
    )
    assert calls.years(asked) == 3
    assert calls.steps(said) == (
        calls.Step("推荐", "各单位择优推荐。还要盖章。"),
        calls.Step("审定", ""),
    )


def test_a_text_without_such_headings_has_neither() -> None:
    said = blocks("# 题\n\n1. 项。\n\n## 一、别的\n\n1. 项。\n")
    assert (calls.conditions(said), calls.steps(said), calls.years(())) == ((), (), None)

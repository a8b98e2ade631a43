"""There and back: what is written into the forms comes out as records; coordinates; any text at all."""

from __future__ import annotations

import random
import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.intake import datum, ticks
from generator.model.workshop import Workshop
from generator.reading.read import read_texts
from tests.made.intake import builders

SURNAMES = "周吴郑王冯陈褚卫蒋沈"
RARE = ("喆", "玥", "堃", "祎", "镕", "𠅤", "喆玥", "堃祎", "镕𠅤", "𠅤喆")
LONG = "".join(chr(0x4E00 + number) for number in range(300))


def records(content: dict[str, bytes]) -> list[Workshop]:
    """The drafts read again as records, their leaders' comments taken away as an editor would after consent."""
    made = builders.read(content)
    assert [problem for problem in made.problems if problem.severity == "错误"] == []
    texts = dict(builders.registry().texts)
    for draft in made.drafts:
        text = draft.output.content.decode()
        text = re.sub(r"^# (leader:|  .*)$", r"\1", text, flags=re.MULTILINE)
        texts[draft.output.path] = re.sub(r"date: （.*", "date: 2024-05-06", text)
    read, problems = read_texts(texts)
    assert problems == []
    return list(read.workshops)


def application(number: int) -> dict[str, str]:
    """The values of one of ten applications."""
    leader = SURNAMES[number] + RARE[number]
    return {
        "unit": f"大连 A & B <引号> “{number}” 有限公司" if number % 2 else f"大连{RARE[number]}机械有限公司",
        "date": f"2019年{number + 1}月{number + 11}日",
        "name": f"{leader}{'劳模' if number % 2 else '职工'}创新工作室",
        f"level_{number % 2 + 1}": builders.TICKED,
        "leader": leader,
        "birth": f"19{60 + number}年{number + 1}月",
        "grade": ("高级技师", "高级工程师", "高级技师、高级工程师")[number % 3],
        "education": ("研究生", "大学本科", "大学专科")[number % 3],
        "summary": (LONG, "第一段 A&B：<专利>3项。\n第二段，'单'\"双\"\\反斜杠 # 不是注释: 值。", "一句。")[
            number % 3
        ],
        "opinion_unit": "同意推荐",
    }


@pytest.mark.parametrize("number", range(10))
def test_ten_applications(number: int) -> None:
    values = application(number)
    content = {"申报表.docx": builders.application(values)}
    (workshop,) = records(content)
    leader = workshop.leader
    assert leader
    grades = "、".join(filter(None, (leader.skill_grade, leader.professional_title)))
    assert (workshop.name, workshop.unit, leader.name, leader.education) == (
        values["name"],
        values["unit"],
        values["leader"],
        values["education"],
    )
    assert grades == values["grade"]
    assert workshop.summary == values["summary"]
    assert workshop.category == ("劳模" if number % 2 else "职工")
    assert (
        str(workshop.sources[0].date and workshop.sources[0].date.chinese).replace(" ", "") == values["date"]
    )
    draft = builders.read(content).drafts[0].output.content.decode()
    assert f"# 申报表写的层次：{('区市县级', '产业级')[number % 2]}" in draft
    assert values["birth"] not in draft
    assert "同意推荐" not in draft


def test_ten_applications_at_once() -> None:
    content = {f"{number}.docx": builders.application(application(number)) for number in range(10)}
    begun = time.process_time()
    made = builders.read(content)
    assert time.process_time() - begun < 2
    assert [draft.output.path[-10:] for draft in made.drafts] == [f"DL{n:04}.yml" for n in range(1, 11)]
    assert not made.failed


def test_300_characters_and_301() -> None:
    assert len(LONG) == 300
    (workshop,) = records({"申报表.docx": builders.application(builders.VALUES, summary=LONG)})
    assert workshop.summary == LONG
    made = builders.read({"申报表.docx": builders.application(builders.VALUES, summary=LONG + "末")})
    assert [(problem.place, problem.code) for problem in made.problems] == [
        ("“工作室事迹简介、主要成果(300字)”栏", "F213")
    ]
    assert LONG + "末" in made.drafts[0].output.content.decode()


def test_forty_rows() -> None:
    rows = [
        {
            **builders.ROW,
            "工作室名称": f"示例{number:02}{'劳模' if number % 2 else '职工'}创新工作室",
            "类别": "劳模" if number % 2 else "职工",
            "所在单位": f"大连第{number}机械有限公司",
            "领衔人": f"{SURNAMES[number % 10]}示{RARE[number % 6]}",
            "成员人数": number + 1,
        }
        for number in range(40)
    ]
    rows[6] = {**rows[6], "学历": "博士后"}
    content = builders.summary(rows)
    begun = time.process_time()
    made = builders.read({"汇总表.xlsx": content})
    assert time.process_time() - begun < 3
    assert len(made.drafts) == 40
    assert [(problem.place, problem.code) for problem in made.problems] == [("推荐汇总表!I12", "F204")]
    del rows[6]["学历"]
    read = records({"汇总表.xlsx": builders.summary(rows)})
    assert [(one.name, one.unit, one.leader and one.leader.name, one.members) for one in read] == [
        (row["工作室名称"], row["所在单位"], row["领衔人"], row["成员人数"]) for row in rows
    ]


# ---- coordinates


def test_points_go_there_and_back() -> None:
    chance = random.Random(20190628)  # noqa: S311 (points, no secrets)
    for _ in range(300):
        point = round(chance.uniform(121.0, 123.5), 6), round(chance.uniform(38.7, 40.2), 6)
        assert datum.to_wgs84(*point, "wgs84") == point
        for shift, name in ((datum.gcj02, "gcj02"), (datum.bd09, "bd09")):
            lon, lat = shift(point)
            assert datum.to_wgs84(lon, lat, name) == pytest.approx(point, abs=1e-6)
            assert 0.001 < abs(lon - point[0]) < 0.02


def test_points_agree_with_prcoords() -> None:
    """Values of PRCoords 1.0.2 (CC0) for a point in the town."""
    assert datum.gcj02((121.65, 38.92)) == pytest.approx((121.65499259543272, 38.920826273505504), abs=1e-11)
    assert datum.bd09((121.65, 38.92)) == pytest.approx((121.66147848821377, 38.92692573777402), abs=1e-11)


# ---- ticks


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("□区市县级\n☑产业级", ["产业级"]),
        ("□区市县级 ☑产业级", ["产业级"]),
        ("☑区市县级 □产业级", ["区市县级"]),
        ("□区市县级√ □产业级", ["区市县级"]),
        ("□区市县级 □产业级√", ["产业级"]),
        ("区市县级（√） 产业级（ ）", ["区市县级"]),
        ("区市县级□ 产业级☑", ["产业级"]),
        ("√区市县级\n产业级", ["区市县级"]),
        ("√\n区市县级\n产业级", ["区市县级"]),
        ("区市县级\n√\n产业级", ["区市县级"]),
        ("[x]区市县级 [ ]产业级", ["区市县级"]),
        ("■区市县级 □产业级", ["区市县级"]),
        ("☑区市县级 ☑产业级", ["区市县级", "产业级"]),
        ("□区市县级 □产业级", []),
        ("区市县级 产业级", []),
        ("产业级", ["产业级"]),
        ("□产业级", []),
        ("", []),
    ],
)
def test_ticks(text: str, ticked: list[str]) -> None:
    assert ticks.ticked(text, ("区市县级", "产业级")) == ticked


# ---- any text at all

TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")),
        st.sampled_from("名称：: #'\"-[]{}&*!|>%@`\\〓，、√□年月日0123456789 \u3000\u200b\ue000\u2028"),
    ),
    max_size=60,
)


@settings(max_examples=30, deadline=None)
@given(
    st.fixed_dictionaries(dict.fromkeys(("unit", "leader", "grade", "education", "summary", "date"), TEXTS))
)
def test_any_text_gives_a_draft_that_can_be_read(values: dict[str, str]) -> None:
    """No text breaks the draft's writing or raises; S and F problems never stand in a draft."""
    kept = {
        key: "".join(c for c in text if c.isprintable() or c in "\u3000\u200b\ue000\u2028")
        for key, text in values.items()
    }
    made = builders.read({"申报表.docx": builders.application({**builders.VALUES, **kept})})
    assert len(made.drafts) == 1
    assert [problem for problem in made.checked if problem.code[0] in "SF"] == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(builders.ROW)), TEXTS), max_size=6))
def test_any_cell_gives_drafts_that_can_be_read(cells: list[tuple[str, str]]) -> None:
    row: dict[str, Any] = {**builders.ROW, **{label: _cell(text) for label, text in cells}}
    made = builders.read({"汇总表.xlsx": builders.summary([row])})
    assert [problem for problem in made.checked if problem.code[0] in "SF"] == []


GOOD = (builders.application(), builders.summary())
INNER = ("word/document.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml")


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(GOOD),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=40)), max_size=4),
)
def test_any_bytes_are_told_and_never_raise(good: bytes, changes: list[tuple[float, int, bytes]]) -> None:
    """A good file with bytes changed, cut or added anywhere."""
    builders.read({"某表": _changed(good, changes)})


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(GOOD),
    st.lists(
        st.tuples(
            st.floats(0, 1),
            st.integers(0, 9),
            st.sampled_from(
                (
                    b"",
                    b"<",
                    b"</w:p>",
                    b"999",
                    b"r",
                    b't="s"',
                    b"\x00",
                    b"&amp;",
                    b"&x;",
                    b"<v>1</v>",
                    b"-1",
                    b"1e9",
                )
            ),
        ),
        max_size=4,
    ),
)
def test_any_xml_is_told_and_never_raises(good: bytes, changes: list[tuple[float, int, bytes]]) -> None:
    """The same within the parts, packed again into a whole zip."""
    parts = builders.parts(good)
    changed = {name: _changed(parts[name], changes) for name in INNER if name in parts}
    builders.read({"某表": builders.with_parts(good, changed)})


def _changed(content: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    made = bytearray(content)
    for share, length, put in changes:
        place = int(share * (len(made) - 1))
        made[place : place + length] = put
    return bytes(made)


def _cell(text: str) -> str:
    """openpyxl writes no control characters, and takes a text that begins with = for a formula."""
    return "".join(c for c in text if c.isprintable() or c in "\u3000\u200b").lstrip("=")

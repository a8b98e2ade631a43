"""The printed register of a year."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator import cli
from generator.doors.build import press
from generator.model.local import Licence
from generator.model.registry import Registry
from generator.site.editions.register import edition, edition_pdf, is_printed, years
from tests.made import miniature, samples

PRESS = press()


def registry() -> Registry:
    """The miniature."""
    return miniature.registry()


def printed(year: int) -> list[str]:
    """The pages of an edition as text without white space."""
    reader = PdfReader(io.BytesIO(edition_pdf(PRESS, registry(), year, "工作室名册")))
    return ["".join(page.extract_text().split()) for page in reader.pages]


def test_an_edition_holds_what_was_named_by_the_end_of_its_year() -> None:
    for year in years(registry()):
        made = edition(registry(), year)
        told = {item.id for item in (*made.standing, *made.gone)}
        assert told == {item.id for item in registry().workshops if item.years and item.years[0] <= year}
    assert edition(registry(), 1999)[1:3] == ((), ())


def test_the_licence_is_that_of_the_register() -> None:
    own = replace(registry().local, licence=Licence({}, name="某种许可（虚构）"))
    content = edition_pdf(PRESS, replace(registry(), local=own), 2023, "工作室名册")
    cover = "".join(PdfReader(io.BytesIO(content)).pages[0].extract_text().split())
    assert "数据：某种许可（虚构）" in cover and "知识共享" not in cover
    assert "数据：知识共享署名4.0" in printed(2023)[0]


def test_two_of_a_district_stand_side_by_side() -> None:
    """Else the right half of most pages would be empty."""
    one = registry().workshops[0]
    twins = [
        replace(one, id=f"DL{number:04}", name=f"{letter}示例职工创新工作室")
        for number, letter in ((1, "甲"), (2, "乙"))
    ]
    content = edition_pdf(PRESS, replace(registry(), workshops=tuple(twins)), 2023, "名册")
    places = {}

    def seen(text: str, at: list[float], *_: object) -> None:
        places[text.strip()] = at[5]

    PdfReader(io.BytesIO(content)).pages[2].extract_text(visitor_text=seen)
    assert places["甲示例职工创新工作室"] == places["乙示例职工创新工作室"]


def test_the_site_offers_every_year_that_is_over() -> None:
    """So that an address, once offered, never goes; the year that runs is not frozen yet."""
    offered = {one.path for one in miniature.outputs() if one.path.startswith("editions/")}
    over = {year for year in years(registry()) if year < 2026}
    assert len(over) > 1
    assert offered == {"editions/index.html", *(f"editions/{year}.pdf" for year in over)}


def test_the_status_is_that_of_the_years_end() -> None:
    """DL0002 was revoked in 2020."""
    assert "DL0002" in {item.id for item in edition(registry(), 2019).standing}
    assert "DL0002" in {item.id for item in edition(registry(), 2020).gone}


def test_what_came_later_changes_no_earlier_edition() -> None:
    texts = miniature.texts()
    later = "  - title: 全国示范性劳模和工匠人才创新工作室\n    level: 全国\n    date: 2025-11\nevents:"
    texts[samples.RECORD] = texts[samples.RECORD].replace("events:", later)
    changed = miniature.registry(texts)
    assert len(changed.workshops[0].designations) == 3
    assert edition_pdf(PRESS, registry(), 2023, "工作室名册") == edition_pdf(
        PRESS, changed, 2023, "工作室名册"
    )
    assert edition_pdf(PRESS, registry(), 2025, "工作室名册") != edition_pdf(
        PRESS, changed, 2025, "工作室名册"
    )


LATER = """\
  - kind: 更名
    date: 2022
    source: 某文件
  - kind: 变更领衔人
    date: 2024-05
    source: 某文件
    former_leader: {first}
  - kind: 变更领衔人
    date: 2025-02
    source: 某文件
    former_leader: 吴江
  - kind: 单位更名
    date: 2024
    source: 某文件
  - kind: 单位更名
    date: 2025
    source: 某文件
"""


def changed(first: str = "孙山", **others: str) -> Registry:
    """The miniature, whose first workshop was renamed, was led by two others, and whose unit had two other names."""
    texts = miniature.texts()
    record = texts[samples.RECORD].replace("events:\n", f"events:\n{LATER.format(first=first)}")
    units = "former_units: [大连示例机床厂, 大连示例机床公司]\n"
    for old, new in {"unit: 大连": f"{units}unit: 大连", **others}.items():
        record = record.replace(old, new, 1)
    return miniature.registry(texts | {samples.RECORD: record})


@pytest.mark.parametrize(
    ("year", "name", "leader", "unit"),
    [
        (2023, "周海职工创新工作室", "孙山", "大连示例机床厂"),
        (2024, "周海职工创新工作室", "吴江", "大连示例机床公司"),
        (2025, "周海职工创新工作室", "周海", "大连示例机械有限公司"),
    ],
)
def test_a_past_year_says_who_led_then_and_for_which_unit(
    year: int, name: str, leader: str, unit: str
) -> None:
    held = changed()
    first = edition(held, year).standing[0]
    assert (first.name, first.leader and first.leader.name, first.unit) == (name, leader, unit)
    assert (first.former_names, first.former_units) == ((), ())
    text = told(held, year)
    assert leader in text and unit in text
    assert not {"孙山", "吴江"} - {leader} & set(re.findall("孙山|吴江", text))


def test_a_name_is_that_of_the_year() -> None:
    """Renamed in 2012, named in 2010."""
    names = {year: edition(registry(), year) for year in (2010, 2012)}
    assert [item.name for item in names[2010].standing if item.id == "DL0002"] == ["虚构市焊接工作室联盟"]
    assert [item.name for item in names[2012].standing if item.id == "DL0002"] == ["虚构市焊接创新工作室联盟"]


def test_what_cannot_be_told_of_a_year_is_not_said() -> None:
    """A former leader who is not known, or was taken down; more changes of a unit than names."""
    held = changed("×××", **{"[大连示例机床厂, 大连示例机床公司]": "[大连示例机床厂]"})
    text = told(held, 2023)
    assert "领衔人信息已应本人要求撤下" in text and "周海职工" in text and "吴江" not in text
    assert "大连示例机械有限公司（曾用名称：大连示例机床厂）" in text
    text = told(changed(**{"    former_leader: 孙山\n": ""}), 2023)
    assert "领衔人待补充" in text and "孙山" not in text


def told(held: Registry, year: int) -> str:
    """An edition's text without white space."""
    reader = PdfReader(io.BytesIO(edition_pdf(PRESS, held, year, "工作室名册")))
    return "".join("".join(page.extract_text().split()) for page in reader.pages)


def test_changes_of_a_later_year_leave_an_edition_as_it_was() -> None:
    """Renamed, handed over and moved to another unit's name in 2024: the edition of 2023 keeps its bytes."""
    texts = miniature.texts()
    record = texts[samples.RECORD].replace("former_names:\n  - 周海创新工作室\n", "")
    new = record.replace(
        "name: 周海职工创新工作室\n", "name: 吴江职工创新工作室\nformer_names: [周海职工创新工作室]\n", 1
    )
    new = new.replace(
        "unit: 大连示例机械有限公司", "unit: 大连新示例公司\nformer_units: [大连示例机械有限公司]"
    )
    new = new.replace("  name: 周海\n", "  name: 吴江\n")
    events = "".join(
        f"  - kind: {kind}\n    date: 2024\n    source: 某文件\n{more}"
        for kind, more in {"更名": "", "变更领衔人": "    former_leader: 周海\n", "单位更名": ""}.items()
    )
    new = new.replace("events:\n", f"events:\n{events}")
    before, after = (miniature.registry(texts | {samples.RECORD: text}) for text in (record, new))
    assert edition_pdf(PRESS, before, 2023, "工作室名册") == edition_pdf(PRESS, after, 2023, "工作室名册")
    assert edition_pdf(PRESS, before, 2025, "工作室名册") != edition_pdf(PRESS, after, 2025, "工作室名册")


def test_markup_in_a_record_stays_text() -> None:
    """What typst would take for a command, a file or a link is printed as it was written."""
    written = '#read("x.typ")*甲*_乙_@丙$丁$=戊'
    texts = miniature.texts()
    texts[samples.RECORD] = texts[samples.RECORD].replace("unit: ", f"unit: '{written}'  # ", 1)
    held = miniature.registry(texts)
    assert held.workshops[0].unit == written
    reader = PdfReader(io.BytesIO(edition_pdf(PRESS, held, 2023, "工作室名册")))
    whole = "".join("".join(page.extract_text().split()) for page in reader.pages)
    assert written in whole.replace("“", '"').replace("”", '"')


def test_every_workshop_stands_in_it_and_its_leader_in_the_index() -> None:
    made = edition(registry(), 2025)
    pages = printed(2025)
    whole = "".join(pages)
    for item in made.standing:
        assert item.id in whole
        assert "".join(item.name.split()) in whole or "script" in item.name, (
            "white space and quotes are set otherwise"
        )
    index = next(page for page in pages if "按姓名的汉语拼音排列" in page)
    place = next(number for number, page in enumerate(pages, start=1) if "DL0001" in page)
    assert re.search(rf"Z周海\.*{place}", index)
    assert f"工作室{len(made.standing)}个" in pages[0]
    assert "目录" in pages[1]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "new" / "名录.pdf"
    assert cli.main(["edition", "2023", "--out", str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert cli.main(["edition", "1949", "--out", str(target)]) == 2
    assert "2023" in capsys.readouterr().err


def test_the_register_bears_the_name_of_the_site_and_is_known_by_its_mark() -> None:
    printed = edition_pdf(PRESS, registry(), 2023, "某市工作室总表")
    reader = PdfReader(io.BytesIO(printed))
    assert reader.metadata and reader.metadata.title == "某市工作室总表（2023 年）"
    assert "某市工作室总表" in reader.pages[0].extract_text().replace("\n", "")
    assert "大连" not in reader.pages[0].extract_text()
    assert is_printed(printed)
    assert reader.metadata.get("/Keywords") == "register-edition"
    others = PRESS.set("notice.typ", "某市工作室总表（2023 年）", date(2023, 12, 31), {"blocks": []}, "")
    assert not is_printed(others)

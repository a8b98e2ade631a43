"""The papers of a round: 附件1 filled, what is asked of a union, 公示 and 通报; nothing private, nothing invented."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from generator.commands import roundwork
from generator.commands.rounds import day_of, words_of
from generator.doors.progress import quiet
from generator.doors.trouble import Trouble
from generator.forms.wordfile import parts
from tests.intake.rounds.conftest import Desk
from tests.made import desks, rounds
from tests.made.desks import cell
from tests.made.intake import builders

UNION = rounds.UNIONS[2]


def words(path: Path) -> list[str]:
    """The paragraphs of a Word file."""
    document = parts(path.read_bytes())["word/document.xml"]
    found = re.findall(r"<w:p>.*?</w:p>|<w:p [^>]*>.*?</w:p>", document, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", paragraph) for paragraph in found]


def conclude(desk: Desk, *said: str) -> dict[int, str]:
    """Type conclusions for applications 27, 28, ...; return their numbers."""
    numbers = desks.numbers(desks.loaded(desk.folder))
    own = {27 + at: numbers[rounds.values(27 + at)["name"]] for at in range(len(said))}

    def change(book: Any) -> None:
        for number, word in zip(own.values(), said, strict=True):
            cell(book, "结论", number, "结论").value = word

    desks.edited(desk.folder, change)
    return own


def test_a_summary_filled_reads_back(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("form1", "--recommender", UNION) == 0
    assert "5 个工作室" in capsys.readouterr().out
    made = desk.folder / f"附件1/附件1 {UNION}"
    assert made.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    read = builders.read({"附件1.xlsx": made.with_suffix(".xlsx").read_bytes()})
    assert sorted(draft.name for draft in read.drafts) == sorted(rounds.values(n)["name"] for n in rounds.FEW)
    assert not read.failed


def test_a_summary_without_any_that_was_sent(desk: Desk) -> None:
    """What only the forms say is in it; the columns that no form has stay empty."""
    summaries = [one for one in (desk.folder / "原件").iterdir() if one.suffix == ".xlsx"]
    for path in summaries:
        path.unlink()
    desk.run("desk")
    assert desk.run("form1", "--recommender", UNION) == 0
    read = builders.read({"a.xlsx": (desk.folder / f"附件1/附件1 {UNION}.xlsx").read_bytes()})
    assert len(read.drafts) == 5
    assert not any("established:" in draft.output.content.decode() for draft in read.drafts)


def test_nothing_came_of_that_union(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("form1", "--recommender", "长海县总工会") == 2
    assert UNION in capsys.readouterr().err


def test_nothing_came_yet(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (desk.folder / "原件").iterdir():
        path.unlink()
    for step in ("form1", "return"):
        assert desk.run(step) == 2
        assert "还没有收到材料" in capsys.readouterr().err


def test_what_a_union_is_asked(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("return") == 1
    assert "落款的日期（--date）没有写" in capsys.readouterr().out
    path = desk.folder / f"退回补正/退回补正 {UNION}.docx"
    told = words(path)
    text = "\n".join(told)
    assert f"{UNION}：" in told
    assert "学历：申报表空着。" in text
    assert "只差标点、括号或空格" in text
    assert "大连市总工会" in told and "【落款单位待填】" not in text  # the union of register.yml signs
    assert desk.run("return", "--issuer", "大连市总工会办公室", "--date", "2026-08-25") == 0
    assert "大连市总工会办公室" in words(path)
    assert "2026 年 8 月 25 日" in words(path) or "2026年8月25日" in words(path)


def test_the_public_list(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    own = conclude(desk, *["拟命名"] * 3, "待定", "撤回")
    assert desk.run("notice", "--kind", "公示", "--since", "2026-09-01", "--issuer", "大连市总工会") == 1
    out = capsys.readouterr().out
    assert "公示截止的日期、受理意见的部门和电话、成文日期" in out
    assert own[30] in out  # 待定 is told
    told = words(desk.folder / "发文/公示.docx")
    text = "\n".join(told)
    assert "拟命名下列3个工作室，其中劳模创新工作室1个、职工创新工作室2个" in text
    assert "公示时间：2026年9月1日至【公示截止的日期待填】" in text
    listed = [line for line in told if re.match(r"[0-9]+\. ", line)]
    assert [line.partition(". ")[0] for line in listed] == [str(n) for n in range(1, 4)]
    for number in rounds.FEW:
        assert (rounds.values(number)["name"] in text) is (number < 30)
    assert not [word for word in rounds.PRIVATE if word in text]


def test_the_naming_notice_by_districts(desk: Desk) -> None:
    conclude(desk, *["拟命名"] * 3)
    supplied = [
        "--number",
        "大工发〔2026〕12号",
        "--date",
        "2026-09-10",
        "--issuer",
        "大连市总工会",
        "--by",
        "区域",
    ]
    assert desk.run("notice", "--kind", "通报", *supplied) == 0
    told = words(desk.folder / "发文/通报.docx")
    assert told[0] == "大工发〔2026〕12号"
    assert "（一）甘井子区（1个）" in told
    assert told[-2:] == ["大连市总工会", "2026年9月10日"]
    assert not any("待填" in line for line in told)
    pdf = (desk.folder / "发文/通报.pdf").read_bytes()
    assert desk.run("notice", "--kind", "通报", *supplied) == 0
    assert (desk.folder / "发文/通报.pdf").read_bytes() == pdf


def test_no_notice_of_what_is_not_clear(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    for said in (("拟命名", "也许"), ("不命名", "不命名")):
        conclude(desk, *said)
        assert desk.run("notice", "--kind", "公示") == 2
        assert "结论" in capsys.readouterr().err
        assert not (desk.folder / "发文").exists()


@pytest.mark.parametrize("day", ["2026-13-01", "2026-09", "明天", "20260230", "\x1b", "x" * 200])
def test_a_day_that_is_none(day: str) -> None:
    with pytest.raises(Trouble, match="--date"):
        day_of("date", day)


def test_days_as_people_write_them() -> None:
    said = {
        day_of("date", text) for text in ("2026-09-10", "2026年9月10日", "2026.9.10", "２０２６年９月１０日")
    }
    assert [day and day.iso for day in said] == ["2026-09-10"]
    assert day_of("date", "") is None


def test_what_stands_beside_a_name_never_reaches_print(desk: Desk) -> None:
    """A telephone in the unit's box, a day of birth behind the leader's name: told, and left out of the list."""
    own = conclude(desk, "拟命名")

    def change(book: Any) -> None:
        cell(book, "总表", own[27], "申报单位（印章）").value = f"大连机械厂 {rounds.PRIVATE[2]}"
        cell(book, "总表", own[27], "领军人").value = f"{rounds.leader(27)}（{rounds.PRIVATE[0]}生）"

    desks.edited(desk.folder, change)
    assert desk.run("notice", "--kind", "公示") == 1
    text = "\n".join(words(desk.folder / "发文/公示.docx"))
    assert f"1. {rounds.values(27)['name']}\n" in text
    assert not [word for word in rounds.PRIVATE if word in text]
    work = roundwork.opened(desk.folder, desk.registry, quiet)
    made = roundwork.desk_anew(work, roundwork.read_all(work, work.round_.received, quiet))
    assert rounds.PRIVATE[2] in next(it for it in made.applications if it.number == own[27]).says("unit")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--kind", "公示", "--since", "2026-09-07", "--until", "2026-09-01"], "截止在开始以前"),
        (["--kind", "公示", "--number", "大工发〔2026〕12号"], "公示里没有地方写 --number"),
        (["--kind", "通报", "--since", "2026-09-01", "--contact", "甲"], "没有地方写 --since、--contact"),
        (["--kind", "通报", "--number", "大工发〔2025〕12号", "--date", "2026-09-10"], "文号里是 2025 年"),
    ],
)
def test_what_contradicts_itself_is_refused(
    options: list[str], told: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    conclude(desk, "拟命名")
    assert desk.run("notice", *options) == 2
    assert told in capsys.readouterr().err
    assert not (desk.folder / "发文").exists()


def test_odd_words_of_an_operator(desk: Desk) -> None:
    """Whatever is supplied: the papers are made, and it is text in them."""
    conclude(desk, "拟命名")
    for odd in ("a\x1b[31mb\u202e<b>&\"'", "\udcb4\udcf3\n第二行", "x" * 120):
        assert desk.run("notice", "--kind", "公示", "--issuer", odd, "--title", odd, "--contact", odd) == 1
        assert words(desk.folder / "发文/公示.docx")


def test_words_longer_than_any_official_text() -> None:
    with pytest.raises(Trouble, match="--title 写了 121 字"):
        words_of("title", "x" * 121)

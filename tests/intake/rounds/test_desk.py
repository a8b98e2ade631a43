"""The officer's desk: what people typed stays through all that they and the unions do, and nothing is guessed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.commands import roundwork
from generator.doors import roundfolder
from generator.doors.progress import quiet
from generator.intake.rounds import concluding
from generator.intake.rounds.applications import applications
from generator.intake.rounds.typed import Desk as Came
from generator.intake.rounds.typed import Typed, TypedSheet
from tests.intake.rounds.conftest import Desk
from tests.made import desks, rounds
from tests.made.desks import cell, says

SHEETS = ["总表", "与附件1核对", "查重", "条件", "考核打分", "结论", "未报送", "没读的文件"]


def number_of(desk: Desk, application: int) -> str:
    """The number of an application."""
    return str(desks.numbers(desks.loaded(desk.folder))[rounds.values(application)["name"]])


def test_the_desk_is_the_same_until_something_happens(desk: Desk) -> None:
    before = (desk.folder / roundfolder.DESK).read_bytes()
    assert desk.run("desk") == 0
    assert (desk.folder / roundfolder.DESK).read_bytes() == before
    assert [name for name in desks.loaded(desk.folder).sheetnames if name[0] != "_"] == SHEETS


def test_what_it_says(collected: Path) -> None:
    """Filled, missing, doubtful; differences; unions of which nothing came; files that were not read; conditions."""
    book = desks.loaded(collected / "round")
    numbers = {number: desks.numbers(book)[rounds.values(number)["name"]] for number in range(36)}
    assert says(book, "总表", numbers[1], "出生年月") == "已填"
    assert "个人信息" in says(book, "总表", numbers[1], "问题")
    assert says(book, "总表", numbers[31], "学历") == "研究生"  # of the summary: the form is empty
    differ = [desks.column(book, "与附件1核对", head) for head in ("申请号", "怎样不同")]
    assert (numbers[29], "只差标点、括号或空格") in set(zip(*differ, strict=True))
    silent = desks.column(book, "未报送", "推荐单位")
    assert "西岗区总工会" in silent
    assert not set(silent) & set(rounds.UNIONS)
    assert len(desks.column(book, "没读的文件", "文件")) == 2
    assert says(book, "条件", numbers[0], "条件1 表上") == "写了大连市劳动模范"
    assert says(book, "条件", numbers[1], "条件1 表上") == "另一类的条件"
    assert says(book, "条件", numbers[1], "条件3 表上") == "2016 年 5 月成立，满 2 年"


def _typed(book: Any, one: str, two: str) -> None:
    """All that a person types, in each sheet."""
    cell(book, "总表", one, "学历").value = "大学专科"  # in the place of 大学本科
    cell(book, "总表", two, "办理情况").value = "已电话核实"
    cell(book, "条件", one, "条件4 核对").value = "符合"
    cell(book, "考核打分", "评委姓名", "评委1 条件1、2").value = "甲评委"
    cell(book, "考核打分", "满分", "评委1 条件3").value = 30
    cell(book, "考核打分", one, "评委2 条件5").value = 17.5
    cell(book, "结论", one, "结论").value = "拟命名"
    cell(book, "结论", two, "说明").value = "缺材料 =1+1"
    cell(book, "未报送", "西岗区总工会", "催办情况").value = "8月25日已催"
    page = book["结论"]
    top = next(line[0].row for line in page.iter_rows() if line[0].value == "申请号")
    page.cell(top, page.max_column + 1).value = "分管领导意见"
    cell(book, "结论", two, "分管领导意见").value = "再看看"
    book.create_sheet("我的便条")["B2"] = "周三开会"


def _kept(desk: Desk, one: str, two: str) -> None:
    book = desks.loaded(desk.folder)
    assert says(book, "总表", one, "学历") == "大学专科"
    assert says(book, "总表", two, "办理情况") == "已电话核实"
    assert says(book, "条件", one, "条件4 核对") == "符合"
    assert says(book, "考核打分", "评委姓名", "评委1 条件1、2") == "甲评委"
    assert says(book, "考核打分", "满分", "评委1 条件3") == 30
    assert says(book, "考核打分", one, "评委2 条件5") == 17.5
    assert says(book, "结论", one, "结论") == "拟命名"
    assert says(book, "结论", two, "说明") == "缺材料 =1+1"
    assert says(book, "未报送", "西岗区总工会", "催办情况") == "8月25日已催"
    assert says(book, "结论", two, "分管领导意见") == "再看看"
    assert book["我的便条"]["B2"].value == "周三开会"


def test_what_was_typed_stays(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Through a desk made twice, sorted sheets, a sheet with another name, new papers; and it is in force."""
    one, two = number_of(desk, 27), number_of(desk, 28)
    desks.edited(desk.folder, lambda book: _typed(book, one, two))
    for _ in range(2):
        assert desk.run("desk") == 0
        _kept(desk, one, two)

    def disturb(book: Any) -> None:
        desks.sort(book, "结论")
        desks.sort(book, "总表")
        book["条件"].title = "条件（张科长看过）"
        book.move_sheet("结论", -5)

    desks.edited(desk.folder, disturb)
    (desk.sent / "新的.docx").write_bytes(rounds.form(37))
    assert desk.run("collect", desk.sent / "新的.docx") == 0
    _kept(desk, one, two)
    assert says(desks.loaded(desk.folder), "总表", one, "学历") == "大学专科"
    assert "条件（张科长看过）" not in desks.loaded(desk.folder).sheetnames
    work = roundwork.opened(desk.folder, desk.registry, quiet)
    made = roundwork.desk_anew(work, roundwork.read_all(work, work.round_.received, quiet))
    by_number = {it.number: it for it in made.applications}
    assert by_number[one].says("leader.education") == "大学专科"
    capsys.readouterr()

    desks.edited(desk.folder, lambda book: setattr(cell(book, "总表", one, "学历"), "value", None))
    assert desk.run("desk") == 0
    assert says(desks.loaded(desk.folder), "总表", one, "学历") == "大学本科"  # emptied is not altered


def test_what_has_no_place_any_more_is_told_and_kept(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """An application whose original is gone, a cell that is the program's to fill, a row of somebody's own."""
    one, two, gone = number_of(desk, 27), number_of(desk, 28), number_of(desk, 30)

    def change(book: Any) -> None:
        cell(book, "结论", gone, "说明").value = "退休了"
        cell(book, "结论", one, "工作室名称").value = "改了名的工作室"
        book["结论"].append([None, None, "自己写的一行"])
        del book["考核打分"], book["查重"]

    desks.edited(desk.folder, change)
    round_ = roundfolder.opened(desk.folder, desk.registry)
    for received in round_.received:
        if any(word in received.origins[0] for word in ("30.docx", "附件1.xlsx")):
            (desk.folder / received.file).unlink()
    assert desk.run("desk") == 1
    told = capsys.readouterr().out
    assert "退休了" in told
    assert "改了名的工作室" in told
    assert "自己写的一行" in told
    kept = desks.column(desks.loaded(desk.folder), "留存", "写的")
    assert f"{gone}：退休了" in kept
    assert says(desks.loaded(desk.folder), "结论", one, "工作室名称") == rounds.values(27)["name"]
    assert gone not in desks.column(desks.loaded(desk.folder), "结论", "申请号")
    assert desk.run("desk") == 0
    assert desks.column(desks.loaded(desk.folder), "留存", "写的") == kept
    assert says(desks.loaded(desk.folder), "考核打分", two, "申请号") == two


def test_heads_that_are_gone(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """A sheet whose heads somebody deleted is not read; it lies beside the new one."""
    one = number_of(desk, 27)
    desks.edited(desk.folder, lambda book: setattr(cell(book, "结论", one, "结论"), "value", "拟命名"))
    desks.edited(desk.folder, lambda book: book["结论"].delete_rows(1, 3))
    assert desk.run("desk") == 1
    assert "结论（旧）" in capsys.readouterr().out
    book = desks.loaded(desk.folder)
    assert "拟命名" in [one.value for line in book["结论（旧）"].iter_rows() for one in line]


def test_odd_sheets_and_cells(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Heads lost twice, names that differ in case, a formula that nobody computed: nothing stops, nothing is lost unsaid."""
    one = number_of(desk, 27)

    def change(book: Any) -> None:
        for name in ("结论（旧）", "Notes", "x" * 31):
            book.create_sheet(name)["A1"] = name
        book["结论"].delete_rows(1, 3)
        cell(book, "总表", one, "办理情况").value = "=1+1"

    desks.edited(desk.folder, change)
    assert desk.run("desk") == 1
    assert "“办理情况”里是公式" in capsys.readouterr().out
    names = desks.loaded(desk.folder).sheetnames
    assert {"结论", "结论（旧）", "结论（旧） 2", "Notes", "x" * 31} <= set(names)
    assert desk.run("desk") == 0
    assert desks.loaded(desk.folder).sheetnames == names


def test_what_the_program_wrote_is_gone(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    one = number_of(desk, 27)

    def change(book: Any) -> None:
        cell(book, "结论", one, "结论").value = "拟命名"
        del book["_程序写的"]

    desks.edited(desk.folder, change)
    assert desk.run("desk") == 1
    assert "认不出来" in capsys.readouterr().out
    assert says(desks.loaded(desk.folder), "结论", one, "结论") == "拟命名"


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04broken"])
def test_a_desk_that_cannot_be_read(content: bytes, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    (desk.folder / roundfolder.DESK).write_bytes(content)
    assert desk.run("desk") == 2
    assert "没有动它" in capsys.readouterr().err
    assert (desk.folder / roundfolder.DESK).read_bytes() == content


def test_a_desk_that_is_open_stops_the_step_before_it_begins(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    before = roundfolder.opened(desk.folder, desk.registry)
    (desk.folder / "~$本轮.xlsx").write_bytes(b"")
    (desk.sent / "新的.docx").write_bytes(rounds.form(37))
    assert desk.run("collect", desk.sent / "新的.docx") == 2
    assert "关掉" in capsys.readouterr().err
    assert roundfolder.opened(desk.folder, desk.registry) == before


# ---- words of conclusions: what is typed, what it means, whether it is told of

WORDS = [
    ("拟命名", "拟命名", False),
    (" 拟 命名 。", "拟命名", False),
    ("“拟命名”", "拟命名", False),
    ("同意命名", "拟命名", False),
    ("命名", "拟命名", False),
    ("不予命名", "不命名", False),
    ("不同意", "不命名", False),
    ("暂缓", "待定", False),
    ("撤回", "已撤回", False),
    ("", "待定", False),
    ("拟命名？", "待定", True),
    ("拟不命名", "待定", True),
    ("√", "待定", True),
    ("1", "待定", True),
    ("拟命名（待补材料）", "待定", True),
]


@pytest.mark.parametrize(("typed", "means", "told"), WORDS)
def test_words_of_conclusions(typed: str, means: str, told: bool, collected: Path) -> None:
    work = roundwork.opened(collected / "round", collected / "registry", quiet)
    every = roundwork.read_all(work, work.round_.received[:1], quiet)
    (one,) = applications(every, work.round_.numbers, work.ground.registry)
    page = TypedSheet(
        ("申请号", "结论"), {((one.number,), "结论"): Typed(typed, None, "结论 第 4 行")} if typed else {}
    )
    lines: list[str] = []
    (found,) = concluding.conclusions(Came({"结论": page}), (one,), lines)
    assert found.word == means
    assert bool(lines) is told

"""The result of every reader of filled forms: one application, its fields as texts with their places; and their shared problems."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.forms import Form, FormField
from generator.problems.code import ERROR, WARNING, Code

# Both readers yield it.
I611 = Code(
    "I611",
    ERROR,
    "同一栏读到不同的内容",
    meaning="一栏的内容可以从几处读到，几处不同就不知道以哪个为准，所以不写进记录。",
    bad="填写框里是“高级技师”，框旁边又写了“技师”",
    remedy="核对表格，只留一处。",
)
I612 = Code(
    "I612",
    ERROR,
    "选项不对",
    meaning="这一栏只能从给定的几项里选一项。",
    bad="“区市县级”“产业级”两项都打了勾",
    remedy="问清选的是哪一项。",
)
I615 = Code(
    "I615",
    WARNING,
    "找不到某一栏",
    meaning="栏名被删去或改得认不出，这一栏就没有读到。",
    bad="把“学历”那一行删去了",
    remedy="核对表格；要写的补进草稿。",
)
I616 = Code(
    "I616",
    WARNING,
    "有的行列没有读",
    meaning="多出来的列不知道放到哪里，表下面的说明和签名不是工作室；没有读的都说出来，免得以为读了。",
    bad="自己加了一列“联系电话”",
    remedy="列名写错的改正再读；本来不用的不必理会。",
)
I619 = Code(
    "I619",
    ERROR,
    "像是填错了格子",
    meaning="内容和别的栏对得上，和这一栏对不上，多半是错了一格；不改就会张冠李戴。",
    bad="领衔人一格写着“区市县级”；技术等级一格写着日期",
    remedy="核对表格，改好再读；或照表格改草稿。",
)


I609 = Code(
    "I609",
    WARNING,
    "表的标题和本站的不同",
    meaning="栏名认得出，标题却是另一张表的，来源就照这份表自己的标题写。",
    bad="标题是“某省示范性劳模创新工作室申报表”",
    remedy="核对是不是放错了文件；没有放错的，核对草稿里的来源。",
)
I620 = Code(
    "I620",
    WARNING,
    "划了删除线的没有读",
    meaning="划掉的行和字当作不要的；划错了的会因此缺少内容，所以都说出来。",
    bad="汇总表里把一行划掉了",
    remedy="还要的请去掉删除线，再读一次。",
)
I633 = Code(
    "I633",
    ERROR,
    "框里有不是文字的内容",
    meaning="图片、嵌入的文件里的字读不出来；框里又贴了一张表的，不知道怎样排成文字。",
    bad="300 字的框里贴了一张表；格子里是照片",
    remedy="把要写的打成文字，或照表格补进草稿。",
)


I646 = Code(
    "I646",
    ERROR,
    "这份记录程序改不了",
    meaning="记录的写法特别（例如整份写在花括号里、几行合成一行），程序改了再读回来和要改的不一样，所以一个字也没有动。",
    bad="整份记录写成 {id: DL0001, name: 甲工作室} 一行",
    remedy="打开这份记录，照提示手工改；或者先把它改成一键一行。",
)


class Doubt(NamedTuple):
    """Why a text may not be what was typed, as a problem."""

    code: Code
    message: str
    remedy: str


class Box(NamedTuple):
    """A field as it was filled in: its text and its place. `doubtful`: it has a problem already.

    `number`: Excel holds a number in it. `doubt`: why it may not be what was typed.
    """

    field: FormField
    text: str
    place: str
    doubtful: bool = False
    number: bool = False
    doubt: Doubt | None = None


class Surplus(NamedTuple):
    """A text in a box or column that the form does not have."""

    label: str
    text: str
    place: str


@dataclass(frozen=True)
class Filled:
    """One filled application: a form, or a row of a table. `boxes`: those in the file by key, with blank ones.

    `place`: which application of several, in words; `point`: longitude and latitude as written, with their place;
    `others`: what stands beside its boxes; `unread`: fields that never reach a record and are empty; `title`: that of the file.
    """

    form: Form
    place: str
    boxes: dict[str, Box]
    publisher: str = ""
    dated: str = ""
    point: tuple[Box | None, Box | None] = (None, None)
    others: tuple[Surplus, ...] = ()
    unread: tuple[FormField, ...] = ()
    title: str = ""

    def box(self, feeds: str) -> Box | None:
        """Return the box that fills a key of the record."""
        return next((box for box in self.boxes.values() if feeds in box.field.feeds), None)

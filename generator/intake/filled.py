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


class Box(NamedTuple):
    """A field as it was filled in: its text and its place. `doubtful`: it has a problem already.

    `number`: Excel holds a number in it.
    """

    field: FormField
    text: str
    place: str
    doubtful: bool = False
    number: bool = False


@dataclass(frozen=True)
class Filled:
    """One filled application: a form, or a row of a table. `boxes`: those in the file by key, with blank ones.

    `place`: which application of several, in words; `point`: longitude and latitude as written, with their place.
    """

    form: Form
    place: str
    boxes: dict[str, Box]
    publisher: str = ""
    dated: str = ""
    point: tuple[Box | None, Box | None] = (None, None)

"""The first sheet: how the table is to be filled in and sent back."""

from __future__ import annotations

from generator.forms.sheets.columns import BASIS, DELETE, ID, LISTS, NUMBER, SEAL, WHICH, WHY, WORKSHOPS

TITLE = "说明"
WORDS = "词表"


def lines(count: int) -> tuple[str, ...]:
    """Return the lines of the sheet. `count`: workshops in the table."""
    lists = "、".join(f"“{layout.name}”" for layout in LISTS)
    return (
        f"这份表是名册里 {count} 个工作室现在的记录。“{WORKSHOPS.name}”一行一个工作室；{lists}各有一张工作表，一行一项。",
        "填好以后存盘，原样交回（.xlsx、.xls、.et、.csv 都可以），由管理员读回名册。只读改过的格子，没有动过的不变。",
        "填写",
        "1. 涂了黄色的是还缺的，先填这些。不知道的空着，不猜。每一列怎么写，看列名下面的一行；有下拉列表的从列表里选。",
        f"2. {ID}永久不变，锁着不能改。灰色的列是程序算出来的，改了也不读。",
        f"3. 空格子不会删去记录里的内容。要删去原来写错的，在那一格写“{DELETE}”；整项（一次命名、一项成果）不要的，在那一项必填的一格写“{DELETE}”。"
        "删去一行、一列、一张工作表，记录都不变。",
        f"4. 加一项命名、成果、来源等：在那张工作表的末尾写一行，{ID}照抄，“{NUMBER}”空着。新增一个工作室：在“{WORKSHOPS.name}”的末尾写一行，{ID}空着；"
        f"它的命名、来源等也空着{ID}，在“{WHICH}”一列写它的名称。",
        f"5. 改动已经公布的名称、类别、所在单位、领衔人、命名、后续情况、来源：在同一行的“{WHY}”写原因，“{BASIS}”写依据（文件名称或公开出处）。"
        f"原来写错的，{WHY}写怎样错的；真的变了的，{WHY}写“更名”“单位更名”“变更领衔人”或“迁移”，再写日期，如“更名 2025-03”。",
        "6. 日期写 2019-06-28；只知道年月写 2019-06，只知道年写 2019。数字不带单位。",
        "请注意",
        "读回以后全部公开：不写身份证号、出生年月、手机号、住宅地址、电子邮箱、微信号。领衔人的姓名要有公开依据（公开报道，或本人同意并写日期）。",
        f"锁着的表不能排序、删行。要排序的，先在“审阅”里撤销工作表保护（没有密码），并且选中整张表一起排。“{SEAL}”是隐藏的，用来认出交回以前记录有没有别人改过，不要改它。",
    )

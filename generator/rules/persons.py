"""The law of a leader's name: it is the name of one person and nothing besides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.model.registry import Registry
from generator.problems.code import WARNING, Code
from generator.problems.law import law_of_one
from generator.problems.problem import Problem
from generator.problems.wording import Check

# What no name of a person holds: numbers, brackets, signs between several, titles and offices, units. The same in a browser.
MORE = (
    r"[0-9０-９()（）\[\]【】、，,;；:：/／《》“”]"
    r"|同志|先生|女士|师傅|主任|经理|部长|处长|科长|厂长|院长|校长|所长|书记|主席|董事|班长|组长|工长|工程师|技师|技工|退休|离休|已故|待定|等人"
    r"|公司|集团|有限|股份|银行|医院|学院|大学|学校|研究所|研究院|工会|委员会|车间|工作室|团队"
)

R320 = Code(
    "R320",
    WARNING,
    "领衔人的姓名里有别的",
    meaning="姓名会原样公开，职务、年月、说明、单位都不是姓名。",
    bad="name: 张三（退休）",
    remedy="只留姓名；别的写到各自的键里，或者不写。",
)


@law_of_one
def leader_is_one_person(registry: Registry, today: date) -> Iterator[Problem]:
    """A leader's name is the name of one person, without office, date, remark or unit (R320)."""
    for workshop in registry.workshops:
        leader = workshop.leader
        if leader and leader.name and re.search(MORE, leader.name):
            message = f"领衔人的姓名“{leader.name}”里有别的"
            remedy = "请只留一个人的姓名，不写职务、日期、说明和单位。"
            yield Problem(workshop.path, leader.mark("name"), R320, message, remedy)


# The same law in words for who fills in a form.
FOR_APPLICANTS = (
    Check("matches", R320, "请只写一个人的姓名，不写职务、日期、说明和单位", "", {"form": f".*(?:{MORE}).*"}),
)

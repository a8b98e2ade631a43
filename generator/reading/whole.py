"""Problems of a table or a list as a whole: missing keys, too many items, repeated items."""

from __future__ import annotations

from generator.problems.code import ERROR, Code
from generator.problems.wording import Check
from generator.reading.checks import F209

F202 = Code(
    "F202",
    ERROR,
    "缺少必须写的键",
    meaning="少了这一项，记录就不完整，不能公布。",
    bad="没有 name 这一行",
    remedy="照提示加上这一行。",
)
REQUIRED = Check("unwritten", F202, "缺少“{label}”（{key}）", "请在“{table}”里加一行 {key}: …（{words}）。")
ONE_AT_LEAST = Check("empty", F202, "“{label}”里一项也没有", "请至少写一项。")
TOO_MANY = Check("more", F209, "“{label}”有 {length} 项，至多 {most} 项", "请删减到 {most} 项以内。")
F216 = Code(
    "F216",
    ERROR,
    "列表里重复",
    meaning="同一项写两次，统计时会多算。",
    bad="former_names: [甲工作室, 甲工作室]",
    remedy="删去一处。",
)
TWICE = Check("twice", F216, "“{label}”里“{short}”写了两次", "请删去一处。")

"""Features of YAML that a record must not use: the problems of those that libyaml accepts, and of those that it stops at."""

from __future__ import annotations

from typing import NamedTuple

from generator.problems.code import ERROR, Code


class Words(NamedTuple):
    """A problem without its place."""

    code: Code
    message: str
    remedy: str


S120 = Code(
    "S120",
    ERROR,
    "值以 & 或 * 开头",
    meaning="这两个符号在 YAML 里是“锚点”和“引用”，不是文字；本库不用它们。",
    bad="unit: *danwei",
    remedy="是正文就给整个值加引号；想引用别处，就照样再写一遍。",
)
ANCHOR = Words(
    S120,
    "值以 & 或 * 开头，这两个符号有特殊含义",
    "若是正文，请给整个值加引号；若想引用别处，请照样再写一遍。",
)
S121 = Code(
    "S121",
    ERROR,
    "值以 ! 开头",
    meaning="! 在 YAML 里是“标签”，不是文字。",
    bad="name: !甲工作室",
    remedy="给整个值加引号，或删去 !。",
)
TAG = Words(S121, "值以 ! 开头，这个符号有特殊含义", "请给整个值加引号，或删去 !。")
S122 = Code(
    "S122",
    ERROR,
    "有以 % 开头的指令",
    meaning="以 % 开头的行是给程序的指令，记录里用不到。",
    bad="%YAML 1.2",
    remedy="删去这一行。",
)
DIRECTIVE = Words(S122, "以 % 开头的行是给程序的指令，这里不能用", "请删去这一行。")
S129 = Code(
    "S129",
    ERROR,
    "文件里没有内容",
    meaning="空文件会占用一个编号。",
    bad="（空文件）",
    remedy="写上记录，或者删去这个文件。",
)
NOTHING = Words(S129, "文件里没有内容", "请写上记录，或者删去这个文件。")
S127 = Code(
    "S127",
    ERROR,
    "冒号前面缺少键",
    meaning="每个值都要有键；值以 { 或 [ 开头时也会被读成这样。",
    bad=": 周示例职工创新工作室",
    remedy="写成“键: 值”的样子；值以 { 或 [ 开头时加引号。",
)
NO_KEY = Words(S127, "冒号前面缺少键，或键不是一个词", "请写成“键: 值”的样子；值以 { 或 [ 开头时请加引号。")
S123 = Code(
    "S123",
    ERROR,
    "一个文件里有好几份记录",
    meaning="一份记录存一个文件，才看得清谁改了哪一份。",
    bad="id: DL0001\n---\nid: DL0002",
    remedy="一份记录存一个文件，删去 --- 这一行。",
)


SEVERAL = Words(S123, "一个文件里有好几份记录（中间有 --- 分隔）", "请一份记录存一个文件，删去 --- 这一行。")
S124 = Code(
    "S124",
    ERROR,
    "用了合并键 <<",
    meaning="<< 会从别处带来看不见的内容。",
    bad="<<: {unit: 大连某厂}",
    remedy="把要用的键和值照样写出来。",
)


MERGED = Words(S124, "合并键 << 不能用", "请把要用的键和值照样写出来。")
S130 = Code(
    "S130",
    ERROR,
    "最外层不是“键: 值”",
    meaning="记录由一行行“键: 值”组成；整篇是一段文字或一个列表时读不出任何一项。",
    bad="- DL0001\n- 周示例职工创新工作室",
    remedy="对照 registry/README.md 里的例子改写。",
)
NO_KEYS = Words(S130, "文件的最外层应当是一行行的“键: 值”", "请对照 registry/README.md 里的例子改写。")
S116 = Code(
    "S116",
    ERROR,
    "方括号里用了全角的“，”或“、”",
    meaning="全角标点不分隔各项，几项会被当成一项。",
    bad="former_names: [甲工作室，乙工作室]",
    remedy="换成半角逗号加空格；若标点是正文的一部分，给这一项加引号。",
)
FULL_WIDTH = Words(
    S116,
    "方括号里用了全角的“，”或“、”，几项会被当成一项",
    "请改成半角逗号加空格，例如 [甲, 乙]；若标点是正文的一部分，请给它加引号。",
)
S119 = Code(
    "S119",
    ERROR,
    "“ #”后面的字会被丢掉",
    meaning="半角空格加 # 表示注释，# 后面的字不会进入记录。",
    bad="unit: 大连某厂 #三车间",
    remedy="是正文就给整个值加引号；是注释就在 # 后面空一格。",
)


GLUED = Words(
    S119, "“ #”后面的字会被当作注释丢掉", "若是正文，请给整个值加引号；若是注释，请在 # 后面空一格。"
)

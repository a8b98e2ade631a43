"""The meaning of codes for people: one for `explain`, all of them in registry/PROBLEMS.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.problems.code import Code

_FAMILIES = {
    "S": "文件的写法",
    "F": "一个键的值",
    "R": "记录之间的规矩",
    "H": "修改已公布的记录",
    "P": "网页",
    "I": "填好的表格",
}
_HEAD = """\
# 问题代码

<!-- 由程序生成（python -m tests.tools.bless），不用手改。 -->

检查记录时，每个问题显示成这样：

```text
文件:行:列: 级别 代码: 哪里不对
    行号 | 那一行的原文
         | ^^^^ 指着出问题的地方
  改法：怎样改
```

有“错误”的修改不能合并，网站也不会更新；“警告”只是提醒，核对过就可以不改。
在命令行里，`run.py explain F204` 显示一个代码的说明。
"""


_EXAMPLES = ("DL", "大连")  # the register that the examples of codes are of: its ids and its city
_OTHER = "XX"


def explained(code: Code, prefix: str, city: str) -> str:
    """Return the text of `python -m generator explain F204`. Its examples are of the register with that prefix of ids, in that city."""
    example = "\n".join(f"    {line}" for line in code.bad.split("\n"))
    text = f"{code}（{code.level}）：{code.heading}\n\n{code.meaning}\n\n例如：\n\n{example}\n\n改法：{code.remedy}\n"
    ids, named = _EXAMPLES
    # An example of another register's ids must not be of this one's.
    of = {prefix: _OTHER, ids: prefix or ids}
    text = re.sub(r"\b[A-Z]{2,4}(?=[0-9]|\b)", lambda found: of.get(found[0], found[0]), text)
    return text.replace(named, city or named)


def guide(codes: Iterable[Code], outputs: Mapping[str, str]) -> str:
    """Return the whole guide. `outputs`: by code, an example of the exact output; a code may be without one."""
    listed = sorted(codes)
    parts = [_HEAD]
    for letter, family in _FAMILIES.items():
        family_codes = [code for code in listed if code.startswith(letter)]
        if family_codes:
            parts += [f"## {letter}：{family}\n", _overview(family_codes)]
            parts += [_section(code, outputs.get(code)) for code in family_codes]
    return "\n".join(parts)


def _overview(codes: list[Code]) -> str:
    rows = [f"| [{code}](#{code.lower()}) | {code.level} | {code.heading} |" for code in codes]
    return "\n".join(["| 代码 | 级别 | 意思 |", "| --- | --- | --- |", *rows]) + "\n"


def _section(code: Code, output: str | None) -> str:
    """The heading is the code alone, so that its address never changes."""
    parts = [f"### {code}\n", f"**{code.heading}**（{code.level}）。{code.meaning}\n"]
    parts += ["例如：\n", f"```text\n{code.bad}\n```\n"]
    if output:
        parts += ["会显示：\n", f"```text\n{output}\n```\n"]
    return "\n".join([*parts, f"改法：{code.remedy}\n"])

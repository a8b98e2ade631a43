"""The guide to all problems, registry/PROBLEMS.md: for each code why it matters, an example, what is shown, the remedy."""

from __future__ import annotations

from collections.abc import Mapping

from generator.problems.codes.table import CODES, Code

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


def guide(outputs: Mapping[str, str]) -> str:
    """The whole guide. `outputs`: for each code an example of what is shown, exactly; codes without one go without."""
    parts = [_HEAD]
    for letter, family in _FAMILIES.items():
        found = [code for code in sorted(CODES.values()) if code.code.startswith(letter)]
        if found:
            parts += [f"## {letter}：{family}\n", _overview(found)]
            parts += [_section(code, outputs.get(code.code)) for code in found]
    return "\n".join(parts)


def _overview(found: list[Code]) -> str:
    rows = [f"| [{code.code}](#{code.code.lower()}) | {code.severity} | {code.title} |" for code in found]
    return "\n".join(["| 代码 | 级别 | 意思 |", "| --- | --- | --- |", *rows]) + "\n"


def _section(code: Code, output: str | None) -> str:
    """A heading of the code alone, so that its address never changes."""
    parts = [f"### {code.code}\n", f"**{code.title}**（{code.severity}）。{code.meaning}\n"]
    parts += ["例如：\n", f"```text\n{code.bad}\n```\n"]
    if output:
        parts += ["会显示：\n", f"```text\n{output}\n```\n"]
    return "\n".join([*parts, f"改法：{code.remedy}\n"])

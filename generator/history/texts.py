"""Laws for the texts of records and notices: they can be compared, and get no markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.history.change import Change
from generator.model.notices import Notice
from generator.model.workshop import Workshop
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law
from generator.problems.problem import FILE_START, Problem
from generator.problems.wording import short
from generator.rules.walk import leaves

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,60}>?|<!")


H417 = Code(
    "H417",
    WARNING,
    "以前的版本读不懂，没法比较",
    meaning="原来的文件本身有错，程序看不出这次改了哪些事实。",
    bad="原来的 DL0003.yml 里有 Tab 键",
    remedy="请审核的人对照两个版本看一遍。",
)


@law
def before_is_read(change: Change) -> Iterator[Problem]:
    """A file whose old version cannot be read is pointed out to the reviewer (H417)."""
    read = {one.path for one in change.before.workshops} | {one.path for one in change.before.notices}
    for path in sorted(change.before.texts.keys() & change.after.texts.keys() & change.touched):
        if path.startswith(("workshops/", "notices/")) and path.endswith(".yml") and path not in read:
            message = "以前的版本读不懂，看不出改了哪些事实"
            remedy_text = "请审核的人对照两个版本，逐项核对名称、类别、领衔人和命名。"
            yield Problem(path, FILE_START, H417, message, remedy_text)


H418 = Code(
    "H418",
    ERROR,
    "文字里有网页代码",
    meaning="网页会照字面显示它，不会运行；但记录里不该有，别人下载数据去用时可能会运行。",
    bad="summary: <script>alert(1)</script>",
    remedy="删去；确实要写尖括号的，改用全角的〈〉。",
)


@law
def text_has_no_markup(change: Change) -> Iterator[Problem]:
    """No tag of HTML is added to a record or a notice (H418); old ones may stay."""
    touched: list[Workshop | Notice] = [*change.after.workshops, *change.after.notices]
    for record in touched:
        old_text = change.before.texts.get(record.path, "")
        for part, key, value in leaves(record, str) if record.path in change.touched else ():
            tag = _TAG.search(value)
            if tag and tag[0] not in old_text:
                message = f"这里有网页代码“{short(tag[0])}”"
                remedy_text = "请删去；确实要写尖括号的，改用全角的〈〉。"
                yield Problem(record.path, part.mark(key), H418, message, remedy_text)

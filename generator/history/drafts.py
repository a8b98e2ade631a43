"""A draft is no record: what `import` leaves as comments, to be judged by somebody, is not published with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.history.change import Change, number
from generator.problems.code import ERROR, Code
from generator.problems.law import law
from generator.problems.problem import Mark, Problem

_DOUBT = re.compile(r"(?:^|\s)[#＃]\s*待核")
# `new` writes what a key is for behind it, so that `# leader:   领衔人：…` holds nobody.
_LEADER = re.compile(
    r"^\s*[#＃]\s*(?:-\s*)?(?:leader\s*[:：]\s*(?:\{.*)?$|(?:name|pinyin|honours|skill_grade|professional_title|education|basis)\s*[:：])"
)


H405 = Code(
    "H405",
    ERROR,
    "草稿还没有核完",
    meaning="导入的草稿把读不准的写成“# 待核”，把领衔人写成注释，等人核对、等本人同意；注释也在公开的文件里，谁都看得到。",
    bad="新记录里还留着“# 待核：申报表写的学历：…”，或“# leader:”和下面的姓名",
    remedy="待核的核清以后写进对应的键，再删去那一行；领衔人同意公开的，写上日期、去掉“# ”，没有同意的整段删去。",
    hidden=True,
)


@law
def draft_is_finished(change: Change) -> Iterator[Problem]:
    """No record gets a line that waits for somebody's judgement, or a leader in comments (H405, at the first of each)."""
    for path in sorted(change.touched & change.after.texts.keys()):
        if number(path) is None:
            continue
        stood = set(change.before.texts.get(path, "").splitlines())
        added = [
            (place, line)
            for place, line in enumerate(change.after.texts[path].splitlines(), start=1)
            if line not in stood
        ]
        doubts = [(place, line) for place, line in added if _DOUBT.search(line)]
        led = [(place, line) for place, line in added if _LEADER.match(line)]
        if doubts:
            message = f"还有 {len(doubts)} 处“待核”没有核"
            remedy = "请逐处对照原表：核清了写进对应的键，不能确定就不写；“# 待核”的各行都要删去。"
            yield Problem(path, _mark(*doubts[0]), H405, message, remedy)
        if led:
            remedy = "本人同意公开的，请在 basis 的 date 写上日期，去掉各行开头的“# ”；没有同意的，整段注释都删去。"
            yield Problem(path, _mark(*led[0]), H405, "领衔人还写在注释里，注释也是公开的", remedy)


def _mark(place: int, line: str) -> Mark:
    return Mark(place, len(line) - len(line.lstrip()) + 1, len(line) + 1)

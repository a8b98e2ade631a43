"""The title of a file: whether it is that of the form, and what the file calls itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.intake.filled import I609
from generator.intake.labels import key
from generator.intake.notes import FormNotes, quoted
from generator.intake.plain import one_line
from generator.model.forms import Form

_TITLE = re.compile(r".{4,60}(?:表|申报书|推荐书|申请书)(?:\s*[(（][^()（）]{1,10}[)）])?", re.DOTALL)
_ANNEX = re.compile(r"^附件\s*[0-9一二三]{0,2}\s*[:：]?\s*")


def other(form: Form, above: Iterable[str], notes: FormNotes) -> str:
    """Return the title above the boxes if it is not the form's (I609); empty if it is, or if there is none."""
    lines = [line for line in (one_line(_ANNEX.sub("", text.strip())) for text in above) if line]
    if key(form.title) in key("".join(lines)):
        return ""
    title = next((line for line in lines if _TITLE.fullmatch(line)), "")
    if title:
        message = f"表的标题是{quoted(title)}，不是《{form.title}》"
        notes.add("", I609, message, "请核对是不是放错了文件；没有放错的，请核对草稿里的来源。")
    return title


def first(texts: Iterable[str]) -> str:
    """Return what a file begins with, to name it by; empty if it has no words."""
    return next((one_line(text) for text in texts if text.strip()), "")

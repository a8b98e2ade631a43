"""Forms and photographs: what was published under a name stays what it was."""

from __future__ import annotations

from collections.abc import Iterator

from generator.history.change import Change
from generator.history.explained import added, as_written
from generator.model.forms import Form
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law
from generator.problems.problem import FILE_START, Mark, Problem
from generator.problems.wording import short
from generator.reading import schema
from generator.reading.tables import Field

# What helps to fill a form in or to read it back; all else is printed on it, or says what becomes of what is written.
_HELP = {"aliases", "help", "guide", "changes", "lines", "width", "rows", "id", "key", "fields"}


H425 = Code(
    "H425",
    ERROR,
    "改了随通知发的表格，没有说明",
    meaning="表格是通知的附件，已经有人照着填；栏目少了，填好的表就读不全，改了“不进入记录”的，个人信息会跟着公开。",
    bad="forms/2019/application.yml 里删去了“学历”一栏，或改了 version",
    remedy="放回原样；要出新版的另建一份，由新的通知附上；登记错了的，在那份通知里加一条更正，what 写“表格”。",
)


@law
def form_is_explained(change: Change) -> Iterator[Problem]:
    """A form that a notice annexed stays as it was issued, unless a correction of the notice says that it was copied wrongly (H425)."""
    after = {form.id: form for form in change.after.forms}
    for old in change.before.forms:
        new = after.get(old.id)
        if new is None or old.path not in change.touched or _is_corrected(change, old):
            continue
        for mark, words in _changes(old, new):
            message = f"{old.annex}（{old.title}）{words}"
            place = (
                f" registry/notices/{old.notice}.yml" if old.notice in change.after.notice_by_id else "通知"
            )
            remedy = (
                "请放回原样；要出新版的，另建一份表格，由新的通知附上；登记时抄错了的，"
                f"请在{place} 的 corrections 里加一条，what 写“表格 {old.id}”。"
            )
            yield Problem(new.path, mark, H425, message, remedy)


def _is_corrected(change: Change, form: Form) -> bool:
    notice = change.after.notice_by_id.get(form.notice)
    if notice is None or notice.path not in change.touched:
        return False
    was = change.before.notice_by_id.get(form.notice)
    new = added(was.corrections if was else (), notice.corrections)
    return any("表格" in one.what or form.annex in one.what or form.id in one.what for one in new)


def _changes(old: Form, new: Form) -> Iterator[tuple[Mark, str]]:
    """Yield what changed of what a form says, and where."""
    for field in schema.FORM.fields:
        if field.key not in _HELP and getattr(old, field.key) != getattr(new, field.key):
            yield new.mark(field.key), _become(field, old, new)
    boxes = {box.key: box for box in new.fields}
    for box in old.fields:
        now = boxes.get(box.key)
        if now is None:
            yield new.mark("fields"), f"少了“{box.label}”一栏"
            continue
        for field in schema.FORM_FIELD.fields:
            if field.key not in _HELP and getattr(box, field.key) != getattr(now, field.key):
                yield now.mark(field.key), f"的“{box.label}”一栏，{_become(field, box, now)}"
    known = {box.key for box in old.fields}
    for box in new.fields:
        if box.key not in known:
            yield box.mark(), f"多了“{box.label}”一栏"
    order = [box.key for box in new.fields if box.key in known]
    if order != [box.key for box in old.fields if box.key in boxes]:
        yield new.mark("fields"), "的栏目次序变了"


def _become(field: Field, old: object, new: object) -> str:
    was, now = (_text(getattr(part, field.key)) for part in (old, new))
    return f"{field.label}由“{short(was)}”改为“{short(now)}”"


def _text(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return "是" if value else "（没有）"
    if isinstance(value, tuple) and not hasattr(value, "iso"):
        return "、".join(map(str, value)) or "（没有）"
    return as_written(value)  # type: ignore[arg-type]  # a form holds texts, days, truths, numbers and lists of texts


H471 = Code(
    "H471",
    WARNING,
    "照片换了，说明和同意日期没有改",
    meaning="画面说明和“同意公开的日期”说的是原来那一张；换了一张，就像是画面里的人同意过。",
    bad="photos/dl0001-1.jpg 换成了另一张，记录没有动",
    remedy="换了一张的，用新的文件名，consent 写新照片里的人同意的日期；只是缩小、裁剪的，核对以后可以留着。",
)


@law
def photograph_is_the_one_agreed_to(change: Change) -> Iterator[Problem]:
    """A photograph is not replaced by another under the same name and the same consent (H471)."""
    were = {one.path: {photo.file: photo for photo in one.photos} for one in change.before.workshops}
    for workshop in change.after.workshops:
        for number, photo in enumerate(workshop.photos, start=1):
            path = f"photos/{photo.file}"
            if not {path} & change.touched & change.published & change.modes.keys():
                continue
            if workshop.path not in change.touched or were.get(workshop.path, {}).get(photo.file) == photo:
                message = f"{photo.file} 换成了另一张，{workshop.id} 里它的说明和同意日期没有改"
                remedy = "换了一张的，请用新的文件名，consent 写新照片里的人同意的日期；只是缩小、裁剪的，核对以后可以留着。"
                mark = workshop.mark(f"photos.{number}") if workshop.path in change.touched else FILE_START
                yield Problem(workshop.path, mark, H471, message, remedy)

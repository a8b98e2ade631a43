"""Laws of notices and forms: their lists are complete, not too long, and their files exist."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from generator.model.registry import Registry
from generator.problems.code import ERROR, Code
from generator.problems.law import law
from generator.problems.problem import Problem
from generator.reading import schema
from generator.reading.likeness import guess
from generator.rules.names import category_of

_CALL = (("deadline", "截止日期", "2026-05-31"), ("text", "正文文件", "2026-5.md"))


R351 = Code(
    "R351",
    ERROR,
    "名单多于通报写的数目",
    meaning="名单比通报正文写的数目还多，必有一处写错。",
    bad="counts 写职工 40，名单里有 41 个职工创新工作室",
    remedy="对照通报原文改正。",
)


@law
def names_fit_counts(registry: Registry, today: date) -> Iterator[Problem]:
    """A notice lists no more names of a category than its text counts (R351)."""
    for notice in registry.notices:
        listed = Counter(category_of(entry.name) for entry in notice.names)
        for category, most in (notice.counts or {}).items():
            if listed[category] > most:
                message = f"名单里有 {listed[category]} 个{category}创新工作室，多于命名数 {most}"
                yield Problem(notice.path, notice.mark("names"), R351, message, "请对照通报原文改正。")


R352 = Code(
    "R352",
    ERROR,
    "由这份通报命名的记录多于它写的数目",
    meaning="引用这份通报的记录比它命名的还多，有的引用错了。",
    bad="counts 写劳模 20，有 21 份记录说由它命名",
    remedy="查看列出的记录，改正写错的 notice。",
)


@law
def records_fit_counts(registry: Registry, today: date) -> Iterator[Problem]:
    """No more records of a category cite a notice than its text counts; with a list of names R343 covers this (R352)."""
    citing: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    for workshop in registry.workshops:
        for named in workshop.designations:
            citing[named.notice or "", workshop.category or category_of(workshop.name)].add(workshop.id)
    for notice in registry.notices:
        for category, most in ({} if notice.names else notice.counts or {}).items():
            records = sorted(citing[notice.id, category])
            if len(records) > most:
                message = f"有 {len(records)} 份{category}创新工作室的记录说由它命名，多于命名数 {most}"
                shown = "、".join(records[:8]) + ("等" if len(records) > 8 else "")
                yield Problem(notice.path, notice.mark("counts"), R352, message, f"请核对这些记录：{shown}。")


R353 = Code(
    "R353",
    ERROR,
    "推荐通知不完整",
    meaning="推荐通知要有截止日期和正文，各单位才能照着申报。",
    bad="kind: 推荐通知，没有 deadline",
    remedy="照提示加上。",
)


@law
def call_is_complete(registry: Registry, today: date) -> Iterator[Problem]:
    """A 推荐通知 has a deadline and its text (R353; applicants need both)."""
    for notice in registry.notices:
        for key, label, example in _CALL:
            if notice.is_call and key not in notice.at:
                message = f"推荐通知缺少“{label}”（{key}）"
                yield Problem(
                    notice.path,
                    notice.mark("kind"),
                    R353,
                    message,
                    f"请加一行 {key}，如 {key}: {example}。",
                )


R354 = Code(
    "R354",
    ERROR,
    "找不到通知的正文文件",
    meaning="text 写了文件名，文件却不在 registry/notices 里。",
    bad="text: 2019-42.md",
    remedy="核对文件名，或把文件放进来。",
)


@law
def text_is_there(registry: Registry, today: date) -> Iterator[Problem]:
    """The text of a notice is a file beside it (R354)."""
    for notice in registry.notices:
        if notice.text and f"notices/{notice.text}" not in registry.names:
            message = f"registry/notices 里没有“{notice.text}”"
            yield Problem(notice.path, notice.mark("text"), R354, message, "请核对文件名，或把文件放进来。")


R355 = Code(
    "R355",
    ERROR,
    "找不到通知的表格",
    meaning="forms 写了表格，表格却不在 registry/forms 里。",
    bad="forms: [2019/aplication]",
    remedy="核对编号，或把表格放进来。",
)


@law
def forms_are_there(registry: Registry, today: date) -> Iterator[Problem]:
    """The forms of a notice are in registry/forms (R355)."""
    known = {form.id for form in registry.forms}
    for notice in registry.notices:
        for number, form in enumerate(notice.forms, start=1):
            if form not in known and f"forms/{form}.yml" not in registry.texts:
                message = f"没有“{form}”这份表格"
                remedy = guess(form, sorted(known)) or f"请核对编号，或把表格放到 registry/forms/{form}.yml。"
                yield Problem(notice.path, notice.mark(f"forms.{number}"), R355, message, remedy)


R356 = Code(
    "R356",
    ERROR,
    "表格栏目对应的键不存在",
    meaning="栏目填的内容要送到记录的某个键里，这个键不存在就会丢掉。",
    bad="feeds: leader.nmae",
    remedy="改成记录里有的键；不进入记录的栏目写 private: true，不写 feeds。",
)


@law
def form_feeds_known_keys(registry: Registry, today: date) -> Iterator[Problem]:
    """A form's field feeds a key of the record (R356; else the answer would be lost)."""
    for form in registry.forms:
        for field in form.fields:
            for number, key in enumerate(field.feeds, start=1):
                if not _can_be_fed(key):
                    message = f"栏目“{field.label}”对应的键“{key}”不存在"
                    remedy = "请写记录里的键，如 unit、leader.name；不进入记录的栏目写 private: true。"
                    yield Problem(form.path, field.mark(f"feeds.{number}"), R356, message, remedy)


def _can_be_fed(key: str) -> bool:
    """`designations.level` feeds the one designation that a filled form makes."""
    head, _, tail = key.partition(".")
    field = schema.WORKSHOP.field(head)
    if field is None or not tail:
        return field is not None
    return field.table is not None and field.table.field(tail) is not None

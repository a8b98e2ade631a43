"""The table of notices."""

from __future__ import annotations

from generator.model.notices import KINDS, Listed, Notice
from generator.model.part import Places
from generator.reading.patterns import Pattern
from generator.reading.quantities import Day, Integer
from generator.reading.schema.patterns import FORM_ID, SLUG
from generator.reading.schema.workshop import CORRECTION, SOURCE
from generator.reading.tables import Field, Many, OfTable, Table
from generator.reading.textor import TextOr
from generator.reading.words import Choice, Text

_DAY = Day(full=True)


def _counts(at: Places, **values: int | None) -> dict[str, int]:
    return {category: number for category, number in values.items() if number is not None}


COUNTS = Table("counts", "命名数", _counts, (
    Field("劳模", "劳模创新工作室数", Integer(0, 100_000)),
    Field("职工", "职工创新工作室数", Integer(0, 100_000)),
))  # fmt: skip
LISTED = Table("listed", "名单里的一项", Listed, (
    Field("name", "名称", Text(60), required=True),
    Field("unit", "单位", Text(80)),
    Field("leader", "领衔人", Text(20)),
    Field("recommender", "推荐工会", Text(40)),
))  # fmt: skip
NOTICE = Table("notice", "通知和通报", Notice, (
    Field("id", "编号", Pattern(SLUG, "小写字母、数字和减号，和文件名一样"), required=True),
    Field("kind", "种类", Choice(KINDS), required=True),
    Field("issuer", "发文单位", Text(60), required=True),
    Field("title", "标题", Text(120), required=True),
    Field("number", "文号", Text(40)),
    Field("date", "日期", Day(), required=True),
    Field("deadline", "截止日期", _DAY),
    Field("counts", "命名数", OfTable(COUNTS)),
    Field("names", "命名名单", Many(TextOr(LISTED), 5000), help="照通报的次序，逐字相同；两个同名的写两次，表上印有单位等的一并写"),
    Field("text", "正文文件", Pattern(rf"{SLUG}\.md", "同一文件夹里的 .md 文件名")),
    Field("contact", "原文所印联系方式", Many(Text(100), 10)),
    Field("forms", "表格", Many(Pattern(FORM_ID, "registry/forms 里的表格，如 2019/application"), 10)),
    Field("note", "说明", Text(300)),
    Field("sources", "来源", Many(OfTable(SOURCE), 50), required=True),
    Field("corrections", "更正", Many(OfTable(CORRECTION))),
))  # fmt: skip

"""The table of vocabularies, and which there are."""

from __future__ import annotations

from generator.model.vocabulary import Term, Vocabulary
from generator.model.workshop import LEVELS
from generator.reading.patterns import Pattern
from generator.reading.quantities import Day
from generator.reading.schema.patterns import SLUG
from generator.reading.tables import Field, Many, OfTable, Table
from generator.reading.terms import OfVocabulary
from generator.reading.words import Choice, Text, Truth

_DAY = Day(full=True)
TERM = Table("term", "词条", Term, (
    Field("name", "名称", Text(60), required=True),
    Field("code", "代码", Pattern(r"[A-Z0-9]{1,8}", "大写字母和数字")),
    Field("slug", "网址用名", Pattern(SLUG, "小写字母、数字和减号")),
    Field("former", "旧名称和别的写法", Many(Text(60), 20)),
    Field("hosts", "所在区域", Many(OfVocabulary("districts"), 10)),
    Field("verified", "所在区域已核实", Truth()),
    Field("level", "级别", Choice(LEVELS)),
    Field("issuer", "命名单位", Text(60), help="命名称号由谁命名"),
    Field("kind", "种类", Choice(("个人", "集体", "区市县总工会", "开放先导区总工会", "产业工会"))),
    Field("district", "区域", OfVocabulary("districts")),
    Field("zone", "开放先导区", OfVocabulary("zones")),
    Field("valid_from", "启用", Day()),
    Field("valid_to", "停用", Day()),
    Field("note", "说明", Text(300)),
))  # fmt: skip
VOCABULARY = Table("vocabulary", "词表", Vocabulary, (
    Field("title", "标题", Text(40), required=True),
    Field("scheme", "所依标准", Text(60)),
    Field("note", "说明", Text(500)),
    Field("terms", "词条", Many(OfTable(TERM), 2000), required=True),
))  # fmt: skip
VOCABULARIES = (
    "districts",
    "zones",
    "industries",
    "unions",
    "honours",
    "skill_grades",
    "titles",
    "education",
    "designation_titles",
)
# What may be absent: a record's text need not be one of its terms.
OPTIONAL = ("designation_titles",)

"""The table of vocabularies, and which there are."""

from __future__ import annotations

from generator.model.vocabulary import OPTIONAL, Term, Vocabulary
from generator.model.workshop import LEVELS
from generator.reading.patterns import Pattern
from generator.reading.quantities import Day
from generator.reading.schema.patterns import SLUG
from generator.reading.tables import Field, Many, OfTable, Table
from generator.reading.terms import OfVocabulary
from generator.reading.words import Choice, Text, Truth

_DAY = Day(full=True)
_CODE_FAULTS = (  # GB 32100-2015, 4.3
    (
        "(?=.*[IOSVZiosvz])[0-9A-Za-z]{18}",
        "“{label}”的“{short}”里有字母 I、O、S、V 或 Z，代码里没有这几个字母",
        "I、O 多半是数字 1、0，请对照证书改正。",
    ),
    ("[0-9A-Za-z]{18}", "“{label}”的“{short}”里有小写字母", "请全部改成大写。"),
    ("[0-9A-Za-z]+", "“{label}”的“{short}”不是 18 位", "请对照证书，数一数有没有漏掉或多写的。"),
)
TERM = Table("term", "词条", Term, (
    Field("name", "名称", Text(80), required=True),
    Field("code", "代码", Pattern(r"[A-Z0-9]{1,8}", "大写字母和数字")),
    Field("slug", "网址用名", Pattern(SLUG, "小写字母、数字和减号")),
    Field("former", "旧名称和别的写法", Many(Text(80), 20)),
    Field("short", "简称", Many(Text(40), 20), help="只用于单位"),
    Field("also", "也说", Many(Text(20), 12), help="只用于近义词；意思差不多的几个词，搜哪一个都提到其余的"),
    Field("credit_code", "统一社会信用代码", Pattern(r"[0-9A-HJ-NPQRTUWXY]{18}", "18 位数字和大写字母", _CODE_FAULTS), help="只用于单位"),
    Field("parent", "上级单位", Text(80), help="只用于单位；写这个词表里的名称，工作室也列在上级单位下面"),
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
    Field("terms", "词条", Many(OfTable(TERM), 2000), help="还没有就写 []"),
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
    *OPTIONAL,
)

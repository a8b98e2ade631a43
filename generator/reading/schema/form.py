"""The table of blank forms."""

from __future__ import annotations

from generator.model.forms import Form, FormField
from generator.model.vocabulary import SYNONYMS
from generator.reading.patterns import Pattern
from generator.reading.quantities import Day, Integer
from generator.reading.schema.patterns import FORM_ID, SLUG
from generator.reading.schema.vocabulary import VOCABULARIES
from generator.reading.tables import Field, Many, OfTable, Table
from generator.reading.words import Choice, Text, Truth

_DAY = Day(full=True)
FORM_FIELD = Table("form-field", "表格栏目", FormField, (
    Field("key", "键", Pattern(r"[a-z]+(?:_[a-z]+)*", "小写字母和下划线"), required=True),
    Field("label", "栏目名", Text(60), required=True, help="和原表逐字相同"),
    Field("lines", "栏目名的分行", Many(Text(20), 6), help="印在窄格里怎样分行，连起来就是栏目名；不写就一行"),
    Field("aliases", "别的写法", Many(Text(60), 20), help="填表人和旧表会用的写法，读回时都认"),
    Field("kind", "怎么填", Choice(("text", "prose", "date", "integer", "choice", "opinion")), required=True),
    Field("place", "印在哪里", Choice(("head", "front", "back")), help="head 表上方一行，front 正面，back 背面；汇总表不写"),
    Field("options", "可选项", Many(Text(20, anything=True), 20)),
    Field("vocabularies", "所用词表", Many(Choice(tuple(name for name in VOCABULARIES if name != SYNONYMS)), 3), help="有两个词表时，feeds 也按这个次序写两个键"),
    Field("limit", "字数上限", Integer(1, 2000), help="不计空白"),
    Field("width", "列宽", Integer(1, 100), help="汇总表里的列宽，字符数"),
    Field("help", "填写说明", Text(200)),
    Field("feeds", "对应记录的键", Many(Pattern(r"[a-z_]+(?:\.[a-z_]+)?", "记录里的键，如 leader.name"), 3), help="不写表示不离开这张表"),
    Field("private", "不进入记录", Truth(), help="个人信息或盖章栏，读回时丢弃"),
))  # fmt: skip
FORM = Table("form", "表格", Form, (
    Field("id", "编号", Pattern(FORM_ID, "年份/名字，如 2019/application"), required=True),
    Field("title", "标题", Text(60), required=True),
    Field("annex", "附件号", Text(10), required=True),
    Field("notice", "所属通知", Pattern(SLUG, "registry/notices 里的编号"), required=True),
    Field("layout", "版式", Choice(("form", "table")), required=True, help="form 是一份一表，table 是一行一个工作室"),
    Field("version", "版本", Text(20), required=True),
    Field("effective", "启用日期", _DAY, required=True),
    Field("rows", "空行数", Integer(1, 500)),
    Field("reconstructed", "列项为推定", Truth(), help="原件的列已佚，所列为推定"),
    Field("head", "表头行", Many(Text(60), 5)),
    Field("fields", "栏目", Many(OfTable(FORM_FIELD), 40), required=True),
    Field("notes", "注", Many(Text(200), 10)),
    Field("guide", "填写指南", Many(Text(200), 20)),
    Field("changes", "与上一版的不同", Many(Text(200), 20)),
))  # fmt: skip

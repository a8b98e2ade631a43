"""The tables of all kinds of records: the only place that defines the keys, their labels and their values."""

from __future__ import annotations

from typing import TypedDict, Unpack

from generator.model.dates import PartialDate
from generator.model.forms import Form, FormField
from generator.model.notices import Listed, Notice
from generator.model.redirects import Redirect, Redirects
from generator.model.vocabulary import Term, Vocabulary
from generator.model.workshop import (
    LEVELS,
    Achievement,
    Basis,
    Correction,
    Designation,
    Event,
    Honour,
    Leader,
    Location,
    Photo,
    Places,
    Source,
    Workshop,
)
from generator.reading.patterns import Pattern, Url
from generator.reading.quantities import Day, Decimal, Integer
from generator.reading.tables import Field, Many, OfTable, Table
from generator.reading.terms import OfVocabulary
from generator.reading.textor import TextOr
from generator.reading.words import Choice, Prose, Text, Truth

ID = r"DL[0-9]{4,7}"
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
PHOTO_FILE = r"[a-z0-9-]+\.(?:jpg|jpeg|png|webp)"
FORM_ID = rf"[0-9]{{4}}/{SLUG}"
_DAY = Day(full=True)
_SUPPORTS = Pattern(
    r"[a-z_]+(?:\.(?:[a-z_]+|[0-9]{1,2}))?", "本记录里的键，如 name、leader.honours、designations.1"
)

HONOUR = Table("honour", "荣誉", Honour, (
    Field("name", "荣誉名称", OfVocabulary("honours"), required=True),
    Field("year", "年度", Day()),
))  # fmt: skip
BASIS = Table("basis", "公开依据", Basis, (
    Field("kind", "依据", Choice(("公开报道", "本人同意", "本人要求撤下")), required=True),
    Field("date", "日期", _DAY, help="本人同意或要求撤下的日期"),
))  # fmt: skip
LEADER = Table("leader", "领衔人", Leader, (
    Field("name", "姓名", Text(20), help="表上也叫领军人；本人要求撤下时删去"),
    Field("pinyin", "姓名拼音", Pattern(r"[A-Z][a-zü']*(?: [A-Z][a-zü']*)*", "拼音，姓在前，如 Shan Tianfang"), help="多音字姓氏才需要写"),
    Field("honours", "荣誉", Many(OfTable(HONOUR), 20)),
    Field("skill_grade", "技能等级", OfVocabulary("skill_grades")),
    Field("professional_title", "职称", OfVocabulary("titles")),
    Field("education", "学历", OfVocabulary("education")),
    Field("basis", "公开依据", OfTable(BASIS), required=True, help="凭什么可以公开姓名"),
))  # fmt: skip
LOCATION = Table("location", "位置", Location, (
    Field("lon", "经度", Decimal(), help="WGS84 或 CGCS2000，度"),
    Field("lat", "纬度", Decimal(), help="WGS84 或 CGCS2000，度"),
    Field("precision", "精度", Choice(("门址", "单位", "街道", "区域")), help="这个点准到什么程度"),
    Field("address", "单位地址", Text(80), help="单位对外公开的地址，不写住宅地址"),
    Field("map", "地图上怎么显示", Choice(("none", "district", "point")), help="none 不显示，district 只计入所在区域，point 显示点位；不写等于 point"),
))  # fmt: skip
DESIGNATION = Table("designation", "命名", Designation, (
    Field("title", "称号", Text(60), required=True),
    Field("level", "级别", Choice(LEVELS), required=True),
    Field("date", "日期", Day()),
    Field("notice", "命名通报", Pattern(SLUG, "registry/notices 里通报的编号，如 naming-2023"), help="没有通报时，须有一条来源的 supports 写上 designations"),
))  # fmt: skip
EVENT = Table("event", "后续情况", Event, (
    Field("kind", "情况", Choice(("更名", "单位更名", "变更领衔人", "迁移", "复核合格", "限期整改", "撤销", "终止")), required=True),
    Field("date", "日期", Day(), required=True),
    Field("due", "到期", _DAY, help="文件写明的整改期限，或下次复核的日期；会进入日历"),
    Field("notice", "通报", Pattern(SLUG, "registry/notices 里通报的编号")),
    Field("source", "依据", Text(200), help="没有通报时写文件名称或公开出处"),
    Field("note", "说明", Text(200)),
    Field("former_leader", "原领衔人", Text(20), help="变更领衔人时写；本人要求撤下的，写 ×××"),
))  # fmt: skip
ACHIEVEMENT = Table("achievement", "成果", Achievement, (
    Field("kind", "种类", Choice(("专利", "论文", "标准", "工法", "课题", "奖项", "技术革新", "人才培养", "经济效益")), required=True),
    Field("title", "名称", Text(120)),
    Field("year", "年度", Day()),
    Field("count", "数量", Integer(1, 100_000), help="确数才写；“30 余”之类写在名称里"),
    Field("amount_yuan", "金额（元）", Integer(1, 100_000_000_000)),
    Field("evidence", "凭据", Text(200), help="专利号、文号、证书号等"),
))  # fmt: skip
PHOTO = Table("photo", "照片", Photo, (
    Field("file", "文件名", Pattern(PHOTO_FILE, "registry/photos 里的文件名，小写字母、数字和减号"), required=True),
    Field("alt", "画面说明", Text(100), required=True, help="给看不见照片的人"),
    Field("credit", "摄影或提供", Text(60), required=True),
    Field("consent", "画面中人同意公开的日期", _DAY, required=True),
))  # fmt: skip
SOURCE = Table("source", "来源", Source, (
    Field("title", "标题", Text(120), required=True),
    Field("publisher", "发布者", Text(60)),
    Field("date", "日期", Day()),
    Field("url", "网址", Url()),
    Field("supports", "能证明哪些键", Many(_SUPPORTS, 30)),
))  # fmt: skip
CORRECTION = Table("correction", "更正", Correction, (
    Field("date", "日期", _DAY, required=True),
    Field("what", "更正了什么", Text(60), required=True),
    Field("before", "原来写作", Text(300, anything=True)),
    Field("after", "现在写作", Text(300, anything=True)),
    Field("why", "原因", Text(200), required=True),
    Field("source", "依据", Text(200)),
))  # fmt: skip
WORKSHOP = Table("workshop", "工作室", Workshop, (
    Field("id", "编号", Pattern(ID, "DL 加至少四位数字，如 DL0001"), required=True, help="永久不变，和文件名一样；用 run.py new 取下一个"),
    Field("name", "名称", Text(60), required=True, help="按命名文件的写法；格式一般为 ×××劳模（职工）创新工作室"),
    Field("kind", "类型", Choice(("工作室", "联盟")), required=True),
    Field("category", "类别", Choice(("劳模", "职工")), help="名称里有劳模或职工时照写；不清楚就不写"),
    Field("former_names", "曾用名", Many(Text(60), 20)),
    Field("not_same_as", "不是同一个", Many(Pattern(ID, "别的记录的编号，如 DL0008"), 20), help="名称相近、实为另一个工作室的记录，两份互相写上"),
    Field("unit", "所在单位", Text(80)),
    Field("former_units", "曾用单位名称", Many(Text(80), 20), help="单位更名以前的名称"),
    Field("leader", "领衔人", OfTable(LEADER)),
    Field("district", "区域", OfVocabulary("districts"), help="工作室所在的区市县，不是推荐它的工会"),
    Field("zone", "开放先导区", OfVocabulary("zones")),
    Field("industry", "所属行业", OfVocabulary("industries", by="code"), help="GB/T 4754-2017 的门类字母，或字母加两位大类"),
    Field("field", "专业方向", Text(60)),
    Field("recommender", "推荐工会", Text(40)),
    Field("established", "成立时间", Day()),
    Field("members", "成员人数", Integer(1, 10_000)),
    Field("location", "位置", OfTable(LOCATION)),
    Field("designations", "命名", Many(OfTable(DESIGNATION), 30)),
    Field("events", "后续情况", Many(OfTable(EVENT), 50), help="状态由它推算，不另外写"),
    Field("summary", "事迹简介、主要成果", Prose(300), help="申报表上的 300 字"),
    Field("achievements", "成果", Many(OfTable(ACHIEVEMENT))),
    Field("photos", "照片", Many(OfTable(PHOTO), 20)),
    Field("sources", "来源", Many(OfTable(SOURCE), 50), required=True, help="每份记录至少一条"),
    Field("corrections", "更正", Many(OfTable(CORRECTION))),
))  # fmt: skip


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
    Field("kind", "种类", Choice(("命名通报", "推荐通知")), required=True),
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
ADDRESS = r"(?:[0-9A-Za-z\u4e00-\u9fff]+(?:-[0-9A-Za-z\u4e00-\u9fff]+)*/)+"


_Redirect = TypedDict("_Redirect", {"at": Places, "from": str, "to": str, "date": PartialDate, "why": str})


def _redirect(**values: Unpack[_Redirect]) -> Redirect:
    """`from` is a keyword of Python."""
    return Redirect(values["at"], values["from"], values["to"], values["date"], values["why"])


REDIRECT = Table("redirect", "改址", _redirect, (
    Field("from", "原来的网址", Pattern(ADDRESS, "从网站的根算起、以 / 结尾的地址，如 zones/gaoxin/"), required=True, help="那里现在没有页面"),
    Field("to", "现在的网址", Pattern(ADDRESS, "从网站的根算起、以 / 结尾的地址，如 zones/gaoxin/"), required=True, help="那里现在有页面"),
    Field("date", "日期", _DAY, required=True, help="哪天改的"),
    Field("why", "原因", Text(200), required=True),
))  # fmt: skip
REDIRECTS = Table("redirects", "改址表", Redirects, (
    Field("redirects", "改址", Many(OfTable(REDIRECT), 2000), help="还没有就写 []"),
))  # fmt: skip
TERM = Table("term", "词条", Term, (
    Field("name", "名称", Text(60), required=True),
    Field("code", "代码", Pattern(r"[A-Z0-9]{1,8}", "大写字母和数字")),
    Field("slug", "网址用名", Pattern(SLUG, "小写字母、数字和减号")),
    Field("former", "旧名称和别的写法", Many(Text(60), 20)),
    Field("hosts", "所在区域", Many(OfVocabulary("districts"), 10)),
    Field("verified", "所在区域已核实", Truth()),
    Field("level", "级别", Choice(("区市县级", "产业级", "市级", "省级", "全国"))),
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
)
FORM_FIELD = Table("form-field", "表格栏目", FormField, (
    Field("key", "键", Pattern(r"[a-z]+(?:_[a-z]+)*", "小写字母和下划线"), required=True),
    Field("label", "栏目名", Text(60), required=True, help="和原表逐字相同"),
    Field("lines", "栏目名的分行", Many(Text(20), 6), help="印在窄格里怎样分行，连起来就是栏目名；不写就一行"),
    Field("aliases", "别的写法", Many(Text(60), 10), help="填表人和旧表会用的写法，读回时都认"),
    Field("kind", "怎么填", Choice(("text", "prose", "date", "integer", "choice", "opinion")), required=True),
    Field("place", "印在哪里", Choice(("head", "front", "back")), help="head 表上方一行，front 正面，back 背面；汇总表不写"),
    Field("options", "可选项", Many(Text(20, anything=True), 20)),
    Field("vocabularies", "所用词表", Many(Choice(VOCABULARIES), 3), help="有两个词表时，feeds 也按这个次序写两个键"),
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

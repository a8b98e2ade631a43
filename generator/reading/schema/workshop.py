"""The tables of a workshop's record and of what it holds."""

from __future__ import annotations

from generator.model.local import ID
from generator.model.location import Location
from generator.model.workshop import (
    LEVELS,
    Achievement,
    Basis,
    Correction,
    Designation,
    Event,
    Honour,
    Leader,
    OutsideLink,
    Photo,
    Source,
    Workshop,
)
from generator.reading.patterns import Pattern, Url
from generator.reading.quantities import Day, Decimal, Integer
from generator.reading.schema.patterns import DEVICE, PHOTO_FILE, SLUG
from generator.reading.tables import Field, Many, OfTable, Table
from generator.reading.terms import OfVocabulary
from generator.reading.words import Choice, Prose, Text

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
    Field("map", "地图上怎么显示", Choice(("none", "district", "point")), help="none 不显示，也不链接地图软件；district 只计入区域；point 显示点位；不写等于 point"),
))  # fmt: skip
DESIGNATION = Table("designation", "命名", Designation, (
    Field("title", "称号", Text(60), required=True),
    Field("level", "级别", Choice(LEVELS), required=True),
    Field("date", "日期", Day()),
    Field("notice", "命名通报", Pattern(SLUG, "registry/notices 里通报的编号，如 naming-2026"), help="没有通报时，须有一条来源写到这次命名"),
    Field("support_yuan", "经费支持（元）", Integer(1_000, 100_000_000), help="这次命名给的扶持、助推经费，来源写明了数目才写；10 万元写 100000"),
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
_PHOTO = "registry/photos 里的文件名，小写字母、数字和减号，以 .jpg、.jpeg、.png 或 .webp 结尾"
_PHOTO_FAULTS = (
    (
        r"(?!.*[.](?:[Jj][Pp][Ee]?[Gg]|[Pp][Nn][Gg]|[Ww][Ee][Bb][Pp])$).*",
        "“{label}”的“{short}”不是以 .jpg、.jpeg、.png 或 .webp 结尾",
        "照片只收这几种：请用看图软件打开，另存为 JPEG，文件名以 .jpg 结尾。",
    ),
    (
        rf"{DEVICE}[.].*",
        "“{label}”的“{short}”是 Windows 留给自己用的名字，在 Windows 上存不下来",
        "请换一个名字，如 dl0001-1.jpg，文件也一起改名。",
    ),
    (
        r"[A-Za-z0-9-]*[.]?[A-Za-z]+",
        "“{label}”的“{short}”里有大写字母",
        "请全部改成小写，文件也一起改名。",
    ),
)
PHOTO = Table("photo", "照片", Photo, (
    Field("file", "文件名", Pattern(PHOTO_FILE, _PHOTO, _PHOTO_FAULTS), required=True),
    Field("alt", "画面说明", Text(100), required=True, help="给看不见照片的人"),
    Field("credit", "摄影或提供", Text(60), required=True),
    Field("consent", "画面中人同意公开的日期", _DAY, required=True),
))  # fmt: skip
LINK = Table("link", "站外链接", OutsideLink, (
    Field("kind", "种类", Choice(("视频", "文章", "网站")), required=True),
    Field("title", "标题", Text(120), required=True),
    Field("url", "网址", Url(secure=True), required=True),
))  # fmt: skip
SOURCE = Table("source", "来源", Source, (
    Field("title", "标题", Text(120), required=True),
    Field("publisher", "发布者", Text(60)),
    Field("date", "日期", Day()),
    Field("url", "网址", Url()),
    Field("supports", "这条来源写到了哪些内容", Many(_SUPPORTS, 30)),
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
    Field("id", "编号", Pattern(ID, "两到四个大写字母加至少四位数字"), required=True, help="永久不变，和文件名一样；用 run.py new 取下一个"),
    Field("name", "名称", Text(60), required=True, help="按命名文件的写法；格式一般为 ×××劳模（职工）创新工作室"),
    Field("kind", "类型", Choice(("工作室", "联盟")), required=True),
    Field("category", "类别", Choice(("劳模", "职工")), help="名称里有劳模或职工时照写；不清楚就不写"),
    Field("former_names", "曾用名", Many(Text(60), 20), help="从早到晚"),
    Field("not_same_as", "不是同一个", Many(Pattern(ID, "别的记录的编号"), 20), help="名称相近、实为另一个工作室的记录，两份互相写上"),
    Field("unit", "所在单位", Text(80)),
    Field("former_units", "曾用单位名称", Many(Text(80), 20), help="单位更名以前的名称，从早到晚"),
    Field("leader", "领衔人", OfTable(LEADER)),
    Field("district", "区域", OfVocabulary("districts"), help="工作室所在的区市县，不是推荐它的工会"),
    Field("zone", "开放先导区", OfVocabulary("zones")),
    Field("industry", "所属行业", OfVocabulary("industries", by="code"), help="工作室主要做的那一行；分不清细类的，写它所属的大的一类"),
    Field("field", "专业方向", Text(60)),
    Field("recommender", "推荐工会", Text(40)),
    Field("established", "成立时间", Day()),
    Field("members", "成员人数", Integer(1, 10_000)),
    Field("member_workshops", "成员工作室", Many(Pattern(ID, "别的记录的编号"), 200), help="只有联盟写：由哪些工作室组成"),
    Field("location", "位置", OfTable(LOCATION)),
    Field("visits", "开放参观", Text(200), help="什么时候开放、怎样预约；只写单位对外公布的办法，不写个人姓名和手机号"),
    Field("designations", "命名", Many(OfTable(DESIGNATION), 30)),
    Field("events", "后续情况", Many(OfTable(EVENT), 50), help="状态由它推算，不另外写"),
    Field("summary", "事迹简介、主要成果", Prose(300), help="申报表上的 300 字"),
    Field("achievements", "成果", Many(OfTable(ACHIEVEMENT))),
    Field("photos", "照片", Many(OfTable(PHOTO), 20)),
    Field("links", "站外链接", Many(OfTable(LINK), 10), help="介绍这个工作室的视频、文章；能证明记录的写在来源里"),
    Field("sources", "来源", Many(OfTable(SOURCE), 50), required=True, help="每份记录至少一条"),
    Field("corrections", "更正", Many(OfTable(CORRECTION))),
))  # fmt: skip

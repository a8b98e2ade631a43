"""The facts of a workshop, listed once: page, CSV, Excel, data package and search show what is listed here."""

from __future__ import annotations

from typing import Any

from generator.model.facets import STATUSES
from generator.model.registry import Registry
from generator.model.workshop import LEVELS, MARK, Designation, Event, Honour, Workshop
from generator.site.fact import Fact, InTable, OnPage, Reads, SearchField, SearchText

TO_FILL = "待补充"
TAKEN_DOWN = "领衔人信息已应本人要求撤下"


def leader_name(workshop: Workshop) -> str:
    """Return the leader's name, 待补充, or the note that the person asked for removal."""
    if not workshop.leader:
        return f"领衔人{TO_FILL}"
    return workshop.leader.name or TAKEN_DOWN


def handed_over(workshop: Workshop, event: Event) -> str:
    """Of an event that says who led before: from whom to whom, as far as it is known; of any other nothing."""
    if not event.former_leader:
        return ""
    later = [it.former_leader for it in workshop.handovers if it.date > event.date]
    now = workshop.leader and (workshop.leader.name or (MARK if workshop.leader.is_taken_down else None))
    after = later[0] if later else now
    return f"原领衔人{_person(event.former_leader)}" + (f"，由{_person(after)}接任" if after else "")


def _person(name: str) -> str:
    return "（姓名已应本人要求撤下）" if name == MARK else name


def _former_leader(_: Registry, event: Event) -> str | None:
    return None if event.former_leader == MARK else event.former_leader


def _unit(registry: Registry, workshop: Workshop) -> str | None:
    return registry.unit_of(workshop)


def _unit_names(registry: Registry, workshop: Workshop) -> tuple[str, ...]:
    return registry.units.names(workshop.unit) if workshop.unit else ()


def _industry_name(registry: Registry, workshop: Workshop) -> str | None:
    term = registry.term("industries", workshop.industry)
    return term.name if term else None


def _industry_names(registry: Registry, workshop: Workshop) -> tuple[str | None, ...]:
    return _industry_name(registry, workshop), workshop.industry


def _with_former(vocabulary: str, key: str) -> Reads:
    """Return a term and its former names."""

    def reads(registry: Registry, workshop: Workshop) -> tuple[str | None, ...]:
        word = getattr(workshop, key)
        term = registry.term(vocabulary, word)
        return word, *(term.former if term else ())

    return reads


def _also_written(vocabulary: str, key: str) -> Reads:
    """Return a term with its former names and common slips, as one part of the full text."""

    def reads(registry: Registry, part: Any) -> str | None:
        word: str | None = getattr(part, key)
        term = registry.term(vocabulary, word)
        return f"{word}（也写作{'、'.join(term.former)}）" if term and term.former else word

    return reads


def _notices(registry: Registry, workshop: Workshop) -> tuple[str | None, ...]:
    """Return titles and numbers of the notices that the record cites, each once."""
    cited = [*(named.notice for named in workshop.designations), *(event.notice for event in workshop.events)]
    notices = [registry.notice_by_id.get(id_ or "") for id_ in dict.fromkeys(cited)]
    return tuple(text for notice in notices if notice for text in (notice.title, notice.number))


def _others(registry: Registry, workshop: Workshop) -> tuple[str, ...]:
    """The workshops that it is easily taken for, with what tells them apart."""
    held = [(id_, registry.workshop_by_id.get(id_)) for id_ in workshop.not_same_as]
    return tuple(
        f"{registry.unit_of(it) or '单位' + TO_FILL}的{it.name}（{id_}）" if it else id_ for id_, it in held
    )


def _printed_titles(registry: Registry, workshop: Workshop) -> tuple[str, ...]:
    """Return the names and other printed forms of the titles, each once."""
    terms = [registry.title(named.title) for named in workshop.designations]
    return tuple(dict.fromkeys(text for term in terms if term for text in (term.name, *term.former)))


def _dated(_: Registry, named: Designation) -> str:
    return " ".join(part for part in (named.date.iso if named.date else "", named.title) if part)


def _level_and_year(_: Registry, named: Designation) -> str:
    return f"{named.level} {named.date.year}" if named.date else named.level


def _year_and_level(_: Registry, named: Designation) -> str:
    """Return both as one part, so that a level and a year in one query mean the same designation."""
    return f"{named.date.year} 年{named.level}" if named.date else named.level


def _honour(_: Registry, honour: Honour) -> str:
    return honour.name + (f"（{honour.year.chinese}）" if honour.year else "")


_GRADES = "荣誉和职称"
_HONOURED = SearchText(_GRADES, reads=_also_written("honours", "name"))
_DESIGNATED = SearchField(key="level", reads=_year_and_level)
FACTS = (
    # key, on the page, in CSV and Excel, in search
    Fact("id", "题头", InTable(9, help="永久不变"), None),  # the browser finds ids by themselves
    Fact("name", "题头", InTable(30, help="按命名文件的写法"), SearchField()),
    Fact("kind", None, InTable(8), None),  # the name says it
    Fact("category", OnPage(facet="categories"), InTable(8, help=""), SearchField()),
    Fact("former_names", OnPage(always=False, last=True), InTable(20), SearchField(key="former")),
    Fact("not_same_as", OnPage("不是同一个工作室", always=False, last=True, reads=_others), InTable(12), None),
    Fact("unit", OnPage(facet="units", reads=_unit), InTable(30, help="词表里有的，写现用名称", reads=_unit), SearchField("单位", reads=_unit_names)),
    Fact("former_units", OnPage(always=False, last=True), InTable(24), SearchField("曾用单位名称", "former_unit")),
    Fact("leader.name", OnPage("领衔人", gone=TAKEN_DOWN), InTable(10, "leader", "领衔人", "本人要求撤下的，这里空着"), SearchField("领衔人", "leader")),
    Fact("leader.honours.name", OnPage("领衔人荣誉", always=False, reads=_honour), InTable(24, "honours", "领衔人荣誉"), _HONOURED),
    Fact("leader.honours.year", "基本情况", None, None),  # beside its name
    Fact("leader.skill_grade", OnPage(always=False), None, SearchText(_GRADES, reads=_also_written("skill_grades", "skill_grade"))),
    Fact("leader.professional_title", OnPage(always=False), None, SearchText(_GRADES, reads=_also_written("titles", "professional_title"))),
    Fact("leader.education", OnPage(always=False), None, SearchText(_GRADES)),
    Fact("leader.basis.kind", "来源", None, None),
    Fact("leader.basis.date", "来源", None, None),
    Fact("district", OnPage(facet="districts"), InTable(10), SearchField(reads=_with_former("districts", "district"))),
    Fact("zone", OnPage(facet="zones", always=False), InTable(12), SearchField(reads=_with_former("zones", "zone"))),
    Fact("industry", OnPage(facet="industries", by_slug=True, reads=_industry_name), InTable(9, label="行业代码"), SearchField("行业", reads=_industry_names)),
    Fact("industry_name", None, InTable(24, label="行业名称", help="行业代码的名称", reads=_industry_name), None),
    Fact("field", OnPage(), InTable(24), SearchField()),
    Fact("recommender", OnPage(facet="recommenders"), InTable(22), SearchField(reads=_with_former("unions", "recommender"))),
    Fact("established", OnPage(), InTable(10), SearchText("成立时间")),
    Fact("members", OnPage(reads=lambda _, it: it.members and f"{it.members} 人"), InTable(9), None),
    Fact("member_workshops", "联盟", InTable(16, help="联盟的成员，写编号"), None),
    Fact("level", "题头", InTable(9, label="最高级别", words=LEVELS), None),
    Fact("designations.title", "命名和经过", InTable(40, "designations", "命名", "日期和称号", reads=_dated), SearchText("命名")),
    Fact("titles", None, None, SearchField("称号", reads=_printed_titles)),
    Fact("designations.level", "命名和经过", InTable(20, "named", "级别和年度", "次序和“命名”一样；年度不知道的只有级别", reads=_level_and_year), _DESIGNATED),
    Fact("designations.date", "命名和经过", None, SearchText("命名")),
    Fact("designations.notice", "命名和经过", None, None),
    Fact("designations.support_yuan", "命名和经过", None, None),
    Fact("support_yuan", None, InTable(14, label="经费支持（元）", help="几次命名的合计，只加写明数目的", type="integer"), None),
    Fact("notice", None, None, SearchField("通知通报", reads=_notices)),
    Fact("events.kind", "命名和经过", None, SearchText("后续情况")),
    Fact("events.date", "命名和经过", None, SearchText("后续情况")),
    Fact("events.due", "命名和经过", None, None),
    Fact("events.note", "命名和经过", None, SearchText("后续情况")),
    Fact("events.source", "命名和经过", None, SearchText("后续情况")),
    Fact("events.former_leader", "命名和经过", None, SearchText("后续情况", reads=_former_leader)),
    Fact("events.notice", "命名和经过", None, None),
    Fact("status", "题头", InTable(8, label="状态", help="由命名和后续情况推算", words=STATUSES, required=True), SearchField("状态")),
    Fact("location.lon", "位置", InTable(10, reads=lambda _, it: it.point and it.point.lon), None),
    Fact("location.lat", "位置", InTable(10, reads=lambda _, it: it.point and it.point.lat), None),
    Fact("location.precision", "位置", None, None),
    Fact("location.address", "位置", None, SearchText("地址")),
    Fact("location.map", "位置", None, None),
    Fact("visits", OnPage(always=False), InTable(24), SearchText("开放参观", hushed=True)),
    Fact("summary", "事迹简介", InTable(60, help=""), SearchText("事迹简介")),
    Fact("achievements.kind", "成果", None, None),
    Fact("achievements.title", "成果", None, SearchText("成果", reads=lambda _, it: it.title or it.kind)),
    Fact("achievements.year", "成果", None, None),
    Fact("achievements.count", "成果", None, None),
    Fact("achievements.amount_yuan", "成果", None, None),
    Fact("achievements.evidence", "成果", None, SearchText("成果")),
    Fact("photos.file", "照片", None, None),
    Fact("photos.alt", "照片", None, SearchText("照片", hushed=True)),
    Fact("photos.credit", "照片", None, SearchText("照片", hushed=True)),
    Fact("links.kind", "视频和文章", None, None),
    Fact("links.title", "视频和文章", None, SearchText("视频和文章", hushed=True)),
    Fact("links.url", "视频和文章", InTable(40, "links", "站外链接"), None),
    Fact("sources.title", "来源", InTable(40, "sources", "来源", "网址，没有网址的写标题", reads=lambda _, it: it.url or it.title), SearchText("来源", hushed=True)),
    Fact("sources.publisher", "来源", None, SearchText("来源", hushed=True)),
    Fact("sources.date", "来源", None, SearchText("来源", hushed=True)),
    Fact("sources.url", "来源", None, None),
    Fact("corrections.date", "更正", None, None),
    Fact("corrections.what", "更正", None, SearchText("更正", hushed=True)),
    Fact("corrections.before", "更正", None, SearchText("更正", hushed=True)),
    Fact("corrections.after", "更正", None, SearchText("更正", hushed=True)),
    Fact("corrections.why", "更正", None, SearchText("更正", hushed=True)),
)  # fmt: skip
# Fields that only the record itself, its JSON and the page that edits it show, and why.
UNSHOWN = {
    "leader.pinyin": "the name is shown; this sorts it and finds it",
    "photos.consent": "kept to prove it, of no use to a reader",
    "sources.supports": "judges the record: a page only says where its name is in doubt",
    "corrections.source": "the reason is shown",
}

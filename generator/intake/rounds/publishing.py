"""What a decided round gives to the register: the naming notice with its list, and of each workshop what may be public."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from generator.drafts.lines import lines
from generator.intake.naming.named import NamedWorkshop
from generator.intake.rounds.announcing import UNIONS, Particulars, in_order, listed_as
from generator.intake.rounds.concluding import SHEET, USUAL_LEVEL, Conclusion
from generator.intake.rounds.papers import Paper
from generator.intake.rounds.state import Issued
from generator.intake.rounds.twins import values_of
from generator.model.notices import NAMING
from generator.model.registry import Registry
from generator.reading import schema
from generator.reading.placement import SCHEMA_LINE
from generator.rules.names import IN_NAMES

# What the notice prints, and what besides the forms say of the workshop itself. Of its leader only the name is public.
_PRINTED = ("name", "unit", "recommender")
_TAKEN = ("kind", "district", "zone", "industry", "established", "members", "summary")
_WISHED = {
    "unit": "所在单位",
    "recommender": "推荐工会",
    "industry": "所属行业",
    "established": "成立时间",
    "members": "成员人数",
    "summary": "事迹简介",
}
# What a person's circumstances are told by in a summary, besides what the law of personal data finds (个人信息保护法, 28).
_CIRCUMSTANCES = re.compile(
    r"党员|团员|民主党派|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|无党派|政治面貌|籍贯|出生|婚|民族"
    r"|(?:汉|满|回|蒙古|朝鲜|锡伯|壮|维吾尔|藏|苗)族|(?:^|[，,、（(。；;])[男女](?=[，,、）)。；;])"
    r"|身份证|电话|手机|住址|邮箱|微信|生日"
)


class Publication(NamedTuple):
    """A workshop for the register, and what a person is told to look at or to add."""

    named: NamedWorkshop
    told: tuple[str, ...]


def notice_text(id_: str, issued: Issued, named: Sequence[Conclusion]) -> str:
    """Return the notice's record: its list as it was printed, and how many of each category."""
    counted = Counter(one.category for one in named)
    values: dict[str, Any] = {
        "id": id_, "kind": NAMING, "issuer": issued.issuer, "title": issued.title,
        **({"number": issued.number} if issued.number else {}), "date": issued.date,
        "counts": {category: str(counted[category]) for category in IN_NAMES if counted[category]},
        "names": [_listed(one, issued.grouping) for one in in_order(named, issued.grouping)],
        "sources": [{"title": issued.title, "publisher": issued.issuer, "date": issued.date}],
    }  # fmt: skip
    return "\n".join([f"{SCHEMA_LINE}../schema/notice.schema.json", *lines(schema.NOTICE, values)]) + "\n"


def entries(named: Sequence[Conclusion], issued: Issued, registry: Registry) -> list[Publication]:
    """Return the workshops in the order of the notice's list."""
    return [_entry(one, registry) for one in in_order(named, issued.grouping)]


def without_title(named: Iterable[Conclusion], registry: Registry) -> list[Conclusion]:
    """Return those whose level has no title in the vocabulary: nothing says what they are called."""
    return [one for one in named if one.level != USUAL_LEVEL and not _title(one, registry)]


def issued_by(told: Particulars, title: str, day: str, named: Sequence[Conclusion]) -> Issued:
    """Return what is remembered of a naming notice, so that the register says what was issued. `day`: in ISO form."""
    return Issued(title, told.number, day, told.issuer, told.grouping, names_in_order(named, told.grouping))


def names_in_order(named: Sequence[Conclusion], grouping: str) -> tuple[str, ...]:
    """Return the names of a list as it is printed."""
    return tuple(listed_as(one)["name"] for one in in_order(named, grouping))


def _listed(one: Conclusion, grouping: str) -> dict[str, str]:
    """An entry of the list; the union is printed where the list is grouped by unions."""
    listed = listed_as(one)
    return listed if grouping == UNIONS else {key: listed[key] for key in listed if key != "recommender"}


def _entry(one: Conclusion, registry: Registry) -> Publication:
    own, listed = values_of(one.application), listed_as(one)
    values: dict[str, Any] = {key: listed[key] for key in _PRINTED if key in listed}
    values |= {key: own[key] for key in _TAKEN if key in own}
    if one.category:
        values["category"] = one.category
    if "leader" in listed:
        values["leader"] = {"name": listed["leader"]}
    told = list(_lacking(values, own))
    if _CIRCUMSTANCES.search(values.get("summary", "")):
        del values["summary"]
        told.append("事迹简介里有个人情况（政治面貌、性别、民族、联系方式之类），没有写进记录：请删改后补上")
    values["sources"] = [source for paper in one.application.newest if (source := _source(paper, values))]
    _share(values["sources"])
    place = f"{SHEET} {one.application.number}"
    return Publication(NamedWorkshop(values, place, _title(one, registry), one.record), tuple(told))


def _lacking(values: dict[str, Any], own: dict[str, Any]) -> Iterable[str]:
    lacking = [label for key, label in _WISHED.items() if key not in values]
    lacking += [] if {"district", "zone"} & values.keys() else ["所在区域"]
    lacking += [] if "leader" in values else ["领衔人"]
    if lacking:
        yield f"还缺{'、'.join(lacking)}"
    if own.get("leader", {}).keys() - {"name"}:
        yield "领衔人的荣誉、等级、职称、学历不在通报里，本人同意后再补"


def _source(paper: Paper, values: dict[str, Any]) -> dict[str, Any] | None:
    """The form or the summary as the source of what only it says."""
    taken = paper.record.values if paper.record else {}
    source: dict[str, Any] = next(iter(taken.get("sources", ())), {})
    keys = [key for key in _TAKEN if key != "kind" and key in values and taken.get(key) == values[key]]
    return {**source, "supports": keys} if source and keys else None


def _share(sources: list[dict[str, Any]]) -> None:
    """Let each key stand in one source, the first that says it."""
    seen: set[str] = set()
    for source in sources:
        source["supports"] = [key for key in source["supports"] if key not in seen]
        seen |= set(source["supports"])
    sources[:] = [source for source in sources if source["supports"]]


def _title(one: Conclusion, registry: Registry) -> str:
    """The title of a level that is not the usual one, as the vocabulary has it for the category."""
    if one.level == USUAL_LEVEL:
        return ""
    words = IN_NAMES.get(one.category, "工作室")
    terms = registry.terms("designation_titles")
    fits = [
        term.name
        for term in terms
        if term.level == one.level and term.name.endswith(words) and not term.valid_to
    ]
    return fits[0] if len(fits) == 1 else ""

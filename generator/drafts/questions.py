"""The questions of a new record: one table for a terminal and for the options of `new`."""

from __future__ import annotations

from typing import NamedTuple

from generator.reading.schema import WORKSHOP
from generator.reading.tables import Field


class Question(NamedTuple):
    """A key of a record (dotted for parts), the option that fills it in, and the question.

    `under`: asked only if this key has a value (with `being`: this very value). `must`: then an answer is needed.
    """

    option: str
    key: str
    words: str
    under: str = ""
    being: str = ""
    must: bool = False

    @property
    def field(self) -> Field:
        """The field of the schema, which defines the values allowed."""
        return field_of(self.key)


_LEADER, _BASIS, _TITLE = "leader.name", "leader.basis.kind", "designations.title"
QUESTIONS: tuple[Question, ...] = (
    Question("name", "name", "工作室的名称，照命名文件写", must=True),
    Question("unit", "unit", "所在单位"),
    Question("leader", _LEADER, "领衔人姓名"),
    Question("basis", _BASIS, "凭什么可以公开领衔人的姓名", _LEADER, must=True),
    Question("basis-date", "leader.basis.date", "本人同意的日期", _BASIS, "本人同意", must=True),
    Question("honour", "leader.honours.name", "领衔人的荣誉，写级别最高的一项", _LEADER),
    Question("honour-year", "leader.honours.year", "哪一年获得这项荣誉", "leader.honours.name"),
    Question("category", "category", "类别：劳模创新工作室还是职工创新工作室"),
    Question("district", "district", "工作室在哪个区市县，不是推荐它的工会在哪里"),
    Question("zone", "zone", "在哪个开放先导区，不在就跳过"),
    Question("industry", "industry", "所属行业，写代码或名称"),
    Question("field", "field", "专业方向，如 机床维修"),
    Question("recommender", "recommender", "推荐它的工会"),
    Question("established", "established", "成立时间，如 2019-06；只知道年就写 2019"),
    Question("title", _TITLE, "命名的称号"),
    Question("level", "designations.level", "命名的级别", _TITLE, must=True),
    Question("notice", "designations.notice", "命名通报", _TITLE),
    Question("date", "designations.date", "命名的日期，如 2023-07-13；只知道年就写 2023", _TITLE),
    Question("source-title", "sources.title", "依据是哪篇文件或报道，写它的标题", must=True),
    Question("source-publisher", "sources.publisher", "它是谁发布的"),
    Question("source-date", "sources.date", "它是哪天发布的，如 2023-07-13"),
    Question("source-url", "sources.url", "它的网址，从浏览器地址栏整条复制"),
    Question("supports", "sources.supports", "这条来源写明了上面的哪几项"),
)
BY_KEY = {asked.key: asked for asked in QUESTIONS}


def field_of(key: str) -> Field:
    """Return the field of a dotted key."""
    first, *inner = key.split(".")
    field = WORKSHOP.by_key[first]
    for part in inner:
        field = (field.table or WORKSHOP).by_key[part]
    return field

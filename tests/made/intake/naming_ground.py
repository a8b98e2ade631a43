"""A small registry with a naming notice whose list is still on paper, and what an import of the list tells there."""

from __future__ import annotations

from collections.abc import Mapping

from generator.intake.naming.imported import imported
from generator.intake.standing import Standing
from generator.model.registry import Registry
from generator.reading.read import read_texts
from tests.made import samples

_NOTICE = "notices/naming-2025.yml"
_TITLE = "关于命名 2025 年大连市劳模（职工）创新工作室的通报"
_RECORD = """\
id: DL0002
name: 吴山劳模创新工作室   # 照通报
kind: 工作室
category: 劳模
designations:
  - title: 大连市劳模创新工作室
    level: 市级
    date: 2023-07-13
    notice: naming-2023
sources:
  - title: 吴山劳模创新工作室获命名
    supports: [name]
"""
_TEXTS = {
    _NOTICE: f"id: naming-2025\nkind: 命名通报\nissuer: 大连市总工会\ntitle: {_TITLE}\ndate: 2025-07-01\n"
    f"sources:\n  - title: {_TITLE}\n    publisher: 大连市总工会\n",
    "workshops/0000/DL0002.yml": _RECORD,
    "workshops/0000/DL0003.yml": "{id: DL0003, name: 郑河职工创新工作室, kind: 工作室, unit: 大连丙厂, sources: [{title: 报道}]}\n",
    "workshops/0000/DL0004.yml": "? id\n: DL0004\n? name\n: 何川职工创新工作室\n? kind\n: 工作室\n? sources\n: - title: 报道\n",
}


def told(sent: Mapping[str, bytes]) -> str:
    """What is told of lists, and what becomes of the files. A list called after a notice is that notice's."""
    registry = ground()
    called = next(iter(sent)).partition(".")[0]
    notice = registry.notice_by_id.get(called, registry.notice_by_id["naming-2025"])
    made = imported(
        sent.items(),
        notice,
        Standing(registry, registry.names, samples.TODAY, tuple),
    )
    files = {**made.result.altered, **made.result.new} if made.is_good else {}
    return "\n".join(
        [made.report("registry"), *(f"---- {path}\n{text}" for path, text in sorted(files.items()))]
    )


def ground() -> Registry:
    """The sample registry with a notice that has no list yet, and two records more."""
    form = "forms/2023/summary.yml"
    table = {form: FORM}
    return read_texts({**samples.texts(), **_TEXTS, **table}, samples.names())[0]


FORM = """\
id: 2023/summary
title: 汇总表
annex: 附件2
notice: call-2023
layout: table
version: 2023-1
effective: 2023-03-01
fields:
  - {key: number, label: 序号, kind: integer}
  - {key: name, label: 工作室名称, aliases: [名称], kind: text, feeds: [name]}
  - {key: category, label: 类别, kind: choice, options: [劳模, 职工], feeds: [category]}
  - {key: unit, label: 所在单位, aliases: [单位, 单位名称], kind: text, feeds: [unit]}
  - {key: leader, label: 领衔人, aliases: [负责人姓名], kind: text, feeds: [leader.name]}
  - {key: district, label: 所属区域, aliases: [区域], kind: text, vocabularies: [districts, zones], feeds: [district, zone]}
  - {key: recommender, label: 推荐单位, aliases: [推荐工会], kind: text, vocabularies: [unions], feeds: [recommender]}
"""

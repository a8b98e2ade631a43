"""Made-up records for the tests of the page that edits: values by key as the page holds them, all of them text."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

Values = dict[str, Any]
# Texts that are good values and that YAML, or a careless writer of it, reads as something else.
NASTY = (
    "王建强", "name: 甲", "甲：乙", "成果：获得专利", "名称：甲", "- 甲", "# 甲", "甲 # 乙", "甲 #乙", "'甲'", '"甲"', "''", "it's", 'a "b" c',
    "\\n", "\\", "[甲, 乙]", "{甲: 乙}", "甲，乙、丙", "&甲", "*甲", "!甲", "%甲", "@甲", "`甲", "|", ">", "> 甲", "| 甲", "? 甲", ": 甲", "甲:",
    "---", "...", "--- 甲", "null", "~", "true", "no", "Yes", "2019-02-30", "0012", "1_000", "12:30", "0x1F", "1e3", ".inf", "NaN", "121.610", "<<",
    "=", "<<<<<<< 甲", "=======", "喆𠅤", "😀", "é", "甲\u3000乙", "甲  乙", "“甲”", "《甲》", "（甲）", "·", "…", "—甲", "A",
    "C34", "DL0001", "name", "leader.name", "a-b", "https://a.b/c?d=e#f", "https://a.b/:", "$schema=x", "a" * 59, "甲" * 59, "甲 乙" * 19,
    "yaml-language-server: $schema=x", "key: [a", "'", '"', "\\'", '\\"', "甲\\n乙", "{{ x }}", "<b>", "%s", "x:", "- - x", "甲 :乙",
    "甲: 乙 #丙", "０１２", "N", "y", "Off", "C", "c34",
)  # fmt: skip
PROSE = (*NASTY, "第一段。\n第二段：成果 #1。", "name: 甲\nunit: 乙", "- 甲\n- 乙", "甲\n# 乙", "“甲”\n'乙'\n\"丙\"\n\\", "甲\n---\n乙", "甲\n<<<<<<< 乙")  # fmt: skip


def maybe(chance: random.Random, words: Sequence[str], often: float = 0.6) -> str | None:
    """One of the words, or none."""
    return chance.choice(words) if chance.random() < often else None


def known(**values: Any) -> Values:
    """What has a value."""
    return {key: value for key, value in values.items() if value}


def record(chance: random.Random) -> Values:
    """A record of which each part may be there or not: its fields are good, its laws may be broken."""
    category = maybe(chance, ("劳模", "职工"))
    name = chance.choice(("甲", "乙")) + chance.choice(
        ("劳模创新工作室", "职工创新工作室", "创新工作室", "劳模创新工作室（职工创新工作室）")
    )
    leader = {"leader": _leader(chance)} if chance.random() < 0.7 else {}
    location = _location(chance)
    return known(
        id="DL0001",
        name=name,
        kind="工作室",
        category=category,
        former_names=[it for it in ("丙创新工作室", "丁创新工作室") if chance.random() < 0.3],
        unit=maybe(chance, ("大连甲厂", "大连乙厂")),
        former_units=[it for it in ("大连丙厂",) if chance.random() < 0.3],
        **leader,
        field=maybe(chance, ("焊接", "铸造")),
        established=maybe(chance, ("2012", "2012-03")),
        members=maybe(chance, ("5", "12")),
        member_workshops=[it for it in ("DL0002",) if chance.random() < 0.2],
        location=location,
        visits=maybe(chance, ("每周三开放，向工会预约", "找王老师预约"), 0.3),
        designations=[_designation(chance) for _ in range(chance.randrange(4))],
        events=[_event(chance) for _ in range(chance.randrange(3))],
        summary=maybe(chance, ("工作室从事焊接，承担了二十多个字的课题，攻关。", "研究铸造。\n有两段。")),
        achievements=[_achievement(chance) for _ in range(chance.randrange(3))],
        links=[_link(chance) for _ in range(chance.randrange(2))],
        sources=[_source(chance) for _ in range(chance.randrange(1, 3))],
    )


def _achievement(chance: random.Random) -> Values:
    return known(
        kind=chance.choice(("专利", "论文")),
        title=maybe(chance, ("一种夹具", "一种卡具")),
        year=maybe(chance, ("2019", "2020")),
        count=maybe(chance, ("1", "2")),
    )


def _leader(chance: random.Random) -> Values:
    basis = known(
        kind=chance.choice(("公开报道", "本人同意", "本人要求撤下")), date=maybe(chance, ("2024-05-06",))
    )
    return known(
        name=maybe(chance, ("王甲", "李乙"), 0.8), skill_grade=maybe(chance, ("高级技师",)), basis=basis
    )


def _location(chance: random.Random) -> Values:
    return known(
        lon=maybe(chance, ("121.61",)),
        lat=maybe(chance, ("38.91",)),
        address=maybe(chance, ("中山区某路1号",)),
        map=maybe(chance, ("none", "district", "point")),
    )


def _designation(chance: random.Random) -> Values:
    return known(
        title=chance.choice(("大连市职工创新工作室", "大连市劳模创新工作室", "示范性创新工作室")),
        level=chance.choice(("市级", "省级")),
        date=maybe(chance, ("2022", "2022-07", "2022-07-01", "2023-07-13")),
        notice=maybe(chance, ("naming-2023", "naming-2022", "2019-24")),
        support_yuan=maybe(chance, ("100000",), 0.3),
    )


def _event(chance: random.Random) -> Values:
    return known(
        kind=chance.choice(("更名", "变更领衔人", "迁移", "撤销")),
        date=chance.choice(("2024", "2024-05", "2024-05-06")),
        notice=maybe(chance, ("naming-2023", "naming-1999"), 0.3),
        source=maybe(chance, ("公司文件",)),
    )


def _link(chance: random.Random) -> Values:
    return known(kind=chance.choice(("视频", "文章")), title="工作室的一天", url="https://www.example.com/v")


def _source(chance: random.Random) -> Values:
    keys = ("name", "designations", "designations.1", "designations.2", "leader.name", "category")
    return known(title="某某报道", supports=[key for key in keys if chance.random() < 0.2])

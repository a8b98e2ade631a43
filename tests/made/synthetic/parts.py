"""The smaller parts of a made-up record: honours, place, results, photographs, sources, corrections."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from tests.made.synthetic.careers import Career
from tests.made.synthetic.places import Unit
from tests.made.synthetic.trades import Trade
from tests.made.synthetic.yamltext import Value

_SERVING = {
    "大连市劳动模范": 50, "大连市五一劳动奖章": 30, "大连市特别劳动奖": 4, "辽宁省劳动模范": 12, "辽宁五一劳动奖章": 10,
    "全国五一劳动奖章": 4, "全国劳动模范": 3, "全国先进工作者": 1,
}  # fmt: skip
_SKILLED = {"大连市技术能手": 50, "辽宁工匠": 12, "全国技术能手": 6, "大国工匠年度人物": 1, "中华技能大奖": 1}
_PRECISIONS = ("门址", "单位", "单位", "单位", "街道", "区域")
_PHOTOGRAPHED = ("成员在操作台前讨论图纸", "领衔人向青年职工演示操作", "工作室成果展示墙")
_SUPPORT = {"市级": 20_000, "市级示范": 50_000, "省级": 100_000, "全国": 100_000}
_PUBLISHERS = ("合成数据通讯（虚构）", "虚构日报（合成数据）", "合成数据生成器")


def honours(rng: Random, category: str | None, year: int) -> list[Value]:
    """A 劳模 leader's first honour is one of the city's or higher (通知一、1), held when the workshop was named."""
    names: list[str] = []
    if category == "劳模":
        names += rng.choices(list(_SERVING), list(_SERVING.values()))
    if rng.random() < 0.3:
        names += rng.choices(list(_SKILLED), list(_SKILLED.values()))
    if rng.random() < 0.15 and category == "劳模":
        names += rng.choices(list(_SERVING), list(_SERVING.values()))
    return [_honour(rng, name, year) for name in dict.fromkeys(names)]


def recommender(rng: Random, unit: Unit, district: str | None) -> str | None:
    """A union of the place or of the trade; not always the place's own, and sometimes not known."""
    share = rng.random()
    if share < 0.1:
        return None
    if share < 0.102:
        return "虚构产业工会（合成数据）"  # in no vocabulary: a warning, on purpose
    if unit.zone == "高新区":
        return "高新区总工会"
    if unit.trade.union and (share < 0.45 or not district):
        return unit.trade.union
    return f"{unit.district}总工会"


def location(rng: Random, unit: Unit) -> dict[str, Value]:
    """The unit's point. A few may be shown as their district only, or not at all: these have no coordinates."""
    share = rng.random()
    if share < 0.05:
        return {"address": unit.address, "map": "none"}
    if share < 0.1:
        return {"precision": "区域", "map": "district"}
    lon, lat = unit.point
    found: dict[str, Value] = {"lon": lon, "lat": lat, "precision": rng.choice(_PRECISIONS)}
    if rng.random() < 0.8:
        found["address"] = unit.address
    if share < 0.102:
        return found | {"map": "district"}  # coordinates all the same: a warning, on purpose
    return found | ({"map": "point"} if share < 0.2 else {})


def achievements(rng: Random, trade: Trade, year: int) -> list[Value] | None:
    """Two to four results of different kinds; one record in thirty tells none."""
    if rng.random() < 0.03:
        return None
    kinds = rng.sample(list(_ACHIEVEMENTS), rng.choice((2, 3, 3, 3, 4)))
    return [
        {"kind": kind} | _ACHIEVEMENTS[kind](rng, rng.choice(trade.objects) + rng.choice(trade.aspects), year)
        for kind in sorted(kinds, key=list(_ACHIEVEMENTS).index)
    ]


def photos(rng: Random, number: int) -> list[Value] | None:
    """One photograph for one record in a hundred."""
    if rng.random() >= 0.01:
        return None
    return [
        {
            "file": f"dl{number:04}-1.png",
            "alt": f"{rng.choice(_PHOTOGRAPHED)}（合成图片）",
            "credit": "合成数据生成器",
            "consent": f"2025-{rng.randrange(1, 13):02}-20",
        }
    ]


# The new facts follow from the number alone, so that all others stay what they were.
def support(number: int, level: str) -> dict[str, Value]:
    """The money that came with a designation: told of every fourth workshop."""
    yuan = _SUPPORT.get(level)
    return {"support_yuan": yuan} if yuan and number % 4 == 0 else {}


def visits(number: int) -> str | None:
    """How to visit one workshop in twenty."""
    return "每月第一个周五下午开放，提前三天向单位工会预约（虚构）" if number % 20 == 7 else None


def members(number: int) -> list[Value] | None:
    """The members of an alliance: the few records before it, so that none is within itself."""
    return [f"DL{other:04}" for other in range(max(1, number - 2 - number % 4), number)] or None


def links(number: int, name: str) -> list[Value] | None:
    """A film or an article of one workshop in fifteen."""
    if number % 15 != 4:
        return None
    kind = ("视频", "文章")[number % 2]
    return [
        {
            "kind": kind,
            "title": f"合成数据：{name}（虚构{kind}）",
            "url": f"https://example.org/shown/{number}",
        }
    ]


def sources(rng: Random, record: Mapping[str, Value], career: Career) -> list[Value]:
    """One or two made-up reports. The first states what no notice does."""
    report: dict[str, Value] = {
        "title": f"合成数据：{record['name']}获得命名（虚构报道）",
        "publisher": rng.choice(_PUBLISHERS),
    }
    if career.dated:
        report["date"] = str(career.steps[-1][1])
    if rng.random() < 0.7:
        report["url"] = f"https://example.org/synthetic/{record['id']}"
    told: list[Value] = [report | {"supports": _supported(record)}]
    if rng.random() < 0.35:
        more = [key for key in ("location", "achievements", "events", "established") if key in record]
        second: dict[str, Value] = {"title": "合成数据：申报材料摘要（虚构）", "publisher": "合成数据生成器"}
        told.append(second | ({"supports": more} if more else {}))
    return told


def corrections(rng: Random, record: Mapping[str, Value]) -> dict[str, Value]:
    """One record in thirty had a number of members to put right."""
    members = record.get("members")
    if rng.random() >= 0.035 or not isinstance(members, int):
        return {}
    correction: dict[str, Value] = {
        "date": f"2025-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02}",
        "what": "成员人数",
        "before": str(members + rng.randrange(1, 9)),
        "after": str(members),
        "why": "原报道把实习人员计入（合成数据）",
        "source": "单位工会来函（虚构）",
    }
    return {"corrections": [correction]}


def _honour(rng: Random, name: str, year: int) -> dict[str, Value]:
    honour: dict[str, Value] = {"name": name}
    return honour | ({"year": str(year - rng.randrange(0, 9))} if rng.random() < 0.85 else {})


def _supported(record: Mapping[str, Value]) -> list[Value]:
    leader, designations = record["leader"], record["designations"]
    keys: list[Value] = ["name", *(key for key in ("unit", "field", "members", "summary") if key in record)]
    if isinstance(leader, Mapping):
        keys += [f"leader.{key}" for key in ("name", "honours") if key in leader]
    if isinstance(designations, list):
        unnoticed = [number for number, named in enumerate(designations, start=1) if "notice" not in named]
        keys += ["designations"] if len(unnoticed) > 1 else [f"designations.{number}" for number in unnoticed]
    return keys


def _year(rng: Random, year: int) -> str:
    return str(min(2025, year + rng.randrange(-2, 4)))


def _evidence(rng: Random, word: str) -> str:
    return f"虚构{word}合成第{rng.randrange(1, 9999):04}号"


# Each kind is told as such results are told: some by a number, some by a title, some by money.
_ACHIEVEMENTS: dict[str, Callable[[Random, str, int], dict[str, Value]]] = {
    "专利": lambda rng, topic, year: (
        {"count": rng.randrange(1, 30)}
        if rng.random() < 0.4
        else {"title": f"一种用于{topic}的装置", "year": _year(rng, year), "evidence": _evidence(rng, "专利")}
    ),
    "论文": lambda rng, topic, year: {"title": f"{topic}的研究与应用", "year": _year(rng, year)},
    "标准": lambda rng, topic, year: {
        "title": f"{topic}技术规范（虚构）",
        "evidence": _evidence(rng, "标准"),
    },
    "工法": lambda rng, topic, year: {
        "title": f"{topic}工法",
        "year": _year(rng, year),
        "evidence": _evidence(rng, "工法"),
    },
    "课题": lambda rng, topic, year: {"title": f"{topic}攻关", "year": _year(rng, year)},
    "奖项": lambda rng, topic, year: {
        "title": f"{topic}获职工技术创新成果{rng.choice('一二三')}等奖",
        "year": _year(rng, year),
    },
    "技术革新": lambda rng, topic, year: {"title": f"{topic}等", "count": rng.randrange(3, 80)},
    "人才培养": lambda rng, topic, year: {"title": "培养高级工以上人员", "count": rng.randrange(2, 120)},
    "经济效益": lambda rng, topic, year: (
        {"title": topic, "year": _year(rng, year), "amount_yuan": rng.randrange(5, 4000) * 10_000}
    ),
}

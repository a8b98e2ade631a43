"""What happened to a made-up workshop: its designations, level by level, and the events that followed."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.made.synthetic.notices import YEARS, naming_date
from tests.made.synthetic.yamltext import Value

_PATHS = {
    ("市级",): 46, ("区市县级", "市级"): 20, ("产业级", "市级"): 8, ("区市县级",): 7, ("产业级",): 2,
    ("市级", "市级示范"): 4, ("区市县级", "市级", "省级"): 5, ("产业级", "市级", "省级"): 3, ("市级", "省级"): 3,
    ("市级", "市级示范", "省级"): 1, ("区市县级", "市级", "市级示范", "省级", "全国"): 1,
}  # fmt: skip
_TITLES = {
    "区市县级": "{where}{category}创新工作室",
    "产业级": "产业工会系统{category}创新工作室",
    "市级": "大连市{category}创新工作室",
    "市级示范": "大连市示范性{category}创新工作室",
    "省级": "辽宁省{category}创新工作室",
    "全国": "全国示范性劳模和工匠人才创新工作室",
}
_ENDS = ("撤销", "终止")
# What follows the last designation, in this order, and in how many of a hundred workshops.
_EVENTS = {
    ("复核合格",): 9, ("变更领衔人",): 3, ("更名",): 2, ("迁移",): 2, ("限期整改",): 1, ("限期整改", "复核合格"): 1,
    ("限期整改", "撤销"): 1, ("终止",): 2, ("复核合格", "变更领衔人", "终止"): 1, ("更名", "迁移"): 1,
}  # fmt: skip
LAST = 2026  # the first year in which nothing has happened yet
_DUE = {"复核合格": 3, "限期整改": 1}  # years after which it is due
_NOTES = {
    "更名": "名称随技术方向调整，合成数据。",
    "变更领衔人": "原领衔人退休，由骨干成员接任，合成数据。",
    "迁移": "随单位搬入新厂区，合成数据。",
    "单位更名": "单位改制更名，合成数据。",
    "复核合格": "现场考核和材料复核均合格，合成数据。",
    "限期整改": "活动台账不全，限六个月内整改，合成数据。",
    "撤销": "整改期满仍不符合条件，合成数据。",
    "终止": "所在单位业务调整，工作室停止运行，合成数据。",
}


@dataclass(frozen=True)
class Career:
    """Levels with the year of each; `dated` is False where no source tells the years."""

    steps: tuple[tuple[str, int], ...]
    dated: bool

    @property
    def first_year(self) -> int:
        """The year of the first designation."""
        return self.steps[0][1]

    @property
    def city_year(self) -> int:
        """The year of the city's designation, else of the first one."""
        return dict(self.steps).get("市级", self.first_year)


def draw_career(rng: Random) -> Career:
    """Levels in ascending order, each in a later year than the one before, none later than the last notice."""
    path = rng.choices(list(_PATHS), list(_PATHS.values()))[0]
    before = path[0] in ("区市县级", "产业级") and len(path) > 1
    first = YEARS[int(len(YEARS) * rng.random() ** 0.6)] - (rng.randrange(1, 4) if before else 0)
    steps = [(path[0], first)]
    for level in path[1:]:
        year = max(steps[-1][1] + rng.randrange(1, 4), YEARS.start)
        if year in YEARS:
            steps.append((level, year))
    return Career(tuple(steps), rng.random() >= 0.08)


def draw_events(rng: Random, career: Career) -> tuple[list[dict[str, Value]], set[str]]:
    """The events after the last designation, oldest first, and their kinds."""
    paths = [(), *_EVENTS]
    kinds = rng.choices(paths, [100 - sum(_EVENTS.values()), *_EVENTS.values()])[0]
    last = career.steps[-1][1]
    years = sorted(rng.sample(range(last + 1, LAST), min(len(kinds), LAST - 1 - last)))
    if not career.dated:
        years = []
    told = [_event(rng, kind, year) for kind, year in zip(kinds, years, strict=False)]
    return told, {str(event["kind"]) for event in told}


def unit_renamed(number: int, career: Career, events: list[dict[str, Value]]) -> bool:
    """Add to every fortieth workshop without another event that its unit was renamed, the year after its last designation."""
    year = career.steps[-1][1] + 1
    if number % 40 or events or not career.dated or year >= LAST:
        return False
    events.append(
        {
            "kind": "单位更名",
            "date": str(year),
            "source": f"合成数据〔{year}〕情况通报（虚构）",
            "note": _NOTES["单位更名"],
        }
    )
    return True


def title(level: str, category: str | None, district: str | None) -> str:
    """The title that a level gives."""
    return _TITLES[level].format(category=category or "职工", where=district or "先导区")


def partial(rng: Random, year: int) -> str:
    """A date in the year, known to the day, the month or the year."""
    month, day = rng.randrange(1, 13), rng.randrange(1, 29)
    return (str(year), f"{year}-{month:02}", f"{year}-{month:02}-{day:02}")[
        rng.choice((0, 0, 1, 1, 1, 2, 2, 2, 2))
    ]


def _event(rng: Random, kind: str, year: int) -> dict[str, Value]:
    by_notice = kind == "复核合格" and rng.random() < 0.6
    event: dict[str, Value] = {"kind": kind}
    event["date"] = naming_date(year) if by_notice else partial(rng, year)
    if kind in _DUE:
        event["due"] = f"{year + _DUE[kind]}-12-31"
    event |= (
        {"notice": f"synthetic-{year}"} if by_notice else {"source": f"合成数据〔{year}〕情况通报（虚构）"}
    )
    if kind in _ENDS or rng.random() < 0.7:
        event["note"] = _NOTES[kind]
    return event

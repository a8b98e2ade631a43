"""The made-up naming notices, one for each year: they list just the workshops that cite them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tests.made.synthetic.yamltext import yaml_text

YEARS = range(2008, 2026)
_MOST_NAMES = 5000  # of one notice, by the schema; a larger year has a second notice


class Naming:
    """Collects who was named when, and writes the notices that say so."""

    def __init__(self) -> None:
        self._named: dict[int, list[tuple[str, str]]] = defaultdict(list)

    def cite(self, year: int, name: str, category: str) -> str:
        """Put a name on the list of a year; the id of the notice that has it."""
        self._named[year].append((name, category))
        return _id(year, (len(self._named[year]) - 1) // _MOST_NAMES)

    def rename(self, old: str, new: str) -> None:
        """Put another name in the place of one that stands on the lists."""
        for year, listed in self._named.items():
            self._named[year] = [(new if name == old else name, category) for name, category in listed]

    def texts(self) -> Iterator[tuple[str, str]]:
        """Path and text of each notice."""
        for year in YEARS:
            named = self._named[year]
            for part in range(max(1, -(-len(named) // _MOST_NAMES))):
                listed = named[part * _MOST_NAMES :][:_MOST_NAMES]
                yield f"notices/{_id(year, part)}.yml", _text(year, _id(year, part), listed)


def naming_date(year: int) -> str:
    """The day of a year's notices."""
    return f"{year}-{6 + year % 4:02}-{10 + year % 17:02}"


def _id(year: int, part: int) -> str:
    return f"synthetic-{year}" if part == 0 else f"synthetic-{year}-{part + 1}"


def _text(year: int, notice_id: str, listed: list[tuple[str, str]]) -> str:
    title = f"关于命名{year}年大连市劳模（职工）创新工作室的通报（虚构数据）"
    counts = {word: sum(category == word for _, category in listed) for word in ("劳模", "职工")}
    names = {"names": [name for name, _ in listed]} if listed else {}
    return yaml_text(
        "../schema/notice.schema.json",
        {
            "id": notice_id,
            "kind": "命名通报",
            "issuer": "合成数据总工会（虚构）",
            "title": title,
            "number": f"虚构工发〔{year}〕{year % 50 + 1}号",
            "date": naming_date(year),
            "counts": counts,
            **names,
            "note": "合成数据，只供测试；名单和数量均为虚构。",
            "sources": [{"title": title, "publisher": "合成数据生成器", "date": naming_date(year)}],
        },
    )

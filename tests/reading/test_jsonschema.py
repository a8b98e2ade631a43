"""The published schemas are what the tables say, and real records pass them as an editor would read them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.doors import disk
from generator.reading import jsonschema
from generator.reading.read import read_texts
from tests import ROOT

REGISTRY = ROOT / "registry"
TEXTS, NAMES, _ = disk.read_registry(REGISTRY)
MADE = jsonschema.schemas(read_texts(TEXTS, NAMES)[0])
FOLDERS = {"workshops": "workshop", "notices": "notice", "forms": "form", "vocabularies": "vocabulary"}
RECORDS = [path for path in TEXTS if path.endswith(".yml") and path.split("/")[0] in FOLDERS]


class EditorLoader(yaml.SafeLoader):
    """Reads as editors do (YAML 1.2): numbers, true, false and null, but no dates, no `no`, no 12:30."""


EditorLoader.yaml_implicit_resolvers = {}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"-?[0-9]+\.[0-9]+$"), list("-0123456789")
)
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:null|~|)$"), ["n", "~", ""])


def _faults(path: str, text: str) -> list[str]:
    schema = json.loads(MADE[f"schema/{FOLDERS[Path(path).parts[0]]}.schema.json"])
    record: Any = yaml.load(text, Loader=EditorLoader)  # noqa: S506 (a SafeLoader)
    return [error.message for error in Draft202012Validator(schema).iter_errors(record)]


def test_schemas_are_fresh() -> None:
    """Renew them with `python -m tests.tools.bless`."""
    written = {path: text for path, text in TEXTS.items() if path.startswith("schema/")}
    assert written == MADE


@pytest.mark.parametrize("path", sorted(MADE))
def test_schemas_are_schemas(path: str) -> None:
    schema = json.loads(MADE[path])
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == Path(path).name


@pytest.mark.parametrize("path", RECORDS)
def test_records_pass(path: str) -> None:
    assert _faults(path, TEXTS[path]) == []


@pytest.mark.parametrize("path", [path for path in RECORDS if path.startswith("workshops/")])
def test_records_name_their_schema(path: str) -> None:
    """`$schema=` in the first line leads to the schema from where the record lies."""
    first = TEXTS[path].split("\n", maxsplit=1)[0]
    named = first.removeprefix("# yaml-language-server: $schema=")
    assert (REGISTRY / path).parent.joinpath(named).resolve() == REGISTRY / "schema/workshop.schema.json"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("category: 职工", "category: 模范"),
        ("members: 15", "members: 15人"),
        ("members: 15", "menbers: 15"),
        ("kind: 工作室\n", ""),
        ("date: 2023-07-13", "date: 2023.7.13"),
        ("    - name: 市级劳模", "    - name: 劳模"),
    ],
)
def test_faults_are_seen(old: str, new: str) -> None:
    path = "workshops/0000/DL0001.yml"
    assert old in TEXTS[path]
    assert _faults(path, TEXTS[path].replace(old, new)) != []

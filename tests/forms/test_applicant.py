"""The page of the application and the import follow the same rules: one text through both, and one mapping of form to record."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from generator.doors.disk import read_registry
from generator.forms.applicant import applicant_json
from generator.intake.filled import Box, Filled
from generator.intake.notes import FormNotes
from generator.intake.plain import seen
from generator.intake.values import Values
from generator.model.dates import PartialDate, has_run, parse_date, propose_date
from generator.model.registry import Registry
from generator.reading.read import read_texts
from generator.rules.names import category_of
from tests import ROOT
from tests.made.editvalues import WRITTEN, noise
from tests.made.samples import TODAY
from tests.scripts.toolbox import node_in_page

_SCRIPT = """
import { readFileSync } from "node:fs";
const at = (path) => import(%s + path);
const { task, texts, days, names, today } = JSON.parse(readFileSync(%s, "utf8"));
const [{ fed, categoryOf, asWritten }, { hasRun, read }] = [await at("application/record.js"), await at("base/day.js")];
console.log(JSON.stringify({
  fed: texts.map((one) => Object.fromEntries(fed(task, new Map(Object.entries(one)), today).values)),
  run: days.map(([since, by, years]) => hasRun(read(task.dates, since), years, read(task.dates, by))),
  names: names.map((name) => categoryOf(task, name)),
}));
"""


@pytest.fixture(scope="module")
def registry() -> Registry:
    texts, names, _ = read_registry(ROOT / "registry")
    return read_texts(texts, names)[0]


def javascript(folder: Path, given: dict[str, Any]) -> dict[str, Any]:
    """What the page's scripts make of the same values."""
    (folder / "given.json").write_text(json.dumps(given), encoding="utf-8")
    scripts = json.dumps((ROOT / "site_src/scripts").as_uri() + "/")
    script = folder / "run.mjs"
    script.write_text(_SCRIPT % (scripts, json.dumps(str(folder / "given.json"))), encoding="utf-8")
    done = node_in_page(script)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def flat(values: dict[str, Any], above: str = "") -> dict[str, str]:
    """Values by dotted keys."""
    found: dict[str, str] = {}
    for key, value in values.items():
        found |= flat(value, f"{above}{key}.") if isinstance(value, dict) else {f"{above}{key}": value}
    return found


def test_both_map_the_form_alike(registry: Registry, tmp_path: Path) -> None:
    form = next(it for it in registry.forms if it.id == "2019/application")
    task = json.loads(applicant_json(form, registry, PartialDate(2019, 8, 30), 2))
    chance = random.Random(9)  # noqa: S311 - no secret, only texts
    grades = (
        "高级技师",
        "高级工程师",
        "高级技师、高级工程师",
        "某某师",
        "高级技师，某某师",
        "技师、高级技师",
    )
    words = [it for it in (*WRITTEN, *noise(200)) if " ".join(it.split()) == it and it.isprintable()]
    texts = [
        {
            "grade": chance.choice(grades),
            "education": chance.choice(("大学本科", "本科", "初中甲")),
            key: text,
        }
        for text in words
        for key in ("unit", "summary")
    ]
    days = [
        (
            f"{chance.randrange(2010, 2022)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"[:cut],
            by,
            years,
        )
        for cut in (4, 7, 10)
        for by in ("2019-08-30", "2020-02-29", "2019-08", "2019")
        for years in (1, 2, 4)
        for _ in range(20)
    ] + [("2016-02-29", "2018-02-28", 2), ("2016-02-29", "2018-02-27", 2)]
    names = [
        f"甲{said}创新工作室{more}"
        for said in ("劳模", "职工", "")
        for more in ("", "职工创新工作室", "联盟")
    ]
    given = {"task": task, "texts": texts, "days": days, "names": names, "today": TODAY.isoformat()}
    found = javascript(tmp_path, given)
    assert found["names"] == [category_of(name) or "" for name in names]
    runs = [
        has_run(parse_date(since) or PartialDate(1), years, parse_date(by) or PartialDate(1))
        for since, by, years in days
    ]
    assert found["run"] == runs and set(runs) == {True, False, None}
    compared = 0
    for one, got in zip(texts, found["fed"], strict=True):
        notes = FormNotes("申报表.docx", TODAY)
        boxes = {field.key: Box(field, one[field.key], "") for field in form.fields if field.key in one}
        values = flat(Values(Filled(form, "", boxes), registry, notes).record.values)
        # what only a file can have: personal data, look-alike signs, texts of another box
        mended = any(seen(text) != text for text in one.values())
        if mended or {it.code for it in notes.problems} & {"I618", "I619", "I623", "I627"}:
            continue
        got.pop("kind", None)
        assert got == values, one
        compared += 1
    assert compared > 300
    assert propose_date("2019年6月") == "2019-06"

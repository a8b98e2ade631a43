"""What was published changes with the correction or the event that the gate asks for."""

from __future__ import annotations

import random
from typing import Any

import pytest

from generator.drafts.alteration import DELETED, Alteration, Path
from generator.drafts.altering import values
from generator.drafts.explaining import Reason, explained
from generator.drafts.lines import lines
from generator.history import kept, persons, records
from generator.model.registry import Registry
from generator.reading import schema
from generator.reading.read import read_texts
from tests.made import editrecords, samples

TODAY = samples.TODAY
WRONG = Reason("抄错了", "大连市总工会 2023 年通报")
CHANGED = Reason("2024 年更改", "公司文件", "2025-02-03")


@pytest.fixture(scope="module")
def registry() -> Registry:
    return read_texts(samples.texts(), samples.names())[0]


def codes(registry: Registry, change: list[Alteration], reason: Reason | None) -> list[str]:
    return [it.code for it in explained(registry, samples.RECORD, change, reason, TODAY).problems]


ALTERED: dict[str, tuple[Path, Any, str, str]] = {
    # what is altered, what becomes of it, the code without a reason, the event where it has really changed
    "name": (("name",), "周海劳模创新工作室", "H411", "更名"),
    "category": (("category",), "劳模", "H412", ""),
    "unit": (("unit",), "大连示例重工有限公司", "H462", "单位更名"),
    "unit gone": (("unit",), DELETED, "H462", "单位更名"),
    "title": (("designations", 0, "title"), "大连市劳模创新工作室", "H414", ""),
    "day": (("designations", 0, "date"), "2022-07-13", "H414", ""),
    "notice gone": (("designations", 0, "notice"), DELETED, "H414", ""),
    "designation gone": (("designations", 0), DELETED, "H414", ""),
    "event gone": (("events", 0), DELETED, "H415", ""),
    "event's day": (("events", 0, "date"), "2024-03", "H415", ""),
    "former name gone": (("former_names", 0), DELETED, "H411", ""),
    "district gone": (("district",), DELETED, "H464", "迁移"),
    "members gone": (("members",), DELETED, "H464", ""),
    "summary gone": (("summary",), DELETED, "H464", ""),
    "result gone": (("achievements", 0), DELETED, "H464", ""),
    "source's address gone": (("sources", 0, "url"), DELETED, "H463", ""),
}


@pytest.mark.parametrize("what", ALTERED)
def test_a_fact_passes_with_its_reason(registry: Registry, what: str) -> None:
    path, value, code, event = ALTERED[what]
    change = [Alteration(path, value)]
    assert codes(registry, change, None) == [code]
    assert codes(registry, change, WRONG._replace(basis="")) == [code]
    for reason, kind in ((WRONG, ""), (CHANGED, event)):
        found = explained(registry, samples.RECORD, change, reason, TODAY)
        assert found.problems == []
        held = values(found.text or "")
        assert isinstance(held, dict)
        told = [
            entry
            for entry in held.get("events", [])
            if isinstance(entry, dict) and entry["date"] == "2025-02-03"
        ]
        assert [entry["kind"] for entry in told] == ([kind] if kind else [])
        assert ("corrections" in held) == (not kind)


def test_every_protected_key_is_tried() -> None:
    keys = {item.key for item in (*records.PROTECTED, *persons.PROTECTED, *kept.PROTECTED)}
    tried = {str(path[0]) for path, *_ in ALTERED.values()} | {"leader.name"}
    same = {"zone", "industry", "field", "recommender", "established", "members"}  # one law for all of these
    absent = {"former_units", "member_workshops"}  # the sample has neither
    assert keys - same - absent <= tried


def test_a_leader_who_has_gone_leaves_the_honours_to_be_looked_at(registry: Registry) -> None:
    change = [Alteration(("leader", "name"), "吴山")]
    assert codes(registry, change, WRONG) == []
    assert set(codes(registry, change, CHANGED)) == {"H461"}
    follow = [Alteration(("leader", "honours"), DELETED), Alteration(("leader", "skill_grade"), DELETED)]
    follow += [
        Alteration(("leader", "basis"), {"kind": "公开报道"}),
        Alteration(("sources", 0, "supports", 2), DELETED),
    ]
    found = explained(registry, samples.RECORD, change + follow, CHANGED, TODAY)
    assert found.problems == []
    assert "    former_leader: 周海\n" in (found.text or "")


def test_what_completes_a_record_needs_no_reason(registry: Registry) -> None:
    change = [Alteration(("designations", 1, "date"), "2025-04-01"), Alteration(("members",), "20")]
    found = explained(registry, samples.RECORD, change, WRONG, TODAY)
    assert found.problems == []
    assert "corrections" not in (found.text or "")


def test_a_bad_value_is_told_and_not_explained(registry: Registry) -> None:
    assert codes(registry, [Alteration(("members",), "许多"), Alteration(("name",), "改名")], WRONG) == [
        "F207"
    ]


def test_any_record_becomes_any_other() -> None:
    chance = random.Random(24)  # noqa: S311 - no secret, only texts
    asked = 0
    for reason in (WRONG, CHANGED):
        for _ in range(50):
            held, wanted = editrecords.record(chance), editrecords.record(chance)
            if reason.happened:  # who takes out an event and tells of another at once writes it by hand
                wanted["events"] = held.get("events", [])
            text = "\n".join(lines(schema.WORKSHOP, held)) + "\n"
            registry = read_texts({**samples.texts(), samples.RECORD: text}, samples.names())[0]
            change = [Alteration((key,), value) for key, value in wanted.items()]
            change += [Alteration((key,), DELETED) for key in held if key not in wanted]
            bare = explained(registry, samples.RECORD, change, None, TODAY)
            found = explained(registry, samples.RECORD, change, reason, TODAY)
            assert found.text
            left = [it for it in found.problems if it.code != "H461" and "supports" not in it.message]
            assert not left, (text, found)  # those say what a person must do, and no reason answers them
            asked += len(bare.problems)
            again = read_texts({**samples.texts(), samples.RECORD: found.text}, samples.names())[0]
            assert again.workshops, found.text
    assert asked > 100

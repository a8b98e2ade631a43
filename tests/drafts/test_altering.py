"""The text of a record is altered where it is meant to be, and nowhere else."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from generator.drafts.alteration import DELETED, Alteration, Path
from generator.drafts.altering import altered, values
from generator.drafts.lines import lines
from generator.reading import schema
from generator.reading.spans import Plain
from tests import ROOT
from tests.made import editrecords, samples

SHARED = json.loads((ROOT / "tests/cases/altering/altered.json").read_text(encoding="utf-8"))


def original(case: dict[str, Any]) -> str:
    """The text of a case, which may be one that several share."""
    return "\n".join(SHARED["texts"].get(case["text"], [case["text"]]))


@pytest.mark.parametrize("case", SHARED["cases"], ids=[case["what"] for case in SHARED["cases"]])
def test_only_what_is_meant_is_altered(case: dict[str, Any]) -> None:
    text = wanted = original(case)
    for old, new in case["wanted"] or ():
        assert wanted.count(old) == 1
        wanted = wanted.replace(old, new)
    change = [Alteration(tuple(path), DELETED if value is None else value) for path, value in case["change"]]
    assert altered(text, change) == (None if case["wanted"] is None else wanted)


def test_the_page_is_given_what_the_reader_reads() -> None:
    assert SHARED["order"] == [field.key for field in schema.WORKSHOP.fields if field.key in SHARED["order"]]
    for name, held in SHARED["values"].items():
        assert values(original({"text": name})) == held


def test_of_a_notice_too() -> None:
    text = samples.texts()[samples.NAMING]
    added = altered(text, [Alteration(("names", 2), "郑河劳模创新工作室")], schema.NOTICE)
    assert added == text.replace("\nsources:", "\n  - 郑河劳模创新工作室\nsources:")
    unit = [Alteration(("names", 1), {"name": "吴山劳模创新工作室", "unit": "大连甲厂"})]
    named = altered(text, unit, schema.NOTICE)
    assert named == text.replace("  - 吴山劳模创新工作室", "  - name: 吴山劳模创新工作室\n    unit: 大连甲厂")


def commented(chance: random.Random, values_: Plain) -> str:
    """A record with comments and empty lines in it, each comment another one."""
    assert isinstance(values_, dict)
    found: list[str] = []
    for line in lines(schema.WORKSHOP, values_):
        if chance.random() < 0.15:
            found.append(f"{' ' * (len(line) - len(line.lstrip(' ')))}# 说明 {len(found)}")
        if chance.random() < 0.05:
            found.append("")
        found.append(f"{line}   # 行尾 {len(found)}" if chance.random() < 0.15 else line)
    return "\n".join(found) + "\n"


def paths(held: Plain, above: Path = ()) -> Iterator[Path]:
    """Every place of the values, those of groups and lists too."""
    inner = held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ()
    for step, value in inner:
        yield (*above, step)
        yield from paths(value, (*above, step))


def put(held: Any, path: Path, value: Plain) -> None:
    """The plain way to set a value."""
    *above, last = path
    for step in above:
        held = held[step]
    if isinstance(held, list) and last == len(held):
        held.append(value)
    else:
        held[last] = value


def whole_comments(text: str) -> list[str]:
    return sorted(line.strip() for line in text.split("\n") if line.strip().startswith("# 说明"))


def test_any_text_set_is_set_and_nothing_else() -> None:
    chance = random.Random(11)  # noqa: S311 - no secret, only texts
    for _ in range(250):
        held: Any = editrecords.record(chance)
        text = commented(chance, held)
        places = [path for path in paths(held) if isinstance(at(held, path), str)]
        chosen = chance.sample(places, min(3, len(places)))
        change = [Alteration(path, chance.choice(editrecords.PROSE)) for path in chosen]
        found = altered(text, change)
        assert found is not None, (text, change)
        for path, value in change:
            assert isinstance(value, str)
            put(held, path, value.strip())
        assert values(found) == held
        before, after = text.split("\n"), found.split("\n")
        assert len(before) == len(after)
        assert sum(old != new for old, new in zip(before, after, strict=True)) <= len(change)


def test_any_values_become_any_others() -> None:
    chance = random.Random(12)  # noqa: S311 - no secret, only texts
    for _ in range(250):
        held, wanted = editrecords.record(chance), editrecords.record(chance)
        text = commented(chance, held)
        gone = [Alteration((key,), DELETED) for key in held if key not in wanted]
        found = altered(text, [*(Alteration((key,), value) for key, value in wanted.items()), *gone])
        assert found is not None
        assert values(found) == wanted
        assert whole_comments(found) == whole_comments(text)
        same = [key for key in held if held[key] == wanted.get(key)]
        for line in text.split("\n"):
            if line.split(":")[0] in same:
                assert line in found


def test_anything_taken_out_is_out() -> None:
    chance = random.Random(13)  # noqa: S311 - no secret, only texts
    for _ in range(250):
        held: Any = editrecords.record(chance)
        text = commented(chance, held)
        path = chance.choice([path for path in paths(held) if path != ("id",)])
        found = altered(text, [Alteration(path, DELETED)])
        assert found is not None, (text, path)
        assert whole_comments(found) == whole_comments(text)
        for depth in reversed(range(1, len(path) + 1)):  # what has nothing left goes with it
            del at(held, path[: depth - 1])[path[depth - 1]]
            if at(held, path[: depth - 1]):
                break
        assert values(found) == held
        left = iter(text.split("\n"))
        kept = [line for line in found.split("\n") if not line.strip().startswith(("#", "- ")) and line]
        assert all(line in left for line in kept if line in text.split("\n"))


def at(held: Any, path: Path) -> Any:
    """What stands at a place."""
    for step in path:
        held = held[step]
    return held


def test_whatever_somebody_wrote_is_altered_or_left_alone() -> None:
    """Records spoiled at random: the text with what was meant, or none, never an error."""
    chance = random.Random(14)  # noqa: S311 - no secret, only texts
    bases = [original({"text": name}) for name in SHARED["texts"]] + [samples.texts()[samples.RECORD]]
    pieces = (
        "\n",
        "  ",
        "- ",
        "? ",
        ": ",
        "#",
        " # x",
        "{",
        "}",
        "[",
        "]",
        ",",
        "|",
        "> ",
        "'",
        '"',
        "a: b\n",
    )
    done = 0
    for _ in range(1500):
        signs = list(chance.choice(bases))
        for _ in range(chance.randrange(6)):
            place = chance.randrange(len(signs))
            signs[place : place + chance.randrange(2)] = chance.choice(pieces)
        text = "".join(signs)
        held = values(text)
        if not isinstance(held, dict) or not held:
            continue
        others: list[Any] = [DELETED, "甲", "a: b", ["x", "y"], {"name": "z"}, "一\n二"]
        change = [Alteration(chance.choice(list(paths(held))), chance.choice(others))]
        done += altered(text, change) is not None
    assert done > 400

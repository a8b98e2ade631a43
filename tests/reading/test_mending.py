"""Mending: each fault with its mended text; mending twice mends nothing more; what could be read says the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import cli
from generator.reading import mending, schema
from generator.reading.mending import fixed
from generator.reading.tree import parse
from tests import ROOT
from tests.made import samples
from tests.reading.test_properties import ANY, LINES, SOUP, bounded

MODELINE = "# yaml-language-server: $schema=../../schema/workshop.schema.json\n"
HEAD = f"{MODELINE}id: DL0002\nname: 甲\n"

# What stands after the first two keys, and what it becomes.
FAULTS = {
    "nothing": ("unit: 乙厂\n", "unit: 乙厂\n"),
    "full-width colon": ("unit：乙厂\n", "unit: 乙厂\n"),
    "full-width colon and a space": ("unit： 乙厂\n", "unit: 乙厂\n"),
    "full-width colon, nothing after": ("leader：\n  name：丙\n", "leader:\n  name: 丙\n"),
    "no space": ("unit:乙厂\n", "unit: 乙厂\n"),
    "no space before an address": (
        "sources:\n  - url:https://www.example.com/a:b\n",
        "sources:\n  - url: https://www.example.com/a:b\n",
    ),
    "a word that is no key": ("summary: 甲\n  备注：乙\n", "summary: 甲\n  备注：乙\n"),
    "a key's word in a text": ("summary: |\n  名称：甲\n", "summary: |\n  名称：甲\n"),
    "a key's word in a folded text": ("summary: 甲\n  名称：乙\n", "summary: 甲\n  名称：乙\n"),
    "two colons": ("unit:: 乙厂\n", "unit:: 乙厂\n"),
    "another colon": ("unit∶ 乙厂\n", "unit: 乙厂\n"),
    "two columns": ("unit    乙厂\nmembers\t5\n", "unit: 乙厂\nmembers: 5\n"),
    "two columns in a text": ("summary: |\n  unit    乙厂\n", "summary: |\n  unit    乙厂\n"),
    "another dash": ("events:\n  －kind: 迁移\n    date: 2020\n", "events:\n  - kind: 迁移\n    date: 2020\n"),
    "no space after the dash": ("events:\n  -kind: 迁移\n    date: 2020\n", "events:\n  - kind: 迁移\n    date: 2020\n"),
    "a number for a dash": ("events:\n  1. kind: 迁移\n", "events:\n  1. kind: 迁移\n"),
    "full-width indent": ("leader:\n　name: 丙\n", "leader:\n  name: 丙\n"),
    "full-width indent, half as wide": ("leader:\n  name: 丙\n　　basis:\n    kind: 公开报道\n", "leader:\n  name: 丙\n  basis:\n    kind: 公开报道\n"),
    "full-width indent of a text": ("summary: |\n  　　甲\n", "summary: |\n  　　甲\n"),
    "no-break space": ("unit: 乙\u00a0厂\n", "unit: 乙 厂\n"),
    "zero width": ("un\u200bit: 乙\u200b厂\n", "unit: 乙厂\n"),
    "lost bytes stay as they are": ("unit：\ufffd\u200b厂  \n", "unit：\ufffd\u200b厂  \n"),
    "tabs": ("leader:\n\tname: 丙\n\tbasis:\n\t\tkind: 公开报道\n", "leader:\n  name: 丙\n  basis:\n    kind: 公开报道\n"),
    "a tab after the colon": ("unit:\t乙厂\n", "unit: 乙厂\n"),
    "a tab in a text": ("unit: 乙\t厂\n", "unit: 乙\t厂\n"),
    "blanks at the end": ("unit: 乙厂  \nmembers: 5 \t\n", "unit: 乙厂\nmembers: 5\n"),
    "blanks in a text that keeps them": ("summary: |\n  甲  \n  乙\n", "summary: |\n  甲  \n  乙\n"),
    "line ends of Windows": ("unit: 乙厂\r\nmembers: 5\r\n", "unit: 乙厂\nmembers: 5\n"),
    "no end of line": ("unit: 乙厂", "unit: 乙厂\n"),
    "no end of line in a text that keeps it": ("summary: |\n  甲", "summary: |\n  甲"),
    "full-width digits": (
        "established: ２０１９－０６\nmembers: ５\n",
        "established: 2019-06\nmembers: ５\n",
    ),
    "full-width digits that are no date": ("established: ２０１９－１３\n", "established: ２０１９－１３\n"),
    "full-width digits in a text": ("summary: 甲\n  date: ２０１９\n", "summary: 甲\n  date: ２０１９\n"),
    "order": ("members: 5\n# 单位\nunit: 乙厂\n", "# 单位\nunit: 乙厂\nmembers: 5\n"),
    "order with an unknown key": ("members: 5\nunits: 乙\nunit: 乙厂\n", "members: 5\nunits: 乙\nunit: 乙厂\n"),
    "a key twice": ("members: 5\nunit: 乙\nunit: 乙厂\n", "members: 5\nunit: 乙\nunit: 乙厂\n"),
    "a comment at the end": ("members: 5\nunit: 乙厂\n# 完\n", "unit: 乙厂\nmembers: 5\n# 完\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_fault(name: str) -> None:
    old, new = FAULTS[name]
    assert fixed(samples.RECORD, HEAD + old) == HEAD + new


def test_line_ends_of_an_old_mac() -> None:
    assert fixed(samples.RECORD, "id: DL0002\rname: 甲\r") == HEAD


def test_a_missing_modeline_and_a_byte_order_mark() -> None:
    assert fixed(samples.RECORD, "\ufeffid: DL0002\n") == MODELINE + "id: DL0002\n"
    assert fixed("notices/a.yml", "id: a\n").startswith(
        "# yaml-language-server: $schema=../schema/notice.schema.json\n"
    )


@pytest.mark.parametrize("path", ["README.md", "geo/a.yml", "notices/a.md", "a.yml"])
def test_other_files_stay(path: str) -> None:
    assert fixed(path, "a：b \r\n") == "a：b \r\n"


def test_the_real_records_need_no_mending() -> None:
    root = ROOT / "registry"
    for path in root.rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        assert fixed(path.relative_to(root).as_posix(), text) == text, path


SPOILED = st.lists(st.sampled_from(LINES), max_size=20).map("\n".join)
PIECES = st.lists(
    st.sampled_from([*LINES, "summary: |", "  甲 ", "\t乙", "# 注", "", "date: ２０１９", "name：甲", "units: 1 "]), max_size=15
).map("\n".join)  # fmt: skip


@bounded
@given(st.one_of(ANY, SOUP, SPOILED, PIECES))
def test_mending_alters_no_meaning_and_ends(text: str) -> None:
    new = fixed(samples.RECORD, text)
    assert fixed(samples.RECORD, new) == new
    keys = schema.WORKSHOP.vocabulary
    before, problems = parse(samples.RECORD, text, keys)
    after, left = parse(samples.RECORD, new, keys)
    assert len(left) <= len(problems)
    if before is not None:
        assert after is not None
        assert mending._meaning(before) == mending._meaning(after)


def test_check_with_fix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path, text in samples.texts().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "dl0001-1.jpg").write_bytes(samples.picture())
    record = tmp_path / samples.RECORD
    record.write_bytes(b"\xef\xbb\xbf" + record.read_bytes().replace(b"name: ", "name：".encode(), 1))
    assert cli.main(["check", "--registry", str(tmp_path), "--fix"]) == 0
    told = capsys.readouterr().out
    assert f"改好了 {tmp_path.as_posix()}/{samples.RECORD}\n" in told
    assert record.read_text(encoding="utf-8") == MODELINE + samples.texts()[samples.RECORD]
    assert cli.main(["check", "--registry", str(tmp_path), "--fix"]) == 0
    assert "改好了" not in capsys.readouterr().out
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith(".")]

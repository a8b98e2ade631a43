"""Files into a round: what belongs together, which is the newest, what is left out and told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands import roundwork
from generator.commands.collecting import meant
from generator.doors import roundfolder
from generator.doors.progress import quiet
from generator.intake.filled import Box, Filled
from generator.intake.rounds.applications import Application, Identity, applications, newest_first, why_newest
from generator.intake.rounds.papers import Paper
from generator.intake.rounds.state import Received
from tests.intake.rounds.conftest import Desk
from tests.made import rounds
from tests.made.intake import builders


def paper(
    text: str, layout: str = "form", key: str = "a:0", dates: tuple[str, str, str] = ("", "", "")
) -> Paper:
    """A paper that says `name|unit|leader`; `dates`: on the form, in the file, of the file."""
    form = builders.form(layout)
    texts = dict(zip(("name", "unit", "leader"), text.split("|"), strict=False))
    boxes = {
        field.key: Box(field, texts.get(field.key, ""), field.label)
        for field in form.fields
        if not field.private
    }
    received = Received(key.partition(":")[0], "", ("甲.docx",), dates[2])
    return Paper(key, received, Filled(form, "", boxes), (), None, dates[0], dates[1])


# ---- one workshop or two: two papers, the layout of the second where it is no form, and whether they are one

SAME: list[tuple[str, str, bool]] = [
    ("周海职工创新工作室|大连船厂|周海", "周海职工创新工作室|大连船厂|周海", True),
    ("周海职工创新工作室|大连船厂|周海", "周海劳模创新工作室|大连船厂|周海", True),
    ("周海职工创新工作室|大连船厂|周海", "“周海”职工创新工作室。|大连船厂|周海", True),
    ("周海职工创新工作室|大连船厂|周海", "周海工作室||", True),
    ("周海职工创新工作室|大连船厂|周海", "周海职工创新工作室|大连船厂有限公司|周海", True),
    ("周海职工创新工作室|大连船厂|周海", "周海职工创新工作室|大 连 船 厂|周海", True),
    ("周海职工创新工作室|大连船厂|周海", "周海职工创新工作室|市中心医院|周海", False),
    ("周海职工创新工作室|大连船厂|周海", "周梅职工创新工作室|大连船厂|周梅", False),
    ("周海职工创新工作室|大连船厂|周海", "机床维修职工创新工作室|大连船厂|周海", False),
    ("周示海职工创新工作室|大连船厂|周海", "周示梅职工创新工作室|大连船厂|周海", True),
    ("周海职工创新工作室|大连船厂|周海", "table:机床维修职工创新工作室|大连船厂|周海", True),
    ("周海职工创新工作室|大连船厂|周海", "table:机床维修职工创新工作室|大连船厂|", False),
    ("周海职工创新工作室|大连船厂|周海", "table:周海职工创新工作室|船厂|周海", True),
    ("|大连船厂|周海", "|大连船厂|周海", True),
    ("|大连船厂|", "|大连船厂|", False),
    ("||", "||", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), SAME)
def test_one_workshop_or_two(one: str, other: str, expected: bool) -> None:
    layout, _, text = other.rpartition(":")
    first, second = (Identity.of(it, "大连市") for it in (paper(one), paper(text, layout or "form")))
    assert first.is_same(second) is expected
    assert second.is_same(first) is expected
    assert expected <= bool(set(first.shared) & set(second.shared))


# ---- the newest: the dates of two papers, the first received first; which is the newest and why

NEWEST = [
    (("2026-07-01", "", ""), ("2026-08-03", "", ""), 1, "填表日期 2026-08-03，另一份是 2026-07-01"),
    (("2026-08-03", "", ""), ("2026-07-01", "", ""), 0, "填表日期 2026-08-03，另一份是 2026-07-01"),
    (("2026-07-01", "2026-07-09 10:00", ""), ("2026-07-01", "2026-07-02 10:00", ""), 0, "文件里的保存时间 2026-07-09 10:00，另一份是 2026-07-02 10:00"),
    (("2026-07-01", "", "2026-08-01 09:00"), ("", "", "2026-07-01 09:00"), 0, "文件的时间 2026-08-01 09:00，另一份是 2026-07-01 09:00"),
    (("2026-07-01", "a", "b"), ("2026-07-01", "a", "b"), 1, "日期一样，用后收到的"),
    (("", "", ""), ("", "", ""), 1, "日期一样，用后收到的"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "newest", "why"), NEWEST)
def test_the_newest_and_why(
    one: tuple[str, str, str], other: tuple[str, str, str], newest: int, why: str
) -> None:
    both = paper("甲||", dates=one), paper("甲||", key="b:0", dates=other)
    ordered = newest_first(both)
    assert ordered[0] is both[newest]
    assert why_newest(ordered) == why


# ---- forty forms and three summaries


def _applications(top: Path) -> tuple[Application, ...]:
    work = roundwork.opened(top / "round", top / "registry", quiet)
    every = roundwork.read_all(work, work.round_.received, quiet)
    return applications(every, work.round_.numbers, work.ground.registry)


def test_each_workshop_applies_once(collected: Path) -> None:
    found = _applications(collected)
    assert sorted(one.says("name") for one in found) == sorted(rounds.values(n)["name"] for n in range(36))
    assert all(one.forms and one.rows for one in found)
    by_name = {one.says("name"): one for one in found}
    for number in range(36):
        assert by_name[rounds.values(number)["name"]].recommender == rounds.union(number)
    again = {one.says("leader.name"): len(one.forms) for one in found if len(one.forms) > 1}
    assert again == {rounds.leader(15): 2, rounds.leader(27): 2}
    assert by_name[rounds.values(15)["name"]].says("leader.education") == "研究生"
    assert by_name[rounds.values(27)["name"]].says("unit") == rounds.values(27)["unit"]


def test_what_was_left_out_is_listed(collected: Path) -> None:
    round_ = roundfolder.opened(collected / "round", collected / "registry")
    assert [(one.origin.rpartition(" › ")[2].rpartition("/")[2], one.why) for one in round_.skipped] == [
        ("坏的.docx", "文件损坏，打不开"),
        ("扫描件.pdf", "这是扫描的 PDF，里面只有图片"),
    ]
    assert len(round_.received) == 41
    assert len(list((collected / "round/原件").iterdir())) == 41
    assert all((collected / "round" / one.file).is_file() for one in round_.received)


def test_the_same_again_changes_nothing(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    before = roundfolder.opened(desk.folder, desk.registry)
    assert desk.run("collect", desk.sent) == 1
    assert "这次收下 0 个文件" in capsys.readouterr().out
    assert roundfolder.opened(desk.folder, desk.registry) == before


def test_what_could_not_be_read_comes_again_whole(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was damaged is asked for again, and leaves the list of what was not read."""
    (desk.sent / "坏的.docx").write_bytes(rounds.form(37)[:2000])
    assert desk.run("collect", desk.sent / "坏的.docx") == 1
    (desk.sent / "坏的.docx").write_bytes(rounds.form(37))
    assert desk.run("collect", desk.sent / "坏的.docx", "--recommender", "中山区总工会") == 0
    assert "S006" in capsys.readouterr().out
    round_ = roundfolder.opened(desk.folder, desk.registry)
    assert [one for one in round_.skipped if one.origin == "坏的.docx"] == []
    assert round_.received[-1].recommender == "中山区总工会"


@pytest.mark.parametrize(
    ("words", "forms"),
    [
        (("*.docx",), 2),
        (("**/*.docx",), 3),
        (("a.docx", "a.docx"), 1),
        ((".",), 3),
        (("里", "nowhere.docx"), 1),
        (("[ab]*.docx",), 2),
        (("", "a.docx"), 1),
        (("***", "a.docx"), 1),
        (("申报[1].docx",), 1),
    ],
)
def test_no_shell_is_needed(
    words: tuple[str, ...], forms: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder, a pattern, a name with signs of patterns: on Windows nobody expands them before."""
    (tmp_path / "里").mkdir()
    for name in ("申报[1].docx" if "申报[1].docx" in words else "a.docx", "b.docx", "里/c.docx"):
        (tmp_path / name).write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    found = dict(meant(words, tmp_path / "round"))
    assert sum(path.is_file() for path in found.values()) == forms


def test_the_rounds_own_folder_is_not_collected(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run("collect", desk.folder) == 0
    assert "这次收下 0 个文件，没有读的 0 个" in capsys.readouterr().out

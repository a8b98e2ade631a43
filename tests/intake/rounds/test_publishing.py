"""From an empty round to the register: forty forms, conclusions, notice, thirty records; nothing private where git could see."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator import cli
from generator.doors import build
from generator.doors.git import kept
from generator.model.registry import Registry
from generator.problems.code import ERROR
from tests import ROOT
from tests.conftest import once
from tests.doors.test_roundfolder import git
from tests.intake.rounds.conftest import Desk
from tests.made import desks, miniature, rounds
from tests.made.desks import cell

NOTICE = "naming-2026"
ISSUED = [
    "--kind",
    "通报",
    "--number",
    "大工发〔2026〕12号",
    "--date",
    "2026-09-10",
    "--issuer",
    "大连市总工会",
]


def conclude(desk: Desk, numbers: range, word: str = "拟命名", **cells: str) -> None:
    """Conclude of these applications, and type the same into further columns."""

    def change(book: Any) -> None:
        own = desks.numbers(book)
        for number in numbers:
            row = own[rounds.values(number)["name"]]
            for head, text in {"结论": word, **cells}.items():
                cell(book, "结论", row, head).value = text

    desks.edited(desk.folder, change)


def files(folder: Path) -> dict[str, str]:
    """All files of a registry."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def read(desk: Desk) -> Registry:
    """The registry, which must have no error."""
    loaded = build.load(desk.registry)
    assert [problem for problem in loaded.problems if problem.severity == ERROR] == []
    return loaded.registry


# ---- forty forms, three unions, thirty named


@pytest.fixture(scope="module")
def published(collected: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The round of forty forms to its end."""

    def make(top: Path) -> None:
        shutil.copytree(collected, top)
        desk = Desk(top / "round", top / "registry", top / "sent")
        conclude(desk, range(30))
        conclude(desk, range(30, 34), "不予命名")
        assert desk.run("notice", *ISSUED) == 0
        assert desk.run("publish", "--notice", NOTICE) == 0

    top = once(tmp_path_factory, "published", make)
    return Desk(top / "round", top / "registry", top / "sent")


def test_thirty_of_thirty(published: Desk) -> None:
    registry = read(published)
    naming = registry.namings[NOTICE]
    assert len(naming.records) == len(naming.cited) == 30
    assert all(naming.records)
    assert not naming.strangers
    notice = registry.notice_by_id[NOTICE]
    assert notice.counts == {"劳模": 10, "职工": 20}
    by_name = {one.name: one for one in registry.workshops}
    for number in range(36):
        assert (rounds.values(number)["name"] in by_name) is (number < 30)
    one = by_name[rounds.values(3)["name"]]
    assert one.leader
    assert (one.leader.name, one.leader.basis.kind) == (rounds.leader(3), "公开报道")
    assert not one.leader.honours  # the notice does not say it
    assert (one.recommender, one.district, one.industry, one.members) == (
        rounds.UNIONS[0],
        "甘井子区",
        "C34",
        15,
    )
    assert {key for source in one.sources for key in source.supports} >= {
        "name",
        "unit",
        "leader.name",
        "designations",
    }


def test_the_site_shows_them_all(published: Desk) -> None:
    pages = {output.path: output.content for output in miniature.outputs(held=read(published).texts)}
    shown = pages[f"notices/{NOTICE}/index.html"].decode()
    assert all(rounds.values(number)["name"] in shown for number in range(30))
    assert not any(rounds.values(number)["name"] in shown for number in range(30, 36))
    assert "30/30" in shown
    assert "通报命名 30 个，名册里写明由它命名的有 30 个" in re.sub(r"<[^>]+>", "", shown)


def test_the_gate_takes_it_and_git_sees_nothing_of_the_round(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    top = desk.registry.parent
    who = ("-c", "user.name=某某", "-c", "user.email=somebody@example.com")
    git(top, "init", "--quiet", "--initial-branch=main")
    git(top, "add", "registry")
    git(top, *who, "commit", "--quiet", "--message=before")
    conclude(desk, range(27, 30))
    assert desk.run("notice", *ISSUED) == 0
    assert desk.run("publish", "--notice", NOTICE) == 0
    git(top, "add", "--all", ":!sent")
    git(top, *who, "commit", "--quiet", "--message=after")
    capsys.readouterr()
    assert cli.main(["check", "--since", "HEAD~1", "--direct", "--registry", str(desk.registry)]) == 0, (
        capsys.readouterr()
    )
    listed = kept(top)
    assert f"registry/notices/{NOTICE}.yml" in listed
    assert not [path for path in listed if path.startswith("round")]


def test_nothing_private_reaches_what_git_sees(published: Desk) -> None:
    """Birth months, telephones, numbers of identity, political status, addresses of mail, opinions."""
    texts = files(published.registry)
    before = files(ROOT / "registry")
    new = {path: text for path, text in texts.items() if before.get(path) != text}
    assert len(new) == 31
    for word in (*rounds.PRIVATE, "党员", "1975", "1982", "待核", "出生", "研究生", "高级技师"):
        assert not [path for path, text in new.items() if word in text], word
    originals = [path.read_bytes() for path in (published.folder / "原件").iterdir()]
    assert len(originals) == 41


def test_what_only_a_person_can_add_is_told(
    published: Desk, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    conclude(desk, range(27, 30))

    def change(book: Any) -> None:
        row = desks.numbers(book)[rounds.values(28)["name"]]
        cell(book, "总表", row, "工作室事迹简介、主要成果(300字)").value = rounds.PARTY

    desks.edited(desk.folder, change)
    assert desk.run("notice", *ISSUED) == 0
    assert desk.run("publish", "--notice", NOTICE) == 0
    told = capsys.readouterr().out
    assert (
        f"个人情况（政治面貌、性别、民族、联系方式之类），没有写进记录：请删改后补上（{rounds.values(28)['name']}）"
        in told
    )
    assert "本人同意后再补（3 个都这样）" in told


# ---- records that stand, answers that are wanted


def stands(desk: Desk, id_: str, name: str, unit: str) -> None:
    """Let a record stand in the register."""
    text = (
        f"# 登记时的说明\nid: {id_}\nname: {name}\nkind: 工作室\nunit: {unit}  # 照报道\ndesignations:\n"
        "  - title: 某区创新工作室\n    level: 区市县级\n    date: 2020\nsources:\n"
        f"  - title: 报道\n    supports: [name, unit, designations]\n"
    )
    (desk.registry / f"workshops/0000/{id_}.yml").write_text(text, encoding="utf-8")


def test_who_has_a_record_gains_the_designation(desk: Desk) -> None:
    told = rounds.values(28)
    stands(desk, "DL0100", told["name"], told["unit"])
    conclude(desk, range(27, 30))
    assert desk.run("notice", *ISSUED) == 0
    assert desk.run("publish", "--notice", NOTICE) == 0
    registry = read(desk)
    record = registry.workshop_by_id["DL0100"]
    assert [one.notice for one in record.designations] == [None, NOTICE]
    assert [one.name for one in registry.workshops].count(told["name"]) == 1
    text = (desk.registry / "workshops/0000/DL0100.yml").read_text("utf-8")
    assert text.startswith("# 登记时的说明\n")
    assert "# 照报道" in text
    before = files(desk.registry)
    assert desk.run("publish", "--notice", NOTICE) == 0  # again: nothing changes
    assert files(desk.registry) == before


@pytest.mark.parametrize(("answer", "records"), [("", 0), ("新", 2), ("dl0100 ", 1)])
def test_who_is_like_a_record_is_asked_about(
    answer: str, records: int, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same name in another unit: nothing is written before somebody says whether it is the same workshop."""
    told = rounds.values(28)
    stands(desk, "DL0100", told["name"], "别的单位")
    conclude(desk, range(28, 29), **({"名册编号": answer} if answer else {}))
    assert desk.run("notice", *ISSUED) == 0
    before = files(desk.registry)
    code = desk.run("publish", "--notice", NOTICE)
    out = capsys.readouterr().out
    if records == 2:
        assert code == 0
        registry = read(desk)
        same = [one for one in registry.workshops if one.name == told["name"]]
        assert len(same) == 2
        assert all(one.not_same_as for one in same)
    else:
        assert code == 1
        assert files(desk.registry) == before
        assert "什么也没有写" in out
        assert answer or "“名册编号”" in out


def test_the_notice_and_the_register_say_the_same(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a notice, with one of other conclusions, in the place of another: nothing is written."""
    conclude(desk, range(27, 30))
    before = files(desk.registry)
    assert desk.run("notice", "--kind", "通报") == 1  # without day
    assert desk.run("publish", "--notice", NOTICE) == 2
    assert "--kind 通报" in capsys.readouterr().err
    assert desk.run("notice", *ISSUED) == 0
    for id_ in ("naming-2023", "../x", "Naming"):
        assert desk.run("publish", "--notice", id_) == 2
    conclude(desk, range(30, 31), 命名级别="市级示范")
    assert desk.run("publish", "--notice", NOTICE) == 2
    assert rounds.values(30)["name"] in capsys.readouterr().err
    assert desk.run("notice", *ISSUED) == 0
    assert desk.run("publish", "--notice", NOTICE) == 2
    assert "designation_titles.yml" in capsys.readouterr().err
    assert files(desk.registry) == before

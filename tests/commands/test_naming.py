"""import --notice: sixty workshops of a notice that exists on paper, in one command."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from generator.cli import main
from generator.doors import build
from tests.made import repositories, takedown

NOTICE = "notices/naming-2025.yml"
TITLE = "关于命名 2025 年大连市劳模（职工）创新工作室的通报"
ON_PAPER = (
    f"id: naming-2025\nkind: 命名通报\nissuer: 大连市总工会\ntitle: {TITLE}\ndate: 2025-07-01\ncounts:\n  劳模: 20\n  职工: 40\n"
    f"sources:\n  - title: {TITLE}\n"
)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> repositories.Repository:
    """A registry of four records, whose notice has no list yet; the third record has CRLF."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    made = repositories.made(tmp_path / "work")
    made.write(NOTICE, ON_PAPER)
    made.write("forms/2023/summary.yml", table())
    third = made.registry / repositories.THIRD
    third.write_bytes(third.read_bytes().replace(b"\n", b"\r\n"))
    made.commit()
    return made


def table() -> str:
    """The columns of 附件1 that a list may have."""
    from tests.made.intake.naming_ground import FORM

    return FORM


def book(path: Path, known: list[str]) -> None:
    """A list of 20 and 40, the known ones first."""
    names = [*known, *(f"王{sign}{'劳模' if at < 20 else '职工'}创新工作室" for at, sign in enumerate(SIGNS))]
    models = [name for name in names if "劳模" in name][:20]
    staff = [name for name in names if "职工" in name][:40]
    filled = Workbook()
    sheet = filled.active
    assert sheet is not None
    sheet.append(["序号", "工作室名称", "所在单位", "领衔人"])
    for number, name in enumerate([*models, *staff], start=1):
        leader = "" if name in known else name[:2]
        sheet.append([number, name, "" if name in known else f"大连第{number}机械有限公司", leader])
    made = io.BytesIO()
    filled.save(made)
    path.write_bytes(made.getvalue())


SIGNS = "安邦宝北本斌波博才昌长超朝辰成诚春达大丹德东栋恩发帆方飞丰峰福刚高功冠光广国海航昊和恒宏厚虎华辉会吉佳家坚建健江杰金锦"


def run(repository: repositories.Repository, *words: str) -> int:
    return main(["import", *words, "--registry", str(repository.registry)])


def state(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yml"))}


def test_sixty_in_one_command(
    repository: repositories.Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = repository.git("rev-parse", "HEAD")
    known = [one.name for one in build.load(repository.registry).registry.workshops if "职工" in one.name]
    sheet = tmp_path / "名单.xlsx"
    book(sheet, known)
    before = state(repository.registry)
    assert run(repository, str(sheet), "--notice", "naming-2025", "--dry-run") == 0
    assert state(repository.registry) == before
    told = capsys.readouterr().out
    assert run(repository, str(sheet), "--notice", "naming-2025") == 0
    assert capsys.readouterr().out == told.replace(
        "这是预演，什么也没有写；去掉 --dry-run 再运行一次就写。\n", ""
    )
    assert (
        f"{60 - len(known)} 份新记录，{len(known)} 份加上命名，0 份原来就写了，0 个待查。名单上 60 个，60 个有记录写明由它命名。"
        in told
    )
    loaded = build.load(repository.registry)
    assert not loaded.refused
    naming = loaded.registry.namings["naming-2025"]
    assert all(
        record and any(it.notice == "naming-2025" for it in record.designations) for record in naming.records
    )
    leaders = [record.leader for record in naming.records if record and record.name not in known]
    assert all(one and one.basis.kind == "公开报道" for one in leaders)
    third = (repository.registry / repositories.THIRD).read_bytes()
    assert third.count(b"\r\n") == third.count(b"\n")
    repository.commit()
    assert main(["check", "--since", base, "--registry", str(repository.registry)]) == 0
    after = state(repository.registry)
    capsys.readouterr()
    assert run(repository, str(sheet), "--notice", "naming-2025") == 0
    assert state(repository.registry) == after
    assert "0 份新记录，0 份加上命名，60 份原来就写了，0 个待查" in capsys.readouterr().out


def test_a_notice_that_is_not_there_yet(
    repository: repositories.Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file that it needs is shown, and is good once it is filled in."""
    pasted = tmp_path / "名单.txt"
    pasted.write_text("王安职工创新工作室\n", encoding="utf-8")
    assert run(repository, str(pasted), "--notice", "naming-2026") == 2
    blank = capsys.readouterr().err.split("\n\n")[1] + "\n"
    filled = re.sub(r"（命名.*?）", "1", blank.replace("（落款日期，如 2026-07-01）", "2026-02-01"))
    repository.write("notices/naming-2026.yml", re.sub(r"number: .*\n", "", filled))
    assert run(repository, str(pasted), "--notice", "naming-2026") == 0
    assert run(repository, str(pasted), "--notice", "call-2023") == 2
    assert run(repository, str(pasted), "--notice", "naming-2026", "--out", str(tmp_path)) == 2


def test_nothing_is_left_where_the_disk_fails(
    repository: repositories.Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file lies where the folder of the new record would be: what was altered is put back."""
    pasted = tmp_path / "名单.txt"
    pasted.write_text("郑河职工创新工作室\n王安职工创新工作室\n", encoding="utf-8")
    repository.write("workshops/0000/DL0999.yml", repositories.record(999, "何川"))
    (repository.registry / "workshops/1000").write_bytes(b"")
    before = state(repository.registry)
    assert run(repository, str(pasted), "--notice", "naming-2025") == 2
    assert "一份也没有改" in capsys.readouterr().err
    assert state(repository.registry) == before


def test_an_answer_of_new_is_taken_once(
    repository: repositories.Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The list that was answered and read is completed, and read again with its answers."""
    notice = repository.registry / NOTICE
    notice.write_text(
        notice.read_text("utf-8").replace("劳模: 20\n  职工: 40", "劳模: 1\n  职工: 2"), encoding="utf-8"
    )
    held = build.load(repository.registry).registry.workshops[0]
    near = held.name.replace("职工", "劳模")
    paper = tmp_path / "名单.txt"
    paper.write_text(f"{near} 新\n程甲职工创新工作室 新\n", encoding="utf-8")
    assert run(repository, str(paper), "--notice", "naming-2025") == 0
    assert "2 份新记录" in capsys.readouterr().out
    before = state(repository.registry)
    assert run(repository, str(paper), "--notice", "naming-2025") == 0
    assert "0 份新记录，0 份加上命名，2 份原来就写了" in capsys.readouterr().out
    assert state(repository.registry) == before
    paper.write_text(f"{near} 新\n程甲职工创新工作室 新\n程乙职工创新工作室\n", encoding="utf-8")
    assert run(repository, str(paper), "--notice", "naming-2025") == 0
    assert "1 份新记录，0 份加上命名，2 份原来就写了" in capsys.readouterr().out


def test_a_name_that_was_taken_down_comes_back_by_no_list(
    repository: repositories.Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, changes in takedown.CHANGES.items():
        repository.edit(path, changes)
    repository.commit()
    before = state(repository.registry)
    paper = tmp_path / "名单.txt"
    paper.write_text(
        f"{takedown.NAME}劳模创新工作室（大连示例机械有限公司，领衔人：{takedown.NAME}）\n", encoding="utf-8"
    )
    assert run(repository, str(paper), "--notice", "naming-2025") == 1
    told = capsys.readouterr()
    assert "R326" in told.out + told.err and "什么也没有写" in told.out + told.err
    assert state(repository.registry) == before


def test_a_city_without_forms_reads_a_list_with_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "new"), "--city", "沈阳", "--prefix", "SY"]) == 0
    registry, sent = tmp_path / "new/registry", tmp_path / "名单.csv"
    (registry / "notices").mkdir()
    title = "关于命名创新工作室的通报（虚构）"
    (registry / "notices/naming-2026.yml").write_text(
        f"id: naming-2026\nkind: 命名通报\nissuer: 沈阳市总工会\ntitle: {title}\ndate: 2026-03-01\n"
        f"sources:\n  - title: {title}\n",
        "utf-8",
    )
    sent.write_text("序号,工作室名称,所在单位\n1,李四职工创新工作室,沈阳示例（虚构）二厂\n", "utf-8")
    assert main(["import", str(sent), "--notice", "naming-2026", "--registry", str(registry)]) == 0
    assert "I616" not in capsys.readouterr().out

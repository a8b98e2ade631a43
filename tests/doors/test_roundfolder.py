"""A round's folder: where it may lie, what it leaves alone, what becomes of it when somebody moves or spoils it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cli
from generator.doors import disk, roundfolder, swap
from generator.doors.trouble import Trouble
from generator.intake.rounds import state
from generator.intake.rounds.state import Issued, Received, Round, Skipped
from generator.site.output import text_output
from tests import ROOT

CALL = "2019-24"


def git(top: Path, *words: str) -> None:
    """Run git in a folder without anybody's settings."""
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", "-C", str(top), *words], check=True, capture_output=True, env={**os.environ, **quiet}
    )


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    """A copy of the real registry, without its records."""
    folder = Path(shutil.copytree(ROOT / "registry", tmp_path / "data/registry"))
    shutil.rmtree(folder / "workshops/0000")
    return folder


def new(folder: Path, registry: Path, *words: str) -> int:
    """The exit code of `round new`."""
    return cli.main(
        ["round", "new", "2026", "--call", CALL, "--dir", str(folder), "--registry", str(registry), *words]
    )


def test_a_round_of_its_own(registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "文档/2026 年申报"
    assert new(folder, registry, "--assessors", "5") == 0
    assert f"round collect {folder}" in capsys.readouterr().out
    assert sorted(path.name for path in folder.iterdir()) == [".gitignore", ".register-round", "本轮.json"]
    assert roundfolder.opened(folder, registry) == Round(2026, CALL, 5)
    assert (folder / ".gitignore").read_text("utf-8").splitlines()[-1] == "*"


# ---- places: what each is, how it is made, the folder asked for below tmp_path


def _site(top: Path) -> None:
    with swap.staging(top / "site") as aside:
        disk.write(aside, [text_output("index.html", "one", "test")])


def _repository(top: Path, ignored: str = "") -> None:
    (top / "repository").mkdir()
    git(top / "repository", "init", "--quiet")
    (top / "repository/.gitignore").write_text(ignored)


def _tracked(top: Path) -> None:
    """Files of the folder are tracked although it is ignored now, and are deleted on the disk."""
    _repository(top)
    (top / "repository/round").mkdir()
    (top / "repository/round/a.docx").write_text("x")
    git(top / "repository", "add", "round")
    (top / "repository/round/a.docx").unlink()
    (top / "repository/.gitignore").write_text("round/\n")


def _somebodys(top: Path) -> None:
    (top / "thesis").mkdir()
    (top / "thesis/thesis.docx").write_text("x")


def _linked(top: Path) -> None:
    (top / "link").symlink_to(top / "data/registry")


def _nothing(top: Path) -> None:
    pass


PUBLIC: dict[str, tuple[Callable[[Path], None], str]] = {
    "the registry": (_nothing, "data/registry"),
    "in the registry": (_nothing, "data/registry/2026"),
    "deep in the registry": (_nothing, "data/registry/workshops/0000/2026"),
    "in the registry by a way about": (_nothing, "data/other/../registry/2026"),
    "in the registry by a link": (_linked, "link/2026"),
    "in a site": (_site, "site/2026"),
    "deep in a site": (_site, "site/a/b/2026"),
    "in a repository": (_repository, "repository/2026"),
    "deep in a repository": (_repository, "repository/a/b/2026"),
    "the top of a repository": (_repository, "repository"),
    "ignored by another name": (lambda top: _repository(top, "2025/\n"), "repository/2026"),
    "ignored, and let in again": (lambda top: _repository(top, "20*\n!2026\n"), "repository/2026"),
    "in .git": (_repository, "repository/.git/2026"),
    "tracked once": (_tracked, "repository/round"),
    "somebody's folder": (_somebodys, "thesis"),
    "somebody's file": (_somebodys, "thesis/thesis.docx"),
    "below somebody's file": (_somebodys, "thesis/thesis.docx/2026"),
}
ALLOWED: dict[str, tuple[Callable[[Path], None], str]] = {
    "new": (_nothing, "2026"),
    "empty": (lambda top: (top / "2026").mkdir(), "2026"),
    "new within new": (_nothing, "a/b/c/2026"),
    "beside the registry, in no repository": (_nothing, "data/2026"),
    "beside somebody's": (_somebodys, "thesis/2026"),
    "in a repository that ignores it": (lambda top: _repository(top, "20*/\n"), "repository/2026"),
    "in an ignored folder": (lambda top: _repository(top, "/rounds/\n"), "repository/rounds/a/2026"),
    "a name with signs of git": (_nothing, "2026 [申报]*"),
}


@pytest.mark.parametrize("kind", PUBLIC)
def test_where_it_could_become_public_it_is_refused(
    kind: str, registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, place = PUBLIC[kind]
    make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert new(tmp_path / place, registry) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert told.endswith("。\n")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("kind", ALLOWED)
def test_elsewhere_it_is_made(kind: str, registry: Path, tmp_path: Path) -> None:
    make, place = ALLOWED[kind]
    make(tmp_path)
    assert new(tmp_path / place, registry) == 0
    assert roundfolder.opened(tmp_path / place, registry).year == 2026
    assert new(tmp_path / place, registry) == 2  # never twice


def test_the_program_is_no_place_for_a_round(registry: Path) -> None:
    for place in ("", "2026", "site_src/pages/2026", "tests/2026"):
        assert new(ROOT / place, registry) == 2


@pytest.mark.parametrize(
    "words", [["--call", "2018-1"], ["--call", "naming-2023"], ["--assessors", "0"], ["--assessors", "99"]]
)
def test_what_is_no_round(words: list[str], registry: Path, tmp_path: Path) -> None:
    assert new(tmp_path / "2026", registry, *words) == 2
    assert not (tmp_path / "2026").exists()


# ---- what becomes of it


def test_a_round_that_was_moved(registry: Path, tmp_path: Path) -> None:
    """Anywhere else it goes on; where it could become public it is refused; git sees nothing of it, wherever it lies."""
    _repository(tmp_path)
    assert new(tmp_path / "2026", registry) == 0
    (tmp_path / "2026").rename(tmp_path / "搬家")
    assert roundfolder.opened(tmp_path / "搬家", registry).call == CALL
    (tmp_path / "搬家").rename(tmp_path / "repository/round")
    (tmp_path / "repository/round/.gitignore").unlink()  # hidden files are left behind by many a copy
    roundfolder.opened(tmp_path / "repository/round", registry)
    git(tmp_path / "repository", "add", "--all")
    assert not any("round" in line for line in _listed(tmp_path / "repository"))
    (tmp_path / "repository/round").rename(registry / "round")
    with pytest.raises(Trouble, match="名册的文件夹"):
        roundfolder.opened(registry / "round", registry)


def _listed(top: Path) -> list[str]:
    done = subprocess.run(
        ["git", "-C", str(top), "ls-files"], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"year": 2026}', "\x00", '{"received": 1, "skipped": []}']
)
def test_a_state_that_was_spoiled(text: str, registry: Path, tmp_path: Path) -> None:
    assert new(tmp_path / "2026", registry) == 0
    (tmp_path / "2026" / state.NAME).write_text(text, encoding="utf-8")
    with pytest.raises(Trouble, match=r"本轮\.json"):
        roundfolder.opened(tmp_path / "2026", registry)


def test_no_round(registry: Path, tmp_path: Path) -> None:
    for place in ("nowhere", "data"):
        with pytest.raises(Trouble, match="round new"):
            roundfolder.opened(tmp_path / place, registry)


def test_the_state_there_and_back() -> None:
    received = Received(
        "ab", "原件/ab.docx", ("甲.zip › 乙.docx", "丙.docx"), "2026-08-01 10:22", "中山区总工会", ""
    )
    skipped = Skipped("cd", "扫描.pdf", "这是扫描的 PDF", "请改用 Word 文件。")
    issued = Issued("通报", "12号", "2026-09-10", "大连市总工会", "区域", ("甲", "乙"))
    round_ = Round(2026, CALL, 3, (received,), (skipped,), {"ab:0": "S001"}, issued)
    assert state.read(state.text(round_)) == round_


# ---- the desk


@pytest.mark.parametrize("lock", ["~$本轮.xlsx", ".~lock.本轮.xlsx#", ".~本轮.xlsx"])
def test_a_desk_that_is_open(lock: str, tmp_path: Path) -> None:
    roundfolder.lay(tmp_path, b"one")
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(Trouble, match="关掉"):
        roundfolder.desk(tmp_path)
    with pytest.raises(Trouble, match="关掉"):
        roundfolder.lay(tmp_path, b"two")
    assert (tmp_path / "本轮.xlsx").read_bytes() == b"one"


def test_the_desk_before_is_kept(tmp_path: Path) -> None:
    assert roundfolder.desk(tmp_path) is None
    for content in (b"one", b"two", b"two"):
        roundfolder.lay(tmp_path, content)
    assert (tmp_path / roundfolder.DESK).read_bytes() == b"two"
    assert (tmp_path / roundfolder.BEFORE).read_bytes() == b"one"

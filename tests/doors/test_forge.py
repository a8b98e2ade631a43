"""What git does not tell is said in one line; and the forge of a registry is that of its own repository."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

from generator import ROOT, cli
from generator.doors import forge, git, gitlog
from generator.plugin import build_site
from tests.made import repositories
from tests.made.repositories import FOURTH, THIRD, Repository, record

FIFTH = "workshops/0000/DL0005.yml"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A registry in a repository of its own, in the folder `registry`."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    return repositories.made(tmp_path / "here")


def _shallow(repository: Repository, top: Path) -> Repository:
    repository.git("clone", "-q", "--depth", "1", repository.top.as_uri(), str(top))
    return Repository(top)


# ---- numbers that were given


def test_a_number_that_any_version_held(repository: Repository) -> None:
    """Deleted, on the branch to be joined while another is checked out, or only on the forge's: it is known."""
    repository.write(FOURTH, record(4, "钱江"))
    repository.commit()
    repository.remove(FOURTH)
    repository.commit()
    repository.git("checkout", "-q", "-b", "change")
    repository.git("checkout", "-q", "main")
    repository.write(FIFTH, record(5, "孙湖"))
    repository.commit()
    clone = repository.top.parent / "clone"
    repository.git("clone", "-q", "-b", "change", str(repository.top), str(clone))
    for folder in (repository.registry, clone / "registry"):
        paths, words = gitlog.ever(folder)
        assert (paths >= {FOURTH, FIFTH, THIRD}, words) == (True, "")


def test_a_draft_on_another_branch_is_no_number(repository: Repository) -> None:
    """Who is merged first gets the next one; a gap would be refused."""
    repository.git("checkout", "-q", "-b", "draft")
    repository.write(FOURTH, record(4, "钱江"))
    repository.commit()
    repository.git("checkout", "-q", "main")
    assert FOURTH not in gitlog.ever(repository.registry)[0]


@pytest.mark.parametrize("command", ["new", "import"])
def test_a_shallow_clone_is_told(
    command: str, repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clone = _shallow(repository, tmp_path / "clone")
    words = ["new", "孙湖职工创新工作室"] if command == "new" else ["import", str(tmp_path / "no.docx")]
    cli.main([*words, "--registry", str(clone.registry)])
    told = "".join(capsys.readouterr()).splitlines()
    lines = [line for line in told if "浅克隆" in line]
    assert len(lines) == 1 and "新编号可能和以前用过的重复" in lines[0]


def test_no_history_to_speak_of_is_no_trouble(repository: Repository, tmp_path: Path) -> None:
    """A folder in no repository, and a repository without a commit."""
    (tmp_path / "empty").mkdir()
    assert gitlog.ever(tmp_path / "empty") == (frozenset(), "")
    repository.git("init", "-q", str(tmp_path / "empty"))
    assert gitlog.ever(tmp_path / "empty") == (frozenset(), "")


# ---- a repository that git does not trust


def test_a_dubious_repository(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What git's own tests set makes it think the folder another's."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)  # a machine may trust every folder
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    told = git.trouble(repository.registry)
    assert told.startswith("git 认为") and f'safe.directory "{repository.top}"' in told and "\n" not in told
    assert cli.main(["check", "--since", "HEAD", "--registry", str(repository.registry)]) == 2
    assert capsys.readouterr().err == f"{told}\n"


def test_a_site_without_date_and_version_says_so(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In one line; and its forge is the records' own."""
    repository.git("remote", "add", "origin", "git@gitee.com:union/records.git")
    clone = _shallow(repository, tmp_path / "clone")
    clone.git("remote", "set-url", "origin", "https://name:token@gitee.com/union/records.git")
    monkeypatch.setenv("REPO_URL", "https://github.com/maker/program")
    with caplog.at_level(logging.WARNING, "mkdocs.plugins.register"):
        build_site(clone.registry, tmp_path / "site")
    warned = [one.getMessage() for one in caplog.records if one.name == "mkdocs.plugins.register"]
    assert len(warned) == 1 and warned[0].startswith("网站上没有记录的版本和修改日期：这个副本的历史不完整")
    page = (tmp_path / "site/workshops/DL0003/index.html").read_text(encoding="utf-8")
    assert f"https://gitee.com/union/records/edit/main/registry/{THIRD}" in page
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html")]
    assert not [text for text in texts if "maker/program" in text or "name:token" in text]


# ---- the forge


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://github.com/a/b.git", "https://github.com/a/b"),
        ("https://name:token@gitee.com/a/b", "https://gitee.com/a/b"),
        ("https://git.example.cn:8443/a/b/", "https://git.example.cn:8443/a/b"),
        ("git@gitee.com:a/b.git", "https://gitee.com/a/b"),
        ("ssh://git@gitcode.com:22/a/b.git", "https://gitcode.com/a/b"),
        ("/srv/git/b.git", ""),
        ("file:///srv/git/b.git", ""),
        ("", ""),
    ],
)
def test_the_page_of_a_clone(address: str, shown: str) -> None:
    assert forge.page(address) == shown


def test_the_home_of_a_registry(repository: Repository, tmp_path: Path) -> None:
    """At the top of its repository it needs no folder; without an address it has that of the settings."""
    here, set_ = repository.registry, "https://github.com/o/r"
    assert forge.home(here, set_) == (set_, "registry/")
    assert forge.home(here, f"{set_}.git?tab=readme#top") == (set_, "registry/")
    repository.git("remote", "add", "origin", "git@gitee.com:union/records.git")
    assert forge.home(here, set_) == ("https://gitee.com/union/records", "registry/")
    (tmp_path / "top").mkdir()
    assert forge.home(tmp_path / "top", set_) == (set_, "registry/")
    repository.git("init", "-q", str(tmp_path / "top"))
    assert forge.home(tmp_path / "top", set_) == (set_, "")
    assert forge.home(ROOT / "registry", set_) == (set_, "registry/")

"""A name that was taken down, in real repositories: git still knows it, so it comes back nowhere; nothing that is told says it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import cli
from generator.problems.reports import FORMATS
from tests.made import repositories, takedown
from tests.made.repositories import FOURTH, RECORD, SECOND, Repository, record


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository to change."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    return repositories.made(tmp_path / "here")


def _take_down(repository: Repository, *paths: str) -> None:
    for path in paths or takedown.CHANGES:
        repository.edit(path, takedown.CHANGES[path])


def _told(repository: Repository, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """What is told of the change since `main`, the name in none of the forms."""
    words = ["check", "--registry", str(repository.registry), "--since", "main", "--format"]
    said = {}
    for form in FORMATS:
        code = cli.main([*words, form])
        said[form] = capsys.readouterr().out
        assert takedown.NAME not in said[form], form
    problems = json.loads(said["json"])["problems"]
    return code, [f"{one['path'].rpartition('registry/')[2]} {one['code']}" for one in problems]


def test_it_is_carried_out(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    _take_down(repository)
    assert _told(repository, capsys) == (0, [])


def test_every_place_that_is_left_is_told(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.edit(RECORD, takedown.HALF)
    repository.edit(SECOND, {"supports: [": "publisher: 周海职工创新工作室\n    supports: ["})
    code, told = _told(repository, capsys)
    assert code == 1
    assert told == ["notices/naming-2023.yml R326", *[f"{RECORD} R326"] * 4, f"{SECOND} R326"]


def test_it_does_not_come_back(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Long after, in another's record; git alone knows the name."""
    _take_down(repository)
    repository.commit()
    repository.write(FOURTH, record(4, "钱江").replace("sources:", "summary: 和周海劳模结对。\nsources:"))
    code, told = _told(repository, capsys)
    assert (code, told) == (1, [f"{FOURTH} R326"])


def test_a_former_leader(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Who led before may ask too: the event then says ×××."""
    event = "  - kind: 变更领衔人\n    date: 2025-06\n    source: 来函\n    former_leader: {}\n"
    kept = {path: edits for path, edits in takedown.CHANGES[RECORD].items() if path not in takedown.HALF}
    changed = {
        "leader:\n  name: 周海\n": "leader:\n  name: 周江\n",
        "events:\n": f"events:\n{event.format('周海')}",
    }
    repository.edit(RECORD, changed)
    repository.commit()
    repository.edit(RECORD, {"former_leader: 周海": "former_leader: ×××"})
    code, told = _told(repository, capsys)
    assert code == 1 and told == ["notices/naming-2023.yml R326", *[f"{RECORD} R326"] * 4]
    repository.edit(RECORD, kept)
    repository.edit("notices/naming-2023.yml", takedown.CHANGES["notices/naming-2023.yml"])
    assert _told(repository, capsys) == (0, [])

"""A comment never says a name that the change takes down: it stays where the record no longer has it."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from generator import cli
from generator.review.comment import FORMATS
from tests.made import repositories, takedown
from tests.made.repositories import RECORD, Repository


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository to change."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    return repositories.made(tmp_path / "here")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("whole", [False, True])
def test_the_name_is_not_said(
    *, form: str, whole: bool, repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.edit(RECORD, {"leader:\n  name: 周海\n": "leader:\n  name: 周海\n  pinyin: Zhou Hai\n"})
    repository.commit()
    taken = {"leader:\n  name: 周海\n  pinyin: Zhou Hai\n": "leader:\n  name: 周海\n"}
    repository.edit(RECORD, taken)
    for path, edits in takedown.CHANGES.items() if whole else [(RECORD, takedown.HALF)]:
        repository.edit(path, edits)
    assert cli.main(["diff", "HEAD", "--registry", str(repository.registry), "--format", form]) == 0
    told = html.unescape(capsys.readouterr().out)
    assert takedown.NAME not in told and "Zhou" not in told
    assert "（已撤下的姓名）" in told and "大连市劳动模范" in told

"""What the tests of the history share: a real repository, made once in each worker, and a copy of it for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.made import repositories
from tests.made.repositories import Repository


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The repository that the others are copied from."""
    return repositories.made(tmp_path_factory.mktemp("model") / "model")


@pytest.fixture
def repository(model: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository to spoil; checks are made on the sample's day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    return repositories.copied(model, tmp_path / "here")

"""The pre-commit hook in a real repository: records are checked; staged Python is formatted and linted, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT
from tests.made import repositories
from tests.made.repositories import FOURTH, THIRD, Repository, record
from tests.tools import staged

HEAD = '"""What it is."""\n\n'
UGLY, NEAT = HEAD + "x = {'a':1}\n", HEAD + 'x = {"a": 1}\n'
UNUSED = HEAD + "import os\n"
CACHE = ".ruff_cache"  # ruff leaves it wherever it was started
NAMES = ("code.py", "a folder/two words.py", "目录/记 录.py", ":(top)x.py", "[a-z].py", "-q.py")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with our hook and our settings of ruff; its `.venv` is this test's, but for the check of the records."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    repository = repositories.made(tmp_path / "here")
    shutil.copy(ROOT / "pyproject.toml", repository.top)
    repository.commit()
    shutil.copytree(ROOT / ".githooks", repository.top / ".githooks")
    _environment(repository, f'[ "$2" = generator ] || exec "{sys.executable}"')
    (repository.top / ".git" / "info" / "exclude").write_text(".venv\n.githooks\n.ruff_cache\n")
    repository.git("config", "core.hooksPath", ".githooks")
    return repository


def _environment(repository: Repository, runs: str) -> None:
    python = repository.top / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True, exist_ok=True)
    python.write_text(f'#!/bin/sh\nexport PYTHONPATH="{ROOT}"\n{runs} "$@"\n')
    python.chmod(0o755)


def _write(repository: Repository, name: str, text: str) -> None:
    path = repository.top / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _read(repository: Repository, name: str) -> str:
    return (repository.top / name).read_text(encoding="utf-8")


def _stage(repository: Repository, *names: str) -> None:
    repository.git("--literal-pathspecs", "add", "--", *names)


def _committed(repository: Repository, name: str) -> str:
    return repository.git("show", f"HEAD:{name}") + "\n"


# ---- records


def test_records_alone_are_checked(repository: Repository) -> None:
    """It lets a good commit pass and stops one that deletes a record; ruff is not started."""
    _environment(repository, f'exec "{sys.executable}"')
    repository.write(FOURTH, record(4, "钱江"))
    repository.commit()
    repository.remove(THIRD)
    with pytest.raises(AssertionError, match="H401"):
        repository.commit()
    assert not (repository.top / CACHE).exists()


# ---- code


def test_what_is_staged_whole_is_formatted(repository: Repository) -> None:
    for name in NAMES:
        _write(repository, name, UGLY)
    _stage(repository, *NAMES)
    repository.git("commit", "-q", "-m", "code")
    for name in NAMES:
        assert _committed(repository, name) == _read(repository, name) == NEAT
    assert (repository.top / CACHE).exists()
    assert repository.git("status", "--porcelain") == ""


def test_names_are_taken_by_the_letter(repository: Repository) -> None:
    """A name that git could read as a pattern stages no other file."""
    for name in ("[a-z].py", "b.py"):
        _write(repository, name, NEAT)
    repository.commit()
    _write(repository, "[a-z].py", UGLY)
    _write(repository, "b.py", UNUSED)
    _stage(repository, "[a-z].py")
    repository.git("commit", "-q", "-m", "code")
    assert repository.git("show", "--name-only", "--format=") == ""
    assert _read(repository, "b.py") == UNUSED


@pytest.mark.parametrize(("text", "told"), [(UNUSED, "F401"), ("def (:\n", r"Failed to parse .*记 录\.py")])
def test_a_complaint_stops_the_commit(repository: Repository, text: str, told: str) -> None:
    _write(repository, "目录/记 录.py", text)
    _stage(repository, "目录/记 录.py")
    with pytest.raises(AssertionError, match=told):
        repository.git("commit", "-q", "-m", "code")
    assert _read(repository, "目录/记 录.py") == text


def test_a_deleted_and_a_renamed_file(repository: Repository) -> None:
    _write(repository, "old.py", NEAT)
    _write(repository, "gone.py", NEAT)
    repository.commit()
    repository.git("mv", "old.py", "新 名.py")
    repository.git("rm", "-q", "gone.py")
    _write(repository, "新 名.py", UGLY)
    _stage(repository, "新 名.py")
    repository.git("commit", "-q", "-m", "code")
    assert _committed(repository, "新 名.py") == NEAT
    assert repository.git("ls-files", "*.py").splitlines() == [
        "program.py",
        '"\\346\\226\\260 \\345\\220\\215.py"',
    ]


def test_what_is_not_staged_is_left_alone(repository: Repository) -> None:
    _write(repository, "other.py", UGLY)
    _write(repository, "code.py", NEAT)
    _stage(repository, "code.py")
    repository.git("commit", "-q", "-m", "code")
    assert _read(repository, "other.py") == UGLY
    assert repository.git("status", "--porcelain") == "?? other.py"


# ---- in part

TWO = HEAD + "\n".join(["a = 1", *(f"# {number}" for number in range(20)), "z = 1"]) + "\n"


def _in_part(repository: Repository, first: str, last: str) -> None:
    """A file of two hunks: its first line is staged, its last is kept back."""
    _write(repository, "目 录.py", TWO)
    _stage(repository, "目 录.py")
    repository.git("commit", "-q", "-m", "before")
    _write(repository, "目 录.py", TWO.replace("a = 1", first))
    _stage(repository, "目 录.py")
    _write(repository, "目 录.py", TWO.replace("a = 1", first).replace("z = 1", last))


def test_a_good_part_is_committed_and_the_rest_stays(repository: Repository) -> None:
    _in_part(repository, "a = 2", "z   =   {'kept':'back'}")
    kept = _read(repository, "目 录.py")
    repository.git("commit", "-q", "-m", "part")
    assert _committed(repository, "目 录.py") == TWO.replace("a = 1", "a = 2")
    assert _read(repository, "目 录.py") == kept
    assert repository.git("status", "--porcelain", "-z").rstrip("\0") == "M 目 录.py"


@pytest.mark.parametrize(("first", "told"), [("a   =   1", "ruff format"), ("a = nowhere", "F821")])
def test_a_bad_part_stops_the_commit_and_nothing_is_touched(
    repository: Repository, first: str, told: str
) -> None:
    _in_part(repository, first, "z = 3")
    kept = _read(repository, "目 录.py")
    index = repository.git("ls-files", "--stage")
    with pytest.raises(AssertionError, match=told):
        repository.git("commit", "-q", "-m", "part")
    assert _read(repository, "目 录.py") == kept
    assert repository.git("ls-files", "--stage") == index


def test_a_file_staged_and_then_removed_is_judged_by_what_is_staged(repository: Repository) -> None:
    _write(repository, "code.py", UNUSED)
    _stage(repository, "code.py")
    (repository.top / "code.py").unlink()
    with pytest.raises(AssertionError, match="F401"):
        repository.git("commit", "-q", "-m", "code")
    assert not (repository.top / "code.py").exists()


def test_a_commit_of_named_paths_is_judged_and_not_altered(repository: Repository) -> None:
    """git keeps a second index then, which would go on with the text as it was."""
    _write(repository, "code.py", NEAT)
    repository.commit()
    _write(repository, "code.py", UGLY)
    with pytest.raises(AssertionError, match="ruff format"):
        repository.git("commit", "-q", "-m", "code", "--", "code.py")
    assert _read(repository, "code.py") == UGLY
    repository.git("commit", "-q", "-a", "--allow-empty", "-m", "code")
    assert _read(repository, "code.py") == NEAT
    assert repository.git("status", "--porcelain") == ""


# ---- around


def test_a_link_is_no_code(repository: Repository) -> None:
    (repository.top / "link.py").symlink_to("nowhere")
    repository.commit()


def test_without_ruff_it_says_so_and_goes_on(repository: Repository) -> None:
    """Who only edits records has an environment without it."""
    bare = f'[ "$2" = tests.tools.staged ] && exec "{sys._base_executable}" -S "$@"'  # type: ignore[attr-defined]
    _environment(repository, f'{bare}\nexec "{sys.executable}"')
    _write(repository, "code.py", UGLY)
    _stage(repository, "code.py")
    done = subprocess.run(
        [".githooks/pre-commit"], cwd=repository.top, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, staged.NO_RUFF + "\n")
    assert done.stdout.endswith("个错误，0 个警告\n")
    assert _read(repository, "code.py") == UGLY


def test_it_is_written_for_any_sh() -> None:
    """Git for Windows brings its own; there the environment's Python lies elsewhere."""
    hook = ROOT / ".githooks" / "pre-commit"
    text = hook.read_text(encoding="utf-8")
    assert text.startswith("#!/bin/sh\n")
    assert ".venv/Scripts/python.exe" in text
    assert b"\r" not in hook.read_bytes()

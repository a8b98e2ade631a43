"""Histories in real repositories that meet others: squashed, rebased, picked; and files that are no records, or no longer."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from generator import cli
from generator.reading.placement import REDIRECTS
from tests.made import samples
from tests.made.repositories import FOURTH, RECORD, SECOND, THIRD, Repository, record

FIFTH = "workshops/0000/DL0005.yml"
UNIT = {"kind: 工作室": "kind: 工作室\nunit: 甲厂"}
PHOTO = "photos/dl0001-1.jpg"
Check = Callable[..., list[str]]
Spoil = Callable[[Repository], object]


@pytest.fixture
def check(repository: Repository, capsys: pytest.CaptureFixture[str]) -> Check:
    """Run `check`: path and code of each problem, and the remedies told of the last run in `check.remedies`."""

    def run(*words: str, remedies: bool = False) -> list[str]:
        code = cli.main(["check", "--registry", str(repository.registry), "--format", "json", *words])
        out, said = capsys.readouterr()
        assert (said, code in (0, 1)) == ("", True)
        problems = json.loads(out)["problems"]
        assert code == any(one["severity"] == "error" for one in problems)
        if remedies:
            return [one["remedy"] for one in problems]
        prefix = f"{repository.registry.as_posix()}/"
        return [f"{one['path'].removeprefix(prefix)} {one['code']}" for one in problems]

    return run


def _on(repository: Repository, branch: str, spoil: Spoil, start: str = "") -> str:
    """A commit on a branch, which begins at another if one is given."""
    repository.git("checkout", "-q", *(["-B", branch, start] if start else [branch]))
    spoil(repository)
    return repository.commit()


def _add(number: int, name: str) -> Spoil:
    return lambda it: it.write(f"workshops/0000/DL{number:04}.yml", record(number, name))


def _squash(repository: Repository) -> None:
    """Merge `change` into `main` as a forge's button does: one new commit, of which the branch knows nothing."""
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--squash", "change")
    repository.git("commit", "-q", "-m", "合入")  # the same words would make the same commit


# ---- what is there twice


def test_a_squashed_branch_goes_on(repository: Repository, check: Check) -> None:
    """The same record on both sides is one; edited on, it is still no other's number; the next number is the next one."""
    _on(repository, "change", _add(4, "钱江"), "main")
    _squash(repository)
    assert check("--since", "main", "--at", "change") == []
    _on(repository, "change", _add(5, "孙湖"))
    assert check("--since", "main", "--at", "change") == []
    _on(repository, "change", lambda it: it.edit(FOURTH, UNIT))
    assert check("--since", "main", "--at", "change") == [f"{FOURTH} H406"]
    assert "编号不用换" in check("--since", "main", "--at", "change", remedies=True)[0]
    repository.git("merge", "-q", "--no-edit", "-X", "ours", "main")
    assert check("--since", "main", "--at", "change") == []


def test_a_squashed_branch_that_was_corrected_there(repository: Repository, check: Check) -> None:
    _on(repository, "change", _add(4, "钱江"), "main")
    _squash(repository)
    _on(repository, "main", lambda it: it.edit(FOURTH, UNIT))
    assert check("--since", "main", "--at", "change") == [f"{FOURTH} H406"]
    repository.git("checkout", "-q", "change")
    repository.git("rebase", "-q", "-X", "ours", "main")
    assert check("--since", "main", "--at", "change") == []


def test_a_squashed_branch_where_another_took_the_number(repository: Repository, check: Check) -> None:
    _on(repository, "change", _add(4, "钱江"), "main")
    _on(repository, "main", _add(4, "孙湖"))
    assert check("--since", "main", "--at", "change") == [f"{FOURTH} H403"]
    assert "DL0005" in check("--since", "main", "--at", "change", remedies=True)[0]


def test_a_squashed_branch_on_a_disk_with_other_line_ends(repository: Repository, check: Check) -> None:
    """A copy on Windows holds CRLF: the same record all the same."""
    _on(repository, "change", _add(4, "钱江"), "main")
    _squash(repository)
    repository.git("checkout", "-q", "change")
    for path in repository.registry.rglob("*.yml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert check("--since", "main") == []


def test_a_pick_and_a_rebase(repository: Repository, check: Check) -> None:
    """A commit that was picked into `main` and lies on the branch as well."""
    picked = _on(repository, "change", _add(4, "钱江"), "main")
    _on(repository, "change", _add(5, "孙湖"))
    _on(repository, "main", lambda it: it.edit(SECOND, UNIT))
    repository.git("cherry-pick", picked)
    assert check("--since", "main", "--at", "change") == []
    repository.git("checkout", "-q", "change")
    repository.git("rebase", "-q", "main")
    assert check("--since", "main", "--at", "change") == []
    assert repository.git("log", "--oneline", "main..change").count("\n") == 0


# ---- files that are no records

ENTRIES: dict[str, tuple[dict[str, tuple[str, str]], list[str]]] = {
    "a file that steers git": (
        {"registry/.gitattributes": ("100644", "*.yml working-tree-encoding=UTF-16\n")},
        [".gitattributes H445"],
    ),
    "one beside the registry": (
        {".gitattributes": ("100644", "registry/** working-tree-encoding=UTF-16LE\n")},
        [".gitattributes H447"],
    ),
    "a submodule's file": (
        {"registry/.gitmodules": ("100644", "[submodule]\n"), "registry/geo/x": ("160000", "1" * 40)},
        [".gitmodules H445", "geo/x H446", "geo/x S101"],
    ),
    "a hidden program": (
        {"registry/.hooks/run": ("100755", "#!/bin/sh\n")},
        [".hooks/run H442", ".hooks/run H445"],
    ),
    "the registry in capitals": (
        {f"Registry/{FOURTH}": ("100644", record(4, "钱江"))},
        [f"Registry/{FOURTH} H443", f"Registry/{FOURTH} H453"],
    ),
    "a folder in capitals": (
        {"registry/Workshops/0000/DL0004.yml": ("100644", record(4, "钱江"))},
        ["Workshops/0000/DL0004.yml H443", "Workshops/0000/DL0004.yml S105"],
    ),
    "a folder in full width": (
        {"registry/ｗorkshops/0000/DL0004.yml": ("100644", record(4, "钱江"))},
        [f"ｗorkshops/0000/DL0004.yml {code}" for code in ("H443", "H444", "S105")],
    ),
    "a program's file in capitals": ({"Program.py": ("100644", "")}, ["Program.py H443", "Program.py H453"]),
    "a file that became a folder": (
        {f"registry/{THIRD}": ("0", ""), f"registry/{THIRD}/a.yml": ("100644", record(3, "郑河"))},
        [f"{THIRD} H401", f"{THIRD}/a.yml S105"],
    ),
    "the redirects as a folder": (
        {f"registry/{REDIRECTS}/a.yml": ("100644", "redirects: []\n")},
        [f"{REDIRECTS}/a.yml S105"],
    ),
    "a folder that became a file": (
        {"registry/photos": ("100644", "x"), f"registry/{PHOTO}": ("0", "")},
        ["photos S105", f"{RECORD} R394"],
    ),
    "a photograph that is gone": ({f"registry/{PHOTO}": ("0", "")}, [f"{RECORD} R394"]),
    "line ends alone": (
        {f"registry/{THIRD}": ("100644", record(3, "郑河").replace("\n", "\r\n"))},
        [],
    ),
    "the mode alone": ({f"registry/{THIRD}": ("100755", record(3, "郑河"))}, [f"{THIRD} H442"]),
}  # fmt: skip


@pytest.mark.parametrize("name", ENTRIES)
def test_entry(name: str, repository: Repository, check: Check) -> None:
    entries, told = ENTRIES[name]
    repository.git("checkout", "-q", "-b", "change")
    gone = {path: held for path, held in entries.items() if held[0] == "0"}
    if gone:
        repository.git("rm", "-q", "--cached", *gone)
    repository.commit_entries({path: held for path, held in entries.items() if path not in gone} or entries)
    repository.git("checkout", "-q", "-f", "main")
    assert check("--since", "main", "--at", "change") == told


def test_a_hidden_file_on_disk(repository: Repository, check: Check) -> None:
    """Before it is committed too, if it would be; what git ignores is nobody's business."""
    (repository.top / ".git/info/exclude").write_text(".DS_Store\n")
    for name in (".DS_Store", ".gitattributes", "workshops/.keep"):
        repository.write(name, "")
    assert check("--since", "HEAD") == [".gitattributes H445", "workshops/.keep H445"]


def test_a_hidden_file_that_stood(repository: Repository, check: Check) -> None:
    """One that steers git is told of until it is gone; another is none of this change."""
    for name in (".gitignore", "photos/.gitkeep"):
        repository.write(name, "")
    repository.commit()
    repository.edit(SECOND, UNIT)
    assert check("--since", "HEAD") == [".gitignore H445"]


def test_a_photograph_that_is_another(repository: Repository, check: Check) -> None:
    (repository.registry / PHOTO).write_bytes(samples.picture(width=330))
    assert check("--since", "HEAD") == [f"{RECORD} H471"]
    repository.edit(RECORD, {"consent: 2024-05-06": "consent: 2026-01-05"})
    assert check("--since", "HEAD") == []


def test_all_records_renumbered(repository: Repository, check: Check) -> None:
    """One was put in between, and those after it moved on."""
    repository.write(SECOND, record(2, "钱江"))
    repository.write(THIRD, record(3, "吴山"))
    repository.write(FOURTH, record(4, "郑河"))
    assert check("--since", "HEAD") == [f"{SECOND} H411", f"{SECOND} H463", f"{THIRD} H402"]


def test_a_name_and_the_id_in_it(repository: Repository, check: Check) -> None:
    """Two files that exchanged their names want them back; two ids that were exchanged too, each another remedy."""
    two, three = ((repository.registry / path).read_text(encoding="utf-8") for path in (SECOND, THIRD))
    repository.write(SECOND, three)
    repository.write(THIRD, two)
    assert check("--since", "HEAD") == [f"{SECOND} H407", f"{THIRD} H407"]
    assert "请把文件名改回 DL0003.yml" in check("--since", "HEAD", remedies=True)[0]
    repository.write(SECOND, two.replace("DL0002", "DL0003"))
    repository.write(THIRD, three.replace("DL0003", "DL0002"))
    assert check("--since", "HEAD") == [f"{SECOND} H407", f"{THIRD} H407"]
    assert "请把 id 改回 DL0002" in check("--since", "HEAD", remedies=True)[0]

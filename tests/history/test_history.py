"""The history gate in real repositories: each case with its exact outcome, exit code and the places and codes told."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import cli
from generator.problems.problem import count
from generator.reading.placement import REDIRECTS
from tests.made import casefiles, repositories, samples
from tests.made.codes import CODES
from tests.made.repositories import FOURTH, RECORD, SECOND, THIRD, Repository, record
from tests.reading.test_properties import bounded

CORRECTION = "corrections:\n  - {{date: 2026-02-01, what: {what}, before: {before}, after: {after}, why: 抄错了, source: 通报原文}}\n"
REDIRECT = "redirects:\n  - {{from: {old}, to: {new}, date: 2026-02-01, why: 换了网址}}\n"
CITY = "    date: 2022-07-01\n"


class Outcome(NamedTuple):
    """What a check told: exit code; path and code of each problem; what it said instead where it did not judge."""

    code: int
    told: list[str]
    said: str


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run `check` in a repository."""

    def run(repository: Repository, *words: str) -> Outcome:
        code = cli.main(["check", "--registry", str(repository.registry), "--format", "json", *words])
        out, said = capsys.readouterr()
        problems = json.loads(out)["problems"] if out else []
        prefix = f"{repository.registry.as_posix()}/"
        return Outcome(code, [f"{one['path'].removeprefix(prefix)} {one['code']}" for one in problems], said)

    return run


Check = Callable[[Repository], Outcome]
Spoil = Callable[[Repository], object]


def _swap(repository: Repository) -> None:
    repository.write(SECOND, record(2, "郑河"))
    repository.write(THIRD, record(3, "吴山"))


def _rename_to_new_id(repository: Repository) -> None:
    repository.remove(THIRD)
    repository.write(FOURTH, record(4, "郑河"))


def _move(repository: Repository) -> None:
    repository.remove(THIRD)
    repository.write("workshops/1000/DL0003.yml", record(3, "郑河"))


def _rename(repository: Repository) -> None:
    repository.edit(
        THIRD,
        {
            "name: 郑河职工": "name: 郑河工匠职工",
            "kind: 工作室": "kind: 工作室\nformer_names: [郑河职工创新工作室]",
            "sources:": "events:\n  - {kind: 更名, date: 2025-06, source: 批复}\nsources:",
        },
    )


def _merge_records(repository: Repository) -> None:
    """DL0003 was DL0002 under another name: it goes, its address leads on, and DL0002 says so."""
    repository.remove(THIRD)
    told = CORRECTION.format(what="重复的记录", before="DL0003", after="DL0002")
    repository.edit(SECOND, {"sources:": told + "sources:"})
    repository.write(REDIRECTS, REDIRECT.format(old="workshops/DL0003/", new="workshops/DL0002/"))


def _rename_slug(repository: Repository) -> None:
    repository.edit("vocabularies/zones.yml", {"{name: 太平湾}": "{name: 太平湾, slug: taipingwan}"})


def _rename_slug_redirected(repository: Repository) -> None:
    _rename_slug(repository)
    repository.write(REDIRECTS, REDIRECT.format(old="zones/太平湾/", new="zones/taipingwan/"))


def _many(repository: Repository) -> None:
    for number in range(4, 4 + 10_000):
        repository.write(
            f"workshops/{number // 1000 * 1000:04}/DL{number:04}.yml", record(number, f"甲{number}")
        )


# What is done to the registry, and what is told of it: committed (`--at HEAD`) and not yet committed alike.
CASES: dict[str, tuple[Spoil, int, list[str]]] = {
    "nothing": (lambda it: None, 0, []),
    "delete": (lambda it: it.remove(THIRD), 1, [f"{THIRD} H401"]),
    "rename to a new id": (_rename_to_new_id, 1, [f"{THIRD} H401"]),
    "move to a wrong folder": (_move, 1, ["workshops/1000/DL0003.yml R302"]),
    "change the id inside": (lambda it: it.edit(THIRD, {"id: DL0003": "id: DL0004"}), 1, [f"{THIRD} H407"]),
    "swap two records": (_swap, 1, [f"{SECOND} H402", f"{THIRD} H402"]),
    "edit a name": (
        lambda it: it.edit(THIRD, {"name: 郑河": "name: 郑川"}),
        1,
        [f"{THIRD} H411"],
    ),
    "rename with an event": (_rename, 0, []),
    "remove a category": (
        lambda it: it.edit(THIRD, {"category: 职工\n": "", "name, category": "name"}),
        1,
        [f"{THIRD} H412"],
    ),
    "change a leader": (lambda it: it.edit(RECORD, {"  name: 周海": "  name: 周江"}), 1, [f"{RECORD} H413"]),
    "edit a designation": (
        lambda it: it.edit(THIRD, {CITY: "    date: 2021-07-01\n"}),
        1,
        [f"{THIRD} H414"],
    ),
    "edit a designation with a correction": (
        lambda it: it.edit(
            THIRD,
            {
                CITY: "    date: 2021-07-01\n",
                "sources:": CORRECTION.format(what="命名日期", before="2022-07-01", after="2021-07-01")
                + "sources:",
            },
        ),
        0,
        [],
    ),
    "edit a designation with a correction of something else": (
        lambda it: it.edit(
            THIRD,
            {
                CITY: "    date: 2021-07-01\n",
                "sources:": CORRECTION.format(what="命名日期", before="2020", after="2021") + "sources:",
            },
        ),
        1,
        [f"{THIRD} H414"],
    ),
    "alter an event": (
        lambda it: it.edit(RECORD, {"  - kind: 复核合格": "  - kind: 限期整改"}),
        1,
        [f"{RECORD} H415"],
    ),
    "add a record": (lambda it: it.write(FOURTH, record(4, "钱江")), 0, []),
    "leave a gap": (
        lambda it: it.write("workshops/0000/DL0009.yml", record(9, "钱江")),
        1,
        ["workshops/0000/DL0009.yml H404"],
    ),
    "delete a notice": (
        lambda it: it.remove("notices/call-2023.yml", "forms/2023/application.yml"),
        1,
        ["forms/2023/application.yml H433", "notices/call-2023.yml H421"],
    ),
    "remove a name from a notice": (
        lambda it: it.edit("notices/naming-2023.yml", {"  - 吴山劳模创新工作室\n": ""}),
        1,
        ["notices/naming-2023.yml H423"],
    ),
    "delete an industry": (
        lambda it: it.edit("vocabularies/industries.yml", {"  - {name: 教育, code: P}\n": ""}),
        1,
        ["vocabularies/industries.yml H431"],
    ),
    "script in a record": (
        lambda it: it.write(FOURTH, record(4, "钱江") + "summary: <script>alert(1)</script>\n"),
        1,
        [f"{FOURTH} H418"],
    ),
    "10,000 files": (_many, 1, [f"{FOURTH} H451"]),
    "a file of 9 MB": (
        lambda it: it.write("geo/large.geojson", " " * 9_000_000),
        1,
        ["geo/large.geojson H446", "geo/large.geojson S102"],
    ),
    "merge two records into one": (_merge_records, 0, []),
    "give a zone another address": (_rename_slug, 1, ["vocabularies/zones.yml H431"]),
    "give a zone another address with a redirect": (_rename_slug_redirected, 0, []),
    "redirect to another site": (
        lambda it: it.write(REDIRECTS, REDIRECT.format(old="zones/a/", new="https://evil.example/")),
        1,
        ["redirects.yml F211"],
    ),
    "an unreadable edit": (lambda it: it.edit(THIRD, {"name: 郑河": "name：郑河"}), 1, [f"{THIRD} S114"]),
}


@pytest.mark.parametrize("name", CASES)
def test_case_on_disk(name: str, repository: Repository, check: Callable[..., Outcome]) -> None:
    spoil, code, told = CASES[name]
    spoil(repository)
    assert check(repository, "--since", "HEAD") == Outcome(code, told, "")


@pytest.mark.parametrize("name", sorted(CASES.keys() - {"10,000 files"}))
def test_case_in_a_commit(name: str, repository: Repository, check: Callable[..., Outcome]) -> None:
    """As a pull request is checked: the folder holds the base, the change is read from git's objects alone."""
    spoil, code, told = CASES[name]
    repository.git("checkout", "-q", "-b", "change")
    spoil(repository)
    repository.commit()
    repository.git("checkout", "-q", "main")
    assert check(repository, "--since", "main", "--at", "change") == Outcome(code, told, "")


PROTECTED = (
    "name:", "category:", "  - 周海创新工作室", "  name: 周海", "  - title: 大连市职工", "    level: 市级", "    date: 2023-07-13", "    notice:",
    "  - title: 辽宁省", "    level: 省级", "    date: 2025", "  - kind: 复核合格", "    date: 2025-03", "id:",
)  # fmt: skip


@pytest.mark.parametrize("spoiled", ["", "甲", "2020", "全国"], ids=["gone", "text", "date", "level"])
@pytest.mark.parametrize("start", PROTECTED)
def test_no_line_of_a_published_fact_can_be_spoiled(start: str, spoiled: str) -> None:
    """Whatever becomes of such a line, something is told that stops the change: the gate, or another law."""
    lines = samples.texts()[RECORD].split("\n")
    number = next(number for number, line in enumerate(lines) if line.startswith(start))
    key, colon, _ = lines[number].partition(": ")
    lines[number] = f"{key}: {spoiled}" if colon and spoiled else f"  - {spoiled}" if spoiled else ""
    case = {"before": {}, "texts": {RECORD: "\n".join(line for line in lines if line) + "\n"}}
    assert count(casefiles.problems_of(case)[1])[0]


@bounded
@given(st.data())
def test_the_gate_judges_any_change(data: st.DataObject) -> None:
    """It never raises; and a change of nothing is told nothing."""
    lines = samples.texts()[RECORD].split("\n")
    sides = [data.draw(st.lists(st.sampled_from(lines), max_size=40, unique=True)) for _ in range(2)]
    before, after = ("\n".join(sorted(side, key=lines.index)) for side in sides)
    case = {"before": {"texts": {RECORD: before}}, "texts": {RECORD: after}}
    for problem in casefiles.problems_of(case)[1]:
        assert problem.code in CODES
    same = {"before": {"texts": {RECORD: after}}, "texts": {RECORD: after}}
    assert not [problem for problem in casefiles.problems_of(same)[1] if problem.code.startswith("H")]


# What a disk may not hold, or holds in another way: mode and content by path from the top.
ENTRIES: dict[str, tuple[dict[str, tuple[str, str]], int, list[str]]] = {
    "a record as a symlink": (
        {f"registry/{THIRD}": ("120000", "../../../secret")},
        1,
        [f"{THIRD} S101"],
    ),
    "a symlink elsewhere": ({"notes": ("120000", "../secret")}, 1, ["notes H441"]),
    "a hidden symlink": ({"registry/.notes": ("120000", "../secret")}, 1, [".notes H441"]),
    "a submodule in the registry": (
        {"registry/workshops/0000/DL0004.yml": ("160000", "1" * 40)},
        1,
        [f"{FOURTH} S101"],
    ),
    "a record hidden in a folder": (
        {f"registry/{THIRD}": ("0", ""), "registry/workshops/.old/DL0003.yml": ("100644", record(3, "郑河"))},
        1,
        ["workshops/.old/DL0003.yml H445", f"{THIRD} H401"],
    ),
    "a submodule elsewhere": ({"tools": ("160000", "1" * 40)}, 1, ["tools H441"]),
    "the executable bit": ({f"registry/{THIRD}": ("100755", record(3, "郑河"))}, 1, [f"{THIRD} H442"]),
    "a case twin": (
        {"registry/workshops/0000/dl0003.yml": ("100644", record(4, "钱江"))},
        1,
        ["workshops/0000/dl0003.yml H443", "workshops/0000/dl0003.yml R301"],
    ),
    "a sub-folder in an odd place": (
        {"registry/workshops/0000/more/DL0004.yml": ("100644", record(4, "钱江"))},
        1,
        ["workshops/0000/more/DL0004.yml S105"],
    ),
    "a newline in a path": (
        {"registry/workshops/0000/DL0004.yml\n::error::x.yml": ("100644", record(4, "钱江"))},
        1,
        ["workshops/0000/DL0004.yml\n::error::x.yml H444", "workshops/0000/DL0004.yml\n::error::x.yml R301"],
    ),
    "a device of Windows": ({"registry/nul.md": ("100644", "")}, 1, ["nul.md S105"]),
    "a workflow": ({".github/workflows/check.yml": ("100644", "")}, 0, [".github/workflows/check.yml H453"]),
    "a workflow and a record": (
        {
            ".github/workflows/check.yml": ("100644", ""),
            f"registry/{FOURTH}": ("100644", record(4, "钱江")),
        },
        1,
        [".github/workflows/check.yml H452"],
    ),
}


@pytest.mark.parametrize("name", ENTRIES)
def test_entry(name: str, repository: Repository, check: Callable[..., Outcome]) -> None:
    entries, code, told = ENTRIES[name]
    repository.git("checkout", "-q", "-b", "change")
    repository.commit_entries(entries)
    repository.git("checkout", "-q", "-f", "main")
    assert check(repository, "--since", "main", "--at", "change") == Outcome(code, told, "")


def _branch(repository: Repository, name: str, spoil: Spoil, start: str = "main") -> str:
    """A commit on a branch that begins at another."""
    repository.git("checkout", "-q", "-B", name, start)
    spoil(repository)
    return repository.commit()


def _add(number: int, name: str) -> Spoil:
    return lambda it: it.write(f"workshops/0000/DL{number:04}.yml", record(number, name))


def test_a_branch_behind_the_main_one(repository: Repository, check: Callable[..., Outcome]) -> None:
    """What was added to `main` meanwhile does not count as deleted; its id is taken."""
    _branch(repository, "main", _add(4, "钱江"))
    _branch(repository, "next", _add(5, "孙湖"), "main~1")
    _branch(repository, "same", _add(4, "孙湖"), "main~1")
    _branch(repository, "picked", _add(4, "钱江"), "main~1")
    assert check(repository, "--since", "main", "--at", "next") == Outcome(0, [], "")
    assert check(repository, "--since", "main", "--at", "same") == Outcome(1, [f"{FOURTH} H403"], "")
    assert check(repository, "--since", "main", "--at", "picked") == Outcome(0, [], "")


def test_a_merge(repository: Repository, check: Callable[..., Outcome]) -> None:
    """A merge of `main` changes nothing; one that drops what `main` was given is found."""
    _branch(repository, "change", _add(4, "钱江"))
    _branch(repository, "main", lambda it: it.edit(SECOND, {"kind: 工作室": "kind: 工作室\nunit: 甲厂"}))
    repository.git("checkout", "-q", "change")
    repository.git("merge", "-q", "--no-edit", "main")
    assert check(repository, "--since", "main", "--at", "change") == Outcome(0, [], "")
    repository.remove(SECOND)
    repository.git("add", "-A")
    repository.git("commit", "-q", "--amend", "--no-edit")
    assert check(repository, "--since", "main", "--at", "change") == Outcome(1, [f"{SECOND} H401"], "")


def test_a_criss_cross_merge(repository: Repository, check: Callable[..., Outcome]) -> None:
    """With two common ancestors, what either of them held must stand."""
    one = _branch(repository, "one", _add(4, "钱江"))
    two = _branch(repository, "two", _add(5, "孙湖"), "main")
    repository.git("checkout", "-q", "-B", "main", one)
    repository.git("merge", "-q", "--no-edit", two)
    repository.git("checkout", "-q", "-B", "change", two)
    repository.git("merge", "-q", "--no-edit", one)
    assert check(repository, "--since", "main", "--at", "change") == Outcome(0, [], "")
    _branch(repository, "change", lambda it: it.remove("workshops/0000/DL0005.yml"), "change")
    told = ["workshops/0000/DL0005.yml H401"]
    assert check(repository, "--since", "main", "--at", "change") == Outcome(1, told, "")


def test_a_rebase(repository: Repository, check: Callable[..., Outcome]) -> None:
    _branch(repository, "change", _add(5, "孙湖"))
    assert check(repository, "--since", "main", "--at", "change") == Outcome(
        1, ["workshops/0000/DL0005.yml H404"], ""
    )
    _branch(repository, "main", _add(4, "钱江"))
    repository.git("checkout", "-q", "change")
    repository.git("rebase", "-q", "main")
    assert check(repository, "--since", "main", "--at", "change") == Outcome(0, [], "")


def test_a_draft_that_was_never_published_may_change_its_id(
    repository: Repository, check: Callable[..., Outcome]
) -> None:
    _branch(repository, "change", _add(9, "钱江"))
    repository.remove("workshops/0000/DL0009.yml")
    _branch(repository, "change", _add(4, "钱江"), "change")
    assert check(repository, "--since", "main", "--at", "change") == Outcome(0, [], "")


def test_a_redirect_stays(repository: Repository, check: Callable[..., Outcome]) -> None:
    """So does the end of a record that was merged into another: its id is not given again, its address leads on."""
    _branch(repository, "main", _merge_records)
    _branch(repository, "without", lambda it: it.remove(REDIRECTS))
    _branch(repository, "again", _add(3, "钱江"), "main")
    _branch(repository, "next", _add(4, "钱江"), "main")
    assert check(repository, "--since", "main", "--at", "without") == Outcome(1, ["redirects.yml H435"], "")
    assert check(repository, "--since", "main", "--at", "again") == Outcome(
        1, ["redirects.yml R411", f"{THIRD} H403"], ""
    )
    assert check(repository, "--since", "main", "--at", "next") == Outcome(0, [], "")


def test_an_id_is_not_used_again(repository: Repository, check: Callable[..., Outcome]) -> None:
    """Even where the gate was passed by: a record that was deleted may come back, its id is not given to another."""
    _branch(repository, "main", lambda it: it.remove(THIRD))
    _branch(repository, "other", _add(3, "钱江"))
    _branch(repository, "back", _add(3, "郑河"), "main")
    _branch(repository, "next", _add(4, "钱江"), "main")
    assert check(repository, "--since", "main", "--at", "other") == Outcome(1, [f"{THIRD} H403"], "")
    assert check(repository, "--since", "main", "--at", "back") == Outcome(0, [], "")
    assert check(repository, "--since", "main", "--at", "next") == Outcome(0, [], "")


def test_a_deletion_in_a_merge_is_remembered(repository: Repository, check: Callable[..., Outcome]) -> None:
    _branch(repository, "side", lambda it: it.edit(SECOND, {"kind: 工作室": "kind: 工作室\nunit: 甲厂"}))
    _branch(repository, "main", _add(4, "钱江"), "main")
    repository.git("merge", "-q", "--no-commit", "side")
    repository.remove(FOURTH)
    repository.commit()
    _branch(repository, "other", _add(4, "孙湖"))
    assert check(repository, "--since", "main", "--at", "other") == Outcome(1, [f"{FOURTH} H403"], "")


def test_a_revert(repository: Repository, check: Callable[..., Outcome]) -> None:
    """Undoing a new record removes what was published; undoing a correction takes the correction away."""
    corrected = CASES["edit a designation with a correction"][0]
    _branch(repository, "main", _add(4, "钱江"))
    _branch(repository, "main", corrected, "main")
    repository.git("checkout", "-q", "-b", "change")
    repository.git("revert", "--no-edit", "HEAD")
    assert check(repository, "--since", "main", "--at", "change") == Outcome(
        1, [f"{THIRD} H416", f"{THIRD} H414"], ""
    )
    repository.git("checkout", "-q", "-B", "change", "main")
    repository.git("revert", "--no-edit", "HEAD~1")
    assert check(repository, "--since", "main", "--at", "change") == Outcome(1, [f"{FOURTH} H401"], "")


def test_a_forced_push(repository: Repository, check: Callable[..., Outcome]) -> None:
    """Commits that were thrown away have no trace on the new branch: only `--direct` sees what they held."""
    old = _branch(repository, "main", _add(4, "钱江"))
    new = _branch(
        repository, "main", lambda it: it.edit(SECOND, {"kind: 工作室": "kind: 工作室\nunit: 甲厂"}), "main~1"
    )
    assert check(repository, "--since", old, "--at", new) == Outcome(0, [], "")
    assert check(repository, "--since", old, "--at", new, "--direct") == Outcome(1, [f"{FOURTH} H401"], "")


def test_the_registry_as_a_link(repository: Repository, check: Callable[..., Outcome]) -> None:
    repository.git("checkout", "-q", "-b", "change")
    repository.git("rm", "-rq", "--cached", "registry")
    repository.commit_entries({"registry": ("120000", "elsewhere")})
    repository.git("checkout", "-q", "-f", "main")
    outcome = check(repository, "--since", "main", "--at", "change")
    assert outcome.code == 1
    assert {"registry H441", f"{RECORD} H401", f"{SECOND} H401", f"{THIRD} H401"} <= set(outcome.told)


# ---- where git cannot tell, nothing passes


def test_a_shallow_clone(repository: Repository, check: Callable[..., Outcome], tmp_path: Path) -> None:
    _branch(repository, "main", _add(4, "钱江"))
    repository.git("clone", "-q", "--depth", "1", repository.top.as_uri(), str(tmp_path / "shallow"))
    outcome = check(Repository(tmp_path / "shallow"), "--since", "HEAD")
    assert (outcome.code, outcome.told) == (2, [])
    assert "浅克隆" in outcome.said and "git fetch --unshallow" in outcome.said


def test_no_common_history(repository: Repository, check: Callable[..., Outcome]) -> None:
    repository.git("checkout", "-q", "--orphan", "other")
    repository.write(FOURTH, record(4, "钱江"))
    repository.commit()
    outcome = check(repository, "--since", "main", "--at", "other")
    assert (outcome.code, outcome.told) == (2, [])
    assert "没有共同的历史" in outcome.said


@pytest.mark.parametrize(
    "revision", ["no-such", "", "--output=made", "0" * 40, "main:registry", "main..main"]
)
def test_no_such_revision(revision: str, repository: Repository, check: Callable[..., Outcome]) -> None:
    outcome = check(repository, f"--since={revision}")
    assert (outcome.code, outcome.told) == (2, [])
    assert f"没有“{revision}”这个版本" in outcome.said
    assert not (repository.top / "made").exists()


def test_a_missing_object(repository: Repository, check: Callable[..., Outcome]) -> None:
    name = repository.git("rev-parse", f"HEAD:registry/{THIRD}")
    repository.edit(THIRD, {"name: 郑河": "name: 郑川"})
    (repository.top / ".git" / "objects" / name[:2] / name[2:]).unlink()
    outcome = check(repository, "--since", "HEAD")
    assert (outcome.code, outcome.told) == (2, [])
    assert outcome.said


def test_no_repository(repository: Repository, check: Callable[..., Outcome], tmp_path: Path) -> None:
    (repository.top / ".git").rename(tmp_path / "gone")
    outcome = check(repository, "--since", "HEAD")
    assert (outcome.code, outcome.told) == (2, [])
    assert "run.py check" in outcome.said and "fatal" not in outcome.said


def test_no_git(
    repository: Repository, check: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    outcome = check(repository, "--since", "HEAD")
    assert (outcome.code, outcome.told) == (2, [])
    assert "没有 git" in outcome.said and "run.py check" in outcome.said


def test_the_options_belong_together(repository: Repository, check: Callable[..., Outcome]) -> None:
    assert check(repository, "--at", "main").code == check(repository, "--direct").code == 2


# ---- what a repository's settings may not hide


def test_a_replaced_object_hides_nothing(repository: Repository, check: Callable[..., Outcome]) -> None:
    old = repository.git("rev-parse", "HEAD")
    new = _branch(repository, "change", lambda it: it.remove(THIRD))
    repository.git("replace", old, new)
    assert check(repository, "--since", old, "--at", new) == Outcome(1, [f"{THIRD} H401"], "")


def test_a_diff_driver_hides_nothing(repository: Repository, check: Callable[..., Outcome]) -> None:
    (repository.top / ".git" / "info" / "attributes").write_text("*.yml diff=lie filter=lie\n")
    for key in ("diff.external", "diff.lie.command", "diff.lie.textconv", "filter.lie.clean"):
        repository.git("config", key, "false")
    repository.remove(THIRD)
    assert check(repository, "--since", "HEAD") == Outcome(1, [f"{THIRD} H401"], "")


def test_a_hook_s_surroundings(
    repository: Repository, check: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    monkeypatch.setenv("GIT_INDEX_FILE", "other")
    repository.remove(THIRD)
    assert check(repository, "--since", "HEAD") == Outcome(1, [f"{THIRD} H401"], "")


def test_line_ends_of_windows_are_no_change(repository: Repository, check: Callable[..., Outcome]) -> None:
    for path in repository.registry.rglob("*.yml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    repository.edit(SECOND, {"kind: 工作室": "kind: 工作室\nunit: 甲厂"})
    assert check(repository, "--since", "HEAD") == Outcome(0, [], "")


def test_names_of_another_length(
    tmp_path: Path, check: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DEFAULT_HASH", "sha256")
    repository = repositories.made(tmp_path / "long")
    assert len(repository.git("rev-parse", "HEAD")) == 64
    repository.remove(THIRD)
    assert check(repository, "--since", "HEAD").told == [f"{THIRD} H401"]


def test_a_path_that_is_no_text(repository: Repository, check: Callable[..., Outcome]) -> None:
    """git holds any bytes as a path."""
    repository.git("checkout", "-q", "-b", "change")
    name = repository.git("hash-object", "-w", "--stdin", given="")
    tree = repository.git("ls-tree", "-z", "HEAD:registry").encode() + b"100644 blob " + name.encode()
    done = _raw(repository, ("mktree", "-z"), tree + b"\t\xff\xfe.md\0")
    top = _raw(repository, ("mktree",), b"040000 tree " + done + b"\tregistry\n")
    head = repository.git("commit-tree", top.decode(), "-p", "main", "-m", "x")
    told = ["program.py H453", "\\xff\\xfe.md H444"]
    assert check(repository, "--since", "main", "--at", head) == Outcome(1, told, "")


def _raw(repository: Repository, words: tuple[str, ...], given: bytes) -> bytes:
    command = ["git", "-C", str(repository.top), *words]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout.strip()

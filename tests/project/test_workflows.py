"""The forges' workflows: least rights, pinned actions, no text of a stranger in a command; and their steps really run."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import run
from generator import cli
from tests import ROOT
from tests.made import repositories
from tests.made.repositories import FOURTH, THIRD, Repository, record

FLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
DEPENDABOT = ROOT / ".github" / "dependabot.yml"
GITEE = ROOT / ".workflow" / "records.yml"
SCRIPTS = sorted(path for path in (ROOT / ".ci").iterdir() if path.is_file())
# Who alone may write what.
WRITERS = {
    ("comment.yml", "post"): {"pull-requests": "write"},
    ("deploy.yml", "publish"): {"pages": "write", "id-token": "write"},
}


def _flow(path: Path) -> dict[str, Any]:
    flow: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (only texts)
    return flow


def _steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in _flow(path)["jobs"].values():
        yield from job["steps"]


def _commands(path: Path) -> list[str]:
    """Each command of ours."""
    if path == GITEE:
        stages = _flow(path)["stages"]
        told = [line for stage in stages for step in stage["steps"] for line in step["commands"]]
    else:
        told = [line for step in _steps(path) if "run" in step for line in step["run"].splitlines()]
    return [line for line in told if line.strip()]


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.name)
def test_rights_are_the_least(path: Path) -> None:
    flow = _flow(path)
    assert flow["permissions"] == {}
    assert "pull_request_target" not in flow["on"]
    for name, job in flow["jobs"].items():
        rights = {right: value for right, value in job["permissions"].items() if value != "read"}
        assert rights == WRITERS.get((path.name, name), {})
        assert "timeout-minutes" in job


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.name)
def test_actions_are_pinned(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v[0-9.]+", action) for action in used), used
    checkouts = [step for step in _steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.name)
def test_no_text_of_a_stranger_stands_in_a_command(path: Path) -> None:
    """What a forge fills in goes through the environment; a stranger's commit is never checked out beside rights."""
    assert not [line for line in _commands(path) if "${{" in line]
    for step in _steps(path):
        assert "head" not in step.get("with", {}).get("ref", "")


@pytest.mark.parametrize("path", [*FLOWS, GITEE], ids=lambda path: path.name)
def test_commands_exist(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for line in _commands(path):
        words = re.findall(r"run\.py (\w+)(.*)", line)
        for name, rest in words:
            if name == "test":
                continue
            with pytest.raises(SystemExit) as left:
                cli.main([name, "--help"])
            assert left.value.code == 0
            shown = capsys.readouterr().out
            assert all(option in shown for option in re.findall(r"--[a-z]+", rest))
        for script in re.findall(r"(?<!\S)\.ci/([a-z-]+)", line):
            assert (ROOT / ".ci" / script).exists()


@pytest.mark.parametrize("path", [*SCRIPTS, ROOT / ".githooks" / "pre-commit"], ids=lambda path: path.name)
def test_a_script_may_run(path: Path) -> None:
    assert path.stat().st_mode & stat.S_IXUSR
    first, second = path.read_text(encoding="utf-8").splitlines()[:2]
    assert first in ("#!/usr/bin/env bash", "#!/bin/sh")
    assert second.startswith("# ")
    shell = first.rsplit("/", 1)[-1].split()[-1]
    assert subprocess.run([shell, "-n", str(path)], check=False).returncode == 0


# ---- as those see them whose trade it is


def _told_by(program: str, *words: str | Path) -> str:
    """What a program of the test environment says, all of it where it found fault; nothing where it did not."""
    command = [str(Path(sys.executable).parent / program), *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return f"{done.stdout}{done.stderr}" if done.returncode else ""


def test_zizmor_finds_nothing() -> None:
    assert _told_by("zizmor", "--offline", "--no-progress", "--strict-collection", *FLOWS, DEPENDABOT) == ""


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    """Spoiled in one place each, every workflow is found out: the test above is no empty one."""
    for path in FLOWS:
        text = path.read_text(encoding="utf-8").replace(" run: ", " run: echo ${{ github.head_ref }}; ", 1)
        spoiled = tmp_path / ".github" / "workflows" / path.name
        spoiled.parent.mkdir(parents=True, exist_ok=True)
        spoiled.write_text(text, encoding="utf-8")
        assert "template-injection" in _told_by("zizmor", "--offline", "--no-progress", spoiled)
    spoiled = tmp_path / ".github" / "dependabot.yml"
    spoiled.write_text(
        DEPENDABOT.read_text(encoding="utf-8").replace("default-days: 7", "default-days: 0", 1)
    )
    assert "dependabot-cooldown" in _told_by("zizmor", "--offline", "--no-progress", spoiled)


def test_newer_packages_come_once_a_week_together_and_not_on_their_first_day() -> None:
    """Of everything that the project takes from others: the two locks, and the actions of the workflows."""
    proposed = _flow(DEPENDABOT)["updates"]
    kinds = {(item["package-ecosystem"], item["directory"]) for item in proposed}
    assert kinds == {("uv", "/"), ("npm", "/site_src"), ("github-actions", "/")}
    assert [path.parent for path in ROOT.glob("*/package-lock.json")] == [ROOT / "site_src"]
    for item in proposed:
        assert item["schedule"]["interval"] == "weekly"
        assert [group["patterns"] for group in item["groups"].values()] == [["*"]]
    apart = proposed[0]["exclude-paths"]
    assert {path.name for pattern in apart for path in ROOT.glob(pattern)} == {run.RUN, run.TEST}


TEMPLATES = ROOT / ".github" / "ISSUE_TEMPLATE"
ISSUE_FORMS = sorted(path for path in TEMPLATES.glob("*.yml") if path.name != "config.yml")


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", FLOWS),
        ("custom.github-workflows-require-timeout", FLOWS),
        ("vendor.dependabot", [DEPENDABOT]),
        ("vendor.github-issue-forms", ISSUE_FORMS),
        ("vendor.github-issue-config", [TEMPLATES / "config.yml"]),
    ],
)
def test_each_file_is_what_the_forge_reads(schema: str, paths: list[Path]) -> None:
    assert paths
    assert _told_by("check-jsonschema", "--builtin-schema", schema, *paths) == ""


# ---- the steps, in a real repository


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository as the forge holds it, with a pull request in `refs/pull/1/head`."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    return repositories.made(tmp_path / "forge")


def _run(folder: Path, command: str, surroundings: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """One step as a forge runs it: with the program of this test for `run.py`, and the folder's registry."""
    own = f'"{sys.executable}" -m generator'
    command = re.sub(r"run\.py build(?!.*--site)", "run.py build --site site", command)
    command = re.sub(r"(?:\.\./base/)?\.ci/change", str(ROOT / ".ci/change"), command)
    command = re.sub(r"python3 (?:\S*/)?run\.py (\w+)", rf"{own} \1 --registry registry", command)
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **surroundings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _pull_request(repository: Repository, folder: Path) -> list[subprocess.CompletedProcess[str]]:
    """The steps of records.yml on the pull request, in a clone that holds the base."""
    base = repository.git("rev-parse", "main")
    change = repository.git("rev-parse", "refs/pull/1/head")
    repository.git("checkout", "-q", "-f", "main")
    repository.git("clone", "-q", str(repository.top), str(folder))
    given = {"BASE": base, "CHANGE": change, "NUMBER": "1"}
    return [_run(folder, line, given) for line in _commands(ROOT / ".github" / "workflows" / "records.yml")]


def test_a_good_pull_request(repository: Repository, tmp_path: Path) -> None:
    repository.git("checkout", "-q", "-b", "change")
    repository.write(FOURTH, record(4, "钱江"))
    repository.git("update-ref", "refs/pull/1/head", repository.commit())
    took, shown, judged, built, told = _pull_request(repository, tmp_path / "clone")
    codes = [step.returncode for step in (took, shown, judged, built, told)]
    assert codes == [0, 0, 0, 0, 0], (shown, judged, built)
    assert "1 file changed" in shown.stdout
    assert (tmp_path / "clone/site/workshops/DL0004/index.html").exists()
    assert judged.stdout == "4 条记录，0 个错误，0 个警告\n"
    assert "### 新增工作室 <code>DL0004</code>" in (tmp_path / "clone" / "review.md").read_text(
        encoding="utf-8"
    )
    assert not (tmp_path / "clone" / "registry" / FOURTH).exists()


def test_a_hostile_pull_request(repository: Repository, tmp_path: Path) -> None:
    """A script in a record, an edited workflow, a link, a path with a newline: problems, and nothing else."""
    repository.git("checkout", "-q", "-b", "change")
    repository.git("update-ref", "refs/pull/1/head", repository.commit_entries({
        f"registry/{FOURTH}": ("100644", record(4, "钱江") + "summary: '<script>alert(1)</script> @everybody'\n"),
        ".github/workflows/records.yml": ("100644", "on: pull_request_target\n"),
        f"registry/{THIRD}": ("120000", "/etc/passwd"),
        "registry/a\n::error file=x::y.md": ("100644", ""),
        "generator/cli.py": ("100644", "raise SystemExit(0)\n"),
    }))  # fmt: skip
    took, _, judged, built, told = _pull_request(repository, tmp_path / "clone")
    assert [took.returncode, judged.returncode, built.returncode, told.returncode] == [0, 1, 1, 0]
    annotations = judged.stdout.splitlines()
    assert [re.findall(r"title=([A-Z0-9]+)::", line) for line in annotations[:-1]] == [
        ["H452"], ["H444"], ["S101"], ["H418"],
    ]  # fmt: skip
    assert all(line.startswith("::error file=") for line in annotations[:-1])
    shown = (tmp_path / "clone" / "review.md").read_text(encoding="utf-8")
    assert "@" not in shown
    assert "<script" not in shown


def test_the_gitee_steps(repository: Repository, tmp_path: Path) -> None:
    repository.git("checkout", "-q", "-b", "change")
    repository.remove(THIRD)
    repository.commit()
    repository.git(
        "clone", "-q", "--depth", "1", "-b", "change", repository.top.as_uri(), str(tmp_path / "clone")
    )
    done = _run(
        tmp_path / "clone",
        "\n".join(_commands(GITEE)).replace("python3 ../base", "cd ../base; python3 ."),
        {},
    )
    assert done.returncode == 1, done
    assert f"registry/{THIRD}:1:1: 错误 H401" in done.stdout


def test_a_change_of_nothing_fails(repository: Repository) -> None:
    """A commit without a file in it is nothing to judge; one with a file is told with its number."""
    base = repository.git("rev-parse", "main")
    empty = repository.commit()
    done = _run(repository.top, f".ci/change {base} {empty}", {})
    assert (done.returncode, "一个文件也没有改" in done.stderr) == (1, True)
    repository.write(FOURTH, record(4, "钱江"))
    full = repository.commit()
    done = _run(repository.top, f".ci/change {base} {full}", {})
    assert done.returncode == 0
    assert re.fullmatch(
        rf"判的是 {full}，和目标分支 {base} 相比： 1 file changed, [0-9]+ insertions\(\+\)；名册里的 1 个。\n",
        done.stdout,
    )


def test_a_registry_of_nothing_fails(forge: Path, repository: Repository) -> None:
    """The steps without a pull request say which commit they look at, and fail where it holds no record."""
    commit = _with_scripts(repository)
    done = _run(repository.top, ".ci/what", {})
    files = len(repository.git("ls-files").splitlines())
    assert (done.returncode, done.stdout) == (0, f"查的是 {commit}：{files} 个文件，其中 3 条记录。\n")
    repository.git("rm", "-rq", "registry/workshops")
    repository.commit()
    (forge / "answers").write_text("o/r/deployments => ")
    for script in (".ci/what", ".ci/gate"):
        done = _run(repository.top, script, _given(forge))
        assert (done.returncode, "没有一条记录" in done.stderr) == (1, True)


@pytest.mark.parametrize("at", ["main", "main~1"])
def test_a_check_of_nothing_fails(at: str, repository: Repository, tmp_path: Path) -> None:
    """What is checked out is the target itself, or what it holds already: nobody judged the change."""
    repository.write(FOURTH, record(4, "钱江"))
    repository.commit()
    repository.git("clone", "-q", str(repository.top), str(tmp_path / "clone"))
    Repository(tmp_path / "clone").git("checkout", "-q", "--detach", repository.git("rev-parse", at))
    done = _run(tmp_path / "clone", "\n".join(_commands(GITEE)), {})
    assert done.returncode == 1, done
    assert "没有可判的改动" in done.stderr


# ---- the scripts that ask the forge, against a forge that is a table


@pytest.fixture
def forge(tmp_path: Path) -> Path:
    """A folder with a `gh` that answers from `answers` (a passage of what is asked, then what is said) and notes all."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "gh").write_text(
        f"#!{sys.executable}\n"
        "import pathlib, sys\n"
        "here, asked = pathlib.Path(__file__).parent, ' '.join(sys.argv[1:])\n"
        "with (here / 'asked').open('a') as log: log.write(asked + '\\n')\n"
        "for word in sys.argv:\n"
        "    if word.startswith('body=@'): (here / 'body').write_bytes(pathlib.Path(word[6:]).read_bytes())\n"
        "for line in (here / 'answers').read_text().splitlines():\n"
        "    passage, _, said = line.partition(' => ')\n"
        "    if passage in asked:\n"
        "        print(said.replace('|', '\\n')) if said else None\n"
        "        sys.exit()\n"
        "sys.exit('not asked for: ' + asked)\n"
    )
    (folder / "gh").chmod(0o755)
    return folder


def _ask(forge: Path, answers: str, *words: str) -> subprocess.CompletedProcess[str]:
    (forge / "answers").write_text(answers)
    given = {"GH_REPO": "o/r", "PATH": f"{forge}:{os.environ['PATH']}"}
    script = str(ROOT / ".ci" / words[0])
    return subprocess.run(
        [script, *words[1:]], env={**os.environ, **given}, capture_output=True, encoding="utf-8", check=False
    )


COMMIT = "a" * 40


def _with_scripts(repository: Repository) -> str:
    """A commit with our scripts, and a `run.py` that runs the program of this test."""
    shutil.copytree(ROOT / ".ci", repository.top / ".ci")
    run = f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom generator import cli\n"
    run += "sys.exit(cli.main([sys.argv[1], '--registry', 'registry', *sys.argv[2:]]))\n"
    (repository.top / "run.py").write_text(run)
    return repository.commit()


def _given(forge: Path) -> dict[str, str]:
    """What the forge's machine has: its name, its program, our Python."""
    return {"GH_REPO": "o/r", "PATH": f"{forge}:{Path(sys.executable).parent}:{os.environ['PATH']}"}


def test_the_steps_that_comment(forge: Path, repository: Repository, tmp_path: Path) -> None:
    """comment.yml from its first command to its last: what is posted is what the base's program tells of the change."""
    _with_scripts(repository)
    repository.git("checkout", "-q", "-b", "change")
    repository.write(FOURTH, record(4, "钱江"))
    change = repository.commit()
    repository.git("update-ref", "refs/pull/12/head", change)
    repository.git("checkout", "-q", "-f", "main")
    clone = tmp_path / "clone"
    repository.git("clone", "-q", str(repository.top), str(clone))
    (forge / "answers").write_text(
        f"repos/o/r/pulls -f => 12 {change}\nrun download 99 --name review => \npulls/12 => {change}\n"
        "--paginate => \n--method POST => "
    )
    output = tmp_path / "output"
    given = _given(forge) | {"OWNER": "o", "BRANCH": "change", "CHANGE": change, "NUMBER": "12"}
    given |= {"GITHUB_OUTPUT": str(output), "GITHUB_RUN_ID": "99"}
    commands = _commands(ROOT / ".github" / "workflows" / "comment.yml")
    assert len(commands) == 6
    for line in commands:
        done = _run(clone, line, given)
        assert done.returncode == 0, (line, done.stderr)
    assert output.read_text() == "number=12\n"
    assert "### 新增工作室 <code>DL0004</code>" in (forge / "body").read_text(encoding="utf-8")
    assert not (clone / "registry" / FOURTH).exists()


def test_the_site_is_built_daily() -> None:
    """Once, at no full hour, when all wait; only where the workflows of forks are switched on."""
    (time,) = _flow(ROOT / ".github" / "workflows" / "deploy.yml")["on"]["schedule"]
    assert re.fullmatch(r"[1-9][0-9]? [0-9]+ \* \* \*", time["cron"])
    assert any(
        "build --fresh --today" in line for line in _commands(ROOT / ".github" / "workflows" / "deploy.yml")
    )


def test_the_steps_that_publish(forge: Path, repository: Repository, tmp_path: Path) -> None:
    """deploy.yml from its first command to its last: the gate, the build, and a package of plain files."""
    _with_scripts(repository)
    (forge / "answers").write_text("o/r/deployments => ")
    given = _given(forge) | {"SITE_URL": "https://register.example/", "REPO_URL": "https://example.com/o/r"}
    commands = _commands(ROOT / ".github" / "workflows" / "deploy.yml")
    assert len(commands) == 3
    for line in commands:
        done = _run(repository.top, line, given)
        assert done.returncode == 0, (line, done.stdout, done.stderr)
    with tarfile.open(repository.top / "artifact.tar") as package:
        members = package.getmembers()
        assert all(member.isfile() or member.isdir() for member in members)
        names = {member.name for member in members}
    assert {"./index.html", "./404.html", "./workshops/DL0003/index.html", "./v/DL0003/index.html"} <= names
    site = repository.top / "site"
    assert names - {"."} == {f"./{path.relative_to(site).as_posix()}" for path in site.rglob("*")}


def test_the_gate(forge: Path, repository: Repository) -> None:
    """What is public is compared with, however many pushes failed since; the program and the records may both have changed."""
    public = _with_scripts(repository)
    repository.write(FOURTH, record(4, "钱江"))
    (repository.top / "program.py").write_text("new")
    repository.commit()
    (forge / "answers").write_text(f"statuses => success\ndeployments/1 => {public}\no/r/deployments => 1")
    given = _given(forge)
    assert _run(repository.top, ".ci/gate", given).returncode == 0
    repository.remove(THIRD)
    repository.commit()
    repository.commit()
    refused = _run(repository.top, ".ci/gate", given)
    assert (refused.returncode, "title=H401" in refused.stdout) == (1, True)
    (forge / "answers").write_text("o/r/deployments => ")
    assert _run(repository.top, ".ci/gate", given).returncode == 0
    (forge / "answers").write_text("")
    assert _run(repository.top, ".ci/gate", given).returncode not in (0, 2)


def test_the_number_of_a_pull_request(forge: Path) -> None:
    found = _ask(forge, f"repos/o/r/pulls => 7 {'b' * 40}|12 {COMMIT}", "pull-request", "o", "$(id)", COMMIT)
    assert (found.returncode, found.stdout) == (0, "number=12\n")
    assert "head=o:$(id)" in (forge / "asked").read_text()
    for answer in ("", f"7 {'b' * 40}", f"7;id {COMMIT}"):
        assert _ask(forge, f"repos/o/r/pulls => {answer}", "pull-request", "o", "b", COMMIT).returncode == 1
    assert _ask(forge, "", "pull-request", "o", "b", COMMIT).returncode != 0


def test_a_comment_is_posted_once(forge: Path, tmp_path: Path) -> None:
    text = tmp_path / "review.md"
    text.write_text("$(id) `id` 甲\n")
    told = f"pulls/12 => {COMMIT}\n--paginate => \n--method POST => "
    assert _ask(forge, told, "comment", "12", COMMIT, str(text)).returncode == 0
    assert (forge / "body").read_text() == "<!-- register-review -->\n$(id) `id` 甲\n"
    told = f"pulls/12 => {COMMIT}\n--paginate => 55|56\n--method PATCH repos/o/r/issues/comments/55 => "
    assert _ask(forge, told, "comment", "12", COMMIT, str(text)).returncode == 0
    moved = _ask(forge, f"pulls/12 => {'b' * 40}", "comment", "12", COMMIT, str(text))
    assert (moved.returncode, "moved on" in moved.stderr) == (0, True)


@pytest.mark.parametrize(
    ("number", "commit", "size"), [("12;id", COMMIT, 1), ("", COMMIT, 1), ("0", COMMIT, 1), ("12", "x", 1), ("12", COMMIT, 262_145)]
)  # fmt: skip
def test_a_comment_is_refused(forge: Path, tmp_path: Path, number: str, commit: str, size: int) -> None:
    text = tmp_path / "review.md"
    text.write_text("a" * size)
    assert _ask(forge, "", "comment", number, commit, str(text)).returncode == 2
    assert not (forge / "asked").exists()


def test_what_is_public_now(forge: Path) -> None:
    told = "deployments/3/statuses => failure\ndeployments/2/statuses => inactive\ndeployments/2 => " + COMMIT
    found = _ask(forge, f"{told}\nrepos/o/r/deployments => 3|2|1", "published")
    assert (found.returncode, found.stdout) == (0, f"{COMMIT}\n")
    assert _ask(forge, "repos/o/r/deployments => ", "published").stdout == ""
    many = "|".join(map(str, range(100)))
    assert _ask(forge, f"statuses => failure\nrepos/o/r/deployments => {many}", "published").returncode == 1
    assert _ask(forge, "", "published").returncode != 0

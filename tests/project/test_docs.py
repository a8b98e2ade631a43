"""The documentation tells the truth: what it names exists, its examples run, its tables are fresh."""

from __future__ import annotations

import ast
import configparser
import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from PIL import Image

import run
from generator import __version__
from generator.commands import menu
from generator.doors import disk, revisions
from generator.plugin import Settings
from generator.problems import reports
from generator.problems.problem import Problem
from generator.reading import placement, schema
from generator.reading.guide import END, START, field_tables, refreshed
from generator.reading.read import read_texts
from generator.rules.check import check
from tests import ROOT
from tests.commands import test_troubles
from tests.doors import test_ours
from tests.history import test_hostile
from tests.made import casefiles, faults, hostile, printed, program, repositories
from tests.made.codes import CODES
from tests.made.intake import cases as intake_cases

README, REGISTRY, GENERATOR = "README.md", "registry/README.md", "generator/README.md"
CHANGELOG, CONTRIBUTING, SECURITY, TESTS = "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "tests/README.md"
DECISIONS, PACKAGES = "generator/DECISIONS.md", "generator/PACKAGES.md"
OPERATORS = "deploy/README.md"
NAMES = (
    README,
    REGISTRY,
    OPERATORS,
    GENERATOR,
    DECISIONS,
    PACKAGES,
    CHANGELOG,
    CONTRIBUTING,
    SECURITY,
    TESTS,
)
DOCS = {name: (ROOT / name).read_text(encoding="utf-8") for name in NAMES}
_WRITTEN = {".py", ".md", ".txt", ".html", ".js", ".typ", ".yml", ".conf", ".toml"}
TEMPLATES = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
PULL_REQUEST = ROOT / ".github" / "pull_request_template.md"
# Paths that a build makes, or that somebody will make.
MADE = {
    "site/",
    "data/",
    "build.json",
    "2/",
    "page/2/",
    "map/shell.js",
    "sitemap.xml",
    "DL0008.yml",
    "photos/",
    "naming-2000.yml",
}
TODAY = date(2026, 1, 1)
EXAMPLE, NAMING = "workshops/0000/DL0000.yml", "notices/naming-2000.yml"


def between(name: str, word: str) -> str:
    """What stands in the fenced block between two markers of registry/README.md."""
    found = re.search(
        rf"<!-- {word}开始 -->\n```(?:yaml)?\n(.*?)```\n<!-- {word}结束 -->", DOCS[name], re.DOTALL
    )
    assert found, word
    return found[1]


def quoted(name: str) -> list[str]:
    """What stands between backticks in running text, fenced blocks left out."""
    text = re.sub(r"```.*?```", "", DOCS[name], flags=re.DOTALL)
    return re.findall(r"`([^`\n]+)`", text)


# ---- what is named exists


def commands() -> list[tuple[str, ...]]:
    """Each command that a README shows, as the words after `run.py` or after `python -m`."""
    found = set()
    for text in DOCS.values():
        for words in re.findall(r"(?:python3?|py) (?:run\.py|-m) +([^`\n#]+)", text):
            found.add(tuple(words.split()))
    return sorted(found)


def test_the_readme_shows_the_two_commands_first() -> None:
    block = DOCS[README].split("```")[1]
    assert re.findall(r"^python3 run\.py (\w+)", block, re.MULTILINE) == ["build", "test"]


def test_every_command_of_the_program_is_in_the_readme() -> None:
    shown = {words[0] for words in commands()}
    assert set(_generator_commands()) <= shown
    assert set(re.findall(r"^  (\w+) ", run.HELP, re.MULTILINE)) <= shown | {"help"}


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_shown_runs(words: tuple[str, ...]) -> None:
    name = words[0]
    if name.startswith("tests."):
        assert (ROOT / name.replace(".", "/")).exists() or (ROOT / f"{name.replace('.', '/')}.py").exists()
    elif name == "pytest":
        assert all((ROOT / path).exists() for path in words[1:])
    elif name == "generator":
        assert set(words[1:2]) <= set(_generator_commands())
    elif name not in ("serve", "test", "bench", "demo"):
        assert name in _generator_commands()
        told = _help(*words[: 2 if name in ("round", "call") else 1])
        for option in re.findall(r"--[a-z-]+", " ".join(words)):
            assert option in told


def test_the_options_in_the_tables_exist() -> None:
    for name, command, options in re.findall(
        r"^\| `python3 run\.py (((?:round|call) \w+|\w+)[^`]*)` \| (.*) \|$", DOCS[README], re.MULTILINE
    ):
        for option in re.findall(r"`(--[a-z]+)", options):
            assert option in _help(*command.split()), name


@cache
def _generator_commands() -> tuple[str, ...]:
    found = re.findall(r"^    (\w+) ", _help(), re.MULTILINE)
    assert found
    return tuple(found)


@cache
def _help(*words: str) -> str:
    done = program.run("generator", *words, "--help")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("name", DOCS)
def test_every_path_named_exists(name: str) -> None:
    """A path is written from the file's own folder, from registry/, or from the top."""
    paths = [word for word in quoted(name) if re.fullmatch(r"\.?[A-Za-z_][\w.-]*(?:/[\w.-]*)*", word)]
    paths = [word for word in paths if "/" in word or re.search(r"\w\.(?:py|md|yml|toml|txt|lock)$", word)]
    paths += re.findall(r"\]\(([^)#]+)\)", DOCS[name])
    paths = [path for path in paths if path not in MADE]
    folders = [ROOT, (ROOT / name).parent, ROOT / "registry"]
    assert not [path for path in paths if not any((folder / path).exists() for folder in folders)]


def test_every_setting_named_exists() -> None:
    table = DOCS[README].partition("## Settings")[2].partition("\n## ")[0]
    named = set(re.findall(r"`(\w+)`(?=[^|]*\|[^|]*\|[^|]*\|$)", table, re.MULTILINE)) - {"register", "extra"}
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    known = set(re.findall(r"!ENV \[(\w+)", settings)) | set(re.findall(r"^ +(\w+):", settings, re.MULTILINE))
    known |= {key for key, _ in Settings._schema} | {
        "REGISTER_CACHE",
        "REGISTER_MIRROR",
        "SOURCE_DATE_EPOCH",
        "WORKSHOPS_BROWSER",
    }
    assert named
    assert not named - known


def test_every_problem_code_named_exists() -> None:
    texts = [*DOCS.values(), PULL_REQUEST.read_text(encoding="utf-8")]
    named = {code for text in texts for code in re.findall(r"(?<![A-Z0-9])[SFRHP][0-9]{3}(?![0-9])", text)}
    assert named
    assert not named - set(CODES)


def test_every_folder_is_on_the_map_with_its_own_words() -> None:
    """The table of folders stands in the order of the contract, each with the first line of its code."""
    table = DOCS[GENERATOR].partition("## Folders")[2].partition("\n## ")[0]
    rows = dict(re.findall(r"^\| `([\w.]+)/?` \| (.*) \|$", table, re.MULTILINE))
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    layers = re.findall(r"\w+", contracts["importlinter:contract:floors"]["layers"])
    assert [name.removesuffix(".py") for name in rows] == layers[1:]  # __main__ is what runs cli
    for name, job in rows.items():
        path = ROOT / "generator" / (name if name.endswith(".py") else f"{name}/__init__.py")
        text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        assert text.splitlines()[0] == job


def test_every_package_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [project["project"]["dependencies"], *project["dependency-groups"].values()]
    table = DOCS[PACKAGES]
    rows = re.findall(r"^\| ([a-z][^|]*) \|", table, re.MULTILINE)
    told = {name for row in rows for name in row.split(", ")}
    assert told - {"package"} == {re.split(r"[ <>=]", name)[0] for group in groups for name in group}


# ---- security


def test_what_stands_against_an_attack_is_a_test() -> None:
    """Each row of the tables of SECURITY.md names at least one test or case, and all that are named exist."""
    told = DOCS[SECURITY].partition("## What could be tried")[2].partition("\n## ")[0]
    rows = [
        row
        for row in re.findall(r"^\| (.*) \|$", told, re.MULTILINE)
        if not row.startswith(("what |", "---"))
    ]
    assert len(rows) > 30
    for row in rows:
        named = row.rsplit(" | ", 1)[1].split(", ")
        for name in named:
            path, _, test = name.strip("`").partition("::")
            text = (ROOT / path).read_text(encoding="utf-8")
            if test:
                assert re.search(rf"^def {test}\(", text, re.MULTILINE), name
            else:
                assert path.startswith("tests/cases/"), name


def test_the_documents_are_linked_from_the_readme() -> None:
    linked = set(re.findall(r"\]\(([^)#]+)\)", DOCS[README]))
    linked |= {f"generator/{name}" for name in re.findall(r"\]\(([^)#]+)\)", DOCS[GENERATOR])}
    assert set(NAMES) - {README} <= linked


# ---- the version


def test_the_newest_entry_of_the_changelog_is_the_version() -> None:
    entries = re.findall(r"^## \[([^\]]+)\](?: - (.*))?$", DOCS[CHANGELOG], re.MULTILINE)
    assert len(entries) == DOCS[CHANGELOG].count("\n## ")
    released = [(version, day) for version, day in entries if version != "Unreleased"]
    assert released[0][0] == __version__
    assert all(date.fromisoformat(day) for _, day in released)
    numbers = [tuple(map(int, version.split("."))) for version, _ in released]
    assert numbers == sorted(set(numbers), reverse=True)


def test_the_version_stands_in_one_place() -> None:
    """flit reads it from the package, and so does the site: an install that is older than the text says nothing old."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project
    assert project["dynamic"] == ["version"]


# ---- the examples


@cache
def base() -> tuple[Mapping[str, str], frozenset[str]]:
    """The real registry without its records."""
    texts, names, problems = disk.read_registry(ROOT / "registry")
    assert not problems
    return {path: text for path, text in texts.items() if not path.startswith("workshops/")}, names


def problems_of(**added: str) -> tuple[Mapping[str, str], list[Problem]]:
    """The problems that texts have in the real registry."""
    given = {
        path: text for path, text in ((EXAMPLE, added.get("example")), (NAMING, added.get("naming"))) if text
    }
    texts, names = base()
    texts = {**texts, **given}
    registry, told = read_texts(texts, names)
    return texts, [problem for problem in check(registry, told, TODAY) if problem.path in given]


def test_the_examples_have_no_problem() -> None:
    example, naming = between(REGISTRY, "示例"), between(REGISTRY, "通报")
    assert problems_of(example=example)[1] == []
    assert problems_of(naming=naming)[1] == []
    assert "虚构" in example
    assert "虚构" in naming


def test_the_example_of_a_redirect_has_no_problem() -> None:
    texts, names = base()
    texts = {**texts, placement.REDIRECTS: between(REGISTRY, "改址")}
    registry, told = read_texts(texts, names)
    assert [one for one in check(registry, told, date(2026, 3, 1)) if one.path == placement.REDIRECTS] == []
    assert registry.redirects


def test_the_example_of_units_has_no_problem() -> None:
    texts, names = base()
    path = "vocabularies/units.yml"
    registry, told = read_texts({**texts, path: between(REGISTRY, "单位")}, names)
    assert [one for one in check(registry, told, TODAY) if one.path == path] == []
    assert [*registry.units.above("示例重工")] == ["示例集团有限公司（虚构）"]


def test_the_example_may_cite_the_notice() -> None:
    """As its comment says: one line more, and the designation rests on the notice."""
    example = re.sub(
        r"    date: 2022-07-01.*\n",
        "    date: 2000-07-01\n    notice: naming-2000\n",
        between(REGISTRY, "示例"),
    )
    example = example.replace("established: 2019-06 ", "established: 1998 ")
    assert problems_of(example=example, naming=between(REGISTRY, "通报"))[1] == []


def test_the_correction_shown_is_enough(tmp_path: Path) -> None:
    """The gate lets pass what it explains, and refuses the same without it."""
    repository = repositories.made(tmp_path / "here")
    repository.edit(repositories.THIRD, {"date: 2022-07-01": "date: 2022-07-11"})
    told = [problem.code for problem in revisions.compare(repository.registry, "HEAD").loaded.problems]
    assert told == ["H414"]
    text = (repository.registry / repositories.THIRD).read_text(encoding="utf-8")
    repository.write(repositories.THIRD, text + between(REGISTRY, "更正"))
    assert revisions.compare(repository.registry, "HEAD").loaded.problems == ()


def test_the_problem_shown_is_what_is_told() -> None:
    example = between(REGISTRY, "示例").replace("industry: C34", "industry: C99")
    texts, problems = problems_of(example=example)
    told = "\n".join(reports.as_text(problems, texts, "registry/"))
    assert between(REGISTRY, "问题").rstrip("\n") == told


MISTAKES = {
    "name：周示例": ("name: 周示例职工创新工作室", "name：周示例"),
    "name:周示例": ("name: 周示例职工创新工作室", "name:周示例"),
    "established: 2019.6.28": ("established: 2019-06 ", "established: 2019.6.28 "),
    "2019年6月": ("established: 2019-06 ", "established: 2019年6月 "),
    "members: 15人": ("members: 15 ", "members: 15人 "),
    "30余": ("members: 15 ", "members: 30余 "),
    "unit:": ("unit: 大连示例机械有限公司（虚构）", "unit:"),
    "district: 高新区": ("district: 中山区 ", "district: 高新区 "),
    "industry: 通用设备制造业": ("industry: C34 ", "industry: 通用设备制造业 "),
    "supports: [name，unit]": (
        "supports: [name, unit, leader.name, designations, summary]",
        "supports: [name，unit]",
    ),
    "supports: [members]": ("members: 15  # 只写数字\n", ""),
}


@pytest.mark.parametrize("wrong", MISTAKES)
def test_the_frequent_mistakes_are_found(wrong: str) -> None:
    assert f"`{wrong}`" in DOCS[REGISTRY].partition("## 常犯的错误")[2]
    old, new = MISTAKES[wrong]
    example = between(REGISTRY, "示例")
    if wrong == "supports: [members]":
        example = example.replace("supports: [name,", "supports: [name, members,")
    assert example.count(old) == 1
    assert problems_of(example=example)[1] == []
    assert len(problems_of(example=example.replace(old, new))[1]) == 1


# ---- the field tables


def test_the_field_tables_are_fresh() -> None:
    """`python -m generator generate` writes them."""
    assert refreshed(DOCS[REGISTRY]) == DOCS[REGISTRY]
    assert START in DOCS[REGISTRY]


def test_the_field_tables_hold_every_field() -> None:
    told = field_tables()
    for table in (
        schema.WORKSHOP,
        schema.LEADER,
        schema.SOURCE,
        schema.NOTICE,
        schema.TERM,
        schema.FORM_FIELD,
    ):
        for field in table.fields:
            assert f"| `{field.key}` | {field.label} |" in told
    rows = [line for line in told.split("\n") if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6}


def test_a_text_without_both_markers_stays_as_it_is() -> None:
    for text in ("", "无", START, f"{END}{START}"):
        assert refreshed(text) == text


# ---- what no text may hold


@pytest.mark.parametrize(
    "path", [*(ROOT / name for name in DOCS), PULL_REQUEST, *TEMPLATES], ids=lambda path: path.name
)
def test_no_machine_no_host(path: Path) -> None:
    """The example's address is one that is reserved for examples; no other host, no folder of any machine."""
    text = path.read_text(encoding="utf-8")
    assert set(re.findall(r"https?://([\w.-]+)", text)) <= {"www.example.com"}
    assert not re.search(r"(?<![\w.])/(?:home|root|usr|opt|tmp|mnt|Users|work)\b|[A-Z]:\\", text)
    hosts = set(re.findall(r"\b[\w-]+\.(?:[\w-]+\.)*(?:com|org|net|cn|io|dev)\b", text))
    assert hosts <= {"www.example.com"}


def test_no_text_of_the_program_names_a_person_of_the_register() -> None:
    """Who asks to be taken down is gone from records and notices; an example would hold the name for ever, and R326 refuse it."""
    registry = disk.read_registry(ROOT / "registry")[0]
    persons = {
        leader.name
        for record in read_texts(registry)[0].workshops
        if (leader := record.leader) and leader.name
    }
    assert persons
    folders = ("generator", "site_src", "deploy", ".github", ".gitee")
    texts = [path for name in folders for path in (ROOT / name).rglob("*") if path.suffix in _WRITTEN]
    texts += [*ROOT.glob("*.md"), *(ROOT / "registry").glob("*.md")]
    assert len(texts) > 500
    found = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in texts
        for name in persons
        if name in path.read_text("utf-8")
    }
    assert not found


def test_the_readmes_stay_short() -> None:
    lines = {name: len(text.splitlines()) for name, text in DOCS.items()}
    assert lines[README] < 120
    assert lines[GENERATOR] + lines[DECISIONS] < 210


def test_privacy_comes_first() -> None:
    warning = "身份证号、出生年月、手机号、住宅地址、电子邮箱"
    assert DOCS[REGISTRY].index(warning) < DOCS[REGISTRY].index("\n## ")
    assert warning in PULL_REQUEST.read_text(encoding="utf-8").splitlines()[0]


def test_who_begins_from_nothing_needs_no_git() -> None:
    """The chapter for a newcomer names each step of the menu, and git only as the way of those who know it."""
    begin = DOCS[REGISTRY].partition("## 从零开始")[2].partition("\n## ")[0]
    assert set(re.findall(r"^   \| ([0-9]) \|", begin, re.MULTILINE)) == set(menu.STEPS)
    assert "`开始.bat`" in begin
    assert [line for line in begin.splitlines() if re.search(r"\bgit\b", line)] == [
        "   * 会用 git 的，见[用 git 提交](#用-git-提交)。"
    ]
    known = DOCS[REGISTRY].partition("## 用 git 提交")[2]
    for text in (
        DOCS[REGISTRY].replace(known, ""),
        DOCS[README].partition("## 安装和使用")[2].partition("\n## ")[0],
    ):
        assert not re.search(r"git (?:clone|switch|add|commit|push|pull)", text)


# ---- the forge's templates and the pictures


@pytest.mark.parametrize(
    "path", [path for path in TEMPLATES if path.name != "config.yml"], ids=lambda path: path.name
)
def test_an_issue_form_is_well_made(path: Path) -> None:
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert form["name"]
    assert form["description"]
    asked = [item for item in form["body"] if item["type"] != "markdown"]
    assert len({item["id"] for item in asked}) == len(asked)
    assert all(item["attributes"]["label"] for item in asked)


def test_gitee_asks_what_github_asks() -> None:
    """Gitee reads issue forms from a folder of its own; a link is no file on Windows."""
    there = ROOT / ".gitee" / "ISSUE_TEMPLATE"
    assert {path.name: path.read_bytes() for path in there.iterdir()} == {
        path.name: path.read_bytes() for path in (ROOT / ".github" / "ISSUE_TEMPLATE").iterdir()
    }


def test_the_pictures_are_small_and_shown() -> None:
    pictures = sorted((ROOT / ".github" / "pictures").iterdir())
    assert pictures
    for path in pictures:
        assert path.relative_to(ROOT).as_posix() in DOCS[README] + DOCS[REGISTRY]
        guide = path.name.startswith(("edit-", "forge-"))
        assert path.stat().st_size < (60_000 if guide else 150_000)
        with Image.open(path) as picture:
            assert picture.width >= (700 if guide else 1000)


def _cases() -> tuple[int, int]:
    """How many cases there are without history, and of the history gate."""
    files = casefiles.paths()
    histories = [path for path in files if "history" in path.relative_to(casefiles.FOLDER).parts]
    return len(files) - len(histories), len(histories)


def _real_histories() -> int:
    files = (ROOT / "tests/history").glob("test_*.py")
    return sum(path.read_text("utf-8").count("\ndef test_") for path in files) + len(test_hostile.CASES)


def _hostile_texts() -> int:
    stranger = (ROOT / "tests/miniature/records/DL0004.yml").read_text("utf-8")
    hostile = [line for line in stranger.splitlines() if re.search(r"[<>\"'\[{=@]", line)]
    return len(hostile) * len(list((ROOT / "tests/miniature/expected").rglob("*.html")))


# How many there are of what tests/README.md says was tried, by the first words of its row.
TRIED: dict[str, Callable[[], int]] = {
    "bad and good inputs": lambda: _cases()[0],
    "histories as cases": lambda: _cases()[1],
    "histories in real repositories": _real_histories,
    "damaged and odd forms": lambda: len(intake_cases.cases()),
    "places for a site": lambda: len(test_ours.SOMEBODYS) + len(test_ours.PLACES) + len(test_ours.SYSTEMS),
    "ways in which the machine fails": lambda: len(faults.ACTS),
    "odd words in each place": lambda: len(test_troubles.ODD) * len(test_troubles.ARGUMENTS),
    "printed places": lambda: sum(len(job.fields) for job in printed.jobs().values()) * len(printed.OUTSIDE),
    "hostile texts": _hostile_texts,
    "hostile fields": lambda: len(hostile.fields()) * len(hostile.PAYLOADS),
}


@pytest.mark.parametrize("words", TRIED)
def test_there_is_as_much_as_the_table_of_trials_says(words: str) -> None:
    (said,) = re.findall(rf"^\| {words}[^|]*\| (\d+) \|", DOCS[TESTS], re.MULTILINE)
    assert int(said) <= TRIED[words]() < 2 * int(said)

"""A register of another city, begun by `init`: its words, its problems, its guides, and nothing in them of Dalian."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.cli import COMMANDS, main
from generator.commands import FINE, WRONG_USE
from generator.commands.codes import every
from generator.doors import build, disk
from generator.drafts.beginning import SHARED, register
from generator.libraries.divisions import cities
from generator.problems.code import Code
from generator.problems.guide import explained
from generator.reading.read import read_texts
from generator.rules.check import check
from generator.site.map.ground import FAR
from tests import ROOT
from tests.made.othercity import OF_DALIAN, OURS
from tests.made.repositories import Repository

NOTICE = """\
id: naming-2026
kind: 命名通报
issuer: 沈阳市总工会
title: 关于命名 2026 年沈阳市职工创新工作室的通报（虚构）
date: 2026-03-01
counts:
  职工: 3
sources:
  - title: 关于命名 2026 年沈阳市职工创新工作室的通报（虚构）
    publisher: 沈阳市总工会
"""
LISTED = """\
序号,工作室名称,所在单位,领衔人,推荐工会
1,李四职工创新工作室,沈阳示例（虚构）二厂,李四,和平区总工会
2,王五职工创新工作室,沈阳示例（虚构）三厂,王五,沈河区总工会
3,赵六职工创新工作室,沈阳示例（虚构）四厂,赵六,铁西区总工会
"""
ANSWERS = (
    *(
        "--unit",
        "沈阳示例（虚构）有限公司",
        "--category",
        "职工",
        "--district",
        "和平区",
        "--industry",
        "C34",
    ),
    *(
        "--recommender",
        "和平区总工会",
        "--title",
        "辽宁省职工创新工作室",
        "--level",
        "省级",
        "--date",
        "2025",
    ),
    *(
        "--source-title",
        "某报道（虚构）",
        "--source-publisher",
        "某报（虚构）",
        "--source-date",
        "2025-05-01",
    ),
    *("--source-url", "https://www.example.com/1.html", "--supports", "name unit designations.1"),
)
STEPS = ("new", "collect", "desk", "return", "form1", "notice", "publish")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register of Shenyang, with one record by `new` and three by the list of a naming notice."""
    made = tmp_path_factory.mktemp("other") / "沈阳名册"
    registry = made / "registry"
    assert main(["init", str(made), "--city", "沈阳", "--prefix", "SY"]) == FINE
    assert main(["new", "张三职工创新工作室", "--registry", str(registry), *ANSWERS]) == FINE
    (registry / "notices").mkdir()
    (registry / "notices/naming-2026.yml").write_text(NOTICE, "utf-8")
    listed = made.parent / "名单.csv"
    listed.write_text(LISTED, "utf-8")
    assert main(["import", str(listed), "--notice", "naming-2026", "--registry", str(registry)]) == FINE
    return made


def test_its_records_bear_its_letters_and_pass_the_check(folder: Path) -> None:
    records = sorted(path.name for path in (folder / "registry/workshops").rglob("*.yml"))
    assert records == ["SY0001.yml", "SY0002.yml", "SY0003.yml", "SY0004.yml"]
    loaded = build.load(folder / "registry")
    assert not loaded.refused, loaded.report("text")


def test_its_texts_speak_of_it_alone(folder: Path) -> None:
    """What is made from the tables and by the starter is of this city too."""
    for path in sorted(
        it for it in folder.rglob("*") if it.is_file() and it.suffix in (".yml", ".md", ".json", ".py")
    ):
        if "site" not in path.parts and "again" not in path.parts and ".git" not in path.parts:
            assert not OF_DALIAN.search(path.read_text("utf-8")), path


def test_problems_speak_of_it(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    registry = tmp_path / "registry"
    for path in (folder / "registry").rglob("*"):
        if path.is_file():
            (registry / path.relative_to(folder / "registry")).parent.mkdir(parents=True, exist_ok=True)
            (registry / path.relative_to(folder / "registry")).write_bytes(path.read_bytes())
    record = registry / "workshops/0000/SY0001.yml"
    text = (
        record.read_text("utf-8")
        .replace("id: SY0001", "id: DK0001")
        .replace("district: 和平区", "district: 和平")
    )
    record.write_text(f"{text}location:\n  lon: 10\n  lat: 10\n", "utf-8")
    record.rename(registry / "workshops/SY0001.yml")
    main(["check", "--registry", str(registry)])
    for code in ("R372", "R395", "R361", "S105"):
        main(["explain", code, "--registry", str(registry)])
    told = capsys.readouterr().out
    assert "S105" in told and not OF_DALIAN.search(told), OF_DALIAN.search(told)


@pytest.mark.parametrize("code", every(), ids=str)
def test_no_code_is_explained_by_dalian(code: Code) -> None:
    said = explained(code, "SY", "沈阳")
    assert not OF_DALIAN.search(said), said
    assert "id: SY" not in said or "prefix: SY" not in said, (
        said
    )  # the ids of another register are not its own


def test_no_command_tells_of_dalian(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (
        *([command] for command in COMMANDS),
        *(["round", step] for step in STEPS),
        ["call", "new"],
    ):
        with pytest.raises(SystemExit):
            main([*words, "--help"])
    told = capsys.readouterr().out
    assert told.count("用法：") == len(COMMANDS) + len(STEPS) + 1
    assert not OF_DALIAN.search(told), OF_DALIAN.search(told)


def test_its_own_command_finds_the_program(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, folder / "run.py", "check"],
        capture_output=True,
        check=False,
        cwd=folder.parent,
        env={"PATH": ""},
    )
    assert done.returncode == 2 and "没有找到程序" in done.stderr.decode("utf-8", "replace")


def test_its_own_command_takes_the_newest_program(tmp_path: Path) -> None:
    """From a folder, as an office without a forge has it; the records are not touched."""
    program = Repository(tmp_path / "program")
    program.top.mkdir()
    program.git("init", "-q", "-b", "main")
    for version in ("first", "second"):
        (program.top / "run.py").write_text(f"import sys\nprint('{version}', *sys.argv[1:])\n", "utf-8")
        program.commit()
        if version == "first":
            words = ["--city", "沈阳", "--prefix", "SY", "--program", str(program.top)]
            assert main(["init", str(tmp_path / "new"), *words]) == FINE
            own = Repository(tmp_path / "new")
            own.commit()
    said = []
    for command in ("check", "update"):
        done = subprocess.run(
            [sys.executable, own.top / "run.py", command], capture_output=True, check=True, encoding="utf-8"
        )
        said += done.stdout.splitlines()
    assert said[0] == "first check" and said[-1] == "second update"
    assert own.git("status", "--porcelain") == "M program"


def test_the_program_works_in_its_folder(folder: Path) -> None:
    """As its own command starts it, once the program lies beside it."""
    told = {**os.environ, "REGISTER_FOLDER": str(folder), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check"], capture_output=True, check=False, cwd=folder, env=told
    )
    assert done.stdout.decode().strip().startswith("4 条记录，0 个错误"), done.stderr


def test_the_list_of_cities_is_whole() -> None:
    assert len(cities()) > 360
    for city in cities():
        west, south, east, north = FAR  # of the maps' ground, which goes on around a register's land
        assert west + 4 < float(city.west) and float(city.east) < east - 4, city
        assert south + 3 < float(city.south) and float(city.north) < north - 4, city
        assert city.name.startswith(city.short) and city.province and city.districts, city
        assert float(city.west) < float(city.east) and float(city.south) < float(city.north), city
        assert all(re.fullmatch(city.code + "[0-9]{2}", one) for one in city.districts), city


def test_a_register_is_begun_in_any_province() -> None:
    """Its words are of its own city and province, and all that is made is read without a problem."""
    shared = {f"vocabularies/{name}.yml": OURS.texts[f"vocabularies/{name}.yml"] for name in SHARED}
    starter = disk.read_folder(ROOT / "generator/drafts/starter")
    some = {city.province: city for city in cities() if city.name != "大连市"}
    of_its_provinces_name = [city for city in cities() if city.province.startswith(city.short)]
    assert [city.name for city in of_its_provinces_name] == ["吉林市"]
    for city in (*some.values(), *of_its_provinces_name):
        texts = register(starter, shared, city, "XX", OURS)
        below = {path.removeprefix("registry/"): text for path, text in texts.items() if "registry/" in path}
        registry, problems = read_texts(below)
        assert problems == [] and check(registry, problems, date(2026, 3, 1)) == [], city
        honours = {term.name for term in registry.terms("honours")} | {
            term.name for term in registry.terms("synonyms")
        }
        assert f"{city.name}劳动模范" in honours and not any("〔" in text for text in texts.values()), city
        if city.province != "辽宁省":
            assert not any(OF_DALIAN.search(text) or "辽宁" in text for text in texts.values()), city


def test_its_guides_say_what_the_program_does(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command and option that the guides of a new register write."""
    guides = "".join((folder / path).read_text("utf-8") for path in ("README.md", "registry/README.md"))
    written = [words.split() for words in re.findall(r"`?python3 run\.py ([^`\n]+)", guides)]
    assert {words[0] for words in written} >= {
        "new",
        "import",
        "sheet",
        "call",
        "round",
        "check",
        "build",
        "explain",
    }
    for command, *words in written:
        steps = [command, words[0]] if command in ("round", "call") else [command]
        with pytest.raises(SystemExit):
            main([*steps, "--help"])
        said = capsys.readouterr().out
        assert all(word in said for word in words if word.startswith("--")), (command, words)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--city", "沈样", "--prefix", "SY"], "没有叫“沈样”的地级市。是不是沈阳市"),
        (["--city", "北京市", "--prefix", "BJ"], "北京市是直辖市"),
        (["--city", "沈阳", "--prefix", "sy"], "两到四个大写字母"),
    ],
)
def test_what_cannot_be_begun(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "new"), *words]) == WRONG_USE
    assert said in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_a_folder_with_something_in_it_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert main(["init", str(tmp_path), "--city", "沈阳", "--prefix", "SY"]) == WRONG_USE
    assert "没有动它" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert main(["init", str(ROOT / "new"), "--city", "沈阳", "--prefix", "SY"]) == WRONG_USE


def test_an_older_register_gets_its_settings(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    registry = tmp_path / "registry"
    for path in (folder / "registry").rglob("*"):
        if path.is_file():
            (registry / path.relative_to(folder / "registry")).parent.mkdir(parents=True, exist_ok=True)
            (registry / path.relative_to(folder / "registry")).write_bytes(path.read_bytes())
    own, zones = registry / "register.yml", registry / "vocabularies/zones.yml"
    before, none_yet = own.read_text("utf-8"), zones.read_text("utf-8")
    own.unlink()
    zones.unlink()
    assert main(["update", "--dry-run", "--registry", str(registry)]) == FINE and not own.exists()
    assert main(["update", "--registry", str(registry)]) == FINE
    assert (own.read_text("utf-8"), zones.read_text("utf-8")) == (before, none_yet)
    assert "写出了 register.yml：沈阳市，编号以 SY 开头" in capsys.readouterr().out
    assert main(["update", "--registry", str(registry)]) == FINE
    assert "没有要改的" in capsys.readouterr().out

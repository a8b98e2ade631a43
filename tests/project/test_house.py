"""The house: the order of the folders, the doors, and the little of it that no linter knows."""

from __future__ import annotations

import ast
import configparser
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests import ROOT

GENERATOR = ROOT / "generator"
MODULES = sorted(GENERATOR.rglob("*.py"))
# MkDocs loads its theme, Material, by name; typst is given the fonts by path.
BY_NAME = {"mkdocs-material", "pylopdf-fonts-zh-cn"}
BELOW_THE_DOORS = [
    path for path in MODULES if path.relative_to(GENERATOR).parts[0] not in ("doors", "commands")
]


def test_an_import_goes_down_only() -> None:
    """All contracts of .importlinter are kept."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_each_package_that_ships_has_its_door() -> None:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    doors = {section.get("forbidden_modules") for section in contracts.values()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    packages = {name.split()[0] for name in project["dependencies"]} - BY_NAME
    modules = {
        package: {
            module for module, names in packages_distributions().items() if package in map(_plain, names)
        }
        for package in packages
    }
    assert {package for package, names in modules.items() if not names & doors} == set()


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


def test_the_top_is_seen_in_one_look() -> None:
    names = [path.name for path in GENERATOR.iterdir() if path.name != "__pycache__"]
    assert len([name for name in names if not name.endswith(".md") and name != "__init__.py"]) <= 16


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_a_module_says_its_job_and_stays_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= 250


def test_a_class_name_names_one_thing() -> None:
    homes: dict[str, list[str]] = {}
    for path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(path.relative_to(GENERATOR).as_posix())
    assert {name: paths for name, paths in homes.items() if len(paths) > 1} == {}


@pytest.mark.parametrize("path", BELOW_THE_DOORS, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_nobody_is_asked_below_the_doors(path: Path) -> None:
    """What ruff cannot ban, since it has no module: see TID251 in pyproject.toml for the rest."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    calls = {node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not calls & {"input", "open", "__import__"}


@pytest.mark.parametrize("path", sorted(GENERATOR.rglob("__init__.py")), ids=lambda path: path.parent.name)
def test_a_folder_gives_no_name_that_one_of_its_modules_has(path: Path) -> None:
    """Importing the module would put itself in the place of what the folder gives."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    package = ".".join(path.parent.relative_to(ROOT).parts)
    modules = {
        alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == package
        for alias in node.names
    }
    assert not (names - modules) & {other.stem for other in path.parent.glob("*.py")}


def test_the_project_names_nothing_outside_itself() -> None:
    """No file may name a folder of the machine that it was written on."""
    kinds = {".py", ".md", ".yml", ".html", ".css", ".typ", ".js", ".toml"}
    texts = [
        path
        for folder in ("generator", "registry", "site_src", "tests", ".github", "deploy")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in kinds and path.name != "test_house.py"
    ]
    assert texts
    for path in texts:
        text = path.read_text(encoding="utf-8")
        assert "../shared" not in text and "/work/" not in text, path

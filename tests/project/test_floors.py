"""The floors: a module may import only what stands before it. The doors: who alone may import what, or touch the world."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests import ROOT

GENERATOR = ROOT / "generator"

FLOORS = (
    # words
    "intake_codes",
    "page_codes",
    "reading_codes",
    "rule_codes",
    "history_codes",
    "codes",
    "problems",
    "wording",
    "output",
    "dates",
    "project",
    # values
    "model",
    "papers",
    "vocabulary",
    "changelog",
    "registry",
    # reading
    "yamlwords",
    "yamlscan",
    "yamltree",
    "fields",
    "checks",
    "texts",
    "terms",
    "quantities",
    "tables",
    "schema",
    "placement",
    "reading",
    "pinyin",
    "facets",
    "addresses",
    "jsonschema",
    "decoding",
    # law
    "photos",
    "geometry",
    "rules.personal",
    "rules.walk",
    "rules.identity",
    "rules.sources",
    "rules.photographs",
    "rules.parts",
    "rules.names",
    "rules.leaders",
    "rules.dates",
    "rules.designations",
    "rules.notices",
    "rules.forms",
    "rules.duplicates",
    "rules.geography",
    "rules.privacy",
    "rules.redirects",
    "rules",
    "check",
    # history
    "history.change",
    "history.explained",
    "history.identity",
    "history.records",
    "history.notices",
    "history.addresses",
    "history.files",
    "history",
    # forms
    "noticetext",
    "forms",
    "forms.layout",
    "forms.controls",
    "forms.workbook",
    "forms.typeset",
    "forms.wordstyles",
    "forms.wordfile",
    "forms.docx",
    "forms.noticedocx",
    "forms.webform",
    "forms.versions",
    "forms.xlsx",
    "forms.pdf",
    "downloads",
    # making
    "templating",
    "frame",
    "achievements",
    "views",
    "search_words",
    "search_fields",
    "search_pinyin",
    "search_columns",
    "search_shared",
    "search",
    "basemap",
    "maps",
    "small_map",
    "map_points",
    "filters",
    "charts",
    "statistics",
    "exports",
    "pager",
    "pages",
    "list_pages",
    "moved",
    "calls",
    "notice_pages",
    "form_pages",
    "search_links",
    "search_page",
    "career",
    "neighbours",
    "linked_data",
    "workshop_photos",
    "workshop_page",
    "statistics_pages",
    "home",
    "map_page",
    "corrections",
    # to take away, to verify
    "news",
    "feed",
    "columns",
    "calendars",
    "calendar_feed",
    "datafile",
    "datapackage",
    "checksums",
    "opendata",
    "qrcodes",
    "verification",
    "provenance",
    "todo",
    "changes",
    "scaffold",
    "editing",
    "edit_page",
    "edition",
    "edition_page",
    # the whole
    "site",
    "verify",
    # words for editors
    "reports",
    "problemguide",
    "fieldguide",
    "questions",
    "answers",
    "interview",
    "mending",
    "difference",
    "review",
    # forms that come back
    "intake",
    "intake.datum",
    "intake.told",
    "intake.package",
    "intake.filled",
    "intake.plain",
    "intake.labels",
    "intake.ticks",
    "intake.wordtext",
    "intake.wordfile",
    "intake.wordform",
    "intake.sheetfile",
    "intake.tableform",
    "intake.terms",
    "intake.values",
    "intake.mapping",
    "intake.drafts",
    "intake.sent",
    "intake.batch",
    # doors
    "files",
    "git",
    "gitlog",
    "archive",
    "build",
    "revisions",
    "intake.office",
    "intake.command",
    "plugin",
    "commands",
    "commands.judging",
    "commands.making",
    "commands.drafting",
    "commands.telling",
    "cli",
    "__main__",
)

# Which modules alone may import an outside package.
DOORS = {
    "yaml": {"yamltree"},
    "jinja2": {"templating"},
    "markupsafe": {"templating"},
    "folium": {"maps"},
    "branca": {"maps"},
    "shapely": {"geometry"},
    "mkdocs": {"plugin", "commands.making"},
    "docx": {"forms.wordfile"},
    "xlsxwriter": {"forms.workbook"},
    "openpyxl": {"intake.sheetfile"},
    "typst": {"forms.typeset"},
    "pypinyin": {"pinyin"},
    "PIL": {"photos"},
    "segno": {"qrcodes"},
    "icalendar": {"calendars"},
    "subprocess": {"git", "intake.office"},
}
# What only the doors may do.
DOOR_MODULES = {
    "files",
    "git",
    "gitlog",
    "archive",
    "build",
    "revisions",
    "project",
    "plugin",
    "commands",
    "commands.judging",
    "commands.making",
    "commands.drafting",
    "commands.telling",
    "intake.office",
    "intake.command",
    "__main__",
}
FORBIDDEN_NAMES = {"print", "open", "input", "exec", "eval", "__import__"}
FORBIDDEN_ATTRIBUTES = {
    ("sys", "exit"),
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("time", "time"),
    ("os", "environ"),
    ("os", "getenv"),
}
FORBIDDEN_MODULES = {
    "random",
    "secrets",
    "uuid",
    "time",
    "socket",
    "urllib.request",
    "tempfile",
    "os",
    "shutil",
}


def modules() -> dict[str, ast.Module]:
    """Every module of the generator by its name below the package, parsed."""
    found = {}
    for path in sorted(GENERATOR.rglob("*.py")):
        name = ".".join(path.relative_to(GENERATOR).with_suffix("").parts).removesuffix(".__init__")
        if name != "__init__":
            found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


MODULES = modules()


def imports(tree: ast.Module) -> Iterator[str]:
    """The dotted names that a module imports, wherever in it; `from a import b` is `a.b` where that is a module, else `a`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner.removeprefix("generator.") in MODULES else str(node.module)


def own_imports(name: str) -> set[str]:
    """The generator's modules that a module imports."""
    below = {
        target.removeprefix("generator.")
        for target in imports(MODULES[name])
        if target.startswith("generator.")
    }
    return {target for target in below if target in MODULES} - {name}


def test_every_module_has_its_floor() -> None:
    assert sorted(FLOORS) == sorted(MODULES)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_imports_go_down(name: str) -> None:
    above = set(FLOORS[FLOORS.index(name) :])
    assert not own_imports(name) & above


@pytest.mark.parametrize("package", sorted(DOORS))
def test_one_door_for_each_package(package: str) -> None:
    users = {
        name
        for name, tree in MODULES.items()
        if any(target.split(".")[0] == package for target in imports(tree))
    }
    assert users <= DOORS[package]


@pytest.mark.parametrize("name", sorted(set(MODULES) - DOOR_MODULES))
def test_nothing_below_the_doors_touches_the_world(name: str) -> None:
    tree = MODULES[name]
    assert not {target for target in imports(tree) if target in FORBIDDEN_MODULES}
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not called & FORBIDDEN_NAMES
    attributes = {
        (node.value.id, node.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    assert not attributes & FORBIDDEN_ATTRIBUTES


@pytest.mark.parametrize("name", sorted(MODULES))
def test_a_module_says_its_job_and_stays_small(name: str) -> None:
    assert ast.get_docstring(MODULES[name])
    path = GENERATOR / (name.replace(".", "/") + ".py")
    path = path if path.exists() else GENERATOR / name.replace(".", "/") / "__init__.py"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


def test_the_project_names_nothing_outside_itself() -> None:
    """No file may name a folder of the machine that it was written on."""
    root = GENERATOR.parent
    told = [
        path
        for folder in ("generator", "registry", "site_src", "tests")
        for path in (root / folder).rglob("*")
    ]
    texts = [
        path
        for path in told
        if path.suffix in {".py", ".md", ".yml", ".html", ".css", ".typ"} and path.name != "test_floors.py"
    ]
    assert texts
    for path in texts:
        text = path.read_text(encoding="utf-8")
        assert "../shared" not in text and "/work/" not in text, path

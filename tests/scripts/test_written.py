"""How scripts and styles are written: types from JSDoc, eslint and stylelint without a complaint, syntax that old browsers know."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path

from tests import ROOT
from tests.scripts.toolbox import SOURCE, tool, tools

SCRIPTS = sorted(path.relative_to(SOURCE).as_posix() for path in (SOURCE / "scripts").rglob("*.js"))
UNITS = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/scripts").rglob("*.mjs"))


@functools.cache
def complaints_of_types() -> dict[str, list[str]]:
    """What tsc has to say, by the file's path below site_src/."""
    told = tool(
        "typescript/bin/tsc",
        "-p",
        SOURCE,
        "--typeRoots",
        tools() / "node_modules/@types",
        "--pretty",
        "false",
    )
    found: dict[str, list[str]] = {}
    for line in told.splitlines():
        place = re.match(r"(.+?)\((\d+,\d+)\): (error .*)", line)
        if place:
            found.setdefault(place[1].removeprefix("site_src/"), []).append(f"{place[2]} {place[3]}")
    return found


@functools.cache
def complaints_of_lint() -> dict[str, list[str]]:
    """What eslint has to say, by the file's path below site_src/, or from the top."""
    config = tools() / "eslint.config.js"
    told = json.loads(
        tool(
            "eslint/bin/eslint.js",
            "--config",
            config,
            "--format",
            "json",
            "site_src/scripts",
            "tests/scripts",
        )
    )
    found = {}
    for file in told:
        path = file["filePath"].replace("\\", "/").partition(f"{ROOT.as_posix()}/")[2]
        lines = [
            f"{it.get('line')},{it.get('column')} {it['ruleId']}: {it['message']}" for it in file["messages"]
        ]
        found[path.removeprefix("site_src/")] = lines
    return found


def test_each_script_is_looked_at() -> None:
    assert SCRIPTS
    assert set(complaints_of_lint()) == {*SCRIPTS, *UNITS}


def test_types_are_without_complaint() -> None:
    assert complaints_of_types() == {}


def test_scripts_are_without_complaint() -> None:
    assert {path: told for path, told in complaints_of_lint().items() if told} == {}


def test_sheets_are_without_complaint() -> None:
    """Colours are tokens, and no selector is younger than the browsers promised (site_src/stylelint.config.js)."""
    config = tools() / "stylelint.config.js"
    done = tool(
        "stylelint/bin/stylelint.mjs", "--config", config, "--formatter", "json", "site_src/styles/*.css"
    )
    told = json.loads(done)
    assert len(told) == len(list((SOURCE / "styles").glob("*.css")))
    assert [f"{file['source']}:{it['line']} {it['text']}" for file in told for it in file["warnings"]] == []


# A sheet, and what is told of it; nothing if it is good.
YOUNG = (
    (".rg-x { width: min(1px, 1%); }", "“width: min(” is younger"),
    (".rg-x { width: 1%; width: min(1px, 1%); }", ""),
    (".rg-x { aspect-ratio: 1; }", "“aspect-ratio: aspect-ratio” is younger"),
    ("@supports (aspect-ratio: 1) { .rg-x { aspect-ratio: 1; } }", ""),
    (".rg-x { display: flex; gap: 1px; }", "Old flex boxes know no gap"),
    (".rg-x { display: flex; gap: 1px; }\n@supports not (aspect-ratio: 1) { .rg-x > p { margin: 0; } }", ""),
    (".rg-x { display: grid; gap: 1px; }", ""),
    (".rg-x:autofill { margin: 0; }", "“:autofill” is younger"),
    ("@media (prefers-contrast: more) { .rg-x { margin: 0; } }", "“prefers-contrast” is younger"),
    ("@layer rg { .rg-x { margin: 0; } }", "“@layer” is younger"),
)


def test_what_is_younger_than_our_browsers_is_told(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number:02}.css" for number in range(len(YOUNG))]
    for path, (sheet, _) in zip(paths, YOUNG, strict=True):
        path.write_text(f"{sheet}\n", encoding="utf-8")
    config = tools() / "stylelint.config.js"
    done = json.loads(tool("stylelint/bin/stylelint.mjs", "--config", config, "--formatter", "json", *paths))
    files = sorted(done, key=lambda file: str(file["source"]))
    for (sheet, told), file in zip(YOUNG, files, strict=True):
        texts = [it["text"] for it in file["warnings"] if it["rule"] == "ours/floor"]
        assert [told in text for text in texts] == ([True] if told else []), sheet


def test_no_colour_stands_outside_the_tokens() -> None:
    """In templates, scripts and what makes pages; but for the small maps' drawing, a file of its own that sees no sheet, and
    the address bar's colour, which is no style."""
    folders = [SOURCE / "templates", SOURCE / "theme", SOURCE / "scripts", ROOT / "generator/site"]
    files = [
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in {".html", ".js", ".py", ".xml"}
    ]
    assert files
    found = [
        f"{path.relative_to(ROOT).as_posix()}: {line.strip()}"
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(
            r"""["':\s]#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b(?!\w|-)|\brgba?\(""", line
        )
    ]
    assert found == ['site_src/theme/main.html: <meta name="theme-color" content="#b71c1c">']

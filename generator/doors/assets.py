"""The scripts and sheets of the site as they lie on the disk: ours, vendored ones, the theme's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator.doors import disk
from generator.site.assets import VENDORED, Assets, placed
from generator.site.output import Output
from generator.site.sheets import pruned, words_of

# The setting that names a folder, and its place among the assets.
FOLDERS = {"scripts": "", "styles": "styles/", "vendor": VENDORED}
_SHEETS = ("main", "palette")  # of the theme, which has a digest in their names
_NAMING = (".html", ".js", ".md")  # files that may name a class of the theme


def read_assets(settings: Mapping[str, str], pages: str, themes: Sequence[str]) -> Assets:
    """Read what lies in the folders that the settings name, and the sheet of the theme, without what no page of ours can meet.

    `pages`: the folder of the pages that MkDocs renders; `themes`: those of the theme, our changes of it first.
    """
    ours = [output for name, into in FOLDERS.items() for output in disk.copies(Path(settings[name]), into)]
    named = [Path(folder) for folder in (settings["templates"], settings["scripts"], pages, *themes[:1])]
    known = words_of("".join(text for folder in named for text in _texts(folder)))
    sheets = "".join(output.content.decode() for output in ours if output.path.endswith(".css"))
    theme = pruned("".join(_of_theme(themes)), known, sheets)
    return placed([*ours, Output("theme/material.css", theme.encode(), "site_src/theme")])


def _texts(folder: Path) -> Iterable[str]:
    return (path.read_text("utf-8") for path in sorted(folder.rglob("*")) if path.suffix in _NAMING)


def _of_theme(themes: Iterable[str]) -> Iterable[str]:
    for folder in themes:
        for name in _SHEETS:
            for path in Path(folder).glob(f"assets/stylesheets/{name}.*.min.css"):
                yield path.read_text("utf-8")

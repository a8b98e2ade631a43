"""The scripts and sheets of the site as they lie on the disk: ours, vendored ones, the theme's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.doors import disk
from generator.site.assets import VENDORED, Assets, placed
from generator.site.output import Output

# The setting that names a folder, and its place among the assets.
FOLDERS = {"scripts": "", "styles": "styles/", "vendor": VENDORED}
_SHEETS = ("main", "palette")  # all that is published of the theme; there a digest is part of their names


def read_assets(settings: Mapping[str, str], themes: Iterable[str]) -> Assets:
    """Read what lies in the folders that the settings name, and the sheets of the theme in `themes` under plain names."""
    ours = [output for name, into in FOLDERS.items() for output in disk.copies(Path(settings[name]), into)]
    return placed([*ours, *_of_theme(themes)])


def _of_theme(themes: Iterable[str]) -> Iterator[Output]:
    for folder in themes:
        for name in _SHEETS:
            for path in Path(folder).glob(f"assets/stylesheets/{name}.*.min.css"):
                yield Output(f"material/{name}.css", path.read_bytes(), "site_src/theme")

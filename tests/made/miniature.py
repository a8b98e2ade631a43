"""A miniature registry of made-up records with its whole expected site, printed into bare frames.

`python -m tests.tools.bless` writes the expected site anew; git shows the difference.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from generator.doors import build, disk
from generator.libraries.typeset import Press
from generator.model.changelog import Changelog, FileChange
from generator.model.registry import Registry
from generator.reading.read import read_texts
from generator.site.frame import Frame, cut
from generator.site.output import Output
from generator.site.page import Looks, each
from generator.site.plan import plan
from generator.site.settings import Project
from tests import ROOT
from tests.made import samples

EXPECTED = ROOT / "tests/miniature/expected"
_ADDRESS = "https://register.example/"
_BARE = '<title>[[title]]</title>\n<meta name="description" content="[[description]]">\n<p>[[body]]</p>\n'
CHANGELOG = Changelog(
    commit="0123456789abcdef0123456789abcdef01234567",
    day=date(2026, 2, 28),
    changes=(
        FileChange(date(2026, 2, 28), "workshops/0000/DL0002.yml", added=False, keys=("events", "sources")),
        FileChange(date(2025, 5, 6), "workshops/0000/DL0003.yml", added=True),
        FileChange(date(2025, 5, 6), "notices/naming-2023.yml", added=False),
        FileChange(date(2024, 1, 2), "notices/naming-2023.yml", added=True),
        FileChange(date(2024, 1, 2), "workshops/0000/DL0001.yml", added=True),
        FileChange(date(2024, 1, 2), "workshops/0000/DL0002.yml", added=True),
    ),
    unsaved=frozenset({"workshops/0000/DL0004.yml"}),
)


def texts() -> dict[str, str]:
    """The miniature's texts by path."""
    records = {
        f"workshops/0000/{name}": text
        for name, text in disk.read_folder(ROOT / "tests/miniature/records").items()
    }
    words = {
        f"vocabularies/{name}.yml": (ROOT / f"tests/miniature/{name}.yml").read_text("utf-8")
        for name in ("units", "synonyms")
    }
    return samples.texts() | records | words


def registry(held: Mapping[str, str] | None = None) -> Registry:
    """The miniature, read once; `held`: other texts than its own."""
    return _read(held) if held else _own()


def _read(held: Mapping[str, str]) -> Registry:
    return read_texts(held, samples.names(), {"photos/dl0001-1.jpg": samples.picture()})[0]


@cache
def _own() -> Registry:
    return _read(texts())


def grown(count: int, district: Callable[[int], str]) -> Registry:
    """The miniature, and so many more workshops like its first one. `district`: of each, by its number, from 1001 on."""
    first = _own().workshops[0]
    more = tuple(
        replace(first, id=f"DL{number}", path=f"workshops/{number}.yml", district=district(number))
        for number in range(1001, 1001 + count)
    )
    return replace(_own(), workshops=(*_own().workshops, *more))


def frames() -> dict[str, Frame]:
    """Bare frames where the site's own are."""
    pages = ROOT / "site_src/pages"
    names = [path.relative_to(pages).with_suffix("").as_posix() for path in sorted(pages.rglob("*.md"))]
    urls = ["" if name == "index" else f"{name}/" for name in names]
    return {url: cut(_BARE, url) for url in urls if url not in ("about/", "privacy/")}


def outputs(
    site_url: str = _ADDRESS,
    held: Mapping[str, str] | None = None,
    changelog: Changelog = CHANGELOG,
    press: Press | None = None,
) -> list[Output]:
    """The miniature's site, planned once; planned anew for an address, texts, a history or a press of one's own."""
    if (site_url, held, changelog, press) == (_ADDRESS, None, CHANGELOG, None):
        return list(_planned())
    project = Project(
        today=samples.TODAY,
        site_name="名册",
        site_url=site_url,
        city="大连市",
        credit="海岸线 © OpenStreetMap 贡献者（ODbL）",
        slug="dl-workshops",
        first_id="DL0001",
        edit_url="https://forge.example/edit/registry/",
    )
    looks = Looks(frames(), disk.read_folder(ROOT / "site_src/templates"), press or build.press())
    planned = plan(registry(held), project, looks, changelog)
    return sorted(each(planned))


@cache
def _planned() -> tuple[Output, ...]:
    return tuple(outputs(press=build.press()))


def texts_of_site() -> dict[str, bytes]:
    """What is compared with EXPECTED: the outputs but for forms and what fills them, which have tests of their own."""
    made = (".docx", ".xlsx", ".sqlite", ".pdf", "/parts.json", ".webp", ".jpg", ".png")
    return {
        item.path: item.content
        for item in outputs()
        if not item.path.endswith(made) and item.path != "SHA256SUMS"
    }


def bless() -> None:
    """Write the expected site anew."""
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for path, content in texts_of_site().items():
        target = EXPECTED / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

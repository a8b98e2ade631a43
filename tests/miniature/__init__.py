"""A miniature registry of made-up records with its whole expected site, printed into bare frames.

`python -m tests.bless` writes the expected site anew; git shows the difference.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from generator import files
from generator.build import plan_outputs
from generator.frame import Frame, cut
from generator.output import Output
from generator.project import Project
from generator.reading import Registry, read
from tests import samples

ROOT = Path(__file__).resolve().parent.parent.parent
EXPECTED = Path(__file__).parent / "expected"
_BARE = '<title>[[title]]</title>\n<meta name="description" content="[[description]]">\n<p>[[body]]</p>\n'
_SQUARE = [[[121, 39], [122, 39], [122, 40], [121, 40], [121, 39]]]
_LAND = {
    "features": [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": _SQUARE}}
    ]
}


def texts() -> dict[str, str]:
    """The miniature's texts by path."""
    records = {
        f"workshops/0000/{name}": text
        for name, text in files.read_folder(Path(__file__).parent / "records").items()
    }
    land = {"geo/land.geojson": json.dumps(_LAND | {"type": "FeatureCollection"})}
    return samples.texts() | records | land


def registry() -> Registry:
    """The miniature, read."""
    return read(texts(), samples.names(), {"photos/dl0001-1.jpg": samples.picture()})[0]


def frames() -> dict[str, Frame]:
    """Bare frames where the site's own are."""
    pages = ROOT / "site_src/pages"
    names = [path.relative_to(pages).with_suffix("").as_posix() for path in sorted(pages.rglob("*.md"))]
    urls = ["" if name == "index" else f"{name}/" for name in names]
    return {url: cut(_BARE, url) for url in urls if url not in ("about/", "privacy/")}


def outputs(site_url: str = "https://register.example/") -> list[Output]:
    """The miniature's site, planned."""
    project = Project(
        today=samples.TODAY,
        site_name="名册",
        site_url=site_url,
        edit_url="https://forge.example/edit/registry/",
    )
    templates, prints = (files.read_folder(ROOT / "site_src" / name) for name in ("templates", "print"))
    return plan_outputs(registry(), project, frames(), templates, prints)


def texts_of_site() -> dict[str, bytes]:
    """What is compared with EXPECTED: the outputs but for forms and what fills them, which have tests of their own."""
    made = (".docx", ".xlsx", ".pdf", "/parts.json", ".webp", ".jpg")
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

"""Our frame for the templates of others, so that each of their pages has the same HTML around its body."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple


class Told(NamedTuple):
    """What stands in a frame in place of a page's own words."""

    title: str
    description: str
    address: str
    body: str


def framed(site: Path, of: str, told: Told) -> str:
    """A page of a workshop (`of`: workshops or v) with other words; its links go from the site's root. `site`: ours."""
    page = (site / of / "DL0001" / "index.html").read_text(encoding="utf-8")
    before, _, rest = page.partition("<article")
    opening = "<article" + rest.partition(">")[0] + ">"
    after = rest[rest.index("</article>") :]
    frame = f"{before}{opening}\n{told.body}\n{after}".replace("../../", "/").replace('"../.."', '"/"')
    for pattern, replacement in (
        (r"(<title>)[^<]*?(?= - )", told.title),
        (r'(<meta (?:name|property)="(?:og:)?description" content=")[^"]*', told.description),
        (r'(<meta property="og:title" content=")[^"]*', told.title),
        (r'(<link rel="canonical" href=")[^"]*', told.address),
        (r'(<meta property="og:url" content=")[^"]*', told.address),
    ):
        frame = re.sub(pattern, rf"\g<1>{replacement}", frame)
    return frame

"""Our frame for the templates of others, so that each of their pages has the same HTML around its body."""

from __future__ import annotations

import re
from pathlib import Path


def framed(site: Path, title: str, description: str, address: str, body: str) -> str:
    """The page of a workshop with these words in place of its own; its links go from the site's root. `site`: ours."""
    page = (site / "workshops" / "DL0001" / "index.html").read_text(encoding="utf-8")
    before, _, rest = page.partition("<article")
    opening = "<article" + rest.partition(">")[0] + ">"
    after = rest[rest.index("</article>") :]
    frame = f"{before}{opening}\n{body}\n{after}".replace("../../", "/")
    for pattern, replacement in (
        (r"(<title>)[^<]*?(?= - )", title),
        (r'(<meta (?:name|property)="(?:og:)?description" content=")[^"]*', description),
        (r'(<meta property="og:title" content=")[^"]*', title),
        (r'(<link rel="canonical" href=")[^"]*', address),
        (r'(<meta property="og:url" content=")[^"]*', address),
    ):
        frame = re.sub(pattern, rf"\g<1>{replacement}", frame)
    return frame

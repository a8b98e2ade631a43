"""The checksums of all files that the site offers for download."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from generator.site.output import Output

PATH = "SHA256SUMS"
_KINDS = (
    *(".json", ".ndjson", ".geojson", ".csv", ".xlsx", ".yml"),
    *(".atom", ".ics", ".docx", ".pdf", ".svg", ".png"),
)
_FOR_PAGES = (
    "assets/",
    "edit/",
    "map/",
    "search/",
    "workshops/orders.json",
    "workshops/rows.json",
    "workshops/texts/",
)  # pages load these; all other files that are not pages are downloads


def sha256sums(outputs: Iterable[Output]) -> str:
    """Return SHA-256 and path of each download, in the order of their paths, as sha256sum writes and reads them."""
    offered = [
        output
        for output in outputs
        if output.path.endswith(_KINDS) and not output.path.startswith(_FOR_PAGES)
    ]
    lines = (f"{hashlib.sha256(output.content).hexdigest()}  {output.path}\n" for output in sorted(offered))
    return "".join(lines)

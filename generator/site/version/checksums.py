"""The checksums of all files that the site offers for download."""

from __future__ import annotations

from collections.abc import Mapping

from generator.libraries.sums import Summed

PATH = "SHA256SUMS"
_KINDS = (
    *(".json", ".jsonld", ".ndjson", ".geojson", ".csv", ".xlsx", ".sqlite", ".yml"),
    *(".atom", ".ics", ".docx", ".pdf", ".svg", ".png"),
)
_FOR_PAGES = (
    "assets/",
    "edit/",
    "map/",
    "search/",
    "workshops/addresses/",
    "workshops/orders.json",
    "workshops/rows.json",
    "workshops/texts/",
)  # pages load these; all other files that are not pages are downloads


def sha256sums(files: Mapping[str, Summed]) -> str:
    """Return SHA-256 and path of each download, in the order of their paths, as sha256sum writes and reads them."""
    offered = (path for path in sorted(files) if path.endswith(_KINDS) and not path.startswith(_FOR_PAGES))
    return "".join(f"{files[path].sha256}  {path}\n" for path in offered)

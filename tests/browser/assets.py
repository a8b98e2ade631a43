"""Where the scripts and sheets of a site lie: in a folder that their digest names."""

from __future__ import annotations

from pathlib import Path

# In a page, as an expression: the whole address of that folder.
ASSETS = """new URL("..", document.querySelector('script[src$="/base/looks.js"]').src).href"""


def assets(site: Path) -> str:
    """Its address below the root of a site."""
    [looks] = (site / "assets").glob("*/base/looks.js")
    return f"assets/{looks.parent.parent.name}/"

"""The settings of the site's owner (mkdocs.yml), as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Project:
    """Settings of one build. Empty text: not set. `today` is the only clock that any output uses."""

    today: date
    site_name: str = ""
    site_url: str = ""
    edit_url: str = ""
    new_url: str = ""
    repo_url: str = ""
    issues_url: str = ""
    contact: str = ""
    map_approval_no: str = ""
    map_districts: bool | None = None
    map_tianditu_key: str = ""
    map_tianditu_no: str = ""

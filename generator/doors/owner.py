"""The settings of the site's owner, joined with what clock and forge say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.doors import build
from generator.doors.forge import Home
from generator.site.settings import Project

# Settings that a build takes as they are.
_TAKEN = (
    "issues_url",
    "contact",
    "feed_authority",
    "map_approval_no",
    "map_districts",
    "map_tianditu_key",
    "map_tianditu_no",
)


def project(registry: Path, settings: Mapping[str, Any], home: Home, **site: Any) -> Project:
    """Return the settings of a build. `settings`: those under `register`; `home`: of the records; `site`: what else is known of it."""
    return Project(
        today=build.check_day() if settings["today"] else build.build_day(registry),
        edit_url=settings["edit_url"] or home.opened("edit", settings["branch"]),
        new_url=settings["new_url"] or home.opened("new", settings["branch"]),
        repo_url=home.url,
        **{name: settings[name] for name in _TAKEN},
        **site,
    )

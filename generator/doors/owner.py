"""What register.yml says, joined with what clock and forge say."""

from __future__ import annotations

import os
import re
from pathlib import Path

from generator.doors import build
from generator.doors.forge import Home
from generator.doors.trouble import Trouble
from generator.libraries.characters import visible
from generator.model.local import ForgePlace, Local
from generator.site.settings import Api, Project

_BRANCH = "main"
_ADDRESS = re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?")


def said() -> str:
    """Return the address that SITE_URL of the environment says, if it does. Trouble where that is no site's."""
    text = os.environ.get("SITE_URL", "")
    if text and not _ADDRESS.fullmatch(text):
        raise Trouble(
            f"环境变量 SITE_URL 的“{visible(text)}”不是网站的网址，网站没有动。请写以 https:// 或 http:// 开头的，"
            "如 https://example.org/，后面不带空格、? 和 #。"
        )
    return text


def address(local: Local) -> str:
    """Return where the site is published, ended by `/`: SITE_URL of the environment, else what register.yml says; empty where
    nobody says."""
    known = said() or local.site.url
    return f"{known.rstrip('/')}/" if known else ""


def project(registry: Path, local: Local, home: Home, *, today: bool, **site: str) -> Project:
    """Return the settings of a build. `local`: of the register; `home`: of the records; `today`: as of this day, not of
    the commit's; `site`: its address, assets and band."""
    branch = local.repository.branch or _BRANCH
    return Project(
        today=build.check_day() if today else build.build_day(registry),
        site_name=local.site.name,
        edit_url=local.repository.edit or home.opened("edit", branch),
        new_url=local.repository.new or home.opened("new", branch),
        repo_url=home.url,
        issues_url=local.operator.reports or (f"{home.url}/issues" if home.url else ""),
        api=_api(local.repository, branch, home.folder),
        operator=local.operator.name or "",
        contact=local.operator.contact or "",
        feed_authority=local.site.feeds or "",
        city=local.city.name,
        credit=local.map.credit or "",
        credit_url=local.map.credit_url or "",
        slug=local.ids.slug,
        first_id=local.ids.of_number(1),
        **site,
    )


def _api(repository: ForgePlace, branch: str, folder: str) -> Api | None:
    """Return where the page that edits proposes; None where it does not."""
    forge, place, address = repository.forge, repository.place, repository.proposes_to
    if not (forge and place and address):
        return None
    return Api(forge.host, forge.name, place, address, branch, folder)

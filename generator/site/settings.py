"""What a build knows beside the records: register.yml joined with the environment and the day, as values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

_MAIL = re.compile(r"[0-9A-Za-z._+-]+@[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)+")
_ENDS = ("。", "！", "？", "…", ".", "!", "?", "。”", "。）")  # of a sentence


class Api(NamedTuple):
    """Where the page that edits proposes: the forge's host and its name, the repository's owner and name, its
    address in the API, the branch to be joined, the records' folder in the repository (`registry/`)."""

    host: str
    name: str
    place: str
    address: str
    branch: str
    folder: str


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
    api: Api | None = None  # where the operator lets the page propose
    operator: str = ""
    contact: str = ""
    feed_authority: str = ""
    city: str = ""
    credit: str = ""  # of the map's land
    credit_url: str = ""
    band: str = ""  # a sentence above every page: that it is made up
    slug: str = ""  # the register's name for machines
    first_id: str = ""  # of this register's, as an example
    assets: str = (
        "assets/"  # the folder of scripts and sheets below the site's root, by the digest of what it holds
    )

    @property
    def contact_sentence(self) -> str:
        """How to reach the owner, ended as a sentence, for others follow it."""
        contact = self.contact.strip()
        return contact if not contact or contact.endswith(_ENDS) else f"{contact}。"

    @property
    def mail(self) -> str:
        """The mailbox in what the owner says of how to be reached; empty where there is none."""
        found = _MAIL.search(self.contact)
        return found[0] if found else ""

    @property
    def unset(self) -> str:
        """What somebody should set before the site is published, a line each: what is missing without it, and its name."""
        told = {
            "没有网址，网站上就没有 sitemap.xml、订阅和二维码：请在 register.yml 写 site 的 url，或者设环境变量 SITE_URL": self.site_url,
            "没有写谁办的网站：请在 register.yml 写 operator 的 name": self.operator,
            "没有反馈的渠道，读者不知道怎样更正和撤下：请在 register.yml 写 operator 的 contact 或者 reports": self.contact
            or self.issues_url,
        }
        return "".join(f"公布以前：{words}。\n" for words, value in told.items() if not value)

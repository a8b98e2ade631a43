"""Frames: pages rendered once by MkDocs and Material, cut at sentinels, to print many pages into."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.libraries.kept import key_of
from generator.libraries.templating import Markup, escape

# A frame's Markdown and front matter contain these words where a printed page has its own text.
TITLE, DESCRIPTION, BODY = "[[title]]", "[[description]]", "[[body]]"
WIDE, SQUARE = "[[wide]]", "[[square]]"  # the addresses of the pictures that a shared link shows
FRAMES = "frames/"  # the folder of frames that are not pages of the site


class Share(NamedTuple):
    """The pictures that a shared link shows, below the site's root: 1200 x 630, and a square one."""

    wide: str
    square: str


OF_ALL = Share("assets/card.png", "assets/square.png")  # where a page has none of its own


@dataclass(frozen=True)
class Frame:
    """A rendered page in pieces: literal HTML at even places, the name of a slot at odd ones."""

    url: str
    pieces: tuple[str, ...]

    @cached_property
    def digest(self) -> bytes:
        """The digest of what surrounds a page."""
        return key_of(self.url, self.pieces)

    def print(self, url: str, title: str, description: str, body: Markup, share: Share | None = None) -> str:
        """Return the whole page. `title` and `description` are escaped here; `body` is HTML from a template."""
        wide, square = share or OF_ALL
        slots: Mapping[str, str] = {
            TITLE: str(escape(title)),
            DESCRIPTION: str(escape(description)),
            BODY: str(body),
            WIDE: wide,
            SQUARE: square,
            self.url: url,
        }
        return "".join(slots[piece] if place % 2 else piece for place, piece in enumerate(self.pieces))


def cut(html: str, url: str) -> Frame:
    """Cut a page that Material rendered. Its own address is a sentinel where a printed page has another one."""
    html = html.replace(f"<p>{BODY}</p>", BODY)  # Markdown makes a paragraph of the word
    sentinels = [re.escape(word) for word in (TITLE, DESCRIPTION, BODY, WIDE, SQUARE)]
    if url.startswith(FRAMES):
        sentinels.append(re.escape(url))
    return Frame(url, tuple(re.split("(" + "|".join(sentinels) + ")", html)))

"""Texts of strangers in the Markdown of GitHub and Gitee: shown as they are, and never a link, a mention, a tag, a row or an image."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.libraries.characters import visible
from generator.review.marks import CUT, Piece

_OPENS = re.compile(r"https://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:/[\x21-\x7e]*)?")
_PLAIN = re.compile(r"[A-Za-z0-9:/.%_~-]")
# Where a forge strips the one, the other is left.
_TAGS = {"": ("", ""), "del": ("<del>", "</del>"), "ins": ("<ins><b>", "</b></ins>")}
_JOINER = "&#8288;"  # stands invisibly behind what begins a mention or a reference, so that it begins none
_MOST = 2_000  # characters of one text
_LINES = 60


def code(text: str, most: int = _MOST) -> str:
    """Return a text as any Markdown shows it; paragraphs stay. What is longer than `most` is cut, and that is said."""
    return _shown([Piece(text, differs=False)], "", most)


def marked(cut: Iterable[Piece], tag: str) -> str:
    """Return a text of which the pieces that differ bear marks. `tag`: `del` or `ins`, which both forges show."""
    return _shown(list(cut), tag, _MOST)


def to_copy(lines: Iterable[str]) -> str:
    """Return lines that are copied as they stand, on one line of Markdown: nothing invisible is put between their signs."""
    return f"<pre><code>{'&#10;'.join(_entities(visible(line)) for line in lines)}</code></pre>"


def address(url: str) -> str:
    """Return an address as a text, and where it is one that a record may have, beside it something to open it with."""
    if not _OPENS.fullmatch(url):
        return code(url)
    goal = "".join(sign if _PLAIN.fullmatch(sign) else f"&#{ord(sign)};" for sign in url)
    return f'{code(url)} <a href="{goal}" rel="nofollow noopener">打开</a>'


def _shown(cut: list[Piece], tag: str, most: int) -> str:
    length = sum(len(text) for text, _ in cut)
    lines = [""]
    left = most
    for text, differs in cut:
        taken = text.strip("\n") if len(cut) == 1 else text
        first, *others = re.split(r"\s*\n\s*", taken[:left])
        left -= len(taken[:left])
        lines[-1] += _signs(first, tag if differs else "")
        for other in others:
            lines[-1] += _signs("¶", tag) if differs else ""
            lines.append(_signs(other, tag if differs else ""))
    if length > most:
        lines.append(f"{CUT}（共 {length} 个字，只列出前 {most} 个）")
    if len(lines) > _LINES:
        lines[_LINES:] = [f"{CUT}（共 {len(lines)} 段，只列出前 {_LINES} 段）"]
    return "<br>".join(f"<code>{line}</code>" for line in lines if line.strip())


def _signs(text: str, tag: str) -> str:
    shown = _entities(visible(re.sub(r"\s+", " ", text)), _JOINER)
    if tag and not shown.strip():
        shown = "␣" * len(shown)
    opened, closed = _TAGS[tag]
    return f"{opened}{shown}{closed}" if shown else ""


def _entities(text: str, joiner: str = "") -> str:
    """Each ASCII sign as an entity: nothing is left that Markdown or a forge reads. `joiner`: behind what begins a reference."""
    return "".join(
        c if c.isalnum() or ord(c) > 127 or c in " -" else f"&#{ord(c)};{joiner if c in '@#!' else ''}"
        for c in text
    )

"""The text of a notice as blocks: one reading of its .md file for the page and for the print.

A line is a block. `# ` a line of the title, `## ` a heading, `1. ` an item, `> ` a line at the right, `[contact]` the
place of the contact lines; every other line is plain text, never markup: `<b>` and `**` print as they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

CONTACT = "[contact]"
KINDS = (
    "number",
    "title",
    "addressee",
    "heading",
    "item",
    "paragraph",
    "contact",
    "annex",
    "signature",
    "imprint",
)
_ITEM = re.compile(r"[0-9]+\. \S")
_ANNEX = re.compile(r"附件\s*[:：]")
_ANNEX_GOES_ON = re.compile(r"[0-9]+\.")
_WIDE_GAP = re.compile(r"[ \u3000]{3,}")


@dataclass(frozen=True)
class Block:
    """A piece of a notice, its kind one of KINDS; `lines` are its parts as the original breaks or spaces them."""

    kind: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole of it on one line."""
        return (" " if self.kind == "imprint" else "").join(self.lines)


def blocks(text: str, contact: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """The blocks of a notice's text in order; `contact` fills the slot, and without the slot it stays out."""
    found: list[Block] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if line == CONTACT:
            found.extend(Block("contact", (told,)) for told in contact)
        elif line.startswith("# ") and found and found[-1].kind == "title":
            found[-1] = Block("title", (*found[-1].lines, line[2:].strip()))
        else:
            found.append(_block(line, found))
    return tuple(found)


def section(found: tuple[Block, ...], word: str) -> tuple[Block, ...]:
    """What stands between the first heading that holds `word` and the next heading."""
    headings = [place for place, block in enumerate(found) if block.kind == "heading"]
    start = next((place for place in headings if word in found[place].text), len(found))
    end = next((place for place in headings if place > start), len(found))
    return found[start + 1 : end]


def plain(found: tuple[Block, ...]) -> str:
    """All that the blocks say without white space, to be compared with a source."""
    return "".join("".join("".join(block.lines).split()) for block in found)


def _block(line: str, before: list[Block]) -> Block:
    for sign, kind in (("# ", "title"), ("## ", "heading")):
        if line.startswith(sign):
            return Block(kind, (line[len(sign) :].strip(),))
    if line.startswith("> "):
        return _at_right(line[2:].strip())
    return Block("item" if _ITEM.match(line) else _plain_kind(line, before), (line,))


def _at_right(line: str) -> Block:
    """A signature, its date, or (as 版记) who printed it and when."""
    if line.endswith("印发"):
        return Block("imprint", tuple(_WIDE_GAP.split(line)))
    return Block("signature", (line,))


def _plain_kind(line: str, before: list[Block]) -> str:
    kinds = [block.kind for block in before]
    if "title" not in kinds:
        return "number"
    if kinds[-1] == "title" and line.endswith(("：", ":")):
        return "addressee"
    if _ANNEX.match(line) or (kinds[-1] == "annex" and _ANNEX_GOES_ON.match(line)):
        return "annex"
    return "paragraph"

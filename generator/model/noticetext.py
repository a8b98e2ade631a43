"""The text of a notice as blocks: its .md file is read in one way for the page and for the print.

A line is a block. `# ` marks a line of the title, `## ` a heading, `1. ` an item, `> ` a line at the right, `[contact]` the
place of the contact lines; every other line is plain text, never markup: `<b>` and `**` are printed as written.
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
    """A part of a notice; `kind` is one of KINDS, `lines` are its parts as the original breaks or spaces them."""

    kind: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """All lines joined into one."""
        return (" " if self.kind == "imprint" else "").join(self.lines)


def blocks(text: str, contact: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """Return the blocks of a notice's text in order; `contact` replaces the line `[contact]`, and is left out without that line."""
    found: list[Block] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if line == CONTACT:
            found.extend(Block("contact", (entry,)) for entry in contact)
        elif line.startswith("# ") and found and found[-1].kind == "title":
            found[-1] = Block("title", (*found[-1].lines, line[2:].strip()))
        else:
            found.append(_block(line, found))
    return tuple(found)


def section(every: tuple[Block, ...], word: str) -> tuple[Block, ...]:
    """Return the blocks between the first heading that contains `word` and the next heading."""
    headings = [place for place, block in enumerate(every) if block.kind == "heading"]
    start = next((place for place in headings if word in every[place].text), len(every))
    end = next((place for place in headings if place > start), len(every))
    return every[start + 1 : end]


def plain(every: tuple[Block, ...]) -> str:
    """Return the text of the blocks without white space, to compare it with a source."""
    return "".join("".join("".join(block.lines).split()) for block in every)


def _block(line: str, before: list[Block]) -> Block:
    for sign, kind in (("# ", "title"), ("## ", "heading")):
        if line.startswith(sign):
            return Block(kind, (line[len(sign) :].strip(),))
    if line.startswith("> "):
        return _at_right(line[2:].strip())
    return Block("item" if _ITEM.match(line) else _plain_kind(line, before), (line,))


def _at_right(line: str) -> Block:
    """Read a signature, its date, or the imprint (版记): who printed the notice and when."""
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

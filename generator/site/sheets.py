"""Of the theme's sheet only what a page of ours can meet: most of it is for parts of a page that we never print."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

# Read with quoted texts taken out, a sheet is: selectors, a block, perhaps with blocks in it; or a line such as @charset.
_QUOTED = re.compile(r"""/\*.*?\*/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""", re.DOTALL)
_RULE = re.compile(r"([^{};]*)\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}|[^{};]+;")
_COMMA = re.compile(r",(?![^(\[]*[)\]])")  # between selectors, not within brackets
_NAME = re.compile(r"\.(-?[A-Za-z_][\w-]*)|\[(data-[\w-]+)")
_LEFT = '[dir="rtl"]', "[dir=rtl]"  # no page is written from right to left
Keep = Callable[[str, str], str]


def words_of(text: str) -> frozenset[str]:
    """Return the theme's classes and attributes that a template, a script or a page names."""
    return frozenset(re.findall(r"(?:data-)?\bmd-[\w-]+", text))


def pruned(sheet: str, known: frozenset[str], others: str) -> str:
    """Return a sheet without rules for classes and attributes that are not `known`, and without variables that nothing reads.

    `others`: the sheets that are read beside it. What is kept is kept as it is written, in its order.
    """
    quoted: list[str] = []

    def hold(found: re.Match[str]) -> str:
        if found[0].startswith("/*"):
            return ""
        quoted.append(found[0])
        return f"\0{len(quoted) - 1}\0"

    text = _walk(_QUOTED.sub(hold, sheet), partial(_met, known))
    before = ""
    while text != before:
        read = frozenset(re.findall(r"var\((--[\w-]+)", text + others))
        before, text = text, _walk(text, partial(_read, read))
    return re.sub(r"\0(\d+)\0", lambda found: quoted[int(found[1])], text)


def _walk(text: str, keep: Keep) -> str:
    """Return the rules as `keep` leaves them, given their selectors and their block; also those within @media and @supports."""

    def each(found: re.Match[str]) -> str:
        if found[1] is None or (
            found[1].startswith("@") and not found[1].startswith(("@media", "@supports"))
        ):
            return found[0]
        if found[1].startswith("@"):
            inner = _walk(found[2], keep)
            return f"{found[1]}{{{inner}}}" if inner else ""
        return keep(found[1], found[2])

    return _RULE.sub(each, text)


def _met(known: frozenset[str], selectors: str, block: str) -> str:
    met = [selector for selector in _COMMA.split(selectors) if _may_match(selector, known)]
    return f"{','.join(met)}{{{block}}}" if met else ""


def _may_match(selector: str, known: frozenset[str]) -> bool:
    asked = re.sub(
        r":(?:not|is|where)\([^()]*\)", "", selector
    )  # in these an unknown name does not mean that nothing matches
    names = {word for pair in _NAME.findall(asked) for word in pair if word}
    return names <= known and not any(sign in selector for sign in _LEFT)


def _read(read: frozenset[str], selectors: str, block: str) -> str:
    lines = [line for line in block.split(";") if not line.startswith("--") or line.split(":")[0] in read]
    return f"{selectors}{{{';'.join(lines)}}}" if lines else ""

"""Traditional characters in simplified writing (the door to OpenCC's table, which lies beside it)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def simplified() -> dict[str, str]:
    """Return what each traditional character is in simplified writing: the first of OpenCC's choices.

    Left out are characters of GB 2312, which writes simplified Chinese (乾, 著), and choices outside of it: rare characters that
    few readers can see. What OpenCC first leaves as it is, such as 堃 and 喆 of names, stays.
    """
    table = (files(__package__) / "vendor/opencc/TSCharacters.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in table.splitlines() if line and not line.startswith("#"))
    return {one: choice for one, choice, *_ in rows if one != choice and not _common(one) and _common(choice)}


def _common(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) > 1
    except UnicodeEncodeError:
        return False

"""Which characters a font file has glyphs for. A door to fontTools."""

from __future__ import annotations

from functools import cache


@cache
def characters(path: str, index: int) -> frozenset[int]:
    """Return the code points that a face of a font file shows; none where it cannot be read, or is a font of symbols.

    `index`: which face of a collection (.ttc, .otc); 0 in any other file.
    """
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path, fontNumber=index, lazy=True) as font:
            return frozenset(code for code, glyph in (font.getBestCmap() or {}).items() if glyph != ".notdef")
    except TTLibError:
        return frozenset()

"""Texts folded for comparison: signs that a reader types with another key or leaves out make no difference.

site_src/scripts/search/words.js compares in the same way; tests/cases/search/words.json and, for every character,
tests/browser/test_search.py check that both agree.
"""

from __future__ import annotations

from generator.libraries.characters import nfkc
from generator.libraries.traditional import simplified

# White space and invisible characters.
_UNSEEN = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\xad\u1680\u2028\u2029\u202f\u205f\u2060\u2061\u2062\u2063\u2064\u3000\ufeff"
    + "".join(map(chr, range(0x2000, 0x2010)))
)
_DOTS = "·•‧・∙⋅"  # within names of minorities, where many leave them out
_QUOTES = "\"'‘’‚‛“”„‟‹›«»〈〉《》「」『』〝〞〟"
# Brackets, hyphens and zeros of years, which have several code points.
_ALIKE = {
    "(": "[【〔〖",
    ")": "]】〕〗",
    "-": "‐‒–—―−",
    "〇": "○◯零",
}
_SIGNS = {ord(sign): one for one, signs in _ALIKE.items() for sign in signs}
_WRITTEN = _SIGNS | dict.fromkeys(map(ord, _UNSEEN + _DOTS + _QUOTES), "")


class _Folding(dict[int, str]):
    """The folded form of each character. It works character by character, so that a match can be marked in the original
    text.
    """

    def __missing__(self, code: int) -> str:
        plain = nfkc(chr(code)).lower().translate(_WRITTEN)
        self[code] = "".join(simplified().get(character, character) for character in plain)
        return self[code]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Return the text for comparison: full and half width, upper and lower case, all brackets, all hyphens are equal; white
    space, quotation marks and the dots within names are dropped; traditional characters are simplified.
    """
    return text.translate(_FOLDING)

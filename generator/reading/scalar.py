"""A text as a YAML scalar: what a draft or a remedy proposes to write is read back as it was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = r"0-9A-Za-z_\u3007\u3400-\u9fff\U00020000-\U0003ffff"
_PLAIN = re.compile(rf"[{_WORD}《（“·][{_WORD}《》（）“”·、，。；—…〔〕 .-]*")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~/?=&%+-]+")
_NOTHING = ("null", "Null", "NULL")  # a reader of YAML takes these for no value
_BARE_IN_LIST = re.compile(rf"[{_WORD}《（“][{_WORD}《》（）“”.-]*")


def quoted(text: str) -> str:
    """Return the text as a YAML scalar on one line that every reader reads as this text; white space is made single."""
    return exact(" ".join(text.split()))


def exact(text: str) -> str:
    """Return the text, which may have several lines, as a YAML scalar on one line that is read back to the letter."""
    if "\n" in text:  # no line of its own: it might look like a key
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    if _ADDRESS.fullmatch(text):
        return text
    odd = text.endswith(" ") or "  " in text or " #" in text or text in _NOTHING
    return text if _PLAIN.fullmatch(text) and not odd else "'" + text.replace("'", "''") + "'"


def inside(text: str) -> str:
    """Return the text as a scalar that may stand within brackets."""
    return text if _BARE_IN_LIST.fullmatch(text) and text not in _NOTHING else _forced(exact(text))


def flow(words: Iterable[str]) -> str:
    """Return a list of words on one line."""
    return f"[{', '.join(inside(word) for word in words)}]"


def _forced(scalar: str) -> str:
    return scalar if scalar[:1] in ("'", '"') else f"'{scalar}'"

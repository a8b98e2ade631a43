"""A text as a YAML scalar: what a draft or a remedy proposes to write is read back as it was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = r"0-9A-Za-z_\u3007\u3400-\u9fff\U00020000-\U0003ffff"
_PLAIN = re.compile(rf"[{_WORD}《（“·][{_WORD}《》（）“”·、，。；—…〔〕 .-]*")


def quoted(text: str) -> str:
    """Return the text as a YAML scalar that every reader reads as this text."""
    text = " ".join(text.split())
    if _PLAIN.fullmatch(text) and not text.endswith(" ") and ": " not in text and " #" not in text:
        return text
    return "'" + text.replace("'", "''") + "'"


def flow(words: Iterable[str]) -> str:
    """Return a list of words on one line."""
    return f"[{', '.join(quoted(word) for word in words)}]"

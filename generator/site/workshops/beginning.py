"""The beginning of a summary, for who has room for a few sentences."""

from __future__ import annotations

_LENGTH = 80  # characters, whole sentences as long as they fit
_END = "。"


def beginning(summary: str) -> str:
    """Return the first sentences of a summary that fit; a first one that is too long is cut where it pauses."""
    summary, text = summary.replace("\n", ""), ""
    for sentence in summary.split(_END):
        if not sentence or len(text) + len(sentence) >= _LENGTH:
            break
        text += sentence + _END
    if text:
        return text
    pause = max(summary.rfind(mark, 0, _LENGTH) for mark in "，；、")
    return f"{summary[: pause if pause > 0 else _LENGTH]}……"

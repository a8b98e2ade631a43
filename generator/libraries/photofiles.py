"""What kind of picture a file is, by its first bytes; what `photos` may find to be wrong with one. Needs no Pillow."""

from __future__ import annotations

MOST_PIXELS = 40_000_000
ENDINGS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}
BROKEN, HUGE = "broken", "huge"


def kind(content: bytes) -> str | None:
    """Return JPEG, PNG or WEBP by the first bytes, whatever the file's name is; None for other files."""
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    return "WEBP" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else None

"""What is known of a file when its bytes are no longer at hand: its size and its checksum."""

from __future__ import annotations

import hashlib
from typing import NamedTuple


class Summed(NamedTuple):
    """The size of a file in bytes, and its SHA-256 in hexadecimal."""

    size: int
    sha256: str


def summed(content: bytes) -> Summed:
    """Return the size and the checksum of a file's bytes."""
    return Summed(len(content), hashlib.sha256(content).hexdigest())

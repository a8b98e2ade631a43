"""A new record that somebody began to tell and did not finish: kept on this computer for the next `new`, one for each registry."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from generator.doors import disk, store


def taken(registry: Path) -> dict[str, str]:
    """Return the answers that were kept, by key; none where nothing was kept, or what is there cannot be read."""
    try:
        told = json.loads(_place(registry).read_bytes())
    except (OSError, ValueError):
        return {}
    return (
        {str(key): value for key, value in told.items() if isinstance(value, str)}
        if isinstance(told, dict)
        else {}
    )


def keep(registry: Path, typed: Mapping[str, str]) -> bool:
    """Keep answers; whether that could be done."""
    place = _place(registry)
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        disk.replace(place, json.dumps(typed, ensure_ascii=False).encode("utf-8"))
        return True
    return False


def forget(registry: Path) -> None:
    """Drop what was kept."""
    with contextlib.suppress(OSError):
        _place(registry).unlink()


def _place(registry: Path) -> Path:
    name = hashlib.blake2b(str(registry.resolve()).encode("utf-8", "replace"), digest_size=8).hexdigest()
    return store.folder() / f"new-{name}.json"

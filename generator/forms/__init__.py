"""Downloads: the blank forms and the notices as files."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.reading import Registry


@dataclass(frozen=True)
class Download:
    """A file offered for download: its path, what it is in Chinese, and the form or notice that it belongs to."""

    path: str
    label: str
    kind: str
    content: bytes
    owner: str
    version: str

    @cached_property
    def sha256(self) -> str:
        """The checksum shown beside the link."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def size_text(self) -> str:
        """The size as a reader sees it."""
        return f"{max(1, round(len(self.content) / 1024))} KB"


def downloads(registry: Registry, templates: Mapping[str, str]) -> tuple[Download, ...]:
    """All downloads. `templates`: typst templates by name."""
    del registry, templates
    return ()

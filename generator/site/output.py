"""Outputs: what the site will contain, before anything is written."""

from __future__ import annotations

from typing import NamedTuple


class Output(NamedTuple):
    """One file of the site: `path` below its root, its bytes, and the record or module that it comes from."""

    path: str
    content: bytes
    source: str


def text_output(path: str, text: str, source: str) -> Output:
    """An output of UTF-8 text."""
    return Output(path, text.encode("utf-8"), source)

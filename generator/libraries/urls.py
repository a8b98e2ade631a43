"""An address in a page as a browser reads it (the URL Standard of WHATWG), on a page of an http site."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

_AROUND = "".join(map(chr, range(0x21)))  # C0 controls and the blank: stripped at both ends
_WITHIN = str.maketrans("", "", "\t\n\r")  # dropped everywhere, inside a word too
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_AFTER_PATH = re.compile(r"[?#]")


class Address(NamedTuple):
    """One address, split.

    `scheme`: in lower case, empty for the page's own; `outside`: whether it may lead to another host; `path`: of an address
    that is not outside, with percent signs resolved, without query and fragment; empty for the page itself.
    """

    scheme: str
    outside: bool
    path: str


def understood(written: str) -> Address:
    """Read an address as it is written in a page."""
    text = written.strip(_AROUND).translate(_WITHIN)
    scheme = _SCHEME.match(text)
    if scheme:
        return Address(scheme[1].lower(), outside=True, path="")
    path = _AFTER_PATH.split(text, maxsplit=1)[0].replace("\\", "/")
    if path.startswith("//"):
        return Address("", outside=True, path="")
    return Address("", outside=False, path=unquote(path))

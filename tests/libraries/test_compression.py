"""Compressed forms: what is packed comes out the same, the same bytes each time; which files have them."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.libraries.compression import FORMS, is_worth

OPENED: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.decompress, ".br": brotli.decompress}


@given(content=st.binary(max_size=3000))
@pytest.mark.parametrize("ending", FORMS)
def test_what_was_packed_comes_out_the_same(ending: str, content: bytes) -> None:
    packed = FORMS[ending](content)
    assert OPENED[ending](packed) == content
    assert FORMS[ending](content) == packed


def test_no_name_no_time_and_no_system_stand_in_it() -> None:
    assert FORMS[".gz"](b"a" * 2000)[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


@pytest.mark.parametrize(
    ("path", "size", "worth"),
    [
        ("index.html", 1000, True),
        ("index.html", 999, False),
        ("data/workshops.ndjson", 10_000, True),
        ("workshops/DL0001/DL0001.yml", 2000, True),
        ("data/workshops.xlsx", 10_000, False),
        ("photos/dl0001-1.jpg", 10_000, False),
        ("SHA256SUMS", 10_000, False),
    ],
)
def test_texts_that_are_not_tiny_have_them(path: str, size: int, worth: bool) -> None:
    assert is_worth(path, size) == worth

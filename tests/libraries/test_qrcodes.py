"""Codes that are made together are those that are made one by one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.libraries.qrcodes import QrCodes, qr_code

ID = st.integers(1, 10**7).map(lambda number: f"https://register.example/r/v/DL{number:04}/")
ANY = st.text(st.characters(min_codepoint=32, max_codepoint=0x9FFF), min_size=1, max_size=60)


@settings(max_examples=30)
@given(st.lists(ID | ANY, min_size=1, max_size=5))
def test_many_are_as_each(texts: list[str]) -> None:
    codes = QrCodes()
    assert [codes.code(text) for text in texts] == [qr_code(text) for text in texts]


def test_only_what_changes_is_encoded_again() -> None:
    """Each of a thousand codes is another one."""
    texts = [f"https://register.example/v/DL{number:04}/" for number in range(1000)]
    codes = QrCodes()
    assert len({codes.code(text).png for text in texts}) == len(texts)

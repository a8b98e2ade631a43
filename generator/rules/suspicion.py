"""Whether a text may hold personal data at all, by what every finder of `personal` needs: asked of whole files, nearly for nothing."""

from __future__ import annotations

import re

_WORDS = ("@", "微信", "单元", "家住", "住址", "家庭地址")
# Each of them begins with few characters, which Python's engine looks for quickly; what comes before these is looked at behind.
_FORMS = (
    # A character that NFKC may make into something else: ASCII and Chinese it leaves, the signs listed become none that matters here.
    re.compile("[^\x00-\x7f\u4e00-\u9fff，：；（）！？、。《》“”‘’·—…〔〕【】]"),
    re.compile("[0-9](?:[ .-]?[0-9]){10}"),  # a mobile number has 11 digits, an identity 15 or 18, a card 16
    re.compile(r"生(?:[于日]|(?<=出生)|(?<=[0-9年月日\s]生))"),
    re.compile(r"室(?<=[0-9\s]室)"),
    re.compile("[QqVvWw](?:(?<=[Qq])[Qq]|(?<=[Vv])[Xx]|(?<=[Ww])[Ee](?:[Cc][Hh][Aa][Tt]|[Ii][Xx][Ii][Nn]))"),
)


def may_hold(text: str) -> bool:
    """Return whether some part of a text may be personal data. Where it is False of a text, it is False of each of its lines."""
    return any(word in text for word in _WORDS) or any(form.search(text) for form in _FORMS)

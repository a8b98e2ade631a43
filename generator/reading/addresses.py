"""Forms of a public address, as regular expressions that mean the same in Python and JavaScript: what may be written, what is wrong."""

from __future__ import annotations


def _either_case(word: str) -> str:
    return "".join(f"[{sign.upper()}{sign}]" if sign.isalpha() else f"[{sign}]" for sign in word)


_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ENDING = "[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])"
_OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_AFTER_HOST = "(?=[:/?#]|$)"
# Names that lead nowhere outside a house (RFC 6761, RFC 6762, RFC 9476 and what routers and companies use), and services whose names
# say an address of one's own machine.
_INNER_ENDINGS = (
    "localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home", "lan", "arpa", "test", "example",
    "invalid", "onion", "alt", "nip.io", "sslip.io", "xip.io", "localtest.me", "lvh.me",
)  # fmt: skip
# Addresses of IPv4 that are no public host's (the registry of RFC 6890): this network, private ones, one's own machine, groups.
_INNER_NUMBERS = (
    "0|10|127|22[4-9]|2[3-5][0-9]|169[.]254|192[.]168|172[.](?:1[6-9]|2[0-9]|3[01])|100[.](?:6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])"
    "|198[.]1[89]|192[.]0[.][02]|198[.]51[.]100|203[.]0[.]113"
)
_INNER = (
    rf"(?:[A-Za-z0-9-]+[.])*(?:{'|'.join(map(_either_case, _INNER_ENDINGS))})[.]?{_AFTER_HOST}"
    rf"|(?:{_INNER_NUMBERS})[.][0-9.]+{_AFTER_HOST}"
)
_HOST = rf"(?:(?:{_LABEL}[.])+{_ENDING}|(?:{_OCTET}[.]){{3}}{_OCTET}){_AFTER_HOST}"
_PORT = "(?::(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?"
_REST = r"(?:[/?#][!#-;=?-\[\]_a-z~]*)?"

# What follows the scheme of a public address: ASCII, at most 500 characters, a public host, without user, backslash, quotes or punycode.
_PUBLIC = rf"(?!{_INNER}){_HOST}{_PORT}{_REST}"
PUBLIC = rf"(?!.*[Xx][Nn]--)(?=.{{1,500}}$)https?://{_PUBLIC}"
SECURE = rf"(?!.*[Xx][Nn]--)(?=.{{1,500}}$)https://{_PUBLIC}"
WITH_USER = "[A-Za-z]+://[^/?#]*@.*"
# A host of one's own machine or house, or no name of a public one: one word, an IPv6 address, a number written otherwise.
NOT_PUBLIC = rf"https?://(?:{_INNER}|\[|[A-Za-z0-9-]+{_AFTER_HOST}|[0-9A-Fa-fXx.]*[.]?0[Xx][0-9A-Fa-f.]*{_AFTER_HOST}|[0-9.]+{_AFTER_HOST}).*"
WRONG_PORT = r"https?://[^/?#@\[]+:[^/?#]*(?:[/?#].*)?"
WRONG_HOST = (
    r"https?://(?:[.-][^/?#]*|[^/?#]*(?:[.][.]|[.]-|-[.]|[.](?=[:/?#]|$)|[。．｡])[^/?#]*)(?:[/?#].*)?"
)

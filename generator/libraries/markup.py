"""Addresses, scripts and handlers of an HTML page, as a browser reads it (the door to selectolax: Lexbor follows the HTML Standard)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode


class Use(StrEnum):
    """How a browser or a reader uses an address."""

    LINK = "a reader follows it"
    LOAD = "a browser asks for it, or sends something to it"
    REFRESH = "a browser goes there by itself"
    NAME = "it is the address of the page itself"
    BASE = "all other addresses start from it"
    STYLE = "a style names it"


class Reference(NamedTuple):
    """An address in a page as it is written, with entities resolved."""

    use: Use
    address: str


class Held(NamedTuple):
    """The content of a page that a check needs.

    `scripts`: the texts of inline scripts that would run; `handlers`: attributes that would run, such as `onclick=...`.
    """

    references: frozenset[Reference]
    scripts: frozenset[str]
    handlers: frozenset[str]


def held(html: bytes) -> Held:
    """Read a page of UTF-8, as with and without scripts: `noscript` is read both ways.

    Templates, pages within attributes (`srcdoc`) and drawings count; comments do not.
    """
    plain = html.translate(_PLAIN)
    handled = b" on" in plain  # otherwise no attribute's name starts with `on`
    references, scripts, handlers = set[Reference](), set[str](), set[str]()
    for root in _roots(html, plain):
        handlers |= _handlers(root) if handled else set()
        for found in _found(root):
            references |= found.references
            scripts |= found.scripts
            handlers |= found.handlers
    return Held(frozenset(references), frozenset(scripts - {""}), frozenset(handlers))


def readdressed(html: bytes, new: Callable[[str], str]) -> bytes:
    """Write a page anew, with another address wherever its reader goes on: by a link, a form, or as the page leads on by itself.

    `new` is given each address as it is written. What a browser loads, and what the page calls itself, stays.
    """
    page = LexborHTMLParser(html, scripting=False)
    for node in page.root.traverse() if page.root else ():
        if node.tag == "meta" and (node.attributes.get("http-equiv") or "").lower() == "refresh":
            content = node.attributes.get("content") or ""
            for address in {found.address for found in _refreshed("refresh", "meta", {"content": content})}:
                node.attrs["content"] = content.replace(address, new(address))
        elif node.tag != "link":
            for key in _GOES_ON & node.attributes.keys():
                node.attrs[key] = new(node.attributes[key] or "")
    return (page.html or "").encode("utf-8")


def _roots(html: bytes, plain: bytes) -> Iterator[LexborNode]:
    """Yield the page and the content of each template in it; again without scripting if the page has `noscript`."""
    for scripting in (True, False) if b"<noscript" in plain else (True,):
        page = LexborHTMLParser(html, scripting=scripting)
        waiting = [page.root] if page.root else []
        while waiting:
            root = waiting.pop()
            yield root
            if b"<template" in plain:
                waiting += root.template_fragments()


def _found(root: LexborNode) -> Iterator[Held]:
    """Yield what a page refers to and runs, and what each page within it does."""
    links, references, scripts = set[str](), set[Reference](), set[str]()
    for node in root.traverse():
        tag, attributes = node.tag, node.attributes
        if tag == "script" and _runs(attributes):
            scripts.add(node.text())
        elif tag == "style":
            references.update(_styled(node.text()))
        if _KEYS.isdisjoint(attributes):
            continue
        if tag == "a" and _BUT_HREF.isdisjoint(attributes):  # most links
            links.add(attributes["href"] or "")
            continue
        values = {key: value or "" for key, value in attributes.items()}
        for key in _READERS.keys() & values.keys():
            references.update(_READERS[key](values[key], tag or "", values))
        if values.get(_INNER):
            yield held(values[_INNER].encode("utf-8"))
    references |= {Reference(Use.LINK, address) for address in links}
    yield Held(frozenset(references), frozenset(scripts), frozenset())


def _runs(attributes: Mapping[str, str | None]) -> bool:
    return (attributes.get("type") or "").strip(_BLANKS).lower() not in _DATA


def _handlers(root: LexborNode) -> set[str]:
    every = (item for node in root.traverse() for item in node.attributes.items())
    return {f"{key}={value or ''}" for key, value in every if key.startswith("on")}


# How to read an attribute's value: (value, tag, all attributes) -> references. Addresses are taken from nowhere else.
_Reader = Callable[[str, str, Mapping[str, str]], Iterator[Reference]]
_BLANKS = " \t\n\f\r"
_DATA = ("application/json", "application/ld+json")  # types of scripts that no browser runs
_CANDIDATE = re.compile(r"[ \t\n\f\r,]*([^ \t\n\f\r,][^ \t\n\f\r]*)")
_DESCRIPTORS = re.compile(r"(?:\([^)]*\)?|[^,(])*")
_REFRESH = re.compile(
    r"""[\s0-9.]*[\s;,]*(?:url\s*=\s*)?(?:"([^"]*)|'([^']*)|(.*))""", re.IGNORECASE | re.DOTALL
)
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_IN_STYLE = re.compile(r"""(?:(?:url|src)\(\s*["']?|["'])\s*([^"')]*)""", re.IGNORECASE)


def _addressed(value: str, tag: str, attributes: Mapping[str, str]) -> Iterator[Reference]:
    if tag in ("a", "area"):
        yield Reference(Use.LINK, value)
    elif tag == "base":
        yield Reference(Use.BASE, value)
    elif tag == "link" and set(attributes.get("rel", "").lower().split()) == {"canonical"}:
        yield Reference(Use.NAME, value)
    else:
        yield Reference(Use.LOAD, value)


def _loaded(value: str, _tag: str, _attributes: Mapping[str, str]) -> Iterator[Reference]:
    yield Reference(Use.LOAD, value)


def _listed(value: str, _tag: str, _attributes: Mapping[str, str]) -> Iterator[Reference]:
    return (Reference(Use.LOAD, address) for address in value.split())


def _candidates(value: str, _tag: str, _attributes: Mapping[str, str]) -> Iterator[Reference]:
    """Yield the images to choose from: an address may contain commas, and one at its end ends the candidate."""
    place = 0
    while found := _CANDIDATE.match(value, place):
        yield Reference(Use.LOAD, found[1].rstrip(","))
        after = None if found[1].endswith(",") else _DESCRIPTORS.match(value, found.end())
        place = (after or found).end()


def _refreshed(value: str, _tag: str, attributes: Mapping[str, str]) -> Iterator[Reference]:
    found = _REFRESH.match(attributes.get("content", ""))
    if found and value.lower() == "refresh":
        yield Reference(Use.REFRESH, found[1] or found[2] or found[3] or "")


def _animated(value: str, _tag: str, attributes: Mapping[str, str]) -> Iterator[Reference]:
    if value.strip().lower() in ("href", "xlink:href"):
        values = (attributes.get(key, "") for key in ("to", "from", "by", "values"))
        yield from (Reference(Use.LOAD, address) for text in values for address in text.split(";") if address)


def _styled(value: str, _tag: str = "", _attributes: Mapping[str, str] | None = None) -> Iterator[Reference]:
    """Yield what a style may load: each `url(`, and each text in quotes, since `@import` and `image-set` take those."""
    plain = _ESCAPED.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)) if found[1] else found[2], value)
    return (Reference(Use.STYLE, address) for address in _IN_STYLE.findall(plain))


_READERS: dict[str, _Reader] = {
    **dict.fromkeys(("href", "xlink:href"), _addressed),
    **dict.fromkeys(("src", "data", "poster", "background", "action", "formaction", "manifest"), _loaded),
    **dict.fromkeys(("ping", "attributionsrc"), _listed),
    **dict.fromkeys(("srcset", "imagesrcset"), _candidates),
    "http-equiv": _refreshed,
    "attributeName": _animated,
    **dict.fromkeys(("style", "fill", "stroke", "filter", "mask", "clip-path", "cursor"), _styled),
    **dict.fromkeys(("marker-start", "marker-mid", "marker-end"), _styled),
}
_GOES_ON = frozenset({"href", "xlink:href", "action", "formaction"})
_INNER = "srcdoc"  # holds a page
_KEYS = frozenset({_INNER, *_READERS})
_BUT_HREF = _KEYS - {"href"}
# To lower case, and a blank for every sign that may come before an attribute.
_PLAIN = bytes.maketrans(b"\t\n\f\r/\"'ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"       abcdefghijklmnopqrstuvwxyz")

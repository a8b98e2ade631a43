"""Which workshops a command is about: those of a union, of a district, of some ids; all without any of them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from generator.libraries.characters import visible
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.reading.likeness import nearest_few

_WORDS = {"district": ("districts", "区域"), "recommender": ("unions", "推荐工会")}


def add_choice(parser: argparse.ArgumentParser) -> None:
    """Add the options by which workshops are chosen."""
    parser.add_argument("ids", nargs="*", metavar="编号", help="只要这几个工作室；不写就是全部")
    parser.add_argument("--recommender", metavar="工会", help="只要这个工会推荐的")
    parser.add_argument("--district", metavar="区域", help="只要在这个区域的")


def choose(registry: Registry, chosen: argparse.Namespace) -> tuple[list[Workshop], str]:
    """Return the workshops that were chosen; or none, and why."""
    workshops, refused = list(registry.workshops), ""
    for key in _WORDS:
        if not refused:
            workshops, refused = _by(registry, workshops, key, getattr(chosen, key))
    return (workshops, refused) if refused else _by_ids(registry, workshops, chosen.ids)


def _by(
    registry: Registry, workshops: list[Workshop], key: str, word: str | None
) -> tuple[list[Workshop], str]:
    """Return the workshops with that word at a key, all of them without one; or why there is none."""
    if word is None:
        return workshops, ""
    vocabulary, words = _WORDS[key]
    term = registry.term(vocabulary, word)
    name = term.name if term else word
    found = [it for it in workshops if getattr(it, key) in (word, name)]
    if found:
        return found, ""
    known = {str(getattr(it, key)): None for it in registry.workshops if getattr(it, key)}
    near = "、".join(f"“{text}”" for text in nearest_few(word, known, most=3, least=0.4))
    return [], f"没有工作室的{words}是“{visible(word)}”。{f'是不是{near}？' if near else ''}"


def _by_ids(registry: Registry, workshops: list[Workshop], ids: Sequence[str]) -> tuple[list[Workshop], str]:
    """Return the workshops of those ids, all of them without any; or which id none of them has."""
    wanted = {registry.local.ids.meant(text) or text for text in ids}
    unknown = wanted - {it.id for it in workshops}
    if unknown:
        listed = visible("、".join(sorted(unknown)))
        return [], f"没有编号是 {listed} 的记录（或者它不在所选的工会、区域里）。"
    return [it for it in workshops if it.id in wanted or not wanted], ""

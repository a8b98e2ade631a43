"""The search index: short fields in one file, full texts in blocks, and where each pair of characters stands in them.

A browser looks a word up by its pairs of characters (Han text has no spaces to part words by). The postings of a pair
hold the workshops and the places within their texts: pairs that stand next to one another are a match, and no other.
A pair so frequent that its places would fill a file keeps its workshops only; in its stead stand the groups of three
that it is part of, and where these are too frequent, groups of four or five. All of them are called grams.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from generator.model.registry import Registry
from generator.site.output import Output, text_output
from generator.site.search.columns import digits, short_data
from generator.site.search.fields import TEXT_KINDS, Passage, full_text
from generator.site.search.readings import common_readings
from generator.site.search.shared import lists, shared
from generator.site.search.words import fold

SHARD = 8_000  # letters of a shard; a host compresses them to two thirds
# By the length of a gram, with how many letters of postings it is frequent: it keeps no places, longer ones do.
FREQUENT = {2: 6_000, 3: 24_000, 4: 32_000, 5: 1 << 30}
BLOCK = 4  # workshops whose full texts stand in one file
_PLACES = 20  # bits of a place within a text
_STEP = 7919  # the browser's reader knows it too


def search_outputs(
    registry: Registry, links: Mapping[str, Any], bodies: Mapping[str, Sequence[str]]
) -> list[Output]:
    """search/short.json, search/shards/N.json, search/shared/N.json, search/texts/N.json (these grow in number, not in size),
    search/notices.json, and for those who find nothing search/readings.json. `links` and `bodies`: other pages and what
    notices say, as generator/site/search/links.py tells them.
    """
    texts = [full_text(registry, workshop) for workshop in registry.workshops]
    own, parts, holders = shared([[fold(part.text) for part in told] for told in texts])
    written, frequent = grams([*own, *([part] for part in parts)])
    shards, alone = sharded(written)
    shares = list(lists(holders))
    held = [*_files("shards", shards), *_files("shared", shares), *_files("texts", blocks(texts))]
    held += [text_output("search/notices.json", compact(bodies), "search")] if bodies else []
    version = hashlib.sha256(b"".join(output.content for output in held)).hexdigest()[:8]
    facts = {
        "version": version,
        "block": BLOCK,
        "shards": len(shards) - len(alone),
        "alone": alone,
        "shared": [len(share) for share in shares],
        "bodies": bool(bodies),
    }
    short = facts | {"frequent": frequent, "kinds": TEXT_KINDS, "links": links} | short_data(registry)
    told = {"short": short, "readings": common_readings()}
    return [*(text_output(f"search/{name}.json", compact(it), "search") for name, it in told.items()), *held]


def grams(texts: Sequence[Sequence[str]]) -> tuple[dict[str, str], list[str]]:
    """The postings of all grams that a browser may ask for, and which of them are frequent and keep workshops only.

    Single characters keep workshops only, too. Of two characters every gram stands here, of more those that
    begin or end with a frequent one.
    """
    written = _characters(texts)
    frequent: list[str] = []
    shorter: frozenset[str] = frozenset()
    for length, most in FREQUENT.items():
        found = {gram: postings(held) for gram, held in sorted(_places(texts, length, shorter).items())}
        shorter = frozenset(gram for gram, text in found.items() if len(text) > most)
        # A step of 0, which is the letter A and never a part of another number, is a further place in the same workshop.
        written |= found | {gram: found[gram].split(" ")[0].replace("A", "") for gram in shorter}
        frequent += sorted(shorter)
        if not shorter:
            break
    return written, frequent


def _characters(texts: Iterable[Sequence[str]]) -> dict[str, str]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    last: defaultdict[str, int] = defaultdict(lambda: -1)
    for number, parts in enumerate(texts):
        for character in set("".join(parts)):
            found[character].append(digits(number - last[character]))
            last[character] = number
    return {character: "".join(steps) for character, steps in sorted(found.items())}


def _places(texts: Sequence[Sequence[str]], length: int, near: frozenset[str]) -> dict[str, array[int]]:
    """Of each gram of that length its places in order: the workshop's number shifted by _PLACES, plus the place in its
    text. Of those longer than a pair only what begins or ends with a gram of `near`."""
    found: defaultdict[str, array[int]] = defaultdict(lambda: array("Q"))
    for number, parts in enumerate(texts):
        start = number << _PLACES
        for text in parts:
            spread = zip(*(text[first:] for first in range(length)), strict=False)
            for place, gram in enumerate(map("".join, spread), start=start):
                if length == 2 or gram[:-1] in near or gram[1:] in near:
                    found[gram].append(place)
            start += len(text) + 1  # no gram spans two parts
    return found


def postings(found: Iterable[int]) -> str:
    """Two rows of numbers with a space between: each place's workshop as the step from the last (0 is the same), then
    its place as the step from the last in that workshop."""
    workshops, steps = [], []
    last, before = -1, 0
    for key in found:
        number, place = key >> _PLACES, key & (1 << _PLACES) - 1
        workshops.append(digits(number - last))
        steps.append(digits(place - before if number == last else place))
        last, before = number, place
    return f"{''.join(workshops)} {''.join(steps)}"


def sharded(written: Mapping[str, str]) -> tuple[list[dict[str, str]], list[str]]:
    """The shards, first those by `shard_of`, then one each for the grams too long to share one, the shortest first; and
    these grams."""
    long = (gram for gram, text in written.items() if len(text) > SHARD // 2 and " " in text)
    alone = sorted(long, key=lambda gram: (len(written[gram]), gram))
    shared = written.keys() - set(alone)
    count = -(-sum(len(written[gram]) + 7 for gram in shared) // SHARD)
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for gram, text in written.items():
        if gram in shared:
            shards[shard_of(gram, count)][gram] = text
    return [*shards, *({gram: written[gram]} for gram in alone)], alone


def shard_of(gram: str, count: int) -> int:
    """In which of `count` shards a gram stands."""
    hashed = 0
    for character in gram:
        hashed = (hashed * _STEP + ord(character)) % 0x7FFFFFFF
    return hashed % count


def blocks(texts: Iterable[Sequence[Passage]]) -> Iterator[list[Sequence[Passage]]]:
    """The texts, BLOCK workshops at a time."""
    rest = iter(texts)
    while block := list(islice(rest, BLOCK)):
        yield block


def compact(value: Any) -> str:
    """As JSON without white space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _files(folder: str, contents: Iterable[Any]) -> Iterator[Output]:
    for number, content in enumerate(contents):
        yield text_output(f"search/{folder}/{number}.json", compact(content), "search")

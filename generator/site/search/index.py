"""The search index: short fields in one file, full texts in blocks, and the places of each pair of characters in them.

A browser looks a word up by its pairs of characters (Han text has no spaces between words). The postings of a pair
contain the workshops and the places in their texts: pairs next to each other are a match, and nothing else is.
A pair so frequent that its places would fill a file keeps only its workshops; groups of three that contain it are
indexed instead, and where these are too frequent, groups of four or five. All of them are called grams.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from generator.libraries.kept import NOTHING, Kept, made
from generator.libraries.traditional import simplified
from generator.model.registry import Registry
from generator.model.vocabulary import SYNONYMS
from generator.model.workshop import LEVELS
from generator.site.output import Output, text_output
from generator.site.search.columns import ShortFields, short_data
from generator.site.search.fields import TEXT_KINDS, Passage, full_text
from generator.site.search.grams import grams
from generator.site.search.readings import common_readings
from generator.site.search.shared import lists, shared
from generator.site.search.sounds import sounds
from generator.site.search.words import fold

SHARD = 8_000  # letters a shard; a host compresses them to two thirds
BLOCK = 4  # workshops whose full texts are in one file
_STEP = 7919  # the browser's reader uses the same number


class Searched(NamedTuple):
    """What is found: the full text of each workshop, the columns of all, other pages, the texts of notices, groups of
    synonyms, all names of the workshops' units."""

    texts: Sequence[Sequence[Passage]]
    short: ShortFields
    links: Mapping[str, Any]
    bodies: Mapping[str, Sequence[str]]
    synonyms: Sequence[Mapping[str, Any]]
    units: Sequence[str]


def searched(registry: Registry, links: Mapping[str, Any], bodies: Mapping[str, Sequence[str]]) -> Searched:
    """Return what the index is made of, and nothing else. `links`, `bodies`: from generator/site/search/links.py."""
    texts = [full_text(registry, workshop) for workshop in registry.workshops]
    synonyms = [
        {"words": [term.name, *term.also], **({"note": term.note} if term.note else {})}
        for term in registry.terms(SYNONYMS)
    ]
    named = (registry.units.names(workshop.unit) for workshop in registry.workshops if workshop.unit)
    units = sorted({name for names in named for name in names})
    return Searched(texts, short_data(registry), links, bodies, synonyms, units)


def search_outputs(what: Searched, kept: Kept = NOTHING) -> list[Output]:
    """Return search/start.json, search/short.json, search/of/KEY.json, search/shards/N.json, search/shared/N.json, search/texts/N.json,
    search/sounds/N.json, search/notices.json, search/units.json, search/readings.json and search/traditional.json.

    start.json is small and says what else to ask for while short.json is on its way; both tell the same version. It has the values of
    the short fields that no row shows but where a word is in them; whose they are stands in a file for each. Shards, shared
    lists, texts and sounds grow in number, not in size; sounds and readings.json serve queries without a result, traditional.json those with
    characters that are not simplified. `kept`: the readings, which are always the same.
    """
    texts, bodies = what.texts, what.bodies
    own, parts, holders = shared([[fold(part.text) for part in text] for text in texts])
    written, frequent = grams([*own, *([part] for part in parts)])
    shards, alone = sharded(written)
    shares = list(lists(holders))
    pieces = [*_files("shards", shards), *_files("shared", shares), *_files("texts", blocks(texts))]
    heard = spread(sounds(written))
    pieces += _files("sounds", heard)
    pieces += [text_output("search/notices.json", compact(bodies), "search")] if bodies else []
    links = dict(what.links)
    lists_of_units, links["groups"] = _parted(what)
    pieces += [text_output("search/units.json", compact(lists_of_units), "search")] if lists_of_units else []
    pieces += [
        text_output(f"search/of/{key}.json", compact(of), "search") for key, of in what.short.of.items()
    ]
    short = {"links": links, **what.short.first}
    start = {
        "ids": short.pop("ids"),
        "block": BLOCK,
        "shards": len(shards) - len(alone),
        "alone": alone,
        "frequent": frequent,
        "shared": [len(share) for share in shares],
        "sounds": len(heard),
        "kinds": TEXT_KINDS,
        "bodies": bool(bodies),
        "units": bool(lists_of_units),
        "levels": LEVELS,
        "synonyms": what.synonyms,
        "apart": what.short.values,
        "traditional": _traditional(
            [
                compact(lists_of_units),
                compact(short),
                *what.short.values.values(),
                compact(bodies),
                *(part.text for text in texts for part in text),
            ]
        ),
    }
    every = [
        compact(start).encode("utf-8"),
        compact(short).encode("utf-8"),
        *(output.content for output in pieces),
    ]
    version = {"version": hashlib.sha256(b"".join(every)).hexdigest()[:8]}
    readings = made(kept, "common readings", lambda: compact(common_readings()).encode("utf-8"))
    return [
        text_output("search/start.json", compact(version | start), "search"),
        text_output("search/short.json", compact(version | short), "search"),
        Output("search/readings.json", readings, "search"),
        text_output("search/traditional.json", compact(_traditional(simplified())), "search"),
        *pieces,
    ]


def _parted(what: Searched) -> tuple[list[Any], list[Any]]:
    """Return the lists of units that only a word of some workshop's unit can find, which are many, and all other lists."""
    parts: tuple[list[Any], list[Any]] = ([], [])
    units = set(what.units)
    for link in what.links["groups"]:
        parts[not units.issuperset((link["title"], *link.get("names", ())))].append(link)
    return parts


def sharded(written: Mapping[str, str]) -> tuple[list[dict[str, str]], list[str]]:
    """Return the shards, first those by `shard_of`, then one each for the grams too long to share one, the shortest first; and
    these grams.
    """
    long = (gram for gram, text in written.items() if len(text) > SHARD // 2 and " " in text)
    alone = sorted(long, key=lambda gram: (len(written[gram]), gram))
    shared = written.keys() - set(alone)
    shards = spread({gram: text for gram, text in written.items() if gram in shared})
    return [*shards, *({gram: written[gram]} for gram in alone)], alone


def spread(texts: Mapping[str, str]) -> list[dict[str, str]]:
    """Return texts in shards by `shard_of` their keys."""
    count = -(-sum(len(text) + 7 for text in texts.values()) // SHARD)
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for key, text in texts.items():
        shards[shard_of(key, count)][key] = text
    return shards


def shard_of(gram: str, count: int) -> int:
    """Return which of `count` shards contains a gram."""
    hashed = 0
    for character in gram:
        hashed = (hashed * _STEP + ord(character)) % 0x7FFFFFFF
    return hashed % count


def blocks(texts: Iterable[Sequence[Passage]]) -> Iterator[list[Sequence[Passage]]]:
    """Yield the texts, BLOCK workshops at a time."""
    rest = iter(texts)
    while block := list(islice(rest, BLOCK)):
        yield block


def _traditional(texts: Iterable[str]) -> tuple[str, str]:
    """Return the traditional characters of texts, each once, and what they are in simplified writing, in the same order."""
    table = simplified()
    found = "".join(sorted(set().union(*texts) & table.keys()))
    return found, "".join(map(table.__getitem__, found))


def compact(value: Any) -> str:
    """Return JSON without white space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _files(folder: str, contents: Iterable[Any]) -> Iterator[Output]:
    for number, content in enumerate(contents):
        yield text_output(f"search/{folder}/{number}.json", compact(content), "search")

"""A register of its own for a city: all its files, empty but valid, out of the starter's texts and the list of cities."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from generator.drafts.renewing import bare, filled
from generator.libraries.divisions import Division
from generator.libraries.pinyin import word
from generator.model.registry import Registry
from generator.model.vocabulary import SYNONYMS
from generator.reading.placement import SCHEMA_LINE

_DOT, _TEXT = "dot.", ".txt"  # so that no tool takes a text of the starter for a file of the program
_ENDS = ("自治县", "特区", "林区", "新区", "区", "市", "县", "旗")
_BEYOND = 3.0  # degrees that the land goes on around the region, so that no window shows where it ends
# What the standards give to every city: vocabularies that are taken over as they are.
_SYNONYMS = f"registry/vocabularies/{SYNONYMS}.yml"
_HEAD = f"{SCHEMA_LINE}../schema/vocabulary.schema.json"
SHARED = ("industries", "education", "skill_grades", "titles", SYNONYMS)
_TERM = re.compile("(?m)^  (?=- name: |# )")  # where a term of a vocabulary begins, or the heading of several


def named(cities: Iterable[Division], name: str) -> list[Division]:
    """Return the cities with a name or short name: 沈阳, 沈阳市."""
    return [city for city in cities if name in (city.name, city.short)]


def register(
    starter: Mapping[str, str], shared: Mapping[str, str], city: Division, prefix: str, ours: Registry
) -> dict[str, str]:
    """Return the files of a new register by path: its settings, vocabularies, ground, guide, command and workflows.

    `starter`: the texts of the starter by path; `shared`: those of the vocabularies that every city has, by path below `registry/`;
    `ours`: the register that they come from.
    """
    texts = {_path(path): filled(text, city, prefix, 陆地=_around(city)) for path, text in starter.items()}
    texts |= {f"registry/{path}": text for path, text in shared.items()}
    texts[_SYNONYMS] = _synonyms(texts[_SYNONYMS], city, ours)
    texts["registry/vocabularies/districts.yml"] = _districts(city)
    texts["registry/vocabularies/unions.yml"] = _unions(city)
    return texts


def _path(path: str) -> str:
    return re.sub(rf"(^|/){re.escape(_DOT)}", r"\1.", path.removesuffix(_TEXT))


def _around(city: Division) -> str:
    west, east, south, north = (float(side) for side in (city.west, city.east, city.south, city.north))
    west, east, south, north = west - _BEYOND, east + _BEYOND, south - _BEYOND, north + _BEYOND
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return json.dumps([[round(degree, 2) for degree in point] for point in ring])


def _synonyms(text: str, city: Division, ours: Registry) -> str:
    """Return the words of everywhere, and of the honours those of this city and province; without the places of the city that they come from."""
    theirs, province = ours.local.city, ours.local.city.province or ""
    places = {name for key in ("districts", "zones") for term in ours.terms(key) for name in term.names}
    head, *terms = _TERM.split(text)
    kept = [it for it in terms if it.partition("\n")[0].removeprefix("- name: ") not in places]
    kept = [it for it, then in zip(kept, [*kept[1:], "# "], strict=True) if not (it[0] == then[0] == "#")]
    known = "".join(f"  {it}" for it in kept)
    if city.short == bare(city.province):  # 吉林: its name without 市 is the province's
        known = re.sub(rf", {theirs.short}(?!{theirs.name[len(theirs.short) :]})[^,\]]*", "", known)
    pairs = ((theirs.name, city.name), (theirs.short, city.short), (province, city.province))
    for before, after in (*pairs, (bare(province), bare(city.province))):
        known = known.replace(before, after)
    return head + known


def _districts(city: Division) -> str:
    slugs = _slugs(city.districts)
    lines = [_HEAD, "title: 区域", "scheme: GB/T 2260", "terms:"]
    for code, name in city.districts.items():
        lines += [f"  - name: {name}", f"    code: {code}", f"    slug: {slugs[name]}"]
    return "\n".join(lines) + "\n"


def _unions(city: Division) -> str:
    note = "照“区名加总工会”列出，请对照文件核对；产业工会和开放先导区的工会请补上。"
    lines = [_HEAD, "title: 推荐单位", f"note: {note}", "terms:"]
    for name in city.districts.values():
        lines += [f"  - name: {name}总工会", "    kind: 区市县总工会", f"    district: {name}"]
    return "\n".join(lines) + "\n"


def _slugs(districts: Mapping[str, str]) -> dict[str, str]:
    """Return an address for each district: its name's pinyin without the kind of division, with its code where two read alike."""
    read = {name: word(_bare(name)) for name in districts.values()}
    twice = {slug for slug in read.values() if [*read.values()].count(slug) > 1}
    return {
        name: f"{read[name]}-{code}" if read[name] in twice else read[name]
        for code, name in districts.items()
    }


def _bare(name: str) -> str:
    end = next((end for end in _ENDS if name.endswith(end) and len(name) > len(end) + 1), "")
    return name.removesuffix(end)

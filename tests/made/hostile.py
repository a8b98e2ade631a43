"""A registry in which every free text of every kind of file is hostile: what the check lets pass of it, for a whole site.

Each payload has a number, which stands in it as z01, z02 ...; no text of the site's own has such a word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from generator.doors import disk
from generator.plugin import build_site
from generator.problems.code import ERROR
from generator.reading import schema
from generator.reading.placement import LOCAL
from generator.reading.read import read_texts
from generator.reading.tables import Many, OfTable, Table
from generator.reading.words import Prose, Text
from generator.rules.check import check
from generator.site.output import Output, text_output
from tests.made import samples

# What HTML, a script, a template, a table, a document or a command line could take for its own; at most twenty characters
# each, so that a leader's name can be one.
_WRITTEN = """\
<z>甲</z>
<script>z</script>
</script><z>
</title><z>
</style><z>
</textarea><z>
</noscript><z>
</body></html><z>
<img onerror=z()>
<svg/onload=z()>
<base href=//z>
<meta z>
<iframe srcdoc=z>
<template><z>
<plaintext>z
<!--z
--><z>
]]><z>
<![CDATA[z
<?z ?>
" onload="z()
' onload='z()
">'><z>
a src=z onload=z
`onload=z()`
javascript:z()
data:text/html,z
vbscript:z
<javascript:z>
[z](javascript:1)
![z](//e.example)
**z** _z_ `z`
{{ z }}
{% z %}
{# z #}
[[body]]z[[title]]
${z}
&lt;z&gt;
&#60;z&#62;
&amp;lt;z
\\u003cz
\\x3cz
';z();//
=z()
+z()
-z()
@z()
＝z()
=HYPERLINK("z")
",=z()
z;X=1:Y\\nBEGIN:Z
#z[甲]$乙$ <z>
\\z{} \\input{z}
z: {a: b} # c
- z
!!z &z *z
$(z)`z`;|z
../../z
..%2f..%2fz
%00z%0d%0a
"""
PAYLOADS = tuple(
    re.sub(r"z(?![a-z])", f"z{number:02}", text) for number, text in enumerate(_WRITTEN.splitlines())
)
MARK = re.compile(r"z([0-9]{2})")
# Codes of the standard, a section before its divisions.
_CODES = (
    *"ABCDEFGHIJKLMNOPQRST",
    *(f"C{number}" for number in range(13, 44)),
    *(f"A{number:02}" for number in range(1, 6)),
    *(f"B{number:02}" for number in range(6, 13)),
)
# {N}: a hostile text of at most N characters, {N+1}: of the next payload; {=file}: the vocabulary's term of this payload.
_RECORD = """\
id: DL00{id}
name: {60}
kind: 工作室
former_names:
  - {60}
unit: {80}
former_units:
  - {80}
leader:
  name: {20}
  honours:
    - name: {=honours}
      year: 2018
  skill_grade: {=skill_grades}
  professional_title: {=titles}
  education: {=education}
  basis:
    kind: 公开报道
district: {=districts}
zone: {=zones}
industry: {code}
field: {60}
recommender: {=unions}
established: 2017-06
members: 15
location:
  lon: {lon}
  lat: 39.05
  precision: 单位
  address: {80}
visits: {200}
designations:
  - title: {60}
    level: 市级
    date: 2023-07-13
    notice: naming-{k}
events:
  - kind: 更名
    date: 2024-01
    source: {200}
    note: {200}
  - kind: 单位更名
    date: 2024-02
    source: {200}
  - kind: 变更领衔人
    date: 2024-03
    source: {200}
    former_leader: {20+1}
summary: {300}
achievements:
  - kind: 专利
    title: {120}
    year: 2022
    evidence: {200}
photos:
  - file: dl00{id}-1.jpg
    alt: {100}
    credit: {60}
    consent: 2024-05-06
links:
  - kind: 视频
    title: {120}
    url: "https://www.example.com/?z{k}='onload=z%22&lt;b"
sources:
  - title: {120}
    publisher: {60}
    date: 2025-04-01
    url: "https://www.example.com/?z{k}='onload=z%22&lt;b"
    supports: [name, unit, leader.name, designations, summary]
corrections:
  - date: 2025-01-02
    what: {60}
    before: {300}
    after: {300}
    why: {200}
    source: {200}
"""
_NAMING = """\
id: naming-{k}
kind: 命名通报
issuer: {60}
title: {120}
number: {40}
date: 2023-07-13
names:
  - {=workshops}
  - name: {60}
    unit: {80}
    leader: {20}
    recommender: {40}
note: {300}
sources:
  - title: {120}
    publisher: {60}
"""
_CALL = """\
id: call-{k}
kind: 推荐通知
issuer: {60}
title: {120}
number: {40}
date: 2023-03-01
deadline: 2023-04-30
text: call-{k}.md
contact:
  - {100}
forms: [2023/form-{k}]
note: {300}
sources:
  - title: {120}
corrections:
  - date: 2025-01-02
    what: {60}
    before: {300}
    after: {300}
    why: {200}
    source: {200}
"""
_PRINTED = """\
# 标题甲{300}乙

各区：

## 一、甲{300}乙

甲{300}乙，如下。

1. 甲{300}乙

> 大连市总工会
> 2023 年 3 月 1 日
"""
_FORM = """\
id: 2023/form-{k}
title: {60}
annex: {10}
notice: call-{k}
layout: {layout}
version: {20}
effective: 2023-03-01
rows: 3
head:
  - {60}
fields:
  - key: name
    label: {60}
    aliases:
      - {60}
    kind: text
    place: front
    help: {200}
    feeds: [name]
  - key: pick
    label: {60}
    kind: choice
    place: front
    options:
      - {20}
      - {20+1}
  - key: filler
    label: {60}
    kind: text
    place: head
  - key: opinion
    label: {20}
    lines:
      - {20}
    kind: opinion
    place: back
notes:
  - {200}
guide:
  - {200}
changes:
  - {200}
"""
_VOCABULARY = """\
title: {40}
scheme: {60}
note: {300}
terms:
"""
_TERM = """\
  - name: {60}
    slug: t{k}
    former:
      - {60}
    note: {300}
"""
# Words that mean nearly the same have no address and no former names.
_SYNONYM = "  - name: {60}\n    also:\n      - {20}\n    note: {300}\n"
# What a term of each vocabulary has beside.
_TERMS = {
    "districts": "",
    "zones": "    hosts:\n      - {=districts}\n    verified: true\n",
    "industries": "    code: {code}\n",
    "unions": "    kind: 区市县总工会\n    district: {=districts}\n",
    "honours": "    level: 市级\n    kind: 个人\n",
    "skill_grades": "",
    "titles": "",
    "education": "",
    "designation_titles": "    level: 市级\n    issuer: {60}\n",
    "units": "    short:\n      - {40}\n",
}
_PLACE = re.compile(r"\{(?:(\d+)(\+1)?|=([a-z_]+))\}")
Line = tuple[int, str]


@dataclass
class Made:
    """The registry's texts, and what stands at each of their hostile places.

    `held`: the text at each place, by path and line; `named`: names of terms and workshops, by file and payload; `refused`:
    the codes of what the check did not let pass at a place, where a plain text stands instead.
    """

    texts: dict[str, str] = field(default_factory=dict)
    held: dict[tuple[str, int], str] = field(default_factory=dict)
    named: dict[tuple[str, int], str] = field(default_factory=dict)
    refused: dict[tuple[str, int], str] = field(default_factory=dict)


def fields() -> dict[str, int]:
    """All free texts of all kinds of files, by their path in the schema, with how long each may be."""
    tables = (schema.WORKSHOP, schema.NOTICE, schema.FORM, schema.VOCABULARY)
    return {path: most for table in tables for path, most in _free(table, table.name)}


def _free(table: Table[Any], above: str) -> Iterator[tuple[str, int]]:
    for one in table.fields:
        kind = one.kind.item if isinstance(one.kind, Many) else one.kind
        path = f"{above}.{one.key}"
        if isinstance(kind, OfTable):
            yield from _free(kind.table, path)
        elif isinstance(kind, Text | Prose):
            yield path, kind.most


@cache
def made() -> Made:
    """The registry that passes the check."""
    refused: dict[tuple[str, int], str] = {}
    while True:
        now = Made(refused=refused)
        for path, lines in _files():
            now.texts[path] = "".join(_filled(now, path, lines))
        now.texts |= _ground(now) | {LOCAL: samples.texts()[LOCAL].partition("map:\n")[0]}
        registry, problems = read_texts(now.texts, frozenset(photos()), photos())
        found = [it for it in check(registry, problems, samples.TODAY) if it.severity == ERROR]
        if not found:
            return now
        for problem in found:
            place = (problem.path, problem.mark.line)
            assert place in now.held and now.held[place] != _plain(place), problem
            refused[place] = problem.code


@cache
def photos() -> Mapping[str, bytes]:
    """A photograph of each record."""
    picture = samples.picture()
    return {f"photos/dl00{number:02}-1.jpg": picture for number in range(1, len(PAYLOADS) + 1)}


def build(folder: Path) -> None:
    """The registry in `folder`, and its site."""
    texts = [text_output(path, text, "test") for path, text in made().texts.items()]
    pictures = [Output(path, content, "test") for path, content in photos().items()]
    disk.write(folder / "registry", [*texts, *pictures])
    build_site(folder / "registry", folder / "site")


def _files() -> Iterator[tuple[str, list[Line]]]:
    """Each file, line by line with the number of its payload; what others name comes before them."""
    every = range(len(PAYLOADS))
    for place, (name, more) in enumerate(_TERMS.items()):
        terms = [line for number in every for line in _numbered(number, _TERM + more)]
        yield f"vocabularies/{name}.yml", [*_numbered(place, _VOCABULARY), *terms]
    groups = [line for number in every for line in _numbered(number, _SYNONYM)]
    yield "vocabularies/synonyms.yml", [*_numbered(len(_TERMS), _VOCABULARY), *groups]
    for number in every:
        yield f"workshops/0000/DL00{number + 1:02}.yml", _numbered(number, _RECORD)
        yield f"notices/naming-{number}.yml", _numbered(number, _NAMING)
        yield f"notices/call-{number}.yml", _numbered(number, _CALL)
        yield f"notices/call-{number}.md", _numbered(number, _PRINTED)
        yield f"forms/2023/form-{number}.yml", _numbered(number, _FORM)


def _numbered(number: int, template: str) -> list[Line]:
    """The lines of a template for a payload."""
    facts = {
        "k": str(number),
        "id": f"{number + 1:02}",
        "code": _CODES[number],
        "lon": f"{121.01 + number / 50:.2f}",
        "layout": ("form", "table")[number % 2],
    }
    for key, value in facts.items():
        template = template.replace(f"{{{key}}}", value)
    return [(number, line) for line in template.splitlines(keepends=True)]


def _filled(now: Made, path: str, lines: list[Line]) -> Iterator[str]:
    """The lines of a file, each hostile place filled in; where a text stands alone it is in quotes."""
    file = path.split("/")[1].removesuffix(".yml")
    for line, (number, written) in enumerate(lines, start=1):
        found = _PLACE.search(written)
        if not found:
            yield written
            continue
        most, next_, of = found.groups()
        if of:
            text = now.named[of, number]
        else:
            text = _text(now, (path, line), (number + bool(next_)) % len(PAYLOADS), int(most))
            now.held[path, line] = text
        if written.startswith(("name: ", "  - name: ")) and not path.startswith("notices/"):
            now.named[file if path.startswith("vocabularies/") else "workshops", number] = text
        quoted = json.dumps(text, ensure_ascii=False) if path.endswith(".yml") else text
        yield written[: found.start()] + quoted + written[found.end() :]


def _text(now: Made, place: tuple[str, int], number: int, most: int) -> str:
    """The text at a place: a payload, and where there is room its line, so that no two are the same."""
    payload = PAYLOADS[number]
    if place in now.refused or len(payload) > most:
        return _plain(place)
    own = f"{payload}{_plain(place)}"
    return own if most > 20 and len(own) <= most else payload


def _plain(place: tuple[str, int]) -> str:
    return f"字{place[1]}"


def _ground(now: Made) -> dict[str, str]:
    """The borders of the districts, a strip each, and the land."""
    strips = []
    for number in range(len(PAYLOADS)):
        west, east = 121 + number / 50, 121.02 + number / 50
        ring = [[west, 39.0], [east, 39.0], [east, 39.1], [west, 39.1], [west, 39.0]]
        shape = {"type": "Polygon", "coordinates": [ring]}
        strips.append(
            {"type": "Feature", "properties": {"name": now.named["districts", number]}, "geometry": shape}
        )
    borders = {"type": "FeatureCollection", "features": strips}
    return {
        "geo/districts.geojson": json.dumps(borders, ensure_ascii=False),
        "geo/land.geojson": samples.texts()["geo/land.geojson"],
    }

"""Search against plain substring truth, in a browser: `python -m tests.tools.searchtruth 1500` tells recall, precision, bytes, times.

The truth is told from the records' YAML by this module's own few lines, with nothing of generator/search*.py.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

from generator.doors.disk import write
from generator.libraries import pinyin
from generator.plugin import build_site
from tests.browser.assets import ASSETS
from tests.browser.launch import launch
from tests.conftest import serve
from tests.made.synthetic.registry import outputs

VISITS = 200
KNOWN = (
    "districts",
    "zones",
    "unions",
    "honours",
    "skill_grades",
    "titles",
)  # vocabularies with former names
LEVELS = ("区市县级", "产业级", "市级", "市级示范", "省级", "全国")
YEAR = re.compile("(?:19|20)[0-9]{2}年?度?")
TOLD = {"撤销": "已撤销", "终止": "已终止", "限期整改": "整改中", "复核合格": "在册"}
SETTLED = """() => document.getElementById("search-status").textContent.includes("找到")
    && !Array.from(document.querySelectorAll(".rg-hits__text")).some(
        line => line.textContent === "…" && line.getBoundingClientRect().bottom < innerHeight)"""
ASK = """async ([base, query]) => {
    const { open } = await import(ASSETS + "search/ask.js");
    const index = window.held || (window.held = await open(base + "search/"));
    await index.find(query);
    const before = performance.now();
    const found = await index.find(query);
    const milliseconds = performance.now() - before;
    return [milliseconds, [].concat(...found.fields).map(number => index.ids[number]).sort()];
}""".replace("ASSETS", ASSETS)


@dataclass
class Record:
    """What of a record may be searched: parts that are comparable texts, and how its names and unit are read."""

    id: str
    short: list[str]
    full: list[str]
    read: list[tuple[str, ...]]
    leader: tuple[str, ...]

    @cached_property
    def text(self) -> str:
        """All parts, one a line: what is asked for has no end of line."""
        return "".join(f"{part}\n" for part in (*self.short, *self.full))

    @cached_property
    def spelt(self) -> str:
        """Each way in which the readings may be begun at a syllable, one a line, each after an end of line."""
        heard = [[syllable for syllable in read if syllable] for read in self.read]
        return "".join(f"\n{''.join(one[place:])}" for one in heard for place in range(len(one)))

    @cached_property
    def initials(self) -> str:
        """The initials of each reading, one a line."""
        return "\n".join("".join(syllable[0] for syllable in read if syllable) for read in self.read)


@dataclass
class Told:
    """What a run found out; `wrong` holds each query whose answer is not the truth, with what is missing and too much."""

    queries: int = 0
    wrong: list[tuple[str, list[str], list[str]]] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    first_bytes: list[int] = field(default_factory=list)
    heaviest: list[tuple[int, str]] = field(default_factory=list)
    first_files: list[int] = field(default_factory=list)
    hits: list[int] = field(default_factory=list)
    recall: float = 1.0
    precision: float = 1.0


def comparable(text: str) -> str:
    """Full or half width, upper or lower case, white space or none, quoted or not, whatever brackets: the same."""
    plain = "".join(unicodedata.normalize("NFKC", text).lower().split())
    for one, like in {"(": "[【〔〖", ")": "]】〕〗", "-": "‐–—―−", "〇": "零○"}.items():
        plain = re.sub(f"[{re.escape(like)}]", one, plain)
    return re.sub("[\"'·•・“”‘’「」『』《》〈〉]", "", plain)


def alternatives(word: str) -> set[str]:
    """A comparable word with its years in either digits, and as a whole day as pages write it."""
    digits = "〇一二三四五六七八九"
    arabic = re.sub(
        f"(?<![{digits}])(一九|二〇)[{digits}]{{2}}(?![{digits}])",
        lambda year: "".join(str(digits.index(one)) for one in year[0]),
        word,
    )
    han = re.sub(
        r"(?<!\d)(19|20)\d\d(?!\d)", lambda year: "".join(digits[int(one)] for one in year[0]), arabic
    )
    day = re.fullmatch(r"((?:19|20)\d\d)[-./年](\d\d?)(?:[-./月](\d\d?))?[月日]?", arabic)
    return {word, arabic, han} | (
        {_chinese("-".join(part for part in day.groups() if part))} if day else set()
    )


def read_records(folder: Path) -> list[Record]:
    """The truth of a registry's folder."""
    terms = {name: _terms(folder / f"vocabularies/{name}.yml") for name in KNOWN}
    terms["units"] = _units(folder / "vocabularies/units.yml")
    industries = {
        term["code"]: term["name"] for term in _load(folder / "vocabularies/industries.yml")["terms"]
    }
    notices = {path.stem: _load(path) for path in (folder / "notices").glob("*.yml")}
    paths = sorted((folder / "workshops").glob("*/*.yml"))
    return [_record(_load(path), terms, industries, notices) for path in paths]


def truth(records: list[Record], query: str) -> list[str]:
    """The ids of the records that hold every word of a query."""
    asked = re.sub("(?i)(?<![a-z])(dl) +(?=[0-9])", r"\1", query).split()
    levels = [word for word in asked if word in LEVELS]
    years = {word: one for word in asked for one in alternatives(comparable(word)) if YEAR.fullmatch(one)}
    if len(years) == len(levels) == 1:
        both = f"{next(iter(years.values()))[:4]}年{levels[0]}"
        if truth(records, both):
            asked = [both, *(word for word in asked if word not in (*years, *levels))]
    words = [_asked(word) for word in asked]
    return sorted(record.id for record in records if all(holds(record, *word) for word in words))


def _asked(word: str) -> tuple[set[str], str]:
    """The texts that a word stands for, and the letters if it may be pinyin. A whole id is no part of a longer one."""
    plain = comparable(word)
    if id_ := re.fullmatch("dl(?!0[0-9]{0,2}$)0*([0-9]{1,7})", plain):
        return {f"dl{id_[1]:0>4}\n"}, ""
    letters = re.sub("(?<=[ln])yu", "v", plain.replace("ü", "v"))
    if glued := re.fullmatch(f"({YEAR.pattern})({'|'.join(LEVELS)})", plain):
        return {*alternatives(plain), f"{plain[:4]}年{glued[2]}"}, ""
    called = re.fullmatch("编号([0-9]{1,7})|第?([0-9]{1,7})号", plain)
    if called:
        return {*alternatives(plain), f"dl{int(called[1] or called[2]):04}\n"}, ""
    return alternatives(plain), letters if re.fullmatch("[a-z]{2,}", letters) else ""


def holds(record: Record, texts: set[str], letters: str) -> bool:
    """Whether a record holds a text as a substring, or letters by pinyin from the beginning of a syllable, or by initials."""
    return any(one in record.text for one in texts) or (
        bool(letters)
        and (
            f"\n{letters}" in record.spelt + re.sub("(?<=[ln])v", "u", record.spelt)
            or letters in record.initials
        )
    )


def queries(records: list[Record], count: int, names: int, rng: Random) -> Iterator[str]:
    """Substrings of any field; two words of which one is of a short field, one of the full text; names by pinyin."""
    for _ in range(count):
        record = rng.choice(records)
        yield _substring(rng, rng.choice(record.short if rng.random() < 0.5 else record.full or record.short))
    for _ in range(count // 5):
        record = rng.choice(records)
        yield f"{_substring(rng, rng.choice(record.short))} {_substring(rng, rng.choice(record.full or record.short))}"
    named = [record for record in records if record.leader]
    for _ in range(names):
        leader = rng.choice(named).leader
        yield "".join(leader)
        yield "".join(syllable[0] for syllable in leader if syllable)


def run(page: Page, base: str, site: Path, records: list[Record], asked: list[str]) -> Told:
    """Ask everything, and measure the first query of VISITS visits."""
    told = Told()
    page.goto(f"{base}search/")
    missing = excess = right = 0
    for query in asked:
        milliseconds, found = page.evaluate(ASK, [base, query])
        true = truth(records, query)
        told.queries += 1
        told.milliseconds.append(milliseconds)
        told.hits.append(len(true))
        less, more = sorted(set(true) - set(found)), sorted(set(found) - set(true))
        missing, excess, right = missing + len(less), excess + len(more), right + len(set(true) & set(found))
        if less or more or len(found) != len(set(found)):
            told.wrong.append((query, less[:3], more[:3]))
    told.recall, told.precision = right / max(1, right + missing), right / max(1, right + excess)
    first = asked[:: -(-len(asked) // VISITS)]
    for query in first:
        files = visit(page, base, query)
        told.first_bytes.append(sum(len(gzip.compress((site / name).read_bytes(), 6)) for name in files))
        told.first_files.append(len(files))
    told.slowest = sorted(zip(told.milliseconds, asked, strict=True), reverse=True)[:5]
    told.heaviest = sorted(zip(told.first_bytes, first, strict=True), reverse=True)[:5]
    return told


def visit(page: Page, base: str, query: str) -> list[str]:
    """The files of the index that a page asks for when it is opened with a query."""
    files: list[str] = []

    def note(request: Any) -> None:
        name = request.url.removeprefix(base).split("?")[0]
        if name.startswith("search/") and name.endswith(".json"):
            files.append(name)

    page.on("request", note)
    page.goto(f"{base}search/?kw={query}")
    page.wait_for_function(SETTLED, polling=10)
    page.remove_listener("request", note)
    return files


def report(told: Told) -> str:
    """All figures as JSON."""

    def spread(values: list[float] | list[int]) -> Mapping[str, float]:
        cut = quantiles(values, n=20)
        return {"median": round(cut[9], 1), "p95": round(cut[18], 1), "most": round(max(values), 1)}

    figures = {
        "queries": told.queries,
        "recall": told.recall,
        "precision": told.precision,
        "wrong": told.wrong[:20],
        "hits": spread(told.hits),
        "milliseconds": spread(told.milliseconds),
        "slowest": told.slowest,
        "heaviest": told.heaviest,
        "first query, bytes (gz)": spread(told.first_bytes),
        "first query, files": spread(told.first_files),
    }
    return json.dumps(figures, ensure_ascii=False, indent=1)


def main(count: int, asked: int = 500, names: int = 100) -> int:
    """Build a made-up registry's site and tell how well it is searched."""
    with tempfile.TemporaryDirectory() as folder:
        registry, site = Path(folder) / "registry", Path(folder) / "site"
        registry.mkdir()
        write(registry, list(outputs(count)))
        build_site(registry, site)
        records = read_records(registry)
        with sync_playwright() as playwright:
            page = launch(playwright).new_page()
            for base in serve(site):
                told = run(page, base, site, records, list(queries(records, asked, names, Random(1))))  # noqa: S311
    print(report(told))
    return 1 if told.wrong else 0


def _units(path: Path) -> dict[str, list[str]]:
    """All names of a unit by each of them, today's first; the file may be absent."""
    names = [
        [term["name"], *term.get("former", []), *term.get("short", [])]
        for term in (_load(path)["terms"] if path.exists() else [])
    ]
    return {name: held for held in names for name in held}


def _record(
    data: Mapping[str, Any],
    terms: Mapping[str, Mapping[str, list[str]]],
    industries: Mapping[str, str],
    notices: Mapping[str, Mapping[str, Any]],
) -> Record:
    leader, designations, events = (
        data.get("leader", {}),
        data.get("designations", []),
        data.get("events", []),
    )
    cited = [notices[part["notice"]] for part in (*designations, *events) if "notice" in part]
    units = terms["units"].get(data.get("unit", ""), [data["unit"]] if "unit" in data else [])
    places = [name for key in ("district", "zone") for name in terms[f"{key}s"].get(data.get(key, ""), [])]
    short = [
        *(data.get(key) for key in ("id", "name", "category", "field", "recommender", "industry")),
        *data.get("former_names", []),
        leader.get("name"),
        *places,
        *terms["unions"].get(data.get("recommender", ""), []),
        *units,
        industries.get(data.get("industry", "")),
        *(
            f"{named['date'][:4]}年{named['level']}" if "date" in named else named["level"]
            for named in designations
        ),
        *(notice.get(key) for notice in cited for key in ("title", "number")),
        _status(events, designations),
    ]
    full = [
        data.get("summary"),
        data.get("location", {}).get("address"),
        *(part.get("title", part["kind"]) for part in data.get("achievements", [])),
        *(part.get("evidence") for part in data.get("achievements", [])),
        *(part[key] for part in designations for key in ("title", "date") if key in part and key != "date"),
        *(_chinese(part["date"]) for part in (*designations, *events) if "date" in part),
        *(part.get(key) for part in events for key in ("kind", "note", "source")),
    ]
    if "name" in leader:
        held = [("honours", honour["name"]) for honour in leader.get("honours", [])]
        held += [("skill_grades", leader.get("skill_grade")), ("titles", leader.get("professional_title"))]
        full += [name for vocabulary, word in held for name in terms[vocabulary].get(word, [word])]
        full += [leader.get("education")]
    full += [_chinese(data["established"])] if "established" in data else []
    if "leader" not in data or "name" in leader:
        full += [part.get(key) for part in data.get("photos", []) for key in ("alt", "credit")]
        full += [part.get(key) for part in data.get("sources", []) for key in ("title", "publisher")]
        full += [_chinese(part["date"]) for part in data.get("sources", []) if "date" in part]
        full += [data.get("visits"), *(part["title"] for part in data.get("links", []))]
        told = ("what", "before", "after", "why")
        full += [part.get(key) for part in data.get("corrections", []) for key in told]
    read = [
        tuple(_read(text, leader)) for text in (data["name"], *data.get("former_names", []), *units, *places)
    ]
    person = tuple(_read(leader["name"], leader)) if "name" in leader else ()
    return Record(data["id"], _texts(short), _texts(full), [*read, person], person)


def _texts(values: list[Any]) -> list[str]:
    return [comparable(value) for value in values if value]


def _status(events: list[Mapping[str, str]], designations: list[Mapping[str, str]]) -> str:
    told = [
        TOLD[event["kind"]]
        for event in sorted(events, key=lambda event: event["date"])
        if event["kind"] in TOLD
    ]
    ended = [status for status in told if status.startswith("已")]
    named = [*reversed(told), "在册"] if designations else ["命名待补充"]
    return [*ended[:1], *named][0]


def _chinese(date: str) -> str:
    return "".join(f"{int(number)}{unit}" for number, unit in zip(date.split("-"), "年月日", strict=False))


def _read(text: str, leader: Mapping[str, Any]) -> Iterator[str]:
    """The syllables of a text, where the leader's name is read as a person's."""
    name = leader.get("name")
    for run in re.split(f"({re.escape(name)})", text) if name else [text]:
        if run == name:
            surname, *given = pinyin.person(run, leader.get("pinyin"))
            both = pinyin.syllables(run[:2])
            yield from both if "".join(both) == surname and len(given) < len(run) - 1 else [surname]
            yield from given
        else:
            for part in re.findall(r"[〇\u3400-\u9fff\U00020000-\U0003ffff]+|.", comparable(run)):
                yield from pinyin.syllables(part) if part >= "〇" else [part] if part.isalnum() else []


def _substring(rng: Random, text: str) -> str:
    length = rng.randrange(2, 7)
    start = rng.randrange(max(1, len(text) - length + 1))
    return text[start : start + length]


def _terms(path: Path) -> Mapping[str, list[str]]:
    return {term["name"]: [term["name"], *term.get("former", [])] for term in _load(path)["terms"]}


def _load(path: Path) -> Any:
    loader: Callable[..., Any] = yaml.load
    return loader(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))

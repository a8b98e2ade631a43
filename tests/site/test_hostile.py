"""Hostile texts in every field of every kind of file, and every page and file of the site made of them: they stay texts."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from icalendar import Calendar
from openpyxl import load_workbook
from PIL import Image
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.libraries.markup import Use, held
from generator.problems.code import ERROR
from generator.reading import schema
from generator.reading.read import read_texts
from generator.reading.tables import Many, OfTable, Table
from generator.reading.words import Prose, Text
from tests.conftest import once
from tests.made import hostile
from tests.made.hostile import MARK, PAYLOADS
from tests.made.printed import pages

# Attributes that a browser shows or a script of ours reads as text.
MAPS = r"https://(?:uri\.amap|api\.map\.baidu|apis\.map\.qq)\.com/[a-z0-9/]+\?"  # what looks for a unit by its name
TEXTS = re.compile("title|alt|download|aria-label|content|value|placeholder|label|data-.*")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return once(tmp_path_factory, "hostile", hostile.build) / "site"


@pytest.fixture(scope="module")
def files(site: Path) -> dict[str, bytes]:
    """The site by path."""
    return {it.relative_to(site).as_posix(): it.read_bytes() for it in site.rglob("*") if it.is_file()}


def written(part: Any, table: Table[Any], above: str = "") -> Iterator[tuple[str, str]]:
    """The free texts of a part, each with its path in the schema."""
    for field in table.fields:
        kind = field.kind.item if isinstance(field.kind, Many) else field.kind
        path = f"{above or table.name}.{field.key}"
        value = getattr(part, field.key, None)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(kind, OfTable) and item is not None and not isinstance(item, Mapping):
                yield from written(item, kind.table, path)
            elif isinstance(kind, Text | Prose) and item is not None:
                yield path, item


def theirs(text: str) -> str:
    """A text without addresses of units, which are made of the letters and digits of their names."""
    return re.sub(r"\bunits/[a-z0-9-]+/", "", text)


def wrong(text: str) -> str:
    """What of a text holds a mark but is no whole payload."""
    text = theirs(text)
    for number in {int(it) for it in MARK.findall(text)}:
        text = text.replace(PAYLOADS[number], "").replace(f"?z{number}='onload=z%22&lt;b", "")
    return text if MARK.search(text) else ""


def nodes(page: LexborHTMLParser) -> Iterator[LexborNode]:
    assert page.root
    return page.root.traverse(include_text=True)


# ---- the registry


def test_every_free_text_is_hostile() -> None:
    """Each place of the schema where somebody may write freely holds each payload for which there is room."""
    made = hostile.made()
    registry = read_texts(made.texts, frozenset(hostile.photos()), hostile.photos())[0]
    kinds = (
        (schema.WORKSHOP, registry.workshops),
        (schema.NOTICE, registry.notices),
        (schema.FORM, registry.forms),
        (schema.VOCABULARY, tuple(registry.vocabularies.values())),
    )
    holds: dict[str, set[int]] = {}
    for table, parts in kinds:
        for part in parts:
            for path, text in written(part, table):
                holds.setdefault(path, set()).update(map(int, MARK.findall(text)))
    lacking = {}
    for path, most in hostile.fields().items():
        wanted = {number for number, text in enumerate(PAYLOADS) if len(text) <= most}
        if path in ("vocabulary.title", "vocabulary.scheme", "vocabulary.note"):
            wanted &= set(range(len(registry.vocabularies)))
        if path == "vocabulary.terms.parent":  # the name of another unit, hostile there
            wanted = set()
        lacking[path] = sorted(wanted - holds.get(path, set()))
    assert {path: numbers for path, numbers in lacking.items() if numbers} == {}
    assert made.refused == {}


# What no text may hold: controls, what turns the writing round, what is not seen, half a character.
REFUSED = "\0\x07\x1b\x7f\x9b\u202e\u2066\u200b\u2028\ufeff\U000e0041\ud800"


@pytest.mark.parametrize("sign", REFUSED, ids=ascii)
def test_a_hidden_sign_is_refused_at_each_place(sign: str) -> None:
    """In each free text of each kind of file, as it is and as an escape in quotes."""
    made = hostile.made()
    texts = {path: made.texts[path] for path, _ in made.held if re.search(r"(DL0002|-1)[.]", path)}
    texts["vocabularies/unions.yml"] = "".join(made.texts["vocabularies/unions.yml"].splitlines(True)[:11])
    asked = [(path, line) for path, line in made.held if line <= texts.get(path, "").count("\n")]
    assert len(asked) > len(hostile.fields())
    for path, line in asked:
        plain = path.endswith(".md")
        for written in (sign, f"\\U{ord(sign):08X}"):
            if (plain and written != sign) or written == "\ud800":
                continue  # a plain text has no escapes, a file of UTF-8 no half characters
            lines = texts[path].split("\n")
            head, quote, tail = lines[line - 1].rpartition("字" if plain else '"')
            lines[line - 1] = head + written + quote + tail
            problems = read_texts({path: "\n".join(lines)}, frozenset())[1]
            told = {problem.mark.line for problem in problems if problem.severity == ERROR}
            assert line in told, (path, line, written)


# ---- the pages


def test_no_page_holds_anything_of_theirs(files: Mapping[str, bytes]) -> None:
    """No element, attribute, handler, script or style bears a mark, and no address that one bears is dangerous."""
    followed = 0
    for path, content in files.items():
        if not path.endswith(".html"):
            continue
        page, read = LexborHTMLParser(content), held(content)
        assert not read.handlers, path
        assert not any(map(MARK.search, read.scripts)), path
        assert page.css_first("footer, meta[http-equiv=refresh], meta[name=robots][content=noindex]"), path
        for reference in read.references:
            if MARK.search(theirs(reference.address)):
                followed += 1
                assert reference.use == Use.LINK, (path, reference)
                assert re.match(rf"https://www\.example\.com/|{MAPS}|[./a-z0-9-]*[?#]", reference.address), (
                    path,
                    reference,
                )
        for node in nodes(page):
            assert not MARK.search(node.tag or ""), path
            for key, value in node.attributes.items():
                assert not MARK.search(key), (path, key)
                assert TEXTS.fullmatch(key) or key == "href" or not MARK.search(value or ""), (
                    path,
                    key,
                    value,
                )
    assert followed


def test_each_stands_as_text_once_escaped(files: Mapping[str, bytes]) -> None:
    """Wherever a mark stands in a text, a title or data for scripts, the whole payload does as it was written."""
    for path, content in files.items():
        if path.endswith(".html"):
            for node in nodes(LexborHTMLParser(content)):
                for text in shown(node):
                    assert not wrong(text), path


def shown(node: LexborNode) -> Iterator[str]:
    """The texts of a node of a page."""
    above = node.parent.tag if node.parent else ""
    if node.tag == "-text" and above == "script":
        if str(node.parent and node.parent.attributes.get("type")).endswith("json"):
            yield from strings(json.loads(node.text()))
    elif node.tag == "-text":
        yield node.text()
    elif node.tag != "-comment":
        for key, value in node.attributes.items():
            if value and TEXTS.fullmatch(key):
                yield from strings(json.loads(value)) if value.startswith('{"') else (value,)


def test_each_text_of_a_record_stands_on_its_page(files: Mapping[str, bytes]) -> None:
    """In full, as it was written; but for what a correction relies on, which stands in the files."""
    made = hostile.made()
    for number in range(len(PAYLOADS)):
        id_ = f"DL00{number + 1:02}"
        page = LexborHTMLParser(files[f"workshops/{id_}/index.html"])
        text = "\n".join(it for node in nodes(page) for it in shown(node))
        last = made.texts[f"workshops/0000/{id_}.yml"].count("\n")
        for (path, line), it in made.held.items():
            if path == f"workshops/0000/{id_}.yml" and line != last:
                assert it in text, (path, line)


# ---- the other files

PICTURES = {"png", "jpg", "webp", "ico"}


def test_every_other_file_holds_texts(files: Mapping[str, bytes]) -> None:
    """Read by a reader of its kind; a file of a kind that has none holds nothing of theirs."""
    found: dict[str, set[int]] = {}
    for path, content in files.items():
        ending = path.rpartition(".")[2]
        if ending == "html" or path.startswith(("search/", "assets/")) or path.endswith("/parts.json"):
            continue
        for text in READERS[ending](content) if ending in READERS else (content.decode("utf-8", "replace"),):
            assert not (wrong_of_pdf if ending == "pdf" else wrong)(text), path
            assert ending in READERS.keys() - PICTURES or not MARK.search(theirs(text)), path
            found.setdefault(ending, set()).update(map(int, MARK.findall(text)))
    for ending in ("json", "ndjson", "geojson", "csv", "xlsx", "sqlite", "docx", "pdf"):
        assert len(found[ending]) == len(PAYLOADS), ending


def strings(value: Any) -> Iterator[str]:
    """The texts of a value of JSON, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in (*value, *value.values()) if isinstance(value, dict) else value:
            yield from strings(item)


def wrong_of_pdf(text: str) -> str:
    """As `wrong`, of a page without white space."""
    for number in {int(it) for it in MARK.findall(text)}:
        text = text.replace("".join(PAYLOADS[number].split()), "")
    return text if MARK.search(text) else ""


def _cells(content: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝")), cell
            yield cell


def _stored(content: bytes) -> Iterator[str]:
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(content)
        for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            for row in base.execute(f'SELECT * FROM "{name}"'):  # noqa: S608 - the names of our own tables
                for cell in (cell for cell in row if isinstance(cell, str)):
                    yield from strings(json.loads(cell)) if cell.startswith('["') else (cell,)


def _sheets(content: bytes) -> Iterator[str]:
    for sheet in load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.value
                assert not cell.hyperlink or not MARK.search(str(cell.hyperlink.target)), cell.value
                yield str(cell.value or "")


def _elements(content: bytes) -> Iterator[str]:
    for element in ElementTree.fromstring(content).iter():  # noqa: S314 - our own text
        assert not MARK.search(element.tag)
        assert not any(map(MARK.search, element.attrib))
        yield from (element.text or "", element.tail or "", *element.attrib.values())


def _parts(content: bytes) -> Iterator[str]:
    """Of a Word file: texts may be cut into runs, so a paragraph is asked as a whole; a field's code is not theirs."""
    held = zipfile.ZipFile(io.BytesIO(content))
    for name in held.namelist():
        if not name.endswith((".xml", ".rels")):
            continue
        root = ElementTree.fromstring(held.read(name))  # noqa: S314 - our own text
        assert not any(MARK.search(element.tag) for element in root.iter())
        for element in root.iter(f"{W}instrText"):
            assert not MARK.search(element.text or "")
        yield from ("".join(it.text or "" for it in one.iter(f"{W}t")) for one in root.iter(f"{W}p"))
        yield from (it for element in root.iter() for it in element.attrib.values())


def _events(content: bytes) -> Iterator[str]:
    calendar = Calendar.from_ical(content.decode())
    assert {part.name for part in calendar.walk()} <= {"VCALENDAR", "VEVENT"}
    for part in calendar.walk():
        for key, value in part.property_items():
            assert not MARK.search(key) and key not in ("X", "Z")
            yield str(value)


def _feed(content: bytes) -> Iterator[str]:
    yield from _elements(content)
    assert b'type="html"' not in content


def _beside_pixels(content: bytes) -> Iterator[str]:
    """What a picture holds beside its pixels, whose bytes may look like anything."""
    with Image.open(io.BytesIO(content)) as picture:
        yield from (str(value) for value in (*picture.info.values(), *picture.getexif().values()))


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
READERS: dict[str, Callable[[bytes], Iterable[str]]] = {
    "sqlite": _stored,
    "json": lambda content: strings(json.loads(content)),
    "geojson": lambda content: strings(json.loads(content)),
    "ndjson": lambda content: (it for line in content.splitlines() for it in strings(json.loads(line))),
    "yml": lambda content: strings(yaml.load(content, Loader=yaml.CBaseLoader)),  # noqa: S506 - texts only
    "csv": _cells,
    "xlsx": _sheets,
    "docx": _parts,
    "atom": _feed,
    "xml": _elements,
    "svg": _elements,
    "ics": _events,
    "pdf": pages,
    **dict.fromkeys(PICTURES, _beside_pixels),
}

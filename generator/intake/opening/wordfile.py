"""A Word file as rows of cells, controls and bookmarks, whichever program saved it (the door to lxml for reading)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lxml import etree

from generator.intake.notes import Refusal
from generator.intake.opening.otherkinds import I603
from generator.intake.opening.package import Parts
from generator.intake.opening.wordtext import (
    floating,
    has_picture,
    local,
    property_of,
    shows_prompt,
    struck,
    text,
    value,
)

MAIN = "word/document.xml"
_DELETED = {"del", "moveFrom"}
_INSERTED = {"ins", "moveTo"}
# Elements of a document whose text stands elsewhere.
_ASIDE = (
    ("commentReference", "批注"),
    ("footnoteReference", "脚注"),
    ("endnoteReference", "尾注"),
    ("altChunk", "插入的另一份文件"),
    ("subDoc", "插入的另一份文件"),
)


class Control(NamedTuple):
    """A content control: its place, its text, whether a box is ticked, whether it is inside another control."""

    row: int
    cell: int
    tag: str
    alias: str
    text: str
    ticked: bool | None
    nested: bool


class Bookmark(NamedTuple):
    """A bookmark and its place."""

    row: int
    cell: int
    name: str


class Inside(NamedTuple):
    """What a cell holds besides its own text: `what` is table (with the text of all its cells), picture, or struck."""

    row: int
    cell: int
    what: str
    text: str = ""


@dataclass
class WordFile:
    """Rows of cells from top to bottom (a paragraph outside tables is a row of one cell; a table within a cell follows it).

    `tracked`: it has tracked changes; deleted text is left out, inserted text is included.
    `floating`: it has text in floating boxes, which is left out.
    `around`: of a row of a table within a cell, the row around it; `aside`: what else the file has and is not read, in words.
    """

    rows: list[list[str]] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    inside: list[Inside] = field(default_factory=list)
    around: dict[int, int] = field(default_factory=dict)
    aside: list[str] = field(default_factory=list)
    tracked: bool = False
    floating: bool = False

    def cut(self, begin: int, end: int) -> WordFile:
        """Return the rows from `begin` up to `end`, with all that belongs to them."""
        return WordFile(
            self.rows[begin:end],
            [item._replace(row=item.row - begin) for item in self.controls if begin <= item.row < end],
            [item._replace(row=item.row - begin) for item in self.bookmarks if begin <= item.row < end],
            [item._replace(row=item.row - begin) for item in self.inside if begin <= item.row < end],
            {row - begin: outer - begin for row, outer in self.around.items() if begin <= outer < end},
        )


def read(parts: Parts) -> WordFile | Refusal:
    """Read the main part of a .docx. Nothing else is read, and no reference is followed."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(parts[_main_part(parts)], parser)
    except (KeyError, etree.XMLSyntaxError):
        return Refusal(I603, "文件损坏，打不开", "请重新取得这个文件；在 Word 里打得开的，另存一份再试。")
    walk = _MainPart()
    for body in (item for item in root if local(item) == "body"):
        walk.blocks(body)
        walk.file.floating = floating(body)
        walk.file.aside = [word for tag, word in _ASIDE if next(body.iter(f"{{*}}{tag}"), None) is not None]
    return walk.file


class _MainPart:
    """Builds a WordFile from the tree of its main part."""

    def __init__(self) -> None:
        self.file = WordFile()

    def blocks(self, parent: Any) -> None:
        """Read paragraphs and tables, also those within controls and insertions."""
        for child in parent:
            name = local(child)
            if name == "p":
                self.row([[child]])
            elif name == "tbl":
                self.table(child)
            elif name == "sdt" and _holds_no_table(child):
                self.row([[child]])
            elif name in _DELETED:
                self.file.tracked = True
            elif name in ("sdt", "sdtContent", "customXml", *_INSERTED):
                self.blocks(child)

    def table(self, table: Any, around: int | None = None) -> None:
        """Read its rows, without those that a tracked change deletes; `around`: the row in a cell of which it stands."""
        for row in _within(table, "tr", "tbl"):
            if row.find("./{*}trPr/{*}del") is not None:
                self.file.tracked = True
                continue
            cells = list(_within(row, "tc", "tbl"))
            number = len(self.file.rows)
            if around is not None:
                self.file.around[number] = around
            self.row([[cell] for cell in cells])
            for place, cell in enumerate(cells):
                for inner in _within(cell, "tbl", "tbl"):
                    self.file.inside.append(Inside(number, place, "table", _as_text(inner)))
                    self.table(inner, number)

    def row(self, cells: list[list[Any]]) -> None:
        """Read one row: its texts, and the controls and bookmarks in it."""
        number = len(self.file.rows)
        self.file.rows.append(["\n".join(text(element) for element in cell).strip("\n") for cell in cells])
        for place, cell in enumerate(cells):
            for element in cell:
                self.anchors(element, number, place)
                self.besides(element, number, place)

    def besides(self, element: Any, row: int, cell: int) -> None:
        """Read what is no text of the cell: pictures, and words that were struck out by hand."""
        if has_picture(element):
            self.file.inside.append(Inside(row, cell, "picture"))
        if words := struck(element).strip():
            self.file.inside.append(Inside(row, cell, "struck", words))

    def anchors(self, element: Any, row: int, cell: int) -> None:
        """Read the controls and bookmarks of a cell, also a control around the cell or the row."""
        around = [
            outer for outer in element.iterancestors("{*}sdt") if len(list(_within(outer, "tc", "tbl"))) == 1
        ]
        for anchor in [
            *around,
            *element.iter("{*}sdt", "{*}bookmarkStart", "{*}ins", "{*}del", "{*}moveFrom"),
        ]:
            name = local(anchor)
            if name == "bookmarkStart" and _same_cell(anchor, element):
                self.file.bookmarks.append(Bookmark(row, cell, value(anchor, "name")))
            elif name == "sdt" and (anchor in around or _same_cell(anchor, element)):
                self.file.controls.append(_control(anchor, row, cell))
            elif name in ("ins", "del", "moveFrom"):
                self.file.tracked = True


def _control(control: Any, row: int, cell: int) -> Control:
    tag, alias = (property_of(control, name) for name in ("tag", "alias"))
    checked = control.find("./{*}sdtPr/{*}checkbox/{*}checked")
    box = control.find("./{*}sdtPr/{*}checkbox")
    ticked = None if box is None else checked is not None and value(checked, "val") in ("1", "true", "on")
    nested = any(
        property_of(outer, "tag") or property_of(outer, "alias") for outer in control.iterancestors("{*}sdt")
    )
    shown = (
        "" if shows_prompt(control) else "\n".join(text(part) for part in control.findall("./{*}sdtContent"))
    )
    return Control(row, cell, tag, alias, shown, ticked, nested)


def _as_text(table: Any) -> str:
    """Return a table as text: a line for each row, its cells with commas between."""
    rows = [[text(cell) for cell in _within(row, "tc", "tbl")] for row in _within(table, "tr", "tbl")]
    return "\n".join("，".join(" ".join(cell.split()) for cell in row if cell.strip()) for row in rows)


def _within(parent: Any, wanted: str, stop: str) -> Iterator[Any]:
    """Yield elements of that name below `parent`, not inside `stop`."""
    for child in parent:
        name = local(child)
        if name == wanted:
            yield child
        elif name != stop and name not in _DELETED:
            yield from _within(child, wanted, stop)


def _same_cell(anchor: Any, element: Any) -> bool:
    """Return whether there is no other table between an anchor and the element being read."""
    for outer in anchor.iterancestors():
        if outer is element:
            return True
        if local(outer) == "tbl":
            return False
    return anchor is element


def _holds_no_table(control: Any) -> bool:
    return next(_within(control, "tbl", "tbl"), None) is None


def _main_part(parts: Parts) -> str:
    """Return the part that the package names as its document; some programs number it."""
    try:
        relations = etree.fromstring(
            parts["_rels/.rels"], etree.XMLParser(resolve_entities=False, no_network=True)
        )
    except (KeyError, etree.XMLSyntaxError):
        return MAIN
    for relation in relations:
        if (relation.get("Type") or "").endswith("/officeDocument") and relation.get(
            "TargetMode"
        ) != "External":
            return posixpath.normpath((relation.get("Target") or MAIN).lstrip("/"))
    return MAIN

"""The table as an Excel file: an explanation, the workshops, a sheet for each of their lists, the words to choose from."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from generator.forms.sheets import choices, guide, page
from generator.forms.sheets.columns import ID, LACKS, LAYOUTS, LEVEL, NUMBER, SEAL, STATUS, WHICH, Layout
from generator.forms.sheets.looks import CellLooks
from generator.forms.sheets.rows import rows
from generator.libraries.kept import NOTHING, Kept, made
from generator.libraries.workbook import letter, workbook
from generator.model import gaps
from generator.model.registry import Registry
from generator.model.workshop import Workshop

if TYPE_CHECKING:
    from generator.libraries.workbook import Workbook

SHEET_TITLE = "创新工作室台账"
_BETWEEN = "、"
_A4 = 9


class TableWanted(NamedTuple):
    """What the table is to hold: the workshops, its title, the day on which it is asked what they lack, the day that its
    properties name. `public`: everybody may read it."""

    workshops: Collection[Workshop]
    title: str
    today: date
    created: date
    public: bool = False


def table_xlsx(registry: Registry, wanted: TableWanted, kept: Kept = NOTHING) -> bytes:
    """Return the table as .xlsx; the same records give the same bytes. `kept`: tables that were made before.

    Nothing decides about it but what is wanted, the texts of those records, and those of all vocabularies and notices.
    """
    words = ("vocabularies/", "notices/")
    texts = [(path, text) for path, text in sorted(registry.texts.items()) if path.startswith(words)]
    records = [(workshop.path, registry.texts.get(workshop.path)) for workshop in wanted.workshops]
    made_of = ("sheet", wanted._replace(workshops=()), texts, records)
    return made(kept, made_of, lambda: _made(registry, wanted))


def _made(registry: Registry, wanted: TableWanted) -> bytes:
    found = {workshop.id: gaps.found(workshop, wanted.today) for workshop in wanted.workshops}
    file, book = workbook(wanted.title, wanted.created)
    offers = _long(registry)
    writer = page.SheetWriter(book, registry, _sources(offers))
    _write_guide(book, writer.looks, registry, len(wanted.workshops))
    for layout in LAYOUTS:
        lines = _lines(registry, layout, wanted.workshops, found, public=wanted.public)
        writer.write(layout, lines)
    _write_words(book, writer.looks, offers)
    book.worksheets()[1].activate()
    book.close()
    return file.getvalue()


def _lines(
    registry: Registry,
    layout: Layout,
    workshops: Collection[Workshop],
    found: dict[str, tuple[gaps.Gap, ...]],
    *,
    public: bool,
) -> Iterator[page.SheetLine]:
    """Yield the rows of a sheet; of a list that a workshop lacks, an empty row that waits for an item."""
    for workshop in workshops:
        lacking = found[workshop.id]
        keys = {key for gap in lacking for key in gap.keys}
        inner = frozenset(key.removeprefix(f"{layout.key}.") if layout.key else key for key in keys)
        for row in rows(registry, [workshop], layout, public=public):
            beside = _beside(layout, workshop, lacking) | {NUMBER: str(row.number), SEAL: row.seal}
            empty = frozenset(key for key in inner if not row.cells.get(key, "?"))
            yield page.SheetLine(row, beside, empty)
        if layout.key in keys:
            every = frozenset(column.key for column in layout.columns)
            yield page.SheetLine(None, {ID: workshop.id, WHICH: workshop.name}, every)


def _beside(layout: Layout, workshop: Workshop, lacking: tuple[gaps.Gap, ...]) -> dict[str, str]:
    if layout.key:
        return {ID: workshop.id, WHICH: workshop.name}
    lacks = _BETWEEN.join(gap.words for gap in lacking)
    return {ID: workshop.id, LACKS: lacks, STATUS: workshop.status, LEVEL: workshop.level or ""}


def _long(registry: Registry) -> list[choices.WordList]:
    """Return the lists to choose from that need the sheet of words, each once."""
    offers: dict[str, choices.WordList] = {}
    for layout in LAYOUTS:
        for column in layout.columns:
            offered = choices.offer(registry, layout, column)
            if offered and not offered.in_cell:
                offers.setdefault(offered.title, offered)
    return list(offers.values())


def _sources(offers: list[choices.WordList]) -> dict[str, str]:
    """Return for each list the cells of the sheet of words that hold it; a column beside it holds its notes."""
    return {
        offered.title: f"={guide.WORDS}!${letter(2 * place)}$2:${letter(2 * place)}${len(offered.words) + 1}"
        for place, offered in enumerate(offers)
    }


def _write_words(book: Workbook, looks: CellLooks, offers: list[choices.WordList]) -> None:
    sheet = book.add_worksheet(guide.WORDS)
    for place, offered in enumerate(offers):
        sheet.write_string(0, 2 * place, offered.title, looks.head)
        sheet.set_column(2 * place, 2 * place, 30)
        sheet.set_column(2 * place + 1, 2 * place + 1, 40 if offered.notes else 2)
        for number, word in enumerate(offered.words, start=1):
            sheet.write_string(number, 2 * place, word, looks.locked)
        for number, note in enumerate(offered.notes, start=1):
            sheet.write_string(number, 2 * place + 1, note, looks.locked)
    sheet.freeze_panes(1, 0)
    sheet.protect("")


def _write_guide(book: Workbook, looks: CellLooks, registry: Registry, count: int) -> None:
    sheet = book.add_worksheet(guide.TITLE)
    widths = (18, 24, 26, 70)
    for place, wide in enumerate(widths):
        sheet.set_column(place, place, wide)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    number = 0
    for number, text in enumerate(guide.lines(count)):
        look = looks.title if len(text) < 10 else looks.line
        sheet.merge_range(number, 0, number, len(widths) - 1, "", look)
        sheet.write_string(number, 0, text, look)
        sheet.set_row(number, 24 if len(text) < 10 else 18 * (1 + len(text) // 66))
    for place, head in enumerate(("工作表", "列", "键", "怎么写")):
        sheet.write_string(number + 2, place, head, looks.head)
    listed = [(layout, column) for layout in LAYOUTS for column in layout.columns]
    for row, (layout, column) in enumerate(listed, start=number + 3):
        said = (
            layout.name,
            column.label,
            choices.path_of(layout, column),
            choices.how(registry, layout, column),
        )
        for place, text in enumerate(said):
            sheet.write_string(row, place, text, looks.how if place == 3 else looks.locked)
    sheet.protect("")

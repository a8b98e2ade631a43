"""The PDFs as measured on them (A4, 22 lines of 28 characters, tags, text), and all downloads byte for byte."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

from generator.doors.build import press
from generator.doors.disk import read_registry
from generator.forms import layout
from generator.forms.downloads import Download, downloads
from generator.forms.pdf import notice_pdf, summary_pdf
from generator.forms.xlsx import summary_xlsx
from generator.model.noticetext import Block, blocks
from generator.model.registry import Registry
from generator.reading.read import read_texts
from tests import ROOT
from tests.made import miniature, printed

MM = 72 / 25.4
PITCH = 29.6
MAKE = """
import json, pathlib, sys
from generator.doors.build import press
from generator.doors.disk import read_registry
from generator.forms.downloads import downloads
from generator.reading.read import read_texts
root = pathlib.Path(sys.argv[1])
texts, names, _ = read_registry(root / "registry")
print(json.dumps([(made.path, made.summed.sha256) for made in downloads(read_texts(texts, names)[0], press())]))
"""


@pytest.fixture(scope="module")
def registry() -> Registry:
    texts, names, _ = read_registry(ROOT / "registry")
    return read_texts(texts, names)[0]


@pytest.fixture(scope="module")
def files(registry: Registry) -> dict[Download, bytes]:
    return downloads(registry, press())


@pytest.fixture(scope="module")
def made(files: dict[Download, bytes]) -> dict[str, bytes]:
    return {download.path: content for download, content in files.items()}


def opened(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def lines(page: PageObject) -> dict[float, list[tuple[float, str]]]:
    """Pieces of text with their left edge, by baseline, in points."""
    found: dict[float, list[tuple[float, str]]] = defaultdict(list)

    def visit(text: str, now: list[float], matrix: list[float], font: Any, size: float) -> None:
        if text.strip():
            left, base = matrix[4] * now[0] + now[4], matrix[5] * now[3] + now[5]
            found[round(base, 1)].append((left, text.replace("\n", "")))

    page.extract_text(visitor_text=visit)
    return dict(sorted(found.items(), reverse=True))


def squeezed(text: str) -> str:
    return "".join(text.split())


def all_text(reader: PdfReader) -> str:
    return squeezed("".join(page.extract_text() for page in reader.pages))


def test_what_there_is_to_take_away(files: dict[Download, bytes]) -> None:
    assert [download.path for download in files] == [
        "forms/2019/application.docx",
        "forms/2019/application.pdf",
        "forms/2019/summary.xlsx",
        "forms/2019/summary.pdf",
        "notices/2019-24/notice.docx",
        "notices/2019-24/notice.pdf",
    ]
    first, content = next(iter(files.items()))
    assert (first.label, first.source) == ("大连市劳模（职工）创新工作室申报表（Word）", "2019/application")
    assert first.name == "大连市劳模（职工）创新工作室申报表.docx"
    assert first.summed.size == len(content) and len(first.summed.sha256) == 64


@pytest.mark.parametrize(
    ("path", "pages", "landscape"),
    [
        ("forms/2019/application.pdf", 2, False),
        ("forms/2019/summary.pdf", 3, True),
        ("notices/2019-24/notice.pdf", 3, False),
    ],
)
def test_a4_tagged_titled_and_nobodys(
    files: dict[Download, bytes], path: str, pages: int, landscape: bool
) -> None:
    titles = {download.path: download.title for download in files}
    reader = opened(next(content for download, content in files.items() if download.path == path))
    assert len(reader.pages) == pages
    for page in reader.pages:
        sides = (round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM))
        assert sides == ((297, 210) if landscape else (210, 297))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    told = {key: str(value) for key, value in (reader.metadata or {}).items()}
    assert told.pop("/Creator").startswith("Typst")
    assert told.pop("/Title") == titles[path]
    assert set(told) == {"/CreationDate", "/ModDate"}
    assert all(value.startswith("D:20190628") for value in told.values())


def test_the_notice_says_all_of_its_text(made: dict[str, bytes], registry: Registry) -> None:
    notice = registry.notice_by_id["2019-24"]
    found = all_text(opened(made["notices/2019-24/notice.pdf"]))
    for number in ("—1—", "—2—", "—3—"):
        found = found.replace(number, "")
    expected = blocks(registry.texts["notices/2019-24.md"], notice.contact)
    assert sorted(found) == sorted(squeezed("".join("".join(block.lines) for block in expected)))
    for block in expected:
        if block.kind != "imprint":
            assert squeezed(block.text) in found


def test_the_notice_keeps_to_the_grid(made: dict[str, bytes]) -> None:
    pages = [lines(page) for page in opened(made["notices/2019-24/notice.pdf"]).pages]
    for page in pages[:2]:
        *text, number = page
        assert round((text[0] - text[-1]) / PITCH, 2) == 21, "the 22nd line is filled"
        steps = {round((text[0] - base) / PITCH, 2) for base in text[1:]}
        assert all(step.is_integer() for step in steps if step not in _title_steps(page))
        assert round((number + 0.38 * 14) / MM) == 35 - 7, "the dash of the page number lies 7 mm below"


def _title_steps(page: dict[float, list[tuple[float, str]]]) -> set[float]:
    """Type of 22 pt stands lower in its line than that of 16 pt."""
    first = next(iter(page))
    titled = (
        base for base, pieces in page.items() if "劳模和" in pieces[0][1] or "工作室的通知" in pieces[0][1]
    )
    return {round((first - base) / PITCH, 2) for base in titled}


def test_28_characters_22_lines(registry: Registry) -> None:
    body = (Block("paragraph", ("工" * 2000,)),)
    reader = PdfReader(io.BytesIO(notice_pdf(press(), registry.notice_by_id["2019-24"], body)))
    first, second = (list(lines(page).values())[:-1] for page in reader.pages[:2])
    counts = [sum(len(text) for _, text in line) for line in (*first, *second)]
    assert len(first) == len(second) == 22
    assert counts == [26] + [28] * 43  # the first line begins two characters in
    top, *_, bottom = list(lines(reader.pages[0]))[:-1]
    assert round((297 * MM - top - 0.88 * 16) / MM) == 37
    assert round((bottom - 0.12 * 16) / MM) == 35


def test_margins_are_mirrored_and_page_numbers_outside(made: dict[str, bytes]) -> None:
    pages = [lines(page) for page in opened(made["notices/2019-24/notice.pdf"]).pages]
    lefts = [min(left for line in page.values() for left, _ in line) / MM for page in pages]
    assert [round(left) for left in lefts] == [28, 26, 28]
    numbers = [min(left for left, _ in list(page.values())[-1]) / MM for page in pages]
    assert [number > 105 for number in numbers] == [True, False, True]


def test_the_application_has_every_label_on_its_side(made: dict[str, bytes], registry: Registry) -> None:
    form = next(form for form in registry.forms if form.layout == "form")
    reader = opened(made["forms/2019/application.pdf"])
    front, back = (squeezed(page.extract_text()) for page in reader.pages)
    for field in form.fields:
        label = "年月日" if field.kind == "date" and field.place == "head" else field.label
        assert label in (back if field.place == "back" else front)
        assert all(option in front for option in field.options)
    assert all(squeezed(note) in back for note in layout.notes(form))
    assert back.count("（盖章）") == 3
    assert "附件2" not in front


def test_the_summary_repeats_its_labels(made: dict[str, bytes], registry: Registry) -> None:
    form = next(form for form in registry.forms if form.layout == "table")
    pages = [squeezed(page.extract_text()) for page in opened(made["forms/2019/summary.pdf"]).pages]
    for page in pages:
        assert all(field.label in page for field in form.fields)
    assert form.head[0] in pages[0]
    assert "40" in pages[-1]


def test_markup_in_a_text_stays_text(registry: Registry) -> None:
    written = "#panic() *粗* _斜_ $x$ @a <b> // [c] \\ `d`"
    content = notice_pdf(press(), registry.notice_by_id["2019-24"], (Block("paragraph", (written,)),))
    assert squeezed(written) in all_text(PdfReader(io.BytesIO(content)))


def test_same_bytes_anywhere(files: dict[Download, bytes], tmp_path: Path) -> None:
    here = [[download.path, download.summed.sha256] for download in files]
    for zone, seed, language in (("Asia/Shanghai", "1", "C"), ("America/Lima", "2", "zh_CN.UTF-8")):
        told = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LANG": language, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", MAKE, str(ROOT)]
        run = subprocess.run(command, env=told, cwd=tmp_path, check=True, capture_output=True)
        assert json.loads(run.stdout) == here


def test_a_table_without_a_head_is_printed() -> None:
    """Found by a fuzz run: the check passed it, and typst refused it."""
    registry = miniature.registry(printed.held())
    table = next(form for form in registry.forms if form.layout == "table")
    for head in ((), ("汇总表",), ("汇总表", "单位", "日期")):
        assert summary_pdf(press(), replace(table, head=head)).startswith(b"%PDF")
        assert summary_xlsx(replace(table, head=head), registry)

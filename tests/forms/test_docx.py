"""The Word form: what stands in its XML, that python-docx opens it, that nobody's name is inside, equal bytes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from generator.doors.disk import read_registry
from generator.forms.controls import W14, W
from generator.forms.docx import application_docx
from generator.forms.wordstyles import FONTS
from generator.model.forms import Form
from generator.reading.read import read_texts
from tests import ROOT

KEYS = [
    "unit", "date", "name", "level_1", "level_2", "leader", "birth", "grade", "education", "summary",
    "opinion_unit", "opinion_district", "opinion_city",
]  # fmt: skip
MAKE = """
import sys, hashlib, pathlib
from generator.doors.disk import read_registry
from generator.forms.docx import application_docx
from generator.reading.read import read_texts
texts, names, _ = read_registry(pathlib.Path(sys.argv[1]))
form = next(form for form in read_texts(texts, names)[0].forms if form.layout == "form")
print(hashlib.sha256(application_docx(form)).hexdigest())
"""


@pytest.fixture(scope="module")
def form() -> Form:
    texts, names, _ = read_registry(ROOT / "registry")
    return next(form for form in read_texts(texts, names)[0].forms if form.id == "2019/application")


@pytest.fixture(scope="module")
def content(form: Form) -> bytes:
    return application_docx(form)


@pytest.fixture(scope="module")
def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        return {name: held.read(name) for name in held.namelist()}


@pytest.fixture(scope="module")
def document(parts: dict[str, bytes]) -> etree._Element:
    return etree.fromstring(parts["word/document.xml"])


def values(document: etree._Element, path: str) -> list[str]:
    found = document.xpath(path, namespaces={"w": W, "w14": W14})
    assert isinstance(found, list)
    return [str(value) for value in found]


def test_a_control_and_a_bookmark_for_every_field(document: etree._Element) -> None:
    assert values(document, "//w:sdt/w:sdtPr/w:tag/@w:val") == KEYS
    assert values(document, "//w:bookmarkStart/@w:name") == KEYS
    for path in ("//w:sdt/w:sdtPr/w:id/@w:val", "//w:bookmarkStart/@w:id"):
        assert len(set(values(document, path))) == len(KEYS)
    assert values(document, "//w:bookmarkEnd/@w:id") == values(document, "//w:bookmarkStart/@w:id")


def test_controls_are_rich_text_and_the_levels_are_boxes(document: etree._Element) -> None:
    assert not values(document, "//w:sdtPr/w:text")
    assert values(document, "//w:sdt[w:sdtPr/w14:checkbox]/w:sdtPr/w:tag/@w:val") == ["level_1", "level_2"]
    assert values(document, "//w14:checked/@w14:val") == ["0", "0"]
    assert values(document, "//w:sdt[w:sdtPr/w14:checkbox]//w:t/text()") == ["□", "□"]


def test_blank_controls_print_nothing(document: etree._Element) -> None:
    shown = values(document, "//w:sdt[w:sdtPr/w:showingPlcHdr]//w:t/text()")
    assert len(shown) == len(KEYS) - 3  # all but the two boxes and the date
    assert not "".join(shown).strip()


def test_all_labels_and_notes_and_no_annex_number(form: Form, document: etree._Element) -> None:
    text = "".join(values(document, "//w:t/text()"))
    for field in form.fields:
        assert (field.label if field.key != "date" else "年   月   日") in text
    assert all(note in text for note in form.notes)
    assert text.count("附件2") == 1, "only the note may speak of 附件2"
    assert text.count("（盖  章）") == 3


def test_two_tables_of_the_same_columns_with_a_page_between(document: etree._Element) -> None:
    widths = [round(int(twips) * 25.4 / 1440) for twips in values(document, "//w:gridCol/@w:w")]
    assert widths == [104, 52, 36, 46, 26, 48, 36, 46, 26, 48]
    assert set(values(document, "//w:tblLayout/@w:type")) == {"fixed"}
    assert len(values(document, "//w:trPr")) == len(values(document, "//w:trPr/w:cantSplit"))
    assert values(document, "//w:pStyle[@w:val='Turn']/@w:val") == ["Turn"]


def test_nothing_typed_is_cut_off(document: etree._Element) -> None:
    """Every row grows with its text, also an opinion of more than four lines."""
    assert set(values(document, "//w:trHeight/@w:hRule")) == {"atLeast"}


def test_shared_signs_are_chinese_ones(parts: dict[str, bytes], document: etree._Element) -> None:
    """“”, ×, · and — are in both fonts: the hint makes them as wide as a character."""
    assert not values(document, "//w:r[w:t][not(w:rPr/w:rFonts/@w:hint='eastAsia')]/w:t/text()")
    assert not [name for name, part in parts.items() if b"ns0:" in part]


def test_who_fills_in_is_told_how_much_goes_in(document: etree._Element) -> None:
    """Word shows the title of a box while it is filled in."""
    titles = values(document, "//w:sdt/w:sdtPr/w:alias/@w:val")
    assert "工作室名称（至多60字）" in titles
    assert "工作室事迹简介、主要成果(300字)" in titles


def test_every_cell_ends_with_a_paragraph(document: etree._Element) -> None:
    cells = document.findall(f".//{{{W}}}tc")
    assert cells
    assert all(etree.QName(cell[-1]).localname == "p" for cell in cells)


def test_page_is_a4_with_mirrored_margins(content: bytes, parts: dict[str, bytes]) -> None:
    section = Document(io.BytesIO(content)).sections[0]
    assert section.page_width and section.page_height and section.left_margin and section.right_margin
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (round(section.left_margin.mm), round(section.right_margin.mm)) == (28, 26)
    assert b"mirrorMargins" in parts["word/settings.xml"]


def test_official_fonts_by_name_only(parts: dict[str, bytes]) -> None:
    fonts = etree.fromstring(parts["word/fontTable.xml"])
    assert values(fonts, "//w:font/@w:name") == list(FONTS)
    assert values(fonts, "//w:altName/@w:val") == ["仿宋", "宋体", "SimHei"]
    named = values(etree.fromstring(parts["word/styles.xml"]), "//w:rFonts/@w:eastAsia")
    assert set(named) <= set(FONTS)
    assert not [name for name in parts if "font" in name and name != "word/fontTable.xml"]


def test_no_name_no_company_no_leftovers(parts: dict[str, bytes]) -> None:
    assert sorted(parts) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels",
        "word/document.xml", "word/fontTable.xml", "word/settings.xml", "word/styles.xml",
    ]  # fmt: skip
    core = etree.fromstring(parts["docProps/core.xml"])
    told = {etree.QName(item).localname: item.text for item in core if item.text}
    assert told == {
        "title": "大连市劳模（职工）创新工作室申报表",
        "revision": "1",
        "created": "2019-06-28T00:00:00Z",
        "modified": "2019-06-28T00:00:00Z",
        "language": "zh-CN",
        "version": "2019.1",
    }
    assert all(word not in b"".join(parts.values()) for word in (b"python-docx", b"Macintosh", b"rsid"))


def test_same_bytes_anywhere(content: bytes, tmp_path: Path) -> None:
    made = set()
    for zone, seed in (("Asia/Shanghai", "1"), ("America/Lima", "2")):
        told = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", MAKE, str(ROOT / "registry")]
        made.add(subprocess.run(command, env=told, cwd=tmp_path, check=True, capture_output=True).stdout)
    assert len(made) == 1
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        assert {entry.date_time for entry in held.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert held.namelist() == sorted(held.namelist())

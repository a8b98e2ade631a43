"""The notice as a Word file: all of its text, the measures of GB/T 9704-2012 in its XML, nobody's name, equal bytes."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from lxml import etree

from generator.doors.disk import read_registry
from generator.forms.controls import W, w
from generator.forms.noticedocx import notice_docx
from generator.forms.wordfile import parts
from generator.forms.wordstyles import FONTS
from generator.model.noticetext import Block, blocks
from generator.model.registry import Registry
from generator.reading.read import read_texts
from tests import ROOT

MM = 36_000  # Word's finest unit


@pytest.fixture(scope="module")
def registry() -> Registry:
    texts, names, _ = read_registry(ROOT / "registry")
    return read_texts(texts, names)[0]


@pytest.fixture(scope="module")
def said(registry: Registry) -> tuple[Block, ...]:
    return blocks(registry.texts["notices/2019-24.md"], registry.notice_by_id["2019-24"].contact)


@pytest.fixture(scope="module")
def content(registry: Registry, said: tuple[Block, ...]) -> bytes:
    return notice_docx(registry.notice_by_id["2019-24"], said)


@pytest.fixture(scope="module")
def held(content: bytes) -> dict[str, etree._Element]:
    return {name: etree.fromstring(text.encode()) for name, text in parts(content).items()}


def values(element: etree._Element, path: str) -> list[str]:
    found = element.xpath(path, namespaces={"w": W})
    assert isinstance(found, list)
    return [str(value) for value in found]


def test_it_says_all_of_the_text_and_no_red_head(
    held: dict[str, etree._Element], said: tuple[Block, ...]
) -> None:
    text = "".join(values(held["word/document.xml"], "//w:t/text()"))
    assert text == "".join("".join(block.lines) for block in said)
    assert not values(held["word/styles.xml"], "//w:color/@w:val")


def test_the_page_holds_22_lines_of_28_characters(content: bytes, held: dict[str, etree._Element]) -> None:
    section = Document(io.BytesIO(content)).sections[0]
    sides = [section.page_width, section.page_height, section.top_margin, section.bottom_margin]
    sides += [section.left_margin, section.right_margin]
    measured = [(side or 0) / MM for side in sides]
    assert measured == pytest.approx([210, 297, 34.58, 32.58, 28, 26], abs=0.01)
    styles = held["word/styles.xml"]
    body = styles.xpath("//w:style[@w:styleId='Text']", namespaces={"w": W})
    assert isinstance(body, list) and isinstance(body[0], etree._Element)
    [line], [rule] = values(body[0], ".//w:pPr/w:spacing/@w:line"), values(body[0], ".//@w:lineRule")
    assert (line, rule) == (str(round(29.6 * 20)), "exact")
    [size], [spacing] = values(body[0], ".//w:sz/@w:val"), values(body[0], ".//w:rPr/w:spacing/@w:val")
    cell = int(size) / 2 + int(spacing) / 20
    assert (cell, int((297 - 34.58 - 32.58) / 25.4 * 72 / 29.6)) == (15.75, 22)
    assert int(156 / 25.4 * 72 / cell) == 28
    assert values(body[0], ".//w:ind/@w:firstLine") == [str(round(2 * cell * 20))]
    assert values(held["word/document.xml"], "//w:docGrid/@w:linePitch") == [line]


def test_page_numbers_stand_outside(held: dict[str, etree._Element]) -> None:
    assert values(held["word/document.xml"], "//w:footerReference/@w:type") == ["default", "even"]
    settings = held["word/settings.xml"]
    assert settings.find(w("mirrorMargins").tag) is not None
    assert settings.find(w("evenAndOddHeaders").tag) is not None
    for name, style in (("footer1", "PageOdd"), ("footer2", "PageEven")):
        foot = held[f"word/{name}.xml"]
        assert {item.prefix for item in foot.iter()} == {"w"}
        assert "".join(values(foot, "//w:t/text()")) == "— 1 —"
        assert values(foot, "//w:fldSimple/@w:instr") == ["PAGE"]
        assert values(foot, "//w:pStyle/@w:val") == [style]


def test_heads_are_heads_in_official_fonts(held: dict[str, etree._Element]) -> None:
    document, styles = held["word/document.xml"], held["word/styles.xml"]
    headings = "//w:p[w:pPr/w:pStyle[@w:val='Heading']]//w:t/text()"
    assert [text[:2] for text in values(document, headings)] == ["一、", "二、", "三、", "四、"]
    title = "//w:p[w:pPr/w:pStyle[@w:val='Title']]"
    assert (len(values(document, f"{title}//w:t/text()")), len(values(document, f"{title}//w:br"))) == (2, 1)
    assert values(styles, "//w:style[.//w:outlineLvl]/@w:styleId") == ["Title", "Heading"]
    faces = {
        style: values(styles, f"//w:style[@w:styleId='{style}']//w:rFonts/@w:eastAsia")
        for style in ("Title", "Heading", "Text")
    }
    assert faces == {"Title": ["方正小标宋简体"], "Heading": ["黑体"], "Text": ["仿宋_GB2312"]}
    assert values(held["word/fontTable.xml"], "//w:font/@w:name") == list(FONTS)


def test_the_signature_stands_right_and_the_imprint_at_the_foot(held: dict[str, etree._Element]) -> None:
    document = held["word/document.xml"]
    signature = values(document, "//w:p[w:pPr/w:pStyle[@w:val='Signature']]//w:ind/@w:left")
    first, date = (int(left) / 20 for left in signature)
    assert date - first == 2 * 15.75
    assert first + 9 * 15.75 + 2 * 15.75 <= 156 / 25.4 * 72
    assert values(document, "//w:framePr/@w:yAlign") == ["bottom"]
    assert values(document, "//w:p[w:pPr/w:framePr]//w:t/text()") == [
        "大连市总工会办公室",
        "2019年6月28日印发",
    ]


def test_nobodys_and_always_the_same(
    registry: Registry, said: tuple[Block, ...], content: bytes, held: dict[str, etree._Element]
) -> None:
    assert sorted(held) == [
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels",
        "word/document.xml", "word/fontTable.xml", "word/footer1.xml", "word/footer2.xml",
        "word/settings.xml", "word/styles.xml",
    ]  # fmt: skip
    told = {etree.QName(item).localname: item.text for item in held["docProps/core.xml"] if item.text}
    assert told == {
        "title": "关于推荐申报2019年大连市劳模和职工创新工作室的通知",
        "revision": "1",
        "created": "2019-06-28T00:00:00Z",
        "modified": "2019-06-28T00:00:00Z",
        "language": "zh-CN",
    }
    assert notice_docx(registry.notice_by_id["2019-24"], said) == content
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_markup_in_a_text_stays_text(registry: Registry) -> None:
    written = "<w:b/> & ]]> “引号” \\ 𠅤"
    content = notice_docx(registry.notice_by_id["2019-24"], (Block("paragraph", (written,)),))
    document = etree.fromstring(parts(content)["word/document.xml"].encode())
    assert values(document, "//w:t/text()") == [written]

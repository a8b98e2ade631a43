"""What is in the boxes of an application and is no text, and what stands in no box at all."""

from __future__ import annotations

from typing import Any

from generator.forms.controls import w
from tests.made.intake import builders

Sent = dict[str, bytes]


def _table(*rows: tuple[str, ...]) -> Any:
    return w("tbl", *(w("tr", *(builders.cell(text) for text in row)) for row in rows))


_PATENTS = (("成果", "数量"), ("专利", "3项"), ("工法", "2项"))


def table_in_the_long_box() -> Sent:
    """A table pasted into the 300-character box, behind a sentence."""
    return builders.spoiled(
        lambda root: builders.around(builders.control(root, "summary"), "p").addnext(_table(*_PATENTS))
    )


def table_alone_in_the_long_box() -> Sent:
    """The box holds a table and nothing else, within its control."""

    def change(root: Any) -> None:
        control = builders.control(root, "summary")
        paragraph = builders.around(control, "p")
        control[1][:] = [_table(*_PATENTS), w("p")]
        paragraph.addnext(control)

    return builders.sent(builders.changed(builders.application({**builders.VALUES, "summary": ""}), change))


def table_of_members() -> Sent:
    """The pasted table has heads that the form has too, a phone, and a birth date."""
    rows = (
        ("姓名", "学历", "技术等级", "电话"),
        ("甲某", "研究生", "技师", "13800138000"),
        ("乙某", "大学专科", "高级工", "1968年3月生"),
    )
    return builders.spoiled(
        lambda root: builders.around(builders.control(root, "summary"), "p").addnext(_table(*rows))
    )


def table_of_paragraphs_without_controls() -> Sent:
    """The same without controls."""

    def change(root: Any) -> None:
        place = builders.around(builders.control(root, "summary"), "p")
        place.addnext(_table(*_PATENTS))
        builders.unwrap(root, bookmarks=True)

    return builders.spoiled(change)


def picture_in_a_box() -> Sent:
    """A scan instead of the words, an Excel object behind words."""

    def change(root: Any) -> None:
        builders.around(builders.control(root, "summary"), "p").append(w("r", w("drawing")))
        builders.around(builders.control(root, "grade"), "p").append(w("r", w("object")))

    return builders.sent(builders.changed(builders.application({**builders.VALUES, "summary": ""}), change))


def struck_out() -> Sent:
    """A word struck out by hand, with its correction behind it; a whole box struck out."""

    def change(root: Any) -> None:
        def strike(words: str, kind: str = "strike") -> Any:
            said = w("t")
            said.text = words
            return w("r", w("rPr", w(kind)), said)

        builders.control(root, "grade")[1][:] = [strike("技师"), *builders.runs("高级技师")]
        builders.control(root, "education")[1][:] = [strike("大学专科", "dstrike")]

    return builders.spoiled(change)


def written_below_the_form() -> Sent:
    """A sentence below the form, which belongs to no box; another beside the notes."""

    def change(root: Any) -> None:
        root[0].insert(len(root[0]) - 1, builders.paragraph("补充：2023年新增专利2项。"))
        root[0].insert(len(root[0]) - 1, builders.paragraph("联系人：王某 13800138000"))

    return builders.spoiled(change)


def boxes_of_their_own() -> Sent:
    """Boxes that the form does not have: 毕业院校, 性别, 主要荣誉."""

    def change(root: Any) -> None:
        row = builders.around(builders.label(root, "技术等级"), "tr")
        row.addprevious(w("tr", *map(builders.cell, ("毕业院校", "大连理工大学", "性别", "男"))))
        row.addprevious(w("tr", *map(builders.cell, ("主要荣誉", "大连市劳动模范（2018年）"))))

    return builders.spoiled(change)


def another_file_inside() -> Sent:
    """Another document was inserted as a file of its own; a remark hangs at a word; a footnote."""

    def change(root: Any) -> None:
        root[0].insert(1, w("altChunk"))
        for reference in ("commentReference", "footnoteReference"):
            builders.around(builders.control(root, "grade"), "p").append(w("r", w(reference, id=1)))

    return builders.spoiled(change)


def boxes_empty() -> Sent:
    """Three forms: some boxes empty, some with a word for nothing, all empty but the name."""
    return {
        "甲.docx": builders.application({**builders.VALUES, "education": "", "birth": "", "level_2": ""}),
        "乙.docx": builders.application({**builders.OTHER, "grade": "无", "education": "／"}),
        "丙.docx": builders.application({"name": "郑示例职工创新工作室"}),
    }

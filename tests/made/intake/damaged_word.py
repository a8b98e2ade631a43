"""Applications as people, programs and tricksters damage them. Each function's docstring says what was done."""

from __future__ import annotations

import copy
from typing import Any

from generator.forms.controls import W, text_control, w
from tests.made.intake import builders

Sent = dict[str, bytes]


# ---- what people do


def good() -> Sent:
    """Nothing."""
    return builders.sent(builders.application())


def blank() -> Sent:
    """The form was sent without a word in it."""
    return builders.sent(builders.blank())


def controls_removed() -> Sent:
    """删除内容控件, the texts stay."""
    return builders.spoiled(builders.unwrap)


def controls_and_bookmarks_removed() -> Sent:
    """The table was copied into another document as plain text."""
    return builders.spoiled(lambda root: builders.unwrap(root, bookmarks=True))


def typed_beside_the_label() -> Sent:
    """The name written into the cell of its label; its own box is empty."""

    def change(root: Any) -> None:
        builders.unwrap(root, bookmarks=True)
        named = builders.label(root, "工作室名称")
        builders.set_cell(named, "工作室名称：周示例职工创新工作室")
        builders.set_cell(named.getnext(), "")

    return builders.spoiled(change)


def nothing_written_as_a_word() -> Sent:
    """无 and / in boxes that do not apply, among them one that is never read."""
    return builders.spoiled(lambda _: None, unit="无", education="无", grade="/", opinion_unit="无")


def two_names() -> Sent:
    """Two workshops in the box of one."""
    return builders.spoiled(lambda _: None, name="周示例职工创新工作室、周示例劳模创新工作室")


def copied_from_pdf() -> Sent:
    """Radicals for characters, a no-break and a zero-width space, empty lines."""
    summary = "工作室成立于2016年。\n\n\n　　一、\u00a0承担\u200b机床\u2f2d维修。\n　　二、\t获专利３项。"
    return builders.spoiled(lambda _: None, name="周示例职\u2f2f创新\u2f2f作室", summary=summary)


def ticked_by_hand() -> Sent:
    """√ typed before one of two boxes that are gone."""

    def change(root: Any) -> None:
        builders.unwrap(root, bookmarks=True)
        for cell in root.iter(f"{{{W}}}tc"):
            said = "".join(part.text or "" for part in cell.iter(f"{{{W}}}t"))
            if "区市县级" in said and "产业级" in said:
                builders.set_cell(cell, "√区市县级   产业级")

    return builders.spoiled(change)


def tracked_in_a_control() -> Sent:
    """One unit struck out, another put in, neither accepted."""

    def change(root: Any) -> None:
        content = builders.control(root, "unit")[1]
        struck, words = w("del"), w("delText")
        words.text = "旧单位有限公司"
        struck.append(w("r", words))
        content[:] = [struck, w("ins", *builders.runs("新单位有限公司"))]

    return builders.spoiled(change)


def tags_lost() -> Sent:
    """Only the titles of the controls are left, and they stand within other controls, one of them with a false title."""

    def change(root: Any) -> None:
        builders.unwrap_bookmarks(root)
        for item in list(root.iter(f"{{{W}}}sdt")):
            properties = item[0]
            properties.remove(properties.find(f"{{{W}}}tag"))
        inner = text_control("", "学历", 900, "初中")
        builders.control_titled(root, "技术等级")[1].append(inner[1])

    return builders.spoiled(change)


def labels_edited() -> Sent:
    """Labels with spaces, a colon, the other word; no controls, no bookmarks."""

    def change(root: Any) -> None:
        builders.unwrap(root, bookmarks=True)
        for old, new in {
            "工作室名称": "工 作 室 名 称：",
            "领军人": "领 衔 人",
            "学历": "文化程度：",
            "层次": "层\u3000次",
        }.items():
            builders.set_cell(builders.label(root, old), new)

    return builders.spoiled(change)


def label_unknown() -> Sent:
    """A label that nobody knows, without control: the field is not found."""

    def change(root: Any) -> None:
        builders.unwrap(root, bookmarks=True)
        builders.set_cell(builders.label(root, "学历"), "毕业于")

    return builders.spoiled(change)


def rows_inserted() -> Sent:
    """A row 联系电话 in the middle."""

    def change(root: Any) -> None:
        row = builders.around(builders.label(root, "技术等级"), "tr")
        row.addprevious(
            w(
                "tr",
                builders.cell("联系电话"),
                builders.cell("0411-00000000"),
                builders.cell("政治面貌"),
                builders.cell("群众"),
            )
        )

    return builders.spoiled(change)


def columns_inserted() -> Sent:
    """An empty cell between each label and its box; no controls."""

    def change(root: Any) -> None:
        builders.unwrap(root, bookmarks=True)
        for text in ("工作室名称", "领军人", "学历", "层次"):
            builders.label(root, text).addnext(builders.cell(""))

    return builders.spoiled(change)


def rows_reordered() -> Sent:
    """The rows of the front in another order; no controls."""

    def change(root: Any) -> None:
        builders.unwrap(root, bookmarks=True)
        rows = [builders.around(builders.label(root, text), "tr") for text in ("工作室名称", "技术等级")]
        rows[1].addnext(rows[0])

    return builders.spoiled(change)


def fields_swapped() -> Sent:
    """学历 and 领军人 with their boxes changed places, controls and all."""

    def change(root: Any) -> None:
        one, other = (builders.around(builders.control(root, key), "tc") for key in ("leader", "education"))
        labels = [builders.label(root, text) for text in ("领军人", "学历")]
        for first, second in ((one, other), labels):
            builders.swap(first, second)

    return builders.spoiled(change)


def columns_shifted() -> Sent:
    """The birth date stands in the leader's cell, as when a label's cell was deleted; it must not be told."""

    def change(root: Any) -> None:
        builders.unwrap(root, bookmarks=True)
        builders.set_cell(builders.around(builders.label(root, "领军人"), "tr")[2], "1980年11月")

    return builders.spoiled(change)


def birth_repeated() -> Sent:
    """The same words in the grade as in the birth date's box."""
    return builders.sent(builders.application(grade="属猴", birth="属猴"))


def both_boxes_ticked() -> Sent:
    """Both levels are ticked."""
    return builders.sent(builders.application(level_1=builders.TICKED))


def tick_typed() -> Sent:
    """√ behind the words, the boxes left alone."""

    def change(root: Any) -> None:
        builders.around(builders.control(root, "level_1"), "p").append(builders.runs("  √")[1])

    return builders.sent(builders.changed(builders.application({**builders.VALUES, "level_2": ""}), change))


def tick_typed_and_box_ticked() -> Sent:
    """One box is ticked, √ stands behind the other."""
    return builders.spoiled(
        lambda root: builders.around(builders.control(root, "level_1"), "p").append(builders.runs("√√")[0])
    )


def tick_of_a_symbol_font() -> Sent:
    """A Wingdings tick in place of the box, the two levels on one line."""

    def change(root: Any) -> None:
        builders.unwrap(root, bookmarks=True)
        box = builders.label(root, "□区市县级□产业级")
        builders.set_cell(box, "")
        tick = w("r", w("sym", font="Wingdings", char="F0FE"))
        box[-1].extend([*builders.runs("□区市县级  "), tick, *builders.runs("产业级")])

    return builders.sent(builders.changed(builders.application({**builders.VALUES, "level_2": ""}), change))


def other_level_deleted() -> Sent:
    """Only the level that holds was left standing."""

    def change(root: Any) -> None:
        builders.unwrap(root, bookmarks=True)
        builders.set_cell(builders.label(root, "□区市县级☑产业级"), "产业级")

    return builders.spoiled(change)


def box_denied() -> Sent:
    """The control says ticked, the sign that it shows was typed over with an empty box."""

    def change(root: Any) -> None:
        builders.control(root, "level_2")[1][:] = builders.runs("□□")[:1]

    return builders.spoiled(change)


def text_beside_empty_control() -> Sent:
    """Typed behind the control instead of in it."""

    def change(root: Any) -> None:
        builders.around(builders.control(root, "education"), "p").extend(builders.runs("大学本科"))

    return builders.sent(builders.changed(builders.application({**builders.VALUES, "education": ""}), change))


def text_beside_filled_control() -> Sent:
    """Something in the control, something else behind it."""
    return builders.spoiled(
        lambda root: builders.around(builders.control(root, "grade"), "p").extend(builders.runs("（技师）"))
    )


def prompt_left() -> Sent:
    """A control that was emptied shows Word's own prompt; another shows it although WPS kept the flag on a true text."""

    def change(root: Any) -> None:
        for key, text in (("education", "单击或点击此处输入文字。"), ("grade", "高级技师")):
            properties, content = builders.control(root, key)
            properties.append(w("showingPlcHdr"))
            content[:] = builders.runs(text)

    return builders.spoiled(change)


def tracked_changes() -> Sent:
    """The unit's old name was struck out and the new one inserted, a row was deleted, and nobody accepted it."""

    def change(root: Any) -> None:
        content = builders.control(root, "unit")[1]
        struck = w("delText")
        struck.text = "大连旧名厂"
        content[:] = [w("del", w("r", struck), id=900), w("ins", *builders.runs("大连新名厂"), id=901)]
        row = copy.deepcopy(builders.around(builders.control(root, "leader"), "tr"))
        for item in row.iter("{*}bookmarkStart"):
            item.set(f"{{{W}}}name", "gone")
        row.insert(0, w("trPr", w("del", id=902)))
        builders.around(builders.control(root, "leader"), "tr").addnext(row)

    return builders.spoiled(change)


def pasted_twice() -> Sent:
    """Two applications in one document."""
    second = {
        **builders.VALUES,
        "name": "吴示例劳模创新工作室",
        "leader": "吴示例",
        "unit": "大连乙公司",
        "level_2": "□",
        "level_1": builders.TICKED,
    }
    return builders.spoiled(lambda root: builders.twice(root, second))


def front_pasted_twice() -> Sent:
    """Only the front's table stands twice, with another name: one form that contradicts itself."""

    def change(root: Any) -> None:
        table = builders.around(builders.control(root, "name"), "tbl")
        second = copy.deepcopy(table)
        builders.fill(second, {"name": "吴示例劳模创新工作室"})
        table.addnext(second)

    return builders.spoiled(change)


def old_form() -> Sent:
    """The office's own form of 2019: the unit and the day on one line, no controls at all."""

    def change(root: Any) -> None:
        builders.unwrap(root, bookmarks=True)
        head = builders.around(
            next(item for item in root.iter(f"{{{W}}}t") if "申报单位" in (item.text or "")), "tbl"
        )
        head.addnext(
            builders.paragraph("申报单位（印章）：大连示例机械有限公司\u3000\u3000\u3000 2019 年 7 月  日")
        )
        head.getparent().remove(head)

    return builders.spoiled(change)


def block_paragraphs() -> Sent:
    """The summary's control holds two paragraphs of its own."""

    def change(root: Any) -> None:
        control = builders.control(root, "summary")
        paragraph = builders.around(control, "p")
        control[1][:] = [builders.paragraph("成立时间：2016年。"), builders.paragraph("主要成果：专利3项。")]
        paragraph.addnext(control)

    return builders.spoiled(change)


def furigana_and_hidden_text() -> Sent:
    """拼音指南 over the name, and hidden text behind it."""

    def change(root: Any) -> None:
        content = builders.control(root, "leader")[1]
        above, base = w("rt", *builders.runs("zhou")), w("rubyBase", *builders.runs("周"))
        hidden = w("r", w("rPr", w("vanish")), *builders.runs("看不见的字")[1])
        content[:] = [w("r", w("ruby", above, base)), *builders.runs("示例"), hidden]

    return builders.spoiled(change)


def floating_box() -> Sent:
    """The education was typed into a text box that floats over its cell, and stands in the file twice as Word writes it."""

    def change(root: Any) -> None:
        box = w("txbxContent", builders.paragraph("大学本科"))
        builders.around(builders.control(root, "education"), "p").append(w("r", w("pict", box)))

    return builders.sent(builders.changed(builders.application({**builders.VALUES, "education": ""}), change))


# ---- what they write


def summary_of_301() -> Sent:
    """One character too many."""
    return builders.sent(builders.application(summary="专" * 301))


def personal_data() -> Sent:
    """A mobile number in the summary."""
    return builders.sent(builders.application(summary="成员15人，联系13800138000，从事机床维修。"))


def name_missing() -> Sent:
    """No name of the workshop."""
    return builders.sent(builders.application({**builders.VALUES, "name": ""}))


def name_unchosen() -> Sent:
    """The pattern's brackets were left."""
    return builders.sent(builders.application(name="周示例劳模（职工）创新工作室"))


def terms_near() -> Sent:
    """Words that the vocabularies do not have, words they have under another name, two of one kind."""
    return builders.sent(builders.application(education="本科", grade="高级技工")) | {
        "乙.docx": builders.application(builders.OTHER, education="博士后", grade="高级技师、技师"),
        "丙.docx": builders.application(builders.THIRD, education="大专", grade="高级技师，正高工"),
    }


def two_leaders() -> Sent:
    """Two names; a name spread by blanks; one broken over two lines."""
    return builders.sent(builders.application(leader="周示例、吴示例")) | {
        "乙.docx": builders.application(builders.OTHER, leader="吴　示"),
        "丙.docx": builders.application(builders.THIRD, name="郑示例\n职工创新\n工作室"),
    }


def private_character() -> Sent:
    """A character of the private area, as a local font shows it, and characters that nobody sees."""
    return builders.sent(builders.application(leader="周\ue815", unit="大连\u200b示例\ufeff公司\u00a0一厂"))


def date_that_is_none() -> Sent:
    """填表日期 beyond the calendar, one that nobody filled in."""
    return builders.sent(builders.application(date="2019年13月1日")) | {
        "乙.docx": builders.application(builders.OTHER, date="    年   月   日")
    }


# ---- what programs do


def strict() -> Sent:
    """Saved as Strict Open XML: other namespaces."""
    old, new = W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    content = builders.application()
    return builders.sent(
        builders.with_parts(
            content, {builders.DOCUMENT: builders.parts(content)[builders.DOCUMENT].replace(old, new)}
        )
    )


def numbered_main_part() -> Sent:
    """The document is called document2.xml."""
    held = builders.parts(builders.application())
    held["word/document2.xml"] = held.pop(builders.DOCUMENT)
    held["_rels/.rels"] = held["_rels/.rels"].replace(b"word/document.xml", b"word/document2.xml")
    return builders.sent(builders.zipped(held.items()))


def nested_table() -> Sent:
    """The whole form stands in a cell of another table."""

    def change(root: Any) -> None:
        body = root[0]
        inside = list(body)[:-1]
        body.insert(0, w("tbl", w("tr", w("tc", *inside, w("p")))))

    return builders.spoiled(change)


def another_document() -> Sent:
    """Some other Word file."""

    def change(root: Any) -> None:
        root[0][:-1] = [builders.paragraph("关于召开会议的通知"), builders.paragraph("各基层工会：")]

    return builders.spoiled(change)

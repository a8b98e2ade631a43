"""The sheet that comes back: filled in well, filled in badly, sorted, cut, copied, and of records that changed meanwhile."""

from __future__ import annotations

from datetime import date
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from generator.forms.sheets.columns import SEAL
from tests.made.intake import sheets
from tests.made.intake.sheets import FILE, WORKSHOPS, Sent, filled

_WHY = {"改动原因": "抄录时写错", "改动依据": "大连市总工会命名通报原文"}
_RECORD = "workshops/0000/DL0001.yml"
_NEW = {
    "名称": "吴山劳模创新工作室",
    "所在单位": "大连示例港口有限公司",
    "区域": "甘井子区",
    "所属行业": "C34 通用设备制造业",
}


def _now(old: str, new: str) -> Sent:
    """The first record, changed since the sheet was made."""
    text = sheets.registry().texts[_RECORD]
    if old not in text:
        raise ValueError(old)
    return {_RECORD: text.replace(old, new, 1).encode()}


def unchanged() -> Sent:
    return filled()


def gaps_are_filled() -> Sent:
    cells = {
        "所在单位": "大连示例船舶有限公司",
        "区域": "中山区",
        "所属行业": "C34 通用设备制造业",
        "推荐工会": "中山区总工会",
    }
    return filled(
        (
            WORKSHOPS,
            "DL0003",
            {**cells, "成立时间": "2019年6月", "成员人数": "十五人", "专业方向": "  船舶 焊接 "},
        ),
        ("成果", "DL0003", {"种类": "专利", "名称": "一种焊接夹具", "年度": 2025, "数量": 2}),
    )


def words_as_people_write_them() -> Sent:
    return filled(
        (WORKSHOPS, "DL0003", {"所属行业": "c34", "区域": "中山", "成立时间": "2019.6"}),
        (WORKSHOPS, "DL0001", {"成员人数": "３０", "位置·经度": "121.65°"}),
    )


def a_published_fact_without_a_reason() -> Sent:
    return filled((WORKSHOPS, "DL0001", {"名称": "周海劳模创新工作室", "专业方向": "机床改造"}))


def a_fact_that_was_wrong() -> Sent:
    return filled(
        ("命名", ("DL0001", 2), {"称号": "辽宁省劳模创新工作室", **_WHY}),
    )


def a_renaming() -> Sent:
    why = {"改动原因": "更名 2025年12月", "改动依据": "大连示例机械有限公司工会文件"}
    return filled((WORKSHOPS, "DL0001", {"名称": "周海数控职工创新工作室", **why}))


def a_renaming_without_a_day() -> Sent:
    return filled(
        (WORKSHOPS, "DL0001", {"名称": "周海数控职工创新工作室", "改动原因": "更名", "改动依据": "文件"})
    )


def a_renaming_that_does_not_explain_the_rest() -> Sent:
    why = {"改动原因": "更名 2025-12", "改动依据": "文件"}
    return filled(
        (WORKSHOPS, "DL0001", {"名称": "周海数控职工创新工作室", "所在单位": "大连示例机床有限公司", **why})
    )


def a_unit_renamed_in_a_row_of_its_own() -> Sent:
    event = {"编号": "DL0001", "情况": "单位更名", "日期": "2025-11", "依据": "企业公示信息"}
    return filled((WORKSHOPS, "DL0001", {"所在单位": "大连示例机械集团有限公司"}), ("后续情况", None, event))


def another_leader() -> Sent:
    why = {"改动原因": "变更领衔人 2026-01", "改动依据": "大连示例机械有限公司工会文件"}
    return filled((WORKSHOPS, "DL0001", {"领衔人·姓名": "吴山", **why}))


def two_persons_lead() -> Sent:
    return filled((WORKSHOPS, "DL0001", {"领衔人·姓名": "周海、吴山", **_WHY}))


def an_event_is_deleted_without_a_reason() -> Sent:
    return filled(("后续情况", ("DL0001", 1), {"情况": "删除"}))


def an_item_is_deleted_with_a_reason() -> Sent:
    return filled(("成果", ("DL0001", 1), {"种类": "删除", **_WHY}))


def a_source_gets_another_address() -> Sent:
    cells = {"网址": "https://www.example.com/news/2.html", **_WHY}
    return filled(("来源", ("DL0001", 1), cells))


def a_cell_is_deleted() -> Sent:
    return filled((WORKSHOPS, "DL0001", {"开放先导区": "删除", "领衔人·技能等级": "删除"}))


def what_must_be_there_is_deleted() -> Sent:
    return filled((WORKSHOPS, "DL0001", {"名称": "删除"}), (WORKSHOPS, "DL0002", {"类型": "删除"}))


def items_are_added() -> Sent:
    return filled(
        ("成果", None, {"编号": "dl1", "种类": "论文", "名称": "导轨磨损的一种测法", "年度": 2025}),
        ("成果", None, {"编号": "ＤＬ０００１", "种类": "专利", "名称": "一种机床导轨修复装置", "年度": 2022, "数量": 1, "凭据": "ZL202210123456.7"}),
        ("来源", None, {"编号": "DL0001", "标题": "新闻", "这条来源写到了哪些内容": "所在单位、成果；领衔人·姓名"}),
    )  # fmt: skip


def one_item_in_two_rows() -> Sent:
    def copy(book: Workbook) -> None:
        sheet = book["成果"]
        row = sheets.row_of(sheet, ("DL0001", 1))
        for column in range(1, sheet.max_column + 1):
            sheet.cell(sheet.max_row if column > 1 else sheet.max_row + 1, column).value = sheet.cell(
                row, column
            ).value
        sheet.cell(sheet.max_row, sheets.at(sheet)["名称"]).value = "另一种装置"

    return filled(then=copy)


def one_workshop_in_two_rows() -> Sent:
    def copy(book: Workbook) -> None:
        sheet = book[WORKSHOPS]
        row, last = sheets.row_of(sheet, "DL0001"), sheet.max_row + 1
        for column in range(1, sheet.max_column + 1):
            sheet.cell(last, column).value = sheet.cell(row, column).value
        sheet.cell(last, sheets.at(sheet)["专业方向"]).value = "数控"

    return filled(then=copy)


def ids_of_nobody() -> Sent:
    return filled(
        (WORKSHOPS, None, {"编号": "DL9999", "名称": "某某创新工作室"}),
        (WORKSHOPS, None, {"编号": "第一个", "名称": "某某创新工作室"}),
        ("成果", None, {"种类": "论文", "名称": "没有写编号的一项"}),
        (WORKSHOPS, None, {"所在单位": "没有写名称的单位"}),
    )


def only_the_ids_were_sorted() -> Sent:
    def sort(book: Workbook) -> None:
        sheet = book[WORKSHOPS]
        ids = [sheet.cell(row, 1).value for row in range(3, sheet.max_row + 1)]
        for row, id_ in enumerate(reversed(ids), start=3):
            sheet.cell(row, 1).value = id_

    return filled((WORKSHOPS, "DL0003", {"区域": "中山区"}), then=sort)


def whole_rows_were_sorted() -> Sent:
    def sort(book: Workbook) -> None:
        for name in (WORKSHOPS, "成果"):
            sheet = book[name]
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
            for number, values in enumerate(reversed(rows), start=3):
                for column, value in enumerate(values, start=1):
                    sheet.cell(number, column).value = value
                    sheet.cell(number, column).data_type = "s" if isinstance(value, str) else "n"

    return filled(
        (WORKSHOPS, "DL0003", {"区域": "中山区"}), ("成果", ("DL0002", 3), {"凭据": "证书"}), then=sort
    )


def columns_moved_and_renamed() -> Sent:
    def move(book: Workbook) -> None:
        sheet = book[WORKSHOPS]
        heads = sheets.at(sheet)
        sheet.cell(1, heads["领衔人·姓名"]).value = "领军人"
        sheet.cell(1, heads["所属行业"]).value = "行 业"
        sheet.move_range(f"D1:D{sheet.max_row}", cols=sheet.max_column - 2)
        sheet.insert_cols(2)
        sheet.cell(1, 2).value = "备注"
        sheet.cell(3, 2).value = "已问过"
        sheet.insert_cols(2)
        sheet.cell(1, 2).value = "成立的时间"
        sheet.cell(3, 2).value = "2019"
        sheet.title = "Sheet1"

    return filled((WORKSHOPS, "DL0003", {"所属行业": "C34"}), then=move)


def rows_columns_and_sheets_removed() -> Sent:
    def cut(book: Workbook) -> None:
        del book["命名"]
        del book["词表"]
        sheet = book[WORKSHOPS]
        sheet.delete_cols(sheets.at(sheet)["所在单位"])
        sheet.delete_rows(sheets.row_of(sheet, "DL0002"))
        sheet.delete_rows(2)

    return filled((WORKSHOPS, "DL0003", {"区域": "中山区"}), then=cut)


def heads_of_an_earlier_year() -> Sent:
    """A column that our tables called otherwise when this one went out."""

    def call(book: Workbook) -> None:
        sheet = book["来源"]
        sheet.cell(1, sheets.at(sheet)["这条来源写到了哪些内容"]).value = "能证明哪些键"

    return filled(
        ("来源", None, {"编号": "DL0001", "标题": "新闻", "这条来源写到了哪些内容": "所在单位"}), then=call
    )


def the_cell_was_changed_meanwhile() -> Sent:
    return filled((WORKSHOPS, "DL0001", {"专业方向": "数控机床", "成员人数": 18})) | _now(
        "机床维修\n", "机床修复\n"
    )


def another_cell_was_changed_meanwhile() -> Sent:
    return filled((WORKSHOPS, "DL0001", {"专业方向": "数控机床"})) | _now("members: 15", "members: 16")


def the_item_was_changed_meanwhile() -> Sent:
    return filled(("成果", ("DL0001", 1), {"年度": 2023})) | _now("导轨修复装置", "导轨修整装置")


def an_item_came_before_it_meanwhile() -> Sent:
    other = "achievements:\n  - kind: 论文\n    title: 先来的一项\n"
    return filled(("成果", ("DL0001", 1), {"年度": 2023})) | _now("achievements:\n", other)


def the_item_is_gone_meanwhile() -> Sent:
    text = sheets.registry().texts[_RECORD]
    start, end = text.index("achievements:"), text.index("photos:")
    return filled(("成果", ("DL0001", 1), {"年度": 2023})) | {_RECORD: (text[:start] + text[end:]).encode()}


def without_seals() -> Sent:
    def cut(book: Workbook) -> None:
        for sheet in book.worksheets[1:-1]:
            sheet.delete_cols(sheets.at(sheet)[SEAL])

    cells = {"序号": "7", "编号": "DL0001", "种类": "论文", "名称": "没有这一项"}
    return filled((WORKSHOPS, "DL0003", {"区域": "中山区"}), ("成果", None, cells), then=cut)


def formulas_errors_and_struck_words() -> Sent:
    def damage(book: Workbook) -> None:
        sheet = book[WORKSHOPS]
        heads = sheets.at(sheet)
        sheet.cell(3, heads["专业方向"]).value = "=VLOOKUP(A3,Sheet9!A:B,2,0)"
        sheet.cell(4, heads["专业方向"]).value = "#N/A"
        sheet.cell(4, heads["专业方向"]).data_type = "e"
        for cell in sheet[5]:
            cell.font = Font(strike=True)
        sheet.cell(5, heads["区域"]).value = "中山区"
        struck = TextBlock(InlineFont(strike=True), "焊接")
        sheet.cell(6, heads["专业方向"]).value = CellRichText(struck, "起重")

    return filled(then=damage)


def hidden_rows_and_a_hidden_sheet() -> Sent:
    def hide(book: Workbook) -> None:
        book[WORKSHOPS].row_dimensions[sheets.row_of(book[WORKSHOPS], "DL0003")].hidden = True
        book["成果"].sheet_state = "hidden"

    return filled(
        (WORKSHOPS, "DL0003", {"区域": "中山区"}), ("成果", ("DL0001", 1), {"年度": 2021}), then=hide
    )


def cells_merged_downwards() -> Sent:
    def merge(book: Workbook) -> None:
        sheet = book[WORKSHOPS]
        column = get_column_letter(sheets.at(sheet)["推荐工会"])
        sheet.cell(3, sheets.at(sheet)["推荐工会"]).value = "中山区总工会"
        sheet.merge_cells(f"{column}3:{column}5")

    return filled(then=merge)


def personal_data_typed_in() -> Sent:
    return filled(
        (WORKSHOPS, "DL0003", {"专业方向": "焊接，联系电话 13800138000"}),
        ("来源", None, {"编号": "DL0003", "标题": "身份证号 210202196803154321 的登记表"}),
    )


def far_too_long() -> Sent:
    return filled(
        (WORKSHOPS, "DL0003", {"专业方向": "焊" * 32767}),
        (WORKSHOPS, "DL0001", {"事迹简介、主要成果": "焊" * 400}),
    )


def texts_like_formulas() -> Sent:
    return filled(
        (WORKSHOPS, "DL0003", {"专业方向": "=1+1", "所在单位": "@单位"}),
        ("来源", None, {"编号": "DL0003", "标题": "+一则新闻", "发布者": "-某报"}),
    )


def pasted_with_breaks() -> Sent:
    return filled(
        (WORKSHOPS, "DL0003", {"所在单位": "大连示例\n船舶有限公司\t", "专业方向": "船舶\u200b焊接"}),
        (WORKSHOPS, "DL0001", {"事迹简介、主要成果": "第一段。\r\n\r\n  第二段。"}),
    )


def dates_as_excel_keeps_them() -> Sent:
    return filled(
        (WORKSHOPS, "DL0003", {"成立时间": date(2019, 6, 28)}),
        (WORKSHOPS, "DL0001", {"成立时间": 43644}),
        (WORKSHOPS, "DL0002", {"成立时间": 2019.1}),
    )


def the_same_as_above() -> Sent:
    return filled(
        (WORKSHOPS, "DL0002", {"推荐工会": "中山区总工会"}), (WORKSHOPS, "DL0003", {"推荐工会": "同上"})
    )


def a_law_is_broken() -> Sent:
    return filled(
        (WORKSHOPS, "DL0003", {"成立时间": "2030-01", "区域": "中山区"}),
        (WORKSHOPS, "DL0002", {"位置·经度": "12.5", "位置·纬度": "38.9"}),
    )


def a_notice_by_its_title() -> Sent:
    notice = sheets.registry().notices[-1]
    cells = {"编号": "DL0003", "称号": "大连市职工创新工作室", "级别": "市级", "日期": notice.date.iso}
    return filled(("命名", None, {**cells, "命名通报": notice.title}))


def a_new_workshop() -> Sent:
    source = {
        "工作室": _NEW["名称"],
        "标题": "吴山的报道",
        "日期": "2023-08",
        "这条来源写到了哪些内容": "名称；所在单位",
    }
    named = {
        "工作室": _NEW["名称"],
        "称号": "大连市劳模创新工作室",
        "级别": "市级",
        "日期": "2023-07-13",
        "命名通报": "naming-2023",
    }
    return filled((WORKSHOPS, None, _NEW), ("来源", None, source), ("命名", None, named))


def a_new_workshop_that_is_there_already() -> Sent:
    return filled((WORKSHOPS, None, {"名称": "周海职工创新工作室", "所在单位": "大连示例机械有限公司"}))


def a_new_workshop_whose_leader_has_no_basis() -> Sent:
    return filled((WORKSHOPS, None, {**_NEW, "领衔人·姓名": "吴山"}))


def two_new_workshops_of_one_name() -> Sent:
    return filled((WORKSHOPS, None, _NEW), (WORKSHOPS, None, {**_NEW, "所在单位": "大连示例机场有限公司"}))


def a_word_for_nothing() -> Sent:
    """Over what the record says it is told, elsewhere it says as much as an empty cell; none is a word of the map's own."""
    return filled(
        (WORKSHOPS, "DL0001", {"专业方向": "无", "开放先导区": "无"}),
        (WORKSHOPS, "DL0003", {"专业方向": "暂无", "位置·地图上怎么显示": "none"}),
    )


def as_csv() -> Sent:
    return sheets.text(WORKSHOPS, "utf-8-sig", (WORKSHOPS, "DL0003", {"区域": "中山区"}))


def as_csv_of_chinese_windows() -> Sent:
    return sheets.text("成果", "gb18030", ("成果", ("DL0001", 1), {"年度": "2021"}))


def a_record_in_brackets() -> Sent:
    text = "{id: DL0003, name: 只知名称职工创新工作室, kind: 工作室, sources: [{title: 新闻}]}\n"
    return filled((WORKSHOPS, "DL0003", {"区域": "中山区"})) | {"workshops/0000/DL0003.yml": text.encode()}


def a_record_with_question_marks() -> Sent:
    """Before its keys, as YAML allows: the program does not touch it."""
    text = "? id\n: DL0003\n? name\n: 只知名称职工创新工作室\n? kind\n: 工作室\n? sources\n: - title: 新闻\n"
    return filled((WORKSHOPS, "DL0003", {"区域": "中山区"})) | {"workshops/0000/DL0003.yml": text.encode()}


def an_old_table_of_application() -> Sent:
    """A table of other heads with numbers in its first column is none of ours."""
    book = Workbook()
    sheet: Any = book.active
    sheet.append(["编号", "物品", "数量"])
    sheet.append([1, "扳手", 3])
    return {FILE: sheets.saved(book)}

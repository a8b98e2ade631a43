"""One file as it was sent to its applications: its kind, its form, then its reader."""

from __future__ import annotations

from generator.intake.filled import Filled
from generator.intake.labels import Labels
from generator.intake.notes import FormNotes, Refusal, UnknownHead, quoted
from generator.intake.opening import (
    package,
    sheetfile,
    tableform,
    tableheader,
    tablenotes,
    textfile,
    titles,
    wordfile,
    wordform,
)
from generator.intake.opening.otherkinds import I603
from generator.intake.opening.sheet import FilledCell, FilledRow, FilledSheet
from generator.intake.returned import rows
from generator.intake.returned.rows import ReturnedTable
from generator.model.forms import Form
from generator.model.registry import Registry
from generator.problems.code import ERROR, WARNING, Code

_FORM, _TABLE = "form", "table"
Sent = list[Filled] | ReturnedTable | Refusal
_LEAST_FIELDS = 3


I606 = Code(
    "I606",
    ERROR,
    "这种格式转换不了",
    meaning=".doc、.xls、.odt、.ods、.rtf 要借助 LibreOffice 转换，没有装或转换不了就读不出来。",
    bad="没有装 LibreOffice 时读入 申报表.doc",
    remedy="用 Word、WPS 或 Excel 另存为 .docx 或 .xlsx。",
)
I607 = Code(
    "I607",
    ERROR,
    "认不出是哪张表",
    meaning="靠栏名认表；栏名都不在了，就分不清哪格填的是什么。",
    bad="一份普通的 Word 文件",
    remedy="把内容抄进本站下载的空白表格。",
)
_NO_FORMS = (
    "名册里还没有申报表和汇总表，程序不知道有哪些栏：先运行 run.py call new 写出推荐通知和两张表格，再读一次。"
    "是命名通报名单的，加上 --notice。"
)
I608 = Code(
    "I608",
    WARNING,
    "文件里有宏",
    meaning="宏是会自己运行的程序。这里从不运行它，只读文字。",
    bad="存成 .docm 的申报表",
    remedy="核对来历；不用宏的另存为 .docx 或 .xlsx。",
)


def applications(content: bytes, registry: Registry, notes: FormNotes) -> Sent:
    """Return the applications of a .docx, an .xlsx or a table as text, or the rows of a sheet that comes back; other kinds must
    be converted before."""
    kind = _kind(content, notes)
    if isinstance(kind, Refusal):
        return kind
    if kind == "text":
        return _text(textfile.decoded(content) or "", registry, notes)
    return _office(content, kind, registry, notes)


def _kind(content: bytes, notes: FormNotes) -> str | Refusal:
    """Return text, docx or xlsx; other kinds are refused."""
    if notes.path.rpartition("/")[2].startswith(("~$", ".~")):
        message = "这是 Word 或 WPS 打开文件时临时留下的，不是表格"
        return Refusal(I603, message, "请把它从要读的文件里去掉；关了 Word 它会自己消失。")
    kind = package.kind(content)
    if isinstance(kind, Refusal) or kind in ("text", "docx", "xlsx"):
        return kind
    message = f"这是 .{kind} 格式{_by_wps(notes.path)}，要先转换"
    return Refusal(I606, message, "请用 Word、WPS 或 Excel 另存为 .docx 或 .xlsx 再读。")


def sheets(content: bytes, notes: FormNotes) -> list[list[FilledSheet]] | Refusal:
    """Return all that a file says in rows, whatever it is: for a text once for each sign that may stand between its cells, and
    at last with its lines as they are. Refused as `applications` refuses a file.
    """
    kind = _kind(content, notes)
    if isinstance(kind, Refusal):
        return kind
    if kind == "text":
        text = textfile.decoded(content) or ""
        lines = [
            FilledRow(at, (FilledCell(line.strip()),))
            for at, line in enumerate(text.splitlines(), 1)
            if line.strip()
        ]
        return [
            *(one for one in textfile.read(text) if not isinstance(one, Refusal)),
            [FilledSheet("", tuple(lines))],
        ]
    parts = _safe(content, notes)
    if isinstance(parts, Refusal):
        return parts
    read = _in_rows(wordfile.read(parts)) if kind == "docx" else sheetfile.read(parts)
    return read if isinstance(read, Refusal) else [read]


def _in_rows(file: wordfile.WordFile | Refusal) -> list[FilledSheet] | Refusal:
    """Return the rows and paragraphs of a Word file as a sheet."""
    if isinstance(file, Refusal):
        return file
    rows = enumerate(file.rows, start=1)
    return [FilledSheet("", tuple(FilledRow(number, tuple(map(FilledCell, row))) for number, row in rows))]


def _office(content: bytes, kind: str, registry: Registry, notes: FormNotes) -> Sent:
    """Return the applications of a .docx or .xlsx whose parts are safe."""
    parts = _safe(content, notes)
    if isinstance(parts, Refusal):
        return parts
    return (_word if kind == "docx" else _excel)(parts, registry, notes)


def _safe(content: bytes, notes: FormNotes) -> package.Parts | Refusal:
    """Return the parts of a .docx or .xlsx, if they are safe."""
    parts = package.unpack(content)
    odd = parts if isinstance(parts, Refusal) else package.xml(parts)
    if isinstance(parts, Refusal) or odd:
        return odd or {}
    if package.has_macros(parts):
        notes.add("", I608, "文件里有宏，没有理会", "请核对来历；不用宏的请另存为 .docx 或 .xlsx。")
    return parts


def _by_wps(path: str) -> str:
    """Return what to add for a file of WPS, which is an old Word or Excel file inside."""
    ending = path.rpartition(".")[2].lower()
    return f"（WPS 的 .{ending}）" if ending in ("wps", "wpt", "et", "ett") else ""


def _word(parts: package.Parts, registry: Registry, notes: FormNotes) -> Sent:
    file = wordfile.read(parts)
    if isinstance(file, Refusal):
        return file
    rows = _in_rows(file)
    if not isinstance(rows, Refusal) and any(
        tableform.has_header(form, rows) for form in _newest(registry, _TABLE)
    ):
        remedy = "请把表复制到 Excel 里，或抄进本站下载的空白汇总表，存为 .xlsx 再读。"
        return Refusal(I607, "这是放在 Word 里的推荐汇总表", remedy)
    tried: list[tuple[int, list[Filled], FormNotes]] = []
    for form in _newest(registry, _FORM):
        own = FormNotes(notes.path, notes.today)
        filled = wordform.read(form, file, own)
        tried.append((sum(len(one.boxes) for one in filled), filled, own))
    best = max(tried, key=lambda item: item[0], default=None)
    if best is None or not best[1]:
        return _unknown(titles.first(cell for row in file.rows for cell in row), registry)
    notes.problems += best[2].problems
    return best[1]


def _excel(parts: package.Parts, registry: Registry, notes: FormNotes) -> Sent:
    sheets = sheetfile.read(parts)
    if isinstance(sheets, Refusal):
        return sheets
    return _table(sheets, registry, notes) or _no_table(sheets, registry, notes)


def _text(text: str, registry: Registry, notes: FormNotes) -> Sent:
    """Return the applications of a table as text."""
    refused: Refusal | None = None
    cut: list[FilledSheet] = []
    for sheets in textfile.read(text):
        if isinstance(sheets, Refusal):
            refused = refused or sheets
        elif filled := _table(sheets, registry, notes):
            return filled
        elif not cut and _is_cut(sheets):
            cut = sheets
    named = any(field.label in text for form in _newest(registry, _TABLE) for field in form.fields[1:2])
    if not registry.forms:
        return _unknown("", registry)
    plain = Refusal(I603, "这是纯文本，不是汇总表", "请用 Excel 把表存为 .xlsx，申报表存为 .docx 再读。")
    return refused if refused and named else _no_table(cut, registry, notes) if cut else plain


def _is_cut(sheets: list[FilledSheet]) -> bool:
    """Return whether a text is a table, whatever its labels: its first rows have as many cells, and not few."""
    widths = {len(row.cells) for sheet in sheets for row in sheet.rows[:3]}
    return len(widths) == 1 and min(widths) >= _LEAST_FIELDS and len(sheets[0].rows) > 1


def _table(sheets: list[FilledSheet], registry: Registry, notes: FormNotes) -> Sent | None:
    """Return the rows of a sheet that comes back, or the applications of the newest form whose labels the sheets have; None if
    they have those of none."""
    if returned := rows.table(sheets, registry, notes):
        return returned
    form = next((form for form in _newest(registry, _TABLE) if tableform.has_header(form, sheets)), None)
    if form is None:
        return None
    filled = tableform.read(form, sheets, notes)
    return filled or Refusal(I607, "汇总表里没有填写任何工作室", "请核对是不是空白表格。")


def _no_table(sheets: list[FilledSheet], registry: Registry, notes: FormNotes) -> Refusal:
    """Return what a workbook is that has no table of workshops."""
    for form in _newest(registry, _TABLE):
        for sheet in sheets:
            if not sheet.hidden and (number := tableheader.too_low(Labels(form), sheet)):
                message = f"列名在“{sheet.name}”的第 {number} 行，太靠下，没有读"
                return Refusal(I607, message, "请删去列名上面多余的行，让列名在前 20 行里，再读一次。")
    texts = [[cell.text for cell in row.cells] for sheet in sheets for row in sheet.rows if not sheet.hidden]
    for form in _newest(registry, _FORM):
        labels = Labels(form)
        if len({field.key for row in texts for _, field, _ in labels.named(row)}) >= _LEAST_FIELDS:
            message = "这是抄在 Excel 里的申报表"
            return Refusal(I607, message, "请把内容抄进本站下载的空白申报表，存为 .docx 再读。")
    heads = next((row for row in texts if sum(map(bool, row)) >= _LEAST_FIELDS), [])
    notes.heads += [UnknownHead(head) for head in heads if head and not tablenotes.is_of_tool(head)]
    return _unknown(titles.first(text for row in texts for text in row), registry)


def _unknown(beginning: str, registry: Registry) -> Refusal:
    """Return that a file is no form of ours, with what it begins with."""
    said = f"（开头是{quoted(beginning)}）" if beginning else ""
    message = f"认不出是申报表还是推荐汇总表{said}"
    remedy = "请核对是不是放错了文件；没有放错的，请把内容抄进本站下载的空白表格再读。"
    return Refusal(I607, message, remedy if registry.forms else _NO_FORMS)


def _newest(registry: Registry, layout: str) -> list[Form]:
    return sorted(
        (form for form in registry.forms if form.layout == layout),
        key=lambda form: form.effective,
        reverse=True,
    )

"""One file as it was sent to its applications: its kind, its form, then its reader."""

from __future__ import annotations

from generator.intake.filled import Filled
from generator.intake.notes import FormNotes, Refusal
from generator.intake.opening import package, sheetfile, tableform, wordfile, wordform
from generator.model.forms import Form
from generator.model.registry import Registry
from generator.problems.code import ERROR, WARNING, Code

_FORM, _TABLE = "form", "table"


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
I608 = Code(
    "I608",
    WARNING,
    "文件里有宏",
    meaning="宏是会自己运行的程序。这里从不运行它，只读文字。",
    bad="存成 .docm 的申报表",
    remedy="核对来历；不用宏的另存为 .docx 或 .xlsx。",
)


def applications(content: bytes, registry: Registry, notes: FormNotes) -> list[Filled] | Refusal:
    """Return the applications of a .docx or .xlsx; other kinds must be converted before."""
    kind = package.kind(content)
    if isinstance(kind, Refusal):
        return kind
    if kind not in ("docx", "xlsx"):
        return Refusal(
            I606, f"这是 .{kind} 格式，要先转换", "请用 Word、WPS 或 Excel 另存为 .docx 或 .xlsx 再读。"
        )
    parts = package.unpack(content)
    if isinstance(parts, Refusal):
        return parts
    odd = package.xml(parts)
    if odd:
        return odd
    if package.has_macros(parts):
        notes.add("", I608, "文件里有宏，没有理会", "请核对来历；不用宏的请另存为 .docx 或 .xlsx。")
    read = _word if kind == "docx" else _excel
    filled = read(content, parts, registry, notes)
    if not isinstance(filled, Refusal) and not filled:
        return Refusal(I607, "认不出是申报表还是推荐汇总表", "请把内容抄进本站下载的空白表格再读。")
    return filled


def _word(
    content: bytes, parts: package.Parts, registry: Registry, notes: FormNotes
) -> list[Filled] | Refusal:
    file = wordfile.read(parts)
    if isinstance(file, Refusal):
        return file
    tried: list[tuple[int, list[Filled], FormNotes]] = []
    for form in _newest(registry, _FORM):
        own = FormNotes(notes.path, notes.today)
        filled = wordform.read(form, file, own)
        tried.append((sum(len(one.boxes) for one in filled), filled, own))
    best = max(tried, key=lambda item: item[0], default=None)
    if best is None:
        return []
    notes.problems += best[2].problems
    return best[1]


def _excel(
    content: bytes, parts: package.Parts, registry: Registry, notes: FormNotes
) -> list[Filled] | Refusal:
    sheets = sheetfile.read(content, parts)
    if isinstance(sheets, Refusal):
        return sheets
    form = next((form for form in _newest(registry, _TABLE) if tableform.has_header(form, sheets)), None)
    if form is None:
        return []
    filled = tableform.read(form, sheets, notes)
    return filled or Refusal(I607, "汇总表里没有填写任何工作室", "请核对是不是空白表格。")


def _newest(registry: Registry, layout: str) -> list[Form]:
    return sorted(
        (form for form in registry.forms if form.layout == layout),
        key=lambda form: form.effective,
        reverse=True,
    )

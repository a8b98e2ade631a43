"""Forms filled as Word and Excel fill them, and the tools to damage them."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from lxml import etree
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from generator.doors import disk
from generator.forms.controls import W, w
from generator.forms.docx import application_docx
from generator.forms.xlsx import summary_xlsx
from generator.intake import columns
from generator.intake.batch import Batch, batch, checked
from generator.intake.notes import Refusal
from generator.model.forms import Form
from generator.model.registry import Registry
from generator.reading.read import read_texts
from tests import ROOT

TODAY = date(2026, 3, 1)
TICKED = "☑"
DOCUMENT = "word/document.xml"
VALUES = {
    "unit": "大连示例机械有限公司",
    "date": "2019年7月1日",
    "name": "周示例职工创新工作室",
    "level_2": TICKED,
    "leader": "周示例",
    "birth": "1980年11月",
    "grade": "高级技师",
    "education": "大学本科",
    "summary": "工作室成立于2016年，承担机床维修方面的课题。",
    "opinion_unit": "同意推荐",
}
OTHER = {**VALUES, "name": "吴示例职工创新工作室", "leader": "吴示例", "unit": "大连乙公司"}
THIRD = {**VALUES, "name": "郑示例职工创新工作室", "leader": "郑示例", "unit": "大连丙公司"}
ROW = {
    "工作室名称": "周示例职工创新工作室",
    "类别": "职工",
    "所在单位": "大连示例机械有限公司",
    "层次": "区市县级",
    "领衔人": "周示例",
    "领衔人荣誉": "大连市劳动模范",
    "技术等级": "高级技师",
    "学历": "大学本科",
    "成立时间": "2016-05",
    "成员人数": "15",
    "所属区域": "中山区",
    "所属行业": "C34 通用设备制造业",
    "推荐单位": "中山区总工会",
}


@cache
def registry() -> Registry:
    """The real forms and vocabularies without any records."""
    texts, names, problems = disk.read_registry(ROOT / "registry")
    assert not problems
    kept = {path: text for path, text in texts.items() if not path.startswith("workshops/")}
    return read_texts(kept, names)[0]


def form(layout: str) -> Form:
    """The spec of the application (form) or of the summary (table)."""
    return next(form for form in registry().forms if form.layout == layout)


def read(
    sent: Mapping[str, bytes | Refusal], datum: str = "wgs84", called: Mapping[str, str] | None = None
) -> Batch:
    """What the import makes of files. `called`: what their heads mean, as a file settles it."""
    forms = columns.settled(registry(), called or {})
    return checked(batch(sent.items(), forms, [], TODAY, datum), registry(), TODAY)


# ---- Word


@cache
def blank() -> bytes:
    """The blank application."""
    return application_docx(form("form"))


def application(values: Mapping[str, str] = VALUES, **others: str) -> bytes:
    """The application filled control by control, its text in two runs as Word splits it, paragraphs as line breaks."""
    return changed(blank(), lambda root: fill(root, {**values, **others}))


def fill(root: Any, values: Mapping[str, str]) -> None:
    """Write values into the controls of a document."""
    for control in root.iter(f"{{{W}}}sdt"):
        told = values.get(tag(control))
        if told:
            properties, content = control
            for flag in properties.findall(f"{{{W}}}showingPlcHdr"):
                properties.remove(flag)
            for box in properties.iter("{*}checked"):
                box.attrib[next(iter(box.attrib))] = "1" if told == TICKED else "0"
            content[:] = runs(told)


def runs(text: str) -> list[Any]:
    """A text as Word might store it: cut into two runs, a break for each new line."""
    made = []
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(w("r", w("br")))
        half = len(line) // 2
        for part in (line[:half], line[half:]):
            words = w("t")
            words.text = part
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            made.append(w("r", words))
    return made


def paragraph(text: str) -> Any:
    """A paragraph of the text."""
    return w("p", *runs(text))


def cell(text: str) -> Any:
    """A table cell with the text, a paragraph a line."""
    return w("tc", w("tcPr"), *(paragraph(line) for line in text.split("\n")))


def tag(control: Any) -> str:
    """A control's tag."""
    found = control.find(f"{{{W}}}sdtPr/{{{W}}}tag")
    return "" if found is None else str(found.get(f"{{{W}}}val"))


def control(root: Any, wanted: str) -> Any:
    """The control of that tag."""
    return next(item for item in root.iter(f"{{{W}}}sdt") if tag(item) == wanted)


def control_titled(root: Any, title: str) -> Any:
    """The control whose alias begins with that."""
    titles = ((item, item[0].find(f"{{{W}}}alias").get(f"{{{W}}}val")) for item in root.iter(f"{{{W}}}sdt"))
    return next(item for item, said in titles if said.startswith(title))


def around(element: Any, name: str) -> Any:
    """The nearest element of that name around another."""
    return next(element.iterancestors(f"{{{W}}}{name}"))


def label(root: Any, text: str) -> Any:
    """The cell whose whole text is a label."""
    cells = root.iter(f"{{{W}}}tc")
    return next(item for item in cells if "".join(item.itertext()).replace("\u3000", "") == text)


def unwrap(root: Any, bookmarks: bool = False) -> None:
    """Take all controls away and leave what they hold; with `bookmarks` those too."""
    for item in list(root.iter(f"{{{W}}}sdt")):
        content = item.find(f"{{{W}}}sdtContent")
        parent, place = item.getparent(), item.getparent().index(item)
        parent[place : place + 1] = list(content)
    if bookmarks:
        unwrap_bookmarks(root)


def unwrap_bookmarks(root: Any) -> None:
    """Take all bookmarks away."""
    for item in list(root.iter("{*}bookmarkStart", "{*}bookmarkEnd")):
        item.getparent().remove(item)


def swap(one: Any, other: Any) -> None:
    """Let two elements change places."""
    place = other.getparent(), other.getparent().index(other)
    one.getparent().replace(one, other)
    place[0].insert(place[1], one)


def set_cell(item: Any, text: str) -> None:
    """Replace all that a cell shows."""
    for child in item.findall(f"{{{W}}}p"):
        item.remove(child)
    item.extend(paragraph(line) for line in text.split("\n"))


def changed(content: bytes, change: Callable[[Any], Any]) -> bytes:
    """The file with its document changed."""
    root = etree.fromstring(parts(content)[DOCUMENT])
    change(root)
    return with_parts(content, {DOCUMENT: etree.tostring(root, xml_declaration=True, encoding="UTF-8")})


def sent(content: bytes) -> dict[str, bytes]:
    """An application as a person sends it: its name and its bytes."""
    return {"申报表.docx": content}


def spoiled(change: Callable[[Any], Any], **values: str) -> dict[str, bytes]:
    """An application filled, then changed, as it is sent."""
    return sent(changed(application(VALUES, **values), change))


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of an office file."""
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        return {name: held.read(name) for name in held.namelist()}


def with_parts(content: bytes, others: Mapping[str, bytes]) -> bytes:
    """The file with parts added or replaced."""
    return zipped({**parts(content), **others}.items())


def zipped(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of these entries."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries:
            made.writestr(name, content)
    return held.getvalue()


def twice(root: Any, values: Mapping[str, str]) -> None:
    """Paste a second copy of the form, filled with other values, behind the first; bookmarks stay with the first."""
    body = root[0]
    second = copy.deepcopy(body)
    fill(second, values)
    for item in list(second.iter("{*}bookmarkStart", "{*}bookmarkEnd")):
        item.getparent().remove(item)
    body[-1:-1] = list(second)[:-1]


# ---- Excel


def summary(
    rows: Iterable[Mapping[str, Any]] = (ROW,),
    change: Callable[[Any], None] | None = None,
    empty: bytes | None = None,
) -> bytes:
    """The summary (or the `empty` one of another register) filled by label; `change` is given the sheet before it is saved."""
    book = load_workbook(io.BytesIO(empty or summary_xlsx(form("table"), registry())))
    sheet: Any = book.worksheets[0]
    top = header(sheet)
    columns = {str(item.value).replace("\n", ""): item.column for item in sheet[top]}
    for number, values in enumerate(rows, start=1):
        for name, value in values.items():
            sheet.cell(top + number, columns[name]).value = value
    if change:
        change(sheet)
    return saved(book)


def header(sheet: Any) -> int:
    """The number of the row of labels."""
    return int(next(row[0].row for row in sheet.iter_rows() if row[0].value == "序号"))


def column(sheet: Any, label: str) -> int:
    """The number of a label's column."""
    named = (item for item in sheet[header(sheet)] if str(item.value).replace("\n", "") == label)
    return int(next(named).column)


def saved(book: Workbook) -> bytes:
    """A workbook's bytes."""
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()

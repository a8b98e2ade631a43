"""What is printed: texts that a PDF takes from the registry, and whether the fonts show their characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.libraries.typeset import INSTEAD, Fonts, code_of
from generator.model.part import Part
from generator.model.registry import Registry
from generator.problems.code import WARNING, Code
from generator.problems.problem import Mark, Problem
from generator.reading.oddities import odd_character

R421 = Code(
    "R421",
    WARNING,
    "字库里没有这个字",
    meaning="名录、标签、表格和通知的 PDF 用随程序带的字库排印，有的生僻字、外文和图形符号字库里没有，只能印成“〓”，编码注在同一页。",
    bad="unit: 大连𠮷野家公司",
    remedy="写错的改正；没写错可以不改，要印出原字，请维护者把有这个字的字库放进 site_src/fonts。",
)
_MOST = 8


class _Printed(NamedTuple):
    """A text that is printed, and where it stands."""

    path: str
    mark: Mark
    text: str


def fonts_show_what_is_printed(registry: Registry, fonts: Fonts) -> Iterator[Problem]:
    """Each printed text has a glyph for each of its characters (R421); no law of the data alone, so `check` brings the fonts."""
    for printed in _printed(registry):
        missing = fonts.missing(printed.text)
        if missing:
            listed = "、".join(f"“{sign}”（{code_of(sign)}）" for sign in missing[:_MOST])
            listed += f"等 {len(missing)} 个字" if len(missing) > _MOST else ""
            message = f"字库里没有{listed}，PDF 里会印成“{INSTEAD}”，编码注在同一页"
            remedy = "写错了请改正；没写错可以不改，网页上照常显示。要印出原字，请维护者把有这个字的字库放进 site_src/fonts。"
            mark = _place(registry, printed, missing[0])
            yield Problem(printed.path, mark, R421, message, remedy)


def _printed(registry: Registry) -> Iterator[_Printed]:
    """Yield all texts of the registry that any PDF holds: the register of a year, labels, certificates, forms, notices."""
    for workshop in registry.workshops:
        yield from _of(workshop.path, workshop, "name", "unit", "former_names", "former_units")
        for change in workshop.handovers:
            yield from _of(workshop.path, change, "former_leader")
        if workshop.leader:
            yield from _of(workshop.path, workshop.leader, "name")
        for designation in workshop.designations:
            yield from _of(workshop.path, designation, "title")
    for form in registry.forms:
        table = (
            form.layout == "table"
        )  # its lines above, in place of the fields that stand above the other kind
        yield from _of(form.path, form, "title", "notes", *(("annex", "head") if table else ()))
        for field in form.fields:
            label = "lines" if field.lines and (table or field.place != "head") else "label"
            options = ("options",) if field.kind == "choice" and not table else ()
            yield from _of(form.path, field, label, *options)
    for name in ("districts", "industries"):
        for term in registry.terms(name):
            yield from _of(f"vocabularies/{name}.yml", term, "name")
    for notice in registry.notices:
        if notice.is_naming:  # on certificates
            yield from _of(notice.path, notice, "issuer", "title", "number")
        text = f"notices/{notice.text}"
        if text in registry.texts:
            yield from _of(notice.path, notice, "contact")
            yield from _lines(text, registry.texts[text])


def _of(path: str, part: Part, *keys: str) -> Iterator[_Printed]:
    """Yield the texts of a part at these keys; of a list each."""
    for key in keys:
        value = getattr(part, key)
        if isinstance(value, str):
            yield _Printed(path, part.mark(key), value)
        for number, text in enumerate(value if isinstance(value, tuple) else (), start=1):
            yield _Printed(path, part.mark(f"{key}.{number}"), text)


def _lines(path: str, text: str) -> Iterator[_Printed]:
    """Yield the lines of a notice's text, but for those of which worse is told."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not odd_character(line):
            yield _Printed(path, Mark(number, 1, len(line) + 1), line)


def _place(registry: Registry, printed: _Printed, sign: str) -> Mark:
    """Return where a character of a text stands; the text's place where an escape writes it."""
    line = registry.texts[printed.path].split("\n")[printed.mark.line - 1]
    column = line.find(sign, printed.mark.column - 1) + 1
    return Mark(printed.mark.line, column, column + 1) if column else printed.mark

"""Makers for the tests of print: what a press is told, characters that no font shows, a font of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pypdfium2 import PdfDocument

from generator.doors.build import press
from generator.forms.downloads import downloads
from generator.libraries.typeset import INSTEAD, Press
from generator.model.registry import Registry
from generator.site.editions.register import edition_pdf
from generator.site.verification.awards import TEMPLATES, awards, awards_pdf
from generator.site.verification.labels import Means
from tests.made import miniature, samples

# Each kind, and the characters of it that stand as 〓.
OUTSIDE = {
    "extension B": ("𠮷", "𠮷"),
    "extension H": ("𱖎", "𱖎"),
    "subscript": ("CO₂", "₂"),
    "Hangul": ("한국", "한국"),
    "bullet operator": ("甲∙乙", "∙"),
    "emoji": ("👍", "👍"),
    "emoji with a colour": ("👍🏽", "👍🏽"),
    "emoji of several": ("👨‍👩‍👧", "👨👩👧"),
    "emoji style": ("甲\ufe0f✌\ufe0f", "✌"),
    "flag": ("🇨🇳", "🇨🇳"),
    "keycap": ("1\ufe0f\u20e3", "\u20e3"),
    "private use": ("\ue000\U000f0000", "\ue000\U000f0000"),
    "nothing": ("\0", "\0"),
    "controls": ("\x01\x07\x1b\x1f\x7f\x80\x9f", "\x01\x07\x1b\x1f\x7f\x80\x9f"),
    "half a pair": ("\ud842", "\ud842"),
    "no characters": ("\uffff\U0010ffff\u0378", "\uffff\U0010ffff\u0378"),
    "lone mark": ("\u0302", "\u0302"),
    "mark": ("x\u0302永\u20d0", "\u0302\u20d0"),
    "Tibetan": ("བོད", "བོད"),
    "Arabic": ("شركة", "شرك\u0629"),
    "turned round": ("\u202e甲\u202c\u2067乙\u2069\u200f", ""),
    "width of nothing": ("甲\u200b乙\u2060\ufeff\u00ad\u034f\U000e0001\U000e0100", ""),
    "white space": ("甲\u2003乙\u3000丙\xa0丁\u2028戊\t己\u202f庚", ""),
    "its own sign": ("〓（20BB7）〓", ""),
    "markup": ("#panic() *甲* _乙_ $丙$ @丁 <missing> // [戊] \\u{20bb7} `己`", ""),
}
# What shows nothing by itself.
_UNSEEN = "\u200d\ufe0f\u202e\u202c\u2067\u2069\u200f\u200b\u2060\ufeff\u00ad\u034f\U000e0001\U000e0100"
# Values that are no text to be printed: kinds, labels of typst, pictures.
_NO_TEXT = {"kind", "id", "qr", "url", "digest", "keyword"}
_FIELDS = """\
  - {key: day, label: 填表日期, kind: date, place: head}
  - {key: filler, label: 填报单位, kind: text, place: head}
  - {key: category, label: 类别, kind: choice, options: [劳模, 职工]}
  - {key: opinion, label: 推荐意见, lines: [推荐, 意见], kind: opinion, place: back}
head: [汇总表, 填报单位, 日期]
notes: [一式两份, 盖章]
"""
_NOTICE = """\
大工办发〔2023〕1 号
# 关于推荐申报
# 工作室的通知
各区工会：
## 一、标题
正文，{prose}。
1. 项目
[contact]
附件：1. 申报表
2. 汇总表
> 大连市总工会
> 2023 年 3 月 1 日
> 大连市总工会办公室   2023 年 3 月 1 日印发
""".replace("{prose}", "甲乙丙丁" * 200)
_FORM = samples.texts()[samples.FORM] + _FIELDS
_TABLE = _FORM.replace("2023/application", "2023/summary").replace("layout: form", "layout: table\nrows: 30")
_TEXTS = {samples.FORM: _FORM, "forms/2023/summary.yml": _TABLE, "notices/call-2023.md": _NOTICE}
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Job:
    """What a press was told to print."""

    template: str
    title: str
    day: date
    data: dict[str, Any]
    source: str

    def print(self, press: Press, more: str | Mapping[Path, str] = "") -> bytes:
        """The PDF; `more`: what stands after each of its texts, or after those at these paths."""
        told = {
            path: text + (more if isinstance(more, str) else more.get(path, ""))
            for path, text in texts(self.everything)
        }
        title = told.pop(("title",))
        return press.set(self.template, title, self.day, _put(self.data, told, ()), self.source)

    @property
    def everything(self) -> dict[str, Any]:
        """All that the template is given."""
        return {"title": self.title, **self.data}

    @property
    def fields(self) -> list[Path]:
        """The ways to all texts that are printed: a notice's own title and a register's mark are not, and of a field in a form's cells the lines
        are, in its head the label."""
        return [path for path, _ in texts(self.everything) if not self._left_out(path)]

    def _left_out(self, path: Path) -> bool:
        in_head = self.template == "application.typ" and path[0] == "head"
        return (
            (self.template, path)
            in (
                ("notice.typ", ("title",)),
                ("edition.typ", ("mark",)),
                *((name, ("title",)) for name in TEMPLATES.values()),
            )
            or (path[0] in ("front", "back") and path[-1] == "label")
            or (self.template == "plaque.typ" and path[-1] in ("notice", "number"))
            or (in_head and ("lines" in path or path[-2:] == (0, "label")))
        )


@dataclass(frozen=True)
class Recorder(Press):
    """A press that prints nothing and keeps what it was told."""

    jobs: list[Job] = field(default_factory=list)

    def set(self, template: str, title: str, day: date, data: Mapping[str, Any], source: str) -> bytes:
        """Keep it."""
        self.jobs.append(Job(template, title, day, dict(data), source))
        return b""


def held() -> dict[str, str]:
    """The miniature's texts, its form with every place of text, a table too, and a notice with every kind of line."""
    return miniature.texts() | _TEXTS


def recorder() -> Recorder:
    """A fresh one."""
    return Recorder(press().templates)


def print_awards(made: Press, registry: Registry) -> None:
    """Print each kind of certificate for the registry."""
    given = [*awards(registry.workshops), *awards(registry.workshops, "naming-2023")]
    for kind in TEMPLATES:
        awards_pdf(Means(made, date(2026, 3, 1), "", {}), kind, registry, given)


@cache
def jobs() -> Mapping[str, Job]:
    """For each template a job: all that the miniature prints, with the texts above."""
    made = recorder()
    registry = miniature.registry(held())
    list(downloads(registry, made))
    edition_pdf(made, registry, 2025, "工作室名册")
    print_awards(made, registry)
    miniature.outputs(held=held(), press=made)
    return {job.template: job for job in made.jobs}


def shown(text: str, missing: str) -> str:
    """A text as it is printed, without white space."""
    seen = "".join(INSTEAD if sign in missing else sign for sign in text if sign not in _UNSEEN)
    return "".join(seen.split())


def texts(value: Any, at: Path = ()) -> Iterator[tuple[Path, str]]:
    """The texts of a value that are printed, with the way to each."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if key not in _NO_TEXT:
                yield from texts(item, (*at, key))
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from texts(item, (*at, number))


def _put(value: Any, told: Mapping[Path, str], at: Path) -> Any:
    if isinstance(value, Mapping):
        return {key: _put(item, told, (*at, key)) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_put(item, told, (*at, number)) for number, item in enumerate(value)]
    return told.get(at, value)


def pages(content: bytes) -> list[str]:
    """The pages of a PDF as text without white space."""
    return ["".join(page.get_textpage().get_text_range().split()) for page in PdfDocument(content)]


def font(signs: str, family: str, wide: int = 1000) -> bytes:
    """A font in which each of these characters is a box."""
    names = {ord(sign): f"u{ord(sign):X}" for sign in signs}
    glyphs = [".notdef", *names.values()]
    pen = TTGlyphPen(None)
    for number, corner in enumerate(((100, 0), (100, 800), (wide - 100, 800), (wide - 100, 0))):
        (pen.lineTo if number else pen.moveTo)(corner)
    pen.closePath()
    box = pen.glyph()
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder(glyphs)
    made.setupCharacterMap(names)
    made.setupGlyf(dict.fromkeys(glyphs, box))
    made.setupHorizontalMetrics(dict.fromkeys(glyphs, (wide, 100)))
    made.setupHorizontalHeader(ascent=880, descent=-120)
    style = {"familyName": family, "styleName": "Regular", "fullName": family, "psName": f"{family}-Regular"}
    made.setupNameTable(style)
    made.setupOS2(sTypoAscender=880, sTypoDescender=-120)
    made.setupPost()
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()

"""The boxes of one application into a record's values: each tried by the reader of records itself before it is taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from generator.intake import terms
from generator.intake.filled import I612, I619, Box, Filled
from generator.intake.plain import I618, UNKNOWN, half, has_han, one_line, says_nothing, seen, squeezed
from generator.intake.terms import I622
from generator.intake.told import I623, Telling, quoted
from generator.model.dates import propose_date
from generator.model.registry import Registry
from generator.problems.code import ERROR, Code
from generator.problems.problem import FILE_START
from generator.reading import schema
from generator.reading.checks import F209
from generator.reading.kind import MISSING, Notes
from generator.reading.quantities import F206
from generator.reading.tables import Field
from generator.reading.terms import F204, OfVocabulary
from generator.reading.tree import Scalar
from generator.rules.sources import is_key

_PERSONS = re.compile(r"[、，,;；/／]|\s+")
_MOST = 5000  # characters of one box; nothing longer can be meant
_MOST_TOLD = 8
_ASK = "请问清后补进草稿。"


@dataclass
class Record:
    """What a draft will say. `values`: by key, nested as records are; `remarks`: lines for the editor."""

    values: dict[str, Any] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def put(self, dotted: str, value: Any) -> None:
        """Set a value by its key, dotted for parts."""
        first, _, rest = dotted.partition(".")
        if rest:
            self.values.setdefault(first, {})[rest] = value
        else:
            self.values[first] = value


I627 = Code(
    "I627",
    ERROR,
    "写了不止一项",
    meaning="领衔人只写一人，技能等级、职称、学历各写一项。",
    bad="领军人：甲某、乙某",
    remedy="问清是哪一个，补进草稿。",
)


class Values:
    """Reads the boxes of one application into `record`; what is in doubt becomes a remark, and a problem tells why.

    `dated`: the day that the form itself bears, as written.
    """

    def __init__(self, filled: Filled, registry: Registry, telling: Telling) -> None:
        self.registry, self.telling = registry, telling
        self.record = Record()
        self.dated = filled.dated
        self.form = filled.form
        self.paper = "申报表" if filled.form.layout == "form" else "汇总表"
        for box in filled.boxes.values():
            text = self._clean(box)
            if not says_nothing(text):
                self._box(box, text)

    def _box(self, box: Box, text: str) -> None:
        feeds = _feeds(box)
        if self.telling.is_personal(text):
            self._doubt(
                box, text, I623, "里面像是有个人信息，没有写进草稿", "请删去个人信息，把其余的补进草稿。"
            )
        elif box.doubtful:
            self._remark(box, text)
        elif self._misplaced(box, text):
            remark = "" if propose_date(half(squeezed(text))) else text
            message = "写的像是别的栏的内容，没有写进草稿"
            self._doubt(box, remark, I619, message, "请核对是不是填错了格子。")
        elif box.field.kind == "date" and box.number and "." in text:
            message = f"{quoted(text)}是数字，分不清是几月（2016.1 也许是 10 月）"
            self._doubt(box, text, F206, message, "请核对后写成 2016-10 的样子，补进草稿。")
        elif box.field.kind == "date" and not box.field.feeds:
            self.dated = text
        elif not feeds:
            self._told_only(box, text)
        elif feeds == ["leader.honours"]:
            self._honours(box, text)
        elif feeds == ["leader.name"]:
            self._person(box, text)
        elif box.field.vocabularies:
            self._terms(box, text)
        else:
            if feeds == ["name"] and text.count("工作室") > 1 and _PERSONS.search(text):
                remedy = "一份表只写一个工作室，请问清，改正草稿里的名称。"
                self.telling.tell(box.place, I627, "像是写了不止一个名称", remedy)
            self._take(box, feeds[0], _written(box, text))

    def _misplaced(self, box: Box, text: str) -> bool:
        """Whether a text stands in the wrong box: a date, an option of another field, a term of another's vocabulary."""
        if box.field.kind != "text" or not box.field.feeds:
            return False
        others = [field for field in self.form.fields if field.key != box.field.key]
        words = {option for field in others for option in field.options}
        lists = {name for field in others for name in field.vocabularies} - set(box.field.vocabularies)
        words |= {term.name for name in lists for term in self.registry.terms(name)}
        return text in words or bool(propose_date(half(squeezed(text))))

    def _told_only(self, box: Box, text: str) -> None:
        """What no key holds is kept as a remark."""
        if box.field.options and text not in box.field.options:
            listed = "、".join(f"“{option}”" for option in box.field.options)
            self._doubt(box, text, I612, f"不能写{quoted(text)}，可选{listed}之一", _ASK)
        else:
            self.record.remarks.append(f"{self.paper}写的{box.field.label}：{self._said(text)}")

    def _person(self, box: Box, text: str) -> None:
        """One name; blanks that spread two or three characters are dropped."""
        parts = [part for part in _PERSONS.split(text) if part]
        spread = " ".join(parts) == text and all(len(part) == 1 for part in parts)
        if len(parts) > 1 and has_han(text) and not (spread and len(parts) <= 4):
            self._doubt(box, text, I627, "像是写了不止一个人", "领衔人只写一个人，请问清。")
        else:
            self._take(box, "leader.name", "".join(parts) if spread else text)

    def _terms(self, box: Box, text: str) -> None:
        """Texts for which there are vocabularies, each part sent to the key that goes with its vocabulary."""
        feeds = _feeds(box)
        found = terms.matches(text, box.field.vocabularies, self.registry)
        if not isinstance(_schema_field(feeds[0]).kind, OfVocabulary):
            named = self._named(box, found[0], False) if len(found) == 1 else text
            self._take(box, feeds[0], named)
            return
        if self._unknown(box, text, found):
            return
        keys = [feeds[box.field.vocabularies.index(match.vocabulary)] for match in found]
        if len(set(keys)) < len(keys):
            self._doubt(box, text, I627, f"写了不止一项：{quoted(text)}", "只能写一项，" + _ASK)
            return
        for key, match in zip(keys, found, strict=True):
            coded = getattr(_schema_field(key).kind, "by", "") == "code"
            codes = terms.ambiguous(match, self.registry) if coded else []
            if codes:
                message = f"“{match.said}”有 {'、'.join(codes)} 两种代码"
                self._doubt(box, text, F204, message, "请问清是门类还是大类，把代码补进草稿。")
            else:
                self._take(box, key, self._named(box, match, coded))

    def _honours(self, box: Box, text: str) -> None:
        found = terms.matches(text, box.field.vocabularies, self.registry, dated=True)
        self._unknown(box, "、".join(match.said for match in found if not match.term), found)
        made: list[dict[str, str]] = []
        for match in found:
            year = {"year": match.year} if match.year else {}
            honour = {"name": self._named(box, match, False)} | year
            if match.term and honour not in made:
                made.append(honour)
        if made:
            self.record.put("leader.honours", made)

    def _unknown(self, box: Box, text: str, found: list[terms.Match]) -> bool:
        """Tells the parts that no vocabulary has, with what is near them."""
        unknown = list(dict.fromkeys(match.said for match in found if not match.term))
        for said in unknown[:_MOST_TOLD]:
            near = terms.near(said, box.field.vocabularies, self.registry)
            listed = "、".join(f"registry/vocabularies/{name}.yml" for name in box.field.vocabularies)
            remedy = f"{near}请选定后补进草稿，可写的见 {listed}。"
            self.telling.tell(box.place, F204, f"“{box.field.label}”里没有{quoted(said)}", remedy)
        if unknown:
            self._remark(box, text)
        return bool(unknown)

    def _named(self, box: Box, match: terms.Match, coded: bool) -> str:
        """The term as records write it; that another word for it was replaced is told."""
        if match.term is None:
            return match.said
        if match.former:
            message = f"“{match.said}”照词表写成了“{match.term.name}”"
            self.telling.tell(box.place, I622, message, "请核对是不是这个意思。")
        return (match.term.code or match.term.name) if coded else match.term.name

    def _take(self, box: Box, key: str, text: str) -> None:
        """Put the value, if the reader of records takes it; else tell what that reader tells."""
        notes = Notes("", self.registry.vocabularies)
        node = Scalar(text, FILE_START, True)
        value = _schema_field(key).kind.read(node, box.field.label, notes)
        for problem in notes.problems:
            self.telling.tell(box.place, problem.code, problem.message, problem.remedy)
        if value is MISSING:
            self._remark(box, text)
        else:
            self.record.put(key, text)

    def _clean(self, box: Box) -> str:
        """The text without characters that nobody sees, on one line but for prose; private characters are told."""
        if len(box.text) > _MOST:
            self.telling.tell(
                box.place, F209, f"“{box.field.label}”多于 {_MOST} 字，没有读", "请核对是不是贴错了内容。"
            )
            return ""
        text = seen(box.text)
        lines = text.strip() if box.field.kind == "prose" else one_line(text)
        if UNKNOWN in text and not box.doubtful:
            message = f"有显示不出来的字（〓）：{quoted(lines)}"
            self._doubt(box, lines, I618, message, "多半是造字，请问清是哪个字，用标准编码的字补进草稿。")
            return ""
        return lines

    def _doubt(self, box: Box, text: str, code: Code, message: str, remedy: str) -> None:
        self.telling.tell(box.place, code, message, remedy)
        if text:
            self._remark(box, text)

    def _remark(self, box: Box, text: str) -> None:
        self.record.remarks.append(f"待核：{self.paper}写的{box.field.label}：{self._said(text)}")

    def _said(self, text: str) -> str:
        """A text for a remark: on one line, without personal data."""
        return self.telling.masked("／".join(line.strip() for line in text.split("\n") if line.strip()))


def _written(box: Box, text: str) -> str:
    """Dates and numbers as records write them, where there is no doubt what is meant."""
    if box.field.kind == "date":
        return propose_date(half(text)) or text
    return half(text) if box.field.kind == "integer" else text


def _feeds(box: Box) -> list[str]:
    """The record's keys that a field can fill; none within a list (designations.level): an item of one needs its own
    proof, so what a form says of it stays a remark."""
    return [key for key in box.field.feeds if is_key(schema.WORKSHOP, key)]


def _schema_field(key: str) -> Field:
    """The record's field of a dotted key that is_key knows."""
    first, _, rest = key.partition(".")
    found = schema.WORKSHOP.field(first)
    inner = found.table.field(rest) if found and rest and found.table else found
    if inner is None:
        raise KeyError(key)
    return inner

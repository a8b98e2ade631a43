"""The boxes of one application to a record's values: the reader of records must accept each before it is taken."""

from __future__ import annotations

import re

from generator.intake import numbers, persons, terms
from generator.intake.filled import I612, I619, Box, Filled, Surplus
from generator.intake.notes import I623, FormNotes, quoted
from generator.intake.opening import sheetdates
from generator.intake.persons import I627
from generator.intake.plain import I618, UNKNOWN, half, one_line, says_nothing, seen, squeezed
from generator.intake.record import Record, feeds_of, schema_field
from generator.intake.terms import I622
from generator.model.dates import propose_date
from generator.model.registry import Registry
from generator.problems.code import Code
from generator.problems.problem import FILE_START
from generator.reading.checks import F209
from generator.reading.kind import MISSING, Notes
from generator.reading.quantities import F206
from generator.reading.terms import F204, OfVocabulary
from generator.reading.tree import Scalar

_BETWEEN = re.compile(r"[、，,;；/／]|\s+")
_UNITS = (["unit"], ["recommender"])
_MOST = 5000  # characters of one box; a longer text is a mistake
_MOST_LISTED = 8
_ASK = "请问清后补进草稿。"


class Values:
    """Reads the boxes of one application into `record`; a doubtful value becomes a remark and has a problem.

    `dated`: the date on the form, as written.
    """

    def __init__(self, filled: Filled, registry: Registry, notes: FormNotes) -> None:
        self.registry, self.notes = registry, notes
        self.record = Record()
        self.dated = filled.dated
        self.form = filled.form
        self.paper = "申报表" if filled.form.layout == "form" else "汇总表"
        for box in filled.boxes.values():
            text = self._clean(box)
            if not says_nothing(text):
                self._box(box, text)
        for other in filled.others:
            self._other(other)

    def _box(self, box: Box, text: str) -> None:
        feeds = feeds_of(box)
        if self.notes.is_personal(text):
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
        elif box.field.kind == "date" and (day := sheetdates.serial(text)):
            message = f"{quoted(text)}像是 Excel 给日期的序号，照它是 {day}"
            self._doubt(box, text, F206, message, f"请核对；确是这一天的，把 {day} 补进草稿。")
        elif box.field.kind == "date" and not box.field.feeds:
            self.dated = text
        elif not feeds:
            self._keep_as_remark(box, text)
        elif feeds == ["leader.honours"]:
            self._honours(box, text)
        elif feeds == ["leader.name"]:
            self._person(box, text)
        elif box.field.vocabularies:
            self._terms(box, text)
        else:
            if feeds == ["name"] and text.count("工作室") > 1 and _BETWEEN.search(text):
                remedy = "一份表只写一个工作室，请问清，改正草稿里的名称。"
                self.notes.add(box.place, I627, "像是写了不止一个名称", remedy)
            self._take(box, feeds[0], _written(box, text))

    def _misplaced(self, box: Box, text: str) -> bool:
        """Return whether a text is in the wrong box: a date, an option of another field, a term of another's vocabulary."""
        if box.field.kind != "text" or not box.field.feeds:
            return False
        others = [field for field in self.form.fields if field.key != box.field.key]
        words = {option for field in others for option in field.options}
        lists = {name for field in others for name in field.vocabularies} - set(box.field.vocabularies)
        words |= {term.name for name in lists for term in self.registry.terms(name)}
        return text in words or bool(propose_date(half(squeezed(text))))

    def _keep_as_remark(self, box: Box, text: str) -> None:
        """Keep a text without a key as a remark."""
        if box.field.options and text not in box.field.options:
            listed = "、".join(f"“{option}”" for option in box.field.options)
            self._doubt(box, text, I612, f"不能写{quoted(text)}，可选{listed}之一", _ASK)
        else:
            self.record.remarks.append(f"{self.paper}写的{box.field.label}：{self._for_remark(text)}")

    def _person(self, box: Box, text: str) -> None:
        name, doubt = persons.one(text)
        if doubt:
            self._doubt(box, text, *doubt)
        else:
            self._take(box, "leader.name", name)

    def _other(self, other: Surplus) -> None:
        """Keep what stands in no box of the form as a remark, without personal data (I623)."""
        text = seen(other.text)
        if self.notes.is_personal(text):
            message = f"{quoted(other.label)}里像是有个人信息，没有写进草稿"
            self.notes.add(other.place, I623, message, "请删去个人信息，把其余的补进草稿。")
        elif not says_nothing(text):
            self.record.remarks.append(
                f"待核：{self.paper}的“{one_line(other.label)}”：{self._for_remark(text)}"
            )

    def _terms(self, box: Box, text: str) -> None:
        """Texts with vocabularies: each part goes to the key of its vocabulary."""
        feeds = feeds_of(box)
        matched = terms.matches(text, box.field.vocabularies, self.registry)
        if not isinstance(schema_field(feeds[0]).kind, OfVocabulary):
            named = self._named(box, matched[0], False) if len(matched) == 1 else text
            self._take(box, feeds[0], named)
            return
        if self._unknown(box, text, matched):
            return
        keys = [feeds[box.field.vocabularies.index(match.vocabulary)] for match in matched]
        if len(set(keys)) < len(keys):
            self._doubt(box, text, I627, f"写了不止一项：{quoted(text)}", "只能写一项，" + _ASK)
            return
        for key, match in zip(keys, matched, strict=True):
            coded = getattr(schema_field(key).kind, "by", "") == "code"
            codes = terms.ambiguous(match, self.registry) if coded else []
            if codes:
                message = f"“{match.text}”有 {'、'.join(codes)} 两种代码"
                self._doubt(box, text, F204, message, "请问清是门类还是大类，把代码补进草稿。")
            else:
                self._take(box, key, self._named(box, match, coded))

    def _honours(self, box: Box, text: str) -> None:
        matched = terms.matches(text, box.field.vocabularies, self.registry, dated=True)
        self._unknown(box, "、".join(match.text for match in matched if not match.term), matched)
        honours: list[dict[str, str]] = []
        for match in matched:
            year = {"year": match.year} if match.year else {}
            honour = {"name": self._named(box, match, False)} | year
            if match.term and honour not in honours:
                honours.append(honour)
        if honours:
            self.record.put("leader.honours", honours)

    def _unknown(self, box: Box, text: str, matched: list[terms.Match]) -> bool:
        """Note the parts that are in no vocabulary (F204), with the terms near them."""
        unknown = list(dict.fromkeys(match.text for match in matched if not match.term))
        for word in unknown[:_MOST_LISTED]:
            near = terms.near(word, box.field.vocabularies, self.registry)
            listed = "、".join(f"registry/vocabularies/{name}.yml" for name in box.field.vocabularies)
            remedy = f"{near}请选定后补进草稿，可写的见 {listed}。"
            self.notes.add(box.place, F204, f"“{box.field.label}”里没有{quoted(word)}", remedy)
        if unknown:
            self._remark(box, text)
        return bool(unknown)

    def _named(self, box: Box, match: terms.Match, coded: bool) -> str:
        """Return the term as records write it; a replaced older word is noted (I622)."""
        if match.term is None:
            return match.text
        if match.former:
            message = f"“{match.text}”照词表写成了“{match.term.name}”"
            self.notes.add(box.place, I622, message, "请核对是不是这个意思。")
        return (match.term.code or match.term.name) if coded else match.term.name

    def _take(self, box: Box, key: str, text: str) -> None:
        """Take the value if the reader of records accepts it; else note the reader's problems."""
        reading = Notes("", self.registry.vocabularies)
        node = Scalar(text, FILE_START, True)
        value = schema_field(key).kind.read(node, box.field.label, reading)
        for problem in reading.problems:
            self.notes.add(box.place, problem.code, problem.message, problem.remedy)
        if value is MISSING:
            self._remark(box, text)
        else:
            self.record.put(key, text)

    def _clean(self, box: Box) -> str:
        """Return the text without invisible characters, on one line except for prose; private characters are noted (I618)."""
        if len(box.text) > _MOST:
            self.notes.add(
                box.place, F209, f"“{box.field.label}”多于 {_MOST} 字，没有读", "请核对是不是贴错了内容。"
            )
            return ""
        text = seen(box.text)
        lines = text.strip() if box.field.kind == "prose" else one_line(text)
        if feeds_of(box) in _UNITS:
            lines = persons.without_seal(lines)
        if UNKNOWN in text and not box.doubtful:
            message = f"有显示不出来的字（〓）：{quoted(lines)}"
            self._doubt(box, lines, I618, message, "多半是造字，请问清是哪个字，用标准编码的字补进草稿。")
            return ""
        return lines

    def _doubt(self, box: Box, text: str, code: Code, message: str, remedy: str) -> None:
        self.notes.add(box.place, code, message, remedy)
        if text:
            self._remark(box, text)

    def _remark(self, box: Box, text: str) -> None:
        text = persons.without_digits(text) if "leader.name" in box.field.feeds else text
        self.record.remarks.append(f"待核：{self.paper}写的{box.field.label}：{self._for_remark(text)}")

    def _for_remark(self, text: str) -> str:
        """Return a text for a remark: on one line, without personal data."""
        return self.notes.masked("／".join(line.strip() for line in text.split("\n") if line.strip()))


def _written(box: Box, text: str) -> str:
    """Return dates and numbers as records write them, if the meaning is certain."""
    if box.field.kind == "date":
        return propose_date(half(text)) or text
    return numbers.exact(text) if box.field.kind == "integer" else text

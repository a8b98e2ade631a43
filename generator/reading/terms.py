"""The kind of field whose value is a term of a vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.libraries.jsontext import Json
from generator.problems.code import ERROR, Code
from generator.problems.wording import Check, Given
from generator.reading.checks import read_text
from generator.reading.kind import Missing, Notes
from generator.reading.tree import Node


@dataclass(frozen=True)
class OfVocabulary:
    """A term of a vocabulary, by name or (`by="code"`) by code. F204 if there is no such term, F214 for a former name.

    For a wrong code only certain proposals are made: the same in capitals, or the codes of its letter. For a wrong name:
    the vocabulary that has it, else the nearest name, else the names if they are few.
    """

    vocabulary: str
    by: str = "name"
    many = False

    @property
    def words(self) -> str:
        """See Kind."""
        return f"词表 vocabularies/{self.vocabulary}.yml 里的{'代码' if self.by == 'code' else '名称'}"

    @cached_property
    def checks(self) -> Sequence[Check]:
        """See Kind."""
        return _code_checks(self.vocabulary) if self.by == "code" else _name_checks(self.vocabulary)

    def read(self, node: Node, label: str, notes: Notes) -> str | Missing:
        """See Kind."""
        return read_text(self.checks, node, label, notes)

    def json_schema(self) -> dict[str, Json]:
        """See Kind. The terms themselves are filled in when the schema is published."""
        return {"type": "string", "x-vocabulary": self.vocabulary, "x-by": self.by}


F204 = Code(
    "F204",
    ERROR,
    "词表里没有这个词",
    meaning="区域、行业、荣誉等只能用词表里的词，否则筛选和统计时会漏掉。",
    bad="industry: C99",
    remedy="打开提示里的词表，选一个。",
)


def _code_checks(vocabulary: str) -> Sequence[Check]:
    given: Given = {"vocabulary": vocabulary, "by": "code"}
    path = f"registry/vocabularies/{vocabulary}.yml"
    message, see = "“{label}”里没有“{short}”", f"{{label}}见 {path}。"
    return (
        *_known_checks(given, path),
        Check(
            "coded", F204, "“{label}”要写代码，不写名称", f"“{{text}}”的代码是 {{right}}（{path}）。", given
        ),
        Check("small_letters", F204, message, f"请改为 {{right}}。{see}", given),
        Check("of_section", F204, message, f"{{letter}} 门类的大类是 {{first}} 到 {{last}}。{see}", given),
        Check("always", F204, message, see),
    )


def _name_checks(vocabulary: str) -> Sequence[Check]:
    given: Given = {"vocabulary": vocabulary, "by": "name"}
    path = f"registry/vocabularies/{vocabulary}.yml"
    message, see = "“{label}”里没有“{short}”", f"{{label}}见 {path}。"
    return (
        *_known_checks(given, path),
        Check("elsewhere", F204, message, f"“{{text}}”属于“{{title}}”，请写在那一项里。{see}", given),
        Check("no_terms", F204, message, f"这个词表里还没有词，请先在 {path} 里加上。", given),
        Check("near", F204, message, f"是不是“{{near}}”？{see}", given),
        Check("few", F204, message, f"可以写：{{listed}}。{see}", {**given, "most": 12}),
        Check("always", F204, message, see),
    )


F214 = Code(
    "F214",
    ERROR,
    "用了旧名称",
    meaning="同一件事写两个名称，统计时会算成两样。",
    bad="district: 甲县  # 早已改为甲区",
    remedy="改用提示里的现用名称。",
)


def _known_checks(given: Given, path: str) -> Sequence[Check]:
    former = Check("former", F214, "“{text}”是旧名称或别的写法", f"请改为“{{right}}”（{path}）。", given)
    return Check("term", given=given), former

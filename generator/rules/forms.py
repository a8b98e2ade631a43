"""Laws of forms: each name by which a filled form is read back belongs to one field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.libraries.characters import is_word, nfkc
from generator.model.forms import FormField
from generator.model.registry import Registry
from generator.problems.code import ERROR, Code
from generator.problems.law import law
from generator.problems.problem import Mark, Problem

R357 = Code(
    "R357",
    ERROR,
    "两个栏目同名",
    meaning="填好的表靠键、栏目名和别的写法认栏目，一个名字指两个栏目就读不回来。标点和空格不同也算同名。",
    bad="label: 工作室名称，另一栏的 aliases 里也有“工作室名称”",
    remedy="给其中一个改名，或删去重复的别的写法。",
)


@law
def field_is_named_once(registry: Registry, today: date) -> Iterator[Problem]:
    """No key, label or alias of a form names two fields, without punctuation and spaces (R357; else they cannot be read back)."""
    for form in registry.forms:
        seen: dict[str, FormField] = {}
        for field in form.fields:
            for name, mark in _names(field):
                first = seen.setdefault(_bare(name), field)
                if first is not field:
                    message = f"“{name}”是两个栏目的名字：“{first.label}”和“{field.label}”"
                    remedy = "请给其中一个改名，或删去重复的别的写法。"
                    yield Problem(form.path, mark, R357, message, remedy)


def _names(field: FormField) -> Iterator[tuple[str, Mark]]:
    yield field.key, field.mark("key")
    yield field.label, field.mark("label")
    for number, alias in enumerate(field.aliases, start=1):
        yield alias, field.mark(f"aliases.{number}")


def _bare(name: str) -> str:
    """Return letters, digits and Chinese characters, full width made half: a label is recognised so in a filled form."""
    return "".join(sign for sign in nfkc(name) if is_word(sign))

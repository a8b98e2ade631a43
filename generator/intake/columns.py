"""The heads of a table that a collecting tool exports, settled by a small file: which column of 附件1 each means, or that it is not read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.intake.labels import Labels, key
from generator.intake.notes import UnknownHead
from generator.model.forms import Form, FormField
from generator.model.registry import Registry
from generator.problems.code import ERROR, Code
from generator.problems.problem import Problem
from generator.reading.likeness import guess
from generator.reading.scalar import quoted
from generator.reading.tree import Scalar, parse

NOT_READ = "不读"
_TABLE = "table"

I648 = Code(
    "I648",
    ERROR,
    "对照表里的栏名认不得",
    meaning="对照表（--columns）一行一列，冒号左边是表里的列名，右边是汇总表的栏名，或者“不读”；写别的就不知道那一列是什么。",
    bad="3、贵工作室叫什么: 工作室的名字",
    remedy="右边改成提示里的栏名，或“不读”。",
)


class Unsettled(NamedTuple):
    """A head that no column is called, and the label of the column that it may mean; empty if none is near."""

    head: str
    near: str


def read(path: str, text: str, registry: Registry) -> tuple[dict[str, str], list[Problem]]:
    """Return by head the label of the column that it means, or NOT_READ, as a file says; and its problems (S, I648)."""
    tree, problems = parse(path, text, {})
    labels = [field.label for form in _tables(registry) for field in form.fields if not field.private]
    known = {key(label): label for label in (*labels, NOT_READ)}
    found = {}
    for entry in tree.entries if tree else ():
        said = entry.value.text if isinstance(entry.value, Scalar) else ""
        if key(said) in known:
            found[entry.key.text] = known[key(said)]
            continue
        near = guess(said, dict.fromkeys(labels))
        remedy = f"{near}可以写：{'、'.join(dict.fromkeys(labels))}，或“{NOT_READ}”。"
        problems.append(Problem(path, entry.value.mark, I648, f"没有“{said}”这一栏", remedy))
    return found, problems


def settled(registry: Registry, columns: Mapping[str, str]) -> Registry:
    """Return the registry with forms whose columns are called as the file says as well."""
    return replace(
        registry,
        forms=tuple(_called(form, columns) if form.layout == _TABLE else form for form in registry.forms),
    )


def asked(unsettled: Iterable[Unsettled]) -> list[str]:
    """Return what is told of heads: the file that would settle them, ready to save; nothing where all are understood."""
    if not (heads := list(unsettled)):
        return []
    return [
        "有的列不知道是什么。存下面几行，核对以后加 --columns 对照.yml 再读一次：",
        "",
        *to_save(heads),
        "",
    ]


def to_save(unsettled: Iterable[Unsettled]) -> list[str]:
    """Return the lines of the file that would settle heads; who saves it looks at each."""
    lines = ["# 左边是表里的列名，右边是汇总表的栏名，不要的写“不读”。核对以后存成 对照.yml"]
    return lines + [f"{quoted(one.head)}: {one.near or NOT_READ}" for one in dict.fromkeys(unsettled)]


def unsettled(registry: Registry, heads: Iterable[UnknownHead]) -> list[Unsettled]:
    """Return the heads with the columns that they may mean."""
    newest = max(_tables(registry), key=lambda form: form.effective, default=None)
    labels = Labels(newest) if newest else None
    return [Unsettled(" ".join(head.text.split()), labels.near(*head)) for head in heads] if labels else []


def _tables(registry: Registry) -> list[Form]:
    return [form for form in registry.forms if form.layout == _TABLE]


def _called(form: Form, columns: Mapping[str, str]) -> Form:
    taken = {key(head) for head in columns}
    fields = [
        replace(
            field,
            aliases=(
                *(word for word in field.aliases if key(word) not in taken),
                *(head for head, label in columns.items() if label == field.label),
            ),
        )
        for field in form.fields
    ]
    left = [head for head, label in columns.items() if label == NOT_READ]
    return replace(form, fields=(*(_unread(number, head) for number, head in enumerate(left)), *fields))


def _unread(number: int, head: str) -> FormField:
    """A column that is there and not read."""
    return FormField(
        at={}, key=f"unread{number}", label=head, lines=(), aliases=(), kind="text", place=None, options=(), vocabularies=(),
        limit=None, width=None, help=None, feeds=(), private=True,
    )  # fmt: skip

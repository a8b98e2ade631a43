"""The sheets of a table that comes back: each layout as a form whose columns are found by their heads, and which sheet has which."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.forms.sheets.columns import (
    BASIS,
    ID,
    LACKS,
    LAYOUTS,
    LEVEL,
    NUMBER,
    SEAL,
    STATUS,
    WHICH,
    WHY,
    Layout,
)
from generator.intake.labels import Labels, key
from generator.intake.opening import tableheader
from generator.intake.opening.sheet import FilledSheet
from generator.model.dates import PartialDate
from generator.model.forms import Form, FormField
from generator.model.local import Ids
from generator.model.registry import Registry

# Keys of the columns beside those of the schema.
WHICH_KEY, NUMBER_KEY, WHY_KEY, BASIS_KEY, SEAL_KEY = "#which", "#number", "#why", "#basis", "#seal"
_BESIDE = {
    WHY_KEY: (WHY, ("改动的原因", "原因")),
    BASIS_KEY: (BASIS, ("改动的依据", "依据")),
    SEAL_KEY: (SEAL, ("校验码",)),
}
_OF_LISTS = {"id": (ID, ("工作室编号",)), WHICH_KEY: (WHICH, ("工作室名称",)), NUMBER_KEY: (NUMBER, ())}
_COMPUTED = (LACKS, STATUS, LEVEL)
# Heads of other tables of ours for the same column.
_ALSO = {"leader.name": ("领衔人", "领军人"), "industry": ("行业代码", "行业"), "unit": ("单位",)}
# What columns of the sheets of lists were called in tables that went out before.
_FORMERLY = {"supports": ("能证明哪些键",)}
_FIRST_DAY = PartialDate(2000)


class FoundSheet(NamedTuple):
    """A sheet of ours: its layout, the layout as a form, the sheet, its row of heads."""

    layout: Layout
    form: Form
    sheet: FilledSheet
    header: tableheader.Header

    @property
    def at(self) -> dict[str, int]:
        """By key the columns that are there, from 0."""
        return {field.key: column for column, field in self.header.fields.items()}


def found(sheets: list[FilledSheet], registry: Registry) -> list[FoundSheet]:
    """Return the sheets of ours among the sheets of a file; none unless one of them says ids of records or has seals."""
    known = [(layout, form, Labels(form)) for layout, form in _forms(registry)]
    likely = [one for sheet in sheets for one in _likeliest(sheet, known)]
    return likely if any(_is_ours(one, registry.local.ids) for one in likely) else []


def _likeliest(sheet: FilledSheet, known: list[tuple[Layout, Form, Labels]]) -> Iterator[FoundSheet]:
    """Yield the layout that a sheet has most columns of, that of its own name first."""
    own = [(layout, form, labels) for layout, form, labels in known if layout.name == sheet.name]
    for layout, form, labels in own:
        header = tableheader.find(labels, sheet)
        if header and any(field.key == "id" for field in header.fields.values()):
            yield FoundSheet(layout, form, sheet, header)
            return
    headed = [
        FoundSheet(layout, form, sheet, header)
        for layout, form, labels in known
        if (header := tableheader.find(labels, sheet))
    ]
    best = max(headed, key=lambda one: len(one.header.fields), default=None)
    if best:
        yield best


def _is_ours(one: FoundSheet, ids: Ids) -> bool:
    """Return whether a sheet has seals, or the id of a record in its column of ids."""
    at = one.at
    if SEAL_KEY in at:
        return True
    return "id" in at and any(ids.meant(row.cell(at["id"]).text) for row in one.sheet.rows)


def _forms(registry: Registry) -> list[tuple[Layout, Form]]:
    return [(layout, _form(layout, _aliases(registry, layout))) for layout in LAYOUTS]


def _aliases(registry: Registry, layout: Layout) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return other heads for a layout's columns: those of the forms, the schema's own label, the key; each for one column alone."""
    words: dict[str, list[str]] = {
        column.key: [column.key, *_FORMERLY.get(column.key, ())] for column in layout.columns
    }
    if not layout.key:
        for field in (field for form in registry.forms for field in form.fields):
            if len(field.feeds) == 1 and field.feeds[0] in words:
                words[field.feeds[0]] += [field.label, *field.aliases]
        for column in layout.columns:
            words[column.key] += [column.field.label, *_ALSO.get(column.key, ())]
    own = {key(head): head for head in (*layout.heads, *_COMPUTED)}
    claimed: dict[str, set[str]] = {}
    for name, listed in words.items():
        for word in listed:
            claimed.setdefault(key(word), set()).add(name)
    return tuple(
        (name, tuple(word for word in listed if key(word) not in own and len(claimed[key(word)]) == 1))
        for name, listed in words.items()
    )


@lru_cache(maxsize=64)
def _form(layout: Layout, aliases: tuple[tuple[str, tuple[str, ...]], ...]) -> Form:
    """Return a layout as a form, by which its columns are found."""
    others = dict(aliases)
    fields = [_field(column.key, column.label, others[column.key]) for column in layout.columns]
    labels = {key(column.label) for column in layout.columns}
    for name, (label, words) in (_BESIDE | (_OF_LISTS if layout.key else {})).items():
        free = tuple(word for word in words if key(word) not in labels)
        fields.append(_field(name, label, free))
    if not layout.key:
        fields += [_field(f"#{label}", label, (), private=True) for label in _COMPUTED]
    nothing: tuple[str, ...] = ()
    return Form(
        {}, layout.name, layout.name, "", "", "table", "", _FIRST_DAY, None, None, nothing, tuple(fields),
        nothing, nothing, nothing, path="",
    )  # fmt: skip


def _field(name: str, label: str, aliases: tuple[str, ...], *, private: bool = False) -> FormField:
    return FormField({}, name, label, (), aliases, "text", None, (), (), None, None, None, (name,), private)

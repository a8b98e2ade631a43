"""The boxes of an application that are empty: one line for each application, so that an officer knows what to ask for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.intake.filled import Filled
from generator.intake.notes import FormNotes, quoted
from generator.intake.plain import says_nothing, squeezed
from generator.model.forms import FormField
from generator.problems.code import WARNING, Code
from generator.rules.leaders import MODEL_WORKERS
from generator.rules.names import category_of

I625 = Code(
    "I625",
    WARNING,
    "有空着的栏",
    meaning="空着的栏不会进记录，也不会有别的提醒；一份表一行，方便逐个去问。",
    bad="学历、成员人数两格空着",
    remedy="问清后补进草稿；本来没有的不必理会。",
)


def note(filled: Filled, notes: FormNotes) -> None:
    """Note the boxes that the applicant left empty or filled with a word for nothing (I625)."""
    listed = [_called(field, filled) for field in empty(filled)]
    if listed:
        message = f"空着 {len(listed)} 栏：{'、'.join(listed)}"
        notes.add(filled.place, I625, message, "请问清后补进草稿；本来没有的不必理会。")


def empty(filled: Filled) -> Iterator[FormField]:
    """Yield the fields that the applicant left empty or filled with a word for nothing, in the form's order."""
    for field in filled.form.fields:
        box = filled.boxes.get(field.key)
        left = box and not box.doubtful and says_nothing(box.text) and _is_due(field, filled)
        if left or field in filled.unread:
            yield field


def _called(field: FormField, filled: Filled) -> str:
    """Return a field's label, with the word that says nothing."""
    box = filled.boxes.get(field.key)
    return f"{field.label}（写的是{quoted(box.text)}）" if box and squeezed(box.text) else field.label


def _is_due(field: FormField, filled: Filled) -> bool:
    """Return whether an application has to fill in a field.

    An honour belongs to a model worker alone, a remark to nobody; the union may stand above the table.
    """
    if field.feeds == ("leader.honours",):
        category, name = filled.box("category"), filled.box("name")
        said = category_of(name.text) if name else None
        return MODEL_WORKERS in (said, squeezed(category.text) if category else "")
    if field.feeds == ("recommender",) and filled.publisher:
        return False
    return bool(field.feeds) or field.kind != "text"

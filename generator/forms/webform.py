"""The page of an application form: its boxes with the words that they offer, what is asked beside it, and its print."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import NamedTuple

from generator.forms import layout
from generator.forms.docx import application_docx
from generator.forms.wordfile import parts
from generator.model.forms import Form, FormField
from generator.model.registry import Registry


class Beside(NamedTuple):
    """A question that the form does not ask and the conditions of the call do: asked beside it, printed nowhere.

    `feeds`: the record's key; `vocabulary`: whose terms answer it, else a day does.
    """

    feeds: str
    label: str
    help: str
    vocabulary: str = ""

    @property
    def key(self) -> str:
        """The name of its box."""
        return self.feeds.replace(".", "_")


_BESIDE = (
    Beside("established", "成立时间", "写到月，如 2016年5月。用来核对有效运行的年数。"),
    Beside("leader.honours.name", "领军人的最高荣誉", "用来核对能不能用“劳模”二字；没有就不选。", "honours"),
)


@dataclass(frozen=True)
class WebForm:
    """The page of one form: `boxes` to fill with what they offer, `opinions` that others write, `beside`; and the print."""

    form: Form
    boxes: tuple[tuple[FormField, tuple[str, ...]], ...]
    opinions: tuple[FormField, ...]
    beside: tuple[tuple[Beside, tuple[str, ...]], ...]
    head: tuple[FormField, ...]
    sides: tuple[tuple[tuple[FormField, ...], ...], ...]
    notes: tuple[str, ...]


def fill_path(form: Form) -> str:
    """Return the address of the page that fills in a form."""
    return f"forms/{form.id}/"


def web_form(form: Form, registry: Registry) -> WebForm:
    """Return the page of a form with the layout `form`."""
    return WebForm(
        form,
        tuple((field, _offers(field.vocabularies, registry)) for field in filled(form)),
        tuple(field for field in form.fields if field.kind == "opinion"),
        tuple((asked, _personal(asked.vocabulary, registry)) for asked in asked_beside(form)),
        layout.placed(form, "head"),
        tuple(side for place in ("front", "back") if (side := layout.rows(layout.placed(form, place)))),
        layout.notes(form),
    )


def filled(form: Form) -> tuple[FormField, ...]:
    """The fields that an applicant fills in; opinions are written on the print."""
    return tuple(field for field in form.fields if field.kind != "opinion")


def asked_beside(form: Form) -> tuple[Beside, ...]:
    """What must be asked beside the form, since none of its own boxes does."""
    fed = {key for field in filled(form) for key in field.feeds}
    return tuple(asked for asked in _BESIDE if asked.feeds not in fed)


def template_parts(form: Form) -> str:
    """Return the parts of the blank Word form as JSON: a script fills them without unpacking a zip, which old phones cannot do."""
    return json.dumps(parts(application_docx(form)), ensure_ascii=False, indent=0) + "\n"


def _offers(vocabularies: tuple[str, ...], registry: Registry) -> tuple[str, ...]:
    """The names in use."""
    return tuple(term.name for name in vocabularies for term in registry.terms(name) if term.valid_to is None)


def _personal(vocabulary: str, registry: Registry) -> tuple[str, ...]:
    """The honours in use that somebody, not a team, is given."""
    found = registry.terms(vocabulary) if vocabulary else ()
    return tuple(term.name for term in found if term.kind == "个人" and term.valid_to is None)

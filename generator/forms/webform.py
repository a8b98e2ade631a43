"""An application form to fill in on a page: its boxes, as its spec, the vocabularies and the record's schema define them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.forms import layout
from generator.forms.docx import application_docx
from generator.forms.wordfile import parts
from generator.model.forms import Form, FormField
from generator.model.registry import Registry
from generator.model.workshop import CITY_AND_ABOVE
from generator.reading import schema
from generator.reading.tables import Field, Many, OfTable, Table
from generator.reading.words import Choice

# Facts that the call requires and the form has no field for: asked beside it, printed nowhere.
_BESIDE = {
    "established": ("成立时间", "写到月，如 2016年5月。用来核对有效运行的年数。"),
    "leader.honours.name": ("领军人的最高荣誉", "用来核对能不能用“劳模”二字；没有就不选。"),
}
# A record's designation needs a title and a basis, which no form asks for: the answer becomes a remark.
_REMARKED = ("designations.level",)
# Keys that a draft record needs and no box provides: the script adds them.
_ADDED = (
    "id",
    "kind",
    "category",
    "leader.basis.kind",
    "leader.basis.date",
    "sources.title",
    "sources.publisher",
    "sources.date",
    "sources.supports",
)


class TermOffer(NamedTuple):
    """A term to choose: the record's key, its other names, and whether it makes a leader a model worker."""

    value: str
    feeds: str
    former: tuple[str, ...]
    serves: bool


class Beside(NamedTuple):
    """A question that the form does not ask; with offers, the answer is one of them, otherwise a date."""

    key: str
    label: str
    help: str
    feeds: str
    offers: tuple[TermOffer, ...]


@dataclass(frozen=True)
class WebForm:
    """The page of one form.

    `boxes`: the fields to fill in and what they offer; `opinions`: fields that others write; `beside`: further questions;
    `categories`: the words that occur in a name; `keys`: the record's keys in the order in which a draft writes them, with `[]`
    after lists.
    """

    form: Form
    boxes: tuple[tuple[FormField, tuple[TermOffer, ...], str], ...]
    opinions: tuple[FormField, ...]
    beside: tuple[Beside, ...]
    categories: tuple[str, ...]
    keys: tuple[str, ...]
    head: tuple[FormField, ...]
    sides: tuple[tuple[tuple[FormField, ...], ...], ...]
    notes: tuple[str, ...]


def fill_path(form: Form) -> str:
    """Return the address of the page that fills in a form."""
    return f"forms/{form.id}/"


def web_form(form: Form, registry: Registry) -> WebForm:
    """Return the page of a form with the layout `form`."""
    boxes = tuple(field for field in form.fields if field.kind != "opinion")
    fed = {key for field in boxes for key in field.feeds}
    paths = dict(_paths(schema.WORKSHOP))
    beside = tuple(_beside(key, registry, paths) for key in _BESIDE if key not in fed)
    category = paths["category"][1].kind
    wanted = {*fed, *_BESIDE, *_ADDED} - {*_REMARKED}
    return WebForm(
        form,
        tuple((field, _offers(field, registry, paths), _feeds(field, paths)) for field in boxes),
        tuple(field for field in form.fields if field.kind == "opinion"),
        beside,
        category.options if isinstance(category, Choice) else (),
        tuple(path for key, (path, _) in paths.items() if key in wanted),
        layout.placed(form, "head"),
        tuple(side for place in ("front", "back") if (side := layout.rows(layout.placed(form, place)))),
        layout.notes(form),
    )


def template_parts(form: Form) -> str:
    """Return the parts of the blank Word form as JSON: a script fills them without unpacking a zip, which old phones cannot do."""
    return json.dumps(parts(application_docx(form)), ensure_ascii=False, indent=0) + "\n"


def _paths(table: Table[object], key: str = "", path: str = "") -> Iterator[tuple[str, tuple[str, Field]]]:
    """Yield each key of a record in the schema's order: `leader.honours.name`, and its path `leader.honours[].name` with its field."""
    for field in table.fields:
        listed = isinstance(field.kind, Many)
        inner = field.kind.item if isinstance(field.kind, Many) else field.kind
        here, there = f"{key}{field.key}", f"{path}{field.key}"
        if isinstance(inner, OfTable):
            yield from _paths(inner.table, f"{here}.", f"{there}[]." if listed else f"{there}.")
        else:
            yield here, (there, field)


def _feeds(field: FormField, paths: dict[str, tuple[str, Field]]) -> str:
    return " ".join(paths[key][0] for key in field.feeds if key in paths)


def _offers(
    field: FormField, registry: Registry, paths: dict[str, tuple[str, Field]]
) -> tuple[TermOffer, ...]:
    offers = []
    for vocabulary, key in zip(field.vocabularies, field.feeds, strict=False):
        offers += [
            TermOffer(term.name, paths[key][0] if key in paths else "", term.former, False)
            for term in registry.terms(vocabulary)
            if term.valid_to is None
        ]
    return tuple(offers)


def _beside(key: str, registry: Registry, paths: dict[str, tuple[str, Field]]) -> Beside:
    path, field = paths[key]
    offers = tuple(
        TermOffer(term.name, path, term.former, term.level in CITY_AND_ABOVE)
        for term in registry.terms(getattr(field.kind, "vocabulary", ""))
        if term.kind == "个人" and term.valid_to is None
    )
    return Beside(key.replace(".", "_"), *_BESIDE[key], path, offers)

"""The call of a new year, made of an old one: the notice, its text and its blank forms, to be edited before it is issued."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.drafts.alteration import DELETED, Alteration, Deleted
from generator.drafts.altering import altered
from generator.model.dates import PartialDate
from generator.model.notices import Notice
from generator.model.registry import Registry
from generator.reading import schema
from generator.reading.spans import Plain

_KEPT = ("kind", "issuer", "text", "forms")
# What an old call says of its own year, or of people: each such line has to be looked at.
_TO_LOOK_AT = re.compile(r"[0-9]{4} ?年|[〔［\[][0-9]{4}[〕］\]]|[0-9]{7,}|@|届|次全委")

_TITLE = re.compile(r"^# .*(?:\n# .*)*", re.MULTILINE)


class CallWanted(NamedTuple):
    """What is known of the new call. `date`, `deadline`: full days; `number`: "" while it has none."""

    id: str
    year: int
    date: PartialDate
    deadline: PartialDate
    number: str = ""
    title: str = ""


class NewCall(NamedTuple):
    """The files by path below the registry, and the lines to look at: path, line from 1, its text. `unwritten`: paths of old
    files that could not be turned into new ones."""

    texts: Mapping[str, str]
    to_look_at: tuple[tuple[str, int, str], ...]
    unwritten: tuple[str, ...]


def call_id(year: int, number: str) -> str:
    """Return the id of a call: `2026-5` of 大工办发〔2026〕5号, `call-2026` without a number; "" of one that is not of the year."""
    found = re.search(rf"(?<![0-9]){year}[^0-9]{{1,4}}0*([0-9]+)", number)
    return (f"{year}-{found[1]}" if found else "") if number else f"call-{year}"


def title_of(old: Notice, year: int) -> str:
    """Return the old title with the new year in the place of its own; "" where it does not say it."""
    before = str(old.date.year)
    return old.title.replace(before, str(year)) if before in old.title else ""


def new_call(registry: Registry, old: Notice, wanted: CallWanted) -> NewCall:
    """Return the files of the new call. Whom to ask (`contact`) is not taken over: it names people."""
    forms = {form: f"{wanted.year}/{form.partition('/')[2]}" for form in old.forms}
    made = {f"notices/{wanted.id}.yml": _notice(registry.texts[old.path], old, wanted, list(forms.values()))}
    for before, after in forms.items():
        text = registry.texts.get(f"forms/{before}.yml", "")
        made[f"forms/{after}.yml"] = _form(text, after, wanted)
    if old.text:
        made[f"notices/{wanted.id}.md"] = _text(registry.texts[f"notices/{old.text}"], old, wanted)
    texts = {path: text for path, text in made.items() if text is not None}
    looked = tuple(line for path, text in texts.items() for line in _lines(path, text, wanted))
    return NewCall(texts, looked, tuple(path for path in made if path not in texts))


def _notice(text: str, old: Notice, wanted: CallWanted, forms: list[str]) -> str | None:
    title = wanted.title or title_of(old, wanted.year)
    source: Plain = {"title": title, "publisher": old.issuer, "date": wanted.date.iso}
    new: dict[str, Plain | Deleted] = {
        "id": wanted.id,
        "title": title,
        "number": wanted.number or DELETED,
        "date": wanted.date.iso,
        "deadline": wanted.deadline.iso,
        "text": f"{wanted.id}.md" if old.text else DELETED,
        "forms": [*forms] or DELETED,
        "sources": [source],
    }
    every = schema.NOTICE.fields
    gone = {it.key: DELETED for it in every if it.key not in new and it.key not in _KEPT}
    held = {it.key for it in every if getattr(old, it.key, None)}
    alterations = [
        Alteration((key,), value) for key, value in new.items() if value is not DELETED or key in held
    ]
    alterations += [Alteration((key,), DELETED) for key in gone if key in held]
    return altered(text, alterations, schema.NOTICE)


def _form(text: str, id_: str, wanted: CallWanted) -> str | None:
    new = {
        "id": id_,
        "notice": wanted.id,
        "version": f"{wanted.year}.1",
        "effective": wanted.date.iso,
    }
    alterations = [Alteration((key,), value) for key, value in new.items()]
    if re.search(r"^changes:", text, re.MULTILINE):
        alterations.append(Alteration(("changes",), DELETED))
    return altered(text, alterations, schema.FORM)


def _text(text: str, old: Notice, wanted: CallWanted) -> str:
    """Return the text with the new number, title, date and deadline; nothing else is guessed."""
    if old.number:
        text = text.replace(old.number, wanted.number) if wanted.number else _without(text, old.number)
    for before, after in ((old.date, wanted.date), (old.deadline, wanted.deadline)):
        if before and before.day:
            text = text.replace(before.in_documents, after.in_documents)
    return _TITLE.sub(lambda found: _headed(found[0], old, wanted), text, count=1)


def _headed(lines: str, old: Notice, wanted: CallWanted) -> str:
    """Return the lines of the title, which are as the old ones but for the year unless there is a title of its own."""
    return f"# {wanted.title}" if wanted.title else lines.replace(str(old.date.year), str(wanted.year))


def _without(text: str, number: str) -> str:
    """Return the text without the line that is the old number alone, and the empty one behind it."""
    return re.sub(rf"^[ \t]*{re.escape(number)}[ \t]*\n\n?", "", text, flags=re.MULTILINE)


def _lines(path: str, text: str, wanted: CallWanted) -> Iterator[tuple[str, int, str]]:
    """Yield the lines that may still speak of the old year, or of people."""
    new = (wanted.date.in_documents, wanted.deadline.in_documents, wanted.number)
    for number, line in enumerate(text.split("\n"), start=1):
        rest = line
        for known in filter(None, new):
            rest = rest.replace(known, "")
        told = line.startswith(("# ", "id:", "title:", "notice:", "version:", "effective:", "  - title:"))
        if not told and _TO_LOOK_AT.search(rest):
            yield path, number, line.strip()

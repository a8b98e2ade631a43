"""The pattern for the first call of a register that has none yet: a plain one of the program's own, with the city's names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.drafts.alteration import DELETED, Alteration
from generator.drafts.altering import altered
from generator.model.forms import Form
from generator.model.local import City
from generator.model.notices import Notice
from generator.model.registry import Registry
from generator.reading import schema

_TEXT = ".txt"
_PRESUMED = "列项为推定。"  # what a form says whose columns are not known to be those that were issued


def pattern(
    texts: Mapping[str, str], forms: Iterable[Form], of_forms: Mapping[str, str], city: City
) -> dict[str, str]:
    """Return the pattern's files by path below a registry: its notice, its text, its blank forms.

    `texts`: the notice and its text, with places in 〔〕; `forms`: those that it names and others, whose texts are `of_forms`, by path.
    """
    told = {"全称": city.name, "工会": city.union or f"{city.name}总工会"}
    made = {
        path.removesuffix(_TEXT): re.sub("〔(.+?)〕", lambda found: told.get(found[1], found[0]), text)
        for path, text in texts.items()
    }
    listed = "".join(texts.values())
    for form in (one for one in forms if f"- {one.id}\n" in listed):
        text = altered(of_forms[form.path], list(_alterations(form, city)), schema.FORM)
        if text is not None:
            made[form.path] = text
    return made


def call_of(registry: Registry) -> Notice:
    """Return the call of a registry that was read from a pattern."""
    return next(notice for notice in registry.notices if notice.is_call)


def _alterations(form: Form, city: City) -> Iterable[Alteration]:
    """What makes the form one of this city, of which nothing is presumed."""
    yield Alteration(("title",), city.name + form.title[form.title.index("劳模") :])
    if form.reconstructed:
        yield Alteration(("reconstructed",), DELETED)
        for key, lines in (("head", form.head), ("guide", form.guide)):
            yield Alteration((key,), [line for line in lines if not line.startswith(_PRESUMED)])

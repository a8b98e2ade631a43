"""The kinds of files that a change is told of field by field: their tables, and where the registry has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from generator.model.part import Filed
from generator.model.redirects import Redirects
from generator.model.registry import Registry
from generator.model.totals import Totals
from generator.reading import schema
from generator.reading.placement import LOCAL, REDIRECTS, TOTALS
from generator.reading.tables import Table

Files = Callable[[Registry], Iterable[Filed]]


def _alone(path: str, file: Callable[[Registry], Filed]) -> Files:
    return lambda registry: [file(registry)] if path in registry.texts else []


# By the name in Difference.
KINDS: Mapping[str, tuple[Table[object], Files]] = {
    "records": (schema.WORKSHOP, lambda registry: registry.workshops),
    "notices": (schema.NOTICE, lambda registry: registry.notices),
    "forms": (schema.FORM, lambda registry: registry.forms),
    "vocabularies": (schema.VOCABULARY, lambda registry: registry.vocabularies.values()),
    "redirects": (
        schema.REDIRECTS,
        _alone(REDIRECTS, lambda it: Redirects({}, it.redirects, path=REDIRECTS)),
    ),
    "totals": (schema.TOTALS, _alone(TOTALS, lambda it: Totals({}, it.totals, path=TOTALS))),
    "register": (schema.REGISTER, _alone(LOCAL, lambda it: it.local)),
}

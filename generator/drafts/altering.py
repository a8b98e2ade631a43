"""The door by which the text of an existing record is altered: what is not altered stays as it is, to the letter.

Comments, empty lines, the order of the keys and the way in which the others are written stay; a new key stands where the
table puts it. What came of it is read again and compared before it is given back.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.drafts.alteration import DELETED, Alteration, Deleted, Unalterable, changed
from generator.drafts.steps import done, steps
from generator.reading import schema
from generator.reading.read import most_nodes
from generator.reading.spans import Plain, Written, plain, spans
from generator.reading.tables import Table
from generator.reading.tree import parse


def altered(
    text: str, alterations: Iterable[Alteration], table: Table[object] = schema.WORKSHOP
) -> str | None:
    """Return the text with all alterations made; None where it cannot be: the text has a problem of its own, a path leads nowhere,
    or it is written in a way that cannot be told apart. `text` has LF line ends, as texts of a registry have.

    What is set is set first, then what is deleted is taken out, from behind. A group or list replaced by another of its
    kind keeps the lines of all that both have.
    """
    wanted: Plain | Deleted | None = values(text, table)
    if wanted is None:
        return None
    try:
        for path, value in _ordered(alterations):
            wanted = changed(wanted, path, value)
            for step in steps(_placed(text), path, value):
                text = done(text, _placed(text), step, table)
    except Unalterable:
        return None
    return text if values(text, table) == wanted else None


def _placed(text: str) -> Written:
    root = spans(text)
    if root is None:  # a step has spoiled it: it is written in a way that steps do not know
        raise Unalterable
    return root


def values(text: str, table: Table[object] = schema.WORKSHOP) -> Plain | None:
    """Return what a text says by key, all of it texts; None if it has a problem that stops its reading."""
    tree, _ = parse("", text, table.vocabulary, most_nodes(table))
    root = spans(text) if tree else None
    return None if root is None else plain(root)


def _ordered(alterations: Iterable[Alteration]) -> list[Alteration]:
    listed = [Alteration(it.path, it.value or DELETED) for it in alterations]
    gone = [it for it in listed if it.value is DELETED]
    gone.sort(
        key=lambda it: [(step if isinstance(step, int) else -1, str(step)) for step in it.path], reverse=True
    )
    return [*(it for it in listed if it.value is not DELETED), *gone]

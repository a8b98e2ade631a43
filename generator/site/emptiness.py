"""One rule for emptiness: what nobody knows leaves, rows of nothing fold into one line, sums that do not add up say why.

Navigation, filters, cards, tables, charts and the home page all ask here, so that they agree.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from generator.model.facets import UNKNOWN, Facet, Group
from generator.site.paths import Link

T = TypeVar("T")


class Columns(NamedTuple):
    """The columns of a table that any of its rows tells something in, by key and label; and those that leave."""

    shown: tuple[tuple[str, str], ...]
    blank: tuple[Link, ...]


class Folded(NamedTuple, Generic[T]):
    """What is shown, and what there is none of (another n rows of 0)."""

    shown: tuple[T, ...]
    nothing: tuple[T, ...]


def folded(items: Iterable[T], number: Callable[[T], int]) -> Folded[T]:
    """Part items by whether there is any of them, in their order."""
    held = tuple(items)
    return Folded(tuple(it for it in held if number(it)), tuple(it for it in held if not number(it)))


def is_blank(facet: Facet) -> bool:
    """Whether no record tells a value of a facet, so that it parts nothing."""
    return all(group.slug == UNKNOWN for group in facet.filled)


def label(facet: Facet) -> str:
    """Return what a facet is of: 区域."""
    return facet.title.removeprefix("按")


def blank(facets: Iterable[Facet]) -> tuple[Link, ...]:
    """Return the facets that leave, each as a link to its page: one sentence names them together."""
    return tuple(Link(label(facet), f"{facet.slug}/") for facet in facets if is_blank(facet))


def ways(facets: Iterable[Facet]) -> tuple[Link, ...]:
    """Return the facets that stay, each as a link to its page."""
    return tuple(Link(facet.title, f"{facet.slug}/") for facet in facets if not is_blank(facet))


def columns(labels: Mapping[str, str], unknown: Iterable[Collection[str]]) -> Columns:
    """Part columns by whether any row tells something. `labels`: by key; `unknown`: of each row the keys that it does not know."""
    left = set(labels)
    for keys in unknown:
        left.intersection_update(keys)
    shown = tuple((key, name) for key, name in labels.items() if key not in left)
    return Columns(shown, tuple(Link(name) for key, name in labels.items() if key in left))


def reckoned(facet: Facet, groups: Sequence[Group], total: int) -> str:
    """Return why the numbers of these groups do not add up to all records; nothing where they do.

    `total`: the number of all records, 0 where that is not asked. Some may be in none of the groups, and some in several.
    """
    held = [workshop.id for group in groups for workshop in group.workshops]
    left, several = total - len(set(held)), len(held) - len(set(held))
    parts = (
        f"另有 {left} 个未写明{label(facet)}" if left > 0 and held else "",
        "有的在几项里，各项都计入，合起来比总数多" if several else "",
    )
    return "；".join(filter(None, parts))

"""The pages of a long list, and the row of links between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_ALL = 9  # so many fit on two lines of a phone
_NEAR = 2

PER_PAGE = 60  # entries of a list on one page


class PageLink(NamedTuple):
    """A part of the row: a page's number or 上一页, 下一页 with its address (empty for the page itself); or a gap, …."""

    text: str
    path: str = ""
    label: str = ""
    here: bool = False


class ListPage(NamedTuple, Generic[T]):
    """One page of a list: its number, from 1, its address and title, its entries, and the row that leads to the others."""

    number: int
    path: str
    title: str
    entries: Sequence[T]
    pager: tuple[PageLink, ...]


def parts(
    path: str, title: str, entries: Sequence[T], further: str = "", held: int = PER_PAGE
) -> Iterator[ListPage[T]]:
    """Yield the pages of a list, `held` entries each, at least one: at `path`, `further`2/, `further`3/ ...; `further` is `path` unless told."""
    count = max(1, -(-len(entries) // held))
    paths = [path, *(f"{further or path}{number}/" for number in range(2, count + 1))]
    for number, here in enumerate(paths, start=1):
        shown = entries[(number - 1) * held : number * held]
        yield ListPage(number, here, numbered(title, number), shown, pager(paths, number))


def numbered(title: str, number: int) -> str:
    """Return the title of the page with this number; the first one has the list's own."""
    return title if number == 1 else f"{title}（第 {number} 页）"


def pager(paths: Sequence[str], number: int) -> tuple[PageLink, ...]:
    """Return the row for the page with this number, from 1: the first, the last and near pages; nothing if there is one page."""
    count = len(paths)
    if count < 2:
        return ()
    wanted = (
        {1, count, *range(number - _NEAR, number + _NEAR + 1)} if count > _ALL else {*range(1, count + 1)}
    )
    shown = sorted(place for place in wanted if 1 <= place <= count)
    steps = []
    for before, place in zip([0, *shown], shown, strict=False):
        if place == before + 2:
            steps.append(_page(paths, place - 1, number))
        elif place > before + 2:
            steps.append(PageLink("…"))
        steps.append(_page(paths, place, number))
    back = [PageLink("上一页", paths[number - 2])] if number > 1 else []
    on = [PageLink("下一页", paths[number])] if number < count else []
    return (*back, *steps, *on)


def _page(paths: Sequence[str], place: int, number: int) -> PageLink:
    here = place == number
    return PageLink(str(place), "" if here else paths[place - 1], f"第 {place} 页", here)

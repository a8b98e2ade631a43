"""The pictures that shared links show: of each workshop a wide one and a square one, with its name or its photograph."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from generator.libraries import lettering
from generator.libraries.lettering import Backdrop, TextLine
from generator.libraries.templating import Templates, by_words
from generator.model.workshop import Workshop
from generator.site.frame import Share
from generator.site.output import Output
from generator.site.page import Site, Ten
from generator.site.paths import workshop_path
from generator.site.workshops.photos import shots

_PHOTOGRAPH = 430  # pixels of the height of the wide picture
_USUAL = "在册"  # the status that is not told
_LEADING = 1.4  # from one line to the next, in sizes


class ShareText(NamedTuple):
    """What a picture says, the name first, and the photograph that it shows (JPEG)."""

    name: str
    leader: str
    unit: str
    foot: str
    sign: str
    photograph: bytes | None


class ShareSizes(NamedTuple):
    """How lines are set: the margin, and sizes, 0 for what is not told: of the name those to choose from, each with the lines that it
    may take. `sign`: of the id alone, in place of the whole foot."""

    margin: int
    names: tuple[tuple[int, int], ...]
    leader: int
    unit: int
    foot: int
    sign: int


_WIDE = ShareSizes(80, ((76, 2), (60, 3), (46, 5)), 44, 36, 30, 0)
_BELOW = ShareSizes(60, ((50, 1), (40, 2)), 34, 0, 0, 0)
_SQUARE = ShareSizes(28, ((40, 3), (32, 4), (25, 7)), 25, 0, 0, 22)


def share_of(site: Site, workshop: Workshop) -> Share | None:
    """Return the addresses of the pictures; None without the site's address, since whoever shows them asks for whole addresses."""
    if not site.project.site_url:
        return None
    ending = "jpg" if shots(workshop, site.photos) else "png"
    return Share(*(f"{workshop_path(workshop)}{name}.{ending}" for name in ("share", "square")))


def share_files(ten: Ten) -> Iterator[Output]:
    """Yield the pictures of some ten workshops. To keep each by itself would cost as much as to draw it."""
    site = ten.site()
    grounds = _grounds(site.templates)
    for workshop in ten.workshops:
        share = share_of(site, workshop)
        if share:
            drawn = _drawn(_told(site, workshop), grounds)
            yield from (
                Output(path, content, workshop.path) for path, content in zip(share, drawn, strict=True)
            )


def _grounds(templates: Templates) -> tuple[Backdrop, Backdrop]:
    looks = json.loads(templates.render("workshops/share.json"))
    wide, square = (
        Backdrop(**{**it, "disc": tuple(it["disc"]), "radii": tuple(it["radii"])}) for it in looks.values()
    )
    return wide, square


def _told(site: Site, workshop: Workshop) -> ShareText:
    leader = workshop.leader.name if workshop.leader else None
    honours = [honour.name for honour in workshop.leader.honours] if leader and workshop.leader else []
    status = "" if workshop.status == _USUAL else f"　{workshop.status}"
    first = next(iter(shots(workshop, site.photos)), None)
    return ShareText(
        lettering.printable(workshop.name),
        lettering.printable("　".join([f"领衔人 {leader}", *honours[:1]]) if leader else ""),
        lettering.printable(site.registry.unit_of(workshop) or workshop.field or ""),
        lettering.printable(f"{site.project.site_name}　{workshop.id}{status}"),
        f"编号 {workshop.id}{status}",
        first.pictures.files["1280.jpg"] if first else None,
    )


def _drawn(told: ShareText, grounds: tuple[Backdrop, Backdrop]) -> tuple[bytes, bytes]:
    wide, square = grounds
    if told.photograph is None:
        return (
            lettering.lettered(wide, _lines(told, wide, _WIDE)),
            lettering.lettered(square, _lines(told, square, _SQUARE)),
        )
    return (
        lettering.captioned(wide, _lines(told, wide, _BELOW), told.photograph, _PHOTOGRAPH),
        lettering.captioned(square, [], told.photograph, square.height),
    )


def _lines(told: ShareText, ground: Backdrop, setting: ShareSizes) -> list[TextLine]:
    """Set the lines from the lower edge up: the foot, the unit, who leads it, the name."""
    room = ground.width - 2 * setting.margin
    small = (
        (told.sign, setting.sign),
        (told.foot, setting.foot),
        (told.unit, setting.unit),
        (told.leader, setting.leader),
    )
    lines, y = [], ground.height - setting.margin // 2 - setting.margin // 4
    for text, size in small:
        if text and size:
            y -= round(size * _LEADING)
            lines.append(TextLine(setting.margin, y, size, lettering.cut(text, size, room)))
            y -= setting.margin // 8
    for size, most in setting.names:
        words = lettering.broken(by_words(told.name), size, room)
        if len(words) <= most:
            break
    for text in reversed(words):
        y -= round(size * _LEADING)
        lines.append(TextLine(setting.margin, y, size, text))
    return lines

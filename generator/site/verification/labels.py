"""Labels with a QR code, to be put up beside a plaque, of workshops whose designation is valid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from generator.libraries.qrcodes import QrCodes
from generator.libraries.typeset import Press, bears, blaming
from generator.model.facets import Group
from generator.model.workshop import LEVELS, Designation, Workshop
from generator.site.output import Output
from generator.site.page import Bundle, Site
from generator.site.verification.paths import verify_address

TEMPLATE = "labels.typ"
_MARK = "register-label"  # among the keywords of the PDF: what the program may replace


class Means(NamedTuple):
    """What labels, certificates and plaques are printed with. `codes`: QR codes as SVG by id; none while the site has no address."""

    press: Press
    day: date
    site_url: str
    codes: Mapping[str, str]


def labels_path(slug: str) -> str:
    """Return the address of a district's sheets of labels."""
    return f"v/plaques/{slug}.pdf"


def sheets(site: Site) -> list[tuple[Group, list[Workshop]]]:
    """Return the districts, each with the workshops whose designation is valid; none without the site's address."""
    groups = site.facets["districts"].groups if site.project.site_url else ()
    valid = [(group, [item for item in group.workshops if item.stands]) for group in groups]
    return [(group, workshops) for group, workshops in valid if workshops]


def label_sheets(site: Site, codes: QrCodes) -> Iterator[Bundle[Output]]:
    """Yield the sheets of each district."""
    day, registry = site.registry.newest_day, site.registry
    for group, workshops in sheets(site):
        inputs = (group.slug, group.title, day, registry.digests_of(workshops), site.press.digest)
        yield site.bundle("labels", inputs, partial(_sheet, site, codes, group, workshops))


def _sheet(site: Site, codes: QrCodes, group: Group, workshops: Sequence[Workshop]) -> Iterator[Output]:
    url = site.project.site_url
    drawn = {it.id: codes.code(verify_address(url, it)).svg for it in workshops}
    means = Means(site.press, site.registry.newest_day, url, drawn)
    printed = labels_pdf(means, f"{group.title}：创新工作室核验标签", workshops)
    yield Output(labels_path(group.slug), printed, TEMPLATE)


def labels_pdf(means: Means, title: str, workshops: Sequence[Workshop]) -> bytes:
    """Return A4 with eight labels a page; Unprintable, with the path of the record that is to blame, where typst refuses."""

    def print_them(some: Sequence[Workshop]) -> bytes:
        items = [_label(workshop, means) for workshop in some]
        data = {"address": f"{means.site_url}v/", "items": items, "keyword": _MARK}
        return means.press.set(TEMPLATE, title, means.day, data, means.press.path_of(TEMPLATE))

    return blaming(workshops, print_them, lambda workshop: workshop.path)


def is_label(content: bytes) -> bool:
    """Whether a file is a PDF of labels, as this program prints it."""
    return bears(content, _MARK)


def highest(workshop: Workshop) -> Designation:
    """Return the designation at the highest level, the latest of several."""
    return max(workshop.designations, key=lambda named: (LEVELS.index(named.level), named.date or (0,)))


def _label(workshop: Workshop, means: Means) -> dict[str, Any]:
    named = highest(workshop)
    since = f"{named.date.chinese}命名" if named.date else ""
    label = {"name": workshop.name, "id": workshop.id, "title": named.title, "since": since}
    return label | {"qr": means.codes[workshop.id], "url": verify_address(means.site_url, workshop)}

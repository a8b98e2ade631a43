"""Certificates (证书) and plaques (铜牌) of designations, as PDF from templates that a union may replace by its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.libraries.typeset import bears, blaming
from generator.model.past import as_of
from generator.model.registry import Registry
from generator.model.workshop import Designation, Workshop
from generator.site.verification.labels import Means, highest
from generator.site.verification.paths import verify_address

TEMPLATES = {"证书": "certificate.typ", "铜牌": "plaque.typ"}
_MARK = "register-award"  # among the keywords of the PDF: what the program may replace


class Award(NamedTuple):
    """A workshop, and the designation that its certificate is of."""

    workshop: Workshop
    designation: Designation


def awards(workshops: Sequence[Workshop], notice: str = "") -> list[Award]:
    """Return the designations by that notice, else the highest of each workshop; none that is not valid any more."""
    standing = [it for it in workshops if it.stands]
    if not notice:
        return [Award(it, highest(it)) for it in standing]
    return [Award(it, named) for it in standing for named in it.designations if named.notice == notice]


def is_award(content: bytes) -> bool:
    """Whether a file is a PDF of certificates or plaques, as this program prints it."""
    return bears(content, _MARK)


def awards_pdf(means: Means, kind: str, registry: Registry, chosen: Sequence[Award]) -> bytes:
    """Return one page for each, in their order. `kind`: of TEMPLATES. Unprintable, with the path of the record that is to blame,
    where typst refuses."""
    template = TEMPLATES[kind]

    def print_them(some: Sequence[Award]) -> bytes:
        data = {"keyword": _MARK, "items": [_item(registry, award, means) for award in some]}
        return means.press.set(template, kind, means.day, data, means.press.path_of(template))

    return blaming(chosen, print_them, lambda award: award.workshop.path)


def _item(registry: Registry, award: Award, means: Means) -> dict[str, str]:
    """Return what the templates are given of one: as it was called when it was named; "" is not known."""
    workshop, named = award
    then = as_of(workshop, named.date.year) if named.date else workshop
    notice = registry.notice_by_id.get(named.notice or "")
    return {
        "id": workshop.id,
        "name": then.name,
        "unit": then.unit or "",
        "title": named.title,
        "issuer": notice.issuer if notice else "",
        "notice": notice.title if notice else "",
        "number": (notice.number if notice else "") or "",
        "date": named.date.chinese.replace(" ", "") if named.date else "",  # as documents write it
        "url": verify_address(means.site_url, workshop),
        "qr": means.codes.get(workshop.id, ""),
    }

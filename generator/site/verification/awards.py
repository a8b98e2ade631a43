"""Certificates (证书) and plaques (铜牌) of designations, as PDF from templates that a union may replace by its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.libraries.typeset import bears, blaming
from generator.model.notices import Listed
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


def is_named_by(workshop: Workshop, notice: str) -> bool:
    """Whether one of its designations cites that notice."""
    return any(named.notice == notice for named in workshop.designations)


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
    """Return what the templates are given of one: as the notice's list calls it, else as it was called then; "" is not known."""
    workshop, named = award
    notice = registry.notice_by_id.get(named.notice or "")
    day = named.date or (notice.date if notice else None)
    then = as_of(workshop, day) if day else workshop
    entry = _entry(registry, award)
    return {
        "id": workshop.id,
        "kind": workshop.kind,
        "name": entry.name if entry else then.name,
        "unit": (entry.unit if entry else None) or then.unit or "",
        "title": named.title,
        "issuer": notice.issuer if notice else "",
        "notice": notice.title if notice else "",
        "number": (notice.number if notice else "") or "",
        "date": day.in_documents if day else "",
        "url": verify_address(means.site_url, workshop),
        "qr": means.codes.get(workshop.id, ""),
    }


def _entry(registry: Registry, award: Award) -> Listed | None:
    """Return the entry of the notice's list that tells of the workshop."""
    naming = registry.namings.get(award.designation.notice or "")
    both = zip(naming.notice.names, naming.records, strict=True) if naming else ()
    mine = (entry for entry, record in both if record and record.id == award.workshop.id)
    return next((entry for entry in mine if entry.name in award.workshop.names), None)

"""Verification: a page for each workshop that shows whether its designation is valid, and what leads to it from paper and brass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.libraries.qrcodes import qr_codes
from generator.model.workshop import Workshop
from generator.site.output import Output, text_output
from generator.site.page import Page, Site
from generator.site.verification.labels import label_sheets
from generator.site.verification.page import how_to_verify, verification_pages
from generator.site.verification.paths import verify_address, verify_path


def pages(site: Site) -> Iterator[Page]:
    """Yield how to verify, and a page for each workshop."""
    yield how_to_verify(site)
    yield from pages_of(site, site.registry.workshops)


def pages_of(site: Site, workshops: Iterable[Workshop]) -> Iterator[Page]:
    """Yield the page that verifies each of these workshops."""
    yield from verification_pages(site, workshops)


def files(site: Site) -> Iterator[Output]:
    """Yield QR codes for all and labels for valid designations; nothing without the site's address, which the codes contain."""
    if not site.project.site_url:
        return
    addresses = {it.id: verify_address(site.project.site_url, it) for it in site.registry.workshops}
    drawn = qr_codes(addresses.values(), site.kept)
    codes = {id_: drawn[address] for id_, address in addresses.items()}
    for workshop in site.registry.workshops:
        yield text_output(f"{verify_path(workshop)}qr.svg", codes[workshop.id].svg, "qrcodes")
        yield Output(f"{verify_path(workshop)}qr.png", codes[workshop.id].png, "qrcodes")
    yield from label_sheets(site, {id_: code.svg for id_, code in codes.items()})

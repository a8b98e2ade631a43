"""Verification: a page for each workshop that shows whether its designation is valid, and what leads to it from paper and brass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from generator.libraries.qrcodes import QrCodes
from generator.model.workshop import Workshop
from generator.site.output import Output, text_output
from generator.site.page import Bundle, Page, Site, Ten
from generator.site.verification.labels import label_sheets
from generator.site.verification.page import how_to_verify, verification_pages
from generator.site.verification.paths import verify_address, verify_path


def pages(site: Site) -> Iterator[Page | Bundle[Page]]:
    """Yield how to verify, and a page for each workshop, ten by ten."""
    yield how_to_verify(site)
    for ten in site.tens:
        yield site.bundle("verification", ten.inputs, partial(_pages_of_ten, ten), ten.told)


def _pages_of_ten(ten: Ten) -> Iterator[Page]:
    return pages_of(ten.site(), ten.workshops)


def pages_of(site: Site, workshops: Iterable[Workshop]) -> Iterator[Page]:
    """Yield the page that verifies each of these workshops."""
    yield from verification_pages(site, workshops)


def files(site: Site) -> Iterator[Output | Bundle[Output]]:
    """Yield QR codes for all and labels for valid designations; nothing without the site's address, which the codes contain."""
    if not site.project.site_url:
        return
    codes, nothing = QrCodes(site.kept), site.registry.telling.of(())
    for ten in site.tens:
        addresses = [(verify_path(it), verify_address(site.project.site_url, it)) for it in ten.workshops]
        yield site.bundle("qrcodes", addresses, partial(_codes, codes, addresses), nothing)
    yield from label_sheets(site, codes)


def _codes(codes: QrCodes, addresses: Iterable[tuple[str, str]]) -> Iterator[Output]:
    for path, address in addresses:
        code = codes.code(address)
        yield text_output(f"{path}qr.svg", code.svg, "qrcodes")
        yield Output(f"{path}qr.png", code.png, "qrcodes")

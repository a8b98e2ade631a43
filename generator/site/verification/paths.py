"""Where a workshop is verified: the address that stands in QR codes, for ever."""

from __future__ import annotations

from generator.model.workshop import Workshop


def verify_path(workshop: Workshop) -> str:
    """Return the permanent address in the QR code on a wall."""
    return f"v/{workshop.id}/"


def verify_address(site_url: str, workshop: Workshop) -> str:
    """Return it with the site's own; empty while the site has none."""
    return site_url + verify_path(workshop) if site_url else ""

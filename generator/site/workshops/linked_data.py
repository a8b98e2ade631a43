"""A workshop in the terms of schema.org, for search engines (https://schema.org/Organization)."""

from __future__ import annotations

from typing import Any

from generator.model.workshop import Workshop
from generator.site.paths import workshop_path


def linked_data(workshop: Workshop, site_url: str) -> dict[str, Any]:
    """Return what is known and public; addresses only if the site has one."""
    leader = workshop.leader.name if workshop.leader else None
    properties: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "identifier": workshop.id,
        "name": workshop.name,
        "alternateName": list(workshop.former_names),
        "url": f"{site_url}{workshop_path(workshop)}" if site_url else None,
        "description": workshop.summary,
        "foundingDate": workshop.established.iso if workshop.established else None,
        "parentOrganization": {"@type": "Organization", "name": workshop.unit} if workshop.unit else None,
        "member": {"@type": "Person", "name": leader, "jobTitle": "领衔人"} if leader else None,
        "dissolutionDate": _dissolution(workshop),
        "award": [named.title for named in workshop.designations] if workshop.stands else None,
        "areaServed": workshop.district,
        "location": _place(workshop),
    }
    return {key: value for key, value in properties.items() if value}


def _dissolution(workshop: Workshop) -> str | None:
    ends = [event.date.iso for event in workshop.events if event.kind == "终止"]
    return min(ends, default=None)


def _place(workshop: Workshop) -> dict[str, Any] | None:
    """Return the address, and the point only if the record allows it."""
    place: dict[str, Any] = {"@type": "Place"}
    if workshop.location and workshop.location.address:
        place["address"] = workshop.location.address
    if workshop.point:
        lon, lat = workshop.point
        place["geo"] = {"@type": "GeoCoordinates", "longitude": lon, "latitude": lat}
    return place if len(place) > 1 else None

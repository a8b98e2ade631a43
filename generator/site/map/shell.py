"""The shell of the map of all workshops: what folium draws, without any record (the door to folium)."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.model.local import Region
from generator.site.map.ground import Basemap


class Shell(NamedTuple):
    """The output of folium: the map's element and the script that fills it."""

    html: str
    script: str


def map_shell(ground: Basemap, region: Region) -> Shell:
    """Return the map of all workshops: folium with only Leaflet and the ground; same input, same ids.

    No text of a record may pass through folium, which writes texts unescaped into its script.
    """
    import folium

    chart = folium.Map(
        location=[*region.middle[::-1]],
        zoom_start=8,
        tiles=None,
        zoom_control=False,  # page.js adds it, with Chinese words
        zoom_snap=1 if ground.tiles else 0.25,
    )
    chart._id = "register"
    chart.options.update(min_zoom=7, max_zoom=ground.max_zoom)
    chart.default_js, chart.default_css = [], []
    for number, tiles in enumerate(ground.tiles):
        layer = folium.TileLayer(
            tiles, attr="天地图", subdomains=ground.servers, max_zoom=ground.max_zoom, control=False
        )
        layer._id = f"tiles_{number}"
        layer.add_to(chart)
    for outline in ground.outlines:
        drawn = folium.GeoJson(
            outline.shapes, style_function=lambda _feature, name=outline.name: _look(name), control=False
        )
        drawn._id = outline.name
        drawn.add_to(chart)
    figure: Any = chart.get_root()
    figure.render()
    return Shell(str(figure.html.render()).strip(), str(figure.script.render()).strip() + "\n")


def _look(name: str) -> dict[str, Any]:
    """Return the options of an outline; it is SVG, so that the style sheet applies."""
    return {"className": f"rg-{name}", "interactive": False}

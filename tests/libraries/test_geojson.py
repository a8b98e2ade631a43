"""What is plain by its own words is what shapely takes for areas; the rest is left to shapely."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.libraries.geojson import is_plain
from generator.libraries.geometry import areas, is_drawable
from tests import ROOT

NUMBERS = st.sampled_from([0, 1, 2, 121.5, -3, 38.9, 1e-4, 200, 1e400, float("nan"), True, None, "1"])
POSITIONS = st.lists(NUMBERS, min_size=2, max_size=3) | st.lists(st.integers(-9, 9), min_size=2, max_size=2)
RINGS = st.lists(POSITIONS, max_size=6).flatmap(lambda ring: st.sampled_from([ring, [*ring, *ring[:1]]]))
POLYGONS = st.lists(RINGS, max_size=2) | RINGS.map(lambda ring: [ring])
GEOMETRIES = st.one_of(
    st.fixed_dictionaries({"type": st.sampled_from(["Polygon", "polygon"]), "coordinates": POLYGONS}),
    st.fixed_dictionaries({"type": st.just("MultiPolygon"), "coordinates": st.lists(POLYGONS, max_size=2)}),
    st.none(),
)
NAMES = st.sampled_from([{"name": "中山区"}, {"name": 1}, {"name": ["a"]}, {}, None])
FEATURES = st.fixed_dictionaries({"properties": NAMES, "geometry": GEOMETRIES})


@given(st.lists(FEATURES, max_size=2))
def test_what_is_plain_has_areas(features: list[object]) -> None:
    text = json.dumps({"features": features})
    assert is_drawable(text) or not is_plain(text)
    assert areas(text) or not is_plain(text, named=True)


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '{"features": 1}', "[" * 100_000])
def test_what_is_none_is_not(text: str) -> None:
    assert not is_plain(text)


def test_the_files_of_the_registry_are() -> None:
    """Else each check would load shapely."""
    assert is_plain((ROOT / "registry/geo/districts.geojson").read_text("utf-8"), named=True)
    assert is_plain((ROOT / "registry/geo/land.geojson").read_text("utf-8"))

"""A whole made-up registry: the real vocabularies, notices, forms and map data, and any number of made-up records."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

from generator.reading.placement import path_of
from generator.site.output import Output
from tests import ROOT
from tests.made.synthetic import namesakes, units
from tests.made.synthetic.notices import Naming
from tests.made.synthetic.workshops import Workshops
from tests.made.synthetic.yamltext import yaml_text

SEED = 20190628
REAL = ROOT / "registry"


def outputs(count: int, seed: int = SEED, real: Path = REAL) -> Iterator[Output]:
    """All files of a registry with `count` made-up workshops. The same arguments give the same bytes everywhere."""
    yield from _copied(real)
    naming = Naming()
    districts = (real / "geo/districts.geojson").read_bytes()
    workshops = Workshops(Random(seed), districts, naming, _real_names(real))  # noqa: S311  nothing secret
    records: list[Any] = []
    for number in range(1, count + 1):
        records.append(workshops.draw(number))
        if number > 1:
            records[-2:] = namesakes.pair(records[-2], records[-1], naming)
    yield Output("vocabularies/units.yml", units.vocabulary(records).encode(), "synthetic")
    for number, record in enumerate(records, start=1):
        text = yaml_text("../../schema/workshop.schema.json", record)
        path = path_of(str(record["id"]))
        yield Output(path, text.encode(), "synthetic")
        if "photos" in record:
            yield Output(f"photos/dl{number:04}-1.png", _picture(number), "synthetic")
    for path, text in naming.texts():
        yield Output(path, text.encode(), "synthetic")


def _copied(real: Path) -> Iterator[Output]:
    """All but the real workshops and their photographs."""
    for path in sorted(real.rglob("*")):
        name = path.relative_to(real).as_posix()
        hidden = any(part.startswith(".") for part in name.split("/"))
        if (
            path.is_file()
            and not hidden
            and not name.startswith(("workshops/", "photos/", "vocabularies/units.yml"))
        ):
            yield Output(name, path.read_bytes(), "synthetic")


def _real_names(real: Path) -> Iterator[str]:
    """The leaders of the real records, and the workshops that the real notices list."""
    for path in sorted(real.glob("workshops/**/*.yml")):
        yield str(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader).get("leader", {}).get("name", ""))
    for path in sorted(real.glob("notices/*.yml")):
        for listed in yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader).get("names", ()):
            yield listed["name"] if isinstance(listed, dict) else str(listed)


def _picture(number: int) -> bytes:
    """A small striped PNG. Not compressed, since zlib's output differs between its versions."""
    width, height = 160, 120
    row = bytes([0]) + bytes([(0xF0, 0xCC, 0xAA, 0xFF)[number % 4]]) * (width // 8)
    pixels = row * height
    stored = b"\x78\x01\x01" + struct.pack("<HH", len(pixels), len(pixels) ^ 0xFFFF) + pixels
    data = stored + struct.pack(">I", zlib.adler32(pixels))
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

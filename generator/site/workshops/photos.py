"""The photographs of workshops: which are shown, the addresses of their pictures, the texts beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.libraries import photos
from generator.libraries.photos import Pictures
from generator.model.registry import Registry
from generator.model.workshop import Photo, Workshop
from generator.site.output import Output
from generator.site.paths import stem


class Shot(NamedTuple):
    """A photograph on a page; `path`: the folder of its pictures below the site's root."""

    photo: Photo
    pictures: Pictures
    path: str


def shown_photos(registry: Registry, workshops: Iterable[Workshop]) -> dict[str, Pictures]:
    """Return the pictures of every photograph in the records of these workshops, by the photograph's file name."""
    wanted = sorted({photo.file for workshop in workshops for photo in workshop.photos})
    return {
        name: photos.pictures(registry.photos[f"photos/{name}"])
        for name in wanted
        if f"photos/{name}" in registry.photos
    }


def shots(workshop: Workshop, pictures: Mapping[str, Pictures]) -> list[Shot]:
    """Return the photographs of a workshop in the order of its record."""
    return [
        Shot(photo, pictures[photo.file], folder(photo.file))
        for photo in workshop.photos
        if photo.file in pictures
    ]


def photo_outputs(by_name: Mapping[str, Pictures]) -> Iterator[Output]:
    """Yield the files of all pictures."""
    for name, pictures in by_name.items():
        for size, content in pictures.files.items():
            yield Output(f"{folder(name)}{size}", content, f"photos/{name}")


def folder(name: str) -> str:
    """Return the folder of a photograph's pictures."""
    return f"photos/{stem(name)}/"

"""The photographs of workshops: which are shown, where their pictures stand, what is said with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.libraries import photos
from generator.libraries.photos import Pictures
from generator.model.registry import Registry
from generator.model.workshop import Photo, Workshop
from generator.site.output import Output


class Shot(NamedTuple):
    """A photograph on a page; `path`: the folder of its pictures below the site's root."""

    photo: Photo
    pictures: Pictures
    path: str


def shown_photos(registry: Registry) -> dict[str, Pictures]:
    """The pictures of every photograph that a record shows, by the photograph's file name."""
    wanted = sorted({photo.file for workshop in registry.workshops for photo in workshop.photos})
    return {
        name: photos.pictures(registry.photos[f"photos/{name}"])
        for name in wanted
        if f"photos/{name}" in registry.photos
    }


def shots(workshop: Workshop, made: Mapping[str, Pictures]) -> list[Shot]:
    """The photographs of a workshop in the order of its record."""
    return [
        Shot(photo, made[photo.file], folder(photo.file)) for photo in workshop.photos if photo.file in made
    ]


def photo_outputs(made: Mapping[str, Pictures]) -> Iterator[Output]:
    """The files of all pictures."""
    for name, pictures in made.items():
        for size, content in pictures.files.items():
            yield Output(f"{folder(name)}{size}", content, f"photos/{name}")


def folder(name: str) -> str:
    """Where the pictures of a photograph stand."""
    return f"photos/{name.rsplit('.', maxsplit=1)[0]}/"

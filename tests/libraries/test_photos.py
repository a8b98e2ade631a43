"""Photographs: what a sent file may carry, and what of it reaches the site."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from generator.doors import disk
from generator.libraries import photos
from generator.libraries.photofiles import BROKEN, HUGE
from tests.made import samples


def encoded(picture: Image.Image, form: str, **told: object) -> bytes:
    made = io.BytesIO()
    picture.save(made, form, **told)
    return made.getvalue()


def exif() -> Image.Exif:
    """A camera's: turned by a quarter, taken at a place, by somebody."""
    told = Image.Exif()
    told[0x0112] = 6
    told[0x013B] = "SECRET-PERSON"
    told.get_ifd(0x8825)[2] = (38.0, 55.0, 0.0)
    return told


def test_a_picture_is_made_anew_upright_and_without_metadata() -> None:
    picture = Image.new("RGB", (2000, 1000), "red")
    picture.paste("blue", (0, 0, 1000, 1000))
    sent = encoded(picture, "JPEG", exif=exif(), comment=b"SECRET-COMMENT") + b"SECRET-TAIL"
    made = photos.pictures(sent)
    assert (made.large, made.small) == ((640, 1280), (240, 480))
    for name, content in made.files.items():
        assert b"SECRET" not in content and b"Exif" not in content, name
        with Image.open(io.BytesIO(content)) as shown:
            assert not shown.getexif() and not {"comment", "icc_profile", "xmp"} & set(shown.info)
            top = shown.convert("RGB").getpixel((100, 50))
            assert isinstance(top, tuple) and top[2] > 200 > top[0] + 100, name


def test_nothing_is_made_larger() -> None:
    made = photos.pictures(samples.picture("PNG", 300, 200))
    assert made.large == made.small == (300, 200)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_every_mode_becomes_a_picture(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    sent = encoded(Image.new(mode, (40, 30)), form)
    assert photos.fault(sent) == ""
    assert set(photos.pictures(sent).files) == {"1280.webp", "1280.jpg", "480.webp", "480.jpg"}


def test_what_is_transparent_becomes_white() -> None:
    made = photos.pictures(encoded(Image.new("RGBA", (40, 30), (0, 0, 0, 0)), "PNG"))
    with Image.open(io.BytesIO(made.files["480.jpg"])) as shown:
        assert shown.getpixel((5, 5)) == (255, 255, 255)


def test_a_text_in_a_png_is_dropped() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Comment", "SECRET", zip=False)
    made = photos.pictures(encoded(Image.new("RGB", (40, 30)), "PNG", pnginfo=told))
    assert all(b"SECRET" not in content for content in made.files.values())


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "ICO"])
def test_other_formats_are_refused_whatever_they_are_called(form: str) -> None:
    assert photos.fault(samples.picture(form, 32, 32)) == BROKEN


def test_a_drawing_with_a_script_is_refused() -> None:
    assert photos.fault(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>") == BROKEN


def test_too_many_pixels_are_refused_before_they_are_unpacked() -> None:
    assert photos.fault(samples.picture("PNG", 7000, 6000)) == HUGE
    assert photos.fault(samples.picture("JPEG", 20_000, 5_000)) == HUGE


@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.integers(0, 2000), st.binary(min_size=1, max_size=8))
def test_damaged_files_are_told_of_and_never_raise(form: str, place: int, damage: bytes) -> None:
    sent = samples.picture(form, 64, 48)
    place %= len(sent)
    fault = photos.fault(sent[:place] + damage + sent[place + len(damage) :])
    assert fault in ("", BROKEN, HUGE)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_every_truncation_is_found(form: str) -> None:
    sent = encoded(Image.effect_noise((48, 48), 90).convert("RGB"), form)
    for keep in range(0, len(sent) - 40, max(1, len(sent) // 60)):
        assert photos.fault(sent[:keep]) == BROKEN, keep


def test_photographs_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/a.jpg").write_bytes(b"1")
    held = disk.read_photos(tmp_path, ["photos/a.jpg", "notices/b.yml"])
    (tmp_path / "photos/a.jpg").write_bytes(b"2")
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices/b.yml").write_bytes(b"3")
    assert dict(held) == {"photos/a.jpg": b"2"}
    assert "notices/b.yml" not in held
    assert len(held) == 1

"""Pictures: photographs made anew from their pixels, and bitmaps of points (the door to Pillow).

A file as it was sent never reaches the site: its metadata may hold where and by whom it was taken, and the bytes after
the picture may be anything.
"""

from __future__ import annotations

import contextlib
import io
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PIL import ExifTags, Image, ImageCms, ImageOps

from generator.libraries.photofiles import BROKEN, HUGE, MOST_PIXELS, kind

LARGE, SMALL = 1280, 480  # the longest side in pixels
_EIGHT = bytes.maketrans(b"01", b"\xff\0")  # of a point its eight pixels, white or black
_COMPRESSION = 6  # of zlib; fixed, so that no new default changes the bytes
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, LookupError, OverflowError, struct.error, zlib.error)


class NotShown(Exception):
    """No picture can be made of a file; the text is BROKEN or HUGE."""


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


@dataclass(frozen=True)
class Pictures:
    """A photograph in two sizes, each as WebP and as JPEG; `files` by name: `1280.webp` and so on."""

    large: Size
    small: Size
    files: Mapping[str, bytes]


def fault(content: bytes) -> str:
    """Return BROKEN if the picture cannot be decoded to its last pixel, HUGE if it has more than MOST_PIXELS, else an empty text."""
    try:
        with _opened(content) as picture:
            picture.load()
    except NotShown as error:
        return str(error)
    return ""


def is_located(content: bytes) -> bool:
    """Whether a file that is a picture says where it was taken: in its EXIF, or in the XMP that editing programs write."""
    with contextlib.suppress(NotShown), _opened(content) as picture:
        return bool(picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)) or b"exif:GPSLatitude" in content
    return False


def pictures(content: bytes) -> Pictures:
    """Make the pictures of a file without a fault: upright, in sRGB, on white, without any metadata."""
    with _opened(content) as picture:
        upright = ImageOps.exif_transpose(picture)
        pixels = _opaque(_in_srgb(upright))
    large, small = _within(pixels, LARGE), _within(pixels, SMALL)
    files = {
        f"{side}.{ending}": _encoded(sized, ending)
        for side, sized in ((LARGE, large), (SMALL, small))
        for ending in ("webp", "jpg")
    }
    return Pictures(Size(*large.size), Size(*small.size), files)


@contextlib.contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    """Open the first frame of a picture. Raises NotShown, also for errors that appear only while decoding."""
    format = kind(content)
    if format is None:
        raise NotShown(BROKEN)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[format]) as picture:
                yield picture
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NotShown(HUGE) from error
    except _BROKEN as error:
        raise NotShown(BROKEN) from error


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Convert the colours to sRGB, since the profile that explains others is dropped."""
    profile = picture.info.get("icc_profile")
    if profile and picture.mode == "RGB":
        with contextlib.suppress(ImageCms.PyCMSError, OSError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"))
            return converted or picture
    return picture


def _opaque(picture: Image.Image) -> Image.Image:
    if picture.has_transparency_data:
        above = picture.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", above.size, "white"), above).convert("RGB")
    return picture.convert("RGB")


def _within(picture: Image.Image, side: int) -> Image.Image:
    """Copy the pixels alone, never larger than the original."""
    sized = picture.copy()
    sized.thumbnail((side, side), Image.Resampling.LANCZOS)
    return Image.frombytes("RGB", sized.size, sized.tobytes())


def _encoded(picture: Image.Image, ending: str) -> bytes:
    file = io.BytesIO()
    if ending == "webp":
        picture.save(file, "WEBP", quality=80, method=4)
    else:
        picture.save(file, "JPEG", quality=82, optimize=True, progressive=True)
    return file.getvalue()


def bitmap(rows: Sequence[str], margin: int) -> bytes:
    """Return a PNG of one bit a pixel, eight pixels a point.

    `rows`: of points from the top, 0 for white and 1 for black; `margin`: white points on each side.
    """
    empty, beside = [b"\xff" * (len(rows[0]) + 2 * margin)] * margin, b"\xff" * margin
    lines = [*empty, *(beside + row.encode().translate(_EIGHT) + beside for row in rows), *empty]
    drawn = Image.frombytes("1", (len(lines[0]) * 8, len(lines) * 8), b"".join(line * 8 for line in lines))
    file = io.BytesIO()
    drawn.save(file, "PNG", compress_level=_COMPRESSION)
    return file.getvalue()

"""Pictures: what a photograph truly holds, made anew from its pixels, and what is drawn of points (the door to Pillow).

A file as it was sent never reaches the site: its metadata may tell where and by whom it was taken, and bytes behind the
picture may be anything.
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

from PIL import Image, ImageCms, ImageOps

MOST_PIXELS = 40_000_000
LARGE, SMALL = 1280, 480  # the longest side in pixels
_WHITE_AND_BLACK = b"\xff\xff\xff\0\0\0"  # as a palette
_COMPRESSION = 6  # of zlib; fixed, so that no new default changes the bytes
ENDINGS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, LookupError, OverflowError, struct.error, zlib.error)


class NotShown(Exception):
    """Why no picture can be made of a file: one of the two words below."""


BROKEN, HUGE = "broken", "huge"


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


@dataclass(frozen=True)
class Pictures:
    """A photograph in two sizes, each as WebP and as JPEG; `files` by their name, `1280.webp` and so on."""

    large: Size
    small: Size
    files: Mapping[str, bytes]


def kind(content: bytes) -> str | None:
    """JPEG, PNG or WEBP by the first bytes, whatever the file is called; None if it is none of these."""
    if content.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    return "WEBP" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else None


def fault(content: bytes) -> str:
    """BROKEN if it cannot be decoded to its last pixel, HUGE if it has more than MOST_PIXELS, else nothing."""
    try:
        with _opened(content) as picture:
            picture.load()
    except NotShown as told:
        return str(told)
    return ""


def pictures(content: bytes) -> Pictures:
    """The pictures of a file that has no fault: turned upright, in sRGB, on white, without a trace of metadata."""
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
    """The first frame of a picture. Raises NotShown, also for what is found only while decoding."""
    found = kind(content)
    if found is None:
        raise NotShown(BROKEN)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=[found]) as picture:
                yield picture
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NotShown(HUGE) from error
    except _BROKEN as error:
        raise NotShown(BROKEN) from error


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Colours as every screen shows them, since the profile that explains others is dropped."""
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
    """A copy of the pixels alone, never larger than the original."""
    sized = picture.copy()
    sized.thumbnail((side, side), Image.Resampling.LANCZOS)
    return Image.frombytes("RGB", sized.size, sized.tobytes())


def _encoded(picture: Image.Image, ending: str) -> bytes:
    made = io.BytesIO()
    if ending == "webp":
        picture.save(made, "WEBP", quality=80, method=4)
    else:
        picture.save(made, "JPEG", quality=82, optimize=True, progressive=True)
    return made.getvalue()


def bitmap(rows: Sequence[bytes | bytearray], margin: int, scale: int) -> bytes:
    """A PNG of one bit a pixel. `rows`: of points from the top, 0 for white and 1 for black; `margin`: white points all round;
    `scale`: pixels to a point."""
    points = Image.frombytes("P", (len(rows[0]), len(rows)), b"".join(rows))
    points.putpalette(_WHITE_AND_BLACK)
    framed = ImageOps.expand(points, margin)
    drawn = framed.resize((framed.width * scale, framed.height * scale), Image.Resampling.NEAREST)
    made = io.BytesIO()
    drawn.save(made, "PNG", compress_level=_COMPRESSION)
    return made.getvalue()

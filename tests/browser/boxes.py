"""Where the browser laid something out, in whole pixels: it measures with floats, and 39.99997 px are 40."""

from typing import NamedTuple

from playwright.sync_api import Locator


class Box(NamedTuple):
    """The edges of a box as laid out, in px from the window's upper left corner, rounded to whole ones."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Its width, px."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Its height, px."""
        return self.bottom - self.top


def box_of(locator: Locator) -> Box:
    """The box of one element; a failed assertion where it is not shown."""
    place = locator.bounding_box()
    assert place is not None, f"not shown: {locator}"
    left, top = place["x"], place["y"]
    return Box(*map(round, (left, top, left + place["width"], top + place["height"])))

"""Whatever is pressed is 44 px high and wide, on every kind of page, for old fingers and shaking hands, and its text stays one text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.windows import Windows
from tests.conftest import serve
from tests.made import pagekinds

# What is pressed and smaller: by what it is, its size, its words. Left out: a link within a sentence (WCAG 2.5.5, inline), whose
# paragraph says more than the link; places on maps and drawings, where the place is what they tell (essential), and whose list
# or table beside them has the same links.
_SMALL = r"""() => {
  const bare = (it) => it.textContent.replace(/\s+/g, "");
  const within = (link) => {
    const block = link.closest("p, li, dd, td, th, figcaption, caption, legend, label, summary");
    return block && getComputedStyle(link).display === "inline" && bare(block).replace(bare(link), "").length > 3
      && !link.matches(".rg-near a, .rg-groups a, .rg-tags a, .rg-downloads a, th > a");
  };
  const small = new Set();
  for (const it of document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=button]")) {
    if (it.closest("svg, .leaflet-map-pane") || !it.getClientRects().length) continue;
    if (getComputedStyle(it).visibility === "hidden" || (it.matches("a") && within(it))) continue;
    const box = (it.matches("[type=checkbox], [type=radio]") && it.closest("label") || it).getBoundingClientRect();
    if (box.right < 0) continue; // waits for the focus beyond the edge
    if (box.height < 43.5 || box.width < 43.5)
      small.add(`${it.tagName} ${it.parentElement.className || it.parentElement.tagName} ${Math.round(box.width)}x${Math.round(box.height)} ${bare(it).slice(0, 12)}`);
  }
  return Array.from(small).slice(0, 8);
}"""

# A text in which parts are kept together, or places to break at are marked, becomes columns in a box that is a row of boxes.
_IN_COLUMNS = r"""() => Array.from(document.querySelectorAll(".rg-together, wbr"), (it) => it.parentElement)
  .filter((it) => /flex|grid/.test(getComputedStyle(it).display)
    && Array.from(it.childNodes).some((part) => part.nodeType === 3 && part.data.trim()))
  .map((it) => `${it.tagName} ${it.parentElement.className || it.parentElement.tagName} ${it.textContent.slice(0, 20)}`)
  .slice(0, 4)"""


@pytest.fixture(scope="module")
def address(made_up: Path) -> Iterator[str]:
    """The address of a site with every kind of page."""
    yield from serve(made_up)


@pytest.mark.parametrize("width", [360, 1280])
def test_whatever_is_pressed_is_large_enough_and_its_text_one_text(
    windows: Windows, made_up: Path, address: str, width: int
) -> None:
    wrong = []
    with windows.opened(width) as page:
        for name, path in pagekinds.kinds(made_up).items():
            page.goto(address + path, wait_until="networkidle" if name in pagekinds.LATE else "load")
            wrong += [f"{name}: {it}" for it in page.evaluate(_SMALL)]
            wrong += [f"{name}: in columns: {it}" for it in page.evaluate(_IN_COLUMNS)]
    assert not wrong, "\n".join(wrong)

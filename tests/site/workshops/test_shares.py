"""The pictures that shared links show: of the promised sizes, small, the same each time, and of what the page says."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from generator.libraries import lettering
from generator.site.output import Output
from tests.made import miniature

MOST = 20_000  # bytes of a picture without a photograph
LONG = "示例" * 30


@pytest.fixture(scope="module")
def made() -> dict[str, Output]:
    """The miniature's site."""
    return {output.path: output for output in miniature.outputs()}


def opened(content: bytes) -> Image.Image:
    """A picture."""
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_each_workshop_has_both(made: dict[str, Output], number: int) -> None:
    ending, format_ = ("jpg", "JPEG") if number == 1 else ("png", "PNG")
    for name, size in (("share", (1200, 630)), ("square", (400, 400))):
        content = made[f"workshops/DL000{number}/{name}.{ending}"].content
        assert (opened(content).size, opened(content).format) == (size, format_)
        assert ending == "jpg" or len(content) <= MOST


def test_a_page_shows_its_own_first(made: dict[str, Output]) -> None:
    """Who takes the first large picture of a page takes the photograph, else the square one, which no reader fetches."""
    for number in (1, 2):
        page = LexborHTMLParser(made[f"workshops/DL000{number}/index.html"].content)
        first = page.css("img")[0]
        own = first.attributes["src"] == f"../../workshops/DL000{number}/square.png"
        assert own == (number == 2) and ("hidden" in first.attributes) == own


def test_without_an_address_there_are_none() -> None:
    assert not [
        it.path
        for it in miniature.outputs(site_url="")
        if it.path.endswith(("share.png", "square.png", "share.jpg"))
    ]


def test_names_say_what_the_page_says() -> None:
    """What is drawn of a record changes with the record, and with nothing else."""
    held = miniature.texts()
    path = next(it for it in held if it.endswith("DL0002.yml"))
    changed = {**held, path: held[path].replace("虚构市焊接", "虚构市电焊")}
    before, after = ({it.path: it.content for it in miniature.outputs(held=it)} for it in (held, changed))
    other = {
        it
        for it in before
        if it.endswith(("/share.png", "/square.png", "/share.jpg")) and before[it] != after[it]
    }
    assert other == {"workshops/DL0002/share.png", "workshops/DL0002/square.png"}


@pytest.mark.parametrize(
    ("words", "room", "lines"),
    [
        (["王强", "职工", "创新工作室"], 300, ["王强职工", "创新工作室"]),
        ([LONG], 300, ["示例" * 3] * 10),
        (["一"], 10, ["一"]),
        ([], 300, [""]),
    ],
)
def test_a_line_breaks_between_words_first(words: list[str], room: int, lines: list[str]) -> None:
    assert lettering.broken(words, 50, room) == lines


def test_what_does_not_fit_is_cut() -> None:
    assert lettering.cut("一二三", 50, 150) == "一二三"
    assert lettering.cut("一二三四", 50, 150) == "一二…"
    assert lettering.width(lettering.cut(LONG, 50, 150), 50) <= 150


def test_what_no_font_shows_is_a_sign() -> None:
    assert lettering.printable("甲\U0002f81a乙") in ("甲〓乙", "甲\U0002f81a乙")
    assert lettering.printable("甲\ue000乙") == "甲〓乙"


def test_the_site_has_icons_of_all_kinds(site: Path) -> None:
    """For tabs, home screens and the manifest: each is there, and as large as it says."""
    page = LexborHTMLParser((site / "index.html").read_bytes())
    manifest = json.loads((site / "site.webmanifest").read_text("utf-8"))
    assert manifest["name"] == "大连市劳模和职工创新工作室名册" and manifest["start_url"] == "./"
    icons = {it["src"]: it["sizes"] for it in manifest["icons"]}
    assert {"192x192", "512x512"} == set(icons.values())
    apple = str(page.css("link[rel=apple-touch-icon]")[0].attributes["href"])
    for address, size in {**icons, apple: "180x180"}.items():
        width, height = opened((site / address).read_bytes()).size
        assert f"{width}x{height}" == size and address.startswith(("assets/", "./assets/"))
    assert opened((site / "favicon.ico").read_bytes()).info["sizes"] == {(16, 16), (32, 32), (48, 48)}

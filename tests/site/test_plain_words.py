"""No word of the builders before the public: no key, file format, checksum, letter of a standard or file's path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from selectolax.lexbor import LexborHTMLParser

LIST: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "plain_words.yml").read_text("utf-8"))
NEVER = re.compile("|".join(LIST["never"]))
FOREIGN = re.compile("|".join(f"(?:{word})" for word in LIST["foreign"]))
WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_./:#?=&%-]*")
SAID = ("aria-label", "title", "placeholder", "alt")


def wrong(text: str, path: str = "") -> Iterator[str]:
    """What the list does not let pass in a text of a page."""
    yield from (found[0] for found in NEVER.finditer(text))
    here = [word for page, words in LIST["only"].items() if path.startswith(page) for word in words]
    for word in WORD.findall(text):
        if not FOREIGN.fullmatch(word.rstrip(".:/")) and not any(re.fullmatch(one, word) for one in here):
            yield word


def texts(page: LexborHTMLParser) -> Iterator[str]:
    """What a page shows or says: its title, its texts, and what is told of its elements."""
    for hidden in page.css("script, style, noscript, .rg-printed"):
        hidden.decompose()
    yield from (it.text() for it in page.css("title"))
    for element in page.css("body, body *"):
        yield element.text(deep=False)
        yield from (element.attributes.get(name) or "" for name in SAID)


def told(site: Path, path: str) -> Iterator[str]:
    """Each word of a page that the list does not let pass, with the page."""
    page = LexborHTMLParser((site / path).read_text("utf-8"))
    yield from sorted(
        {f"{path}: {word} in {text.strip()[:40]}" for text in texts(page) for word in wrong(text, path)}
    )


def test_the_list_is_not_blind() -> None:
    for text in (
        "写进 registry/photos",
        "C34 通用设备制造业",
        "supports",
        "DL0001.yml",
        "YAML",
        "能证明哪些键",
        "校验值",
        "geometry",
    ):
        assert list(wrong(text)), text
    for text in ("编号 DL0001。", "A4，PDF", "见《通报》"):
        assert not list(wrong(text)), text


def test_no_page_says_them(made_up: Path) -> None:
    pages = [path.relative_to(made_up).as_posix() for path in made_up.rglob("*.html")]
    public = [path for path in pages if not path.startswith(tuple(LIST["outside"]))]
    assert len(public) > 500
    assert [line for path in sorted(public) for line in told(made_up, path)] == []

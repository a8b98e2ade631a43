"""The theme's sheet: nothing goes but what no page can meet."""

from __future__ import annotations

import re
from importlib.metadata import files
from pathlib import Path

import pytest

from generator.site.sheets import pruned, words_of

KNOWN = frozenset({"md-grid", "data-md-color-scheme"})


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".md-grid{a:b}.md-nav{a:b}", ".md-grid{a:b}"),
        (".md-nav,.md-grid,p{a:b}", ".md-grid,p{a:b}"),
        (".md-grid .md-nav{a:b}", ""),
        (".md-grid:not(.focus-visible){a:b}", ".md-grid:not(.focus-visible){a:b}"),
        (
            "[data-md-color-scheme=slate]{a:b}[data-md-color-primary=red]{a:b}",
            "[data-md-color-scheme=slate]{a:b}",
        ),
        ("[dir=ltr] p{a:b}[dir=rtl] p{a:b}", "[dir=ltr] p{a:b}"),
        ("@media print{.md-nav{a:b}}@media screen{.md-nav{a:b}p{a:b}}", "@media screen{p{a:b}}"),
        ("@supports (a:b){@media screen{.md-nav{a:b}p{c:d}}}", "@supports (a:b){@media screen{p{c:d}}}"),
        ('@charset "utf-8";/* told */p{a:b}', '@charset "utf-8";p{a:b}'),
        ('p{content:"}.md-nav{;"}.md-nav{content:"p{"}', 'p{content:"}.md-nav{;"}'),
        (":root{--one:1;--two:2}p{a:var(--one)}", ":root{--one:1}p{a:var(--one)}"),
        (":root{--one:var(--two);--two:2}", ""),
        (":root{--ours:1}", ":root{--ours:1}"),
        (":is(p,.md-nav) b{a:b}.md-nav:is(p,b){a:b}", ":is(p,.md-nav) b{a:b}"),
        ("@keyframes x{0%{a:b}to{a:c}}", "@keyframes x{0%{a:b}to{a:c}}"),
    ],
)
def test_of_a_sheet_is_kept(sheet: str, kept: str) -> None:
    assert pruned(sheet, KNOWN, "b{c:var(--ours)}") == kept


def test_the_themes_own_sheets_are_read_whole() -> None:
    """Where everything is known, only comments and variables that nothing reads go."""
    [path] = [
        Path(str(file.locate()))
        for file in files("mkdocs-material") or ()
        if file.match("material/templates/assets/stylesheets/main.*.min.css")
    ]
    sheet = path.read_text("utf-8")
    names = frozenset(re.findall(r"[\w-]+", sheet))
    every = "".join(f"var({name})" for name in re.findall(r"--[\w-]+", sheet))
    plain = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    kept = pruned(sheet, names, every)
    assert len(kept) > len(plain) * 0.9
    blocks = set(re.findall(r"\{[^{}]*\}", kept))
    assert set(re.findall(r"\{[^{}]*\}", plain)) - blocks <= set(
        re.findall(r"\[dir=rtl\][^{}]*(\{[^{}]*\})", plain)
    ), "nothing but what is written from right to left"


def test_words_of_a_template() -> None:
    text = '<p class="md-grid rg-x" data-md-color-scheme="slate">md-button--primary</p>'
    assert words_of(text) == {"md-grid", "data-md-color-scheme", "md-button--primary"}

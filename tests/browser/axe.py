"""The accessibility checker axe-core, run in a page (tests/vendor/axe-core, MPL-2.0; it never reaches the site)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from playwright.sync_api import Page

from tests import ROOT

# Nothing is fetched again beforehand (`preload`): only an experimental rule and one of audio, which no page has, ask for it.
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Lines of one template: what is wrong with the thirteenth is wrong with the first.
_REPEATED = ["li:nth-child(n+13)", "tbody tr:nth-child(n+13)"]
FRAME = (".md-header", ".rg-nav", ".md-footer")  # the same on every page
_RUN = """async ([tags, within, without]) => {
  const exclude = without.filter((it) => document.querySelector(it)).map((it) => [it]);
  const told = await axe.run({ include: [within || document], exclude }, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"], preload: false});
  return told.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.target.join(" ")}: ${node.any.concat(node.all, node.none).map(it => it.message).join("; ")}`));
}"""


@cache
def _source() -> str:
    return (ROOT / "tests/vendor/axe-core/axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, within: str = "", without: Iterable[str] = ()) -> list[str]:
    """Each violation of WCAG 2.2 A and AA and of axe's best practices: the rule, the element, what is wrong with it.

    `within` and `without`: selectors, where the rest of the page is tried elsewhere; else the whole page.
    """
    page.evaluate(_source())
    told: list[str] = page.evaluate(_RUN, [_TAGS, within, [*_REPEATED, *without]])
    return told

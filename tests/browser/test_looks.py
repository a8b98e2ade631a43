"""How the pages look, as figures: what an auditor's eye found once, measured in the browser ever after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.facets import facets
from tests import ROOT
from tests.browser.boxes import box_of
from tests.browser.windows import Scheme, Windows
from tests.conftest import serve
from tests.made import miniature, pagekinds

STYLES = ROOT / "site_src/styles"
PHONE, TABLET, DESK = 360, 768, 1440


@pytest.fixture(scope="module")
def address(made_up: Path) -> Iterator[str]:
    """The address of a site with every kind of page."""
    yield from serve(made_up)


def classes(text: str, of: str) -> set[str]:
    """Our class names in a sheet's selectors (`of` css) or a page's attributes (html)."""
    if of == "css":
        return set(re.findall(r"\.(rg-[a-z0-9-]+)", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)))
    return {
        name for told in re.findall(r'class="([^"]*)"', text) for name in told.split() if name[:3] == "rg-"
    }


def test_every_page_links_the_sheets_that_it_needs(made_up: Path) -> None:
    """A class that sheets know must be known to one of those that the page links."""
    known = {
        sheet.name: classes(sheet.read_text("utf-8"), "css")
        for sheet in STYLES.glob("*.css")
        if sheet.stem != "print"
    }
    wrong = []
    for name, path in pagekinds.kinds(made_up).items():
        html = (made_up / ("404.html" if name == "404" else f"{path.split('?')[0]}index.html")).read_text(
            "utf-8"
        )
        linked = re.findall(
            r'<link rel="stylesheet" href="[^"]*assets/[0-9a-f]{8}/styles/([a-z]+\.css)"', html
        )
        there = set().union(*(known[sheet] for sheet in linked))
        missing = (classes(html, "html") & set().union(*known.values())) - there
        wrong += [f"{name}: {missing}"] if missing else []
        if not name.startswith(("application", "edit")):  # pages to fill in have sheets of their own
            assert len(linked) <= {"map": 6}.get(name, 5), f"{name}: {linked}"
    assert wrong == []


# The contrast of every text with what lies behind it, where it falls short of 4.5; a page without a ground is white paper.
_PALE = """() => {
  const parts = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const over = ([r, g, b, a = 1], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
  const light = (colour) => colour.map((c) => c / 255).map((c) => (c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4))
    .reduce((sum, c, place) => sum + c * [.2126, .7152, .0722][place], 0);
  const grounds = new Map();
  const ground = (it) => {
    if (!it) return [255, 255, 255];
    if (!grounds.has(it)) {
      const own = parts(getComputedStyle(it).backgroundColor), behind = ground(it.parentElement);
      grounds.set(it, own.length ? over(own, behind) : behind);
    }
    return grounds.get(it);
  };
  const pale = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const it = walk.currentNode.parentElement, text = walk.currentNode.data.trim();
    if (!text || !it.checkVisibility({ visibilityProperty: true }) || it.closest("script, style, title, datalist, .rg-hidden, .rg-map")) continue;
    const style = getComputedStyle(it), behind = ground(it);
    const ink = over(parts(it instanceof SVGElement ? style.fill : style.color), behind);
    const [less, more] = [light(ink), light(behind)].sort((a, b) => a - b);
    const contrast = (more + .05) / (less + .05);
    if (contrast < 4.5) pale.push(`${text.slice(0, 20)} ${contrast.toFixed(1)}`);
  }
  return pale;
}"""


_PRINTED = """() => {
  const day = new Date();
  return `打印于 ${day.getFullYear()} 年 ${day.getMonth() + 1} 月 ${day.getDate()} 日`;
}"""


def test_what_is_printed_can_be_read(windows: Windows, made_up: Path, address: str) -> None:
    """Black on white from the dark screen too, with the site's name and the page's address on top."""
    wrong = []
    schemes: tuple[Scheme, Scheme] = ("dark", "light")
    with windows.opened(800, scheme="dark") as page:
        for name, path in pagekinds.kinds(made_up).items():
            if name in ("404", "application"):
                continue
            page.goto(address + path)
            for scheme in schemes:
                page.emulate_media(media="print", color_scheme=scheme)
                wrong += [f"{name}, {scheme}: {it}" for it in page.evaluate(_PALE)]
                told = page.locator(".rg-printed")
                # Who follows a code gets no script, so no day.
                day = (
                    "" if name in ("verification", "verification-revoked") else f"　{page.evaluate(_PRINTED)}"
                )
                assert told.inner_text().endswith(f"　/{path.split('?')[0]}{day}"), name
                assert told.is_visible()
                assert page.locator(".md-header").is_hidden()
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_status_is_no_link(windows: Windows, made_up: Path, address: str, scheme: Scheme) -> None:
    """Neither by colour nor by shape: what is over is a full label, and no status is underlined."""
    with windows.opened(DESK, scheme=scheme) as page:
        page.goto(address + "workshops/")
        link = page.locator(".rg-cards th a").first.evaluate("it => getComputedStyle(it).color")
        for status in page.locator(".rg-cards .rg-status").all():
            colour, ground = status.evaluate(
                "it => [getComputedStyle(it).color, getComputedStyle(it).backgroundColor]"
            )
            assert colour != link and ground != "rgba(0, 0, 0, 0)", status.inner_text()
        assert page.evaluate(_PALE) == []


def test_the_first_button_is_the_strongest_in_the_dark(windows: Windows, address: str) -> None:
    with windows.opened(DESK, scheme="dark") as page:
        page.goto(address)
        first = page.locator(".rg-hero .md-button--primary").evaluate(
            "it => getComputedStyle(it).backgroundColor"
        )
        other = page.locator(".rg-hero .md-button:not(.md-button--primary)").first
        assert first == other.evaluate("it => getComputedStyle(it).color")


@pytest.mark.parametrize("large", ["", "rg-large", "rg-large rg-largest"])
@pytest.mark.parametrize("scripts", [False, True])
def test_the_header_tells_the_name_and_leads_home(
    windows: Windows, address: str, scripts: bool, large: str
) -> None:
    with windows.opened(PHONE, scripts=scripts) as page:
        page.goto(address + "workshops/DL0001/")
        page.evaluate("large => { document.documentElement.className += ` ${large}`; }", large)
        name = page.locator(".rg-name")
        assert name.evaluate("it => it.scrollWidth <= it.clientWidth && it.scrollHeight <= it.clientHeight")
        assert name.inner_text().replace("\n", "") == "创新工作室名册"
        name.locator("a").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(address)


def test_larger_text_reaches_the_search_box_and_the_drawings(windows: Windows, address: str) -> None:
    with windows.opened(PHONE) as page:
        page.goto(address + "statistics/")
        box = page.locator("#rg-find")
        before = box.evaluate(_SIZE)
        assert before >= 16, "a phone zooms in on smaller boxes"
        told = page.locator(".rg-drawing text").first
        small = told.evaluate(_DRAWN_SIZE)
        assert small >= 12
        page.locator(".rg-larger").click()
        assert box.evaluate(_SIZE) > before and told.evaluate(_DRAWN_SIZE) > small * 1.2
        overlap = page.locator(".rg-drawing .rg-below").evaluate_all(
            """all => all.slice(1).some((it, place) =>
              it.getBoundingClientRect().left < all[place].getBoundingClientRect().right)"""
        )
        assert not overlap
        drawn, edge = box_of(page.locator(".rg-drawing").first), 1
        for word in map(box_of, page.locator(".rg-drawing text").all()):
            assert drawn.left - edge <= word.left
            assert word.right <= drawn.right + edge


_SIZE = "it => parseFloat(getComputedStyle(it).fontSize)"
_DRAWN_SIZE = "it => parseFloat(getComputedStyle(it).fontSize) * it.getScreenCTM().a"
# The places of boxes, in whole pixels: [left, top, right, bottom].
_BOXES = """all => all.map(it => it.getBoundingClientRect())
  .map(({ left, top, right, bottom }) => [left, top, right, bottom].map(Math.round))"""


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_boxes_of_figures_stand_in_a_grid(windows: Windows, address: str, width: int) -> None:
    with windows.opened(width) as page:
        page.goto(address + "statistics/")
        first, *boxes = page.locator(".rg-counts a").evaluate_all(_BOXES)
        alone = width == PHONE and len(boxes) % 2 == 0
        assert alone == (first[2] - first[0] > boxes[0][2] - boxes[0][0] + 1), "the whole, of an odd number"
        for size in ({right - left for left, _, right, _ in boxes}, {end - top for _, top, _, end in boxes}):
            assert max(size) - min(size) <= 1, "but for a rounded pixel"
        assert len({top for _, top, _, _ in boxes}) < len(boxes), "more than one in a line"


def test_figures_of_a_cross_table_stand_alike_and_are_links_as_a_whole(
    windows: Windows, address: str
) -> None:
    with windows.opened(DESK) as page:
        page.goto(address + "statistics/")
        wrong = page.locator("table.rg-cross tbody tr").evaluate_all(
            """rows => rows.filter((row) => {
              const cells = [...row.cells].slice(1), tops = cells.map((it) => it.firstChild.getBoundingClientRect().top);
              const whole = cells.every((it) => it.firstChild.getBoundingClientRect().width >= it.clientWidth - 1);
              return !whole || Math.max(...tops) - Math.min(...tops) > 1;
            }).map((row) => row.textContent)"""
        )
        assert wrong == []


def test_a_name_stands_on_the_line_of_its_row(windows: Windows, address: str) -> None:
    with windows.opened(DESK) as page:
        page.goto(address + "workshops/")
        lines = page.locator(".rg-cards tbody tr").first.evaluate(
            """row => [...row.cells].map((cell) => {
              const range = document.createRange(), walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
              range.selectNodeContents(walk.nextNode());
              return Math.round(range.getClientRects()[0].bottom);
            })"""
        )
        assert len(set(lines)) == 1, lines


def test_tables_on_a_phone(windows: Windows, address: str) -> None:
    """Rows of the heat table can be read, the total of each year is in sight, and a finger is not caught."""
    with windows.opened(PHONE) as page:
        page.goto(address + "statistics/")
        heads = page.locator("table.rg-heat").first.locator("tbody th").evaluate_all(_BOXES)
        size = page.locator("table.rg-heat tbody th").first.evaluate(_SIZE)
        assert all(right - left >= 7.4 * size for left, _, right, _ in heads)
        years = page.locator(".rg-drawn .rg-scroll")
        assert years.evaluate("it => it.scrollHeight <= it.clientHeight && it.scrollWidth <= it.clientWidth")
        assert "local" in years.evaluate("it => getComputedStyle(it).backgroundAttachment")


@pytest.mark.parametrize("path", ["workshops/DL0001/", "v/DL0001/"])
def test_a_long_word_makes_no_page_wider(windows: Windows, address: str, path: str) -> None:
    with windows.opened(PHONE) as page:
        page.goto(address + path)
        page.locator(".rg-facts dd").evaluate_all(
            "all => all.forEach(it => { it.textContent = 'Abcdefgh'.repeat(10) })"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_the_standing_of_a_workshop_breaks_between_its_parts(windows: Windows, address: str) -> None:
    with windows.opened(PHONE) as page:
        page.goto(address + "workshops/DL0001/")
        parts = page.locator(".rg-standing-line > *")
        assert parts.count() == 4
        assert all(part.evaluate("it => it.getClientRects().length") == 1 for part in parts.all())
        boxes = parts.evaluate_all(_BOXES)
        assert all(bottom - top <= 44 for _, top, _, bottom in boxes), "one line each"


@pytest.mark.parametrize("scripts", [False, True])
def test_a_card_tells_two_facts_in_a_line(windows: Windows, address: str, scripts: bool) -> None:
    """The static list and the one that filters make."""
    with windows.opened(PHONE, scripts=scripts) as page:
        page.goto(address + "workshops/" + ("?levels=city" if scripts else ""))
        card = page.locator("#rg-live tr:has(td)" if scripts else "#rg-static tr:has(td)").first
        card.wait_for()
        boxes = dict(
            zip(
                card.locator("td").evaluate_all("all => all.map(it => it.dataset.label)"),
                card.locator("td").evaluate_all(_BOXES),
                strict=True,
            )
        )
        assert boxes["区域"][1] == boxes["行业"][1] < boxes["级别和年度"][1]
        assert card.evaluate("it => it.offsetHeight") < 200, "five lines, six with a long unit"


def test_a_card_without_a_district_does_not_begin_with_a_dot(windows: Windows, address: str) -> None:
    """Where nobody knows a district the column leaves, and what stood behind it begins the line."""
    with windows.opened(PHONE) as page:
        page.goto(address + "workshops/")
        trade = page.locator('[data-label="行业"]').first
        before = "it => getComputedStyle(it, '::before').content"
        assert "·" in trade.evaluate(before)
        page.locator('[data-label="区域"]').first.evaluate("it => it.remove()")
        assert trade.evaluate(before) == "none"


def test_larger_text_breaks_no_number(windows: Windows, address: str) -> None:
    """A total of two digits stood in two lines, and made its row twice as high."""
    with windows.fresh(PHONE) as page:
        page.add_init_script("localStorage.setItem('rg-text', 'large')")
        page.goto(address + "statistics/")
        cells = page.locator("table.rg-cross td > *").evaluate_all(_BOXES)
        heights = {bottom - top for _, top, _, bottom in cells if bottom > top}
        assert max(heights) - min(heights) <= 1, "but for a rounded pixel"


def test_larger_text_keeps_the_facts_of_a_card_in_place(windows: Windows, address: str) -> None:
    """The word before the unit hangs in a space of its own, and the lines begin alike."""
    with windows.fresh(PHONE) as page:
        page.add_init_script("localStorage.setItem('rg-text', 'large')")
        page.goto(address + "workshops/")
        card = page.locator("#rg-static tr:has(td)").first
        unit, indent = card.locator('[data-label="单位"]').evaluate(
            "it => [getComputedStyle(it).paddingLeft, getComputedStyle(it).textIndent]"
        )
        assert unit == indent.removeprefix("-") != "0px"
        district, level = (
            card.locator(f'[data-label="{word}"]').evaluate_all(_BOXES)[0] for word in ("区域", "级别和年度")
        )
        assert district[0] == level[0]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_divisions_stand_in_rows(windows: Windows, address: str, width: int) -> None:
    """The theme makes blocks of lists, which put the workshops themselves below fifteen lines."""
    with windows.opened(width) as page:
        page.goto(address + "industries/C/")
        tops = [top for _, top, *_ in page.locator(".rg-tags li").evaluate_all(_BOXES)]
        assert len(set(tops)) < len(tops)


def test_no_date_is_broken(windows: Windows, address: str) -> None:
    with windows.opened(PHONE) as page:
        for path in ("", "notices/", "notices/2019-24/", "workshops/DL0004/", "v/DL0004/", "forms/"):
            page.goto(address + path)
            kept = page.locator(":is(.rg-together, .rg-when)")
            assert path == "notices/" or kept.count()
            assert all(it.evaluate("it => it.getClientRects().length") == 1 for it in kept.all()), path
            broken = page.evaluate(_BROKEN)
            assert broken == [], path


# Dates of running text that stand in two lines.
_BROKEN = """() => {
  const broken = [], walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (!node.parentElement.checkVisibility() || node.parentElement.closest(".rg-document, script")) continue;
    for (const found of node.data.matchAll(/\\d{4} 年 \\d+ 月( \\d+ 日)?/g)) {
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      if (new Set([...range.getClientRects()].map((it) => Math.round(it.top))).size > 1) broken.push(found[0]);
    }
  }
  return broken;
}"""


def test_the_footer_is_short_on_a_phone(windows: Windows, address: str) -> None:
    with windows.opened(PHONE) as page:
        page.goto(address)
        assert box_of(page.locator(".md-footer")).height < 640, "26 links of 44 px, several in a line"


def test_edges_are_in_line_on_a_desk(windows: Windows, address: str) -> None:
    with windows.opened(DESK) as page:
        page.goto(address)
        [[_, _, box, _]] = page.locator(".rg-find").evaluate_all(_BOXES)
        [[_, _, hero, _]] = page.locator(".rg-hero").evaluate_all(_BOXES)
        assert abs(box - hero) <= 1
        sentence = page.locator(".rg-hero > p").first
        assert sentence.evaluate("it => it.offsetHeight < 2 * parseFloat(getComputedStyle(it).lineHeight)")


def test_titles_break_between_words(windows: Windows, address: str) -> None:
    lines = """it => { const tops = [...it.childNodes].filter(n => n.nodeType === 3).map((node) => {
      const range = document.createRange(); range.selectNodeContents(node);
      return [node.data, new Set([...range.getClientRects()].map(r => Math.round(r.top))).size]; }); return tops; }"""
    for width in (PHONE, TABLET):
        with windows.opened(width) as page:
            page.goto(address)
            words = page.locator("h1").evaluate(lines)
            assert [word for word, _ in words] == ["大连市", "劳模和职工", "创新工作室", "名册"]
            assert all(count == 1 for _, count in words)
            page.goto(address + "notices/2019-24/")
            years = page.locator("h1 .rg-together")
            assert years.count() == 1
            assert years.evaluate("it => it.getClientRects().length") == 1


def test_what_opens_is_of_the_house(windows: Windows, address: str) -> None:
    with windows.opened(DESK) as page:
        for path in ("data/", "forms/", "forms/2019/application/"):
            page.goto(address + path)
            for it in page.locator("details").all():
                line, before = it.evaluate(
                    """it => [getComputedStyle(it).borderTopColor,
                      getComputedStyle(it.querySelector("summary"), "::before").backgroundColor]"""
                )
                assert line != "rgb(68, 138, 255)" and before == "rgba(0, 0, 0, 0)"
        page.goto(address + "data/")
        assert page.locator("details.rg-hash").first.inner_text() == "校验值"


def test_readers_meet_no_word_of_the_builders(site: Path) -> None:
    """But on the page that tells how to build the site again."""
    for page in site.rglob("index.html"):
        if page.parent.name != "version":
            text = page.read_text("utf-8")
            assert "SITE_URL" not in text and "（git）" not in text and "版本库" not in text, page


def test_what_a_status_means_is_told_once_and_twice_alike(site: Path) -> None:
    """Of a status that nobody has its name is enough, beside the others."""
    about = (site / "about/index.html").read_text("utf-8")
    told, folded = (site / "statuses/index.html").read_text("utf-8").split("项为 0")
    for word, meaning in ((it.title, it.note) for it in facets(miniature.registry())["statuses"].groups):
        assert f'<tr><th scope="row">{word}</th><td>{meaning}</td></tr>' in about
        assert (f"<small>{meaning}</small>" in told) != (word in folded)
    years = (site / "years/index.html").read_text("utf-8")
    assert years.count("获得命名的年度") == 1


_BARE = """\
id: DL0001
name: 钱江职工创新工作室
kind: 工作室
sources:
  - title: 钱江职工创新工作室获命名
    supports: [name]
"""


def test_what_is_not_known_comes_last(made_up: Path) -> None:
    """Among the industries too, which stand by their number; where nothing else is known, a sentence is enough."""
    home = (made_up / "index.html").read_text("utf-8")
    for slug in ("districts", "industries", "years"):
        values = re.findall(rf'<li><a href="\./{slug}/([^"]*)">(?!另有)', home)
        assert "unknown/" in values and values[-1] == "unknown/", slug
    held = {path: text for path, text in miniature.texts().items() if not path.startswith("workshops/")}
    outputs = miniature.outputs(held=held | {"workshops/0000/DL0001.yml": _BARE})
    pages = {item.path: item.content.decode() for item in outputs if item.path.endswith(".html")}
    home = pages["index.html"]
    assert '<dt><a href="./districts/">' not in home
    assert '还没有一个工作室写明<a href="./districts/">区域</a>' in home
    told = pages["statistics/index.html"]
    assert "还没有一个工作室写明" in told and "颜色越浓" not in told

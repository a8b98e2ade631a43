"""The filter's divisions of industries and its long lists, in a browser: a section has its divisions, typing narrows unions."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from generator.doors import disk
from generator.model.registry import Registry
from generator.plugin import build_site
from generator.site.output import text_output
from tests.browser.boxes import box_of
from tests.browser.windows import Watched, Windows
from tests.conftest import choose, chosen, serve
from tests.made import synthetic

BOX = "[data-facet=industries]"
OPENER = f"{BOX} [aria-controls=rg-parts-C]"


@pytest.fixture
def page(watched: Watched, synthetic_address: str) -> Iterator[Page]:
    """The list of all workshops."""
    watched.page.goto(f"{synthetic_address}workshops/")
    yield watched.page
    assert watched.wrong == []


def found(page: Page, number: int) -> None:
    """Wait until the page says that it found that many."""
    page.wait_for_function(
        "text => document.querySelector('.rg-found')?.textContent.startsWith(text)", arg=f"找到 {number} 个"
    )


def name_of(registry: Registry, code: str) -> str:
    """What a trade is called."""
    term = registry.term("industries", code)
    assert term is not None
    return term.name


def of(registry: Registry, *codes: str) -> int:
    """How many workshops have one of these divisions, or are in one of these sections."""
    return sum(1 for workshop in registry.workshops if (workshop.industry or "").startswith(codes))


def most_held(registry: Registry, count: int) -> list[str]:
    """The divisions of C that most workshops have."""
    held = [workshop.industry for workshop in registry.workshops if (workshop.industry or "")[:1] == "C"]
    return sorted(
        {code for code in held if code and len(code) > 1}, key=lambda code: (-held.count(code), code)
    )[:count]


def test_a_division_s_page_leads_to_its_list_and_its_map(
    page: Page, synthetic_registry: Registry, synthetic_address: str
) -> None:
    [code] = most_held(synthetic_registry, 1)
    number = of(synthetic_registry, code)
    page.goto(f"{synthetic_address}industries/{code}/")
    page.get_by_role("link", name="再加条件筛选").click()
    found(page, number)
    assert chosen(page, "industries") == [code]
    page.goto(f"{synthetic_address}industries/{code}/")
    page.get_by_role("link", name="在地图上看").click()
    found(page, number)
    placed = sum(
        1 for workshop in synthetic_registry.workshops if workshop.industry == code and workshop.point
    )
    assert f"标了点位 {placed} 个" in page.locator(".rg-found").inner_text()


def test_a_section_has_its_divisions_and_gives_way_to_one(page: Page, synthetic_registry: Registry) -> None:
    one, other = most_held(synthetic_registry, 2)
    choose(page, "industries", "C")
    found(page, of(synthetic_registry, "C"))
    choose(page, "industries", one)
    found(page, of(synthetic_registry, one))
    assert chosen(page, "industries") == [one]
    assert page.url.endswith(f"workshops/?industries={one}")
    assert page.locator(f"{BOX} input[value=C]").evaluate("one => one.indeterminate")
    assert page.locator(".rg-picks button").all_inner_texts()[0] == f"{name_of(synthetic_registry, one)} ×"
    choose(page, "industries", other)
    found(page, of(synthetic_registry, one, other))
    choose(page, "industries", "C")
    found(page, of(synthetic_registry, "C"))
    assert chosen(page, "industries") == ["C"]
    assert not page.locator(f"{BOX} input[value=C]").evaluate("one => one.indeterminate")
    page.go_back()
    found(page, of(synthetic_registry, one, other))
    assert sorted(chosen(page, "industries")) == sorted([one, other])


def test_a_copied_address_with_both_finds_what_either_has(
    page: Page, synthetic_registry: Registry, synthetic_address: str
) -> None:
    [code] = most_held(synthetic_registry, 1)
    page.goto(f"{synthetic_address}workshops/?industries=C&industries={code}&industries=P")
    found(page, of(synthetic_registry, "C", "P"))


def test_a_box_opens_the_divisions_that_are_chosen_and_hides_those_that_would_find_nothing(
    page: Page, synthetic_registry: Registry, synthetic_address: str
) -> None:
    here = {w.industry for w in synthetic_registry.workshops if w.industry and w.district == "长海县"}
    code = sorted(code for code in here if len(code) > 1)[0]
    page.goto(f"{synthetic_address}workshops/?districts=changhai&industries={code}")
    page.wait_for_selector("#rg-live tbody tr")
    page.click(f"{BOX} .rg-facet-open")
    assert page.locator(f"{BOX} input[value={code}]").is_visible()
    for button in page.locator(f"{BOX} .rg-whole > button:visible").all():
        if button.get_attribute("aria-expanded") == "false":
            button.click()
    seen = page.locator(f"{BOX} .rg-parts label:visible input").evaluate_all(
        "all => all.map(one => one.value)"
    )
    assert sorted(seen) == sorted(code for code in here if len(code) > 1)


def test_divisions_by_keyboard(page: Page, synthetic_registry: Registry) -> None:
    [first, *_] = sorted(
        {
            w.industry
            for w in synthetic_registry.workshops
            if w.industry and w.industry[0] == "C" and w.industry[1:]
        }
    )
    page.locator(f"{BOX} .rg-facet-open").focus()
    page.keyboard.press("Enter")
    page.locator(f"{BOX} input[value=C]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(OPENER).get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    found(page, of(synthetic_registry, first))
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-controls')") == "rg-facet-industries"
    assert page.locator(f"{BOX} .rg-facet-choices").is_hidden()


def test_divisions_on_a_phone(windows: Windows, synthetic_address: str) -> None:
    with windows.opened(360, 740, touch=True, still=False) as page:
        for path in ("workshops/", "map/"):
            page.goto(f"{synthetic_address}{path}")
            page.tap(".rg-filters-open")
            page.tap(f"{BOX} .rg-facet-open")
            page.tap(OPENER)
            for control in page.locator(f"{BOX} :is(button, .rg-check):visible").all():
                assert box_of(control).height >= 48, control.inner_text()
            assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.fixture(scope="module")
def many_unions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of sixty workshops that sixty unions recommended."""
    folder = tmp_path_factory.mktemp("unions") / "registry"
    made = list(synthetic.outputs(60))
    disk.write(folder, made)
    for number, item in enumerate(item for item in made if item.path.startswith("workshops/")):
        text = re.sub("\nrecommender: .*", "", item.content.decode())
        union = f"\nrecommender: 虚构第{number}集团ＬＮＧ工会\nsources:"
        disk.write(folder, [text_output(item.path, text.replace("\nsources:", union, 1), "test")])
    build_site(folder, folder.parent / "site")
    yield from serve(folder.parent / "site")


def labels(page: Page) -> list[str]:
    """The unions that can be seen."""
    shown_labels = page.locator("[data-facet=recommenders] label:visible").evaluate_all(
        "all => all.map(one => one.dataset.title)"
    )
    return [str(title) for title in shown_labels]


def test_typing_narrows_a_long_list(watched: Watched, many_unions: str) -> None:
    page = watched.page
    page.goto(f"{many_unions}workshops/")
    page.click("[data-facet=recommenders] .rg-facet-open")
    assert len(labels(page)) == 60
    box = page.get_by_role("searchbox", name="在推荐工会里找")
    box.fill("第5集团lng")
    assert labels(page) == ["虚构第5集团ＬＮＧ工会"]
    page.locator("[data-facet=recommenders] label:visible").click()
    found(page, 1)
    box.fill("没有这个")
    assert labels(page) == ["虚构第5集团ＬＮＧ工会"]  # what is chosen stays
    assert page.get_by_text("没有含这几个字的").is_visible()
    box.press("Enter")
    assert page.url.endswith("?recommenders=xugoudi5jituanlnggonghui")
    box.fill("")
    assert len(labels(page)) == 60
    assert page.locator("[data-facet=districts] .rg-among").count() == 0
    assert watched.wrong == []


def test_what_an_input_method_is_still_writing_narrows_nothing(page: Page, many_unions: str) -> None:
    page.goto(f"{many_unions}workshops/")
    page.click("[data-facet=recommenders] .rg-facet-open")
    page.locator(".rg-among").evaluate(
        "box => { box.value = 'ji tuan'; box.dispatchEvent(new InputEvent('input', { isComposing: true })); }"
    )
    assert len(labels(page)) == 60
    page.locator(".rg-among").evaluate(
        "box => { box.value = '第7集团'; box.dispatchEvent(new CompositionEvent('compositionend')); }"
    )
    assert labels(page) == ["虚构第7集团ＬＮＧ工会"]

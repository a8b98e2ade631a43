"""The hint that a workshop is in the register already, told while a new one is filled in: as the law of duplicates tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Page, expect

from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.reading.read import read_texts
from generator.rules import duplicates
from tests import ROOT
from tests.browser.assets import ASSETS
from tests.browser.windows import Watched, no_dialog
from tests.made import casefiles, samples
from tests.made.columns import columns, words
from tests.made.newcomer import opened, put

CITY = "大连市"
CASES = sorted((ROOT / "tests/cases/duplicates").glob("*.yml"))
LIKE = """async ([rows, record, common]) => {
  const { like } = await import(ASSETS + "record/duplicates.js");
  const { named, led } = like(rows, record, common);
  return [named, led].map((all) => all.map((row) => rows.id[row]));
}""".replace("ASSETS", ASSETS)
BARE = """async ([names, common]) => {
  const { bare } = await import(ASSETS + "record/duplicates.js");
  return names.map((name) => bare(name, common));
}""".replace("ASSETS", ASSETS)
_EXTRA = "劳模|职工|创新|工作室|大连市|（|）|(|【|】|《|“|”|'|\"|·|．|、|-|－|\u3000| |Ａ|a|１|1|㎡|ﬁ"


@pytest.fixture
def page(watched: Watched, synthetic_address: str) -> Iterator[Page]:
    """The page for a new workshop."""
    yield opened(watched.page, synthetic_address)
    assert watched.wrong == []


def told(page: Page, held: Registry, new: Workshop) -> list[list[str]]:
    """Which records the page finds: of nearly the name, of the same leader and unit."""
    rows = columns(held)
    leader = new.leader.name if new.leader else None
    record = {
        "name": new.name,
        "former_names": list(new.former_names),
        "units": list(new.units),
        "leader": leader or "",
    }
    found: list[list[str]] = page.evaluate(LIKE, [rows, record, duplicates.common(CITY)])
    return found


def law(held: Registry, new: Workshop) -> str:
    """The problem that the check tells of the new record, if any, before anybody has answered it."""
    asked = [replace(it, not_same_as=()) for it in (*held.workshops, new)]
    registry = replace(held, workshops=tuple(asked))
    problems = duplicates.workshop_stands_once(registry, samples.TODAY)
    found = [it.code for it in problems if it.path == new.path]
    return found[0] if found else ""


def agree(page: Page, held: Registry, new: Workshop) -> str:
    """The page tells of the record that the law tells of."""
    code = law(held, new)
    named, led = told(page, held, new)
    assert bool(named) == (code in ("R361", "R364", "R362")), (code, named, new.name)
    assert bool(named or led) == bool(code), (code, led)
    return code


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_page_tells_what_the_cases_of_the_law_tell(page: Page, path: Path) -> None:
    registry, _ = read_texts(casefiles.problems_of(casefiles.load(path))[0])
    for number in range(1, len(registry.workshops)):
        held = replace(registry, workshops=registry.workshops[:number])
        agree(page, held, registry.workshops[number])


def test_names_are_compared_by_what_python_leaves_of_them(page: Page, synthetic_registry: Registry) -> None:
    rng = Random(5)  # noqa: S311  nothing secret
    names = [varied(rng, workshop.name) for workshop in synthetic_registry.workshops for _ in range(20)]
    found = page.evaluate(BARE, [names, duplicates.common(CITY)])
    assert found == [duplicates.bare_name(name, CITY) for name in names]


def test_the_page_finds_what_the_law_finds(page: Page, synthetic_registry: Registry) -> None:
    rng = Random(6)  # noqa: S311  nothing secret
    codes = set()
    held = replace(synthetic_registry, workshops=synthetic_registry.workshops[:60])
    for number in range(120):
        model = rng.choice(synthetic_registry.workshops[:90])
        new = replace(
            model,
            id="DL9999",
            path="workshops/0099/DL9999.yml",
            name=rng.choice((model.name, varied(rng, model.name), f"第{number}示例工作室")),
            former_names=rng.choice(((), (model.name,), model.former_names)),
            unit=(unit := rng.choice((model.unit, model.unit, None, "别的公司"))),
            former_units=rng.choice(((), model.units if unit != model.unit else ())),
        )
        codes.add(agree(page, held, new))
    assert codes == {"", "R361", "R362", "R363", "R364"}


def varied(rng: Random, name: str) -> str:
    """The name with something put in or taken out."""
    at = rng.randrange(len(name) + 1)
    return (
        name[:at]
        + "".join(rng.choices(_EXTRA.split("|"), k=rng.randrange(3)))
        + name[at + rng.randrange(2) :]
    )


def test_a_newcomer_is_told_and_goes_on(
    page: Page, synthetic_registry: Registry, synthetic_address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    first = next(it for it in synthetic_registry.workshops if it.leader and it.leader.name and it.unit)
    hint = page.locator(".rg-same")
    put(page, "unit", "虚构的单位")
    assert not [
        url for url in asked if url.endswith("rows.json")
    ]  # nothing is fetched before there is a name
    put(page, "name", f"大连市 {first.name.replace('创新', '（创新）')}")
    expect(hint).to_contain_text(f"名册里已有{first.name}（{first.id}")
    assert hint.get_attribute("role") == "status"
    assert (
        page.locator("#rg-problems").is_hidden() or first.id not in page.locator("#rg-problems").inner_text()
    )
    put(page, "name", "毫不相干创新工作室")
    expect(hint).to_be_empty()
    put(page, "unit", first.unit or "")
    put(page, "leader.name", (first.leader and first.leader.name) or "")
    expect(hint).to_contain_text("领衔人和单位都相同")
    assert len([url for url in asked if url.endswith("rows.json")]) == 1
    hint.get_by_role("link", name="更正它").first.click()
    page.wait_for_url("**/edit/?id=*")
    expect(page.locator("#rg-which")).to_contain_text("更正：")
    assert page.locator(".rg-same").count() == 0
    page.go_back()
    expect(page.locator("#rg-edit")).to_be_visible()
    assert page.locator("#rg-form [data-key=name] input").first.input_value() == "毫不相干创新工作室"


def test_a_list_that_does_not_come_stops_nobody(watched: Watched, synthetic_address: str) -> None:
    page = watched.page
    page.route("**/rows.json", lambda route: route.fulfill(status=503))
    opened(page, synthetic_address)
    with page.expect_response("**/rows.json"):
        put(page, "name", "某某劳模创新工作室")
    expect(page.locator(".rg-same")).to_be_empty()
    assert page.locator("#rg-problems").is_hidden()
    page.unroute("**/rows.json")
    with page.expect_response("**/rows.json"):
        put(page, "unit", "虚构的单位")


def test_a_stranger_s_name_stays_text(page: Page) -> None:
    with no_dialog(page):
        rows = page.evaluate("() => fetch('../workshops/texts/0.json').then(it => it.json())")
        name = next(name for name in words([rows])["name"] if "<" in name)
        put(page, "name", name)
        expect(page.locator(".rg-same")).to_contain_text(name)
        assert page.locator(".rg-same :is(script, img, b)").count() == 0

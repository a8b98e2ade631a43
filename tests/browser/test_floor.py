"""The oldest browsers that the README promises, by a real one of their age: all is read, and every form is used, in Chrome 78."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.model.registry import Registry
from tests.browser import chrome78

LIST, MAP, EDIT = "workshops/", "map/", "edit/"
APPLICATION, CHECK = "forms/2019/application/", "notices/2019-24/check/"
PAGES = (
    "", LIST, "workshops/DL0005/", MAP, "search/?kw=%E7%84%8A%E6%8E%A5", APPLICATION, EDIT, "edit/?id=DL0005", CHECK, "statistics/",
    "achievements/", "notices/", "forms/", "data/", "todo/", "changes/", "v/", "v/DL0005/", "editions/", "districts/", "about/",
)  # fmt: skip


@pytest.fixture(scope="module")
def started() -> Iterator[chrome78.Old]:
    """A page of Chrome 78."""
    try:
        chrome78.program()
    except chrome78.NoChrome as missing:
        pytest.skip(str(missing))
    with chrome78.opened() as page:
        yield page


@pytest.fixture
def old(started: chrome78.Old) -> Iterator[chrome78.Old]:
    """The same, 1280 pixels wide; nothing may go wrong on it."""
    started.size(1280)
    yield started
    assert started.wrong == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_each_kind_of_page_starts_and_fits(
    old: chrome78.Old, synthetic_address: str, path: str, width: int
) -> None:
    old.size(width)
    old.open(synthetic_address + path)
    assert old.run("document.querySelectorAll('[data-starts]').length") == 0
    assert old.run("document.documentElement.scrollWidth") <= width
    bare = """Array.from(document.querySelectorAll("input[type=text], textarea, select, .rg-button, .md-button")).filter((it) =>
      it.offsetHeight && parseFloat(getComputedStyle(it).borderTopWidth) < 1).map((it) => it.outerHTML.slice(0, 99))"""
    assert old.run(bare) == []
    met = """Array.from(document.querySelectorAll(".rg-button, .md-button")).filter(({ offsetHeight, nextElementSibling: next }) =>
      offsetHeight && next && next.offsetHeight && next.matches(".rg-button, .md-button")).filter((it) => {
        const one = it.getBoundingClientRect(), other = it.nextElementSibling.getBoundingClientRect();
        return one.top === other.top && other.left - one.right < 4;
      }).map((it) => it.textContent)"""
    assert old.run(met) == [], "buttons keep apart"


def test_search(old: chrome78.Old, synthetic_address: str, synthetic_registry: Registry) -> None:
    name = synthetic_registry.workshops[0].name
    old.open(synthetic_address)
    old.type("#rg-find", name)
    old.wait("document.querySelector('.rg-find__panel [role=option]')")
    assert name in old.run("document.querySelector('.rg-find__panel').textContent")
    old.run("document.querySelector('.rg-find').submit()")
    old.wait("location.pathname.endsWith('/search/') && document.querySelector('.rg-hits a')")
    assert name in old.run("document.querySelector('.rg-hits a').textContent")


def test_filters(old: chrome78.Old, synthetic_address: str, synthetic_registry: Registry) -> None:
    number = sum(workshop.district == "金州区" for workshop in synthetic_registry.workshops)
    old.open(synthetic_address + LIST)
    old.press("[data-facet=districts] .rg-facet-open")
    old.press("[data-facet=districts] input[value=jinzhou]")
    old.wait(f"document.querySelector('.rg-found').textContent.includes('找到 {number} 个')")
    assert old.run("location.search") == "?districts=jinzhou"
    assert old.run("document.querySelectorAll('#rg-live tbody tr').length") == min(number, 60)


def test_map(old: chrome78.Old, synthetic_address: str) -> None:
    old.open(synthetic_address + MAP)
    old.wait("document.querySelector('#rg-in-view li') && document.querySelector('.rg-map .rg-heap')")
    assert old.run("document.querySelector('.rg-map').offsetHeight") > 300
    share = "document.querySelector('.rg-inset').offsetWidth / document.querySelector('.rg-map').offsetWidth"
    assert old.run(share) < 0.5
    old.press(".rg-locate")
    old.wait("document.querySelector('.leaflet-popup-content a')")


def test_edit(old: chrome78.Old, synthetic_address: str) -> None:
    old.open(synthetic_address + EDIT)
    old.wait("!document.getElementById('rg-edit').hidden")
    old.type("#rg-form [data-key=name] input", "周示例职工创新工作室")
    old.wait("document.getElementById('rg-yaml').textContent.includes('周示例职工创新工作室')")
    old.open(f"{synthetic_address}{EDIT}?id=DL0005")
    old.wait("document.querySelector('#rg-form [data-key=name] input')")
    old.type("#rg-form [data-key=name] input", "（示例）")
    old.wait("document.getElementById('rg-yaml').textContent.includes('（示例）')")


def test_application(old: chrome78.Old, synthetic_address: str) -> None:
    old.open(synthetic_address + APPLICATION)
    old.type("#f-name", "周海职工创新工作室")
    old.wait("document.getElementById('rg-yaml').textContent.includes('周海职工创新工作室')")
    saved = """new Promise((done) => {
      URL.createObjectURL = (blob) => { done([blob.type, blob.size]); return "#"; };
      document.querySelector("#rg-application [type=submit]").click();
    })"""
    kind, size = old.run(saved)
    assert kind.endswith("wordprocessingml.document") and size > 4000


def test_self_check(old: chrome78.Old, synthetic_address: str) -> None:
    old.open(synthetic_address + CHECK)
    old.run("document.querySelectorAll('input[name=category]').forEach((it, at) => at || it.click())")
    old.run("document.querySelectorAll('.rg-conditions input[value=yes]').forEach((it) => it.click())")
    old.wait("document.querySelector('.rg-result').dataset.state === 'good'")

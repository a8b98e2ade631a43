"""What stands behind 大字: two sizes, high contrast, a simple view, reading aloud; remembered, and nothing without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import axe
from tests.browser.test_looks import _PALE
from tests.browser.windows import Scheme, Watched, Windows
from tests.conftest import serve

PHONE, DESK = 360, 1280
CLASSES = "document.documentElement.className"
PAGES = (
    "",
    "workshops/DL0001/",
    "statistics/",
    "workshops/",
    "notices/2019-24/",
    "v/DL0004/",
    "edit/",
    "map/",
)

# A device with the voices that a test names, which speaks at once and tells what.
VOICES = """(voices) => {
  window.spoken = [];
  const fake = {
    getVoices: () => voices, cancel: () => {}, onvoiceschanged: null,
    speak: (it) => { window.spoken.push(it.text); window.now = it; },
  };
  Object.defineProperty(window, "speechSynthesis", { value: fake });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
}"""
OWN = {"name": "Tingting", "lang": "zh-CN", "localService": True}
REMOTE = {"name": "Google 普通话", "lang": "zh-CN", "localService": False}


@pytest.fixture(scope="module")
def address(made_up: Path) -> Iterator[str]:
    """The address of a site with every kind of page."""
    yield from serve(made_up)


def opened(page: Page) -> None:
    """Press 大字, and wait for what stands behind it."""
    page.locator(".rg-larger").click()
    page.locator("#rg-aids").wait_for()


def press(page: Page, name: str) -> None:
    page.locator("#rg-aids").get_by_role("button", name=name, exact=True).click()


def test_a_press_enlarges_at_once_and_opens_the_rest(windows: Windows, address: str) -> None:
    with windows.opened(PHONE) as page:
        page.goto(address)
        button = page.locator(".rg-larger")
        assert button.get_attribute("aria-expanded") == "false"
        opened(page)
        assert "rg-large" in page.evaluate(CLASSES)
        assert button.get_attribute("aria-expanded") == "true"
        assert button.get_attribute("aria-controls") == "rg-aids"
        assert page.locator("#rg-aids [aria-pressed=true]").all_inner_texts() == ["大"]
        page.keyboard.press("Tab")
        assert page.locator(":focus").inner_text() == "标准", "it follows its button"
        page.keyboard.press("Escape")
        assert page.locator("#rg-aids").is_hidden() and button.evaluate("it => it === document.activeElement")
        button.click()
        assert page.locator("#rg-aids").is_visible() and "rg-large" in page.evaluate(CLASSES)
        press(page, "收起")
        assert page.locator("#rg-aids").is_hidden()


def test_what_was_chosen_holds_on_other_pages_and_goes_again(windows: Windows, address: str) -> None:
    with windows.opened(DESK) as page:
        page.goto(address)
        opened(page)
        for name in ("特大", "高对比", "简洁版"):
            press(page, name)
        page.goto(address + "v/DL0001/", wait_until="commit")
        page.wait_for_selector("main")
        assert {"rg-large", "rg-largest", "rg-contrast", "rg-simple"} <= set(page.evaluate(CLASSES).split())
        opened(page)
        assert page.locator("#rg-aids [aria-pressed=true]").all_inner_texts() == ["特大", "高对比", "简洁版"]
        for name in ("标准", "高对比", "简洁版"):
            press(page, name)
        page.reload()
        assert not {"rg-large", "rg-largest", "rg-contrast", "rg-simple"} & set(
            page.evaluate(CLASSES).split()
        )


def test_without_scripts_there_is_no_button(windows: Windows, address: str) -> None:
    with windows.opened(PHONE, scripts=False) as page:
        page.goto(address)
        assert page.locator(".rg-larger").is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_high_contrast_is_seven_to_one_everywhere(windows: Windows, address: str, scheme: Scheme) -> None:
    wrong = []
    with windows.opened(DESK, scheme=scheme) as page:
        page.goto(address + "robots.txt")
        page.evaluate("localStorage.setItem('rg-contrast', 'on')")
        for path in PAGES:
            page.goto(address + path, wait_until="networkidle")
            wrong += [
                f"{path}: {it}"
                for it in page.evaluate(_PALE.replace("< 4.5", "< 7").replace(".rg-map", ".rg-map, svg"))
            ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_none_of_it_shuts_anybody_out(windows: Windows, address: str, scheme: Scheme, width: int) -> None:
    wrong = []
    with windows.opened(width, scheme=scheme) as page:
        for path in ("", "workshops/DL0028/", "statistics/"):
            page.goto(address + path, wait_until="networkidle")
            opened(page)
            for name in ("特大", "高对比", "简洁版"):
                press(page, name)
                wrong += [f"{path} {name}: {it}" for it in axe.violations(page)]
                wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
                wrong += [f"{path} {name}: wider than the window"] if wide else []
            for it in page.locator("#rg-aids button:visible").all():
                box = it.bounding_box()
                wrong += [] if box and min(box["width"], box["height"]) >= 44 else [it.inner_text()]
            page.evaluate("localStorage.clear()")
    assert not wrong, "\n".join(wrong)


def test_the_simple_view_has_one_column_and_no_ornament(windows: Windows, address: str) -> None:
    with windows.opened(DESK) as page:
        page.goto(address + "statistics/")
        assert page.locator("svg.rg-drawing").first.is_visible()
        tables = page.locator("main table").count()
        opened(page)
        press(page, "简洁版")
        assert not page.locator("svg.rg-drawing").first.is_visible()
        assert page.locator("main table:visible").count() == tables
        assert page.locator(".rg-index").is_hidden()
        tops = page.locator(".rg-columns > section").evaluate_all(
            "all => all.map(it => Math.round(it.getBoundingClientRect().left))"
        )
        assert len(set(tops)) == 1


def reading(page: Page, address: str, voices: list[dict[str, object]]) -> None:
    """A workshop's page on a device with these voices, asked to read it."""
    page.add_init_script(f"({VOICES})({str(voices).replace('True', 'true').replace('False', 'false')})")
    page.goto(address + "workshops/DL0001/")
    opened(page)
    press(page, "朗读本页")


def test_the_page_is_read_aloud_piece_by_piece(watched_fresh: Watched, address: str) -> None:
    page = watched_fresh.page
    reading(page, address, [REMOTE, OWN])
    name = page.locator("h1").inner_text()
    page.wait_for_function("spoken.length === 1")
    assert page.evaluate("[now.text, now.voice.name]") == [name, "Tingting"]
    assert page.locator(".rg-spoken").inner_text() == name
    page.evaluate("now.onend()")
    assert page.evaluate("spoken.length") == 2
    press(page, "暂停")
    assert page.locator(".rg-spoken").count() == 0
    press(page, "接着读")
    assert page.evaluate("spoken[1] === spoken[2]"), "it goes on with the piece that it was at"
    page.evaluate("while (document.querySelector('.rg-spoken')) now.onend()")
    told = page.evaluate("spoken")
    assert all(0 < len(text) <= 120 for text in told) and len(told) > 20
    assert "读完了" in page.locator("#rg-aids [role=status]").inner_text()
    assert not [text for text in told if "复制本页网址" in text or "首页" in text]
    press(page, "朗读本页")
    press(page, "停止")
    assert page.locator("#rg-aids").get_by_role("button", name="停止").count() == 0


@pytest.mark.parametrize(
    "voices", [[], [REMOTE], [{"name": "Samantha", "lang": "en-US", "localService": True}]]
)
def test_where_the_device_has_no_chinese_voice_it_says_so(
    watched_fresh: Watched, address: str, voices: list[dict[str, object]]
) -> None:
    """A voice of somebody's servers is none: the text would be sent to them."""
    page = watched_fresh.page
    reading(page, address, voices)
    page.locator("#rg-aids [role=status]").get_by_text("中文语音").wait_for()
    assert page.evaluate("spoken") == []

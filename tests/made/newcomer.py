"""What a newcomer does on the page that edits: for its tests, and for the pictures in registry/README.md."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

GITHUB = "https://github.com/example/register"
FORGE = f"repository:\n  edit: {GITHUB}/edit/main/registry/\n  new: {GITHUB}/new/main/registry/\n"  # in register.yml
MADE_UP = "周示例职工创新工作室"
NEW = {
    "name": MADE_UP,
    "category": "职工",
    "unit": "大连示例机械有限公司（虚构）",
    "leader.name": "周示例",
    "leader.basis.kind": "公开报道",
    "district": "中山区",
    "industry": "C34",
    "designations.title": "大连市职工创新工作室",
    "designations.level": "市级",
    "designations.date": "2022-07-01",
    "sources.title": "周示例职工创新工作室获市级命名（虚构）",
    "sources.publisher": "大连示例机械有限公司",
    "sources.date": "2022-07-05",
    "sources.url": "https://www.example.com/news/1.html",
}
SUPPORTS = ("name", "unit", "leader.name", "designations")


def fill_in(page: Page) -> None:
    """A made-up workshop."""
    for path, value in NEW.items():
        put(page, path, value)
    for key in SUPPORTS:
        page.locator(f"#rg-form [data-key=supports] input[value='{key}']").check()


def opened(page: Page, address: str, id_: str = "", *, whole: bool = True) -> Page:
    """The page to edit, ready; `whole`: all steps on one page, as those have it who know records."""
    page.goto(f"{address}edit/{f'?id={id_}' if id_ else ''}")
    expect(page.locator("#rg-edit")).to_be_visible()
    page.locator("#rg-whole").set_checked(whole)
    return page


def box(page: Page, path: str, inside: str = "#rg-form") -> Locator:
    """The box of a key, `designations.title`: the first where there are several, with what folds it away unfolded."""
    found = page.locator(inside + "".join(f" [data-key={key}]" for key in path.split("."))).first
    found.evaluate(
        "box => { for (; box; box = box.parentElement) if (box.tagName === 'DETAILS') box.open = true; }"
    )
    return found.locator("input, textarea, select").first


def put(page: Page, path: str, value: str, inside: str = "#rg-form") -> None:
    """Type a value, or choose it."""
    found = box(page, path, inside)
    if found.evaluate("box => box.tagName") == "SELECT":
        found.select_option(value)
    else:
        found.fill(value)
        found.blur()

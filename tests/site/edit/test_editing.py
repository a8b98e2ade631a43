"""The page that edits says what check says: each field and law, through the reader and through the page's scripts."""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page

from generator import rules
from generator.doors.disk import read_registry
from generator.history import designations, kept, persons
from generator.history import records as gate_laws
from generator.history.change import Change
from generator.model.changelog import NONE, Changelog, FileChange
from generator.model.dates import PartialDate
from generator.model.registry import Registry
from generator.plugin import build_site
from generator.problems.problem import FILE_START
from generator.problems.wording import fill
from generator.reading import schema
from generator.reading.kind import MISSING, Notes
from generator.reading.lines import scan
from generator.reading.placement import LOCAL
from generator.reading.read import read_texts
from generator.reading.tables import Field, Many, OfTable, Table, read_table
from generator.reading.terms import OfVocabulary
from generator.reading.tree import Scalar, parse
from generator.reading.words import Choice
from generator.rules import personal, privacy
from generator.rules.dates import AHEAD, FUTURE, LABELS
from generator.site.data.exports import plain
from generator.site.edit.task import LAWS, MOST_ADDRESS, editing, forge
from generator.site.settings import Project
from tests import ROOT
from tests.browser.assets import ASSETS
from tests.browser.windows import Watched
from tests.conftest import serve
from tests.made import editrecords, miniature
from tests.made.editrecords import Values
from tests.made.editvalues import WRITTEN, near_words, noise
from tests.made.newcomer import put

TODAY = date(2026, 3, 1)
RECORD = "workshops/0000/DL0001.yml"
SHARED = {law.code for law in LAWS}


class Said(NamedTuple):
    """What is told of a value."""

    code: str
    message: str
    remedy: str


@pytest.fixture(scope="module")
def registry() -> Registry:
    texts, names, _ = read_registry(ROOT / "registry")
    return read_texts(texts, names)[0]


@pytest.fixture
def page(watched: Watched, address: str) -> Iterator[Page]:
    """The page, with its schema at hand."""
    watched.page.goto(f"{address}edit/")
    watched.page.wait_for_selector("#rg-edit:not([hidden])")
    watched.page.evaluate(_READY)
    yield watched.page
    assert watched.wrong == []


_READY = """async () => {
  window.told = await (await fetch("schema.json")).json();
  const names = ["record/altered", "record/checks", "record/laws", "record/personal", "record/text"];
  const modules = await Promise.all(names.map((name) => import(`${ASSETS}${name}.js`)));
  [window.altered, window.checking, window.laws, window.personal, window.text] = modules;
  window.checks = window.checking.make(window.told, "2026-03-01");
  window.field = (path) => path.reduce((fields, key) => {
    const found = (fields.fields || fields).find((one) => one.key === key);
    return found;
  }, window.told.fields);
}""".replace("ASSETS", ASSETS)


def leaves(table: Table[object], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Field]]:
    """Each key that has a text, with its path."""
    for field in table.fields:
        kind = field.kind.item if isinstance(field.kind, Many) else field.kind
        if isinstance(kind, OfTable):
            yield from leaves(kind.table, (*above, field.key))
        else:
            yield (*above, field.key), field


def reader_says(field: Field, text: str, registry: Registry) -> Said | None:
    """What check tells of a value that is written in quotes; nothing where nothing is written."""
    for problem in scan("", f"a: '{text}'".replace("\n", " "), {}):
        return Said(problem.code, problem.message, problem.remedy)
    if not text.strip():
        return None
    kind = field.kind.item if isinstance(field.kind, Many) else field.kind
    notes = Notes("", registry.vocabularies)
    value = kind.read(Scalar(text, FILE_START, quoted=True), field.label, notes)
    if isinstance(value, PartialDate) and value.first > TODAY and field.key not in AHEAD:
        facts = {"label": LABELS[field.key], "iso": value.iso, "today": TODAY.isoformat()}
        return Said(FUTURE.code, fill(FUTURE.message, facts), FUTURE.remedy)
    assert (value is MISSING) == bool(notes.problems)
    return next((Said(it.code, it.message, it.remedy) for it in notes.problems), None)


def test_every_field_is_told_what_check_tells(page: Page, registry: Registry) -> None:
    near = list(near_words(registry))
    free = list(dict.fromkeys([*WRITTEN, *noise(120), *near[::20]]))
    closed = list(dict.fromkeys([*free, *near]))
    tried = 0
    codes = set()
    for path, field in leaves(schema.WORKSHOP):
        kind = field.kind.item if isinstance(field.kind, Many) else field.kind
        values = closed if isinstance(kind, Choice | OfVocabulary) else free
        shown = page.evaluate(
            "([path, values]) => values.map((value) => window.checks.value(window.field(path), value))",
            [list(path), values],
        )
        said = [Said(**one) if one else None for one in shown]
        differing = [
            (path, value, wanted, got)
            for value, got in zip(values, said, strict=True)
            if (wanted := reader_says(field, value, registry)) != got
        ]
        assert differing[:3] == []
        tried += len(values)
        codes |= {one.code for one in said if one}
    assert tried > 20_000
    assert codes >= {
        *("F204", "F205", "F206", "F207", "F208", "F209", "F210", "F211", "F213", "F214", "F215"),
        *("R331", "S110", "S111", "S113"),
    }


def digits_and_words(count: int) -> Iterator[str]:
    """Texts made of what personal data is made of, always the same."""
    chance = random.Random(20060206)  # noqa: S311 - no secret, only texts
    pieces = (
        "210203", "19750312", "19751399", "0012", "001X", "138", "13800138000", "0411", "1234 5678", "6222", "020012345678901", "-", " ", "+86",
        "电话", "手机", "微信", "weixin", "WeChat", "QQ", "vx", "：", ":", "a_b-c1", "x@y.cn", "1975年3月", "出生", "生于", "生，", "一九七五年",
        "3 号楼", "2单元", "501室", "小区", "家住", "中山区", "ZL", "CN", "201910123456.7", "元", "万元", "¥", "https://a.b/", "信用代码",
        "91210200MA0ABCDE1X", "１３８００１３８０００", "②", "，", "。", "tel", "phone",
    )  # fmt: skip
    for _ in range(count):
        yield "".join(chance.choice(pieces) for _ in range(chance.randrange(1, 7)))


def test_personal_data_is_found_as_check_finds_it(page: Page) -> None:
    cases = [
        line
        for path in (ROOT / "tests/cases/privacy").glob("*.yml")
        for line in path.read_text("utf-8").split("\n")
    ]
    cards = ("4111111111111111", "4111 1111 1111 1129", "6222020012345678", "3333333333333331")
    values = list(dict.fromkeys([*cases, *cards, *WRITTEN, *noise(100), *digits_and_words(2000)]))
    shown = page.evaluate(
        "(values) => { const find = window.personal.make(window.told.personal); return values.map((it) => find(it, '2026-03-01')); }",
        values,
    )
    codes = set()
    for value, got in zip(values, shown, strict=True):
        if any(scan("", value, {})):
            continue
        wanted = [
            Said(it.code, privacy.MESSAGE.replace("{what}", it.what), privacy.REMEDY[it.code])
            for it in personal.find(value, TODAY)
        ]
        assert [Said(**one) for one in got] == wanted, value
        codes |= {one.code for one in wanted}
    assert codes == set(privacy.REMEDY)


def written(page: Page, records: list[Values]) -> list[str]:
    """Records as the page writes them."""
    texts: list[str] = page.evaluate("(records) => records.map((it) => window.text.record(it))", records)
    return texts


def holding(registry: Registry, text: str) -> Registry:
    """The real registry with this one record, which reads without a problem."""
    tree, told = parse(RECORD, text, schema.WORKSHOP.vocabulary)
    assert tree is not None, (text, told)
    notes = Notes(RECORD, registry.vocabularies)
    workshop = read_table(schema.WORKSHOP, tree, notes)
    assert workshop is not MISSING and notes.problems == [], text
    beside = {path: told for path, told in registry.texts.items() if not path.startswith("workshops/")}
    return replace(registry, workshops=(replace(workshop, path=RECORD),), texts={**beside, RECORD: text})


def as_text(value: Any) -> Any:
    """Values of JSON as the page holds them."""
    if isinstance(value, dict):
        return {key: as_text(one) for key, one in value.items()}
    return [as_text(one) for one in value] if isinstance(value, list) else str(value)


def test_what_it_writes_reads_back_and_breaks_the_same_laws(page: Page, registry: Registry) -> None:
    chance = random.Random(5)  # noqa: S311 - no secret, only texts
    records = [editrecords.record(chance) for _ in range(200)]
    records[0]["events"] = [{"kind": "迁移", "date": "2024-05", "former_leader": "赵丙"}]
    shown = page.evaluate("(records) => records.map((it) => window.laws.within(window.told, it))", records)
    seen = set()
    for values, text, got in zip(records, written(page, records), shown, strict=True):
        found = holding(registry, text)
        assert as_text(plain(schema.WORKSHOP, found.workshops[0])) == values
        problems = [it for law in rules.LAWS for it in law(found, TODAY)]
        wanted = [Said(it.code, it.message, it.remedy) for it in problems if it.code in SHARED]
        assert Counter(Said(**one["problem"]) for one in got) == Counter(wanted), text
        seen |= {one.code for one in wanted}
    assert seen == SHARED


def test_any_good_text_reads_back_as_it_is(page: Page, registry: Registry) -> None:
    field = "window.field(['summary'])"
    paragraphs = page.evaluate(
        f"(all) => all.map((it) => window.checking.written({field}, it))", editrecords.PROSE
    )
    records = [
        {
            "id": "DL0001",
            "name": text,
            "kind": "工作室",
            "former_names": [text, f"{text}甲"],
            "unit": text,
            "summary": prose,
            "achievements": [
                {"kind": "专利", "title": text, "evidence": text},
                {"kind": "论文", "evidence": text},
            ],
            "sources": [{"title": text, "publisher": text, "supports": ["name", "leader.honours"]}],
        }
        for text, prose in zip_longest(editrecords.NASTY, paragraphs, fillvalue="甲")
    ]
    for values, text in zip(records, written(page, records), strict=True):
        assert as_text(plain(schema.WORKSHOP, holding(registry, text).workshops[0])) == values


def test_what_is_altered_is_what_the_gate_asks_about(page: Page, registry: Registry) -> None:
    """Each fact that the page asks about is one that the gate tells, and with the page's corrections it tells none."""
    chance = random.Random(24)  # noqa: S311 - no secret, only texts
    records = [editrecords.record(chance) for _ in range(401)]
    pairs = [[old, new] for old, new in pairwise(records)] + [
        [one, one | {"members": "5"}] for one in records[:20]
    ]
    shown = page.evaluate(
        """(pairs) => pairs.map(([old, now]) => {
          const facts = window.altered.altered(window.told, old, now);
          const kept = window.altered.kept(window.told, old, now);
          const whole = Object.assign({}, now);
          kept.forEach(({ key, old }) => { whole[key] = (whole[key] || []).concat(old); });
          const entries = facts.map((fact) => window.altered.correction(fact, "2026-03-01", { why: "抄错了", source: "原文" }));
          if (entries.length) { whole.corrections = entries; }
          return [facts.length, kept.length, old, now, whole].map((it) => typeof it === "number" ? it : window.text.record(it));
        })""",
        pairs,
    )
    asked = 0
    for facts, stay, old, new, whole in shown:
        bare = gate(registry, old, new)
        assert len(bare) == facts + stay, (old, new, bare)
        assert gate(registry, old, whole) == [], (old, whole)
        asked += facts
    assert asked > 500


def gate(registry: Registry, old: str, new: str) -> list[str]:
    """What the laws of published facts tell of a record that changes."""
    before, after = (holding(registry, text) for text in (old, new))
    touched = frozenset({RECORD} if old != new else ())
    change = Change(before, after, {RECORD: "100644"}, touched, frozenset({RECORD}))
    laws = (
        gate_laws.name_is_explained,
        gate_laws.category_is_explained,
        persons.unit_is_explained,
        kept.former_name_stays,
        kept.fact_stays,
        kept.member_stays,
        gate_laws.leader_is_explained,
        designations.designation_is_explained,
        gate_laws.event_is_explained,
    )
    return [f"{it.code} {it.message}" for law in laws for it in law(change)]


@pytest.mark.parametrize(
    ("repo", "name", "fills"),
    [
        ("https://github.com/a/b", "GitHub", True),
        ("https://gitee.com/a/b", "Gitee", False),
        ("https://forge.example/a/b", "代码托管平台", False),
    ],
)
def test_the_forge_is_told_what_it_takes(page: Page, repo: str, name: str, fills: bool) -> None:
    """GitHub's new page takes name and text, up to a length; all others are opened, and the text is pasted."""
    found = forge(
        Project(today=TODAY, edit_url=f"{repo}/edit/main/registry/", new_url=f"{repo}/new/main/registry/")
    )
    assert found and (found.name, found.fills) == (name, fills)
    given = {**found._asdict(), "most": MOST_ADDRESS}
    folder = f"{repo}/new/main/registry/workshops/1000"
    named = f"{folder}?filename=DL1469.yml"
    short = {"href": f"{named}&value=%E7%94%B2%3A%20%26%23%0A", "filled": True}
    by_hand = {"href": named if fills else folder, "filled": False}
    assert address_of(page, given, "甲: &#\n", new=True) == (short if fills else by_hand)
    assert address_of(page, given, "甲" * 2000, new=True) == by_hand
    editing = {"href": f"{repo}/edit/main/registry/workshops/1000/DL1469.yml", "filled": False}
    assert address_of(page, given, "甲", new=False) == editing


def address_of(page: Page, given: Values, text: str, *, new: bool) -> Values:
    """The forge's address for a record, and whether it is filled in."""
    made: Values = page.evaluate(
        f"async ([forge, text, isNew]) => (await import({ASSETS} + 'edit/forge.js')).address(forge, 'DL1469', text, isNew)",
        [given, text, new],
    )
    return made


def test_without_a_forge_the_file_is_taken_away(page: Page) -> None:
    assert page.locator("#rg-open").count() == 0
    page.locator("#rg-stages button").last.click()
    assert page.get_by_role("button", name="下载文件").is_visible()
    assert not page.locator("#rg-record").evaluate("record => record.open")
    assert "请下载文件、复制全文" in page.locator("#rg-edit").inner_text()
    assert page.locator("#rg-mail").count() == 0


def test_without_a_forge_a_letter_to_the_mailbox_is_written(tmp_path: Path, browser: Browser) -> None:
    registry, site = tmp_path / "registry", tmp_path / "site"
    shutil.copytree(ROOT / "registry", registry)
    told = registry / LOCAL
    told.write_text(
        f"{told.read_text('utf-8')}operator:\n  name: 某工会（虚构）\n  contact: 写信到 mingce@union.example\n",
        "utf-8",
    )
    build_site(registry, site)
    with contextmanager(serve)(site) as address, browser.new_page() as page:
        page.goto(f"{address}edit/?id=DL0001")
        page.wait_for_selector("#rg-edit:not([hidden])")
        page.locator("#rg-stages button").last.click()
        link = page.locator("#rg-mail")
        assert "某工会（虚构）：写信到 mingce@union.example。" in page.locator("#rg-edit").inner_text()
        page.evaluate(
            "document.querySelector('#rg-mail').addEventListener('click', (event) => event.preventDefault())"
        )
        link.click()  # nothing is changed yet
        assert "还没有改" in page.locator("#rg-said").inner_text()
        page.locator("#rg-stages button").first.click()
        put(page, "field", "示例")
        page.locator("#rg-stages button").last.click()
        href = unquote(link.get_attribute("href") or "")
        assert href.startswith("mailto:mingce@union.example?subject=更正工作室 DL0001&body=")
        link.click()
        assert page.locator("#rg-said").inner_text() in (
            "已请邮件程序写好一封信，看一遍再发。没有打开邮件程序的，请用下面的“复制”或“下载文件”。",
            "已复制。请在打开的信里粘贴，看一遍再发；没有打开邮件程序的，把下载的文件发去也行。",
        )


def test_the_next_id_is_one_that_was_never_given() -> None:
    registry = miniature.registry()
    gone = Changelog(changes=(FileChange(date(2024, 1, 2), "workshops/0000/DL0041.yml", added=True),))
    assert editing(registry, Project(today=TODAY), NONE)["next"] == "DL0005"
    assert editing(registry, Project(today=TODAY), gone)["next"] == "DL0042"


def test_the_page_warns_in_the_words_of_the_readme(page: Page) -> None:
    readme = (ROOT / "registry/README.md").read_text("utf-8")
    quoted = re.search(r"^> \*\*(先看这一条.*?)\n\n", readme, re.DOTALL | re.MULTILINE)
    assert quoted
    when, rest = re.sub(r"\n> |\*\*", "", quoted[1]).split("。", 1)
    macros = (ROOT / "site_src/templates/base/macros.html").read_text("utf-8")
    assert f"{when.removeprefix('先看这一条：')}。" in macros, (
        "where there is a forge, as there is for who reads it"
    )
    assert page.locator("h1 + .rg-doubt").inner_text().split("。", 1)[1] == rest

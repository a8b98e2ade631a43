"""The application form filled in on its page: what it refuses, keeps, writes into Word and YAML, prints; and the self-check."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from lxml import etree
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from generator.doors.disk import read_registry
from generator.forms.controls import W14, W
from generator.forms.docx import application_docx
from generator.forms.wordfile import parts
from generator.intake import sent
from generator.intake.notes import FormNotes
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.reading.placement import words_of
from generator.reading.read import read_texts
from tests import ROOT
from tests.browser.boxes import box_of
from tests.browser.windows import Watched, Windows

FILL, CHECK = "forms/2019/application/", "notices/2019-24/check/"
BLANK = "forms/2019/application.docx"
SPACES = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2003\u2028\u2029\u202f\u205f\u3000"


def exactly(number: int, text: str = "团队15人，主攻轨道交通网络控制。") -> str:
    """A text of that many characters that are no white space."""
    return (text * number)[:number]


@dataclass(frozen=True)
class Application:
    """What one applicant types, and what the Word file must then hold where that is not the same."""

    name: str
    unit: str = "大连示例机械有限公司"
    date: str = "2019年8月20日"
    level: str = "区市县级"
    leader: str = "周海"
    birth: str = "1980年11月"
    grade: str = "高级技师"
    education: str = "大学本科"
    summary: str = "工作室成立于2016年，团队15人。"

    @property
    def typed(self) -> dict[str, str]:
        """By the keys of the form's fields."""
        return dict(vars(self))


FIRST = Application("周海职工创新工作室")
TEN = (
    FIRST,
    replace(
        FIRST, name="A & B <引号> 职工创新工作室", unit="A & B <引号> “公司” 'it''s' \\ #1: %", leader="&lt;"
    ),
    replace(FIRST, name="喆玥堃祎镕𠅤劳模创新工作室", leader="喆𠅤", unit="玥堃祎镕有限公司"),
    replace(FIRST, level="产业级", summary="第一段：成立于2016年。\n第二段：获得专利5项。"),
    replace(FIRST, summary=exactly(300)),
    replace(FIRST, summary=exactly(150) + "\n\n　　" + exactly(150) + " "),
    replace(FIRST, grade="高级技师、高级工程师", education="研究生"),
    replace(FIRST, name="大连市生物塑化技术应用创新工作室联盟", leader="尉迟·示例"),
    replace(
        FIRST,
        unit="[a, b]",
        summary="- 列表\n# 井号 # 注释\nname：全角\n\"双引号\" \\n 反斜杠\n'单引号'\n[a, b]: {c}",
    ),
    replace(FIRST, unit="", birth="", education="", level="", summary="", date=""),
)
IDS = ["plain", "signs", "rare", "paragraphs", "full", "full_in_two", "grades", "alliance", "yaml", "empty"]


@pytest.fixture(scope="module")
def registry() -> Registry:
    texts, names, _ = read_registry(ROOT / "registry")
    return read_texts(texts, names)[0]


@pytest.fixture
def form(watched: Watched, address: str) -> Iterator[Page]:
    """The page to fill in; nothing may be told in the console, nor asked of another host."""
    watched.page.goto(address + FILL)
    expect(watched.page.locator("#rg-application")).to_be_visible()
    yield watched.page
    assert watched.wrong == []


def type_in(page: Page, application: Application) -> None:
    """Fill in what was typed."""
    for key, text in application.typed.items():
        if key == "level":
            if text:
                page.get_by_label(text, exact=True).check()
        else:
            page.locator(f"[name={key}]").fill(text)


def downloaded(page: Page) -> tuple[str, bytes]:
    """The name and the bytes of the Word file that the page writes."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载填好的 Word 表").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def held(content: bytes) -> dict[str, str]:
    """What each content control of a Word file holds, its line breaks as such."""
    document: Any = etree.fromstring(parts(content)["word/document.xml"].encode())
    found = {}
    for control in document.iter(f"{{{W}}}sdt"):
        pieces = control.xpath("w:sdtContent//w:t | w:sdtContent//w:br", namespaces={"w": W})
        texts = ["\n" if etree.QName(piece).localname == "br" else piece.text or "" for piece in pieces]
        found[control.find(f"{{{W}}}sdtPr/{{{W}}}tag").get(f"{{{W}}}val")] = "".join(texts)
    return found


def read_back(content: bytes, registry: Registry) -> dict[str, list[str]]:
    """What `import` reads in the boxes of a filled form, those left blank aside, without any problem."""
    telling = FormNotes("申报表.docx", date(2026, 1, 1))
    found = sent.applications(content, registry, telling)
    assert isinstance(found, list)
    [filled] = found
    assert telling.problems == []
    return {key: lines(box.text) for key, box in filled.boxes.items() if box.text.strip()}


def squeezed(text: str) -> str:
    """A text without white space; a PDF's font may give 人 as the radical ⼈."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def lines(text: str) -> list[str]:
    """The paragraphs of a text, as the record's reader takes them."""
    return [part.strip() for part in text.split("\n") if part.strip()]


@pytest.mark.parametrize("application", TEN, ids=IDS)
def test_filled_downloaded_and_read_back(
    form: Page, application: Application, address: str, registry: Registry
) -> None:
    type_in(form, application)
    name, content = downloaded(form)
    assert name == application.name.replace("<", "＜").replace(">", "＞") + "申报表.docx"
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert file.testzip() is None
    values = held(content)
    assert {key: values[f"level_{at}"] for at, key in enumerate(("区市县级", "产业级"), start=1)} == {
        level: "☑" if application.level == level else "□" for level in ("区市县级", "产业级")
    }
    for key, text in application.typed.items():
        if key == "date" and not text:
            assert values[key].split() == ["年", "月", "日"]
        elif key != "level":
            assert lines(values[key]) == lines(text), key
    expected = {key: lines(text) for key, text in application.typed.items() if text and key != "birth"}
    assert read_back(content, registry) == expected, "all but what never leaves the form"
    assert list(values) == list(held(form.request.get(address + BLANK).body()))


def test_the_draft_record_reads_back(form: Page, registry: Registry) -> None:
    for application in TEN:
        form.evaluate("document.getElementById('rg-application').reset()")
        type_in(form, application)
        form.locator("[name=established]").fill("2016-05")
        form.locator("#rg-consent").dispatch_event("click")
        workshop = record(form, registry)
        assert workshop.name == application.name
        assert (workshop.unit or "") == application.unit
        assert (workshop.summary or "").splitlines() == lines(application.summary)
        assert not workshop.designations, "a form tells neither the title nor the basis of one"
        assert not application.level or f"层次：{application.level}" in (
            form.locator("#rg-yaml").text_content() or ""
        )
        assert workshop.established and workshop.established.iso == "2016-05"
        assert workshop.leader and workshop.leader.name == application.leader
        told = [workshop.leader.skill_grade, workshop.leader.professional_title]
        assert "、".join(filter(None, told)) == application.grade
        assert (workshop.leader.education or "") == application.education
        assert workshop.leader.basis.kind == "本人同意"


def test_the_filled_file_is_the_blank_one_with_words(form: Page, registry: Registry) -> None:
    """No other part changes; in the document only the controls' words, their placeholders, and which box is ticked."""
    type_in(form, replace(FIRST, summary="第一段。\n第二段。"))
    written = parts(downloaded(form)[1])
    blank = parts(application_docx(next(spec for spec in registry.forms if spec.id == "2019/application")))
    assert list(written) == list(blank)
    assert {name: text for name, text in written.items() if name != "word/document.xml"} == {
        name: text for name, text in blank.items() if name != "word/document.xml"
    }
    bare = [_bare(etree.fromstring(told["word/document.xml"].encode())) for told in (written, blank)]
    assert bare[0] == bare[1]


def _bare(document: Any) -> bytes:
    for element in document.xpath("//w:sdtPr/w:showingPlcHdr | //w:sdtContent/w:r/*", namespaces={"w": W}):
        element.getparent().remove(element)
    for element in document.iter(f"{{{W14}}}checked"):
        element.set(f"{{{W14}}}val", "0")
    return etree.tostring(document, method="c14n")


def test_the_301st_character_is_refused_while_typing(form: Page) -> None:
    box, counter = form.locator("[name=summary]"), form.locator("#f-summary-count")
    assert counter.get_attribute("role") == "status"
    box.fill(exactly(299))
    expect(counter).to_have_text("299/300 字")
    box.press_sequentially("终")
    expect(counter).to_have_text("300/300 字，已满")
    box.press_sequentially("多")
    assert box.input_value() == exactly(299) + "终"
    expect(counter).to_have_text("300/300 字，已满，多出的 1 字没有收")
    box.press_sequentially(" \n ")
    assert box.input_value() == exactly(299) + "终 \n "
    box.press("Home")
    box.press("Control+Home")
    box.press_sequentially("头")
    assert box.input_value() == exactly(299) + "终 \n "
    assert box.evaluate("element => element.selectionStart") == 0


def test_what_is_pasted_is_cut_where_the_box_is_full(form: Page) -> None:
    box = form.locator("[name=summary]")
    box.fill(exactly(298))
    box.evaluate("element => { element.focus(); element.setSelectionRange(2, 2); }")
    form.keyboard.insert_text("𠅤甲乙丙")
    assert box.input_value() == exactly(298)[:2] + "𠅤甲" + exactly(298)[2:]
    assert box.evaluate("element => element.selectionStart") == 5  # 𠅤 is two units of UTF-16


def test_nothing_is_cut_while_an_input_method_composes(form: Page) -> None:
    box = form.locator("[name=summary]")
    box.fill(exactly(299))
    compose = """(element, told) => {
        element.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
        element.value += told[0];
        element.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
        const during = element.value;
        element.value = element.value.slice(0, -told[0].length) + told[1];
        element.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
        return during;
    }"""
    assert box.evaluate(compose, ["zhongwen", "中文"]) == exactly(299) + "zhongwen"
    assert box.input_value() == exactly(299) + "中"


def test_characters_are_counted_as_the_record_counts_them(form: Page) -> None:
    for text in ("", SPACES, f"甲{SPACES}乙", "𠅤喆", "a\ufeffb", "１２ ３", "é e\u0301"):
        form.locator("[name=summary]").fill(text)
        kept = form.locator("[name=summary]").input_value()
        expect(form.locator("#f-summary-count")).to_have_text(f"{len(''.join(kept.split()))}/300 字")


TOLD = (
    ("name", "×××劳模（职工）创新工作室", "只留一个"),
    ("name", "周海工作室", "“×××劳模创新工作室”或“×××职工创新工作室”"),
    ("name", "周海职工创新工作室", ""),
    ("established", "2017年8月30日", ""),
    ("established", "2017年8月31日", "运行不满2年"),
    ("established", "2017年8月", "要写到月、日才看得出"),
    ("established", "2018", "运行不满2年"),
    ("birth", "1980年13月", "不是日历上有的日期"),
    ("birth", "1980", "请写到月"),
    ("birth", "2080年1月", "还没有到"),
    ("date", "2019年2月29日", "不是日历上有的日期"),
    ("date", "2019年8月", "请写到日"),
)


def test_what_is_told_while_typing(form: Page) -> None:
    for key, text, told in TOLD:
        box, line = form.locator(f"[name={key}]"), form.locator(f"#f-{key}-told")
        box.fill(text)
        assert (told in line.inner_text()) if told else (line.inner_text() == ""), text
        assert f"f-{key}-told" in (box.get_attribute("aria-describedby") or "")


def test_too_much_for_two_pages_is_told(form: Page) -> None:
    """A name of 60 characters, a long unit with a long name, or many paragraphs may make three pages; the first of each pair do not."""
    told = form.locator("#rg-open", has_text="可能超过两页")
    for key, fits, too_long in (
        ("name", "名" * 40, "名" * 60),
        ("summary", exactly(300), "\n".join("一二三四五六七八九十甲乙丙丁戊己庚辛壬癸")),
    ):
        form.locator(f"[name={key}]").fill(fits)
        assert told.count() == 0, key
        form.locator(f"[name={key}]").fill(too_long)
        assert told.count() == 1, key
        form.locator(f"[name={key}]").fill("")
    form.locator("[name=unit]").fill(exactly(80))
    assert told.count() == 0
    form.locator("[name=name]").fill("名" * 48)
    assert told.count() == 1


def test_a_model_workers_name_asks_for_an_honour(form: Page) -> None:
    line = form.locator("#f-leader_honours_name-told")
    form.locator("[name=name]").fill("周海劳模创新工作室")
    assert "市级（含）以上劳模" in line.inner_text()
    form.locator("[name=leader_honours_name]").select_option("大连市劳动模范")
    assert line.inner_text() == ""


def test_dates_are_written_as_the_form_writes_them(form: Page) -> None:
    for typed, written in (
        ("2019-08-20", "2019年8月20日"),
        ("２０１９．８．５", "2019年8月5日"),
        ("1980.11", "1980年11月"),
    ):
        form.locator("[name=birth]").fill(typed)
        form.locator("[name=birth]").blur()
        assert form.locator("[name=birth]").input_value() == written


def test_an_impossible_date_stops_the_download_and_is_shown(form: Page) -> None:
    form.locator("[name=birth]").fill("1980年13月")
    form.get_by_role("button", name="下载填好的 Word 表").click()
    expect(form.locator("[name=birth]")).to_be_focused()
    assert form.locator("[name=birth]").get_attribute("aria-invalid") == "true"
    assert "改好才能下载" in form.locator("#rg-state").inner_text()


def test_the_draft_stays_until_it_is_cleared(form: Page) -> None:
    type_in(form, TEN[5])
    form.reload()
    expect(form.locator("[name=name]")).to_have_value(TEN[5].name)
    expect(form.get_by_label("区市县级", exact=True)).to_be_checked()
    assert "草稿还在" in form.locator("#rg-saved").inner_text()
    form.once("dialog", lambda dialog: dialog.dismiss())
    form.get_by_role("button", name="清除").click()
    expect(form.locator("[name=name]")).to_have_value(TEN[5].name)
    form.once("dialog", lambda dialog: dialog.accept())
    form.get_by_role("button", name="清除").click()
    expect(form.locator("[name=name]")).to_have_value("")
    assert form.evaluate("Object.keys(localStorage).filter(key => key.startsWith('rg-'))") == []
    form.reload()
    expect(form.locator("[name=name]")).to_have_value("")
    expect(form.locator("[name=summary]")).to_have_value("")


def test_two_tabs_keep_two_drafts(form: Page, address: str) -> None:
    """Neither writes over the other; what another tab holds is offered, and taking it over loses nothing."""
    type_in(form, TEN[0])
    other = form.context.new_page()
    other.goto(address + FILL)
    expect(other.locator("#rg-application")).to_be_visible()
    expect(other.locator("[name=name]")).to_have_value("")
    expect(other.locator("#rg-drafts button")).to_have_count(1)
    assert TEN[0].name in other.locator("#rg-drafts").inner_text()
    type_in(other, TEN[1])
    for page, application in ((form, TEN[0]), (other, TEN[1])):
        page.reload()
        expect(page.locator("[name=name]")).to_have_value(application.name)
    other.locator("#rg-drafts button").click()
    expect(other.locator("[name=name]")).to_have_value(TEN[0].name)
    assert TEN[1].name in other.locator("#rg-drafts").inner_text()
    other.close()


DENIED = "Object.defineProperty(window, 'localStorage', {configurable: true, get() { throw new Error('denied'); }})"
FULL = "Storage.prototype.setItem = () => { throw new Error('QuotaExceededError'); }"


@pytest.mark.parametrize("fault", [DENIED, FULL], ids=["denied", "full"])
def test_without_a_store_all_works_and_it_is_said(watched_fresh: Watched, address: str, fault: str) -> None:
    page = watched_fresh.page
    page.add_init_script(fault)
    page.goto(address + FILL)
    expect(page.locator("#rg-saved")).to_contain_text("不让存草稿")
    type_in(page, TEN[0])
    expect(page.locator("#rg-saved")).to_contain_text("不让存草稿")
    with page.expect_download() as saved:
        page.get_by_role("button", name="下载填好的 Word 表").click()
    assert saved.value.suggested_filename.endswith(".docx")
    page.goto(address + "edit/")
    expect(page.locator("#rg-saved")).to_contain_text("不让存草稿")
    assert watched_fresh.wrong == []


def test_the_printed_table_has_its_right_border(form: Page) -> None:
    """It is as thick as the left one, on both pages: what goes beyond the page's margin is cut off."""
    type_in(form, TEN[0])
    printed = pypdfium2.PdfDocument(form.pdf(prefer_css_page_size=True))
    assert len(printed) == 2
    for number in range(2):
        picture = printed[number].render(scale=8).to_pil().convert("L")
        width, height = picture.size
        cells = picture.tobytes()
        dark = [sum(sign < 128 for sign in cells[column :: width * 8]) for column in range(width)]
        thick = [column for column, many in enumerate(dark) if many > height / 8 / 3]
        left = [column for column in thick if column < thick[0] + 20]
        right = [column for column in thick if column > thick[-1] - 20]
        assert abs(len(left) - len(right)) <= 1, number


def test_nothing_is_asked_of_the_host_but_the_page_and_the_blank_form(watched: Watched, address: str) -> None:
    asked: list[str] = []
    watched.page.on(
        "request", lambda request: asked.append(f"{request.method} {request.url.removeprefix(address)}")
    )
    watched.page.goto(address + FILL)
    with (
        watched.page.expect_event("requestfinished", lambda request: request.url.endswith("parts.json")),
        watched.page.expect_event(
            "requestfinished", lambda request: request.url.endswith("fflate/browser.js")
        ),
    ):
        watched.page.locator("[name=unit]").focus()
    before = len(asked)
    type_in(watched.page, FIRST)
    downloaded(watched.page)
    assert not [told for told in asked[before:] if not told.startswith("GET blob:")]
    assert watched.wrong == []


def test_it_is_filled_by_keyboard_alone(form: Page) -> None:
    form.locator("[name=unit]").focus()
    for text in ("大连某厂", "2019-8-20", "周海职工创新工作室"):
        form.keyboard.insert_text(text)
        form.keyboard.press("Tab")
    form.keyboard.press("Space")
    form.keyboard.press("ArrowRight")
    form.keyboard.press("Tab")
    for text in ("周海", "1980.11", "高级技师", "大学本科", "简介。", "2016年5月"):
        form.keyboard.insert_text(text)
        form.keyboard.press("Tab")
    expect(form.locator("[name=leader_honours_name]")).to_be_focused()
    form.keyboard.press("Tab")
    with form.expect_download() as waiting:
        form.keyboard.press("Enter")
    values = held(Path(waiting.value.path()).read_bytes())
    assert (values["level_1"], values["level_2"], values["leader"]) == ("□", "☑", "周海")
    assert values["date"] == "2019年8月20日"


def test_every_box_has_a_label_and_room_for_a_finger(form: Page) -> None:
    form.set_viewport_size({"width": 390, "height": 844})
    for box in form.locator("#rg-application :is(input:not([type=checkbox]), textarea, select)").all():
        assert box.evaluate("element => element.labels.length") == 1
        target = box.locator("xpath=ancestor::label") if box.get_attribute("type") == "radio" else box
        assert box_of(target).height >= 48
    for button in form.locator("#rg-application > .rg-actions button").all():
        assert box_of(button).height >= 48
    assert form.evaluate("document.documentElement.scrollWidth") <= 390


def test_it_prints_as_two_pages(form: Page) -> None:
    for application in (TEN[9], TEN[4], TEN[5]):
        type_in(form, application)
        reader = PdfReader(io.BytesIO(form.pdf(prefer_css_page_size=True)))
        assert len(reader.pages) == 2
        sides = {(float(page.mediabox.width), float(page.mediabox.height)) for page in reader.pages}
        assert {(round(wide), round(high)) for wide, high in sides} == {(595, 842)}
        front, back = (squeezed(page.extract_text()) for page in reader.pages)
        assert not Counter(squeezed(application.summary)) - Counter(front)
        assert front.count("☑") == bool(application.level)
        assert back.count("(盖章)") == 3
        assert "下载" not in front + back


def record(page: Page, registry: Registry) -> Workshop:
    """The draft as the project reads it, without a problem."""
    path = "workshops/0000/DL0000.yml"
    text = page.locator("#rg-yaml").text_content() or ""
    vocabularies = words_of(registry.texts)
    found, problems = read_texts({**vocabularies, path: text})
    assert [problem for problem in problems if problem.path == path] == []
    [workshop] = found.workshops
    return workshop


def test_the_draft_record_leaves_out_what_never_leaves_the_form(form: Page, registry: Registry) -> None:
    type_in(form, replace(FIRST, birth="1980年11月", grade="高级技师、某某师"))
    text = form.locator("#rg-yaml").text_content() or ""
    assert "1980" not in text
    assert "“某某师”不在词表里" in text
    assert "周海" in text and record(form, registry).leader is None, (
        "without consent the leader is not written"
    )


def test_without_javascript_the_form_is_hidden_and_the_file_is_linked(windows: Windows, address: str) -> None:
    with windows.opened(1280, scripts=False) as page:
        page.goto(address + FILL)
        assert not page.locator("#rg-application").is_visible()
        link = page.locator(".rg-unscripted a")
        assert link.is_visible() and "下载" in link.inner_text()
        assert page.request.get(address + BLANK).ok
        assert (link.get_attribute("href") or "").endswith(BLANK)
        page.goto(address + CHECK)
        assert page.locator(".rg-conditions li").count() == 9
        assert page.locator(".rg-conditions li legend:visible").count() == 9
        assert page.locator(".md-content input:visible, .rg-result:visible").count() == 0


def test_the_conditions_are_the_calls_own_words(watched: Watched, address: str, registry: Registry) -> None:
    watched.page.goto(address + CHECK)
    text = registry.texts["notices/2019-24.md"]
    asked = watched.page.locator(".rg-conditions legend").all_text_contents()
    assert len(asked) == 9
    assert all(words in text for words in asked)


@pytest.mark.parametrize(("category", "other"), [("劳模", "职工"), ("职工", "劳模")])
def test_the_check_ends_in_both_outcomes(watched: Watched, address: str, category: str, other: str) -> None:
    page, result = watched.page, watched.page.locator(".rg-result")
    page.goto(address + CHECK)
    expect(result).to_have_text("请先选申报哪一种。")
    page.get_by_role("radio", name=f"{category}创新工作室").check()
    assert page.locator(".rg-conditions li:visible").count() == 8
    assert page.locator(f".rg-conditions li[data-category={other}]").is_hidden()
    expect(result).to_have_text("还有 8 条没有回答。")
    for item in page.locator(".rg-conditions li:visible").all():
        item.get_by_label("符合", exact=True).check()
    expect(result).to_have_text(f"可以申报{category}创新工作室。")
    years = page.locator(".rg-conditions li:visible", has_text="2年以上")
    years.get_by_label("不符合").check()
    expect(result.locator("p")).to_have_text("还不能申报，缺这 1 条：")
    expect(result.locator("li")).to_have_text("已有效运行2年以上,以相对固定的团队协作模式开展创新工作。")
    assert watched.wrong == []

"""The notice and the form specs, word for word against the text of 大工办发〔2019〕24号 (tests/forms/source-2019-24.txt)."""

from __future__ import annotations

import pytest

from generator.doors.disk import read_registry
from generator.forms import layout
from generator.model.forms import Form
from generator.model.noticetext import KINDS, Block, blocks, plain
from generator.model.registry import Registry
from generator.reading import schema
from generator.reading.read import read_texts
from generator.reading.tables import Many, OfTable
from tests import ROOT

SOURCE = (ROOT / "tests/forms/source-2019-24.txt").read_text(encoding="utf-8")
BODY, _, ANNEXES = SOURCE.partition("\n附件1\n")


@pytest.fixture(scope="module")
def registry() -> Registry:
    texts, names, _ = read_registry(ROOT / "registry")
    return read_texts(texts, names)[0]


@pytest.fixture(scope="module")
def notice(registry: Registry) -> tuple[Block, ...]:
    return blocks(registry.texts["notices/2019-24.md"], registry.notice_by_id["2019-24"].contact)


def form(registry: Registry, name: str) -> Form:
    return next(form for form in registry.forms if form.id == f"2019/{name}")


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_blocks_say_what_the_source_says(notice: tuple[Block, ...]) -> None:
    assert plain(notice) == squeezed(BODY)


def test_every_block_is_of_the_right_kind(notice: tuple[Block, ...]) -> None:
    kinds = [block.kind for block in notice]
    assert set(kinds) == set(KINDS)
    assert kinds[:4] == ["number", "title", "addressee", "paragraph"]
    assert kinds[-7:] == ["contact", "contact", "annex", "annex", "signature", "signature", "imprint"]
    assert [kinds.count(kind) for kind in ("heading", "item")] == [4, 12]


def test_title_and_imprint_keep_their_parts(registry: Registry, notice: tuple[Block, ...]) -> None:
    title = next(block for block in notice if block.kind == "title")
    assert title.lines == ("关于推荐申报2019年大连市劳模和", "职工创新工作室的通知")
    assert title.text == registry.notice_by_id["2019-24"].title
    assert notice[-1].lines == ("大连市总工会办公室", "2019年6月28日印发")


@pytest.mark.parametrize("line", ["<b>粗</b>", "**粗**", "* 项", "#无空格", "1.无空格", "[x](y)", "### 三级"])
def test_what_is_no_sign_is_plain_text(line: str) -> None:
    assert blocks("# 题\n" + line)[-1] == Block("paragraph", (line,))


def test_without_contact_the_slot_is_empty() -> None:
    assert [block.kind for block in blocks("# 题\n\n[contact]\n\n> 某会\n")] == ["title", "signature"]


def test_the_application_has_every_word_of_annex_2(registry: Registry) -> None:
    annex = squeezed(ANNEXES.partition("附件2\n")[2])
    application = form(registry, "application")
    said = [application.title, *(note for note in application.notes)]
    for field in application.fields:
        said += [field.label, *field.options]
    for words in said:
        assert words in annex, words
        annex = annex.replace(words, "", 1)
    rest = annex.replace("（盖章）", "").replace("年月日", "")
    assert rest == "：注："  # the colon of 申报单位（印章）： and the word before the notes


def test_the_summary_has_the_title_of_annex_1_and_says_that_it_is_reconstructed(registry: Registry) -> None:
    summary = form(registry, "summary")
    assert summary.title in squeezed(ANNEXES)
    assert summary.reconstructed
    assert summary.head[0].startswith("列项为推定")


def test_specs_hang_together(registry: Registry) -> None:
    for spec in registry.forms:
        keys = [field.key for field in spec.fields]
        assert len(keys) == len(set(keys))
        names = [name for field in spec.fields for name in (field.label, *field.aliases)]
        assert len(names) == len(set(names)), "a label or alias that names two fields cannot be read back"
        assert spec.id in registry.notice_by_id[spec.notice].forms
        for field in spec.fields:
            assert "".join(layout.label_lines(field)) == field.label
            assert all(_known(key) for key in field.feeds), field.feeds
            assert not field.vocabularies or len(field.vocabularies) == len(field.feeds)
            assert not (field.private and field.feeds)


def test_what_never_leaves_the_form(registry: Registry) -> None:
    application = form(registry, "application")
    private = {field.key for field in application.fields if field.private}
    assert private == {"birth", "opinion_unit", "opinion_district", "opinion_city"}


def _known(key: str) -> bool:
    table = schema.WORKSHOP
    *groups, last = key.split(".")
    for group in groups:
        held = table.field(group)
        kind = held.kind if held else None
        inner = kind.item if isinstance(kind, Many) else kind
        if not isinstance(inner, OfTable):
            return False
        table = inner.table
    return table.field(last) is not None

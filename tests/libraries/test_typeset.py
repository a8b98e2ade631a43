"""Print: every printed text holds every kind of character, what no font shows is told on its page, further fonts are used."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path as Folder

import pytest

from generator.doors.build import press
from generator.libraries import typeset
from generator.libraries.fonts import characters
from generator.libraries.typeset import PACKAGED, Fonts, Press, Unprintable, culprit
from tests import ROOT
from tests.made import printed, samples
from tests.made.printed import OUTSIDE, Job, Path, jobs, pages

DAY = samples.TODAY
TEMPLATES = sorted(path.name for path in (ROOT / "site_src/print").glob("*.typ") if path.stem != "missing")
NOTE = re.compile("本页印作“〓”的字，字库里没有，编码是(.*?)。(其余[0-9]+个字的编码在最后一页。)?")
SEEN = {kind: held for kind, held in OUTSIDE.items() if held[1]}
UNSEEN = {kind: held for kind, held in OUTSIDE.items() if not held[1]}


def told(page: str) -> list[str]:
    """The codes in a page's note."""
    return [code for codes, _ in NOTE.findall(page) for code in codes.split("、")]


def bare(page: str) -> str:
    """A page without its note."""
    return NOTE.sub("", page)


def codes(signs: str) -> set[str]:
    return {f"U+{ord(sign):04X}" for sign in signs}


def numbered(job: Job, *, own: str, kinds: Mapping[str, tuple[str, str]]) -> dict[Path, str]:
    """For each text of a job what stands after it: its number, its own sign, all kinds of characters."""
    every = "".join(text for text, _ in kinds.values())
    return {path: f"甲{n}乙{own[n : n + 1]}{every}丙" for n, path in enumerate(job.fields)}


def test_each_template_prints_something() -> None:
    assert sorted(jobs()) == TEMPLATES


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_kind_of_character_in_every_text(template: str) -> None:
    """Each text holds all kinds, and one sign that is in no other: wherever it stands the PDF is made, 〓 stands for each sign
    that is seen, and a page's note has the codes of what stands on it as 〓, and of nothing else."""
    job = jobs()[template]
    own = "".join(chr(0x20100 + n) for n in range(len(job.fields)))
    plain = pages(job.print(press()))
    made = pages(job.print(press(), numbered(job, own=own, kinds=SEEN)))
    assert len(made) <= len(plain) + 2
    assert set().union(*map(told, made)) == codes(own + "".join(missing for _, missing in SEEN.values()))
    signs = sum(printed.shown(*held).count("〓") for held in SEEN.values())
    assert "".join(map(bare, made)).count("〓") >= len(own) * (1 + signs)
    for n, sign in enumerate(own):
        assert any(f"甲{n}乙〓" in page for page in made), job.fields[n]
        for page in made:
            assert (f"甲{n}乙〓" in bare(page)) == bool(codes(sign) & set(told(page))), job.fields[n]
    assert all(bool(told(page)) == ("〓" in bare(page)) for page in made)


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_lacks_no_glyph_has_no_note(template: str) -> None:
    """Hidden signs, white space, markup of typst and the sign itself, in every text."""
    job = jobs()[template]
    made = pages(job.print(press(), numbered(job, own="", kinds=UNSEEN)))
    for n, path in enumerate(job.fields):
        assert any(f"甲{n}乙" in page for page in made), path
    assert "".join(printed.shown(*held) for held in UNSEEN.values()) in "".join(made)
    assert not any(map(told, made))


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_layout_stays(template: str) -> None:
    """A 〓 takes the place of one Chinese character: as many pages, and the note stands in none's way."""
    job = jobs()[template]
    assert [bare(page).replace("〓", "国") for page in pages(job.print(press(), "𠮷"))] == pages(
        job.print(press(), "国")
    )


@pytest.mark.parametrize("template", TEMPLATES)
def test_many_codes_on_a_page(template: str) -> None:
    """A note has room for sixty; the others stand on a page of their own at the end."""
    job = jobs()[template]
    many = "".join(chr(0xAC00 + number) for number in range(90))
    plain = pages(job.print(press(), {job.fields[-1]: "国" * 90}))
    *made, last = pages(job.print(press(), {job.fields[-1]: many}))
    assert len(made) == len(plain)
    (page,) = (number for number, page in enumerate(made, start=1) if len(told(page)) == 60)
    assert "其余30个字的编码在最后一页" in made[page - 1]
    rest = last.partition(f"第{page}页：")[2].rstrip("。").split("、")
    assert {*told(made[page - 1]), *rest} == codes(many) and len(rest) == 30


def test_nothing_odd_changes_no_byte() -> None:
    """Where every character has a glyph the template is set as it stands."""
    job = jobs()["edition.typ"]
    without = Press({name: text for name, text in press().templates.items() if name != "missing.typ"})
    assert job.print(without) == job.print(press())


def test_the_usual_characters_have_glyphs() -> None:
    """What is not asked about is there: in one of the two fonts, and most of it in both."""
    shown = [characters(face.path or "", face.index) for face in typeset._faces("")]
    assert len(shown) == 2
    usual = {number for number in range(0x110000) if typeset._USUAL.fullmatch(chr(number))}
    assert len(usual) > 21_000
    assert usual <= shown[0] | shown[1]


def test_all_that_the_fonts_show_is_printed() -> None:
    """No character that passes for shown is refused by typst: all 30,938 of them, in both fonts."""
    shown = frozenset[int]().union(*(characters(face.path or "", face.index) for face in typeset._faces("")))
    lines = ["".join(map(chr, sorted(shown)[start : start + 60])) for start in range(0, len(shown), 60)]
    assert not any(PACKAGED.missing(line) for line in lines)
    template = (
        "#let data = json(bytes(sys.inputs.data))\n#set document(title: data.title)\n"
        '#for family in ("Noto Serif SC", "Noto Sans SC") {\n'
        "  set text(font: family)\n  for it in data.lines { par(it) }\n}"
    )
    own = Press({"missing.typ": press().templates["missing.typ"], "all.typ": template})
    assert own.set("all.typ", "字", DAY, {"lines": lines}, "").startswith(b"%PDF")


def lay(folder: Folder, *fonts: tuple[str, bytes]) -> Fonts:
    for name, content in fonts:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return Fonts(str(folder))


def sets(fonts: Fonts, text: str) -> bytes:
    return jobs()["labels.typ"].print(Press(press().templates, fonts), text)


def test_further_fonts_show_what_the_packaged_ones_lack(tmp_path: Folder) -> None:
    fonts = lay(tmp_path, ("a.ttf", printed.font("𠮷\u0302\ue000", "Further")))
    assert PACKAGED.missing("大连𠮷\u0302👍") == ("𠮷", "\u0302", "👍")
    assert fonts.missing("大连𠮷\u0302👍") == ("👍",)
    made = "".join(pages(sets(fonts, "𠮷👍")))
    assert "𠮷〓" in made and "U+1F44D" in made and "U+20BB7" not in made
    for text in ("𠮷\u0302", "永\u0302", "x\u0302", "\u0302", "𠮷\ue000永\ue000"):
        assert sets(fonts, text).startswith(b"%PDF")


def test_further_fonts_give_the_same_bytes_whatever_the_order_on_the_disk(tmp_path: Folder) -> None:
    """Of two that show a character the first by path does, in whatever order they came and wherever the folder lies."""
    narrow, wide = printed.font("𠮷₂", "Narrow", 600), printed.font("𠮷👍", "Wide", 1000)
    one = lay(tmp_path / "one", ("a/narrow.ttf", narrow), ("wide.ttf", wide))
    other = lay(tmp_path / "else/where", ("wide.ttf", wide), ("a/narrow.ttf", narrow))
    turned = lay(tmp_path / "turned", ("a.ttf", wide), ("b.ttf", narrow))
    assert sets(one, "𠮷₂👍") == sets(other, "𠮷₂👍") != sets(turned, "𠮷₂👍")
    assert one.further(["𠮷₂👍", "甲"]) == (("Narrow", "𠮷₂"), ("Wide", "👍"))
    assert turned.further(["𠮷₂👍", "甲"]) == (("Wide", "𠮷👍"), ("Narrow", "₂"))


def test_what_is_no_font_is_passed_over(tmp_path: Folder) -> None:
    cut = printed.font("𠮷", "Cut")[:200]
    fonts = lay(tmp_path, ("a.ttf", b"nonsense"), ("b.otf", b""), ("c.ttf", cut), ("README.md", b"# fonts"))
    for held in (fonts, Fonts(str(tmp_path / "absent"))):
        assert held.missing("𠮷") == ("𠮷",)
        assert "U+20BB7" in "".join(pages(sets(held, "𠮷")))


def test_typst_refuses_for_another_reason() -> None:
    own = Press({"x.typ": "#panic(sys.inputs.data)"})
    with pytest.raises(Unprintable) as refused:
        own.set("x.typ", "题", DAY, {}, "notices/2019-24.yml")
    assert refused.value.source == "notices/2019-24.yml" and "panicked" in refused.value.reason


@pytest.mark.parametrize("bad", [0, 1, 6, 7, 12])
def test_the_one_to_blame_is_found(bad: int) -> None:
    asked: list[Sequence[int]] = []

    def print_them(some: Sequence[int]) -> None:
        asked.append(some)
        if bad in some:
            raise Unprintable("", "")

    assert culprit(list(range(13)), print_them) == bad
    assert len(asked) <= 6


def test_nobody_is_to_blame_for_a_template() -> None:
    def print_them(some: Sequence[int]) -> None:
        raise Unprintable("", str(some))

    assert culprit([1, 2, 3], print_them) is None
    assert culprit([0][:0], print_them) is None

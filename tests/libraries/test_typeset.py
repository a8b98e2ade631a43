"""Print: every printed text holds every kind of character, what no font shows is told on its page, further fonts are used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.doors.build import press
from generator.forms.downloads import downloads
from generator.libraries import typeset
from generator.libraries.fonts import characters
from generator.libraries.typeset import PACKAGED, Fonts, Press, Unprintable, culprit
from generator.site.editions.register import edition_pdf
from tests.made import miniature, printed, samples
from tests.made.printed import OUTSIDE, Job, pages

DAY = samples.TODAY
NOTE = re.compile("本页印作“〓”的字，字库里没有，编码是(.*?)。")


def jobs() -> list[Job]:
    """All that the miniature prints, its form with every place of text, a table and a notice with every kind of line."""
    made = printed.recorder()
    registry = miniature.registry(printed.held())
    list(downloads(registry, made))
    edition_pdf(made, registry, 2025, "工作室名册")
    miniature.outputs(held=printed.held(), press=made)
    latest = {job.template: job for job in made.jobs}
    assert sorted(latest) == sorted(name for name in press().templates if name != "missing.typ")
    return list(latest.values())


JOBS = jobs()
# Each text that is printed: a notice's own title is not, and of a field in a form's cells the lines are, in its head the label.
FIELDS = [
    (job, path)
    for job in JOBS
    for path, _ in printed.texts(job.everything)
    if (job.template, path) != ("notice.typ", ("title",))
    and not (path[0] in ("front", "back") and path[-1] == "label")
    and not (
        path[0] == "head"
        and job.template == "application.typ"
        and ("lines" in path or path[-2:] == (0, "label"))
    )
]


def told(page: str) -> list[str]:
    """The codes in a page's note."""
    return [code for note in NOTE.findall(page) for code in note.split("、")]


def code(sign: str) -> str:
    return f"U+{ord(sign):04X}"


@pytest.mark.parametrize("kind", OUTSIDE)
@pytest.mark.parametrize("job", JOBS, ids=[job.template for job in JOBS])
def test_a_kind_of_character_in_every_text(job: Job, kind: str) -> None:
    """Two of them stand in each text; every page tells the codes of what stands on it as 〓, and of nothing else."""
    text, missing = OUTSIDE[kind]
    plain = pages(job.print(press(), lambda it: it))
    made = pages(job.print(press(), lambda it: it + text))
    assert len(made) <= len(plain) + 2
    for page in made:
        body = NOTE.sub("", page)
        assert bool(told(page)) == (missing != "" and "〓" in body)
        assert set(told(page)) <= {code(sign) for sign in missing}
    assert {it for page in made for it in told(page)} == {code(sign) for sign in missing}


@pytest.mark.parametrize(
    ("job", "path"),
    FIELDS,
    ids=[f"{job.template}-{'.'.join(map(str, path))}" for job, path in FIELDS],
)
def test_a_text_with_all_kinds_of_characters(job: Job, path: printed.Path) -> None:
    """Wherever it stands: the PDF is made, 〓 stands for each of them that is seen, the note on the same page has its code."""
    signs = "𠮷₂👍"
    made = pages(job.print(press(), lambda it: f"{it}甲{signs}乙", path))
    shown = [page for page in made if "〓〓〓乙" in NOTE.sub("", page)]
    assert shown
    assert all(told(page) == [code(sign) for sign in signs] for page in shown)
    everything = "".join(text for text, _ in OUTSIDE.values())
    assert job.print(press(), lambda it: it + everything, path).startswith(b"%PDF")


@pytest.mark.parametrize("job", JOBS, ids=[job.template for job in JOBS])
def test_the_layout_stays(job: Job) -> None:
    """A 〓 takes the place of one Chinese character: as many pages, and the note stands in none's way."""
    plain = pages(job.print(press(), lambda it: it + "国"))
    made = pages(job.print(press(), lambda it: it + "𠮷"))
    assert [NOTE.sub("", page).replace("〓", "国") for page in made] == plain


def test_many_codes_on_a_page() -> None:
    many = "".join(chr(0xAC00 + number) for number in range(90))
    job = next(job for job in JOBS if job.template == "notice.typ")
    first = pages(job.print(press(), lambda it: many, ("blocks", 3, "lines", 0)))[0]
    assert told(first)[:2] == ["U+AC00", "U+AC01"] and "等90个" in first


def test_nothing_odd_changes_no_byte() -> None:
    """Where every character has a glyph the template is set as it stands."""
    job = JOBS[0]
    bare = Press({name: text for name, text in press().templates.items() if name != "missing.typ"})
    assert job.print(bare, lambda it: it) == job.print(press(), lambda it: it)


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
    for family in ("Noto Serif SC", "Noto Sans SC"):
        template = f'#let data = json(bytes(sys.inputs.data))\n#set document(title: data.title)\n#set text(font: "{family}")\n'
        own = Press(
            {
                "missing.typ": press().templates["missing.typ"],
                "all.typ": template + "#for it in data.lines { par(it) }",
            }
        )
        assert own.set("all.typ", "字", DAY, {"lines": lines}, "").startswith(b"%PDF")


def lay(folder: Path, *fonts: tuple[str, bytes]) -> Fonts:
    for name, content in fonts:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return Fonts(str(folder))


def sets(fonts: Fonts, text: str) -> bytes:
    return next(job for job in JOBS if job.template == "edition.typ").print(
        Press(press().templates, fonts), lambda it: it + text
    )


def test_further_fonts_show_what_the_packaged_ones_lack(tmp_path: Path) -> None:
    fonts = lay(tmp_path, ("a.ttf", printed.font("𠮷\u0302\ue000", "Further")))
    assert PACKAGED.missing("大连𠮷\u0302👍") == ("𠮷", "\u0302", "👍")
    assert fonts.missing("大连𠮷\u0302👍") == ("👍",)
    made = "".join(pages(sets(fonts, "𠮷👍")))
    assert "𠮷〓" in made and "U+1F44D" in made and "U+20BB7" not in made
    for text in ("𠮷\u0302", "永\u0302", "x\u0302", "\u0302", "𠮷\ue000永\ue000"):
        assert sets(fonts, text).startswith(b"%PDF")


def test_further_fonts_give_the_same_bytes_whatever_the_order_on_the_disk(tmp_path: Path) -> None:
    """Of two that show a character the first by path does, in whatever order they came and wherever the folder lies."""
    narrow, wide = printed.font("𠮷₂", "Narrow", 600), printed.font("𠮷👍", "Wide", 1000)
    one = lay(tmp_path / "one", ("a/narrow.ttf", narrow), ("wide.ttf", wide))
    other = lay(tmp_path / "else/where", ("wide.ttf", wide), ("a/narrow.ttf", narrow))
    turned = lay(tmp_path / "turned", ("a.ttf", wide), ("b.ttf", narrow))
    assert sets(one, "𠮷₂👍") == sets(other, "𠮷₂👍") != sets(turned, "𠮷₂👍")
    assert one.further(["𠮷₂👍", "甲"]) == (("Narrow", "𠮷₂"), ("Wide", "👍"))
    assert turned.further(["𠮷₂👍", "甲"]) == (("Wide", "𠮷👍"), ("Narrow", "₂"))


def test_what_is_no_font_is_passed_over(tmp_path: Path) -> None:
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

"""Lists that grow for ever are cut into pages: corrections, notices and their names, what has no record, what records lack."""

from __future__ import annotations

import re

import pytest

from generator.site.pager import PER_PAGE
from tests.made import miniature, samples

RECORD = "workshops/0000/DL0002.yml"  # ends with its corrections
MANY = 2 * PER_PAGE + 1


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """The pages, by their path, of the miniature with many corrections, notices and records that lack something."""
    texts = miniature.texts()
    one = "  - date: 2026-02-27\n    what: 单位名称\n    before: 甲\n    after: 第 {} 次更正\n    why: 试\n"
    texts[RECORD] += "".join(one.format(number) for number in range(MANY))
    naming = re.sub(
        r"^names:\n(  - .*\n)+", "names:\n  - 周海职工创新工作室\n", texts[samples.NAMING], flags=re.M
    )
    for number in range(MANY):
        path = samples.NAMING.replace("naming-2023", f"n{number}")
        texts[path] = naming.replace("id: naming-2023", f"id: n{number}")
    named = "".join(f"  - 某某{number}职工创新工作室\n" for number in range(MANY))
    texts[samples.NAMING] = re.sub(r"^names:\n(  - .*\n)+", f"names:\n{named}", naming, flags=re.M)
    source = "sources:\n  - title: 虚构报道\n    supports: [name]\n"
    for number in range(100, 100 + MANY):
        head = f"id: DL{number:04}\nname: 某{number}职工创新工作室\nkind: 工作室\nrecommender: 中山区总工会\n"
        texts[f"workshops/0000/DL{number:04}.yml"] = head + source
    return {
        output.path: output.content.decode()
        for output in miniature.outputs(held=texts)
        if output.path.endswith(".html")
    }


@pytest.mark.parametrize(
    ("first", "further", "entry"),
    [
        ("corrections/", "corrections/", r"第 \d+ 次更正"),
        ("notices/", "notices/page/", r'<a href="[./]*notices/(n\d+)/">'),
        (
            "todo/zhongshanquzonggonghui/",
            "todo/zhongshanquzonggonghui/",
            r"<small>(DL01\d\d|DL02\d\d)</small>",
        ),
        ("todo/", "todo/page/", r"<li>(某某\d+)职工创新工作室<small>，"),
        ("notices/naming-2023/", "notices/naming-2023/", r"<li>(某某\d+)职工创新工作室（未建档）"),
    ],
)
def test_it_is_cut_into_pages_that_hold_all(
    made: dict[str, str], first: str, further: str, entry: str
) -> None:
    more = [f"{further}{number}/index.html" for number in range(2, MANY)]
    names = [f"{first}index.html", *(name for name in more if name in made)]
    found = [re.findall(entry, made[name]) for name in names]
    assert len(names) >= 3 and all(0 < len(entries) <= PER_PAGE for entries in found)
    every = [each for entries in found for each in entries]
    assert len(every) == len(set(every)) == MANY
    assert all('aria-label="分页"' in made[name] for name in names)
    assert "（第 3 页）" in made[names[2]]


def test_how_to_report_stands_on_the_first_page_alone(made: dict[str, str]) -> None:
    told = [path for path, text in made.items() if "怎样报告错误、要求更正或撤下</h2>" in text]
    assert told == ["corrections/index.html"]


def test_the_unions_stand_on_the_first_page_alone(made: dict[str, str]) -> None:
    pages = [
        path for path in made if path.startswith("todo/") and '<th scope="col">推荐工会</th>' in made[path]
    ]
    assert pages == ["todo/index.html"]


def test_what_a_notice_is_told_by_stands_on_its_first_page_alone(made: dict[str, str]) -> None:
    pages = [
        path for path in made if path.startswith("notices/naming-2023/") and "<h2>来源</h2>" in made[path]
    ]
    assert pages == ["notices/naming-2023/index.html"]

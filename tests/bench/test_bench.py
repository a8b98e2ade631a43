"""The benchmark on a few records: it measures each of its parts, and the others make the pages that ours has."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import ROOT
from tests.bench import __main__ as bench
from tests.bench import eleventy, hugo, material, results
from tests.bench.facts import Facts, facts
from tests.bench.lists import list_pages
from tests.bench.measuring import Failed, Used, run
from tests.bench.results import AIMS, Results
from tests.bench.rounds import PARTS, Round
from tests.bench.table import markdown

_COUNT = 70  # more than one page of a list


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bench")


@pytest.fixture(scope="module")
def measured(work: Path) -> tuple[Results, Path]:
    """All that needs no other program, measured once, but for the preview and the browser, which have tests of their own; and our site."""
    told = Results()
    own = set(PARTS) - {"hugo", "material", "eleventy", "preview", "readers"}
    one = Round(_COUNT, own, work / "round", work / "tools", told)
    one.measure(1)
    return told, one.project.folder


@pytest.fixture(scope="module")
def told(measured: tuple[Results, Path]) -> Facts:
    return facts(measured[1] / "registry", measured[1] / "site")


def test_each_part_is_measured(measured: tuple[Results, Path]) -> None:
    told, folder = measured
    assert told.notes == []
    found = {(row.what, row.against): (len(row.ours), len(row.theirs)) for row in told.rows}
    alone = (
        results.UNCHANGED,
        results.RECORD,
        results.TERM,
        results.CHECK,
        results.CHECK_KEPT,
        results.SINCE,
    )
    assert found == {
        (results.COLD, "writing the same files"): (1, 1),
        **{(what, ""): (1, 0) for what in alone},
        (results.READING, "libyaml alone"): (1, 1),
    }
    assert all(row.peak > 10_000_000 for row in told.rows if row.cpu)
    assert [(site.name, site.files > 0) for site in told.sites] == [("ours", True)]
    assert (folder / "site" / "index.html").is_file()


def test_changes_reach_the_site(measured: tuple[Results, Path]) -> None:
    """The last build was that of a changed term."""
    _, folder = measured
    page = folder / "site" / "workshops" / "DL0001" / "index.html"
    assert "这一句是刚才添上的。" in page.read_text(encoding="utf-8")
    assert "（改）" in (folder / "site" / "industries" / "C34" / "index.html").read_text(encoding="utf-8")


def test_each_address_in_the_facts_is_one_of_our_site(measured: tuple[Results, Path], told: Facts) -> None:
    site = measured[1] / "site"
    paths = {fact["path"] for record in told.records for fact in record["facts"] if fact["path"]}
    paths |= {f"{page.path}/" for page in list_pages(told) if "/page/" not in page.path}
    paths |= {f"achievements/{path}/" for path in told.achievements}
    assert not {path for path in paths if not (site / path / "index.html").is_file()}
    assert len([page for page in list_pages(told) if page.path.startswith("workshops")]) == 2


def test_hugo_makes_the_pages_that_ours_has(work: Path, measured: tuple[Results, Path], told: Facts) -> None:
    program = bench.TOOLS / "hugo" / "hugo" / "binaries" / "hugo"
    if not program.is_file():
        pytest.skip("Hugo is not there: `python3 run.py bench` installs it")
    site = measured[1] / "site"
    made = hugo.Hugo(program, work / "hugo", told, site)
    made.build()
    _compare(site, made.site, told, verified="v/workshops", record="record.json")


def test_eleventy_makes_the_pages_that_ours_has(
    work: Path, measured: tuple[Results, Path], told: Facts
) -> None:
    modules = bench.TOOLS / "eleventy" / "node_modules"
    if not (modules / "@11ty").is_dir():
        pytest.skip("Eleventy is not there: `python3 run.py bench` installs it, where npm is")
    site = measured[1] / "site"
    made = eleventy.Eleventy(modules, work / "eleventy", told, site)
    made.build()
    _compare(site, made.site, told, verified="v", record="record.json")


def _compare(ours: Path, theirs: Path, told: Facts, verified: str, record: str) -> None:
    """Every page is there; of each family the pages have about as many bytes as ours; the JSON holds the same facts."""
    ids = [it["id"] for it in told.records]
    listed = [page.path for page in list_pages(told) if not _empty(told, page.path)]
    entries = [f"achievements/{path}" for path in told.achievements if "-" in path]
    families = {
        "workshops": [(f"workshops/{id_}", f"workshops/{id_}") for id_ in ids],
        "v": [(f"v/{id_}", f"{verified}/{id_}") for id_ in ids],
        "lists": [
            (_ours(path), path) for path in listed if path != "workshops"
        ],  # that one has a form in ours
        "achievements": [(path, path) for path in entries],
    }
    for family, pairs in families.items():
        sizes = [0, 0]
        for our_path, path in pairs:
            pages = (ours / our_path / "index.html", theirs / path / "index.html")
            text = pages[1].read_text(encoding="utf-8")
            assert not [sign for sign in ("{{", "@BODY@", "ZgotmplZ") if sign in text], path
            sizes = [size + page.stat().st_size for size, page in zip(sizes, pages, strict=True)]
        assert 0.75 < sizes[1] / sizes[0] < 1.25, family
    for it in told.records:
        found = json.loads((theirs / "workshops" / it["id"] / record).read_text(encoding="utf-8"))
        assert found == it["published"]


def _ours(path: str) -> str:
    """The same page of a list at our address."""
    return path if path.startswith("workshops/") else path.replace("/page/", "/")


def _empty(told: Facts, path: str) -> bool:
    """Whether a group has no workshop: Hugo knows only groups with one."""
    facet, _, slug = path.strip("/").partition("/")
    return told.groups.get(facet, {}).get(slug, {}).get("number") == 0


def test_plain_mkdocs_makes_them_too(work: Path, told: Facts) -> None:
    few = Facts(told.records[:3], {}, {})
    made = material.Material(work / "material", few)
    made.build()
    pages = {path.relative_to(made.site).as_posix() for path in made.site.rglob("index.html")}
    assert {f"{part}/{it['id']}/index.html" for part in ("workshops", "v") for it in few.records} <= pages
    assert (made.site / "search" / "search_index.json").is_file()


def test_a_command_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(Failed, match=r"exit 3\nso it is"):
        run(("python3", "-c", "print('so it is'); raise SystemExit(3)"), tmp_path, {})


def test_the_aims_are_judged() -> None:
    told = Results(notes=["a note"])
    row = told.row(1_500, results.COLD, "Hugo")
    row.ours += [Used(2, 400_000_000, 9), Used(4, 300_000_000, 9), Used(9, 1, 9)]
    row.theirs += [Used(1, 1, 9), Used(1, 1, 9), Used(3, 1, 9)]
    text = markdown(told, 3)
    assert row.ratio == 3
    assert "| 1,500: build, cold / Hugo's whole build | ≤ 2.5 × | 3.00 × | not yet |" in text
    assert "| 1,500: peak of a cold build | ≤ 0.5 GB | 0.40 GB | yes |" in text
    assert "| 10,000: check, cold | ≤ 8 s | not measured |  |" in text
    assert "| 1,500 | build, cold | 4.00 | 400 | Hugo | 1.00 | 0 | 3.00 |" in text
    assert text.endswith("* a note\n")


def test_the_table_that_is_kept_has_today_s_aims() -> None:
    """Whoever alters an aim measures again."""
    text = (ROOT / "tests" / "bench" / "RESULTS.md").read_text(encoding="utf-8")
    assert [aim.text for aim in AIMS if f"| {aim.text} | ≤ {aim.wanted:g} {aim.unit} |" not in text] == []


@pytest.mark.parametrize("words", [["--only", "nothing"], ["--sizes", "a,b"]], ids=" ".join)
def test_what_is_no_part_is_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    parser: Callable[[list[str]], object] = bench.parser().parse_args
    with pytest.raises(SystemExit):
        parser(words)
    assert words[1].split(",")[0] in capsys.readouterr().err

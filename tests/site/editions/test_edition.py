"""The printed register of a year, and the site as one file."""

from __future__ import annotations

import io
import re
import tarfile
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator import cli
from generator.doors import archive, ours
from generator.doors.build import press
from generator.doors.trouble import Trouble
from generator.model.registry import Registry
from generator.site.editions.register import edition, edition_pdf, years
from tests.made import miniature, samples

PRESS = press()


def registry() -> Registry:
    """The miniature."""
    return miniature.registry()


def printed(year: int) -> list[str]:
    """The pages of an edition as text without white space."""
    reader = PdfReader(io.BytesIO(edition_pdf(PRESS, registry(), year)))
    return ["".join(page.extract_text().split()) for page in reader.pages]


def test_an_edition_holds_what_was_named_by_the_end_of_its_year() -> None:
    for year in years(registry()):
        made = edition(registry(), year)
        told = {item.id for item in (*made.standing, *made.gone)}
        assert told == {item.id for item in registry().workshops if item.years and item.years[0] <= year}
    assert edition(registry(), 1999)[1:3] == ((), ())


def test_the_site_offers_every_year_that_is_over() -> None:
    """So that an address, once offered, never goes; the year that runs is not frozen yet."""
    offered = {one.path for one in miniature.outputs() if one.path.startswith("editions/")}
    over = {year for year in years(registry()) if year < 2026}
    assert len(over) > 1
    assert offered == {"editions/index.html", *(f"editions/{year}.pdf" for year in over)}


def test_the_status_is_that_of_the_years_end() -> None:
    """DL0002 was revoked in 2020."""
    assert "DL0002" in {item.id for item in edition(registry(), 2019).standing}
    assert "DL0002" in {item.id for item in edition(registry(), 2020).gone}


def test_what_came_later_changes_no_earlier_edition() -> None:
    texts = miniature.texts()
    later = "  - title: 全国示范性劳模和工匠人才创新工作室\n    level: 全国\n    date: 2025-11\nevents:"
    texts[samples.RECORD] = texts[samples.RECORD].replace("events:", later)
    changed = miniature.registry(texts)
    assert len(changed.workshops[0].designations) == 3
    assert edition_pdf(PRESS, registry(), 2023) == edition_pdf(PRESS, changed, 2023)
    assert edition_pdf(PRESS, registry(), 2025) != edition_pdf(PRESS, changed, 2025)


def test_markup_in_a_record_stays_text() -> None:
    """What typst would take for a command, a file or a link is printed as it was written."""
    written = '#read("x.typ")*甲*_乙_@丙$丁$=戊'
    texts = miniature.texts()
    texts[samples.RECORD] = texts[samples.RECORD].replace("unit: ", f"unit: '{written}'  # ", 1)
    held = miniature.registry(texts)
    assert held.workshops[0].unit == written
    reader = PdfReader(io.BytesIO(edition_pdf(PRESS, held, 2023)))
    whole = "".join("".join(page.extract_text().split()) for page in reader.pages)
    assert written in whole.replace("“", '"').replace("”", '"')


def test_every_workshop_stands_in_it_and_its_leader_in_the_index() -> None:
    made = edition(registry(), 2025)
    pages = printed(2025)
    whole = "".join(pages)
    for item in made.standing:
        assert item.id in whole
        assert "".join(item.name.split()) in whole or "script" in item.name, (
            "white space and quotes are set otherwise"
        )
    index = next(page for page in pages if "按姓名的汉语拼音排列" in page)
    place = next(number for number, page in enumerate(pages, start=1) if "DL0001" in page)
    assert re.search(rf"Z周海\.*{place}", index)
    assert f"工作室{len(made.standing)}个" in pages[0]
    assert "目录" in pages[1]


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "new" / "名录.pdf"
    assert cli.main(["edition", "2023", "--out", str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert cli.main(["edition", "1949", "--out", str(target)]) == 2
    assert "2023" in capsys.readouterr().err


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site."""
    for path, text in {"index.html": "首页", "v/DL0001/index.html": "核验"}.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text, encoding="utf-8")
    ours.finish(tmp_path / "site")
    return tmp_path / "site"


MARK = f"site/{ours.MARK}"


@pytest.mark.parametrize("name", ["site.tar.gz", "site.zip"])
def test_a_package_holds_all_files_and_no_time(site: Path, tmp_path: Path, name: str) -> None:
    archive.write(site, tmp_path / name)
    first = (tmp_path / name).read_bytes()
    (site / "index.html").touch()
    archive.write(site, tmp_path / name)
    assert (tmp_path / name).read_bytes() == first
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(first)) as packed:
            held = {item: packed.read(item).decode() for item in packed.namelist() if item != MARK}
            assert MARK in packed.namelist()  # by which a package is known as ours
    else:
        with tarfile.open(fileobj=io.BytesIO(first)) as tar:
            tar.extractall(tmp_path / "out", filter="data")
        held = {
            path.relative_to(tmp_path / "out").as_posix(): path.read_text("utf-8")
            for path in sorted((tmp_path / "out").rglob("*.html"))
        }
    assert held == {"site/index.html": "首页", "site/v/DL0001/index.html": "核验"}


@pytest.mark.parametrize("name", ["site.rar", "site.gz", "site/in.zip"])
def test_what_cannot_be_packed_is_refused(site: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(Trouble):
        archive.write(site, tmp_path / name)
    assert cli.main(["archive", "--site", str(tmp_path / "nothing"), "--out", str(tmp_path / "a.zip")]) == 2

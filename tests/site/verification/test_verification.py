"""Verification: what the first line says, where the codes lead, and what a change of one record changes."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from generator import __version__
from generator.libraries.qrcodes import qr_code
from generator.model.changelog import FileChange
from generator.model.dates import PartialDate
from generator.site.verification.page import verdict
from tests.made import miniature

ADDRESS = "https://register.example/v/DL0001/"


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """The miniature's site by path."""
    return {output.path: output.content for output in miniature.outputs()}


def read_codes(picture: Image.Image) -> list[str]:
    """The texts of all QR codes in a picture."""
    found = zxingcpp.read_barcodes(picture)
    return sorted(code.text for code in found)


EVENTS: Mapping[str, tuple[str, str, bool]] = {
    "": ("在册", "命名有效，名册里没有撤销或终止它的记录。", True),
    "复核合格": ("在册", "命名有效，名册里没有撤销或终止它的记录。", True),
    "限期整改": ("整改中", "2024 年 5 月被要求限期整改，命名没有撤销：说明。", True),
    "撤销": ("已撤销", "命名不再有效：2024 年 5 月撤销：说明。", False),
    "终止": ("已终止", "命名不再有效：2024 年 5 月终止：说明。", False),
}


@pytest.mark.parametrize("kind", EVENTS)
def test_the_verdict(kind: str) -> None:
    workshop = miniature.registry().workshops[0]
    event = replace(workshop.events[0], kind=kind, date=PartialDate(2024, 5), note="说明")
    assert tuple(verdict(replace(workshop, events=(event,) if kind else ()))) == EVENTS[kind]


def test_what_was_never_named_does_not_stand() -> None:
    workshop = replace(miniature.registry().workshops[0], designations=())
    assert verdict(workshop) == ("命名待补充", "名册里还没有写它的命名，不知道是否命名过。", False)


def test_a_report_is_not_called_valid() -> None:
    workshop = miniature.registry().workshops[0]
    named = tuple(replace(item, notice=None) for item in workshop.designations)
    assert verdict(replace(workshop, designations=named, events=())).sentence.startswith(
        "公开报道说它获得命名"
    )


def test_the_page_says_it_first(made: dict[str, bytes]) -> None:
    page = made["v/DL0002/index.html"].decode()
    assert "已撤销" in page[page.index("</h1>") :][:200]
    text = miniature.texts()["workshops/0000/DL0001.yml"].encode()
    first = made["v/DL0001/index.html"].decode()
    assert 'href="../../workshops/DL0001/DL0001.yml"' in first
    assert made["workshops/DL0001/DL0001.yml"] == text
    assert "2024 年 1 月 2 日" in first
    assert "改动还没有正式公布" in made["v/DL0004/index.html"].decode()


@pytest.mark.parametrize(
    "text", [ADDRESS, "https://a.example/v/DL1234567/", "https://" + "long." * 20 + "example/v/DL0001/"]
)
def test_a_code_can_be_read(text: str) -> None:
    code = qr_code(text)
    assert read_codes(Image.open(io.BytesIO(code.png))) == [text]
    assert code.svg.startswith("<?xml")


def test_the_codes_lead_to_their_pages(made: dict[str, bytes]) -> None:
    for workshop in miniature.registry().workshops:
        picture = Image.open(io.BytesIO(made[f"v/{workshop.id}/qr.png"]))
        assert read_codes(picture) == [f"https://register.example/v/{workshop.id}/"]


def test_the_printed_codes_lead_to_their_pages(made: dict[str, bytes]) -> None:
    """The sheets hold what stands, and nothing else; the code is drawn there from the SVG."""
    sheets = [path for path in made if path.startswith("v/plaques/")]
    found = [text for path in sheets for picture in pages(made[path]) for text in read_codes(picture)]
    standing = [item.id for item in miniature.registry().workshops if verdict(item).stands]
    assert sorted(found) == [f"https://register.example/v/{id_}/" for id_ in standing]
    assert standing and "DL0002" not in standing


def pages(content: bytes) -> list[Image.Image]:
    """The pages of a PDF as they print at 150 dots an inch."""
    document = pypdfium2.PdfDocument(content)
    return [page.render(scale=150 / 72).to_pil() for page in document]


def test_without_an_address_there_are_no_codes() -> None:
    made = {output.path: output.content for output in miniature.outputs(site_url="")}
    assert not [path for path in made if path.endswith((".svg", ".png")) and path.startswith("v/")]
    assert "rg-qr" not in made["v/DL0001/index.html"].decode()
    assert "二维码标签要等本站的正式网址" in made["v/index.html"].decode()


def test_the_build_tells_where_it_comes_from(made: dict[str, bytes]) -> None:
    told = json.loads(made["build.json"])
    assert told["commit"] == miniature.CHANGELOG.commit
    assert told["commit_date"] == "2026-02-28"
    assert told["workshops"] == sum(told["statuses"].values()) == len(miniature.registry().workshops)
    assert told["sha256_of_sha256sums"] == hashlib.sha256(made["SHA256SUMS"]).hexdigest()
    assert told["sha256_of_sha256sums"] in made["version/index.html"].decode()
    assert told["files"] == len(made["SHA256SUMS"].splitlines())
    assert told["program_version"] == __version__
    assert f"<dt>程序的版本</dt><dd>{__version__}</dd>" in made["version/index.html"].decode()


def test_one_changed_record_changes_its_own_pages_and_the_lists_only(made: dict[str, bytes]) -> None:
    texts = miniature.texts()
    texts["workshops/0000/DL0003.yml"] += "members: 33\n"
    log = miniature.CHANGELOG
    change = FileChange(date(2026, 3, 1), "workshops/0000/DL0003.yml", added=False)
    later = replace(log, commit="f" * 40, day=change.day, changes=(change, *log.changes))
    after = {output.path: output.content for output in miniature.outputs(held=texts, changelog=later)}
    changed = {path for path in made if made[path] != after[path]}
    own = {path for path in changed if path.startswith(("workshops/DL0003/", "v/DL0003/"))}
    assert own == {
        "workshops/DL0003/index.html",
        "workshops/DL0003/DL0003.json",
        "workshops/DL0003/DL0003.yml",
        "v/DL0003/index.html",
    }
    assert {path.split("/")[0] for path in changed - own} <= {
        "SHA256SUMS",
        "build.json",
        "sitemap.xml",
        "version",
        "data",
        "changes",
        "editions",
        "workshops",
        "todo",
    }
    assert len([path for path in changed if path.startswith("todo/") and path.endswith(".xlsx")]) == 1
    assert not [path for path in changed if path.startswith("todo/") and not path.endswith(".xlsx")]
    assert not {path for path in changed - own if path.startswith("workshops/DL")}
    assert made.keys() == after.keys()

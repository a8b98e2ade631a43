"""What is given to a page is what it says: a registry among its facts would cost more than the page."""

from __future__ import annotations

import pickle
from datetime import date

from generator.doors import build, disk
from generator.libraries.sums import Summed
from generator.reading.read import read_texts
from generator.site.output import Output
from generator.site.page import Bundle, Looks, Planned, PrintedPage
from generator.site.plan import plan
from generator.site.settings import Project
from tests import ROOT
from tests.made import miniature
from tests.made.synthetic import outputs

MOST = 100_000  # bytes; the form that is filled in on the site, the largest, has 60,000


def test_no_page_is_given_a_registry() -> None:
    texts = {
        made.path: made.content.decode("utf-8")
        for made in outputs(200)
        if made.path.endswith((".yml", ".md", ".geojson"))
    }
    looks = Looks(miniature.frames(), disk.read_folder(ROOT / "site_src/templates"), build.press())
    project = Project(today=date(2000, 1, 1), site_name="名册")  # before any year that would be printed
    sizes = {
        made.path: len(pickle.dumps(made.page.facts))
        for one in plan(read_texts(texts)[0], project, looks)
        for made in _made(one)
        if isinstance(made, PrintedPage)
    }
    assert len(sizes) > 500
    assert {path: size for path, size in sizes.items() if size > MOST} == {}


def _made(one: Planned) -> tuple[Output | PrintedPage, ...]:
    """What is planned, made; a bundle is told what it gave."""
    if not isinstance(one, Bundle):
        return (one,)
    made: tuple[Output | PrintedPage, ...] = tuple(one.make())
    one.sums.update((it.path, Summed(0, "")) for it in made)
    return made

"""Certificates, plaques and labels: of what is valid only, as it was called when it was named, with codes that lead to its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
import zxingcpp

from generator.doors.build import press
from generator.libraries.qrcodes import qr_code
from generator.libraries.typeset import Unprintable
from generator.model.dates import PartialDate
from generator.model.workshop import Workshop
from generator.site.verification.awards import TEMPLATES, Award, awards, awards_pdf, is_award, is_named_by
from generator.site.verification.labels import Means, is_label, labels_pdf
from generator.site.verification.paths import verify_address
from tests.made import miniature, printed

URL = "https://register.example/"
FIRST, REVOKED, *_ = miniature.registry().workshops


def means(workshops: Sequence[Workshop], url: str = URL) -> Means:
    """What they are printed with."""
    codes = {it.id: qr_code(verify_address(url, it)).svg for it in workshops} if url else {}
    return Means(press(), date(2026, 3, 1), url, codes)


def with_event(kind: str) -> Workshop:
    """The first workshop, after an event of that kind."""
    return replace(FIRST, events=(replace(FIRST.events[0], kind=kind, date=PartialDate(2024, 5)),))


@pytest.mark.parametrize(
    ("kind", "given"), [("撤销", 0), ("终止", 0), ("限期整改", 1), ("复核合格", 1), ("更名", 1)]
)
def test_only_what_is_valid_gets_one(kind: str, given: int) -> None:
    assert len(awards([with_event(kind)])) == given
    assert awards([REVOKED, replace(FIRST, designations=())]) == []


def test_each_gets_the_highest_or_that_of_the_notice() -> None:
    assert [it.designation.title for it in awards([FIRST])] == ["辽宁省职工创新工作室"]
    assert [it.designation.title for it in awards([FIRST], "naming-2023")] == ["大连市职工创新工作室"]
    assert awards([FIRST], "naming-2024") == []


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_page_for_each_with_a_code_that_leads_to_it(kind: str) -> None:
    given = [
        Award(FIRST, FIRST.designations[0]),
        Award(FIRST, replace(FIRST.designations[0], notice=None, date=None)),
    ]
    content = awards_pdf(means([FIRST]), kind, miniature.registry(), given)
    assert is_award(content) and not is_label(content)
    assert content == awards_pdf(means([FIRST]), kind, miniature.registry(), given)
    told = printed.pages(content)
    notice = miniature.registry().notice_by_id["naming-2023"]
    assert len(told) == 2
    for text in (FIRST.designations[0].title, FIRST.name, notice.issuer, FIRST.id):
        assert text in told[0], text
    assert notice.issuer not in told[1]
    for page in pypdfium2.PdfDocument(content):
        scale = 1600 / page.get_width()
        found = [code.text for code in zxingcpp.read_barcodes(page.render(scale=scale).to_pil())]
        assert found == [f"{URL}v/DL0001/"]


@pytest.mark.parametrize("kind", TEMPLATES)
def test_the_name_is_that_of_the_day_and_of_any_length(kind: str) -> None:
    named = replace(FIRST.designations[0], date=PartialDate(2018, 5, 6), notice=None)
    renamed = replace(FIRST.events[0], kind="更名", date=PartialDate(2020, 1, 1))
    long = "甲" * 58
    held = replace(FIRST, former_names=(f"{long}旧",), events=(renamed,), designations=(named,))
    told = printed.pages(awards_pdf(means([], ""), kind, miniature.registry(), awards([held])))
    assert len(told) == 1
    assert f"{long}旧" in told[0] and FIRST.name not in told[0]
    assert "2018年5月6日" in told[0]
    assert "扫码" not in told[0]


def test_of_no_person_anything_is_told() -> None:
    leader = FIRST.leader and FIRST.leader.name
    held = replace(FIRST, name="虚构一号创新工作室", events=())
    for kind in TEMPLATES:
        told = "".join(printed.pages(awards_pdf(means([held]), kind, miniature.registry(), awards([held]))))
        assert leader and leader not in told


def test_labels_of_chosen_workshops() -> None:
    content = labels_pdf(means([FIRST]), "核验标签", [FIRST])
    assert is_label(content) and not is_award(content)
    assert FIRST.name in printed.pages(content)[0]


def test_whom_typst_refuses_is_named() -> None:
    bad = means([FIRST])
    fault = '#if sys.inputs.data.contains("DL0001") { panic("no such thing") }\n'
    name = TEMPLATES["证书"]
    templates = {**bad.press.templates, name: fault + bad.press.templates[name]}
    broken = bad._replace(press=replace(bad.press, templates=templates))
    with pytest.raises(Unprintable) as refused:
        awards_pdf(broken, "证书", miniature.registry(), awards([with_event("更名")]))
    assert refused.value.source == FIRST.path


@pytest.mark.parametrize(
    ("named", "renamed", "called"),
    [
        (PartialDate(2019, 5, 6), PartialDate(2019, 11), "周海创新工作室"),  # later in the same year
        (PartialDate(2019, 5), PartialDate(2019, 6, 1), "周海创新工作室"),
        (PartialDate(2019, 11, 6), PartialDate(2019, 6), "周海职工创新工作室"),
        (PartialDate(2019), PartialDate(2019, 6), "周海职工创新工作室"),  # nobody can tell
        (PartialDate(2018), PartialDate(2019), "周海创新工作室"),
    ],
)
def test_a_name_that_came_later_is_not_printed(named: PartialDate, renamed: PartialDate, called: str) -> None:
    event = replace(FIRST.events[0], kind="更名", date=renamed)
    then = replace(FIRST, name="周海职工创新工作室", former_names=("周海创新工作室",), events=(event,))
    award = Award(then, replace(FIRST.designations[0], date=named, notice=None))
    made = printed.recorder()
    awards_pdf(means([])._replace(press=made), "证书", miniature.registry(), [award])
    assert made.jobs[0].data["items"][0]["name"] == called


def test_the_list_of_the_notice_says_how_it_was_called_and_when() -> None:
    held = miniature.registry()
    notice = held.notice_by_id["naming-2023"]
    first = next(
        it
        for it in held.workshops
        if is_named_by(it, notice.id) and it.name in [n.name for n in notice.names]
    )
    entry = next(it for it in notice.names if it.name == first.name)
    event = replace(FIRST.events[0], kind="更名", date=notice.date)
    then = replace(first, name="后来的职工创新工作室", former_names=(entry.name,), events=(event,))
    dateless = replace(next(it for it in first.designations if it.notice == notice.id), date=None)
    then = replace(then, designations=(dateless,))
    registry = replace(held, workshops=tuple(then if it.id == then.id else it for it in held.workshops))
    made = printed.recorder()
    awards_pdf(means([])._replace(press=made), "证书", registry, [Award(then, dateless)])
    item = made.jobs[0].data["items"][0]
    assert (item["name"], item["date"]) == (entry.name, notice.date.chinese.replace(" ", ""))


def test_an_alliance_is_no_room() -> None:
    given = [Award(replace(FIRST, kind="联盟"), FIRST.designations[0])]
    told = printed.pages(awards_pdf(means([FIRST]), "证书", miniature.registry(), given))[0]
    assert "你联盟被命名为" in told and "你室" not in told

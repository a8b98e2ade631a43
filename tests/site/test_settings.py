"""Settings of the owner as pages say them."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.local import Approvals, ForgePlace
from generator.site.settings import Project


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", ""),
        ("电话 0411-12345678", "电话 0411-12345678。"),
        (" 写信到工会。 ", "写信到工会。"),
        ("请在工作日打电话！", "请在工作日打电话！"),
        ("见工会网站（“联系我们”）", "见工会网站（“联系我们”）。"),
    ],
)
def test_the_contact_ends_as_a_sentence(written: str, said: str) -> None:
    assert Project(date(2026, 3, 1), contact=written).contact_sentence == said


def test_what_is_not_set_before_the_site_is_published_is_named() -> None:
    address, operator, channel = Project(date(2026, 3, 1)).unset.splitlines()
    assert "SITE_URL" in address
    assert "name" in operator
    assert "contact" in channel
    one = Project(
        date(2026, 3, 1),
        site_url="https://example.org/",
        operator="某市总工会",
        issues_url="https://example.org/",
    )
    assert one.unset == ""


def test_the_mailbox_is_found_in_what_is_said() -> None:
    said = "写信到 ming.ce@union.example，或拨打 0411-12345678"
    assert Project(date(2026, 3, 1), contact=said).mail == "ming.ce@union.example"
    assert Project(date(2026, 3, 1), contact="电话 0411-12345678").mail == ""


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ("辽公网安备21020202000001号", "21020202000001"),
        ("辽公网安备 21020202000001 号", "21020202000001"),
        ("", ""),
    ],
)
def test_the_police_are_asked_by_digits(record: str, code: str) -> None:
    assert Approvals({}, police=record).police_code == code


@pytest.mark.parametrize(
    ("url", "api"),
    [
        ("https://github.com/a/b", "https://api.github.com/repos/a/b"),
        ("https://GitHub.com/A/b.c.git/", "https://api.github.com/repos/A/b.c"),
        ("https://github.com/a/b?tab=readme-ov-file#top", "https://api.github.com/repos/a/b"),
        ("https://gitee.com/a/b/", "https://gitee.com/api/v5/repos/a/b"),
        ("https://github.com@evil.example/a/b", None),
        ("https://somebody:secret@github.com/a/b", None),
        ("https://github.com:8443/a/b", None),
        ("https://github.com.evil.example/a/b", None),
        ("https://www.github.com/a/b", None),
        ("https://github.com/a", None),
        ("https://github.com/a/..", None),
        ("https://github.com/../a", None),
        ("https://github.com/a/.git", None),
        ("https://github.com/a/b/tree/main", None),
        ("https://github.com/a%2fb/c", None),
        ("https://github.com/a/b;%20*", None),
        ("https://gitlab.com/a/b", None),
        (None, None),
    ],
)
def test_the_api_is_of_the_repository_alone(url: str | None, api: str | None) -> None:
    """It goes into the page's policy: no host, path or word that the operator did not mean."""
    assert ForgePlace({}, url=url).api == api
    assert ForgePlace({}, url=url).proposes_to is None
    assert ForgePlace({}, url=url, propose=True).proposes_to == api

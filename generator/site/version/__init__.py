"""The version of the site: the checksums of its files, and the commit it comes from. It comes after all other features."""

from __future__ import annotations

from collections.abc import Iterator

from generator.site.output import Output, text_output
from generator.site.page import Page, Site
from generator.site.version.checksums import PATH, sha256sums
from generator.site.version.page import PATH as BUILD
from generator.site.version.page import build_json, version_page


def files(site: Site) -> Iterator[Output]:
    """Yield SHA256SUMS of the files made so far, and build.json."""
    sums = sha256sums(site.files)
    yield text_output(PATH, sums, "checksums")
    yield build_json(site, sums)


def pages(site: Site) -> Iterator[Page]:
    """Yield the page 版本与校验."""
    before = {path: known for path, known in site.files.items() if path != BUILD}
    yield version_page(site, sha256sums(before))

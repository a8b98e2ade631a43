"""What data catalogues and search engines read: every file with its address, size and checksum, and no word of another host."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from generator.site.data.shape import VERSION
from tests.made import miniature

ADDRESS = "https://register.example/"


@cache
def made() -> dict[str, bytes]:
    """The miniature's site by path."""
    return {output.path: output.content for output in miniature.outputs()}


def package() -> dict[str, dict[str, Any]]:
    """The resources of the data package by their addresses."""
    told = json.loads(made()["data/datapackage.json"])["resources"]
    return {f"{ADDRESS}data/{it['path']}": it for it in told}


def test_the_catalogue_tells_of_each_file_what_the_package_tells() -> None:
    catalogue = json.loads(made()["data/dcat.jsonld"])
    (dataset,) = catalogue["dcat:dataset"]
    found = {it["dcat:downloadURL"]["@id"]: it for it in dataset["dcat:distribution"]}
    assert {address for address in found if not address.endswith(".schema.json")} == package().keys()
    for address, it in package().items():
        assert found[address]["dcat:byteSize"]["@value"] == str(it["bytes"])
        assert found[address]["spdx:checksum"]["spdx:checksumValue"]["@value"] == it["hash"][len("sha256:") :]
        assert found[address]["dcat:mediaType"]["@id"].endswith(it["mediatype"])
    assert isinstance(catalogue["@context"], dict), "no other host is asked for it"
    assert dataset["dcat:version"] == VERSION


def test_the_page_carries_the_data_set() -> None:
    page = made()["data/index.html"].decode()
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    told = json.loads(block)
    assert told["@type"] == "Dataset"
    assert 50 <= len(told["description"]) <= 5000, "as Google asks"
    found = {it["contentUrl"]: it for it in told["distribution"]}
    assert package().keys() < found.keys()
    assert all(found[address]["sha256"] in it["hash"] for address, it in package().items())


def test_without_an_address_neither_is_there() -> None:
    site = {it.path: it.content for it in miniature.outputs(site_url="")}
    assert "data/dcat.jsonld" not in site
    assert b"ld+json" not in site["data/index.html"]
    assert "[DS/OL]" in site["data/index.html"].decode()

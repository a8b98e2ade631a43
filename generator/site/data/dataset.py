"""The register as a data set, told to machines that look for such: schema.org for the page, DCAT-AP as a file of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.site.data.file import DataFile
from generator.site.data.shape import VERSION, data_day, licence
from generator.site.page import Site

PATH = "data/dcat.jsonld"
_PAGE = "data/"
_CHINESE = "http://publications.europa.eu/resource/authority/language/ZHO"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_KEYWORDS = ("劳模创新工作室", "职工创新工作室", "工会", "名册")
# Told within the file, so that nobody need ask another host what its words mean.
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def described(site: Site) -> str:
    """Return in a few sentences what the data set is."""
    return (
        f"{site.project.site_name}：全部 {len(site.registry.workshops)} 个工作室的名称、命名、级别、所在单位、区域、行业、成果、"
        f"后续情况和来源，{len(site.registry.notices)} 份通知和通报，各词表和单位。有 CSV、Excel、JSON、GeoJSON 和 SQLite，"
        f"许可：{licence(site)['title'] or '没有写明'}。"
    )


def schema_org(site: Site, files: Iterable[DataFile]) -> dict[str, Any]:
    """Return a Dataset of schema.org. The site must have an address."""
    root, told = site.project.site_url, licence(site)
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{root}{_PAGE}#dataset",
        "name": site.project.site_name,
        "description": described(site),
        "url": f"{root}{_PAGE}",
        "version": VERSION,
        "dateModified": data_day(site).isoformat(),
        "license": told.get("path", told["title"]),
        "creator": {"@type": "Organization", "name": site.project.site_name, "url": root},
        "keywords": list(_KEYWORDS),
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.title,
                "description": file.note,
                "contentUrl": f"{root}{file.path}",
                "encodingFormat": file.media_type,
                "contentSize": f"{file.summed.size} B",
                "sha256": file.sha256,
            }
            for file in files
        ],
    }


def dcat_json(site: Site, files: Iterable[DataFile]) -> str:
    """Return a catalogue with the one data set in it (DCAT-AP 3) as JSON-LD. The site must have an address."""
    root, name = site.project.site_url, _chinese(site.project.site_name)
    about, told = _chinese(described(site)), licence(site)
    rights = {"@id": told["path"]} if "path" in told else _chinese(told["title"])
    publisher = {"@id": f"{root}#publisher", "@type": "foaf:Agent", "foaf:name": name}
    dataset = {
        "@id": f"{root}{_PAGE}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": name,
        "dct:description": about,
        "dct:identifier": f"{root}{_PAGE}#dataset",
        "dct:publisher": {"@id": publisher["@id"]},
        "dct:modified": _typed(data_day(site).isoformat(), "date"),
        "dct:language": {"@id": _CHINESE},
        "dcat:version": VERSION,
        "dcat:keyword": [_chinese(word) for word in _KEYWORDS],
        "dcat:landingPage": {"@id": f"{root}{_PAGE}"},
        "dcat:distribution": [_distribution(root, rights, file) for file in files],
    }
    catalogue = {
        "@context": _CONTEXT,
        "@id": f"{root}{PATH}",
        "@type": "dcat:Catalog",
        "dct:title": name,
        "dct:description": about,
        "dct:publisher": publisher,
        "dct:license": rights,
        "foaf:homepage": {"@id": root},
        "dcat:dataset": [dataset],
    }
    return json.dumps(catalogue, ensure_ascii=False, indent=1) + "\n"


def citation(site: Site) -> str:
    """Return how to cite the data (GB/T 7714-2015, 8.4: a data set on line)."""
    day = data_day(site).isoformat()
    address = f" {site.project.site_url}{_PAGE}." if site.project.site_url else ""
    return f"{site.project.site_name}[DS/OL]. 格式第 {VERSION} 版. ({day})[引用日期].{address}"


def _distribution(root: str, rights: dict[str, str], file: DataFile) -> dict[str, Any]:
    return {
        "@id": f"{root}{_PAGE}#{file.path.removeprefix(_PAGE)}",
        "@type": "dcat:Distribution",
        "dct:title": _chinese(file.title),
        "dct:description": _chinese(file.note),
        "dcat:accessURL": {"@id": f"{root}{_PAGE}"},
        "dcat:downloadURL": {"@id": f"{root}{file.path}"},
        "dcat:mediaType": {"@id": f"{_MEDIA}{file.media_type}"},
        "dcat:byteSize": _typed(str(file.summed.size), "nonNegativeInteger"),
        "dct:license": rights,
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": _typed(file.sha256, "hexBinary"),
        },
    }


def _chinese(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "zh"}


def _typed(text: str, kind: str) -> dict[str, str]:
    return {"@value": text, "@type": f"xsd:{kind}"}

"""Every kind of page once, on a made-up site: what pictures are taken of, and what is tried for everyone's use."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from generator.doors import disk
from generator.plugin import build_site
from generator.site.editions import register
from tests.made import synthetic

COUNT = 120
WHOLE = 80  # workshops of a year's register that is still one PDF, so that so few workshops fill one of parts
# A name for each kind, and a page of it on the made-up site.
KINDS = {
    "home": "",
    "list": "workshops/",
    "list-2": "workshops/page/2/",
    "list-asked": "workshops/?industries=C&industries=G&industries=Q&districts=ganjingzi",
    "list-cards": "workshops/?view=cards",
    "workshop": "workshops/DL0001/",
    "workshop-photo": "workshops/DL0028/",
    "workshop-revoked": "workshops/DL0004/",
    "verification": "v/DL0001/",
    "verification-revoked": "v/DL0004/",
    "districts": "districts/",
    "district": "districts/ganjingzi/",
    "empty": "districts/changhai/",
    "industries": "industries/",
    "industry": "industries/C/",
    "division": "industries/C13/",
    "zones": "zones/",
    "zone": "zones/gaoxin/",
    "years": "years/",
    "year": "years/2023/",
    "levels": "levels/",
    "level": "levels/city/",
    "categories": "categories/",
    "category": "categories/model/",
    "units": "units/",
    "unit": "units/xugouyuanfannanqizhongzhuangbeihechengshujuyouxiangongsi-2aaa/",
    "recommenders": "recommenders/",
    "recommender": "recommenders/ganjingziquzonggonghui/",
    "statuses": "statuses/",
    "status": "statuses/revoked/",
    "map": "map/",
    "statistics": "statistics/",
    "achievements": "achievements/",
    "achievements-asked": "achievements/?kinds=patent&industries=C",
    "achievements-kind": "achievements/patent/",
    "achievements-industry": "achievements/patent-C/",
    "achievement-entries": "achievements/paper-2023/",
    "support": "support/2023/",
    "notices": "notices/",
    "call": "notices/2019-24/",
    "check": "notices/2019-24/check/",
    "naming": "notices/naming-2023/",
    "forms": "forms/",
    "application": "forms/2019/application/",
    "data": "data/",
    "questions": "data/questions/",
    "embed": "data/embed/",
    "corrections": "corrections/",
    "edit": "edit/",
    "edit-record": "edit/?id=DL0028",
    "about": "about/",
    "privacy": "privacy/",
    "version": "version/",
    "verifications": "v/",
    "todo": "todo/",
    "todo-union": "todo/ganjingziquzonggonghui/",
    "changes": "changes/",
    "editions": "editions/",
    "edition-part": "editions/2025/ganjingzi/",
    "search": "search/",
    "search-results": "search/?kw=%E7%8E%8B",
    "search-none": "search/?kw=%E9%BE%98%E9%BE%98",
    "404": "no/such/page/",
}
# Kinds whose scripts fetch what they show after the page was loaded.
LATE = (
    "map",
    "list-asked",
    "list-cards",
    "search-results",
    "search-none",
    "edit",
    "edit-record",
    "achievements-asked",
)


def build(folder: Path, count: int = COUNT) -> Path:
    """A made-up site in `folder`, and where it is."""
    registry, site = folder / "registry", folder / "site"
    disk.write(registry, synthetic.outputs(count))
    with patch.object(register, "WHOLE", WHOLE):
        build_site(registry, site)
    return site


def kinds(site: Path) -> dict[str, str]:
    """The kinds that the site has."""
    return {
        name: path
        for name, path in KINDS.items()
        if name == "404" or (site / path.split("?")[0] / "index.html").exists()
    }

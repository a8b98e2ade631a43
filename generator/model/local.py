"""What is of this register alone, and not of the program: its city, its ids, who runs the site (register.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.libraries.characters import nfkc
from generator.model.part import Filed, Part

LEAST = 4  # digits, where the register does not say
PREFIX = "[A-Z]{2,4}"  # what ids begin with, in any register
ID = f"{PREFIX}[0-9]{{4,7}}"
_NUMBER = re.compile(r"[A-Z]+([0-9]+)")
_REPOSITORY = re.compile(r"(?!\.+/)[A-Za-z0-9._-]+/(?!\.+$)[A-Za-z0-9._-]+")  # owner and name
_RECORD = re.compile(rf"(?:^|/){PREFIX}([0-9]+)\.yml$")


class KnownForge(NamedTuple):
    """A forge whose API is known: its host, its name, the API's address."""

    host: str
    name: str
    api: str


FORGES = {
    it.host: it
    for it in (
        KnownForge("github.com", "GitHub", "https://api.github.com"),
        KnownForge("gitee.com", "Gitee", "https://gitee.com/api/v5"),
    )
}


@dataclass(frozen=True)
class Ids(Part):
    """How ids are written: a prefix, and a number of at least so many digits. Without a prefix (it could not be read) any will do."""

    prefix: str = ""
    digits: int | None = None

    @property
    def slug(self) -> str:
        """A name of the register for machines: dl-workshops."""
        return f"{self.prefix.lower()}-workshops"

    @property
    def least(self) -> int:
        """How many digits an id has at least."""
        return self.digits or LEAST

    def of_number(self, number: int) -> str:
        """Return the id with a number."""
        return f"{self.prefix}{number:0{self.least}}"

    def meant(self, text: str) -> str | None:
        """Return the id that a text means as people write it: dl5, ＤＬ-０００５; None if it means none of this register."""
        found = re.fullmatch(rf"{self.prefix}[ -]?([0-9]{{1,7}})", nfkc(text).strip().upper())
        return self.of_number(int(found[1])) if found else None

    def next(self, names: Iterable[str]) -> str:
        """Return the id after the highest in `names`, the paths of records; ids are never used again."""
        numbers = [int(found[1]) for name in names if (found := _RECORD.search(name))]
        return self.of_number(max(numbers, default=0) + 1)


def number_of(workshop_id: str) -> int:
    """Return the number in an id: 1469 of DL1469. What is no id is 0."""
    found = _NUMBER.fullmatch(workshop_id)
    return int(found[1]) if found else 0


@dataclass(frozen=True)
class City(Part):
    """The city: its full name (大连市), its short one (大连), its province, the first four digits of its code (GB/T 2260), its union."""

    name: str = ""
    short: str = ""
    province: str | None = None
    code: str | None = None
    union: str | None = None


@dataclass(frozen=True)
class Region(Part):
    """The box that all points lie in, in degrees (WGS 84)."""

    west: float
    east: float
    south: float
    north: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle, as longitude and latitude."""
        return round((self.west + self.east) / 2, 4), round((self.south + self.north) / 2, 4)

    @property
    def is_box(self) -> bool:
        """Whether its sides are where their names say."""
        return self.west < self.east and self.south < self.north

    def holds(self, lon: float, lat: float) -> bool:
        """Return whether a point lies in it."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


@dataclass(frozen=True)
class Website(Part):
    """The site: its name, a shorter one for narrow screens, what it is in a sentence, where it is published;
    after a move the old domain and a year, by which entries of feeds keep their ids (RFC 4151)."""

    name: str = ""
    short: str | None = None
    description: str | None = None
    url: str | None = None
    feeds: str | None = None


@dataclass(frozen=True)
class Operator(Part):
    """Who runs the site, how to reach them in words, the address of the page on which mistakes are reported."""

    name: str | None = None
    contact: str | None = None
    reports: str | None = None


@dataclass(frozen=True)
class Licence(Part):
    """Under what the data may be used: the licence's name and address."""

    name: str = ""
    url: str | None = None


@dataclass(frozen=True)
class Approvals(Part):
    """Numbers that the law wants to be shown: of the map with boundaries (审图号), of 天地图, ICP 备案, 公安备案."""

    map: str | None = None
    tianditu: str | None = None
    icp: str | None = None
    police: str | None = None

    @property
    def police_code(self) -> str:
        """The digits of the filing number of the police (辽公网安备21020202000001号), by which their site is asked about it."""
        return "".join(sign for sign in self.police or "" if sign in "0123456789")


@dataclass(frozen=True)
class CityMap(Part):
    """Of the map: whether boundaries are drawn (None: where they may be), the key for 天地图, the districts that an inset enlarges,
    the words about the land's source that stand beside each map, where that is told."""

    central: tuple[str, ...] = ()
    credit: str | None = None
    credit_url: str | None = None
    districts: bool | None = None
    tianditu_key: str | None = None


@dataclass(frozen=True)
class ForgePlace(Part):
    """Where the records are on a forge: its page, the branch; addresses that edit and add a file, where the forge is none of the known;
    whether the page that edits makes the pull request itself."""

    url: str | None = None
    branch: str | None = None
    edit: str | None = None
    new: str | None = None
    propose: bool | None = None

    @property
    def forge(self) -> KnownForge | None:
        """The known forge that `url` names: by its host alone, without a port or anybody's name."""
        return FORGES.get(urlsplit(self.url or "").netloc.lower())

    @property
    def place(self) -> str | None:
        """The owner and the name of the repository that `url` names; None where it names none."""
        path = urlsplit(self.url or "").path.strip("/").removesuffix(".git")
        return path if _REPOSITORY.fullmatch(path) else None

    @property
    def api(self) -> str | None:
        """The repository's address in its forge's API; None where `url` is no repository of a known forge."""
        return f"{self.forge.api}/repos/{self.place}" if self.forge and self.place else None

    @property
    def proposes_to(self) -> str | None:
        """What the page that edits may ask beside its own host: the API, where the operator wrote `propose: true`, else nothing."""
        return self.api if self.propose else None


@dataclass(frozen=True)
class Local(Filed):
    """All of register.yml. What is not told is as empty as it can be."""

    site: Website = field(default_factory=lambda: Website({}))
    city: City = field(default_factory=lambda: City({}))
    ids: Ids = field(default_factory=lambda: Ids({}))
    region: Region = field(default_factory=lambda: Region({}, 73.0, 136.0, 3.0, 54.0))  # all of China
    operator: Operator = field(default_factory=lambda: Operator({}))
    licence: Licence = field(default_factory=lambda: Licence({}))
    approvals: Approvals = field(default_factory=lambda: Approvals({}))
    map: CityMap = field(default_factory=lambda: CityMap({}))
    repository: ForgePlace = field(default_factory=lambda: ForgePlace({}))


UNTOLD = Local({})

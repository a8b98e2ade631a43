"""The rules for web servers, told once in deploy/rules.toml: the site needs no other, and each recipe keeps them.

IIS itself runs on Windows only: its recipe is read as what it says. nginx is asked (test_nginx.py).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

import pytest

from generator.site.policy import policy, server_policy
from tests import ROOT

RULES = tomllib.loads((ROOT / "deploy" / "rules.toml").read_text(encoding="utf-8"))
HEADERS: Mapping[str, str] = RULES["headers"]
TYPES: Mapping[str, str] = RULES["types"]
NGINX = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
IIS = ElementTree.parse(ROOT / "deploy" / "web.config").getroot()  # noqa: S314 - our own file


def told(path: str, name: str) -> list[str | None]:
    """The values of an attribute of all elements at a path of web.config."""
    return [element.get(name) for element in IIS.findall(path)]


def test_the_policy_is_the_pages_and_no_narrower() -> None:
    assert HEADERS["Content-Security-Policy"] == server_policy()
    assert RULES["embed"]["Content-Security-Policy"] == server_policy("*")
    parts = [dict(part.split(" ", 1) for part in text.split("; ")) for text in (policy(), server_policy())]
    page, server = parts
    assert {name: server[name] for name in page.keys() & server.keys()} == {
        "base-uri": page["base-uri"],
        "form-action": page["form-action"],
    }
    assert server.keys() - page.keys() == {"frame-ancestors", "object-src"}


def test_each_kind_of_file_has_a_type(made_up: Path) -> None:
    files = [path for path in made_up.rglob("*") if path.is_file() and not path.name.startswith(".")]
    kinds = {PurePosixPath(path.name).suffix.removeprefix(".") for path in files}
    assert kinds - TYPES.keys() == {"map"}  # redirects.map is for nginx alone


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_stands_in_both_recipes(name: str) -> None:
    by_path = {
        "Content-Security-Policy": ("$register_policy", f'"{HEADERS[name]}"'),
        "X-Frame-Options": ("$register_framed", HEADERS[name]),
    }
    variable, value = by_path.get(name, ("", ""))
    assert f"    add_header {name} {variable or chr(34) + HEADERS[name] + chr(34)} always;\n" in NGINX
    assert not variable or f"map $uri {variable} {{\n    default {value};\n" in NGINX
    added = "./system.webServer/httpProtocol/customHeaders/add"
    assert dict(zip(told(added, "name"), told(added, "value"), strict=True)) == HEADERS


def test_iis_lets_pages_of_other_hosts_read_data_and_frame_what_is_made_for_it() -> None:
    header = "system.webServer/httpProtocol/customHeaders/"
    for path in RULES["data"]["paths"]:
        added = IIS.find(f"./location[@path='{path.rstrip('/')}']/{header}add")
        assert added is not None
        assert added.attrib == {"name": "Access-Control-Allow-Origin", "value": "*"}
    embed = f"./location[@path='embed']/{header}"
    assert told(f"{embed}remove", "name") == ["X-Frame-Options", "Content-Security-Policy"]
    assert told(f"{embed}add", "value") == [RULES["embed"]["Content-Security-Policy"]]


def test_iis_knows_the_types() -> None:
    """Each is taken away before it is added, since a second one stops IIS; texts say that they are UTF-8."""
    content = "./system.webServer/staticContent/"
    ends, kinds = told(f"{content}mimeMap", "fileExtension"), told(f"{content}mimeMap", "mimeType")
    assert told(f"{content}remove", "fileExtension") == ends
    assert {str(end)[1:]: str(kind).split(";")[0] for end, kind in zip(ends, kinds, strict=True)} == TYPES
    for kind in map(str, kinds):
        binary = re.match(r"image/(?!svg)|application/(?:pdf|vnd|manifest)|text/html|image/svg", kind)
        assert kind.endswith("; charset=utf-8") == (binary is None), kind


def test_iis_answers_as_the_rules_say() -> None:
    server = "./system.webServer/"
    assert told(f"{server}defaultDocument/files/add", "value") == ["index.html"]
    assert told(f"{server}directoryBrowse", "enabled") == ["false"]
    assert told(f"{server}httpErrors/error", "path") == [RULES["answers"]["missing"]] * 2
    assert told(f"{server}httpErrors/error", "statusCode") == told(f"{server}httpErrors/remove", "statusCode")
    filtering = f"{server}security/requestFiltering/"
    assert told(f"{filtering}verbs", "allowUnlisted") == ["false"]
    assert told(f"{filtering}verbs/add", "verb") == RULES["answers"]["methods"]
    assert told(f"{filtering}hiddenSegments/add", "segment") == RULES["answers"]["hidden"]


def test_iis_asks_again_for_pages_and_keeps_assets_for_a_day() -> None:
    assert told("./system.webServer/staticContent/clientCache", "cacheControlMode") == ["DisableCache"]
    kept = "./location[@path='assets']/system.webServer/staticContent/clientCache"
    assert (told(kept, "cacheControlMaxAge"), told(kept, "cacheControlCustom")) == (
        ["1.00:00:00"],
        ["public"],
    )
    assert RULES["cache"]["assets/"] == "public, max-age=86400"


def test_nginx_caches_as_the_rules_say() -> None:
    held = re.search(r"map \$uri \$register_cache \{(.*?)\n\}", NGINX, re.DOTALL)
    assert held
    assert [value for value in RULES["cache"].values() if f'"{value}"' not in held[1]] == []

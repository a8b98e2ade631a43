"""The recipe for nginx: a real nginx serves the real site by it, and is asked."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from generator.plugin import build_site
from tests import ROOT
from tests.browser.assets import assets
from tests.browser.windows import Watched, Windows
from tests.conftest import serve
from tests.project.test_servers import HEADERS, TYPES
from tests.tools.install import find_nginx

RECIPE = ROOT / "deploy" / "nginx.conf"
MAIN = """
{user} daemon off; pid {folder}/pid; error_log stderr; worker_processes 1;
events {{ worker_connections 64; }}
http {{
    include {types}; access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/recipe.conf;
}}
"""
# As generator.moved writes it (tests/site/test_redirects.py).
MOVED = '"/zones/tpw/" "/zones/%E5%A4%AA%E5%B9%B3%E6%B9%BE/";\n"/zones/旧/" "/zones/gaoxin/";\n'
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the recipe is for nginx on Linux")


class Answer(NamedTuple):
    """What the server said."""

    status: int
    headers: Message
    body: bytes


@pytest.fixture(scope="module")
def nginx(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running nginx with the site at its root, without a slash at the end."""
    yield from running(site, "", tmp_path_factory.mktemp("nginx"))


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same, with a site that was built for a sub-path and lies below it."""
    folder = tmp_path_factory.mktemp("below")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://register.example/mingce/")
        build_site(ROOT / "registry", folder / "built")
    yield from running(folder / "built", "/mingce", folder)


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The same, with a site that has its compressed forms, and the folder that is served."""
    folder = tmp_path_factory.mktemp("packed")
    build_site(ROOT / "registry", folder / "built", compress=True)
    for address in running(folder / "built", "", folder):
        yield address, folder / "site"


def running(site: Path, base: str, folder: Path) -> Iterator[str]:
    """Run nginx. It inherits a socket that listens already, so nobody waits for it to start."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = int(door.getsockname()[1])
        program = find_nginx()
        if program is None:
            pytest.fail(
                "没有 nginx，请先安装，或运行 python3 run.py test --install。 Install nginx, or run that."
            )
        command = configured(program, folder, site, base, port)
        env, fds = {**os.environ, "NGINX": f"{door.fileno()};"}, [door.fileno()]
        tested = subprocess.run(
            [*command, "-t"], capture_output=True, text=True, check=False, env=env, pass_fds=fds
        )
        assert tested.returncode == 0, tested.stderr
        assert "warn" not in tested.stderr
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=env, pass_fds=fds) as server:
            yield f"http://127.0.0.1:{port}{base}"
            server.terminate()


def configured(program: str, folder: Path, site: Path, base: str, port: int) -> list[str]:
    """The command of an nginx with that site; only what the recipe tells to change is changed."""
    root = folder / (base.strip("/") or "site")
    shutil.copytree(site, root)
    (root / ".secret").write_text("secret", encoding="utf-8")
    assert (root / "redirects.map").exists()
    with (root / "redirects.map").open("a", encoding="utf-8") as moved:
        moved.write(MOVED.replace('"/', f'"{base}/'))
    recipe = RECIPE.read_text(encoding="utf-8")
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("root /srv/workshops/site;", f"root {folder if base else root};"),
        ("include /srv/workshops/site/redirects.map;", f"include {root}/redirects.map;"),
        ('set $register_base "";', f'set $register_base "{base}";'),
    ):
        assert recipe.count(old) == 1
        recipe = recipe.replace(old, new)
    (folder / "recipe.conf").write_text(recipe, encoding="utf-8")
    types = next(
        path
        for path in (Path("/etc/nginx/mime.types"), Path(program).parent.parent / "conf/mime.types")
        if path.exists()
    )
    user = "user root;" if os.geteuid() == 0 else ""  # else its workers are nobody, who may not read here
    (folder / "main.conf").write_text(MAIN.format(folder=folder, types=types, user=user), encoding="utf-8")
    return [program, "-p", str(folder), "-c", str(folder / "main.conf")]


def ask(address: str, method: str = "GET", **headers: str) -> Answer:
    """An answer, also one that is an error; redirections are not followed."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, method=method, headers=named)  # noqa: S310 - our own server
    opener = urllib.request.build_opener(Still)
    try:
        with opener.open(request, timeout=5) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read())


class Still(urllib.request.HTTPRedirectHandler):
    """Follow no redirection."""

    def redirect_request(self, *told: object) -> None:
        """Stay."""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/workshops/DL0001/", "text/html; charset=utf-8"),
        ("/v/DL0001/", "text/html; charset=utf-8"),
        ("/data/workshops.json", "application/json; charset=utf-8"),
        ("/data/workshops.ndjson", "application/x-ndjson; charset=utf-8"),
        ("/data/workshops.geojson", "application/geo+json; charset=utf-8"),
        ("/data/workshops.csv", "text/csv; charset=utf-8"),
        ("/data/deadlines.ics", "text/calendar; charset=utf-8"),
        ("/data/register.sqlite", "application/vnd.sqlite3"),
        ("/data/tables/sources.csv", "text/csv; charset=utf-8"),
        ("/workshops/DL0001/DL0001.yml", "text/plain; charset=utf-8"),
        ("/SHA256SUMS", "text/plain; charset=utf-8"),
        ("/assets/land.svg", "image/svg+xml"),
        ("/{assets}styles/base.css", "text/css; charset=utf-8"),
    ],
)
def test_each_kind_is_served_as_what_it_is(nginx: str, site: Path, path: str, kind: str) -> None:
    path = path.replace("{assets}", assets(site))
    answer = ask(nginx + path)
    held = site / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
    assert answer.status == 200
    assert answer.headers["Content-Type"] == kind
    assert answer.body == held.read_bytes()
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Server"] == "nginx", "no version"


@pytest.mark.parametrize("served_at", ["nginx", "below"])
def test_each_answer_is_as_the_rules_for_servers_say(
    served_at: str, site: Path, request: pytest.FixtureRequest
) -> None:
    """Of each kind of file one, at the root and below a sub-path."""
    address = request.getfixturevalue(served_at)
    by_end = {path.suffix[1:]: path for path in sorted(site.rglob("*.*")) if path.is_file()}
    asked = [(end, kind) for end, kind in TYPES.items() if end and end in by_end]
    assert len(asked) > 15
    for end, kind in asked:
        answer = ask(f"{address}/{quote(by_end[end].relative_to(site).as_posix())}")
        told = answer.headers.get_content_type().replace("application/javascript", "text/javascript")
        assert told == kind, end
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    "path", ["/nothing/", "/workshops/DL9999/", "/.secret", "/assets/", "/404.html", "/%2e%2e/main.conf"]
)
def test_what_is_not_there_gets_the_sites_own_page(nginx: str, site: Path, path: str) -> None:
    answer = ask(nginx + path)
    assert answer.status in (404, 400)
    if answer.status == 404:
        assert answer.body == (site / "404.html").read_bytes()
        assert answer.headers["X-Frame-Options"] == "DENY"
    assert b"secret" not in answer.body


@pytest.mark.parametrize(
    ("path", "origin"),
    [
        ("/data/workshops.json", "*"),
        ("/data/tables/events.csv", "*"),
        ("/data/changes.ndjson", "*"),
        ("/workshops/DL0001/DL0001.json", "*"),
        ("/build.json", "*"),
        ("/SHA256SUMS", "*"),
        ("/", None),
        ("/edit/", None),
        ("/search/", None),
        ("/v/DL0001/", None),
    ],
)
def test_pages_of_other_hosts_may_read_data(served: str, path: str, origin: str | None) -> None:
    answer = ask(served + path)
    assert (answer.status, answer.headers["Access-Control-Allow-Origin"]) == (200, origin)


def test_an_address_without_its_slash_is_led_on(nginx: str) -> None:
    answer = ask(f"{nginx}/v/DL0001")
    assert (answer.status, answer.headers["Location"]) == (301, "/v/DL0001/")


@pytest.mark.parametrize("path", ["v/{}0001/", "workshops/{}0001/", "v/{}0001/qr.svg", "v/{}0001"])
def test_an_id_in_small_letters_is_led_on(nginx: str, path: str) -> None:
    for written in ("dl", "Dl", "dL"):
        answer = ask(f"{nginx}/{path.format(written)}")
        assert (answer.status, answer.headers["Location"]) == (301, f"/{path.format('DL')}")


def test_small_letters_below_a_path_and_nothing_that_would_be_a_header(nginx: str, below: str) -> None:
    answer = ask(f"{below}/v/dl0001/")
    assert (answer.status, answer.headers["Location"]) == (301, "/mingce/v/DL0001/")
    assert ask(f"{nginx}/v/dl0001/%0d%0aX-Mine:%201").status == 404


@pytest.mark.parametrize(
    ("old", "new"),
    [("/zones/tpw/", "/zones/%E5%A4%AA%E5%B9%B3%E6%B9%BE/"), ("/zones/%E6%97%A7/", "/zones/gaoxin/")],
)
def test_an_address_that_has_moved_is_led_on(nginx: str, old: str, new: str) -> None:
    answer = ask(nginx + old)
    assert (answer.status, answer.headers["Location"]) == (301, new)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_pages_are_asked_for_again_and_cost_nothing_then(nginx: str, site: Path) -> None:
    first = ask(f"{nginx}/workshops/")
    assert first.headers["Cache-Control"] == "no-cache"
    again = ask(f"{nginx}/workshops/", If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    for name in ("styles/base.css", "base/looks.js", "vendor/leaflet/images/layers.png"):
        kept = ask(f"{nginx}/{assets(site)}{name}").headers["Cache-Control"]
        assert kept == "public, max-age=31536000, immutable", name
    assert ask(f"{nginx}/assets/land.svg").headers["Cache-Control"] == "public, max-age=86400"


@pytest.mark.parametrize("path", ["/", "/data/workshops.json", "/data/workshop.schema.json"])
def test_texts_are_sent_squeezed(nginx: str, path: str) -> None:
    plain, squeezed = ask(nginx + path), ask(nginx + path, Accept_Encoding="gzip")
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert squeezed.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(squeezed.body) == plain.body
    assert len(squeezed.body) < len(plain.body) / 2


@pytest.mark.parametrize(
    "path", ["/", "/workshops/DL0001/", "/data/workshops.json", "/data/workshops.ndjson", "/SHA256SUMS"]
)
def test_what_was_compressed_before_is_sent_as_it_is(packed: tuple[str, Path], path: str) -> None:
    address, folder = packed
    file = folder / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
    plain, squeezed = ask(address + path), ask(address + path, Accept_Encoding="gzip, br")
    assert plain.body == file.read_bytes()
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert squeezed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert squeezed.headers["Content-Type"] == plain.headers["Content-Type"]
    for name in ("Cache-Control", "Content-Security-Policy", "X-Content-Type-Options"):
        assert squeezed.headers[name] == plain.headers[name]
    assert gzip.decompress(squeezed.body) == plain.body
    beside = file.with_name(f"{file.name}.gz")
    assert beside.exists() == (path != "/SHA256SUMS")
    if beside.exists():
        assert squeezed.body == beside.read_bytes()
        assert squeezed.headers["ETag"] == etag(beside), "it holds as long as the file keeps its time"
        again = ask(address + path, Accept_Encoding="gzip, br", If_None_Match=squeezed.headers["ETag"])
        assert (again.status, again.body) == (304, b"")


def etag(file: Path) -> str:
    """As nginx makes it."""
    status = file.stat()
    return f'"{int(status.st_mtime):x}-{status.st_size:x}"'


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_written(nginx: str, method: str) -> None:
    assert ask(f"{nginx}/", method).status == 405


# ---- a browser that goes through the policies of both, the recipe and the pages


@pytest.fixture(params=["nginx", "below"])
def served(request: pytest.FixtureRequest) -> str:
    """The address of the site, at the root and below a sub-path."""
    return str(request.getfixturevalue(request.param))


@pytest.mark.parametrize("scripts", [True, False])
def test_a_search_by_enter(served: str, scripts: bool, windows: Windows) -> None:
    with windows.opened(1280, scripts=scripts, still=False) as page:
        page.goto(f"{served}/")
        page.locator("#rg-find").fill("尚东")
        page.locator("#rg-find").press("Enter")
        page.wait_for_url(re.compile(r"/search/\?kw=|/workshops/DL" if scripts else r"/search/\?kw="))
        assert page.url.startswith(served)


def test_a_record_is_opened_to_be_edited(served: str, watched: Watched) -> None:
    page = watched.page
    page.goto(f"{served}/edit/")
    page.locator("#rg-id").fill("DL0005")
    page.locator("#rg-choose button").click()
    page.wait_for_url(re.compile(r"/edit/\?id=DL0005"))
    page.wait_for_selector("#rg-form input")
    assert watched.wrong == []


def test_where_the_reader_is(served: str, browser: Browser) -> None:
    context = browser.new_context(
        permissions=["geolocation"], geolocation={"latitude": 38.9, "longitude": 121.6}
    )
    page = context.new_page()
    page.goto(f"{served}/map/")
    asked = "() => new Promise(done => navigator.geolocation.getCurrentPosition(() => done(true), () => done(false)))"
    assert page.evaluate(asked)
    context.close()


def test_pages_downloads_and_what_is_not_there(served: str, watched: Watched) -> None:
    page = watched.page
    for path in (
        "",
        "workshops/",
        "workshops/DL0001/",
        "map/",
        "statistics/",
        "data/",
        "forms/2019/application/",
    ):
        answer = page.goto(f"{served}/{path}")
        assert answer is not None
        assert answer.status == 200
    assert watched.wrong == []
    page.goto(f"{served}/forms/")
    links = [link.evaluate("link => link.href") for link in page.locator(".rg-downloads a").all()]
    assert links
    for link in links:
        assert page.request.get(link).ok, link
    answer = page.goto(f"{served}/nothing/at/all/")
    assert answer is not None
    assert answer.status == 404
    assert page.locator("link[rel=stylesheet]").count()
    page.wait_for_load_state("networkidle")
    assert not [wrong for wrong in watched.wrong if "nothing/at/all" not in wrong and "404" not in wrong]


def test_another_host_shows_a_list_and_a_card_and_nothing_else(
    served: str, site: Path, browser: Browser, tmp_path: Path
) -> None:
    """In frames of a page that another server gives; its scripts may read the data too."""
    district = min(path.name for path in (site / "embed" / "districts").iterdir())
    shown = (f"embed/districts/{district}/", "embed/card/?id=DL0001", "data/")
    html = "".join(f'<iframe src="{served}/{path}"></iframe>' for path in shown)
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    record = json.loads((site / "workshops/DL0001/DL0001.json").read_text("utf-8"))
    with contextmanager(serve)(tmp_path) as other, browser.new_context() as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(other)
        frames = page.frame_locator("iframe")
        frames.nth(0).locator("li a").first.wait_for()
        frames.nth(1).locator("h1 a").wait_for()
        assert frames.nth(1).locator("h1 a").inner_text() == record["name"]
        assert page.frames[3].url.startswith("chrome-error:")
        read = "address => fetch(address).then(it => it.status, () => 0)"
        assert page.evaluate(read, f"{served}/data/workshops.json") == 200
        assert page.evaluate(read, f"{served}/search/start.json") == 0
        assert [url for url in asked if not url.startswith((other, served))] == []


def test_what_moved_below_a_sub_path(below: str, site: Path) -> None:
    answer = ask(f"{below}/zones/tpw/")
    assert (answer.status, answer.headers["Location"]) == (301, "/mingce/zones/%E5%A4%AA%E5%B9%B3%E6%B9%BE/")
    assert "immutable" in ask(f"{below}/{assets(site)}styles/base.css").headers["Cache-Control"]
    assert ask(f"{below}/assets/land.svg").headers["Cache-Control"] == "public, max-age=86400"
    assert ask(f"{below}/404.html").status == 404
    assert ask(f"{below}/.secret").status == 404

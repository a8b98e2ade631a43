"""What must hold of the whole site before it is published: P problems. Nothing is written while there is any."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.libraries.markup import Reference, Use, held
from generator.libraries.urls import understood
from generator.model.addresses import redirected
from generator.model.registry import Registry
from generator.problems.code import ERROR, Code
from generator.problems.problem import FILE_START, Problem
from generator.site.assets import is_vendored
from generator.site.output import Output, misplaced

# Names that only look like addresses: those of XML's namespaces.
_NAMESPACES = ("http://www.w3.org", "http://schemas.openxmlformats.org", "http://schemas.microsoft.com")
_FOLLOWED = ("", "http", "https", "mailto", "tel")
_RUN = ("javascript", "vbscript")
_EVERYWHERE = (
    "base-uri 'none'; form-action 'self'"  # of the policy: the same on all pages, and for the server
)
_ERROR_PAGE = "404.html"  # shown under any address, so it alone names the site's root


def verify(
    registry: Registry,
    outputs: Sequence[Output],
    others: frozenset[str],
    site_url: str,
    hosts: Sequence[str] = (),
) -> list[Problem]:
    """P problems of the site. `others`: paths that MkDocs writes. `hosts`: the only other hosts that scripts may name.

    Laws: a page for each record and no other (P501), every internal address exists (P502), nothing is loaded from
    another host (P503), no inline script (P504), no path twice (P505), none outside the site (P508).
    Each page is parsed whole, though many share their frame: what stands in a body can change what a browser makes of the
    frame around it.
    """
    paths = [output.path for output in outputs]
    there = frozenset(paths) | others
    problems = list(_pages_missing(registry, frozenset(paths)))
    inline: dict[str, str] = {}
    root = urlsplit(site_url).path or "/"
    good = set[tuple[str, Reference]]()
    problems += misplaced(paths)
    for output in outputs:
        if output.path.endswith(".html"):
            page = held(output.content)
            problems += _addresses(output.path, page.references, _Site(there, root), good)
            inline |= dict.fromkeys(page.scripts | page.handlers, output.path)
        elif output.path.endswith(".js") and not is_vendored(output.path):
            problems += _hosts_named(output, hosts)
    problems += [_inline_script(path, text) for text, path in inline.items()]
    return sorted(set(problems))


def script_hash(text: str) -> str:
    """The hash by which an inline script is told, as a content security policy writes it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


P501 = Code(
    "P501",
    ERROR,
    "工作室的页面和记录对不上",
    meaning="每份记录要有一个页面，没有记录就不该有页面；对不上说明程序有缺陷。",
    bad="有记录 DL0008，却没有 workshops/DL0008/index.html",
    remedy="请告诉维护者。",
)


def _pages_missing(registry: Registry, paths: frozenset[str]) -> Iterator[Problem]:
    wanted = {f"workshops/{workshop.id}/index.html" for workshop in registry.workshops}
    moved = {f"{address}index.html" for address in redirected(registry)}
    planned = {path for path in paths - moved if re.fullmatch(r"workshops/DL[0-9]+/index\.html", path)}
    for path in sorted(wanted ^ planned):
        yield _problem(path, P501, "工作室的页面和记录对不上", "这是程序的缺陷，请告诉维护者。")


class _Site(NamedTuple):
    """The paths of all files of the site, and the path of its root as the error page uses it."""

    there: frozenset[str]
    root: str


def _addresses(
    path: str, references: Iterable[Reference], site: _Site, good: set[tuple[str, Reference]]
) -> Iterator[Problem]:
    """`good`: folders and addresses known to be right; one that climbs to the root is so from every folder as deep."""
    folder = posixpath.dirname(path)
    up = "../" * path.count("/")
    for reference in references:
        seen = (up if up and reference.address.startswith(up) else folder, reference)
        if seen in good:
            continue
        problem = _fault(path, reference, site)
        if problem:
            yield problem
        elif path != _ERROR_PAGE:
            good.add(seen)


P502 = Code(
    "P502",
    ERROR,
    "链接没有去处",
    meaning="点开会看到“找不到页面”。",
    bad="某页链接到 notices/naming-2032/，没有这一页",
    remedy="检查模板或页面里的地址。",
)
P503 = Code(
    "P503",
    ERROR,
    "页面会向别的网站请求",
    meaning="读者一打开页面，别的网站就知道他来过；那个网站关了，页面也会坏。",
    bad='<img src="https://example.com/a.png">',
    remedy="把所用的文件放进本站。",
)


def _fault(path: str, reference: Reference, site: _Site) -> Problem | None:
    """Return the problem of an address of the page at `path`, or None."""
    use, address = reference
    leads = understood(address)
    if leads.scheme in _RUN:
        return _inline_script(path, address)
    if use is Use.BASE:
        message = f"页面改了所有地址的起点（base）：{address}"
        return _problem(path, P502, message, "请从模板里去掉 base。")
    if leads.outside and use in (Use.LOAD, Use.REFRESH, Use.STYLE):
        return _problem(path, P503, f"页面会向别的网站请求：{address}", "请把所用的文件放进本站。")
    if leads.scheme in _FOLLOWED if leads.outside else use is Use.STYLE or _exists(path, leads.path, site):
        return None
    return _problem(path, P502, f"链接没有去处：{address}", "请检查模板或页面里的地址。")


def _hosts_named(output: Output, hosts: Sequence[str]) -> Iterator[Problem]:
    """P503 for each other host that a script names; `t{s}.` stands for the numbered servers of a tile service."""
    allowed = {*_NAMESPACES, *(re.sub(r"//t[0-9]\.", "//t{s}.", host) for host in hosts)}
    for host in sorted(set(re.findall(r"https?://[^/\"'?#\s]+", output.content.decode("utf-8")))):
        if host not in allowed:
            yield _problem(output.path, P503, f"脚本会向别的网站请求：{host}", "请把所用的文件放进本站。")


def _exists(path: str, target: str, site: _Site) -> bool:
    if target.startswith("/"):
        if path != _ERROR_PAGE or not target.startswith(site.root):
            return False
        target = target.removeprefix(site.root) or "./"
    if not target:
        return True
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    if target.endswith("/") or whole == ".":
        whole = posixpath.normpath(posixpath.join(whole, "index.html"))
    return whole in site.there or f"{whole}/index.html" in site.there


P504 = Code(
    "P504",
    ERROR,
    "有内嵌脚本",
    meaning="网页里不许有内嵌的脚本（浏览器也不执行），脚本都是单独的文件，这样谁也不能借记录或主题夹带脚本。",
    bad="主题升级后多了一段 <script>",
    remedy="把脚本写成 site_src/scripts/ 里的文件；不知道它从哪里来的，立即查明。",
)


def _inline_script(path: str, text: str) -> Problem:
    message = f"页面里有内嵌脚本（{script_hash(text)}）"
    remedy = "请把脚本写成 site_src/scripts/ 里的文件；不知道它从哪里来的，请立即查明。"
    return _problem(path, P504, message, remedy)


def _problem(path: str, code: Code, message: str, remedy: str) -> Problem:
    return Problem(path, FILE_START, code, message, remedy)


def policy(image_hosts: Sequence[str] = ()) -> str:
    """The content security policy that every page carries: files of this host only.

    `image_hosts`: further hosts that pictures may come from; only the map's page is ever given any.
    """
    images = " ".join(["'self'", "data:", *image_hosts])
    return f"default-src 'none'; script-src 'self'; style-src 'self'; img-src {images}; connect-src 'self'; {_EVERYWHERE}"


def server_policy() -> str:
    """Return the policy that a web server adds: what no page can say of itself, and what holds for all pages alike.

    A browser keeps both policies, so nothing in this one may be narrower than what the pages need.
    """
    return f"frame-ancestors 'none'; object-src 'none'; {_EVERYWHERE}"

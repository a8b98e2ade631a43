"""What must hold of the whole site before it is published: P problems. Nothing is written while there is any."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from generator.libraries.markup import Held, Reference, Use, held
from generator.libraries.urls import understood
from generator.model.addresses import redirected
from generator.model.local import ID
from generator.model.registry import Registry
from generator.problems.code import ERROR, Code
from generator.problems.problem import FILE_START, Problem
from generator.site.assets import is_vendored
from generator.site.output import Output, misplaced

# Names that only look like addresses: those of XML's namespaces.
_NAMESPACES = ("http://www.w3.org", "http://schemas.openxmlformats.org", "http://schemas.microsoft.com")
_FOLLOWED = ("", "http", "https", "mailto", "tel")
_RUN = ("javascript", "vbscript")
_ERROR_PAGE = "404.html"  # shown under any address, so it alone names the site's root


def verify(
    registry: Registry,
    outputs: Iterable[Output],
    others: frozenset[str],
    site_url: str,
    hosts: Sequence[str] = (),
) -> list[Problem]:
    """P problems of a site whose outputs are all at hand: as `Verifier` finds them."""
    verifier = Verifier(registry, others, site_url, hosts)
    again = {}
    for output in outputs:
        content = output.content
        if verifier.admits(output.path):
            verifier.look(output.path, content)
            again[output.path] = content
    return verifier.problems(again.__getitem__)


class Verifier:
    """Looks at each output of a site as it is made, and remembers only where its links lead.

    `others`: paths that MkDocs writes. `hosts`: the only other hosts that scripts may name. Laws: a page for each record and no
    other (P501), every internal address exists (P502), nothing is loaded from another host (P503), no inline
    script (P504), no path twice (P505), none outside the site (P508). Each page is parsed whole, though many share their
    frame: what stands in a body can change what a browser makes of the frame around it.
    """

    def __init__(
        self, registry: Registry, others: frozenset[str], site_url: str, hosts: Sequence[str] = ()
    ) -> None:
        self._registry, self._others, self._hosts = registry, others, hosts
        self._root = urlsplit(site_url).path or "/"
        self._inline: dict[str, str] = {}
        self._there = set[str]()
        self._targets = set[str]()
        self._climbing: dict[str, dict[Reference, str | None]] = {}
        self._problems: list[Problem] = []

    def admits(self, path: str) -> bool:
        """Return whether an output may lie there: inside the site (P508), and as the first (P505)."""
        problem = misplaced(path, self._there)
        self._there.add(path)
        if problem:
            self._problems.append(problem)
        return problem is None

    def look(self, path: str, content: bytes) -> frozenset[str] | None:
        """Look at an output: return the paths that its links lead to, for `recall`; None where there is a problem with it."""
        if path.endswith(".html"):
            return self._look(path, held(content))
        if path.endswith(".js") and not is_vendored(path):
            self._problems += _hosts_named(path, content, self._hosts)
        return frozenset()

    def recall(self, targets: Iterable[str]) -> None:
        """Take an output as seen, of whose bytes `look` gave these paths."""
        self._targets.update(targets)

    def problems(self, again: Callable[[str], bytes]) -> list[Problem]:
        """Return all problems, once every output has been seen. `again`: gives the bytes of one."""
        found = [*self._problems, *_pages_missing(self._registry, frozenset(self._there))]
        lost = {target for target in self._targets if not self._exists(target)}
        for path in sorted(self._there if lost else ()):
            if path.endswith(".html"):
                found += self._lost(path, held(again(path)), lost)
        found += [_inline_script(path, text) for text, path in self._inline.items()]
        return sorted(set(found))

    def _look(self, path: str, page: Held) -> frozenset[str] | None:
        faults: list[Problem] = []
        known = self._climbing.setdefault("../" * path.count("/"), {})
        targets = {
            known[reference] if reference in known else self._target(path, reference, faults)
            for reference in page.references
        }
        inline = page.scripts | page.handlers
        self._inline |= dict.fromkeys(inline, path)
        self._problems += faults
        led = frozenset(target for target in targets if target is not None)
        self._targets |= led
        return None if faults or inline else led

    def _target(self, path: str, reference: Reference, faults: list[Problem]) -> str | None:
        """Return where an address leads to; one that climbs to the root leads there from every folder as deep."""
        fault, up = _fault(path, reference), "../" * path.count("/")
        faults += [fault] if fault else []
        target = _target(path, reference, self._root)
        if up and not fault and reference.address.startswith(up):
            self._climbing[up][reference] = target
        return target

    def _lost(self, path: str, page: Held, lost: Collection[str]) -> Iterator[Problem]:
        for reference in page.references:
            if _target(path, reference, self._root) in lost:
                yield _nowhere(path, reference.address)

    def _exists(self, target: str) -> bool:
        return any(
            place in there
            for place in (target, f"{target}/index.html")
            for there in (self._there, self._others)
        )


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
    planned = {path for path in paths - moved if re.fullmatch(rf"workshops/{ID}/index\.html", path)}
    for path in sorted(wanted ^ planned):
        yield _problem(path, P501, "工作室的页面和记录对不上", "这是程序的缺陷，请告诉维护者。")


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


def _fault(path: str, reference: Reference) -> Problem | None:
    """Return the problem that an address of the page at `path` has wherever it leads to, or None."""
    use, address = reference
    leads = understood(address)
    if leads.scheme in _RUN:
        return _inline_script(path, address)
    if use is Use.BASE:
        message = f"页面改了所有地址的起点（base）：{address}"
        return _problem(path, P502, message, "请从模板里去掉 base。")
    if leads.outside and use in (Use.LOAD, Use.REFRESH, Use.STYLE):
        return _problem(path, P503, f"页面会向别的网站请求：{address}", "请把所用的文件放进本站。")
    if leads.outside and leads.scheme not in _FOLLOWED:
        return _nowhere(path, address)
    return None


def _nowhere(path: str, address: str) -> Problem:
    return _problem(path, P502, f"链接没有去处：{address}", "请检查模板或页面里的地址。")


def _hosts_named(path: str, content: bytes, hosts: Sequence[str]) -> Iterator[Problem]:
    """P503 for each other host that a script names; `t{s}.` stands for the numbered servers of a tile service."""
    allowed = {*_NAMESPACES, *(re.sub(r"//t[0-9]\.", "//t{s}.", host) for host in hosts)}
    for host in sorted(set(re.findall(r"https?://[^/\"'?#\s]+", content.decode("utf-8")))):
        if host not in allowed:
            yield _problem(path, P503, f"脚本会向别的网站请求：{host}", "请把所用的文件放进本站。")


def _target(path: str, reference: Reference, root: str) -> str | None:
    """Return the path in the site that an address leads to; None where it leads to none, to the page itself or outside.

    What begins at the root of the host is right on the error page alone, below the site's own `root`; elsewhere its target is
    a path that nothing has.
    """
    leads = understood(reference.address)
    target = leads.path
    if leads.scheme in _RUN or leads.outside or reference.use in (Use.STYLE, Use.BASE):
        return None
    if target.startswith("/"):
        if path != _ERROR_PAGE or not target.startswith(root):
            return target
        target = target.removeprefix(root) or "./"
    if not target:
        return None
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    if target.endswith("/") or whole == ".":
        whole = posixpath.normpath(posixpath.join(whole, "index.html"))
    return whole


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

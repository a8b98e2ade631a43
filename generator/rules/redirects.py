"""Laws of redirects: they lead from an address without a page to a page of this site, in one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.addresses import addresses, redirected
from generator.model.registry import Registry
from generator.problems.code import ERROR, Code
from generator.problems.law import law
from generator.problems.problem import Problem
from generator.reading.likeness import guess
from generator.reading.placement import REDIRECTS

R411 = Code(
    "R411",
    ERROR,
    "改址的网址有页面",
    meaning="那里有页面，改址会把它挡住。",
    bad="redirects.yml 里 from: zones/kaifaqu/，而那里的页面还在",
    remedy="核对 from；页面又回来了的，删去这一条。",
)


@law
def redirect_leaves_no_page(registry: Registry, today: date) -> Iterator[Problem]:
    """An address with a page is not redirected (R411): the page could not be reached."""
    existing = addresses(registry) if registry.redirects else ()
    for redirect in registry.redirects:
        if redirect.from_ in existing:
            message = f"{redirect.from_} 现在有页面，不能改址"
            remedy = "请核对 from；页面又回来了的，删去这一条。"
            yield Problem(REDIRECTS, redirect.mark("from"), R411, message, remedy)


R412 = Code(
    "R412",
    ERROR,
    "改址指向的网址没有页面",
    meaning="读者会走到一张没有内容的页面，或者在几个网址之间打转。",
    bad="to: zones/meiyou/",
    remedy="写有页面的网址，一步到位。",
)


@law
def redirect_leads_to_a_page(registry: Registry, today: date) -> Iterator[Problem]:
    """A redirect leads to an existing page, not to another redirect (R412): no chains, no circles, no dead ends."""
    if not registry.redirects:
        return
    standing, moved = addresses(registry), redirected(registry)
    for redirect in registry.redirects:
        if redirect.to in standing:
            continue
        if redirect.to in moved:
            onward = moved[redirect.to]
            message = f"{redirect.to} 自己也改了址"
            remedy = (
                f"请直接写最后的网址（那里又改到 {onward}）。" if onward in standing else "请写有页面的网址。"
            )
        else:
            message = f"{redirect.to} 没有页面"
            remedy = (
                f"请写有页面的网址，照浏览器地址栏里网站地址后面的写。{guess(redirect.to, sorted(standing))}"
            )
        yield Problem(REDIRECTS, redirect.mark("to"), R412, message, remedy)


R413 = Code(
    "R413",
    ERROR,
    "同一个网址改址写了两次",
    meaning="不知道该去哪一个。",
    bad="redirects.yml 里有两条 from: zones/kaifaqu/",
    remedy="删去一条。",
)


@law
def redirect_stands_once(registry: Registry, today: date) -> Iterator[Problem]:
    """An address is redirected once (R413)."""
    seen: set[str] = set()
    for redirect in registry.redirects:
        if redirect.from_ in seen:
            message = f"{redirect.from_} 改址写了两次"
            yield Problem(REDIRECTS, redirect.mark("from"), R413, message, "请删去一条。")
        seen.add(redirect.from_)

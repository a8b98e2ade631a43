"""Laws of redirects: they lead from where nothing stands any more to a page of this site, in one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.addresses import addresses, redirected
from generator.model.registry import Registry
from generator.problems.problem import Problem
from generator.reading.kind import guess
from generator.reading.placement import REDIRECTS


def redirect_leaves_no_page(registry: Registry, today: date) -> Iterator[Problem]:
    """Nothing is redirected that has a page (R411): else the page could not be reached."""
    standing = addresses(registry)
    for redirect in registry.redirects:
        if redirect.from_ in standing:
            message = f"{redirect.from_} 现在有页面，不能改址"
            remedy = "请核对 from；页面又回来了的，删去这一条。"
            yield Problem(REDIRECTS, redirect.mark("from"), "R411", message, remedy)


def redirect_leads_to_a_page(registry: Registry, today: date) -> Iterator[Problem]:
    """A redirect leads to a page that stands, not to another redirect (R412): no chains, no rings, no dead ends."""
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
        yield Problem(REDIRECTS, redirect.mark("to"), "R412", message, remedy)


def redirect_stands_once(registry: Registry, today: date) -> Iterator[Problem]:
    """An address is redirected once (R413)."""
    seen: set[str] = set()
    for redirect in registry.redirects:
        if redirect.from_ in seen:
            message = f"{redirect.from_} 改址写了两次"
            yield Problem(REDIRECTS, redirect.mark("from"), "R413", message, "请删去一条。")
        seen.add(redirect.from_)

"""edition and print: what is printed on paper and on brass, as PDF."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator import ROOT
from generator.commands import FINE, PROBLEMS, WRONG_USE, Commands, on_registry, say, tell
from generator.commands.choosing import add_choice, choose
from generator.doors import build, disk, progress
from generator.doors.trouble import Trouble
from generator.libraries.characters import visible
from generator.libraries.qrcodes import qr_code
from generator.libraries.typeset import Press, Unprintable
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.problems import reports
from generator.problems.problem import Problem
from generator.reading.decoding import decode
from generator.site.editions.register import edition_pdf, is_printed, years
from generator.site.news.items import newest_day
from generator.site.verification.awards import TEMPLATES, Award, awards, awards_pdf, is_award
from generator.site.verification.labels import TEMPLATE, Means, is_label, labels_pdf
from generator.site.verification.paths import verify_address

_LABELS = "标签"
_MOST_LISTED, _MOST_TEMPLATE = 10, 1_000_000


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add both."""
    edition = on_registry(commands, "edition", "印一个年度的名录（PDF）", _edition)
    edition.add_argument("year", type=int, metavar="年度", help="收到这一年年底为止")
    edition.add_argument("--out", type=Path, required=True, metavar="文件", help="名录写到哪个文件")
    printing = on_registry(commands, "print", "印证书、铜牌的设计稿、核验标签（PDF），一个工作室一份", _print)
    printing.add_argument(
        "kind", choices=(*TEMPLATES, _LABELS), metavar="种类", help="证书、铜牌、标签中的一种"
    )
    add_choice(printing)
    printing.add_argument("--notice", metavar="通报", default="", help="只要这份通报命名的，写通报的编号")
    printing.add_argument(
        "--out", type=Path, required=True, metavar="文件", help="写到哪个文件，以 .pdf 结尾"
    )
    printing.add_argument("--template", type=Path, metavar="文件", help="用自己的版式（.typ），不用程序带的")
    printing.add_argument(
        "--site-url", metavar="网址", help="网站的网址，二维码要用；不写就用 mkdocs.yml 里设的"
    )


def _edition(chosen: argparse.Namespace) -> int:
    _check_target(chosen.out, "名录", is_printed)
    with progress.shown() as step:
        loaded = build.load(chosen.registry, step)
    if loaded.refused:
        tell(loaded.report("text"))
        return PROBLEMS
    there = years(loaded.registry)
    if chosen.year not in range(min(there, default=1), max(there, default=0) + 1):
        tell(f"{chosen.year} 年印不出名录。记录里有命名的年度：{'、'.join(map(str, there)) or '没有'}。\n")
        return WRONG_USE
    name = str(_setting("site_name"))
    step_words = f"排印 {chosen.year} 年的名录"
    return _printed(
        chosen,
        loaded.folder,
        step_words,
        lambda: edition_pdf(build.press(), loaded.registry, chosen.year, name),
    )


def _print(chosen: argparse.Namespace) -> int:
    _check_target(chosen.out, chosen.kind, is_label if chosen.kind == _LABELS else is_award)
    press = _press(chosen)
    with progress.shown() as step:
        loaded = build.load(chosen.registry, step)
    if loaded.refused:
        tell(loaded.report("text"))
        return PROBLEMS
    workshops, refused = choose(loaded.registry, chosen)
    refused = refused or _unknown_notice(loaded.registry, chosen.notice)
    url = _site_url(chosen)
    if not refused and chosen.kind == _LABELS and not url:
        refused = (
            "标签上要印二维码，不知道网站的网址。请加上 --site-url，如 --site-url https://example.org/。"
        )
    given = awards(workshops, chosen.notice)
    if not refused and not given:
        refused = "所选的工作室里没有现在有效的命名，没有可印的。"
    if refused:
        tell(f"{refused}\n")
        return WRONG_USE
    codes = {it.id: qr_code(verify_address(url, it)).svg for it, _ in given} if url else {}
    means = Means(press, newest_day(loaded.registry), url, codes)
    there = list({award.workshop.id: award.workshop for award in given}.values())
    words = f"排印 {len(given)} 份{chosen.kind}"
    if chosen.kind == _LABELS:
        code = _printed(chosen, loaded.folder, words, lambda: labels_pdf(means, "创新工作室核验标签", there))
    else:
        code = _printed(
            chosen, loaded.folder, words, lambda: awards_pdf(means, chosen.kind, loaded.registry, given)
        )
    if code == FINE:
        tell("".join(f"{line}\n" for line in _remarks(chosen, workshops, given, url)))
    return code


def _remarks(
    chosen: argparse.Namespace, workshops: Sequence[Workshop], given: Sequence[Award], url: str
) -> Iterator[str]:
    """Yield what a person must know of what was printed: who got nothing, and what stays blank."""
    there = {award.workshop.id for award in given}
    named = [
        it
        for it in workshops
        if not chosen.notice or any(one.notice == chosen.notice for one in it.designations)
    ]
    left = [it for it in named if it.id not in there]
    if left:
        yield f"命名现在无效或者没有写，不印：{_listed(left)}。"
    blank = [award.workshop for award in given if not award.designation.notice]
    if blank and chosen.kind != _LABELS:
        yield f"名册里没有这些工作室的通报，命名单位空着：{_listed(blank)}。"
    if not url:
        yield "没有网站的网址，所以没有印二维码；要印，请加上 --site-url。"


def _printed(chosen: argparse.Namespace, folder: str, words: str, make: Callable[[], bytes]) -> int:
    """Write what is printed; tell why it could not be."""
    try:
        with progress.shown() as step:
            step(words)
            content = make()
    except Unprintable as refused:
        tell(f"{reports.head(build.unprinted(refused), f'{folder}/')}\n")
        return PROBLEMS
    disk.replace(chosen.out, content)
    say(f"写好了 {chosen.out}\n")
    return FINE


def _listed(workshops: Sequence[Workshop]) -> str:
    shown = "、".join(f"{it.id}（{it.status}）" for it in workshops[:_MOST_LISTED])
    return shown + (f"等 {len(workshops)} 个" if len(workshops) > _MOST_LISTED else "")


def _unknown_notice(registry: Registry, notice: str) -> str:
    """Return why no designation can be by that notice."""
    there = [it.id for it in registry.notices if it.kind == "命名通报"]
    if not notice or notice in there:
        return ""
    return f"没有编号是 {visible(notice)} 的命名通报。名册里有：{'、'.join(there) or '没有'}。"


def _press(chosen: argparse.Namespace) -> Press:
    """Return what prints, with the union's own template if there is one; Trouble if it cannot be read."""
    press = build.press()
    if not chosen.template:
        return press
    content = disk.read_bounded(chosen.template, _MOST_TEMPLATE)
    if isinstance(content, Problem):
        raise Trouble(f"版式 {chosen.template}：{content.message}。{content.remedy}")
    text = decode(chosen.template.name, content)
    if isinstance(text, Problem):
        raise Trouble(f"版式 {chosen.template}：{text.message}。{text.remedy}")
    name = TEMPLATE if chosen.kind == _LABELS else TEMPLATES[chosen.kind]
    return replace(press, templates={**press.templates, name: text})


def _check_target(target: Path, words: str, is_ours: Callable[[bytes], bool]) -> None:
    """Trouble where it would not be written as a PDF, or in the place of what this program did not print."""
    if target.suffix.lower() != ".pdf":
        better = target.with_suffix(".pdf") if target.name else f"{words}.pdf"
        raise Trouble(f"{words}只印成 PDF，请把 --out 的文件名改成以 .pdf 结尾，如 {better}。")
    if os.path.lexists(target) and not (target.is_file() and is_ours(target.read_bytes())):
        raise Trouble(
            f"{target} 已经有了，不是这个程序印的{words}，没有动它。请换一个文件名，或者先把它移走。"
        )


def _site_url(chosen: argparse.Namespace) -> str:
    url = str((_setting("site_url") or "") if chosen.site_url is None else chosen.site_url)
    return f"{url.rstrip('/')}/" if url else ""


def _setting(name: str) -> object:
    """A setting of mkdocs.yml, for what is printed without a site."""
    from mkdocs.config.base import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    try:
        return load_config(str(ROOT / "mkdocs.yml"))[name]
    except (Abort, ConfigurationError) as refused:
        raise Trouble(f"mkdocs.yml 里的设置有错，没有印。MkDocs 说：{refused}") from refused

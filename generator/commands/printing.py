"""edition and print: what is printed on paper and on brass, as PDF."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.commands import FINE, PROBLEMS, WRONG_USE, on_registry, say, tell
from generator.commands.choosing import add_choice, choose
from generator.doors import build, disk, owner, progress
from generator.doors.trouble import Trouble
from generator.libraries.characters import visible
from generator.libraries.qrcodes import qr_code
from generator.libraries.typeset import Press, Unprintable
from generator.model.local import Local
from generator.model.registry import Registry
from generator.model.workshop import MARK, Workshop
from generator.problems import reports
from generator.problems.problem import Problem
from generator.reading.addresses import PUBLIC
from generator.reading.decoding import decode
from generator.site.editions.register import edition_pdf, is_printed, years
from generator.site.verification.awards import TEMPLATES, Award, awards, awards_pdf, is_award, is_named_by
from generator.site.verification.labels import TEMPLATE, Means, is_label, labels_pdf
from generator.site.verification.paths import verify_address

_LABELS = "标签"
_MOST_LISTED, _MOST_TEMPLATE = 10, 1_000_000
_SITE = re.compile(rf"(?!.*(?:[?#]|\.html?$)){PUBLIC}", re.IGNORECASE)


def add_edition(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    on_registry(parser, _edition)
    parser.add_argument("year", type=int, metavar="年度", help="收到这一年年底为止")
    parser.add_argument("--out", type=Path, required=True, metavar="文件", help="名录写到哪个文件")


def add_print(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    on_registry(parser, _print)
    parser.add_argument(
        "kind", choices=(*TEMPLATES, _LABELS), metavar="种类", help="证书、铜牌、标签中的一种"
    )
    add_choice(parser)
    parser.add_argument("--notice", metavar="通报", default="", help="只要这份通报命名的，写通报的编号")
    parser.add_argument("--out", type=Path, required=True, metavar="文件", help="写到哪个文件，以 .pdf 结尾")
    parser.add_argument("--template", type=Path, metavar="文件", help="用自己的版式（.typ），不用程序带的")
    parser.add_argument(
        "--site-url", metavar="网址", help="网站的网址，二维码要用；不写就用 register.yml 里的"
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
    name = loaded.registry.local.site.name
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
    url = _site_url(chosen, loaded.registry.local)
    if not refused and chosen.kind == _LABELS and not url:
        refused = (
            "标签上要印二维码，不知道网站的网址。请加上 --site-url，如 --site-url https://example.org/。"
        )
    given = awards(workshops, chosen.notice)
    if not refused and not given:
        by = f"由 {chosen.notice} 给的、" if chosen.notice else ""
        refused = f"所选的工作室里没有{by}现在有效的命名，没有可印的。"
    if refused:
        tell(f"{refused}\n")
        return WRONG_USE
    codes = {it.id: qr_code(verify_address(url, it)).svg for it, _ in given} if url else {}
    means = Means(press, loaded.registry.newest_day, url, codes)
    there = list({award.workshop.id: award.workshop for award in given}.values())
    words = f"排印 {len(given)} 份{chosen.kind}"

    def make() -> bytes:
        if chosen.kind == _LABELS:
            return labels_pdf(means, "创新工作室核验标签", there)
        return awards_pdf(means, chosen.kind, loaded.registry, given)

    code = _printed(chosen, loaded.folder, words, make, chosen.template)
    if code == FINE:
        remarks = [*_remarks(chosen, workshops, given, url), *_unlisted(loaded.registry, chosen)]
        tell("".join(f"{line}\n" for line in remarks))
    return code


def _remarks(
    chosen: argparse.Namespace, workshops: Sequence[Workshop], given: Sequence[Award], url: str
) -> Iterator[str]:
    """Yield what a person must know of what was printed: who got nothing, and what stays blank."""
    there = {award.workshop.id for award in given}
    left = [it for it in workshops if it.id not in there]
    others = [it for it in left if chosen.notice and not is_named_by(it, chosen.notice)]
    invalid = [it for it in left if it not in others]
    if invalid:
        yield f"命名现在无效或者没有写，不印：{_listed(invalid)}。"
    if others and chosen.ids:
        yield f"记录里没有写由 {chosen.notice} 命名，不印：{_listed(others)}。"
    nameless = [award.workshop for award in given if MARK in award.workshop.name]
    if nameless:
        yield f"名称里有本人要求撤下的姓名，印成了 {MARK}，要不要发、怎样写请先商定：{_listed(nameless)}。"
    blank = [award.workshop for award in given if not award.designation.notice]
    if blank and chosen.kind != _LABELS:
        yield f"名册里没有这些工作室的通报，命名单位空着：{_listed(blank)}。"
    if not url:
        yield "没有网站的网址，所以没有印二维码；要印，请加上 --site-url。"


def _printed(
    chosen: argparse.Namespace, folder: str, words: str, make: Callable[[], bytes], own: Path | None = None
) -> int:
    """Write what is printed; tell why it could not be. `own`: the union's template, if it is printed by that."""
    try:
        with progress.shown() as step:
            step(words)
            content = make()
    except Unprintable as refused:
        if own:
            at = "" if refused.source.endswith(".typ") else f"排到 {folder}/{refused.source} 时，"
            tell(
                f"版式 {own} 排不出来，没有印。{at}排印程序说：{visible(refused.reason)}\n"
                "请和 site_src/print 里原来的版式对照着改；用原来的版式，就去掉 --template。\n"
            )
        else:
            tell(f"{reports.head(build.unprinted(refused), f'{folder}/')}\n")
        return PROBLEMS
    disk.replace(chosen.out, content)
    say(f"写好了 {chosen.out}\n")
    return FINE


def _unlisted(registry: Registry, chosen: argparse.Namespace) -> Iterator[str]:
    """Yield whom a notice named, where all whom it named were asked for and not all have a record that says so."""
    if not chosen.notice or chosen.ids or chosen.district or chosen.recommender:
        return
    naming = registry.namings[chosen.notice]
    pairs = zip(naming.notice.names, naming.records, strict=True)
    left = [it.name for it, record in pairs if not record or not is_named_by(record, chosen.notice)]
    if left:
        yield f"通报的名单上有，名册里还没有记录写明由它命名，没有印：{visible(_some(left))}。"
    said = sum((naming.notice.counts or {}).values())
    if said > len(naming.notice.names):
        yield (
            f"通报写的是 {said} 个，{naming.notice.path} 的名单只录了 {len(naming.notice.names)} 个，其余的没有印。"
        )


def _listed(workshops: Sequence[Workshop]) -> str:
    return _some([f"{it.id}（{it.status}）" for it in workshops])


def _some(words: Sequence[str]) -> str:
    return "、".join(words[:_MOST_LISTED]) + (f"等 {len(words)} 个" if len(words) > _MOST_LISTED else "")


def _unknown_notice(registry: Registry, notice: str) -> str:
    """Return why no designation can be by that notice."""
    there = [it.id for it in registry.notices if it.is_naming]
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


def _site_url(chosen: argparse.Namespace, local: Local) -> str:
    url = str(owner.address(local) if chosen.site_url is None else chosen.site_url)
    if url and not _SITE.fullmatch(url):
        raise Trouble(
            f"网站的网址“{visible(url)}”不能印成二维码：要让别人扫码打得开，写成 https://example.org/ 这样。"
            "请在浏览器里打开网站的首页，从地址栏整条复制，写到 --site-url 后面；末尾的 index.html 不要。"
        )
    return f"{url.rstrip('/')}/" if url else ""

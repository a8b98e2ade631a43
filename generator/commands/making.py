"""build, serve, edition and archive: the products of the records."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from generator import ROOT
from generator.commands import FINE, PROBLEMS, WRONG_USE, Commands, added, on_registry, say, tell
from generator.doors import build, disk, progress
from generator.doors.trouble import Trouble
from generator.problems import reports


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the four."""
    making = on_registry(commands, "build", "检查并生成网站", _build)
    making.add_argument(
        "--site", type=Path, default=ROOT / "site", metavar="文件夹", help="网站写到哪个文件夹"
    )
    making.add_argument(
        "--at", metavar="REV", default="", help="试着生成这个版本的记录，不检出它；不写就是文件夹里现在的样子"
    )
    serving = on_registry(commands, "serve", "在本机预览网站，边改边看", _serve)
    serving.add_argument(
        "-a", "--address", default="127.0.0.1:8000", metavar="地址", help="预览的地址和端口，或者只写端口"
    )
    serving.add_argument("-o", "--open", action="store_true", help="在浏览器里打开")
    printing = on_registry(commands, "edition", "印一个年度的名录（PDF）", _edition)
    printing.add_argument("year", type=int, metavar="年度", help="收到这一年年底为止")
    printing.add_argument("--out", type=Path, required=True, metavar="文件", help="名录写到哪个文件")
    packing = added(commands, "archive", "把生成好的网站打成一个包，放到内网去", _archive)
    packing.add_argument(
        "--site", type=Path, default=ROOT / "site", metavar="文件夹", help="网站在哪个文件夹"
    )
    packing.add_argument("--out", type=Path, required=True, metavar="文件", help="以 .tar.gz 或 .zip 结尾")


def _build(chosen: argparse.Namespace) -> int:
    from generator.plugin import build_site

    return _unless_refused(lambda: say(build_site(chosen.registry, chosen.site, at=chosen.at)))


def _serve(chosen: argparse.Namespace) -> int:
    from generator.commands.previewing import preview

    return _unless_refused(lambda: preview(chosen.registry, chosen.address, open_browser=chosen.open))


def _unless_refused(work: Callable[[], None]) -> int:
    """Do MkDocs' work; tell why it was refused."""
    from mkdocs.exceptions import Abort

    from generator.plugin import Unready

    try:
        work()
    except Abort as refused:
        tell(f"{refused}\n")
        return WRONG_USE if isinstance(refused, Unready) else PROBLEMS
    return FINE


def _check_target(target: Path) -> None:
    """Trouble where a register would not be written as a PDF, or in the place of what is no printed register."""
    from generator.site.editions.register import is_printed

    if target.suffix.lower() != ".pdf":
        better = target.with_suffix(".pdf") if target.name else "名录.pdf"
        raise Trouble(f"名录只印成 PDF，请把 --out 的文件名改成以 .pdf 结尾，如 {better}。")
    if os.path.lexists(target) and not (target.is_file() and is_printed(target.read_bytes())):
        raise Trouble(f"{target} 已经有了，不是这个程序印的名录，没有动它。请换一个文件名，或者先把它移走。")


def _edition(chosen: argparse.Namespace) -> int:
    from generator.libraries.typeset import Unprintable
    from generator.site.editions.register import edition_pdf, years

    _check_target(chosen.out)
    with progress.shown() as step:
        loaded = build.load(chosen.registry, step)
    if loaded.refused:
        tell(loaded.report("text"))
        return PROBLEMS
    there = years(loaded.registry)
    if chosen.year not in range(min(there, default=1), max(there, default=0) + 1):
        tell(f"{chosen.year} 年印不出名录。记录里有命名的年度：{'、'.join(map(str, there)) or '没有'}。\n")
        return WRONG_USE
    try:
        with progress.shown() as step:
            step(f"排印 {chosen.year} 年的名录")
            printed = edition_pdf(build.press(), loaded.registry, chosen.year, _site_name())
    except Unprintable as refused:
        tell(f"{reports.head(build.unprinted(refused), f'{loaded.folder}/')}\n")
        return PROBLEMS
    disk.replace(chosen.out, printed)
    say(f"写好了 {chosen.out}\n")
    return FINE


def _site_name() -> str:
    """The site's name in mkdocs.yml, for what is printed without a site."""
    from mkdocs.config.base import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    try:
        return str(load_config(str(ROOT / "mkdocs.yml")).site_name)
    except (Abort, ConfigurationError) as refused:
        raise Trouble(f"mkdocs.yml 里的设置有错，名录没有印。MkDocs 说：{refused}") from refused


def _archive(chosen: argparse.Namespace) -> int:
    from generator.doors import archive

    archive.write(chosen.site, chosen.out)
    say(f"写好了 {chosen.out}\n")
    return FINE

"""build, edition and archive: what is made of the records."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator import ROOT
from generator.commands import FINE, PROBLEMS, WRONG_USE, Commands, added, on_registry
from generator.doors import build, disk, progress
from generator.site.output import Output


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the three."""
    making = on_registry(commands, "build", "检查并生成网站", _build)
    making.add_argument("--site", type=Path, default=ROOT / "site", help="网站写到哪个文件夹")
    printing = on_registry(commands, "edition", "印一个年度的名录（PDF）", _edition)
    printing.add_argument("year", type=int, metavar="年度", help="收到这一年年底为止")
    printing.add_argument("--out", type=Path, required=True, metavar="文件", help="名录写到哪个文件")
    packing = added(commands, "archive", "把生成好的网站打成一个包，放到内网去", _archive)
    packing.add_argument("--site", type=Path, default=ROOT / "site", help="网站在哪个文件夹")
    packing.add_argument("--out", type=Path, required=True, metavar="文件", help="以 .tar.gz 或 .zip 结尾")


def _build(chosen: argparse.Namespace) -> int:
    from mkdocs.exceptions import Abort

    from generator.plugin import build_site

    try:
        with progress.shown() as step:
            told = build_site(chosen.registry, chosen.site, step)
    except Abort as refused:
        sys.stderr.write(f"{refused}\n")
        return PROBLEMS
    sys.stdout.write(told)
    return FINE


def _edition(chosen: argparse.Namespace) -> int:
    from generator.site.editions.register import TEMPLATE, edition_pdf, years

    with progress.shown() as step:
        loaded = build.load(chosen.registry, step)
    if loaded.refused:
        sys.stderr.write(loaded.report("text"))
        return PROBLEMS
    there = years(loaded.registry)
    if chosen.year not in range(min(there, default=1), max(there, default=0) + 1):
        sys.stderr.write(
            f"{chosen.year} 年印不出名录。记录里有命名的年度：{'、'.join(map(str, there)) or '没有'}。\n"
        )
        return WRONG_USE
    template = disk.read_folder(ROOT / "site_src/print")[TEMPLATE]
    with progress.shown() as step:
        step(f"排印 {chosen.year} 年的名录")
        printed = edition_pdf(template, loaded.registry, chosen.year)
    disk.write(chosen.out.parent, [Output(chosen.out.name, printed, TEMPLATE)])
    sys.stdout.write(f"写好了 {chosen.out}\n")
    return FINE


def _archive(chosen: argparse.Namespace) -> int:
    from generator.doors import archive

    try:
        archive.write(chosen.site, chosen.out)
    except archive.Refused as refused:
        sys.stderr.write(f"{refused}\n")
        return WRONG_USE
    sys.stdout.write(f"写好了 {chosen.out}\n")
    return FINE

"""build, serve and archive: the site."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from generator import ROOT
from generator.commands import FINE, PROBLEMS, WRONG_USE, Commands, added, on_registry, say, tell


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the three."""
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


def _archive(chosen: argparse.Namespace) -> int:
    from generator.doors import archive

    archive.write(chosen.site, chosen.out)
    say(f"写好了 {chosen.out}\n")
    return FINE

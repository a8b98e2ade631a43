"""build, serve and archive: the site."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from generator import HOME
from generator.commands import FINE, PROBLEMS, WRONG_USE, on_registry, say, tell
from generator.commands.watching import add_profile, watched


def add_build(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    on_registry(parser, _build)
    parser.add_argument(
        "--site", type=Path, default=HOME / "site", metavar="文件夹", help="网站写到哪个文件夹"
    )
    parser.add_argument(
        "--at", metavar="REV", default="", help="试着生成这个版本的记录，不检出它；不写就是文件夹里现在的样子"
    )
    parser.add_argument(
        "--today",
        action="store_true",
        help="照今天的日子写（截止了没有），给每天生成的网站；不写就照记录最后一次改动的那天",
    )
    parser.add_argument(
        "--fresh", action="store_true", help="全部重新做，不用上一次留下的（.cache 文件夹）；结果一样，只是慢"
    )
    parser.add_argument(
        "--compress",
        action="store_true",
        help="网页、脚本和数据旁边再放压缩好的 .gz 和 .br，给自己的服务器用（deploy/nginx.conf）",
    )
    add_profile(parser)


def add_serve(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    on_registry(parser, _serve)
    parser.add_argument(
        "-a", "--address", default="127.0.0.1:8000", metavar="地址", help="预览的地址和端口，或者只写端口"
    )
    parser.add_argument("-o", "--open", action="store_true", help="在浏览器里打开")


def add_archive(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    parser.set_defaults(run=_archive)
    parser.add_argument("--site", type=Path, default=HOME / "site", metavar="文件夹", help="网站在哪个文件夹")
    parser.add_argument("--out", type=Path, required=True, metavar="文件", help="以 .tar.gz 或 .zip 结尾")


def _build(chosen: argparse.Namespace) -> int:
    from generator.doors import progress, store
    from generator.plugin import build_site

    def work() -> None:
        with watched(chosen) as watch, progress.shown() as shown, store.opened(fresh=chosen.fresh) as kept:
            step = watch.steps(shown)
            own = {"at": chosen.at, "compress": chosen.compress, "today": chosen.today}
            built = build_site(chosen.registry, chosen.site, step, kept, watch, **own)
            step("把做好的留给下一次")
        say(built)

    return _unless_refused(work)


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

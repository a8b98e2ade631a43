"""The command line: joins the doors, and alone prints and chooses exit codes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator import build, codes, difference, files, git, reports, review, revisions, scaffold
from generator.intake.datum import DATUMS
from generator.output import Output, text_output
from generator.project import ROOT
from generator.rules.identity import path_of

FINE, PROBLEMS, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. 0 fine, 1 problems in the data, 2 wrong use; a bug raises, and Python's traceback tells of it."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if not hasattr(chosen, "run"):
        parser.print_help()
        return WRONG_USE
    code: int = chosen.run(chosen)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m generator", description="工作室名册：检查记录，生成网站。"
    )
    commands = parser.add_subparsers(title="命令", metavar="命令")
    check = _command(commands, "check", "检查全部记录", _check)
    check.add_argument("--format", choices=reports.FORMATS, default="text", help="输出的样子")
    check.add_argument("--fix", action="store_true", help="先改好不用动脑的：空格、冒号、换行、键的次序等")
    check.add_argument(
        "--since", metavar="REV", help="还检查从这个版本以来的改动：已公布的内容有没有无故改动"
    )
    _sides(check)
    comparing = _command(commands, "diff", "说明一次修改改了什么，给审核的人看", _diff)
    comparing.add_argument("since", metavar="BASE", help="和哪个版本比，如 main")
    comparing.add_argument("--format", choices=review.FORMATS, default="markdown", help="输出的样子")
    _sides(comparing)
    making = _command(commands, "build", "检查并生成网站", _build)
    making.add_argument("--site", type=Path, default=ROOT / "site", help="网站写到哪个文件夹")
    explaining = commands.add_parser("explain", help="说明一个问题代码，如 F204")
    explaining.add_argument("code", help="问题代码")
    explaining.set_defaults(run=_explain)
    new = _command(commands, "new", "取下一个编号，写一份新记录的草稿", _new)
    new.add_argument("name", help="工作室名称")
    for option, words in _NEW.items():
        new.add_argument(f"--{option}", help=words)
    importing = _command(commands, "import", "把填好的申报表、汇总表读成记录的草稿", _import)
    importing.add_argument("files", nargs="+", type=Path, metavar="文件", help="填好的 .docx 或 .xlsx")
    importing.add_argument("--datum", choices=DATUMS, default="wgs84", help="表里经纬度所用的坐标系")
    importing.add_argument("--out", type=Path, help="草稿写到哪个文件夹；不写就写进名册")
    printing = _command(commands, "edition", "印一个年度的名录（PDF）", _edition)
    printing.add_argument("year", type=int, metavar="年度", help="收到这一年年底为止")
    printing.add_argument("--out", type=Path, required=True, metavar="文件", help="名录写到哪个文件")
    packing = commands.add_parser("archive", help="把生成好的网站打成一个包，放到内网去")
    packing.add_argument("--site", type=Path, default=ROOT / "site", help="网站在哪个文件夹")
    packing.add_argument("--out", type=Path, required=True, metavar="文件", help="以 .tar.gz 或 .zip 结尾")
    packing.set_defaults(run=_archive)
    _command(commands, "generate", "由字段表重新生成 registry/schema 和 README.md 里的各表", _generate)
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, words: str, run: object
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words)
    parser.add_argument("--registry", type=Path, default=ROOT / "registry", help="记录所在的文件夹")
    parser.set_defaults(run=run)
    return parser


def _sides(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--at", metavar="REV", help="改动以后是哪个版本；不写就是文件夹里现在的样子")
    parser.add_argument("--direct", action="store_true", help="直接和那个版本比，不从两边分开的地方比起")


def _check(chosen: argparse.Namespace) -> int:
    if not _is_registry(chosen.registry):
        return WRONG_USE
    if chosen.since is None and (chosen.at or chosen.direct):
        sys.stderr.write("--at 和 --direct 要和 --since 一起用。\n")
        return WRONG_USE
    if chosen.fix and chosen.at:
        sys.stderr.write("--fix 改的是文件夹里的文件，不能和 --at 一起用。\n")
        return WRONG_USE
    mended = build.mend(chosen.registry) if chosen.fix else []
    if chosen.format == "text":
        sys.stdout.writelines(f"改好了 {path}\n" for path in mended)
    try:
        loaded = _loaded(chosen)
    except git.Unanswered as unanswered:
        sys.stderr.write(f"{unanswered}\n")
        return WRONG_USE
    sys.stdout.write(loaded.report(chosen.format))
    return PROBLEMS if loaded.refused else FINE


def _loaded(chosen: argparse.Namespace) -> build.Loaded:
    if chosen.since is None:
        return build.load(chosen.registry)
    return revisions.compare(chosen.registry, chosen.since, chosen.at, direct=chosen.direct).loaded


def _diff(chosen: argparse.Namespace) -> int:
    if not _is_registry(chosen.registry):
        return WRONG_USE
    try:
        compared = revisions.compare(chosen.registry, chosen.since, chosen.at, direct=chosen.direct)
    except git.Unanswered as unanswered:
        sys.stderr.write(f"{unanswered}\n")
        return WRONG_USE
    loaded = compared.loaded
    told = difference.difference(compared.changes[0], loaded.problems) if compared.changes else None
    sys.stdout.write(review.review(chosen.format, told, loaded.problems, f"{loaded.folder}/", loaded.records))
    return FINE


def _build(chosen: argparse.Namespace) -> int:
    if not _is_registry(chosen.registry):
        return WRONG_USE
    from mkdocs.exceptions import Abort

    from generator.plugin import build_site

    try:
        told = build_site(chosen.registry, chosen.site)
    except Abort as refused:
        sys.stderr.write(f"{refused}\n")
        return PROBLEMS
    sys.stdout.write(told)
    return FINE


def _explain(chosen: argparse.Namespace) -> int:
    told = codes.explain(chosen.code.upper())
    if told is None:
        sys.stderr.write(f"没有 {reports.visible(chosen.code)} 这个代码。全部代码见 registry/PROBLEMS.md。\n")
        return WRONG_USE
    sys.stdout.write(told.rstrip() + "\n")
    return FINE


_NEW = {
    "category": "劳模 或 职工",
    "unit": "所在单位",
    "leader": "领衔人姓名",
    "basis": "凭什么可以公开领衔人姓名：公开报道 或 本人同意",
    "district": "区域，如 中山区",
    "source-title": "来源的标题",
    "source-url": "来源的网址",
    "source-publisher": "来源的发布者",
}
_KEYS = {
    "source-title": "sources.title",
    "source-url": "sources.url",
    "source-publisher": "sources.publisher",
    "leader": "leader.name",
    "basis": "leader.basis.kind",
}


def _new(chosen: argparse.Namespace) -> int:
    if not _is_registry(chosen.registry):
        return WRONG_USE
    texts, names, _ = files.read_registry(chosen.registry)
    id_ = scaffold.next_id([*texts, *names])
    told = {_KEYS.get(option, option): getattr(chosen, option.replace("-", "_")) for option in _NEW}
    known = {"name": chosen.name, "kind": "联盟" if chosen.name.endswith("联盟") else "工作室"}
    known |= {key: value for key, value in told.items() if value}
    path = path_of(id_)
    files.write(chosen.registry, [text_output(path, scaffold.draft(id_, known), "new")])
    sys.stdout.write(
        f"写好了草稿 {chosen.registry / path}\n请打开它补全，删去不知道的行，然后检查：run.py check\n"
    )
    return FINE


def _import(chosen: argparse.Namespace) -> int:
    if not _is_registry(chosen.registry):
        return WRONG_USE
    from generator.intake import command

    told, failed = command.run(chosen.files, chosen.registry, chosen.out, chosen.datum)
    sys.stdout.write(told)
    return PROBLEMS if failed else FINE


def _edition(chosen: argparse.Namespace) -> int:
    from generator.edition import TEMPLATE, edition_pdf, years

    if not _is_registry(chosen.registry):
        return WRONG_USE
    loaded = build.load(chosen.registry)
    if loaded.refused:
        sys.stderr.write(loaded.report("text"))
        return PROBLEMS
    there = years(loaded.registry)
    if chosen.year not in range(min(there, default=1), max(there, default=0) + 1):
        sys.stderr.write(
            f"{chosen.year} 年印不出名录。记录里有命名的年度：{'、'.join(map(str, there)) or '没有'}。\n"
        )
        return WRONG_USE
    template = files.read_folder(ROOT / "site_src/print")[TEMPLATE]
    printed = edition_pdf(template, loaded.registry, chosen.year)
    files.write(chosen.out.parent, [Output(chosen.out.name, printed, TEMPLATE)])
    sys.stdout.write(f"写好了 {chosen.out}\n")
    return FINE


def _archive(chosen: argparse.Namespace) -> int:
    from generator import archive

    try:
        archive.write(chosen.site, chosen.out)
    except archive.Refused as refused:
        sys.stderr.write(f"{refused}\n")
        return WRONG_USE
    sys.stdout.write(f"写好了 {chosen.out}\n")
    return FINE


def _generate(chosen: argparse.Namespace) -> int:
    from generator import fieldguide, jsonschema

    registry = build.load(chosen.registry).registry
    made = [text_output(path, text, "schema.py") for path, text in jsonschema.schemas(registry).items()]
    if "README.md" in registry.texts:
        made.append(text_output("README.md", fieldguide.refreshed(registry.texts["README.md"]), "schema.py"))
    files.write(chosen.registry, made)
    return FINE


def _is_registry(folder: Path) -> bool:
    if (folder / "workshops").is_dir() and (folder / "vocabularies").is_dir():
        return True
    sys.stderr.write(
        f"{folder} 里没有 workshops 和 vocabularies，不像是名册的文件夹。请用 --registry 指明。\n"
    )
    return False

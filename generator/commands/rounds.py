"""round: a year's applications, from the call to the naming notice, in a folder of their own."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping
from pathlib import Path

from generator.commands import FINE, PROBLEMS, WRONG_USE, Commands, Run, on_registry, say, steps, tell
from generator.doors import build, progress, roundfolder
from generator.doors.trouble import Trouble
from generator.intake.rounds.announcing import GROUPINGS, KINDS, Particulars
from generator.intake.rounds.state import MOST_ASSESSORS, Round
from generator.libraries.characters import visible
from generator.model.dates import PartialDate, propose_day
from generator.model.registry import Registry

_YEARS = range(2000, 2100)
_MOST_SAID = 120
# What an operator supplies for a paper; what is not supplied is a marked blank in it.
_SUPPLIED = {
    "number": "文号，如 某工发〔2026〕12号",
    "date": "成文日期，如 2026-09-10",
    "title": "标题；不写就照推荐通知的说法",
    "issuer": "落款的单位；不写就是 register.yml 里的市总工会",
    "since": "公示开始的日期",
    "until": "公示截止的日期",
    "contact": "公示期内向谁反映，如 市总工会经济技术部，电话 ……",
}
_OF_OTHERS = {
    "公示": ("number",),
    "通报": ("since", "until", "contact"),
}  # what a paper of that kind does not say


def add_round(parser: argparse.ArgumentParser) -> None:
    """Tell its steps; each is a command of its own."""
    every = steps(parser)
    beginning = every.add_parser("new", help="建一个放本轮材料的文件夹")
    on_registry(beginning, _new)
    beginning.add_argument("year", type=int, metavar="年度", help="如 2026")
    beginning.add_argument("--call", required=True, metavar="通知", help="名册里推荐通知的编号，如 2026-5")
    beginning.add_argument("--dir", type=Path, required=True, metavar="文件夹", help="在名册和 git 以外")
    beginning.add_argument("--assessors", type=int, default=3, metavar="人数", help="考核的评委人数")
    taking = _step(every, "collect", "收下申报表和汇总表：文件、文件夹、压缩包都行", _collect)
    taking.add_argument("sent", nargs="+", metavar="文件", help="文件、文件夹、压缩包，或 *.docx")
    taking.add_argument("--recommender", default="", metavar="工会", help="这些材料是哪个推荐单位报送的")
    _step(every, "desk", "重做本轮.xlsx：填过的留着，材料和名册的变化都写进去", _desk)
    table = _step(every, "form1", "照收到的申报表填好各推荐单位的附件1（Excel 和 PDF）", _form1)
    asking = _step(every, "return", "给各推荐单位写一页要补正什么（Word）", _return)
    for one in (table, asking):
        one.add_argument(
            "--recommender", action="append", default=[], metavar="工会", help="只要这个推荐单位的"
        )
    announcing = _step(every, "notice", "照“结论”写公示或命名通报（Word 和 PDF）", _notice)
    announcing.add_argument("--kind", choices=KINDS, required=True, help="写哪一种")
    announcing.add_argument("--by", choices=GROUPINGS, default=GROUPINGS[0], help="名单按什么分组")
    for option, words in _SUPPLIED.items():
        announcing.add_argument(f"--{option}", default="", metavar="…", help=words)
    for option in ("issuer", "date"):
        asking.add_argument(f"--{option}", default="", metavar="…", help=_SUPPLIED[option])
    giving = _step(every, "publish", "把命名通报和命名的工作室写进名册", _publish)
    giving.add_argument("--notice", required=True, metavar="编号", help="通报在名册里的编号，如 naming-2026")


def _step(
    every: Commands[argparse.ArgumentParser], name: str, words: str, run: Run
) -> argparse.ArgumentParser:
    """Add a step that works on the folder of a round."""
    parser: argparse.ArgumentParser = every.add_parser(name, help=words)
    on_registry(parser, run)
    parser.add_argument("dir", type=Path, metavar="本轮文件夹", help="round new 建好的文件夹")
    return parser


def _new(chosen: argparse.Namespace) -> int:
    with progress.shown() as step:
        registry = build.load(chosen.registry, step).registry
    refused = _refused(chosen, registry)
    if refused:
        tell(f"{refused}\n")
        return WRONG_USE
    roundfolder.make(chosen.dir, chosen.registry, Round(chosen.year, chosen.call, chosen.assessors))
    say(
        f"建好了 {chosen.dir}。里面会有个人信息：不要放进名册、网站和代码托管的仓库。\n"
        f"接下来收材料：run.py round collect {chosen.dir} 收到的文件、文件夹和压缩包\n"
    )
    return FINE


def _refused(chosen: argparse.Namespace, registry: Registry) -> str:
    """Why there is no such round; empty if there may be."""
    calls = [notice.id for notice in registry.notices if notice.is_call]
    if not calls:
        return "名册里还没有推荐通知。请先运行 run.py call new 写出来，核对好再建本轮。"
    if chosen.call not in calls:
        return f"名册里没有编号为“{chosen.call}”的推荐通知，有的是：{'、'.join(calls)}。请先加上，或改正 --call。"
    if chosen.year not in _YEARS:
        return f"年度写四位数字，如 2026，不是 {chosen.year}。"
    if chosen.assessors not in range(1, MOST_ASSESSORS + 1):
        return f"评委写 1 到 {MOST_ASSESSORS} 人，不是 {chosen.assessors}。"
    return ""


def _collect(chosen: argparse.Namespace) -> int:
    from generator.commands.collecting import run

    with progress.shown() as step:
        words, all_read = run(chosen.dir, chosen.registry, chosen.sent, chosen.recommender, step)
    say(words)
    return FINE if all_read else PROBLEMS


def _desk(chosen: argparse.Namespace) -> int:
    from generator.commands import roundwork

    with progress.shown() as step:
        _, made = roundwork.at_desk(chosen.dir, chosen.registry, step)
    say(
        f"{roundwork.told(made)}写好了 {chosen.dir / roundfolder.DESK}：{len(made.applications)} 个工作室申报\n"
    )
    return PROBLEMS if made.told else FINE


def _form1(chosen: argparse.Namespace) -> int:
    from generator.commands.roundpapers import form1

    with progress.shown() as step:
        laid = form1(chosen.dir, chosen.registry, chosen.recommender, step)
    say(laid.text)
    return FINE if laid.ready else PROBLEMS


def _return(chosen: argparse.Namespace) -> int:
    from generator.commands.roundpapers import returned

    day = day_of("date", chosen.date)
    with progress.shown() as step:
        signed = (_issuer(chosen), day.chinese if day else "")
        laid = returned(chosen.dir, chosen.registry, chosen.recommender, signed, step)
    say(laid.text)
    return FINE if laid.ready else PROBLEMS


def _notice(chosen: argparse.Namespace) -> int:
    from generator.commands.roundpapers import noticed

    days = {option: day_of(option, getattr(chosen, option)) for option in ("date", "since", "until")}
    _agree(chosen, days)
    words = {option: day.in_documents if day else "" for option, day in days.items()}
    said = {option: words_of(option, getattr(chosen, option)) for option in ("title", "number", "contact")}
    told = Particulars(
        chosen.kind,
        0,
        issuer=_issuer(chosen),
        day=words["date"],
        since=words["since"],
        until=words["until"],
        grouping=chosen.by,
        **said,
    )
    with progress.shown() as step:
        laid = noticed(chosen.dir, chosen.registry, told, days["date"].first if days["date"] else None, step)
    say(laid.text)
    return FINE if laid.ready else PROBLEMS


def _agree(chosen: argparse.Namespace, days: Mapping[str, PartialDate | None]) -> None:
    """Trouble where what is supplied contradicts itself, or has no place in a paper of this kind and would be lost in silence."""
    lost = [f"--{option}" for option in _OF_OTHERS[chosen.kind] if getattr(chosen, option)]
    if lost:
        raise Trouble(f"{chosen.kind}里没有地方写 {'、'.join(lost)}，请去掉；或者改 --kind。")
    date, since, until = days["date"], days["since"], days["until"]
    if since and until and until < since:
        raise Trouble(f"公示从 {since.iso} 到 {until.iso}，截止在开始以前。请核对 --since 和 --until。")
    year = re.search(r"[〔［\[(（]([0-9]{4})[〕］\])）]", chosen.number)
    if date and year and int(year[1]) != date.year:
        raise Trouble(f"文号里是 {year[1]} 年，成文日期是 {date.iso}。请核对 --number 和 --date。")


def _publish(chosen: argparse.Namespace) -> int:
    from generator.commands.publishing import run

    with progress.shown() as step:
        words, failed = run(chosen.dir, chosen.registry, chosen.notice, step)
    say(words)
    return PROBLEMS if failed else FINE


def _issuer(chosen: argparse.Namespace) -> str:
    """Who signs: who is named, else the city's union."""
    return words_of("issuer", chosen.issuer) or build.local(chosen.registry).city.union or ""


def words_of(option: str, text: str) -> str:
    """The words of an option. Trouble where they are longer than those of any official text."""
    if len(text) > _MOST_SAID:
        raise Trouble(f"--{option} 写了 {len(text)} 字，至多 {_MOST_SAID} 字。请核对。")
    return visible(text)


def day_of(option: str, text: str) -> PartialDate | None:
    """The day that an option says; None if it is not written. Trouble where it is no day."""
    day = propose_day(text)
    if text and day is None:
        raise Trouble(f"--{option} 写的“{visible(text[:30])}”不是哪一天，请写成 2026-09-10 的样子。")
    return day

"""round form1, return, notice: the papers of a round as Word, Excel and PDF, laid into its folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.commands import roundwork
from generator.commands.roundwork import Work
from generator.doors import build, roundfolder
from generator.doors.progress import Step
from generator.doors.trouble import Trouble
from generator.forms.noticedocx import official_docx
from generator.forms.pdf import official_pdf, summary_pdf
from generator.forms.wordfile import About
from generator.forms.xlsx import summary_xlsx
from generator.intake.rounds import announcing, publishing, returning, summaries
from generator.intake.rounds.announcing import Particulars
from generator.intake.rounds.applications import Application, in_use
from generator.intake.rounds.concluding import OPEN, Conclusion
from generator.intake.rounds.desk import Made
from generator.libraries.characters import visible
from generator.model.dates import PartialDate

SUMMARIES, RETURNS, NOTICES = "附件1", "退回补正", "发文"
_NOBODY = "不知道推荐单位"
_SIGNED = ("落款的单位（--issuer）", "落款的日期（--date）")


@dataclass
class Laid:
    """What was written, and what an operator must know: lines in Chinese. `ready`: nothing is left to be done."""

    lines: list[str]
    ready: bool = True

    def tell(self, line: str) -> None:
        """Add what is left to be done."""
        self.lines.append(line)
        self.ready = False

    @property
    def text(self) -> str:
        """All lines."""
        return "".join(f"{visible(line)}\n" for line in self.lines)


def form1(folder: Path, registry: Path, unions: Iterable[str], step: Step) -> Laid:
    """Lay 附件1 of each union, or of those named, as Excel and PDF."""
    work, made = roundwork.at_desk(folder, registry, step)
    laid, press = Laid([]), build.press()
    for union, applications in _chosen(work, made, unions, laid).items():
        table = summaries.table_of(union, applications, work.ground)
        name = f"{SUMMARIES}/附件1 {_file_name(union)}"
        form = work.ground.summary
        _lay(laid, folder, f"{name}.xlsx", summary_xlsx(form, work.ground.registry, table.summary))
        _lay(laid, folder, f"{name}.pdf", summary_pdf(press, form, table.summary))
        if table.empty:
            counted = "、".join(f"{label} {count} 个" for label, count in table.empty.items())
            laid.lines.append(f"  {union}：{len(table.numbers)} 个工作室；还空着：{counted}")
    return laid


def returned(
    folder: Path, registry: Path, unions: Iterable[str], signed: tuple[str, str], step: Step
) -> Laid:
    """Lay a page for each union of which something is missing or doubtful."""
    work, made = roundwork.at_desk(folder, registry, step)
    laid = Laid([])
    for union, applications in _chosen(work, made, unions, laid).items():
        parts = returning.letter(union, applications, work.ground, signed)
        if parts:
            about = About(returning.TITLE, PartialDate.of(work.ground.today))
            _lay(laid, folder, f"{RETURNS}/退回补正 {_file_name(union)}.docx", official_docx(about, parts))
        else:
            laid.lines.append(f"{union}：没有要补的")
    if not all(signed) and any(RETURNS in line for line in laid.lines):
        left = [words for words, said in zip(_SIGNED, signed, strict=True) if not said]
        laid.tell(f"{'、'.join(left)}没有写，文件里标着“【……待填】”：加上再运行一次，或者在 Word 里填上。")
    return laid


def noticed(folder: Path, registry: Path, told: Particulars, day: date | None, step: Step) -> Laid:
    """Lay the 公示 or the naming notice as Word and PDF, out of what was concluded."""
    work, made = roundwork.at_desk(folder, registry, step)
    named = named_in(made)
    laid = Laid([])
    text = announcing.announced(named, replace(told, year=work.round_.year), work.ground)
    name = f"{NOTICES}/{told.kind}"
    about = About(text.title, PartialDate.of(day or work.ground.today))
    _lay(laid, folder, f"{name}.docx", official_docx(about, text.parts))
    _lay(laid, folder, f"{name}.pdf", official_pdf(build.press(), about, text.parts, roundfolder.DESK))
    if told.kind == announcing.NOTICE:
        issued = publishing.issued_by(told, text.title, day.isoformat() if day else "", named)
        roundfolder.save(folder, replace(work.round_, issued=issued))
    laid.lines.append(f"名单 {len(named)} 个工作室。红头、印章、版记不在里面，照本单位的办法加。")
    for line in _lacking(named):
        laid.tell(line)
    if text.blanks:
        laid.tell(f"文件里标着“【……待填】”的，请填上：{'、'.join(text.blanks)}。")
    undecided = [one.application.number for one in made.conclusions if one.word == OPEN]
    if undecided:
        laid.lines.append(f"还有 {len(undecided)} 个待定，不在名单里：{'、'.join(undecided[:20])}。")
    return laid


def named_in(made: Made) -> list[Conclusion]:
    """Return those that are to be named. Trouble where there are none, or where a conclusion cannot be understood."""
    if made.unclear:
        raise Trouble("；".join(made.unclear) + "。改好、存好以后再运行一次。")
    named = [one for one in made.conclusions if one.is_named]
    if not named:
        raise Trouble("“结论”里还没有一个“拟命名”的。请在本轮.xlsx 的“结论”里选好、存好，再运行一次。")
    nameless = [one.application.number for one in named if "name" not in announcing.listed_as(one)]
    if nameless:
        raise Trouble(f"{'、'.join(nameless)} 没有能用的工作室名称，请先在“总表”里写上，再运行一次。")
    return named


def _lacking(named: Iterable[Conclusion]) -> Iterable[str]:
    """What the list lacks, as sentences."""
    words = {"unit": "所在单位", "leader": "领衔人", "recommender": "推荐单位"}
    for one in named:
        lacking = [word for key, word in words.items() if key not in announcing.listed_as(one)]
        if lacking:
            yield f"{one.application.number} {one.application.says('name')}：没有能印的{'、'.join(lacking)}，请在“总表”里写上。"


def _chosen(work: Work, made: Made, unions: Iterable[str], laid: Laid) -> dict[str, list[Application]]:
    """The applications by their unions, of those named or of all. Trouble where nothing came of one that is named."""
    every = summaries.by_union(made.conclusions)
    nobodys = every.pop("", [])
    if nobodys:
        numbers = "、".join(one.number for one in nobodys)
        laid.tell(f"{_NOBODY}的没有写进去：{numbers}。请在“总表”的“推荐单位”里写上，再运行一次。")
    if not every and not nobodys:
        raise Trouble("本轮还没有收到材料。请先运行 run.py round collect。")
    wanted = [in_use(union, work.ground.registry) for union in unions]
    absent = [union for union in wanted if union not in every]
    if absent:
        raise Trouble(
            f"没有收到{'、'.join(map(visible, absent))}的材料。收到的有：{'、'.join(every) or '没有'}。"
        )
    return {union: every[union] for union in wanted or every}


def _lay(laid: Laid, folder: Path, name: str, content: bytes) -> None:
    roundfolder.lay(folder, content, name)
    laid.lines.append(f"写好了 {folder / name}")


def _file_name(union: str) -> str:
    """A union's name as a file may be called on every system."""
    return "".join(" " if sign in '\\/:*?"<>|' or not sign.isprintable() else sign for sign in union).strip()[
        :60
    ]

"""What a union is asked to complete: of each of its workshops what is missing, doubtful, or differs from its summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.intake.rounds import papers
from generator.intake.rounds.applications import Application
from generator.intake.rounds.comparing import differences
from generator.intake.rounds.ground import Ground
from generator.intake.rounds.overview import box
from generator.libraries.characters import visible
from generator.model.noticetext import Block

TITLE = "需要补充和核对的申报材料"
SIGNER, DAY = "【落款单位待填】", "【日期待填】"


def letter(
    union: str, applications: Iterable[Application], ground: Ground, signed: tuple[str, str]
) -> tuple[Block, ...]:
    """Return the page for a union; empty if nothing is asked. `signed`: who signs and the day, in words; empty is a marked blank."""
    listed = list(applications)
    asked = [(one, list(_asked(one, ground))) for one in listed]
    lacking = [(one, lines) for one, lines in asked if lines]
    if not lacking:
        return ()
    said = (
        f"《{ground.call.title}》的申报材料，收到你们推荐的{len(listed)}个工作室的。其中{len(lacking)}个有下面这些要补齐或核对，"
        "请改好申报表（附件2）和汇总表（附件1），再报送一次；没有列出的不用再报。"
    )
    found = [Block("title", (TITLE,)), Block("addressee", (f"{union}：",)), Block("paragraph", (said,))]
    for number, (one, lines) in enumerate(lacking, start=1):
        unit = one.says("unit")
        name = one.says("name") or "（没有写名称）"
        found.append(Block("item", (f"{number}. {name}{f'（{unit}）' if unit else ''}",)))
        found += [
            Block("paragraph", (visible(f"（{place}）{line}"),)) for place, line in enumerate(lines, start=1)
        ]
    signer, day = signed
    return (*found, Block("signature", (signer or SIGNER,)), Block("signature", (day or DAY,)))


def _asked(application: Application, ground: Ground) -> Iterator[str]:
    missing = [field.label for field in ground.fields if box(application, field).look == "missing"]
    if missing:
        yield f"没有写：{'、'.join(missing)}。"
    for paper in application.newest:
        for problem in paper.problems:
            if problem.place and not problem.message.startswith("空着 "):
                where = "申报表" if paper.is_form else "汇总表"
                yield f"{where}{problem.place}：{papers.told(problem)}，请核对。"
    for label, one, other, how in differences(application, ground):
        if not one or not other:
            yield f"{label}：{how}。"
        else:
            yield f"{label}：申报表写“{one}”，汇总表写“{other}”（{how}），请核对以哪个为准。"

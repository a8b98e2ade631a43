"""import --notice: the list of a naming notice becomes designations of records and new records, all told first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from generator.commands.importing import called, read_sent
from generator.doors import build, disk, gitlog, revisions
from generator.doors.progress import Step, counted, quiet
from generator.doors.trouble import Trouble, told_as
from generator.intake.naming.imported import imported
from generator.intake.standing import Standing
from generator.libraries.characters import visible
from generator.model.notices import Notice
from generator.model.registry import Registry
from generator.reading.schema.patterns import SLUG
from generator.site.output import outputs

_BLANK = """\
# yaml-language-server: $schema=../schema/notice.schema.json
id: {id}
kind: 命名通报
issuer: {union}
title: （通报的标题，照原文）
number: （文号；没有就删去这一行）
date: （落款日期，如 2026-07-01）
counts:
  劳模: （命名劳模创新工作室几个）
  职工: （命名职工创新工作室几个）
sources:
  - title: （通报的标题，照原文）
    publisher: {union}
"""


class AskedNames(NamedTuple):
    """How the list of a notice is imported: its id, the file that settles what heads mean, and whether nothing is to be written."""

    notice: str
    columns: Path | None = None
    dry: bool = False


def run(paths: Iterable[Path], folder: Path, asked: AskedNames, step: Step = quiet) -> tuple[str, bool]:
    """Return the report, and whether there was an error."""
    there, unjudged = build.read(folder, step)
    registry = called(there, asked.columns)
    notice = _notice(registry, asked.notice)
    past, words = gitlog.ever(folder)
    sent = (
        (path.as_posix(), read_sent(path)) for path in counted(step, "读名单", list(dict.fromkeys(paths)))
    )
    taken = [*registry.names, *past]
    made = imported(
        sent,
        notice,
        Standing(
            registry,
            taken,
            build.check_day(),
            unjudged,
            build.FONTS,
            revisions.taken_down(folder, registry),
        ),
    )
    if made.is_good and not asked.dry:
        with told_as("写不了记录，一份也没有改"):
            disk.write_changes(
                folder, outputs(made.result.new, "import"), outputs(made.result.altered, "import")
            )
    return (f"{words}\n" if words else "") + made.report(build.shown(folder), dry=asked.dry), made.failed


def _notice(registry: Registry, id_: str) -> Notice:
    notice = registry.notice_by_id.get(id_)
    if notice is None and f"notices/{id_}.yml" in registry.texts:
        raise Trouble(
            f"registry/notices/{visible(id_)}.yml 里有错误，读不懂。请先运行 run.py check，改好再读。"
        )
    if notice is None and not re.fullmatch(SLUG, id_):
        raise Trouble(f"“{visible(id_)}”不是通报的编号。请写成 naming-2026 的样子：小写字母、数字和减号。")
    if notice is None:
        path = f"registry/notices/{id_}.yml"
        then = f"请把上面的内容存为 {path}，括号里的换成通报上的内容，再读一次。"
        raise Trouble(
            f"名册里没有通报 {id_}。它要有这样一个文件：\n\n{_BLANK.format(id=id_, union=registry.local.city.union or '（哪个工会发的）')}\n{then}"
        )
    if not notice.is_naming:
        raise Trouble(f"{id_} 是{notice.kind}，不是命名通报。请用 --notice 写命名通报的编号。")
    return notice

"""Records, their ids and the order of ids are permanent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.history.change import Change, names_of, number
from generator.history.explained import added
from generator.model.local import number_of
from generator.model.workshop import Workshop
from generator.problems.code import ERROR, Code
from generator.problems.law import law
from generator.problems.problem import FILE_START, Problem
from generator.reading.placement import REDIRECTS

# Of the facts that a workshop is known by, how many must be known to tell that all of them changed.
_ENOUGH = 3


H401 = Code(
    "H401",
    ERROR,
    "已公布的记录不见了",
    meaning="别人收藏、引用过它的网址，牌子上印着它的编号；撤销和终止也要留下记录说明。",
    bad="删去了 workshops/0000/DL0003.yml，或改了它的编号",
    remedy="把文件放回来，已撤销或终止的在 events 里写明；同一个工作室建了两份的，改址到另一份，并在那一份里加一条更正。",
)


@law
def record_stays(change: Change) -> Iterator[Problem]:
    """A record stays under its id (H401; not if the file exists and cannot be read, or has moved).

    One of two records of the same workshop may go: its address is redirected to the other, which says so in a new correction.
    """
    existing = {number(path) for path in change.modes} | {number_of(one.id) for one in change.after.workshops}
    names = {workshop.path: workshop.name for workshop in change.before.workshops}
    new = {one.name: one.id for one in change.after.workshops if one.path not in change.published}
    for path in change.before.texts:
        old = number(path)
        if old and old not in existing and path in change.touched and not _is_merged(change, old):
            name = names.get(path, "")
            called = f"（{name}）" if name else ""
            gone = change.after.local.ids.of_number(old)
            moved = f"，它的名称出现在新编号 {new[name]} 下" if name in new else ""
            message = f"已公布的记录 {gone}{called}不见了{moved}"
            remedy = (
                f"请把 registry/{path} 放回来；已经撤销或终止的，加一条 events，记录保留。同一个工作室建了两份的，在"
                f" registry/{REDIRECTS} 里把 workshops/{gone}/ 改址到另一份，并在那一份的 corrections 里加一条，"
                f"before 写 {gone}，source 写依据。"
            )
            yield Problem(path, FILE_START, H401, message, remedy)


H402 = Code(
    "H402",
    ERROR,
    "记录写成了另一个工作室",
    meaning="一个编号永远只指同一个工作室；内容对调以后，旧网址会指到别家。",
    bad="DL0001.yml 和 DL0002.yml 的内容对调了",
    remedy="把各自的内容放回原来的编号下。",
)


@law
def record_is_not_rewritten(change: Change) -> Iterator[Problem]:
    """A change leaves something by which a workshop is known: not name, unit, leader and field all at once (H402)."""
    for pair in change.compared:
        known = [
            (old, new)
            for old, new in zip(_known_by(pair.before), _known_by(pair.after), strict=True)
            if old and new
        ]
        if len(known) >= _ENOUGH and all(
            old != new and not change.is_rewritten(old, new) for old, new in known
        ):
            message = f"{pair.after.id} 原来是“{pair.before.name}”，名称、单位、领衔人等一次全改了"
            remedy = "是另一个工作室的，请放回原来的内容，给它用新编号；确实还是这个工作室的，请分几次改，一次改一样，各写各的说明。"
            yield Problem(pair.after.path, pair.after.mark("name"), H402, message, remedy)


def _known_by(workshop: Workshop) -> tuple[str | None, ...]:
    leader = workshop.leader.name if workshop.leader else None
    return workshop.name, workshop.unit, leader, workshop.field


@law
def record_tells_of_its_workshop(change: Change) -> Iterator[Problem]:
    """No two records exchange their contents (H402)."""
    ids = {pair.before.name: pair.before.id for pair in change.pairs}
    for pair in change.pairs:
        if pair.after.id in change.swapped:
            message = f"{pair.after.id} 原来是“{pair.before.name}”，现在写成了 {ids[pair.after.name]} 的“{pair.after.name}”"
            remedy = "请把各自的内容放回原来的编号下；一个编号永远只指同一个工作室。"
            yield Problem(pair.after.path, pair.after.mark("name"), H402, message, remedy)


H403 = Code(
    "H403",
    ERROR,
    "编号已经给过别的工作室",
    meaning="编号永不重用，删掉的记录的编号也不能再给别家，否则旧网址会指到别家。",
    bad="曾有 DL0008，后来删去；现在又把 DL0008 给了别的工作室",
    remedy="新工作室用 run.py new 取新编号。",
)


@law
def id_is_not_used_again(change: Change) -> Iterator[Problem]:
    """An id that another workshop has, or ever had, is not used again (H403)."""
    highest = _highest(change)
    others = change.elsewhere - _in_both(change).keys()
    for workshop in change.after.workshops:
        if workshop.path in others:
            theirs = next((one.name for one in change.meanwhile if one.path == workshop.path), "")
            message = f"编号 {workshop.id} 在要合入的分支上已经给了{f'“{theirs}”' if theirs else '别的记录'}"
            new = change.after.local.ids.of_number(highest + 1)
            remedy = f"请更新自己的分支，再改用新编号（下一个是 {new}），文件名也改成 {new}.yml。"
            yield Problem(workshop.path, workshop.mark("id"), H403, message, remedy)
    for pair in change.reused:
        message = f"编号 {pair.after.id} 曾给过“{pair.before.name}”，那份记录后来删去了"
        remedy = f"新工作室请用新编号（下一个是 {change.after.local.ids.of_number(highest + 1)}）；是要恢复原来的记录，请照原样放回。"
        yield Problem(pair.after.path, pair.after.mark("id"), H403, message, remedy)


H404 = Code(
    "H404",
    ERROR,
    "编号没有接着往下排",
    meaning="编号从 1 起连续不断，才看得出有没有记录丢失。",
    bad="最大的编号是 DL0007，新记录写成了 DL0009",
    remedy="改成提示的编号，文件名也一样改。",
)


@law
def ids_run_on(change: Change) -> Iterator[Problem]:
    """New ids follow the highest ever used, without a gap (H404, at the first that does not)."""
    highest = _highest(change)
    new = sorted(
        (own, path) for path in change.modes if (own := number(path)) and path not in change.published
    )
    marks = {workshop.path: workshop.mark("id") for workshop in change.after.workshops}
    renamed = {pair.after.path for pair in change.pairs if pair.before.path != pair.after.path}
    for expected, (own, path) in enumerate(new, start=highest + 1):
        if own != expected and not (path in change.elsewhere | renamed or _moved(change, own, path)):
            ids = change.after.local.ids
            message = f"新记录的编号是 {ids.of_number(own)}，应当接着往下排，是 {ids.of_number(expected)}"
            remedy = (
                f"请把编号改成 {ids.of_number(expected)}，文件名也一样改；编号从 1 起连续不断，用过的不再用。"
            )
            yield Problem(path, marks.get(path, FILE_START), H404, message, remedy)
            return


H406 = Code(
    "H406",
    ERROR,
    "要合入的分支上已经有了这个文件，内容不同",
    meaning="同一份文件两边都加了，多半是这次修改压缩合并（squash）以后又在原来的分支上接着改；两边要合成一份，才看得出改了什么。",
    bad="DL0008.yml 已经压缩合并进 main，又在原来的分支上改了它的简介",
    remedy="更新自己的分支，把两边的内容合在一份里；编号不用换。",
)


@law
def what_came_meanwhile_is_taken_in(change: Change) -> Iterator[Problem]:
    """What both sides added is put together before it is judged (H406); another workshop under the same id is H403's."""
    ours = _in_both(change)
    others = {path for path in change.elsewhere if number(path) is None and not path.startswith("../")}
    for path in sorted({*ours, *others}):
        called = f"{ours[path].id}（{ours[path].name}）" if path in ours else "这个文件"
        message = f"{called}在要合入的分支上已经有了，内容和这里不一样"
        remedy = (
            "请先更新自己的分支（git merge 或 git rebase 要合入的分支，网页上按“更新分支”），"
            f"把两边的内容合在一份里，再提交{'；编号不用换' if path in ours else ''}。"
        )
        yield Problem(path, ours[path].mark("id") if path in ours else FILE_START, H406, message, remedy)


H407 = Code(
    "H407",
    ERROR,
    "已公布的记录换了编号或文件名",
    meaning="编号、文件名和网址一直对应；换了其中一个，旧网址就会打不开，或指到别家。",
    bad="把 DL0002.yml 和 DL0003.yml 两个文件的名字对调了，或者只把里面的 id 对调了",
    remedy="照提示改回原来的编号或文件名。",
)


@law
def id_and_file_stay_together(change: Change) -> Iterator[Problem]:
    """A published record keeps its id and its file's name (H407; it takes R301's place, which cannot know what was there)."""
    for before, after in change.renumbered:
        message = f"“{after.name}”的编号由 {before.id} 改成了 {after.id}"
        yield Problem(
            after.path, after.mark("id"), H407, message, f"请把 id 改回 {before.id}；文件名没有错。"
        )
    for before, after in change.pairs:
        name = PurePosixPath(before.path).name
        if PurePosixPath(after.path).name != name and before.name in names_of(after):
            message = f"{after.id} 的记录原来在 {name}，现在在 {PurePosixPath(after.path).name}"
            swapped = change.modes.keys() & {before.path} and "两个文件的名字对调了的，都要改回来；"
            remedy = f"请把文件名改回 {name}；{swapped or ''}里面的编号没有错。"
            yield Problem(after.path, after.mark("id"), H407, message, remedy)


def _highest(change: Change) -> int:
    return max((own for path in change.published if (own := number(path))), default=0)


def _in_both(change: Change) -> dict[str, Workshop]:
    """By path the records that the branch to be joined has got too, as records of the same workshop."""
    theirs = {one.path: one for one in change.meanwhile}
    return {
        one.path: one
        for one in change.after.workshops
        if one.path in change.elsewhere and one.path in theirs and _is_same(one, theirs[one.path])
    }


def _is_same(one: Workshop, other: Workshop) -> bool:
    """Whether two versions of a record tell of one workshop: by a name of it, or by its unit and its leader."""
    led = [side.leader.name if side.leader else None for side in (one, other)]
    where = one.unit is not None and one.unit == other.unit
    return bool(names_of(one) & names_of(other)) or (where and led[0] is not None and led[0] == led[1])


def _is_merged(change: Change, old: int) -> bool:
    """Return whether the record's address leads to another record, which says so in a new correction."""
    id_ = change.after.local.ids.of_number(old)
    goal = change.moved.get(f"workshops/{id_}/", "")
    before = {one.id: one.corrections for one in change.before.workshops}
    for other in change.after.workshops:
        if goal == f"workshops/{other.id}/" and other.path in change.touched:
            new = added(before.get(other.id, ()), other.corrections)
            return any(id_ in (one.before or "") and one.source for one in new)
    return False


def _moved(change: Change, own: int, path: str) -> bool:
    """Return whether the id was published at another path: the file is in a wrong folder, which is R302's."""
    return any(number(other) == own for other in change.published)

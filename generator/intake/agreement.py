"""What the rows of one file say together: columns that changed places, a column that was sorted alone."""

from __future__ import annotations

from dataclasses import replace

from generator.intake.filled import I619, Filled
from generator.intake.notes import FormNotes, quoted
from generator.intake.persons import is_organisation, is_person, is_workshop, named_in
from generator.intake.plain import one_line, seen, squeezed
from generator.problems.code import ERROR, WARNING, Code

I629 = Code(
    "I629",
    ERROR,
    "领衔人和工作室对不上",
    meaning="一行的领衔人在另一行的工作室名称里，多半是只给一列排了序；不改就会张冠李戴。",
    bad="“周某某职工创新工作室”一行的领衔人写着吴某某，吴某某的工作室在下一行",
    remedy="照原表把各列对齐，再读一次。",
)
I630 = Code(
    "I630",
    WARNING,
    "名称里像是另一个人",
    meaning="工作室多以领衔人命名。两处姓名不同，可能是换了领衔人，也可能填错了行。",
    bad="周某某职工创新工作室，领衔人：钱某某",
    remedy="核对是不是这个人领衔。",
)
_PAIRS = (("unit", "leader.name"), ("name", "unit"), ("name", "leader.name"))
# What the text of each key is expected to name.
_EXPECTED = {"unit": is_organisation, "leader.name": is_person, "name": is_workshop}
_MOST_LISTED = 10


def agreed(filled: list[Filled], notes: FormNotes) -> list[Filled]:
    """Return the applications, with a doubt on boxes that changed places (I619) or belong to another row (I629); I630 is noted."""
    for one, other in _PAIRS:
        filled = _without_swap(filled, one, other, notes)
    return _without_shift(filled, notes)


def _without_swap(filled: list[Filled], one: str, other: str, notes: FormNotes) -> list[Filled]:
    """Doubt two boxes where the text of one is what the other should be."""
    swapped = [number for number, it in enumerate(filled) if _is_swapped(it, one, other)]
    if not swapped:
        return filled
    first = filled[swapped[0]]
    labels = "和".join(f"“{box.field.label}”" for key in (one, other) if (box := first.box(key)))
    message = f"{labels}像是填反了{_counted(filled, swapped)}，都没有写进草稿"
    notes.add(
        _place(first, other), I619, message, "请核对；确是填反的，把两列对调再读一次，或照表格补进草稿。"
    )
    return [_doubted(it, one, other) if number in swapped else it for number, it in enumerate(filled)]


def _is_swapped(filled: Filled, one: str, other: str) -> bool:
    """Return whether one box says what the other should, and the other what fits it better than its own."""
    here, there = _text(filled, one), _text(filled, other)
    if not here or not there:
        return False
    wrong = _EXPECTED[other](here) and not _EXPECTED[one](here)
    return wrong and not _EXPECTED[other](there) and (_EXPECTED[one](there) or one == "unit")


def _without_shift(filled: list[Filled], notes: FormNotes) -> list[Filled]:
    """Doubt leaders whose name is in the workshop's name of another row; note one that is not the person in its own."""
    leaders = [_text(it, "leader.name") for it in filled]
    names = [_text(it, "name") for it in filled]
    shifted = [
        number
        for number, leader in enumerate(leaders)
        if len(leader) > 1
        and names[number]
        and leader not in names[number]
        and any(leader in name and leader != own for name, own in zip(names, leaders, strict=True))
    ]
    if shifted:
        message = f"领衔人的姓名在别的行的工作室名称里{_counted(filled, shifted)}，没有写进草稿"
        remedy = "多半是只给一列排了序。请照原表把各列对齐，再读一次；或照表格补进草稿。"
        notes.add(_place(filled[shifted[0]], "leader.name"), I629, message, remedy)
    for number, leader in enumerate(leaders):
        named = named_in(names[number])
        if number not in shifted and named and is_person(leader) and leader not in names[number]:
            message = f"工作室名称里像是{quoted(named)}，领衔人写的是{quoted(leader)}"
            notes.add(_place(filled[number], "leader.name"), I630, message, "请核对是不是这个人领衔。")
    return [_doubted(it, "leader.name") if number in shifted else it for number, it in enumerate(filled)]


def _text(filled: Filled, feeds: str) -> str:
    box = filled.box(feeds)
    return squeezed(one_line(seen(box.text))) if box and not box.doubtful else ""


def _doubted(filled: Filled, *feeds: str) -> Filled:
    boxes = {
        key: box._replace(doubtful=True) if any(feed in box.field.feeds for feed in feeds) else box
        for key, box in filled.boxes.items()
    }
    return replace(filled, boxes=boxes)


def _place(filled: Filled, feeds: str) -> str:
    box = filled.box(feeds)
    return box.place if box else filled.place


def _counted(filled: list[Filled], numbers: list[int]) -> str:
    """Return how many of several applications, and which."""
    if len(filled) == 1:
        return ""
    places = [filled[number].place.rpartition("!")[2] for number in numbers[:_MOST_LISTED]]
    more = "……" if len(numbers) > _MOST_LISTED else ""
    return f"（{len(filled)} 份里有 {len(numbers)} 份：{'、'.join(places)}{more}）"

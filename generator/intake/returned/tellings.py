"""What is told of a table that comes back: each problem of its rows with its code, its words and what to do."""

from __future__ import annotations

from generator.forms.sheets.columns import BASIS, DELETE, ID, NUMBER, WHICH, WHY, SheetColumn
from generator.intake.filled import I646
from generator.intake.notes import quoted
from generator.intake.returned.rows import ReturnedRow
from generator.problems.code import ERROR, Code
from generator.reading.kind import F212

Telling = tuple[Code, str, str]

I651 = Code(
    "I651",
    ERROR,
    "不知道是哪一份记录",
    meaning="表靠编号认记录；编号写错了，就会改到别家。",
    bad="编号写成 DL9999，名册里没有",
    remedy="照原表改回编号；新增一个工作室的，编号空着，写上名称。",
)


def unknown(id_: str) -> Telling:
    """The id is none of the registry's."""
    remedy = f"请照原表改回{ID}；新增一个工作室的，{ID}空着。"
    return I651, f"名册里没有{ID}是{quoted(id_)}的记录，这一行没有读", remedy


def nameless(row: ReturnedRow) -> Telling:
    """A row has no id, and no name of a new workshop."""
    if row.layout.key:
        message = f"{ID}空着，“{WHICH}”也不是新增的工作室的名称，不知道这一项是谁的"
        return I651, message, f"请写上{ID}；是新增的工作室的，“{WHICH}”照写它的名称。"
    return I651, f"{ID}和名称都空着，这一行没有读", f"请照原表写上{ID}；新增一个工作室的，写上名称。"


I652 = Code(
    "I652",
    ERROR,
    "编号和校验码对不上",
    meaning="多半只给几列排了序，编号和别的列错了位；照着读会把一家的内容写到另一家。",
    bad="只选中“编号”一列排了序",
    remedy="撤销排序，或者重新取一份表；要排序的选中整张表。",
)


def unsealed(row: ReturnedRow) -> Telling:
    """The seal belongs to another record, or to another item."""
    message = f"{ID}{quoted(row.id)}和这一行的校验码对不上，多半是只给几列排了序，或者改了{ID}、{NUMBER}，这一行没有读"
    return I652, message, "请撤销排序（要排序的选中整张表），或者重新取一份表填写。"


I653 = Code(
    "I653",
    ERROR,
    "同一份记录写了两行",
    meaning="两行说的是同一份记录、同一项，改得不一样就不知道以哪一行为准。",
    bad="编号 DL0006 有两行，一行改了单位",
    remedy="只留一行；是新增的一项的，序号空着。",
)


def twice(row: ReturnedRow) -> Telling:
    """Another row has the same id and number."""
    if row.layout.key:
        message = f"{row.id} 的第 {row.number} 项写了两行，不知道以哪一行为准"
        return I653, message, f"请只留一行；是新增的一项的，“{NUMBER}”空着。"
    return I653, f"{ID} {row.id} 写了两行，不知道以哪一行为准", f"请只留一行；是另一个工作室的，改正{ID}。"


def named_twice(name: str) -> Telling:
    """Two rows without an id have one name."""
    message = f"新增的{quoted(name)}写了两行，不知道以哪一行为准"
    return I653, message, "请只留一行；名称相同的两个工作室，请先新增一个，读回以后再新增另一个。"


I654 = Code(
    "I654",
    ERROR,
    "表做好以后，记录改过",
    meaning="取表以后别人改了同一处；照表写就会盖掉别人改的。",
    bad="取表以后网页上更正了单位，表上又改了单位",
    remedy="看记录现在的写法；还要改的，重新取一份表再改。",
)


def changed(column: SheetColumn, now: str, wanted: str) -> Telling:
    """The record says something else than when the table was made."""
    said = f"现在写的是{quoted(now)}" if now else "现在是空的"
    message = f"“{column.label}”在取表以后别人改过：记录里{said}，表上要改成{quoted(wanted)}，没有改"
    return I654, message, "请核对以哪个为准；还要改的，重新取一份表再改。"


def conflict(row: ReturnedRow, now: str) -> Telling:
    """The item of a row has changed."""
    said = f"记录里这一项现在是{quoted(now)}" if now else "记录里没有这一项了"
    message = f"{row.layout.name}第 {row.number} 项在取表以后别人改过：{said}，没有改"
    return I654, message, "请核对以哪个为准；还要改的，重新取一份表再改。"


def no_item(row: ReturnedRow, count: int) -> Telling:
    """There is no item of that number."""
    message = f"{row.id} 的“{row.layout.name}”只有 {count} 项，没有第 {row.number} 项"
    return I654, message, f"请照原表改回“{NUMBER}”；新增的一项，“{NUMBER}”空着。"


I655 = Code(
    "I655",
    ERROR,
    "改了已公布的内容，没有写原因和依据",
    meaning="别人收藏、引用过的内容不能悄悄变；改了要说得出原因和依据，更正会写进记录。",
    bad="改了名称，“改动原因”“改动依据”空着",
    remedy="在同一行写上改动原因和改动依据。",
)


def unexplained(words: str, before: str, event: str) -> Telling:
    """A published fact was changed without a reason. `event`: the kind of event that might explain it too, if there is one."""
    message = f"改了已公布的“{words}”（原来是{quoted(before)}），没有写{WHY}和{BASIS}"
    happened = f"；真的变了的，{WHY}写“{event}”和日期，如“{event} 2025-03”" if event else ""
    remedy = f"请在同一行的“{WHY}”写原来怎样错的，“{BASIS}”写依据{happened}。"
    return I655, message, remedy


def undated(kind: str) -> Telling:
    """An event has no date."""
    return I655, f"“{WHY}”写的是“{kind}”，没有日期", f"请写上日期，如“{kind} 2025-03”。"


def otherwise(words: str, kind: str) -> Telling:
    """An event does not explain this change."""
    message = f"“{kind}”说明不了“{words}”的改动"
    return I655, message, f"请分两次改：这一次只改“{kind}”的，另一次写明“{words}”原来怎样错的。"


def nothing(column: SheetColumn, text: str, now: str) -> Telling:
    """A word for nothing stands where the record says something."""
    message = f"“{column.label}”写着{quoted(text)}，记录里现在是{quoted(now)}，没有改"
    return F212, message, f"要删去的，请写“{DELETE}”；不改的，请照原表放回，或者空着。"


I657 = Code(
    "I657",
    ERROR,
    "这一项不能删去",
    meaning="没有名称、类型的记录不完整，不能公布；工作室撤销、终止了，记录也留着。",
    bad="名称一格写着“删除”",
    remedy="改成对的写法；撤销、终止的在“后续情况”里加一行。",
)


def needed(column: SheetColumn) -> Telling:
    """A record cannot be without it."""
    message = f"“{column.label}”不能{DELETE}，记录里一定要有"
    return I657, message, "请改成对的写法；工作室撤销、终止了的，在“后续情况”里加一行，记录留着。"


def unalterable(path: str) -> Telling:
    """The door that writes records refused."""
    return I646, f"registry/{path} 的写法特别，程序改不了，没有动它", "请打开这个文件改，或在网页上更正。"

"""A filled application to a record: its values, its category, its point, and the form as its source."""

from __future__ import annotations

import re

from generator.intake import datum
from generator.intake.filled import Box, Filled
from generator.intake.notes import I623, FormNotes
from generator.intake.persons import without_seal
from generator.intake.plain import half, squeezed
from generator.intake.record import Record
from generator.intake.values import Values
from generator.model.dates import propose_date
from generator.model.registry import Registry
from generator.problems.code import ERROR, Code
from generator.reading import schema
from generator.rules.names import ALLIANCE, UNCHOSEN, category_of

_UNCHOSEN = re.compile(UNCHOSEN)
_DEGREES = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?")
_TITLE, _PUBLISHER = 120, 60


I621 = Code(
    "I621",
    ERROR,
    "没有工作室名称",
    meaning="没有名称就不知道说的是哪个工作室，这一份不写草稿。",
    bad="“工作室名称”一格空着",
    remedy="补上名称，再读一次。",
)


def record(filled: Filled, registry: Registry, notes: FormNotes, point_datum: str) -> Record | None:
    """Return the record of one application; None without a name. `point_datum`: of its coordinates, one of datum.DATUMS."""
    values = Values(filled, registry, notes)
    draft = values.record
    if "name" not in draft.values:
        message = "没有能用的工作室名称，这一份没有写成草稿"
        notes.add(_place(filled, "name"), I621, message, "请补上名称，再读一次。")
        return None
    _category(draft, filled, notes)
    _point(draft, filled, notes, point_datum)
    _source(draft, filled, notes, values.dated)
    return draft


def _place(filled: Filled, feeds: str) -> str:
    """Return the place of the box that feeds a key."""
    return next((box.place for box in filled.boxes.values() if feeds in box.field.feeds), filled.place)


I624 = Code(
    "I624",
    ERROR,
    "名称和类别对不上",
    meaning="“劳模”“职工”是名称的一部分，也就是类别；两处不同，或两个都留着，就不知道是哪一类。",
    bad="×××劳模（职工）创新工作室",
    remedy="问清名称和类别，改好草稿。",
)


def _category(draft: Record, filled: Filled, notes: FormNotes) -> None:
    """劳模 or 职工 is part of the name; the column of the category must agree (I624)."""
    name = draft.values["name"]
    draft.values["kind"] = ALLIANCE if name.endswith(ALLIANCE) else "工作室"
    in_name, written = category_of(name), draft.values.get("category")
    if _UNCHOSEN.search(name):
        message = "名称里还留着格式的写法，“劳模”“职工”没有只留一个"
        notes.add(_place(filled, "name"), I624, message, "请问清名称，改好草稿。")
    elif in_name and written and in_name != written:
        del draft.values["category"]
        message = f"名称里是“{in_name}”，类别却写“{written}”"
        notes.add(_place(filled, "category"), I624, message, "请问清是哪一类，改好草稿。")
        draft.remarks.append(f"待核：汇总表写的类别：{written}（名称里是{in_name}）")
    elif in_name:
        draft.values["category"] = in_name


I631 = Code(
    "I631",
    ERROR,
    "经纬度读不懂",
    meaning="经度和纬度合起来才是一个点，都写成以度为单位的小数。",
    bad="经度 105.25，纬度空着",
    remedy="核对后补进草稿。",
)


def _point(draft: Record, filled: Filled, notes: FormNotes, point_datum: str) -> None:
    """Longitude and latitude, both or none, converted to WGS84 (I631)."""
    boxes = [box for box in filled.point if box]
    if not boxes:
        return
    lon, lat = map(_degrees, filled.point)
    if lon is None or lat is None:
        message = "经度和纬度要成对，都写成 105.25 这样的小数"
        notes.add(boxes[0].place, I631, message, "请核对后补进草稿。")
        draft.remarks.append(notes.masked(f"待核：汇总表写的经纬度：{'、'.join(box.text for box in boxes)}"))
        return
    lon, lat = datum.to_wgs84(lon, lat, point_datum)
    draft.values["location"] = {"lon": str(lon), "lat": str(lat)}


def _degrees(box: Box | None) -> float | None:
    text = half(squeezed(box.text)).rstrip("°") if box else ""
    return float(text) if _DEGREES.fullmatch(text) else None


def _source(draft: Record, filled: Filled, notes: FormNotes, dated: str) -> None:
    """The source is the form itself, with its date if it has one, and the keys that it supports."""
    layout = filled.form.layout
    publisher = without_seal(filled.publisher) or draft.values.get(
        "unit" if layout == "form" else "recommender", ""
    )
    if notes.is_personal(publisher):
        message = "表头的推荐单位里像是有个人信息，没有写进草稿"
        notes.add(filled.place, I623, message, "请在草稿的来源里补上推荐单位。")
        publisher = ""
    own = filled.title or filled.form.title
    title = f"{own}（{publisher}）" if publisher else own
    source: dict[str, object] = {"title": title if len(title) <= _TITLE else own}
    if publisher and len(publisher) <= _PUBLISHER:
        source["publisher"] = publisher
    day = propose_date(half(dated)) if squeezed(dated) else None
    if day:
        source["date"] = day
    keys = [field.key for field in schema.WORKSHOP.fields if field.key in draft.values]
    source["supports"] = [key for key in keys if key not in ("kind", "leader")]
    draft.values["sources"] = [source]

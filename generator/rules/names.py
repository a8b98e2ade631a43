"""Laws of names: how a workshop is named, and by which source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.model.part import Part
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law_of_one
from generator.problems.problem import Problem
from generator.problems.wording import Check
from generator.rules.parts import Condition, PartLaw, is_
from generator.rules.sources import supports_are_whole

# How a name says the category, and what every alliance is called.
IN_NAMES = {"劳模": "劳模创新工作室", "职工": "职工创新工作室"}
ALLIANCE = "联盟"
# 附件2 asks to strike out one of 劳模（职工） and to write a person's name for ×××: what was left as it is printed.
UNCHOSEN = r"劳模\s*[(（]\s*职工\s*[)）]|[×xX＊*]{2,}"
_QUOTES = "“”‘’\"'「」『』《》 "
_USUAL = {"工作室": tuple(IN_NAMES.values()), ALLIANCE: (ALLIANCE,)}
_HALF_WIDTH = re.compile(r"[()\[\]{}<>,;:!?\"'`|\\]|(?<![0-9])\.|\.(?![0-9])")
_FULL_WIDTH = str.maketrans("()[],;:!?<>", "（）［］，；：！？《》")


def category_of(name: str) -> str | None:
    """Return the category in a name, 劳模 or 职工; None if the name has neither or both."""
    categories = [category for category, words in IN_NAMES.items() if words in name]
    return categories[0] if len(categories) == 1 else None


R311 = Code(
    "R311",
    WARNING,
    "名称不是通常的格式",
    meaning="2019 年通知的表格规定名称写作“×××劳模（职工）创新工作室”。实际名称有别的写法，所以只提醒。",
    bad="name: 鹿新弟工作室",
    remedy="对照命名文件；文件就是这样写的，可以不改。",
)


@law_of_one
def name_is_usual(registry: Registry, today: date) -> Iterator[Problem]:
    """A name ends in 劳模创新工作室 or 职工创新工作室, an alliance's in 联盟 (R311; 大工办发〔2019〕24号 附件2)."""
    for workshop in registry.workshops:
        usual = _USUAL[workshop.kind]
        if workshop.name.endswith(usual):
            continue
        endings = "或".join(f"“{ending}”" for ending in usual)
        message = f"名称“{workshop.name}”不以{endings}结尾"
        remedy = "请对照命名文件；文件就是这样写的，可以不改。"
        if workshop.name.strip(_QUOTES).endswith(usual):
            message = f"名称两边的引号成了名称的一部分：{workshop.name}"
            remedy = "请删去两边的引号；命名文件上名称本来就带引号的，可以不改。"
        meant = next((kind for kind in _USUAL if workshop.name.endswith(kind)), workshop.kind)
        if meant != workshop.kind:
            remedy = f"这是{meant}的话，请把 kind 改为 {meant}。"
        yield Problem(workshop.path, workshop.mark("name"), R311, message, remedy)


_FORMS = "或".join(f"“×××{words}”" for words in IN_NAMES.values())
# The same law as data, in words for who fills in a form; the import tells what was left of the printed form as I624.
FOR_APPLICANTS = (
    Check("matches", R311, "请把“×××”换成真名字，“劳模”“职工”只留一个", "", {"form": f".*(?:{UNCHOSEN}).*"}),
    Check(
        "matches", given={"form": f".*(?:{'|'.join(words for ends in _USUAL.values() for words in ends)})"}
    ),
    Check("always", R311, f"名称一般写作{_FORMS}"),
)


R312 = Code(
    "R312",
    ERROR,
    "名称和类别矛盾",
    meaning="名称里的“劳模”“职工”就是类别，两处不同必有一处写错。",
    bad="name: 周示例职工创新工作室\ncategory: 劳模",
    remedy="对照命名文件，改正名称或类别。",
)


def _is_category(own: str, other: str) -> PartLaw:
    """劳模 or 职工 in the name is the category, since the category is part of the name."""
    conditions = (
        Condition("holds", "name", (IN_NAMES[own],)),
        Condition("lacks", "name", (IN_NAMES[other],)),
    )
    message = f"名称里是“{own}”，类别却写“{other}”"
    remedy = f"请对照命名文件，把类别改为 {own}，或改正名称。"
    return PartLaw(R312, "", (*conditions, is_("category", other)), "category", message, remedy)


model_worker_in_name_is_category = law_of_one(_is_category("劳模", "职工"))
staff_in_name_is_category = law_of_one(_is_category("职工", "劳模"))


R313 = Code(
    "R313",
    WARNING,
    "名称里有半角标点",
    meaning="公文里的名称用全角标点；混用时同一个名称会被当成两个。",
    bad="name: 周示例(电牵)职工创新工作室",
    remedy="把括号和标点改成全角；原文就是半角的，可以不改。",
)


@law_of_one
def name_has_full_width_punctuation(registry: Registry, today: date) -> Iterator[Problem]:
    """Names use full-width punctuation, as official documents do (R313; GB/T 15834)."""
    for workshop in registry.workshops:
        for key, name in _names(workshop):
            yield from _half_width(workshop.path, workshop, key, name)
    for notice in registry.notices:
        for entry in notice.names:
            yield from _half_width(notice.path, entry, "name", entry.name)


R314 = Code(
    "R314",
    WARNING,
    "名称没有来源",
    meaning="别的内容注明了来源，名称却没有；网页上会注明“名称待核”。",
    bad="sources 的 supports 里有 unit，没有 name",
    remedy="找到写有全称的来源后，在它的 supports 里加上 name。",
)


@law_of_one
def name_has_source(registry: Registry, today: date) -> Iterator[Problem]:
    """If sources name what they support, one supports the name (R314; else the page says 名称待核).

    There is no problem if a key of `supports` is unreadable: it may be the name's.
    """
    for workshop in registry.workshops:
        listing = any(source.supports for source in workshop.sources)
        if listing and supports_are_whole(workshop) and not workshop.supporting("name"):
            message = "名称没有来源，网页上会注明“名称待核”"
            remedy = "查到写有全称的来源后，请在它的 supports 里加上 name。"
            yield Problem(workshop.path, workshop.mark("name"), R314, message, remedy)


def _names(workshop: Workshop) -> Iterator[tuple[str, str]]:
    yield "name", workshop.name
    for number, name in enumerate(workshop.former_names, start=1):
        yield f"former_names.{number}", name


def _half_width(path: str, part: Part, key: str, name: str) -> Iterator[Problem]:
    match = _HALF_WIDTH.search(name)
    if match:
        proposed = name.translate(_FULL_WIDTH)
        message = f"名称“{name}”里有半角标点“{match[0]}”"
        change = f"请改成全角，如“{proposed}”；" if proposed != name else "请改成全角；"
        yield Problem(path, part.mark(key), R313, message, f"{change}原文就是半角的，可以不改。")

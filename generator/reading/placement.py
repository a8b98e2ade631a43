"""The right place of each file of a registry, and the problem of a file in another place or with another name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from generator.model.local import ID, PREFIX, Ids, number_of
from generator.problems.code import ERROR, Code
from generator.problems.problem import FILE_START, Problem

LOCAL, REDIRECTS, TOTALS = "register.yml", "redirects.yml", "totals.yml"
WORDS = ("vocabularies/", LOCAL)  # what decides how records are read
# The start of a file's first line, by which editors find its schema; MODELINE is the line of a record.
SCHEMA_LINE = "# yaml-language-server: $schema="
MODELINE = f"{SCHEMA_LINE}../../schema/workshop.schema.json"
# The form of each path, and one like it; `{id}` is the first id of the register.
_PLACES = (
    (
        re.compile(r"workshops/[0-9]{4,}/(?!(?:naming|call|[0-9]{4}-)[a-z0-9-]*\.yml)[^/]+\.yml"),
        "workshops/0000/{id}.yml",
    ),
    (re.compile(rf"notices/(?!{PREFIX}[0-9])[^/]+\.(?:yml|md)"), "notices/naming-2026.yml"),
    (re.compile(r"vocabularies/[^/]+\.yml"), "vocabularies/districts.yml"),
    (re.compile(r"forms/[0-9]{4}/[^/]+\.yml"), "forms/2019/application.yml"),
    (re.compile(r"register\.yml"), LOCAL),
    (re.compile(r"redirects\.yml"), REDIRECTS),
    (re.compile(r"totals\.yml"), TOTALS),
    (re.compile(r"schema/[^/]+\.schema\.json"), "schema/workshop.schema.json"),
    (re.compile(r"geo/[^/]+\.(?:geojson|md)"), "geo/land.geojson"),
    (re.compile(r"photos/[^/]+(?<!\.yml)(?<!\.txt)"), "photos/{id}-1.jpg"),
    (re.compile(r"[^/]+\.md"), "README.md"),
)
_WINDOWS = "（Windows 常常不显示扩展名：在文件夹的“查看”里勾选“文件扩展名”就看得到）"
# The form of a misplaced file's name (lower case), and the remedy. The first match counts.
_REMEDIES = (
    (r".*/(?:naming|call|[0-9]{4}-)[a-z0-9-]*\.yml", "通知和通报请放进 registry/notices。"),
    (r".*\.(?:docx?|xlsx?|wps|et|odt|ods|rtf|pdf)", "Word、Excel 文件不能直接放进来：填好的申报表、汇总表用 run.py import 读入，原件请移到别处。"),
    (r".*\.(?:jpe?g|png|webp|gif|bmp|heic|tiff?)", "照片请放进 registry/photos。"),
    (r".*\.(?:bak|tmp|old|orig|swp|log)|.*(?: - 副本|\.yml~).*", "这像是程序留下的备份，请删去。"),
    (r".*\.yml\.txt", f"请去掉末尾的 .txt，文件名以 .yml 结尾{_WINDOWS}。"),
    (r".*\.yaml", "请把文件名末尾的 .yaml 改成 .yml。"),
    (r"(?:.*/)?[a-z]{2,4}[0-9]+[。．]yml", "请把文件名里的句点改成半角的“.”，以 .yml 结尾。"),
    (r"(?!.*\.(?:yml|md|txt|json)$)(?:.*/)?[a-z]{2,4}[0-9]+", f"文件名要以 .yml 结尾，请加上{_WINDOWS}。"),
)  # fmt: skip
# Names that Windows keeps to itself, in any part of a path and with any ending.
_OF_WINDOWS = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[.][^/]*)?(?:/|$)", re.IGNORECASE)
_RECORD = re.compile(rf"(?:.*/)?{ID}\.yml")


def path_of(workshop_id: str) -> str:
    """Return the path of a record: DL1469 is in workshops/1000/DL1469.yml."""
    return f"workshops/{number_of(workshop_id) // 1000 * 1000:04}/{workshop_id}.yml"


def words_of(texts: Mapping[str, str]) -> dict[str, str]:
    """Return those of a registry's texts, by path, that decide how its records are read."""
    return {path: text for path, text in texts.items() if path.startswith(WORDS)}


def is_of_windows(name: str) -> bool:
    """Return whether a part of a path is a name that Windows keeps to itself: nobody there can have a copy."""
    return bool(_OF_WINDOWS.search(name))


def is_placed(name: str) -> bool:
    """Return whether the registry reads files at a path."""
    return any(form.fullmatch(name) for form, _ in _PLACES)


S105 = Code(
    "S105",
    ERROR,
    "文件的位置或名字不对",
    meaning="放错文件夹或起错名字的文件不会被读到，写的内容等于没写。",
    bad="workshops/DL0001.yml（少了一层文件夹）",
    remedy="照提示里的样子改位置和名字；不要的文件请删去。",
)


def misplaced(names: Iterable[str], ids: Ids) -> Iterator[Problem]:
    """Yield S105 for each path at which no file is read. `ids`: how the register writes them, for examples."""
    for name in sorted(names):
        if is_of_windows(name):
            message = "文件或文件夹的名字是 Windows 留给自己用的，在 Windows 上存不下来，整个名册也就下载不了"
            yield Problem(name, FILE_START, S105, message, "请换一个名字。")
        elif not is_placed(name):
            message = "这个文件放的位置或起的名字不对，不会被读到"
            yield Problem(name, FILE_START, S105, message, _remedy(name, ids.of_number(1)))


def _remedy(name: str, first_id: str) -> str:
    small = name.lower()
    special = next((remedy for form, remedy in _REMEDIES if re.fullmatch(form, small)), None)
    if special:
        return special
    if name.endswith(".YML"):
        return "请把文件名末尾的 .YML 改成小写的 .yml。"
    if _RECORD.fullmatch(name):
        right = PurePosixPath(path_of(PurePosixPath(name).stem))
        return f"请移到 registry/{right.parent} 文件夹。"
    first = PurePosixPath(name).parts[0]
    near = next((right for _, right in _PLACES if right.split("/")[0] == first), _PLACES[0][1])
    near = near.format(id=first_id if near.startswith("workshops") else first_id.lower())
    return f"请改成像 {near} 那样的位置和名字；不要的文件请删去。"

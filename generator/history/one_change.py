"""Laws for one change under review, not for everything since the last publication: its size; records and program apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.history.change import Change
from generator.history.files import KINDS, converting
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law
from generator.problems.problem import FILE_START, Problem

MOST_FILES, MOST_BYTES = 300, 100 * 1024**2
_RECORDS = ("workshops/", "notices/", "photos/")
_NOT_EDITED = ("schema/", "geo/", "PROBLEMS.md")


H451 = Code(
    "H451",
    ERROR,
    "一次改得太多",
    meaning="一次改几百份记录，没有人能审得过来。",
    bad="一次新增了 10000 份记录",
    remedy="分几次提交，每次不超过提示的数目。",
)
H454 = Code(
    "H454",
    ERROR,
    "一次改的文件太大",
    meaning="几百兆的改动没有人能审得过来，检查它的机器也放不下。",
    bad="一次加了 200 张没有缩小的照片",
    remedy="分几次提交；照片先缩小。",
)


def too_large(touched: Iterable[str], sizes: Mapping[str, int]) -> list[Problem]:
    """Return H451 or H454 for a change that is too large to review or to load; called before any file is read.

    H451: more files than MOST_FILES. H454: files of more than MOST_BYTES together; `sizes`: of the files after the change.
    """
    paths = sorted(path for path in touched if not path.startswith("../"))
    if len(paths) > MOST_FILES:
        message = f"这次改了 {len(paths)} 个文件，一次至多 {MOST_FILES} 个；其余的没有再查"
        remedy = f"请分几次提交，每次不超过 {MOST_FILES} 个；不是有意改的，请查明是哪一步改的。"
        return [Problem(paths[0], FILE_START, H451, message, remedy)]
    whole = sum(sizes.get(path, 0) for path in paths)
    if whole > MOST_BYTES:
        largest = max(paths, key=lambda path: (sizes.get(path, 0), path))
        message = f"这次改的文件一共 {whole // 1024**2} MB，一次至多 {MOST_BYTES // 1024**2} MB；没有再查"
        remedy = "请分几次提交；照片请先缩小到长边 4000 像素以内，存成 JPEG。这是其中最大的一个。"
        return [Problem(largest, FILE_START, H454, message, remedy)]
    return []


H452 = Code(
    "H452",
    ERROR,
    "记录和程序混在一次修改里",
    meaning="检查用的是合并前的程序；混在一起，程序的改动会藏在记录后面，新程序也管不到这些记录。",
    bad="一次修改里既有 DL0008.yml，又有 .github/workflows/check.yml",
    remedy="分成两次提交：先程序，后记录。",
)
H453 = Code(
    "H453",
    WARNING,
    "改了程序",
    meaning="改动不只是数据，要由懂程序的维护者看。",
    bad="改了 .github/workflows/check.yml",
    remedy="不是有意改的，请放回原样。",
)


@law
def records_come_alone(change: Change) -> Iterator[Problem]:
    """Records and program change apart (H452); a change of the program has a warning (H453). Links are H441's, converting H447's."""
    told = converting(change)
    outside = [
        path.removeprefix("../")
        for path in sorted(change.touched)
        if path.startswith("../") and change.modes.get(path) not in KINDS and path not in told
    ]
    records = [path for path in sorted(change.touched) if path.startswith(_RECORDS)]
    if not outside:
        return
    place = f"../{outside[0]}"
    more = f" 等 {len(outside)} 个文件" if len(outside) > 1 else ""
    if records:
        message = f"这次修改里既有记录（{len(records)} 个文件），又有程序（{len(outside)} 个文件）"
        remedy = "请分成两次提交：先程序，合并以后再提交记录。不是有意改的程序文件，请放回原样。"
        yield Problem(place, FILE_START, H452, message, remedy)
    else:
        remedy = "请懂程序的维护者看过再合并；不是有意改的，请放回原样。"
        yield Problem(place, FILE_START, H453, f"这次改了程序{more}", remedy)


H446 = Code(
    "H446",
    WARNING,
    "改了不用手改的文件",
    meaning="字段说明和问题说明由程序生成；海岸线和区域边界管着每个坐标算不算在区里，改了看不出来。",
    bad="只改了 registry/geo/districts.geojson 里的几个数",
    remedy="请懂程序的维护者看过再合并；不是有意改的，放回原样。",
)


@law
def what_is_not_edited_is_told(change: Change) -> Iterator[Problem]:
    """A change of generated files or of the ground of the map, without one of the program, has a warning (H446)."""
    if any(path.startswith("../") for path in change.touched):
        return
    made = [path for path in sorted(change.touched) if path.startswith(_NOT_EDITED)]
    if made:
        more = f" 等 {len(made)} 个文件" if len(made) > 1 else ""
        remedy = "请懂程序的维护者看过再合并；不是有意改的，请放回原样。"
        yield Problem(made[0], FILE_START, H446, f"这是不用手改的文件{more}", remedy)

"""What a change may bring in: plain files with plain names, not too many, records and program apart."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from generator.history.change import EXECUTABLE, SUBMODULE, SYMLINK, Change
from generator.problems.problem import FILE_START, Problem

MOST_FILES, MOST_BYTES = 300, 100 * 1024**2
_NAME = re.compile(r"(?:\.\./)?[A-Za-z0-9._/-]+")
_DEVICE = re.compile(r"(?:.*/)?(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.[^/]*)?", re.IGNORECASE | re.DOTALL)
_KINDS = {SYMLINK: "符号链接", SUBMODULE: "子模块"}
_RECORDS = ("workshops/", "notices/", "photos/")


def link_is_refused(change: Change) -> Iterator[Problem]:
    """No link and no submodule comes in (H441; among the registry's files, which are read, S101 tells of it)."""
    for path in sorted(change.touched):
        kind = _KINDS.get(change.modes.get(path, ""))
        if kind and re.search(r"(?:^|/)[.~]", path):
            yield Problem(path, FILE_START, "H441", f"这里是{kind}，不是文件", "请放进文件本身。")


def record_is_not_executable(change: Change) -> Iterator[Problem]:
    """No file of the registry is marked as a program (H442)."""
    for path, mode in sorted(change.modes.items()):
        if mode == EXECUTABLE and not path.startswith("../"):
            what = "请运行 git update-index --chmod=-x 加文件名，再提交。"
            yield Problem(path, FILE_START, "H442", "文件有“可执行”标记，记录不是程序", what)


def name_is_one_everywhere(change: Change) -> Iterator[Problem]:
    """No two paths are the same to Windows or macOS (H443, told at the later)."""
    twins: dict[str, list[str]] = defaultdict(list)
    for path in sorted(change.modes):
        twins[unicodedata.normalize("NFKC", path).casefold()].append(path)
    for first, *others in twins.values():
        for path in others:
            if {first, path} & change.touched:
                message = f"文件名和 {_escaped(first)} 只差大小写，在 Windows 上是同一个文件"
                yield Problem(path, FILE_START, "H443", message, "请改名或删去一个。")


def name_is_plain(change: Change) -> Iterator[Problem]:
    """A file's name is of ASCII letters, digits, dots, hyphens and underscores, and no device of Windows (H444)."""
    what = "文件名请只用半角字母、数字、点、减号和下划线，末尾不用点。"
    for path in sorted(change.touched & change.modes.keys()):
        if not _NAME.fullmatch(path) or _DEVICE.fullmatch(path) or path.endswith("."):
            yield Problem(path, FILE_START, "H444", "文件名里有不能用的字符，或是系统保留的名字", what)


def too_large(touched: Iterable[str], sizes: Mapping[str, int]) -> list[Problem]:
    """A change touches no more of the registry than somebody can review and a machine can hold; asked before any is read.

    H451: more files than MOST_FILES. H454: files of more than MOST_BYTES together; `sizes`: those of the files as they would stand.
    """
    held = sorted(path for path in touched if not path.startswith("../"))
    if len(held) > MOST_FILES:
        message = f"这次改了 {len(held)} 个文件，一次至多 {MOST_FILES} 个；其余的没有再查"
        what = f"请分几次提交，每次不超过 {MOST_FILES} 个；不是有意改的，请查明是哪一步改的。"
        return [Problem(held[0], FILE_START, "H451", message, what)]
    whole = sum(sizes.get(path, 0) for path in held)
    if whole > MOST_BYTES:
        largest = max(held, key=lambda path: (sizes.get(path, 0), path))
        message = f"这次改的文件一共 {whole // 1024**2} MB，一次至多 {MOST_BYTES // 1024**2} MB；没有再查"
        what = "请分几次提交；照片请先缩小到长边 4000 像素以内，存成 JPEG。这是其中最大的一个。"
        return [Problem(largest, FILE_START, "H454", message, what)]
    return []


def records_come_alone(change: Change) -> Iterator[Problem]:
    """Records and program change apart (H452); a change of the program is pointed out (H453). H441 tells of links."""
    outside = [
        path.removeprefix("../")
        for path in sorted(change.touched)
        if path.startswith("../") and change.modes.get(path) not in _KINDS
    ]
    records = [path for path in sorted(change.touched) if path.startswith(_RECORDS)]
    if not outside:
        return
    place = f"../{outside[0]}"
    more = f" 等 {len(outside)} 个文件" if len(outside) > 1 else ""
    if records:
        message = f"这次修改里既有记录（{len(records)} 个文件），又有程序（{len(outside)} 个文件）"
        what = "请分成两次提交：先程序，合并以后再提交记录。不是有意改的程序文件，请放回原样。"
        yield Problem(place, FILE_START, "H452", message, what)
    else:
        what = "请懂程序的维护者看过再合并；不是有意改的，请放回原样。"
        yield Problem(place, FILE_START, "H453", f"这次改了程序{more}", what)


def _escaped(path: str) -> str:
    return path if path.isprintable() else path.encode("unicode_escape").decode("ascii")

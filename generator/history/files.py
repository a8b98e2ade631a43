"""The files that a change may add: plain files with plain names, not too many, records and program apart."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from generator.history.change import EXECUTABLE, SUBMODULE, SYMLINK, Change
from generator.problems.code import ERROR, Code
from generator.problems.law import law
from generator.problems.problem import FILE_START, Problem

_NAME = re.compile(r"(?:\.\./)?[A-Za-z0-9._/-]+")
_DEVICE = re.compile(r"(?:.*/)?(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.[^/]*)?", re.IGNORECASE | re.DOTALL)
KINDS = {SYMLINK: "符号链接", SUBMODULE: "子模块"}


H441 = Code(
    "H441",
    ERROR,
    "改动里有链接或子模块",
    meaning="链接和子模块会把别处的内容带进来，审核的人看不见。",
    bad="把 README.md 换成了指向别处的符号链接",
    remedy="放进文件本身。",
)


@law
def link_is_refused(change: Change) -> Iterator[Problem]:
    """No link and no submodule is added (H441; among the registry's files, which are read, it is S101)."""
    for path in sorted(change.touched):
        kind = KINDS.get(change.modes.get(path, ""))
        if kind and re.search(r"(?:^|/)[.~]", path):
            yield Problem(path, FILE_START, H441, f"这里是{kind}，不是文件", "请放进文件本身。")


H442 = Code(
    "H442",
    ERROR,
    "记录文件有“可执行”标记",
    meaning="记录是数据，不该能当程序运行。",
    bad="git 里 DL0001.yml 的模式是 100755",
    remedy="运行 git update-index --chmod=-x 加文件名，再提交。",
)


@law
def record_is_not_executable(change: Change) -> Iterator[Problem]:
    """No file of the registry is marked as a program (H442)."""
    for path, mode in sorted(change.modes.items()):
        if mode == EXECUTABLE and not path.startswith("../"):
            remedy = "请运行 git update-index --chmod=-x 加文件名，再提交。"
            yield Problem(path, FILE_START, H442, "文件有“可执行”标记，记录不是程序", remedy)


H443 = Code(
    "H443",
    ERROR,
    "两个文件名只差大小写",
    meaning="在 Windows 和 macOS 上它们是同一个文件，一个会盖掉另一个。",
    bad="DL0001.yml 和 dl0001.yml",
    remedy="改名或删去一个。",
)


@law
def name_is_one_everywhere(change: Change) -> Iterator[Problem]:
    """No two paths are the same on Windows or macOS (H443, at the later one)."""
    twins: dict[str, list[str]] = defaultdict(list)
    for path in sorted(change.modes):
        twins[unicodedata.normalize("NFKC", path).casefold()].append(path)
    for first, *others in twins.values():
        for path in others:
            if {first, path} & change.touched:
                message = f"文件名和 {_escaped(first)} 只差大小写，在 Windows 上是同一个文件"
                yield Problem(path, FILE_START, H443, message, "请改名或删去一个。")


H444 = Code(
    "H444",
    ERROR,
    "文件名里有不能用的字符",
    meaning="换行、空格、中文标点等在别的电脑和网址里会出错，也会让检查结果看走眼。",
    bad="文件名里有换行",
    remedy="文件名只用半角字母、数字、点、减号和下划线。",
)


@law
def name_is_plain(change: Change) -> Iterator[Problem]:
    """A file's name consists of ASCII letters, digits, dots, hyphens and underscores, and is no device of Windows (H444)."""
    remedy = "文件名请只用半角字母、数字、点、减号和下划线，末尾不用点。"
    for path in sorted(change.touched & change.modes.keys()):
        if not _NAME.fullmatch(path) or _DEVICE.fullmatch(path) or path.endswith("."):
            yield Problem(path, FILE_START, H444, "文件名里有不能用的字符，或是系统保留的名字", remedy)


def _escaped(path: str) -> str:
    return path if path.isprintable() else path.encode("unicode_escape").decode("ascii")

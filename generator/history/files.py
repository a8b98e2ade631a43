"""The files that a change may add: plain files with plain names, not too many, records and program apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.history.change import EXECUTABLE, SUBMODULE, SYMLINK, Change
from generator.libraries.characters import nfkc, visible
from generator.problems.code import ERROR, Code
from generator.problems.law import law
from generator.problems.problem import FILE_START, Mark, Problem
from generator.reading.decoding import is_passed_over
from generator.reading.placement import is_of_windows

_PART = re.compile(r"(?!-)[A-Za-z0-9._-]*[A-Za-z0-9_-]")  # of a path, a file's name or a folder's
_MOST_SIGNS = 150  # of a whole path; Windows allows 260 with the folder that holds the copy
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
    meaning="在 Windows 和 macOS 上它们是同一个文件或文件夹，一个会盖掉另一个；全角和半角也一样。",
    bad="DL0001.yml 和 dl0001.yml；registry 旁边又有 Registry",
    remedy="改名或删去一个。",
)


@law
def name_is_one_everywhere(change: Change) -> Iterator[Problem]:
    """No two files or folders are the same on Windows or macOS (H443, at the first touched file below the later one)."""
    spelt: dict[str, str] = {}
    told: set[str] = set()
    for path in sorted(change.modes, key=lambda path: (path in change.touched, path)):
        for part in _heads(path.removeprefix("../") if path.startswith("../") else change.folder + path):
            first = spelt.setdefault(nfkc(part).casefold(), part)
            if first == part or path not in change.touched:
                continue
            if part not in told:
                message = f"{visible(part)} 和 {visible(first)} 只差大小写或全角半角，在 Windows 和 macOS 上是同一个"
                yield Problem(path, FILE_START, H443, message, "请改名或删去一个。")
            told.add(part)
            break


def _heads(path: str) -> Iterator[str]:
    """A path's folders from above, then itself."""
    parts = path.split("/")
    return ("/".join(parts[:number]) for number in range(1, len(parts) + 1))


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
    """Files and folders are named by ASCII letters, digits, dots, hyphens, underscores, and not as devices of Windows (H444).

    A device's name in the registry itself is S105.
    """
    remedy = "文件名和文件夹名请只用半角字母、数字、点、减号和下划线，不以减号开头，末尾不用点。"
    for path in sorted(change.touched & change.modes.keys()):
        plain = all(map(_PART.fullmatch, path.removeprefix("../").split("/")))
        if not plain:
            yield Problem(path, FILE_START, H444, "文件名里有不能用的字符", remedy)
        elif path.startswith("../") and is_of_windows(path):
            message = "文件或文件夹的名字是 Windows 留给自己用的，在 Windows 上存不下来"
            yield Problem(path, FILE_START, H444, message, "请换一个名字。")
        elif len(path) > _MOST_SIGNS:
            message = f"文件名连同文件夹有 {len(path)} 个字，Windows 上可能取不下来"
            yield Problem(path, FILE_START, H444, message, f"请改短到 {_MOST_SIGNS} 个字以内。")


H445 = Code(
    "H445",
    ERROR,
    "名册里有隐藏的文件",
    meaning="隐藏的文件不会被读到，审核的人也容易漏看；git 自己的设置文件还能让每一份副本里的记录变成乱码，或者让新记录提交不上。",
    bad="registry/.gitattributes 写着 *.yml working-tree-encoding=UTF-16",
    remedy="删去它；电脑自己留下的（.DS_Store、Thumbs.db、~$ 开头的）也删去。",
)
_OF_GIT = {
    ".gitattributes": "会改动每一份副本里的记录（如换成别的编码）",
    ".gitignore": "会让新记录提交不上",
    ".gitmodules": "会把别处的内容带进来",
}


@law
def nothing_is_hidden(change: Change) -> Iterator[Problem]:
    """No hidden file and no editor's leftover comes into the registry; a file that steers git is told always (H445)."""
    for path, mode in sorted(change.modes.items()):
        effect = _OF_GIT.get(path.rpartition("/")[2].casefold(), "")
        if path.startswith("../") or mode in KINDS or not is_passed_over(path):
            continue
        if effect or path in change.touched:
            message = (
                f"这是 git 的设置文件，{effect}" if effect else "隐藏的文件，或电脑自己留下的文件，不会被读到"
            )
            remedy = f"请删去 {visible(change.folder + path)}，再提交。"
            yield Problem(path, FILE_START, H445, message, remedy)


H447 = Code(
    "H447",
    ERROR,
    "git 的设置会改动文件",
    meaning="换编码、套过滤程序会让每一份副本里的文件和仓库里的不一样，记录会变成乱码。",
    bad="项目的 .gitattributes 里写着 registry/** working-tree-encoding=UTF-16",
    remedy="删去那一行；需要转换的，改文件本身。",
)
_CONVERTS = re.compile(r"(?:^|\s)(?:working-tree-encoding|filter|ident)(?:=|\s|$)")


@law
def files_stay_as_they_are_stored(change: Change) -> Iterator[Problem]:
    """No `.gitattributes` outside the registry converts what is checked out (H447, at the first line that does)."""
    for path, mark in converting(change).items():
        remedy = "请删去这一行；文件里要写什么，就直接写什么。"
        yield Problem(path, mark, H447, "这一行会让取下来的文件和仓库里的不一样", remedy)


def converting(change: Change) -> dict[str, Mark]:
    """Return by path the first line that has git convert files."""
    found: dict[str, Mark] = {}
    for path, text in sorted(change.attributes.items()):
        for number, line in enumerate(text.splitlines(), start=1):
            if _CONVERTS.search(line) and not line.lstrip().startswith("#"):
                found.setdefault(path, Mark(number, 1, len(line) + 1))
    return found

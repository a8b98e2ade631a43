"""A round's folder on disk: where it may lie, what was received, the desk. It holds what is no business of the public's."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from generator import ROOT
from generator.doors import disk, git, ours
from generator.doors.trouble import Trouble
from generator.intake.rounds import state
from generator.intake.rounds.state import Round
from generator.libraries.characters import visible

MARK = ".register-round"
ORIGINALS, DESK, BEFORE = "原件", "本轮.xlsx", "本轮（上一次）.xlsx"
_MARKED = "# 这个文件夹由名册的程序生成，放一年的推荐申报材料，里面有个人信息：不要放进名册、网站和代码托管的仓库。\n"
_IGNORED = "# 里面有个人信息，一个文件也不进 git。\n*\n"
_ELSEWHERE = "请用别的文件夹，如“文档”里的 {}；里面有个人信息，不能公开"


def make(folder: Path, registry: Path, round_: Round) -> None:
    """Make a round's folder. Trouble where the place is public, or where something is there already."""
    _judge(folder, registry)
    if disk.is_taken(folder):
        what = "已经是一个本轮文件夹" if (folder / MARK).is_file() else "已经有别的东西"
        raise Trouble(f"{_shown(folder)} {what}，没有动它。请另写一个空的或新的文件夹。")
    _mark(folder)
    save(folder, round_)


def opened(folder: Path, registry: Path) -> Round:
    """Return what the round of a folder knows. Trouble where it is none, or lies where it could become public."""
    if not (folder / MARK).is_file():
        raise Trouble(
            f"{_shown(folder)} 不是本轮文件夹（里面没有 {MARK}）。请核对文件夹；还没有建的，先运行 run.py round new。"
        )
    _mark(folder)  # who copies a folder often leaves hidden files behind
    _judge(folder, registry)
    try:
        return state.read((folder / state.NAME).read_text("utf-8"))
    except (FileNotFoundError, UnicodeDecodeError, state.Unreadable) as error:
        raise Trouble(
            f"{_shown(folder / state.NAME)} 不在了，或者不是程序写的样子。请从备份里取回；没有备份的，"
            "用 run.py round new 另建一个，把材料重新收一遍。"
        ) from error


def save(folder: Path, round_: Round) -> None:
    """Write down what a round knows."""
    disk.replace(folder / state.NAME, state.text(round_).encode("utf-8"))


def keep(folder: Path, ending: str, content: bytes) -> str:
    """Keep an original under a name made of its content; return its path in the folder."""
    path = f"{ORIGINALS}/{hashlib.sha256(content).hexdigest()[:16]}.{ending}"
    if not (folder / path).is_file():
        disk.replace(folder / path, content)
    return path


def original(folder: Path, path: str) -> bytes | None:
    """Return the bytes of an original; None where it is not there any more."""
    try:
        return (folder / path).read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        return None


def desk(folder: Path) -> bytes | None:
    """Return the bytes of the desk; None before it is first made. Trouble where somebody has it open."""
    path = folder / DESK
    _refuse_open(path)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _held(path) from error


def lay(folder: Path, content: bytes, name: str = DESK) -> None:
    """Lay a file into the folder, and keep the one before beside it, in which somebody may have written. Trouble where it is open."""
    path = folder / name
    _refuse_open(path)
    try:
        if path.is_file() and (before := path.read_bytes()) != content:
            disk.replace(path.with_name(f"{path.stem}（上一次）{path.suffix}"), before)
        disk.replace(path, content)
    except PermissionError as error:
        raise _held(path) from error


def _refuse_open(path: Path) -> None:
    """Trouble where an office program has left the sign beside a file that it holds it open."""
    beside = (f"~${path.name}", f".~lock.{path.name}#", f".~{path.name}")
    lock = next((name for name in beside if path.with_name(name).exists()), None)
    if lock:
        raise Trouble(
            f"{_shown(path)} 正在 Excel、Word 或 WPS 里开着。请存好、关掉，再运行一次；"
            f"没有开着的，删去旁边留下的 {visible(lock)}。"
        )


def _held(path: Path) -> Trouble:
    return Trouble(
        f"{_shown(path)} 写不了：多半正在 Excel 或 WPS 里开着，或者设成了只读。请存好、关掉，再运行一次。"
    )


def _mark(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in ((MARK, _MARKED), (".gitignore", _IGNORED)):
        path = folder / name
        if not path.is_file() or path.read_bytes() != text.encode("utf-8"):
            disk.replace(path, text.encode("utf-8"))


def _judge(folder: Path, registry: Path) -> None:
    """Trouble where what lies in a folder would be published: the registry, a site, the program, what git sees."""
    real = Path(os.path.realpath(folder))
    elsewhere = _ELSEWHERE.format(visible(real.name))
    for above in (real, *real.parents):
        for one, words in ((registry, "名册的文件夹"), (ROOT, "程序的文件夹")):
            if ours.same(above, Path(os.path.realpath(one))):
                raise Trouble(f"{_shown(real)} 在{words}里面。{elsewhere}。")
        if above.is_dir() and ours.is_site(above):
            raise Trouble(f"{_shown(real)} 在网站的文件夹里面（{_shown(above)}）。{elsewhere}。")
    at = next(above for above in (real, *real.parents) if above.is_dir())
    if any((above / ".git").exists() for above in (at, *at.parents)) and git.sees(at, real, state.NAME):
        raise Trouble(f"{_shown(real)} 在 git 的仓库里面，git 没有忽略它，会把它提交出去。{elsewhere}。")


def _shown(path: Path) -> str:
    return visible(str(path))

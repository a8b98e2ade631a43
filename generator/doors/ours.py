"""What this program wrote and may therefore replace: a site's folder by the mark in it; everything else is somebody's."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import ROOT
from generator.doors.trouble import Trouble, reason
from generator.libraries.characters import visible

MARK = ".register-site"  # in each site: a line of explanation, then the path of each file of the site
_FINISHED = (
    "# 这个文件夹由名册的程序生成，再次生成时整个换掉。程序写的文件列在下面；别的文件请不要放在这里。\n"
)
_BEGUN = "# 这个文件夹由名册的程序生成，还没有写完，可以删掉。\n"
_LEFT_BY_SYSTEMS = (".ds_store", "thumbs.db", "desktop.ini")  # in any folder that somebody looked at
_ELSEWHERE = "请用 --site 另指一个空的或新的文件夹"


def goal(site: Path, registry: Path | None = None) -> Path:
    """The same as `place`. Trouble also where what is there is not ours to replace."""
    folder = place(site, registry)
    judge(folder)
    return folder


def place(site: Path, registry: Path | None = None) -> Path:
    """The folder that a site would be written to, links resolved. Trouble where it is, holds or lies in what a site must never
    touch: the registry, the project, the home folder."""
    try:
        folder = Path(os.path.realpath(site.expanduser()))
        _ends(folder)
    except RuntimeError as error:  # a home that is not known
        raise Trouble(f"{visible(str(site))} 找不到去处（没有这个用户）。{_ELSEWHERE}。") from error
    except OSError as error:
        raise Trouble(f"{visible(str(site))}：{reason(error) or error}。{_ELSEWHERE}。") from error
    _keep_away(folder, registry)
    return folder


def _ends(folder: Path) -> None:
    """Raises OSError for a circle of links, whose real path is itself."""
    with contextlib.suppress(FileNotFoundError):
        folder.stat()


def _keep_away(folder: Path, registry: Path | None) -> None:
    kept = [(ROOT, "程序的文件夹")]
    with contextlib.suppress(RuntimeError):  # a user without a home, as in a container
        kept.append((Path(os.path.realpath(Path.home())), "用户的主文件夹"))
    if registry is not None:
        top = Path(os.path.realpath(registry))
        kept = [(top, "名册的文件夹"), *kept, *((one, "名册的仓库") for one in _repository(top))]
    for one, words in kept:
        if any(same(folder, above) for above in (one, *one.parents)):
            raise Trouble(
                f"{_shown(folder)} 是{words}，或者包着它（{_shown(one)}），写网站会把它删掉。{_ELSEWHERE}。"
            )
    if registry is not None and any(same(above, kept[0][0]) for above in folder.parents):
        raise Trouble(f"{_shown(folder)} 在名册的文件夹里面，那里只放记录。{_ELSEWHERE}，如 site。")
    inside = next((above for above in folder.parents if same(above, ROOT)), None)
    parts = folder.relative_to(inside).parts if inside else ()
    hidden = parts and parts[0].startswith(".")
    if len(parts) > 1 or hidden or ".git" in map(str.casefold, folder.parts):
        raise Trouble(f"{_shown(folder)} 在程序自己的文件夹里面。{_ELSEWHERE}，如 site。")


def _repository(folder: Path) -> Iterator[Path]:
    yield from (above for above in folder.parents if (above / ".git").exists())


def same(one: Path, other: Path) -> bool:
    """Whether both are one folder, by whatever name: letters of either case, a drive seen twice."""
    with contextlib.suppress(OSError):
        return one.samefile(other)
    return one == other


def judge(folder: Path, shown: Path | None = None) -> None:
    """Trouble where there is something at a site's place that this program did not write. `shown`: the place to name, if it
    has been moved from there."""
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise Trouble(f"{_shown(folder)} 是文件，不是文件夹，没有动它。{_ELSEWHERE}。")
    if folder.is_mount():
        raise Trouble(
            f"{_shown(folder)} 是挂载点，不能整个换掉。请用 --site 指它里面的一个文件夹，如 {_shown(folder / 'site')}。"
        )
    found = next(foreign(folder), None)
    if found:
        raise Trouble(
            f"{_shown(shown or folder)} 里有不是这个程序写的东西（如 {visible(found)}），没有动它。"
            f"{_ELSEWHERE}，或者先把那些东西移走。"
        )


def foreign(folder: Path) -> Iterator[str]:
    """The paths in a folder that this program did not write, sorted within their folder; what systems leave is passed over."""
    yield from _foreign(folder, files(folder))


def _foreign(folder: Path, paths: Iterable[str]) -> Iterator[str]:
    known = listed(folder)
    elder = known is None and _is_elder(folder)
    for path in paths:
        if (known and path in known) or path == MARK or path.rpartition("/")[2].lower() in _LEFT_BY_SYSTEMS:
            continue
        if not elder or any(part.startswith(".") for part in path.split("/")):
            yield path


def files(folder: Path) -> Iterator[str]:
    """All that lies below a folder but folders themselves: files, links, pipes; raises OSError where it cannot be seen."""
    waiting = [("", os.fspath(folder))]
    while waiting:
        above, at = waiting.pop()
        names = []
        with os.scandir(at) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{above}{entry.name}/", entry.path))
                else:
                    names.append(entry.name)
        yield from (f"{above}{name}" for name in sorted(names))


def listed(folder: Path) -> frozenset[str] | None:
    """The files that the mark of a site names; None where it bears no mark, or that of a build that did not end."""
    mark = folder / MARK
    if mark.is_symlink() or not mark.is_file():
        return None
    head, *paths = mark.read_text("utf-8", errors="replace").splitlines() or [""]
    return frozenset(paths) if head == _FINISHED.rstrip() else None


def _is_elder(folder: Path) -> bool:
    """Whether it is a site of a version that left no mark: its build.json and its checksums know each other."""
    try:
        build = json.loads((folder / "build.json").read_bytes())
        sums = hashlib.sha256((folder / "SHA256SUMS").read_bytes()).hexdigest()
    except (OSError, ValueError):
        return False
    return isinstance(build, dict) and build.get("sha256_of_sha256sums") == sums


def is_site(folder: Path) -> bool:
    """Whether a folder holds a finished site of this program."""
    return listed(folder) is not None or _is_elder(folder)


def begin(folder: Path) -> None:
    """Make a folder that is known as ours from its first moment on."""
    folder.mkdir()
    (folder / MARK).write_text(_BEGUN, encoding="utf-8")


def finish(folder: Path) -> None:
    """Mark a folder as a whole site; the same files give the same mark."""
    paths = sorted(path for path in files(folder) if path != MARK)
    text = _FINISHED + "".join(f"{path}\n" for path in paths)
    (folder / MARK).write_text(text, encoding="utf-8", newline="\n")


def remove(folder: Path) -> None:
    """Remove a folder of ours as far as the system lets us, and nothing that somebody has put there. File by file, so that
    what comes meanwhile stays; the mark goes last, so that what is left is still known."""
    with contextlib.suppress(OSError):
        begun = (folder / MARK).is_file() and listed(folder) is None
        paths = [*files(folder)]
        if not begun and next(_foreign(folder, paths), None):
            return
        for path in paths:
            if path != MARK:
                (folder / path).unlink()
        for at, folders, _ in os.walk(folder, topdown=False):
            for name in folders:
                Path(at, name).rmdir()
        if [entry.name for entry in os.scandir(folder)] == [MARK]:
            (folder / MARK).unlink()
        folder.rmdir()


def leftovers(site: Path, word: str) -> list[Path]:
    """The folders beside a site that a build which was killed has left, and no others of such names, sorted."""
    name = re.compile(rf"\.{re.escape(site.name)}\.{word}(\.[0-9]+)?")
    beside = sorted(path for path in site.parent.iterdir() if name.fullmatch(path.name))
    return [path for path in beside if _is_ours(path)]


def _is_ours(folder: Path) -> bool:
    if folder.is_symlink() or not folder.is_dir():
        return False
    return (folder / MARK).is_file() or not any(folder.iterdir()) or _is_elder(folder)


def unused(site: Path, word: str) -> Path:
    """A path beside a site that nobody uses."""
    names = (f".{site.name}.{word}{number}" for number in ("", *(f".{n}" for n in range(2, 1000))))
    return next(path for path in map(site.with_name, names) if not os.path.lexists(path))


def written(paths: Iterable[str]) -> bool:
    """Whether these are the paths of a packed site of this program."""
    return bool({f"site/{MARK}", "site/build.json"} & set(paths))


def _shown(path: Path) -> str:
    return visible(str(path))

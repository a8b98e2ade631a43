"""The files of a commit or of a disk as git names them, by their place from the registry's folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from pathlib import Path

from generator.doors import disk, git
from generator.history.change import SYMLINK
from generator.reading.decoding import Stored, is_passed_over, is_text, most_bytes

Tree = Mapping[str, git.File]  # outside the registry's folder by `../` and the path from the top


def placed(repository: git.Repository, commit: str) -> dict[str, git.File]:
    """All files of a commit."""
    cut = len(repository.prefix)
    return {
        path[cut:] if path.startswith(repository.prefix) else f"../{path}": file
        for path, file in git.tree(repository, commit).items()
    }


def in_registry(tree: Tree) -> dict[str, git.File]:
    """What of a commit is looked at when the other side is the disk: the registry."""
    return {path: file for path, file in tree.items() if not path.startswith("../")}


def in_hand(file: Stored) -> Stored:
    """The same file, read if it is a text: what is judged is then what was named, and is read once."""
    if not (file.regular and is_text(file.name) and file.size <= most_bytes(file.name)):
        return file
    return file._replace(read=partial(bytes, file.read()))


def on_disk(folder: Path, files: Iterable[Stored], known: Tree, like: str) -> dict[str, git.File]:
    """The files on disk as git would name them. `files`: those that are read; a mode that a disk cannot hold is taken to be unchanged.

    Of the hidden ones, which are not read, those that the next commit would hold.
    """
    found = {}
    hidden = filter(is_passed_over, git.kept(folder))
    for file in (*files, *disk.stored(folder, hidden)):
        mode = known[file.name].mode if file.name in known and is_regular(known[file.name]) else "100644"
        content = file.read() if file.regular else b""
        if is_text(file.name):
            content = content.replace(b"\r\n", b"\n")
        name = git.blob(content, like)
        found[file.name] = git.File(mode if file.regular else SYMLINK, name, file.size)
    return found


def is_regular(file: git.File) -> bool:
    """Whether it is no link and no submodule."""
    return file.mode in ("100644", "100755")


def shape(file: git.File | None) -> tuple[str, str] | None:
    """What makes two files the same: the size on a disk may be another, by its line ends."""
    return (file.mode, file.object) if file else None


def stored(repository: git.Repository, after: Tree) -> list[Stored]:
    """Return the files of a registry as a commit holds them."""
    own = {path: file for path, file in after.items() if not path.startswith("../")}
    readable = {
        path: file.object
        for path, file in own.items()
        if is_regular(file) and (is_read(path) or _is_photo(path)) and file.size <= most_bytes(path)
    }
    stored = git.contents(repository, readable.values())
    return [
        Stored(path, is_regular(file), file.size, partial(bytes, stored.get(file.object, b"")))
        for path, file in sorted(own.items())
        if not is_passed_over(path)
    ]


def photos(found: Iterable[Stored], names: Collection[str]) -> dict[str, bytes]:
    """Return the bytes of photographs. `names`: of the files that may be taken, as `sort_out` gave them."""
    return {file.name: file.read() for file in found if file.name in names and _is_photo(file.name)}


def is_read(path: str) -> bool:
    """Whether a path is of a text that is read."""
    return is_text(path) and not is_passed_over(path) and not path.startswith("../")


def _is_photo(path: str) -> bool:
    return path.startswith("photos/")

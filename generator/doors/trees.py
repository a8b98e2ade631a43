"""The files of a commit or of a disk as git names them, by their place from the registry's folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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

"""Mutations of whole files, and of what a .docx or .xlsx packs."""

from __future__ import annotations

import io
import zipfile
import zlib
from random import Random

from tests.made.mutations.texts import Files, cut, noise, picked
from tests.made.mutations.values import VALUES

_NAMES = (
    "workshops/0000/DL0099.yml", "workshops/DL0001.yml", "workshops/0001/DL0001.yml", "workshops/0000/dl0001.yml", "workshops/0000/DL0001.YML",
    "workshops/0000/DL0001.yaml", "workshops/0000/DL0001.yml.txt", "Workshops/0000/DL0001.yml", "workshops/0000/DL0001 (1).yml", "notices/甲.yml",
    "workshops/0000/" + "甲" * 80 + ".yml", "notices/a.md", "notices/naming-2099.yml", "vocabularies/new.yml", "forms/2023/other.yml", "photos/con.jpg",
    "photos/dl0001-1.JPG", "geo/x.geojson", "redirects.yml", "README.md", "x/y/z/deep.yml", ".gitattributes", "~$x.docx", "workshops/0000/a\u202eb.yml",
)  # fmt: skip


def moved(files: Files, chance: Random) -> str:
    """A file is renamed, doubled, lost, emptied, or holds what another held."""
    path, other = picked(files, chance, ""), picked(files, chance, "")
    what = chance.choice(("renamed", "doubled", "lost", "emptied", "exchanged", "overwritten"))
    name = chance.choice((*_NAMES, other + ".bak", path.upper(), path + "/" + path.rpartition("/")[2]))
    if what in ("renamed", "lost"):
        content = files.pop(path)
        files |= {name: content} if what == "renamed" else {}
    elif what == "doubled":
        files[name] = files[path]
    elif what == "emptied":
        files[path] = chance.choice((b"", b"\n", b"# x\n", b"{}", b"[]", b"null", b"\xef\xbb\xbf"))
    else:
        files[path], files[other] = files[other], files[other if what == "overwritten" else path]
    return f"{path}: {what} ({name if what in ('renamed', 'doubled') else other})"


def packed(files: Files, chance: Random) -> str:
    """A part of a .docx or .xlsx is spoiled as any file is, or lost, or there twice; the rest is packed again."""
    path = picked(files, chance, ".docx", ".xlsx")
    try:
        with zipfile.ZipFile(io.BytesIO(files[path])) as whole:
            parts: Files = {name: whole.read(name) for name in whole.namelist()}
    except (KeyError, zlib.error, zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError):
        return ""
    part = chance.choice([*sorted(parts), *(name for name in parts if "document" in name or "sheet" in name)])
    one = {part: parts.pop(part)}
    how = chance.choice((cut, noise, _words, _words, _words, _tags, _tags, None))
    words = how(one, chance) if how else f"{part}: lost"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in {**parts, **(one if how else {})}.items():
            new.writestr(zipfile.ZipInfo(name), content)
    files[path] = made.getvalue()
    return f"{path}: {words}"


def _words(files: Files, chance: Random) -> str:
    """A text between two tags is another."""
    return _between(
        files, chance, b">", b"<", chance.choice(VALUES).replace("&", "&amp;").replace("<", "&lt;")
    )


def _tags(files: Files, chance: Random) -> str:
    """A tag is lost, doubled, or comes from elsewhere in the part."""
    (content,) = files.values()
    tags = [piece.partition(b">")[0] for piece in content.split(b"<")[1:]]
    new = chance.choice((b"", b"x", *tags[:200])) if tags else b""
    return _between(files, chance, b"<", b">", new.decode("utf-8", "replace"))


def _between(files: Files, chance: Random, start: bytes, end: bytes, new: str) -> str:
    ((path, content),) = files.items()
    pieces = content.split(start)
    at = chance.randrange(len(pieces))
    _, found, after = pieces[at].partition(end)
    pieces[at] = new.encode("utf-8", "replace") + found + after
    files[path] = start.join(pieces)
    return f"{path}: piece {at} is {new[:20]!r}"

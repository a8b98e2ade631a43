"""The finished site as one file, to be opened by a double click or laid on a server: the same files give the same bytes."""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import zipfile
import zlib
from pathlib import Path

from generator.doors import disk, ours
from generator.doors.trouble import Trouble
from generator.libraries.characters import visible
from generator.libraries.compression import FORMS
from generator.site import packed

# The first that a zip can tell; the files' own times would differ from build to build.
_DAY = (1980, 1, 1, 0, 0, 0)
_BEGIN = "说明.txt"
_MODE = 0o644


def write(site: Path, target: Path) -> None:
    """Pack a site's folder into a .tar.gz or a .zip, in which it lies as the folder `site`, its links leading to files.

    Trouble where that cannot be.
    """
    kinds = {".gz": _tar, ".zip": _zip}
    pack = kinds.get(target.suffix.lower())
    if pack is None or (pack is _tar and not target.name.lower().endswith(".tar.gz")):
        raise Trouble("--out 的文件名要以 .tar.gz 或 .zip 结尾。")
    if not site.is_dir() or not ours.is_site(site):
        raise Trouble(f"{site} 里没有这个程序生成的网站。请先运行 run.py build，或用 --site 指明网站在哪里。")
    if Path(os.path.realpath(target)).is_relative_to(os.path.realpath(site)):
        raise Trouble("要把包写进网站自己的文件夹里。请把包写到别处。")
    if os.path.lexists(target) and not _is_ours(target):
        raise Trouble(f"{target} 已经有了，不是这个程序打的包，没有动它。请换一个文件名，或者先把它移走。")
    disk.replace(target, pack(_contents(site)))


def _contents(site: Path) -> dict[str, bytes]:
    """What a package holds, by path: pages for a folder's reader, what else the site has as it is, and how to begin."""
    held = {path: _read(site, path) for path in _paths(site)}
    for path in [path for path in held if path.endswith(".html")]:
        held[path] = packed.linked_to_files(path, held[path], held)
        for end, squeezed in FORMS.items():
            if f"{path}{end}" in held:
                held[f"{path}{end}"] = squeezed(held[path])
    try:
        build = json.loads(held.get("build.json", b"{}"))
    except ValueError:
        build = {}
    contents = {f"site/{path}": content for path, content in held.items()}
    return {_BEGIN: packed.told(build if isinstance(build, dict) else {}), **contents}


def _paths(site: Path) -> list[str]:
    """The files of a site, without what systems or people have laid among them."""
    listed = ours.listed(site)
    return sorted([*listed, ours.MARK] if listed is not None else ours.files(site))


def _read(site: Path, path: str) -> bytes:
    try:
        return (site / path).read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise Trouble(
            f"{site} 里的网站不全，少了 {visible(path)}，没有打包。请重新运行 run.py build，再打包。"
        ) from error


def _is_ours(target: Path) -> bool:
    """Whether what is there is a package of a site, as this program makes it."""
    if not target.is_file():  # reading a pipe would wait for ever
        return False
    try:
        if target.name.lower().endswith(".zip"):
            with zipfile.ZipFile(target) as archive:
                return ours.written(archive.namelist())
        with tarfile.open(target) as tar:
            return ours.written(tar.getnames())
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError):
        return False


def _tar(contents: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=made, mode="wb", filename="", mtime=0) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for name, content in contents.items():
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(content), _MODE
            tar.addfile(member, io.BytesIO(content))
    return made.getvalue()


def _zip(contents: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in contents.items():
            member = zipfile.ZipInfo(name, _DAY)
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 3
            member.external_attr = (0o100000 | _MODE) << 16
            archive.writestr(member, content)
    return made.getvalue()

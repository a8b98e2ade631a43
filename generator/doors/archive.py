"""The finished site as one file for an intranet: the same files give the same bytes."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import zipfile
import zlib
from pathlib import Path

from generator.doors import disk, ours
from generator.doors.trouble import Trouble
from generator.libraries.characters import visible

_DAY = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # the first that a zip can tell; the files' own times would differ from build to build
_MODE = 0o644


def write(site: Path, target: Path) -> None:
    """Pack a site's folder into a .tar.gz or a .zip, in which it lies as the folder `site`. Trouble where that cannot be."""
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
    contents = {f"site/{path}": _read(site, path) for path in _paths(site)}
    disk.replace(target, pack(contents))


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
            with zipfile.ZipFile(target) as packed:
                return ours.written(packed.namelist())
        with tarfile.open(target) as tar:
            return ours.written(tar.getnames())
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, tarfile.TarError):
        return False


def _tar(contents: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=packed, mode="wb", filename="", mtime=0) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for name, content in contents.items():
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(content), _MODE
            tar.addfile(member, io.BytesIO(content))
    return packed.getvalue()


def _zip(contents: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in contents.items():
            member = zipfile.ZipInfo(name, _DAY)
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 3
            member.external_attr = (0o100000 | _MODE) << 16
            archive.writestr(member, content)
    return packed.getvalue()

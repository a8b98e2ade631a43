"""The finished site as one file for an intranet: the same files give the same bytes."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

_DAY = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # the first that a zip can tell; the files' own times would differ from build to build
_MODE = 0o644


class Refused(Exception):
    """What was asked for cannot be packed; the text says why, in Chinese."""


def write(site: Path, target: Path) -> None:
    """Pack a site's folder into a .tar.gz or a .zip, in which it lies as the folder `site`."""
    kinds = {".gz": _tar, ".zip": _zip}
    pack = kinds.get(target.suffix)
    if pack is None or (pack is _tar and not target.name.endswith(".tar.gz")):
        raise Refused("--out 的文件名要以 .tar.gz 或 .zip 结尾。")
    if not (site / "index.html").is_file() or target.absolute().is_relative_to(site.absolute()):
        raise Refused(f"{site} 里没有网站，或者要把包写进网站里。请先运行 run.py build，把包写到别处。")
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    held = {f"site/{path.relative_to(site).as_posix()}": path.read_bytes() for path in paths}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(pack(held))


def _tar(held: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=packed, mode="wb", filename="", mtime=0) as stream,
        tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for name, content in held.items():
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(content), _MODE
            tar.addfile(member, io.BytesIO(content))
    return packed.getvalue()


def _zip(held: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in held.items():
            member = zipfile.ZipInfo(name, _DAY)
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 3
            member.external_attr = (0o100000 | _MODE) << 16
            archive.writestr(member, content)
    return packed.getvalue()

"""Laws of photographs: each file is a picture that can be shown, has the right name, belongs to a record, tells no place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from generator.libraries.photofiles import BROKEN, ENDINGS, HUGE, MOST_PIXELS, kind
from generator.model.registry import Registry
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law
from generator.problems.problem import FILE_START, Problem
from generator.reading import schema
from generator.reading.placement import is_of_windows

_ENDINGS = tuple(ending for endings in ENDINGS.values() for ending in endings)
_SHOOT_AGAIN = "请用看图软件打开它，另存为 JPEG 再放进来。"


R401 = Code(
    "R401",
    ERROR,
    "照片文件打不开",
    meaning="网页上只放完好的 JPEG、PNG 或 WebP 图片；改了后缀名的文档、下载到一半的图片、HEIC 等别的格式都不行。",
    bad="把 notice.pdf 改名成 dl0001-1.jpg 放进 registry/photos",
    remedy="用看图软件打开，另存为 JPEG 再放进来。",
)
R402 = Code(
    "R402",
    ERROR,
    "照片的像素太多",
    meaning="几千万像素的图解开后要占很多内存，也可能是特意做来使程序停摆的文件。",
    bad="一亿像素的全景照片",
    remedy="缩小到长边 4000 像素以内。",
)


@law
def photo_is_a_picture(registry: Registry, today: date) -> Iterator[Problem]:
    """A photograph's content is a JPEG, PNG or WebP that can be decoded whole (R401), and not too large (R402)."""
    for name, content in registry.photos.items():
        fault = _fault(content)
        if fault == BROKEN:
            message = "这不是完好的 JPEG、PNG 或 WebP 图片"
            yield Problem(name, FILE_START, R401, message, _SHOOT_AGAIN)
        elif fault == HUGE:
            message = f"图片太大，至多 {MOST_PIXELS // 10_000} 万像素"
            yield Problem(name, FILE_START, R402, message, "请缩小到长边 4000 像素以内再放进来。")


R403 = Code(
    "R403",
    ERROR,
    "照片的后缀名和内容不一样",
    meaning="后缀名说的是一种格式，内容是另一种，别的程序可能打不开。",
    bad="内容是 PNG，文件名却是 dl0001-1.jpg",
    remedy="照提示改文件名，记录里的 file 也一起改。",
)


@law
def photo_is_called_what_it_is(registry: Registry, today: date) -> Iterator[Problem]:
    """A photograph's name is plain, so that every system finds it, and its ending fits its content (R403)."""
    for name, content in registry.photos.items():
        is_, ending = kind(content), PurePosixPath(name).suffix
        if is_of_windows(name):
            continue  # S105
        if is_ and not _is_plain(name):
            message = _misnamed(PurePosixPath(name))
            remedy = "请只用小写字母、数字和减号，如 dl0001-1.jpg；记录里的 file 也一起改。"
            yield Problem(name, FILE_START, R403, message, remedy)
        elif is_ and ending not in ENDINGS[is_]:
            right = ENDINGS[is_][0]
            message = f"文件名以 {ending or '（无）'} 结尾，内容却是 {is_}"
            remedy = f"请把文件名改成以 {right} 结尾，记录里的 file 也一起改。"
            yield Problem(name, FILE_START, R403, message, remedy)


R404 = Code(
    "R404",
    WARNING,
    "照片没有记录用到",
    meaning="没有记录说明画面、提供者和同意公开的日期，照片就不会公布；文件放在库里却人人能下载。",
    bad="registry/photos/dl0009-1.jpg，没有一份记录的 photos 里写着它",
    remedy="在记录里写上它，或者删去文件。",
)


@law
def photo_belongs_to_a_record(registry: Registry, today: date) -> Iterator[Problem]:
    """A record shows the photograph (R404). Photographs with R401 or R403 are left out."""
    shown = {f"photos/{photo.file}" for workshop in registry.workshops for photo in workshop.photos}
    for name in sorted(registry.photos):
        if name not in shown and not is_of_windows(name) and kind(registry.photos[name]) and _is_plain(name):
            message = "没有记录用到这张照片"
            remedy = "请在记录的 photos 里写上它（画面说明、提供者和同意公开的日期），或者删去文件。"
            yield Problem(name, FILE_START, R404, message, remedy)


R405 = Code(
    "R405",
    WARNING,
    "照片里带着拍摄的地点",
    meaning="手机常把拍摄地点的经纬度记在照片文件里。网站上的照片是重新制作的，不带它；原文件和记录一起公开，人人能下载，里面还有。",
    bad="手机拍的 dl0001-1.jpg，文件里记着经纬度",
    remedy="先去掉再提交：在 Windows 上右键点文件，选“属性”“详细信息”“删除属性和个人信息”。地点本来就公开的，可以不改。",
)


@law
def photo_says_no_place(registry: Registry, today: date) -> Iterator[Problem]:
    """A photograph's file does not tell where it was taken (R405): it is public, as the record is."""
    for name, content in registry.photos.items():
        if not is_of_windows(name) and _is_located(content):
            remedy = (
                "请先去掉再提交：在 Windows 上右键点它，选“属性”“详细信息”“删除属性和个人信息”。已经提交过的，历史里仍看得到，"
                "请告诉管理员；地点本来就公开的，可以不改。"
            )
            yield Problem(name, FILE_START, R405, "照片文件里记着拍摄地点的经纬度，谁都能下载到", remedy)


def _is_located(content: bytes) -> bool:
    from generator.libraries.photos import is_located

    return is_located(content)


def _fault(content: bytes) -> str:
    from generator.libraries.photos import fault  # Pillow, which most registries can do without

    return fault(content)


def _misnamed(path: PurePosixPath) -> str:
    """What is wrong with a name that is not plain."""
    if path.suffix.lower() not in _ENDINGS:
        return f"文件名“{path.name}”不是以 {'、'.join(_ENDINGS)} 结尾"
    return f"文件名“{path.name}”里有大写字母、汉字、空格或别的符号"


def _is_plain(name: str) -> bool:
    return bool(re.fullmatch(schema.PHOTO_FILE, PurePosixPath(name).name))

"""Laws of photographs: each file is a picture that can be shown, called what it is, and belongs to a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from generator.libraries import photos
from generator.model.registry import Registry
from generator.problems.problem import FILE_START, Problem
from generator.reading import schema

_SHOOT_AGAIN = "请用看图软件打开它，另存为 JPEG 再放进来。"


def photo_is_a_picture(registry: Registry, today: date) -> Iterator[Problem]:
    """A photograph's content is a JPEG, PNG or WebP that can be decoded whole (R401), and not too large (R402)."""
    for name, content in registry.photos.items():
        fault = photos.fault(content)
        if fault == photos.BROKEN:
            message = "这不是完好的 JPEG、PNG 或 WebP 图片"
            yield Problem(name, FILE_START, "R401", message, _SHOOT_AGAIN)
        elif fault == photos.HUGE:
            message = f"图片太大，至多 {photos.MOST_PIXELS // 10_000} 万像素"
            yield Problem(name, FILE_START, "R402", message, "请缩小到长边 4000 像素以内再放进来。")


def photo_is_called_what_it_is(registry: Registry, today: date) -> Iterator[Problem]:
    """A photograph's name is plain, so that every system finds it, and its ending is that of its content (R403)."""
    for name, content in registry.photos.items():
        kind, ending = photos.kind(content), PurePosixPath(name).suffix
        if kind and not _is_plain(name):
            message = f"文件名“{PurePosixPath(name).name}”里有大写字母、汉字、空格或别的符号"
            remedy = "请只用小写字母、数字和减号，如 dl0001-1.jpg；记录里的 file 也一起改。"
            yield Problem(name, FILE_START, "R403", message, remedy)
        elif kind and ending not in photos.ENDINGS[kind]:
            right = photos.ENDINGS[kind][0]
            message = f"文件名以 {ending or '（无）'} 结尾，内容却是 {kind}"
            remedy = f"请把文件名改成以 {right} 结尾，记录里的 file 也一起改。"
            yield Problem(name, FILE_START, "R403", message, remedy)


def photo_belongs_to_a_record(registry: Registry, today: date) -> Iterator[Problem]:
    """A photograph is shown by some record (R404). Not told of one that must be made anew or called otherwise."""
    shown = {f"photos/{photo.file}" for workshop in registry.workshops for photo in workshop.photos}
    for name in sorted(registry.photos):
        if name not in shown and photos.kind(registry.photos[name]) and _is_plain(name):
            message = "没有记录用到这张照片"
            remedy = "请在记录的 photos 里写上它（画面说明、提供者和同意公开的日期），或者删去文件。"
            yield Problem(name, FILE_START, "R404", message, remedy)


def _is_plain(name: str) -> bool:
    return bool(re.fullmatch(schema.PHOTO_FILE, PurePosixPath(name).name))

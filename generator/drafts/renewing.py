"""Older registers in today's writing: small steps, each of which knows whether it is still to be done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from generator.libraries.divisions import Division
from generator.model.local import ID
from generator.reading.placement import LOCAL

Texts = Mapping[str, str]


class Renewed(NamedTuple):
    """What a step did, in a sentence for staff, and the texts that it writes, by path."""

    words: str
    texts: dict[str, str]


def renewed(texts: Texts, cities: list[Division], settings: str) -> Iterator[Renewed]:
    """Yield what each step that is still to be done does to a register's texts; each sees what the ones before it did.

    `settings`: the text of register.yml as a new register gets it, with its places in 〔〕.
    """
    now = dict(texts)
    for step in _STEPS:
        done = step(now, cities, settings)
        if done:
            now |= done.texts
            yield done


def _settings_of_its_own(texts: Texts, cities: list[Division], settings: str) -> Renewed | None:
    """Until 2026 what is of one register stood in mkdocs.yml and in the program: the city by the codes of districts, the letters of ids."""
    if LOCAL in texts:
        return None
    codes = re.findall(r"code: *[\"']?([1-9][0-9]{3})[0-9]{2}\b", texts.get("vocabularies/districts.yml", ""))
    city = next((city for city in cities if city.code in codes), None)
    ids = [found[1] for path in texts if (found := re.search(rf"/({ID})\.yml$", path))]
    prefix = ids[0].rstrip("0123456789") if ids else ""
    if city is None or not prefix:
        return None
    text = filled(settings, city, prefix)
    words = (
        f"写出了 {LOCAL}：{city.name}，编号以 {prefix} 开头。请核对；原来写在 mkdocs.yml 里的联系方式、审图号、备案号等，"
        "请照抄到里面（可以写的键见字段表）。"
    )
    return Renewed(words, {LOCAL: text})


def filled(text: str, city: Division, prefix: str, **more: str) -> str:
    """Return a text of the starter with the places in 〔〕 filled in."""
    told = {
        "全称": city.name, "简称": city.short, "省": city.province, "代码": city.code, "编号": prefix,
        "西": city.west, "东": city.east, "南": city.south, "北": city.north, **more,
    }  # fmt: skip
    return re.sub("〔(.+?)〕", lambda found: told[found[1]], text)


_STEPS: tuple[Callable[[Texts, list[Division], str], Renewed | None], ...] = (_settings_of_its_own,)

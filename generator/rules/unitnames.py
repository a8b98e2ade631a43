"""What is left of a unit's name when what people write differently is taken away: two names of one rest may be one unit."""

from __future__ import annotations

import re
from functools import cache

from generator.libraries.characters import is_word, nfkc
from generator.libraries.numerals import in_chinese
from generator.model.local import City

# 股份有限公司, 有限责任公司, 有限公司, 总公司 and 公司 are often taken for each other; 分公司 and 子公司 are other units.
_COMPANY = re.compile("(?:股份)?有限(?:责任)?(?:总)?公司|总公司|(?<![分子])公司")
_NUMBER = re.compile("[0-9]{1,2}")
# 附属第一医院 is often told as 第一附属医院.
_ATTACHED = re.compile("附属(第.)(?=医院|中学|小学)")


def plain(name: str) -> str:
    """Return the letters, digits and characters of a name, after NFKC and in small letters."""
    return "".join(filter(is_word, nfkc(name).casefold()))


def stem(name: str, city: City) -> str:
    """Return what two spellings of one unit share: without form of company and city, small numbers in characters.

    The city before a name of some length is often left out, with its province or without.

    一厂 and 二厂, 集团 and what belongs to it, 分公司 and the whole stay apart.
    """
    text = _NUMBER.sub(lambda found: in_chinese(int(found[0])), plain(name))
    text = _ATTACHED.sub(r"\1附属", _of_city(city).sub("", text))
    return _COMPANY.sub("", text) or text


@cache
def _of_city(city: City) -> re.Pattern[str]:
    if not city.short:
        return re.compile("(?!)")
    province = (city.province or "").removesuffix("省").removesuffix("自治区")
    before = f"(?:{re.escape(province)}(?:省|自治区)?)?" if province else ""
    return re.compile(f"^{before}{re.escape(city.short)}市?(?=.{{4}})")

"""Finders of personal data in a line of text: pure functions that do not mistake patents or office rooms for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from generator.problems.code import ERROR, Code
from generator.rules.normal import normal
from generator.rules.suspicion import may_hold

# Numbers that are not personal data although they look so; they are blanked before the search.
# Every repetition here and below is bounded: an unbounded run of digits took minutes on a line of 60,000.
_HARMLESS = re.compile(
    r"https?://[!-~]+"
    r"|(?:ZL|CN)\s{0,3}(?:[0-9](?: ?[0-9]){11}|[0-9]{7,9})(?:\.[0-9Xx])?(?![0-9])"
    r"|(?:统一社会)?信用代码[^0-9A-Z]{0,6}[0-9A-Z]{18}"
    r"|^\s{0,20}(?:- {1,3})?credit_code\s{0,3}:\s{0,3}'?[0-9A-Z]{18}(?![0-9A-Z])"
    r"|^\s{0,20}(?:- {1,3})?amount_yuan\s{0,3}:\s{0,3}[0-9]{1,20}"
    r"|[¥$]\s{0,3}[0-9][0-9,.]*"
    r"|(?<![0-9,])[0-9][0-9,]{0,30}(?:\.[0-9]{1,9})?\s{0,3}[多余亿万千百十]{0,3}\s{0,3}(?:元(?!旦)|万|亿|美元|欧元|日元|人民币)"
)
_PROVINCE = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_START = r"(?<![0-9])(?<![0-9][.-])"
_ID = re.compile(_START + r"[1-8](?:[ -]?[0-9]){14}(?:(?:[ -]?[0-9]){2}[ -]?[0-9Xx])?(?![0-9A-Za-z])")
_MOBILE = re.compile(
    r"(?:(?<![0-9A-Za-z.])|(?<=[Tt][Ee][Ll]|[Oo][Nn][Ee]))(?<![0-9][.-])(?:\+?86[ -]?)?"
    r"1(?:[3-9][0-9]([ .-]?)[0-9]{4}\1[0-9]{4}|[3-9][0-9][ -]?[0-9]{8}|[3-9][0-9]{5}[ -]?[0-9]{4}"
    r"|[3-9][0-9][ -]?[0-9]{3}[ -]?[0-9]{5}|(?:[ -][0-9]){10})(?![0-9]|\.[0-9])"
)
_CARD = re.compile(_START + r"[3-6][0-9]{3}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?(?![0-9A-Za-z])")
_YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][〇零○一二三四五六七八九]{3})"
_BIRTH = re.compile(
    rf"(?:出生|生于|生日)(?:年月日?|日期|时间|年份)?[于为是在\s:]{{0,5}}"
    rf"(?:{_YEAR}|[0-9]{{2}}年|[0-9]{{1,2}}月[0-9]{{1,2}}日)"
    rf"|(?:{_YEAR}|(?<![0-9])[0-9]{{2}})\s{{0,3}}(?:年|[./-](?=[0-9]))\s{{0,3}}"
    r"(?:[0-9]{1,2}\s{0,3}月?\s{0,3})?(?:[./-]?[0-9]{1,2}\s{0,3}日?\s{0,3})?"
    r"(?:出生(?!率|缺陷|人口|证)|生(?=[,.;:。、)\s]|于|人|$))"
)
_COUNT = r"(?<![0-9])(?:[0-9]{1,4}|[一二三四五六七八九十]{1,3})\s{0,3}"
_DWELLING = re.compile(
    rf"{_COUNT}(?:号楼|栋|幢|号|楼|座|#)\s{{0,3}}{_COUNT}单元"
    rf"|{_COUNT}单元\s{{0,3}}(?:[0-9]{{3,4}}(?![0-9])|[0-9]{{1,4}}\s{{0,3}}[室户楼层])"
    r"|(?:小区|家园|公寓|住宅|宿舍|新村|花苑|家属楼|家属院)[^,。;:]{0,14}?(?<![0-9])[0-9]{2,4}\s{0,3}室"
    r"|(?:家庭住址|家庭地址|家住|住址)[为是在于\s:]{0,5}[\u4e00-\u9fff]{2}"
)
_CONTACT = re.compile(
    r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}"
    r"|(?:微信号?|[Ww][Ee][Cc][Hh][Aa][Tt]|[Ww][Ee][Ii][Xx][Ii][Nn]|(?<![A-Za-z])[Vv][Xx])(?:[Ii][Dd])?[\s:为是]{0,5}"
    r"(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9_-]{5,19}"
    r"|(?<![A-Za-z])[Qq][Qq](?:号码?)?[\s:为是]{0,5}[1-9][0-9]{4,11}(?![0-9])"
)


Verdict = tuple[str, str] | None  # which of WHAT it is, and how it starts


class Found(NamedTuple):
    """Personal data in a text: from `start` up to `end`, its code, what it looks like, and its text (never to be shown)."""

    start: int
    end: int
    code: Code
    what: str
    said: str


def find(text: str, today: date) -> Iterator[Found]:
    """Yield all personal data of a text, by kind from left to right; no character is in two findings."""
    return searched(text, today) if may_hold(text) else iter(())


def searched(text: str, today: date) -> Iterator[Found]:
    """Yield the same, whether the text may hold any or not."""
    plain, places = normal(text)
    plain = _HARMLESS.sub(lambda harmless: "\0" * len(harmless[0]), plain)
    for code, form, judge in FINDERS:
        for match in form.finditer(plain):
            verdict = judge(match[0], today)
            if verdict:
                plain = plain[: match.start()] + "\0" * len(match[0]) + plain[match.end() :]
                yield Found(
                    places[match.start()],
                    places[match.end() - 1] + 1,
                    code,
                    WHAT[verdict[0]].replace("{start}", verdict[1]),
                    re.sub(r"[\s-]", "", match[0]),
                )


def _identity(text: str, today: date) -> Verdict:
    digits = re.sub(r"[ -]", "", text).upper()
    born = digits[6:14] if len(digits) == 18 else "19" + digits[6:12]
    if not _PROVINCE.match(digits) or not _possible_day(born, today):
        return None
    if len(digits) == 15:
        return "old", digits[:3]
    remainder = sum(int(digit) * weight for digit, weight in zip(digits[:17], _WEIGHTS, strict=True)) % 11
    return "right" if "10X98765432"[remainder] == digits[17] else "wrong", digits[:3]


def _possible_day(digits: str, today: date) -> bool:
    try:
        return 1900 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year <= today.year
    except ValueError:
        return False


def _mobile(text: str, today: date) -> Verdict:
    digits = re.sub(r"[^0-9]", "", text)[-11:]
    return ("mobile", digits[:3]) if digits[1] in "3456789" else None


def _card(text: str, today: date) -> Verdict:
    digits = [int(digit) for digit in text if digit in "0123456789"]
    doubled = [sum(divmod(digit * 2, 10)) for digit in digits[-2::-2]]
    valid = (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0 and len(set(digits)) > 2
    return ("card", text[:3]) if valid else None


def _birth(text: str, today: date) -> Verdict:
    return "birth", ""


def _dwelling(text: str, today: date) -> Verdict:
    return "dwelling", ""


def _contact(text: str, today: date) -> Verdict:
    if "@" in text:
        return "mail", ""
    return "qq" if text[:2].upper() == "QQ" else "wechat", ""


class Finder(NamedTuple):
    """The finder of one kind: its code, its pattern, and the function that judges a match."""

    code: Code
    form: re.Pattern[str]
    judge: Callable[[str, date], Verdict]


R381 = Code(
    "R381",
    ERROR,
    "像是身份证号",
    meaning="身份证号是敏感的个人信息，不得公开；文件一提交，别人就能看到。",
    bad="note: 身份证号 210203……",
    remedy="删去；已经提交过的，请告诉管理员。",
    hidden=True,
)
R382 = Code(
    "R382",
    ERROR,
    "像是手机号",
    meaning="手机号是个人信息，不得公开。",
    bad="address: 甲区某路 1 号（手机号）",
    remedy="删去；单位的固定电话可以留。",
    hidden=True,
)
R383 = Code(
    "R383",
    ERROR,
    "像是银行卡号",
    meaning="银行卡号是敏感的个人信息，不得公开。",
    bad="note: 助推金汇入 6222……",
    remedy="删去；已经提交过的，请告诉管理员。",
    hidden=True,
)
R384 = Code(
    "R384",
    ERROR,
    "像是出生日期",
    meaning="申报表要填出生年月，公开的记录里不收（个人信息保护法第六条：只收必需的）。",
    bad="summary: 张三，1975 年 3 月生，……",
    remedy="删去出生日期。",
    hidden=True,
)
R385 = Code(
    "R385",
    ERROR,
    "像是住宅地址",
    meaning="住宅地址是个人信息，不得公开；单位地址写到楼号即可。",
    bad="address: 某小区 3 号楼 2 单元 501 室",
    remedy="改成单位对外公开的地址，或删去。",
    hidden=True,
)
R386 = Code(
    "R386",
    ERROR,
    "像是电子邮箱、微信号或 QQ 号",
    meaning="个人联系方式不得公开；来访和联系请经单位工会。",
    bad="note: 联系微信（微信号）",
    remedy="删去。",
    hidden=True,
)
# The patterns, the provinces and the words are published for the edit page (record/personal.js, whose judges have
# the same names), so they must mean the same in Python and JavaScript.
FINDERS = (
    Finder(R386, _CONTACT, _contact),
    Finder(R381, _ID, _identity),
    Finder(R382, _MOBILE, _mobile),
    Finder(R383, _CARD, _card),
    Finder(R384, _BIRTH, _birth),
    Finder(R385, _DWELLING, _dwelling),
)
WHAT = {
    "old": "身份证号（旧式 15 位，{start}…）",
    "right": "身份证号（18 位，{start}…）",
    "wrong": "身份证号（18 位，{start}…；校验码不对，可能打错了一位）",
    "mobile": "手机号（{start}…）",
    "card": "银行卡号（{start}…）",
    "birth": "出生日期",
    "dwelling": "住宅地址",
    "mail": "电子邮箱",
    "qq": "QQ 号",
    "wechat": "微信号",
}


def published() -> dict[str, object]:
    """Return the finders for a script."""
    finders = [[it.code, it.form.pattern, it.judge.__name__.removeprefix("_")] for it in FINDERS]
    return {
        "harmless": _HARMLESS.pattern,
        "province": _PROVINCE.pattern,
        "weights": _WEIGHTS,
        "finders": finders,
        "what": WHAT,
    }

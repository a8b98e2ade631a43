"""Who or what a text names: a person, a workshop, an organisation; and what people write behind such names."""

from __future__ import annotations

import re

from generator.intake.filled import Doubt
from generator.intake.notes import quoted
from generator.intake.plain import has_han, squeezed
from generator.problems.code import ERROR, Code
from generator.rules.persons import MORE

I627 = Code(
    "I627",
    ERROR,
    "写了不止一项",
    meaning="领衔人只写一人，技能等级、职称、学历各写一项。",
    bad="领军人：甲某、乙某",
    remedy="问清是哪一个，补进草稿。",
)
I628 = Code(
    "I628",
    ERROR,
    "不像一个人的姓名",
    meaning="领衔人一栏只写一个人的姓名。连着写的职务、日期、说明会被当成姓名公开出去。",
    bad="张三（退休）；张三1968.3；某某有限公司",
    remedy="核对表格，只把姓名补进草稿。",
)

# What a name of a unit ends in or contains; one character counts at the end of longer texts alone (大连机床厂, and 王厂 is a person).
_ORGANISATION = re.compile(
    r"公司|集团|有限|股份|银行|医院|学院|大学|学校|研究[所院]|工会|委员会"
    r"|(?:工厂|中学|小学|设计院|管理局|分局|车间|班组|中心|支队|大队|电厂|船厂|机关|事务所|.{3,}[厂局院校所站矿港])$"
)
_WORKSHOP = re.compile(r"工作室|工作站|联盟$")
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
# Two to four characters (one where a table is a sample), longer ones with the point of other peoples' names, or Latin letters.
_PERSON = re.compile(
    rf"{_HAN}{{1,4}}|{_HAN}{{1,10}}(?:[·•]{_HAN}{{1,10}}){{1,3}}|[A-Za-z][A-Za-z.'’-]*(?: [A-Za-z][A-Za-z.'’-]*){{0,3}}"
)
_BESIDE = re.compile(rf"{MORE}|小组|级$")  # 区市县级 is an option of another box
_SEAL = re.compile(
    r"\s*[(（]\s*(?:请?(?:加\s*)?盖\s*(?:公\s*)?章(?:处)?|公\s*章|印\s*章|签\s*章|签\s*字|章)\s*[)）]\s*"
)
# The commonest surnames, about nine of ten people, to guess whether a workshop's name begins with a person's.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯"
    "邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严武孔鲁鹿曲丛滕邢祝迟宫初矫"
)
_BETWEEN = re.compile(r"[、，,;；/／]|\s+")
_DIGITS = re.compile(
    r"[0-9０-９〇○一二三四五六七八九十]{2,}[0-9０-９〇○一二三四五六七八九十年月日生.．/－-]*"
)
_NAMED = re.compile(rf"({_HAN}{{2,3}})(?:劳模|职工)?创新工作室")


def one(text: str) -> tuple[str, Doubt | None]:
    """Return the name of one person, or why it is none (I627, I628); blanks that spread two or three characters are removed."""
    parts = [part for part in _BETWEEN.split(text) if part]
    spread = " ".join(parts) == text and all(len(part) == 1 for part in parts) and len(parts) <= 4
    name = "".join(parts) if spread else text
    if is_person(name):
        return name, None
    if len(parts) > 1 and has_han(text) and all(map(is_person, parts)):
        return "", Doubt(I627, "像是写了不止一个人", "领衔人只写一个人，请问清。")
    message = f"不像一个人的姓名：{quoted(without_digits(text))}"
    if is_organisation(text) or is_workshop(text):
        message = f"写的像是单位或工作室，不是一个人的姓名：{quoted(text)}"
    return "", Doubt(I628, message, "只写一个人的姓名，不写职务、日期和说明；请问清后补进草稿。")


def without_digits(text: str) -> str:
    """Return a text about a person without numbers: behind a name they are a day of birth or a phone."""
    return _DIGITS.sub("〔略〕", text)


def is_person(text: str) -> bool:
    """Return whether a text can be the name of one person and nothing besides."""
    return bool(_PERSON.fullmatch(text.strip())) and not is_organisation(text) and not _BESIDE.search(text)


def is_organisation(text: str) -> bool:
    """Return whether a text names a unit, and no workshop."""
    return bool(_ORGANISATION.search(squeezed(text))) and not is_workshop(text)


def is_workshop(text: str) -> bool:
    """Return whether a text names a workshop."""
    return bool(_WORKSHOP.search(squeezed(text)))


def named_in(workshop: str) -> str:
    """Return the person whose name a workshop's name seems to begin with; empty if it does not seem so."""
    found = _NAMED.fullmatch(squeezed(workshop))
    return found[1] if found and found[1][0] in _SURNAMES and is_person(found[1]) else ""


def without_seal(text: str) -> str:
    """Return a unit without the words that say where its seal goes: （盖章）, （公章）."""
    return _SEAL.sub("", text)

"""Laws of vocabularies: codes are those of the standards, kinds those of their list, synonyms groups of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.model.local import City
from generator.model.registry import Registry
from generator.model.vocabulary import SYNONYMS, Term
from generator.problems.code import ERROR, Code
from generator.problems.law import law
from generator.problems.problem import Problem
from generator.reading.schema import TERM

# GB/T 4754-2017, table 1: the first and last division of each section.
_SECTIONS = {
    "A": (1, 5), "B": (6, 12), "C": (13, 43), "D": (44, 46), "E": (47, 50), "F": (51, 52), "G": (53, 60), "H": (61, 62),
    "I": (63, 65), "J": (66, 69), "K": (70, 70), "L": (71, 72), "M": (73, 75), "N": (76, 79), "O": (80, 82), "P": (83, 83),
    "Q": (84, 85), "R": (86, 90), "S": (91, 96), "T": (97, 97),
}  # fmt: skip
_DIVISIONS = {
    f"{letter}{number:02}" for letter, (first, last) in _SECTIONS.items() for number in range(first, last + 1)
}
_INDUSTRY = re.compile("|".join(sorted({*_SECTIONS, *_DIVISIONS})))
# GB/T 4658-2006 gives the first level of education one digit and a 0.
_CODES = {
    "industries": (_INDUSTRY, "GB/T 4754-2017 的门类字母，或字母加两位大类，如 C、C34"),
    "education": (re.compile("[1-9]0"), "GB/T 4658-2006 第一层的两位数字，如 20"),
}
_KINDS = {
    "honours": ("个人", "集体"),
    "unions": ("区市县总工会", "开放先导区总工会", "产业工会"),
}


R309 = Code(
    "R309",
    ERROR,
    "词条的代码不合标准",
    meaning="代码取自国家标准，自编的代码别的系统认不出来，网址也会跟着错。",
    bad="industries.yml 里写着 code: U1",
    remedy="照标准改正；标准里没有代码的词表，删去 code。",
)


@law
def code_is_of_the_standard(registry: Registry, today: date) -> Iterator[Problem]:
    """A term's code is one of the vocabulary's standard (R309)."""
    codes = {**_CODES, "districts": _of_districts(registry.local.city)}
    for path, name, term in _terms(registry):
        form, say = codes.get(name, (None, ""))
        if term.code and not form:
            message, remedy = f"这个词表没有标准代码，“{term.name}”却写了 {term.code}", "请删去 code 这一行。"
            yield Problem(path, term.mark("code"), R309, message, remedy)
        elif term.code and form and not form.fullmatch(term.code):
            yield Problem(path, term.mark("code"), R309, f"没有 {term.code} 这个代码", f"请写{say}。")


def _of_districts(city: City) -> tuple[re.Pattern[str], str]:
    """GB/T 2260 gives the divisions of a city its own four digits (Dalian 2102) and two more."""
    first = city.code or ""
    own = f"，{city.short}的以 {first} 开头，如 {first}02" if first else ""
    return re.compile((first or "[1-9][0-9]{3}") + "[0-9]{2}"), f"GB/T 2260 的六位数字{own}"


R310 = Code(
    "R310",
    ERROR,
    "词条的种类不属于这个词表",
    meaning="荣誉分个人和集体，推荐单位分三种工会；写了别的种类，名单就分不对。",
    bad="unions.yml 里写着 kind: 个人",
    remedy="照提示改成这个词表的种类；别的词表没有种类，删去 kind。",
)


@law
def kind_is_of_the_vocabulary(registry: Registry, today: date) -> Iterator[Problem]:
    """A term's kind is one of its vocabulary's (R310)."""
    for path, name, term in _terms(registry):
        if term.kind and term.kind not in (kinds := _KINDS.get(name, ())):
            remedy = f"可以写：{'、'.join(kinds)}。" if kinds else "请删去 kind 这一行。"
            message = f"“{term.name}”的种类不能写“{term.kind}”"
            yield Problem(path, term.mark("kind"), R310, message, remedy)


R315 = Code(
    "R315",
    ERROR,
    "行业词表里有大类，没有它的门类",
    meaning="大类在网站上列在它的门类下面；少了门类，属于它的工作室就没有地方列。",
    bad="industries.yml 里删去了 code: C，还留着 code: C34",
    remedy="补上门类的词条；门类不能删。",
)


@law
def division_has_its_section(registry: Registry, today: date) -> Iterator[Problem]:
    """A division of GB/T 4754 has its section in the vocabulary (R315; lists and filters put it there)."""
    terms = registry.terms("industries")
    codes = {term.code for term in terms}
    for term in terms:
        if term.code in _DIVISIONS and term.code[0] not in codes:
            message = f"有大类 {term.code}，没有它的门类 {term.code[0]}"
            remedy = f"请补上门类 {term.code[0]} 的词条，名称和代码照 GB/T 4754-2017。"
            yield Problem("vocabularies/industries.yml", term.mark("code"), R315, message, remedy)


R319 = Code(
    "R319",
    ERROR,
    "近义词写得不对",
    meaning="近义词是搜索用的，一条是意思差不多的一组词；只有一个词的、只有一个字的，搜索时不知道换成什么。",
    bad="synonyms.yml 里只写着 name: 电气，没有 also",
    remedy="name 写一个词，also 写意思差不多的其余几个，每个至少两个字；别的项都删去。",
)


@law
def synonyms_are_groups_of_words(registry: Registry, today: date) -> Iterator[Problem]:
    """A term of synonyms has a word and others that mean nearly the same, of two signs at least, and says nothing else; no other
    vocabulary has any (R319).
    """
    for path, name, term in _terms(registry):
        for key, message in _faults_of_synonyms(term) if name == SYNONYMS else _strays(term):
            yield Problem(path, term.mark(key), R319, message, R319.remedy if name == SYNONYMS else _STRAY)


_STRAY = "请删去；别的写法写进 former，意思相近的词写进 synonyms.yml。"
# What they may have, and what other laws tell of: R309, R310, R316.
_OF_SYNONYMS = ("name", "also", "note", "code", "kind", "short", "credit_code", "parent")


def _strays(term: Term) -> Iterator[tuple[str, str]]:
    if term.also:
        yield "also", f"“{term.name}”写了 also，这一项只用于 synonyms.yml 里的近义词"


def _faults_of_synonyms(term: Term) -> Iterator[tuple[str, str]]:
    """Yield the key and what is wrong there."""
    if not term.also:
        yield "name", f"“{term.name}”没有写 also，不知道它的近义词是什么"
    for key, word in (
        ("name", term.name),
        *((f"also.{place}", word) for place, word in enumerate(term.also, 1)),
    ):
        if len(word) < 2:
            yield key, f"“{word}”只有一个字"
    for field in TERM.fields:
        if field.key not in _OF_SYNONYMS and getattr(term, field.key) not in (None, ()):
            yield field.key, f"近义词“{term.name}”不用写{field.label}（{field.key}）"


def _terms(registry: Registry) -> Iterator[tuple[str, str, Term]]:
    """Yield each term with the path and the name of its vocabulary."""
    for name in registry.vocabularies:
        for term in registry.terms(name):
            yield f"vocabularies/{name}.yml", name, term

"""Laws of identity: ids are permanent, in the right file, and never used twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from generator.libraries.characters import is_word
from generator.model.local import number_of
from generator.model.registry import Registry
from generator.model.vocabulary import Term
from generator.model.workshop import Workshop
from generator.problems.code import ERROR, Code
from generator.problems.law import law, law_of_one
from generator.problems.problem import Problem
from generator.reading import schema
from generator.reading.placement import path_of

_ID = re.compile(schema.ID)
_SIGNS = "_()（）·-"  # besides letters and digits, what an address may hold as it is
_SLUG = "请改用简单的名称，或给它写上 slug（小写字母、数字和减号）。"


R304 = Code(
    "R304",
    ERROR,
    "编号前面多了 0",
    meaning="DL0001 和 DL00001 是同一个数，会被当成两个工作室。",
    bad="id: DL00001",
    remedy="编号写四位数字，过万以后才写五位。",
)


@law_of_one
def id_is_canonical(registry: Registry, today: date) -> Iterator[Problem]:
    """An id is a prefix and a number of at least four digits without further zeros (R304; else DL1 and DL01 would be two)."""
    for workshop in registry.workshops:
        right = _canonical(registry, workshop.id)
        if workshop.id != right:
            message = f"编号 {workshop.id} 前面多了 0"
            remedy = f"请把编号和文件名都改为 {right}。"
            yield Problem(workshop.path, workshop.mark("id"), R304, message, remedy)


R303 = Code(
    "R303",
    ERROR,
    "编号重复",
    meaning="一个编号只指一个工作室，永不重用；重复多半是复制旧文件时忘了改编号。",
    bad="DL0001.yml 和 DL0008.yml 里都写着 id: DL0001",
    remedy="新工作室用 run.py new 取新编号。",
)


@law
def id_is_unique(registry: Registry, today: date) -> Iterator[Problem]:
    """An id belongs to one record; each further record has the problem (R303; an id is never used again)."""
    for copy, original in _copies(registry):
        message = f"编号 {copy.id} 已经给了 registry/{original.path}（{original.name}）"
        remedy = "新工作室请用 run.py new 取新编号；同一个工作室请合并成一份。"
        yield Problem(copy.path, copy.mark("id"), R303, message, remedy)


R301 = Code(
    "R301",
    ERROR,
    "编号和文件名不一样",
    meaning="网址由编号而来，文件由文件名找到，两者要一致。",
    bad="workshops/0000/DL0008.yml 里写着 id: DL0009",
    remedy="把文件名和编号改成一样；已公布的编号不能改。",
)


@law
def id_is_file_name(registry: Registry, today: date) -> Iterator[Problem]:
    """The id of a record is its file's name (R301; a page's address comes from the id, an edit link from the name)."""
    copies = {copy.path for copy, _ in _copies(registry)}
    for workshop in registry.workshops:
        named = PurePosixPath(workshop.path).stem
        if (
            named != workshop.id
            and workshop.path not in copies
            and workshop.id == _canonical(registry, workshop.id)
        ):
            message = f"编号 {workshop.id} 和文件名 {named}.yml 不一样"
            other = f"，或把编号改为 {named}；已公布的编号不能改" if _ID.fullmatch(named) else ""
            remedy = f"请把文件名改为 {workshop.id}.yml{other}。"
            yield Problem(workshop.path, workshop.mark("id"), R301, message, remedy)


R302 = Code(
    "R302",
    ERROR,
    "文件放错了文件夹",
    meaning="每一千个编号一个文件夹，放错了就找不到。",
    bad="DL1469.yml 放在 workshops/0000",
    remedy="照提示移到对应的文件夹。",
)


@law
def id_lies_in_its_folder(registry: Registry, today: date) -> Iterator[Problem]:
    """A record is in the folder of its thousand (R302; a folder of 10,000 files is too long to list)."""
    copies = {copy.path for copy, _ in _copies(registry)}
    for workshop in registry.workshops:
        right = path_of(workshop.id)
        if workshop.path == right:
            continue
        same_name = PurePosixPath(workshop.path).name == PurePosixPath(right).name
        if same_name and workshop.id == _canonical(registry, workshop.id) and workshop.path not in copies:
            folder = PurePosixPath(workshop.path).parent.name
            message = f"{workshop.id} 放在了 {folder} 文件夹"
            remedy = f"请移到 registry/{PurePosixPath(right).parent} 文件夹。"
            yield Problem(workshop.path, workshop.mark("id"), R302, message, remedy)


R305 = Code(
    "R305",
    ERROR,
    "通知或通报的编号和文件名不一样",
    meaning="记录靠编号引用通报，文件名不同就找不到。",
    bad="notices/naming-2026.yml 里写着 id: naming-2025",
    remedy="把文件名和编号改成一样。",
)


@law
def notice_id_is_file_name(registry: Registry, today: date) -> Iterator[Problem]:
    """The id of a notice is its file's name (R305; records cite notices by id)."""
    for notice in registry.notices:
        named = PurePosixPath(notice.path).stem
        if notice.id != named:
            message = f"编号 {notice.id} 和文件名 {named}.yml 不一样"
            remedy = f"请把文件名改为 {notice.id}.yml，或把编号改为 {named}。"
            yield Problem(notice.path, notice.mark("id"), R305, message, remedy)


R306 = Code(
    "R306",
    ERROR,
    "表格的编号和它的位置不一样",
    meaning="通知靠编号引用表格，位置不同就找不到。",
    bad="forms/2019/application.yml 里写着 id: 2018/application",
    remedy="把位置和编号改成一样。",
)


@law
def form_id_is_path(registry: Registry, today: date) -> Iterator[Problem]:
    """The id of a form is its folder and file name (R306; notices cite forms by id)."""
    for form in registry.forms:
        named = form.path.removeprefix("forms/").removesuffix(".yml")
        if form.id != named:
            message = f"编号 {form.id} 和文件的位置 {form.path} 不一样"
            yield Problem(form.path, form.mark("id"), R306, message, f"请把编号改为 {named}，或移动文件。")


R307 = Code(
    "R307",
    ERROR,
    "词条的名称不能作网址",
    meaning="区域、先导区和行业没有网址用名的，名称就是网址，也是文件夹的名字；有斜线、点和空格的会写到别处去。",
    bad="districts.yml 里写着 name: 甲/乙",
    remedy="改用简单的名称，或写上 slug（小写字母、数字和减号）。",
)


@law
def term_makes_an_address(registry: Registry, today: date) -> Iterator[Problem]:
    """The address of a term's page is one plain word (R307; a name of `../x` would be written outside the site)."""
    for vocabulary in ("districts", "zones", "industries"):
        for term in registry.terms(vocabulary):
            word = (term.code if vocabulary == "industries" else term.slug) or term.name
            if not all(is_word(sign) or sign in _SIGNS for sign in word):
                message = f"“{word}”要作网址，只能有汉字、字母、数字、括号、间隔号和减号"
                yield Problem(f"vocabularies/{vocabulary}.yml", term.mark("name"), R307, message, _SLUG)


R308 = Code(
    "R308",
    ERROR,
    "词表里有两个词条分不开",
    meaning="记录靠名称和代码引用词条，网页的地址也由它们而来；两个词条共用一个，就不知道说的是哪一个。",
    bad="districts.yml 里写了两次 name: 甲区",
    remedy="重复的删去一个；同一个词的旧名称写在它自己的 former 里；网址用名（slug）改成不同的。",
)


@law
def term_is_told_from_others(registry: Registry, today: date) -> Iterator[Problem]:
    """No name, former or short name, synonym, code or address belongs to two terms of a vocabulary (R308; who cites it could mean either).

    Terms with codes may share a name, as the sections and divisions of GB/T 4754 do: they are cited by code. Addresses are
    compared without case: on Windows two folders that differ in it are one.
    """
    for vocabulary in registry.vocabularies.values():
        taken: dict[tuple[str, str], Term] = {}
        for term in vocabulary.terms:
            words = [
                (key, word, taken.setdefault((kind, word.casefold()), term))
                for key, kind, word in _words(term)
            ]
            shared = next(((key, word, other) for key, word, other in words if other is not term), None)
            if shared:
                key, word, other = shared
                message = f"“{word}”和另一个词条“{other.name}”共用，分不开说的是哪一个"
                yield Problem(vocabulary.path, term.mark(key), R308, message, R308.remedy)


def _words(term: Term) -> Iterator[tuple[str, str, str]]:
    """Yield what a term is known by: the key where it stands, what kind of word it is, and the word."""
    if term.code:
        yield "code", "address", term.code
    else:
        yield "name", "name", term.name
        for key in ("former", "short", "also"):
            yield from ((f"{key}.{place}", "name", word) for place, word in enumerate(getattr(term, key), 1))
    if term.credit_code:
        yield "credit_code", "credit code", term.credit_code
    if not term.code or term.slug:
        yield "slug" if term.slug else "name", "address", term.slug or term.name


def _canonical(registry: Registry, workshop_id: str) -> str:
    own = replace(
        registry.local.ids, prefix=workshop_id.rstrip("0123456789")
    )  # that of another register is R395
    return own.of_number(number_of(workshop_id))


def _copies(registry: Registry) -> Iterator[tuple[Workshop, Workshop]]:
    """Yield each record whose id another one has with better right, and that one: in the right place, else first by path."""
    if len(registry.workshop_by_id) == len(registry.workshops):
        return
    by_id: defaultdict[str, list[Workshop]] = defaultdict(list)
    for workshop in registry.workshops:
        by_id[workshop.id].append(workshop)
    for workshop_id, holders in by_id.items():
        original = next((holder for holder in holders if holder.path == path_of(workshop_id)), holders[0])
        yield from ((holder, original) for holder in holders if holder is not original)

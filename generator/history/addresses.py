"""Published addresses keep their pages or are redirected: districts, zones, industries, unions, years, forms."""

from __future__ import annotations

from collections.abc import Iterator

from generator.history.change import Change
from generator.history.designations import designation_is_explained
from generator.libraries.pinyin import word
from generator.model.vocabulary import Term, Vocabulary
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law
from generator.problems.problem import FILE_START, Problem
from generator.reading.placement import REDIRECTS

# The facets that come from a vocabulary, and its name.
_FACETS = {
    "districts": "districts",
    "zones": "zones",
    "industries": "industries",
    "recommenders": "unions",
    "units": "units",
}


H431 = Code(
    "H431",
    ERROR,
    "公布过的网址没有了",
    meaning="区域、开放先导区、行业和词表里的推荐工会，页面有人收藏和引用。",
    bad="zones.yml 里删去了 slug: kaifaqu",
    remedy="把词条和它的网址用名放回来，不再用的加上 valid_to；要换网址的，在 redirects.yml 里加一条。",
)


@law
def address_stays(change: Change) -> Iterator[Problem]:
    """The page of a district, a zone, an industry or a union of the vocabulary stays or is redirected (H431)."""
    for old, new, facet in _vocabularies(change):
        slugs = {_slug(term, facet) for term in new.terms}
        for term in old.terms:
            slug = _slug(term, facet)
            address = f"{facet}/{slug}/"
            if slug and slug not in slugs and address not in change.moved:
                message = f"“{term.name}”的网址 {address} 没有了"
                remedy = (
                    f"{_back(term, facet)}，不再用的词条加上 valid_to；确实要换网址的，{_redirect(address)}"
                )
                yield Problem(new.path, new.mark("terms"), H431, message, remedy)


H432 = Code(
    "H432",
    ERROR,
    "公布过的网址指向了别处",
    meaning="同一个网址以前和现在说的是两回事，收藏过它的人会看错。",
    bad="slug: kaifaqu 原来是开发区，现在是另一个区",
    remedy="只是改了名称的，把旧名称写进 former；是另一个的，另用一个网址用名，旧的在 redirects.yml 里加一条。",
)


@law
def address_keeps_its_meaning(change: Change) -> Iterator[Problem]:
    """The same address names the same thing; a new name keeps the old one in `former` (H432)."""
    for old, new, facet in _vocabularies(change):
        key = _key(facet)
        names = {getattr(term, key): term.name for term in old.terms if getattr(term, key)}
        for term in new.terms:
            address = getattr(term, key)
            was = names.get(address)
            if was and not _is_still(was, term):
                message = f"{key} “{address}”原来是“{was}”，现在是“{term.name}”"
                remedy = (
                    f"只是改了名称的，把“{was}”写进 former；是另一个的，请另用一个 {key}，"
                    f"原来的不再用就留着、加上 valid_to，要换网址就{_redirect(f'{facet}/{address}/')}"
                )
                yield Problem(new.path, term.mark("name"), H432, message, remedy)


H433 = Code(
    "H433",
    ERROR,
    "公布过的表格不见了",
    meaning="表格的下载网址有人引用；旧年度的表格也要留着。",
    bad="删去了 forms/2019/application.yml",
    remedy="把文件放回来，新版的另建一份；要换网址的，在 redirects.yml 里加一条。",
)


@law
def form_stays(change: Change) -> Iterator[Problem]:
    """A form that was published stays, or its page is redirected (H433)."""
    ids = {form.id for form in change.after.forms}
    for form in change.before.forms:
        address = f"forms/{form.id}/"
        if form.id not in ids and form.path not in change.modes and address not in change.moved:
            message = f"公布过的表格 {form.id}（{form.title}）不见了"
            remedy = f"请把 registry/{form.path} 放回来，新版的另建一份；确实要换网址的，{_redirect(address)}"
            yield Problem(form.path, FILE_START, H433, message, remedy)


H434 = Code(
    "H434",
    ERROR,
    "公布过的年度页面没有了",
    meaning="这一年的命名更正到了别的年度，没有别的记录了，收藏过这一页的人就打不开。",
    bad="唯一一个 2021 年的命名更正成了 2022 年",
    remedy="在 redirects.yml 里加一条，from 写 years/2021/，to 写 years/2022/。",
)


@law
def year_stays(change: Change) -> Iterator[Problem]:
    """The page of a year stays or is redirected when a correction removes its last designation (H434; else H414)."""
    unexplained = {problem.path for problem in designation_is_explained(change)}
    for pair in change.compared:
        gone = set(pair.before.years) - set(pair.after.years) if pair.after.path not in unexplained else set()
        for year in sorted(gone):
            if f"years/{year}/" not in change.addresses | change.moved.keys():
                message = f"{year} 年的页面（years/{year}/）没有了，别的记录都不在这一年"
                remedy = f"命名的日期无误的，{_redirect(f'years/{year}/')}"
                yield Problem(pair.after.path, pair.after.mark("designations"), H434, message, remedy)


H435 = Code(
    "H435",
    ERROR,
    "改址不见了",
    meaning="旧网址还有人在用，改址要一直留着；指向的网址可以改。",
    bad="删去了 redirects.yml 里的一条",
    remedy="把它放回来；页面又回来了的才能删。",
)


@law
def redirect_stays(change: Change) -> Iterator[Problem]:
    """A redirect stays, unless its page has come back (H435); it may lead to another page later."""
    stay = {redirect.from_ for redirect in change.after.redirects}
    for redirect in change.before.redirects if REDIRECTS in change.touched else ():
        if redirect.from_ not in stay and redirect.from_ not in change.addresses:
            message = f"{redirect.from_} 的改址不见了，这个网址就打不开了"
            remedy = f"请把它放回来：from 写 {redirect.from_}，to 写 {redirect.to}。"
            yield Problem(REDIRECTS, FILE_START, H435, message, remedy)


H439 = Code(
    "H439",
    WARNING,
    "改址换了去处",
    meaning="跟着旧网址来的人会到另一页；合并了的记录，就等于换成与另一个工作室合并。",
    bad="workshops/DL0003/ 原来改到 workshops/DL0002/，现在改到 workshops/DL0001/",
    remedy="请核对两页说的是不是一回事；无意改的，放回原样。",
)


@law
def redirect_keeps_its_goal(change: Change) -> Iterator[Problem]:
    """A redirect leads where it led, or where that leads now (H439)."""
    now = {redirect.from_: redirect for redirect in change.after.redirects}
    for old in change.before.redirects if REDIRECTS in change.touched else ():
        new = now.get(old.from_)
        if new and new.to not in (old.to, change.moved.get(old.to)):
            message = f"{old.from_} 原来改到 {old.to}，现在改到 {new.to}"
            remedy = "请核对两页说的是不是一回事；无意改的，请放回原样。"
            yield Problem(REDIRECTS, new.mark("to"), H439, message, remedy)


def _redirect(address: str) -> str:
    return f"在 registry/{REDIRECTS} 里加一条，from 写 {address}，to 写现在的网址。"


def _vocabularies(change: Change) -> Iterator[tuple[Vocabulary, Vocabulary, str]]:
    for facet, name in _FACETS.items():
        old, new = (side.vocabularies.get(name) for side in (change.before, change.after))
        if old and new and old != new:
            yield old, new, facet


def _back(term: Term, facet: str) -> str:
    if getattr(term, _key(facet)):
        return f"请把 {_key(facet)}: {_slug(term, facet)} 放回“{term.name}”"
    if facet == "recommenders":
        return f"请照旧写，它的网址是名称的拼音，改了名称的加上 slug: {_slug(term, facet)}"
    return "请照旧写，它的网址就是名称"


def _key(facet: str) -> str:
    return "code" if facet == "industries" else "slug"


def _slug(term: Term, facet: str) -> str | None:
    """Return the part of a term that makes its address, as in facets.facets; None where it may go, as it leads on by itself."""
    if facet == "industries":
        return term.code
    if facet == "units":  # else the name makes it, and a former name is redirected: model.addresses
        return term.slug
    return term.slug or (word(term.name) if facet == "recommenders" else term.name)


def _is_still(was: str, term: Term) -> bool:
    return was == term.name or was in term.former

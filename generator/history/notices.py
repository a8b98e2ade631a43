"""Published notices stay, and change only with an explanation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from generator.history.change import Change
from generator.history.explained import PublishedFact, Value, added, as_written, completes, remedy
from generator.history.records import H416
from generator.model.notices import Listed, Notice
from generator.model.workshop import MARK
from generator.problems.code import ERROR, WARNING, Code
from generator.problems.law import law
from generator.problems.problem import FILE_START, Problem
from generator.rules.personal import find

_KEYS = {
    "kind": "种类",
    "issuer": "发文单位",
    "title": "标题",
    "number": "文号",
    "date": "日期",
    "deadline": "截止日期",
    "text": "正文文件",
}
REWRITE = f"撤下姓名的，名单里的名称要留着，只把姓名改写成“{MARK}（编号）”，和记录的 name 一样。"


H421 = Code(
    "H421",
    ERROR,
    "已公布的通知或通报不见了",
    meaning="记录和读者都引用它的网址。",
    bad="删去了 notices/naming-2026.yml，或改了它的编号",
    remedy="把文件放回来；内容有错的，改正并加一条更正。",
)


@law
def notice_stays(change: Change) -> Iterator[Problem]:
    """A notice stays under its id (H421)."""
    ids = {notice.id for notice in change.after.notices}
    for notice in change.before.notices:
        if notice.id not in ids and notice.path not in change.modes:
            message = f"已公布的{notice.kind} {notice.id} 不见了"
            remedy_text = f"请把 registry/{notice.path} 放回来；内容有错的，改正并加一条更正。"
            yield Problem(notice.path, FILE_START, H421, message, remedy_text)


H422 = Code(
    "H422",
    ERROR,
    "改了通知或通报的内容，没有说明",
    meaning="文号、日期、数目等是照原文登记的；改了要说得出原因和依据。",
    bad="date 由 2023-07-13 改为 2023-07-14",
    remedy="在这份通报里加一条更正，写明原来、现在、原因和依据。",
)


@law
def notice_is_explained(change: Change) -> Iterator[Problem]:
    """A notice's number, date, counts and similar facts change with a correction in it (H422)."""
    for old, new in _pairs(change):
        for key, label, was, now in _facts(old, new):
            if completes(was, now):
                continue
            fact = PublishedFact((label, key), as_written(was), as_written(now))
            missing = remedy(fact, added(old.corrections, new.corrections))
            if missing:
                become = (
                    f"由“{as_written(was)}”改为“{as_written(now)}”"
                    if now is not None
                    else f"“{as_written(was)}”删去了"
                )
                yield Problem(new.path, new.mark(key), H422, f"{new.id} 的{label}{become}，没有说明", missing)


H423 = Code(
    "H423",
    ERROR,
    "从名单里去掉了名称，没有说明",
    meaning="名单是命名的凭据，去掉一个名称就是说它没有被命名过。",
    bad="names 里少了“周示例职工创新工作室”",
    remedy="放回来；原来抄错的，在这份通报里加一条更正。",
)


@law
def listed_name_stays(change: Change) -> Iterator[Problem]:
    """A name leaves a notice's list, or what stands beside it changes, with a correction in it (H423)."""
    for old, new in _pairs(change):
        for entry in _gone(old.names, new.names):
            if any(change.is_rewritten(str(entry), str(other)) for other in new.names):
                continue
            fact = PublishedFact(("命名名单", "名单", "names"), entry.name, "")
            missing = remedy(fact, added(old.corrections, new.corrections))
            if missing and change.is_withdrawn(str(entry)):
                missing = REWRITE
            if missing:
                message = f"{new.id} 的名单里少了“{entry}”，没有说明"
                yield Problem(new.path, new.mark("names"), H423, message, missing)


H424 = Code(
    "H424",
    ERROR,
    "改了通知的正文，没有说明",
    meaning="正文是照原文登记的文件，不能悄悄改。",
    bad="改了 notices/2026-5.md 里的一句话",
    remedy="在这份通知的记录里加一条更正，what 写“正文”；无意改的，放回原样。",
)


@law
def text_is_explained(change: Change) -> Iterator[Problem]:
    """The text of a notice, which is a document, changes with a correction that names it (H424)."""
    for new in change.after.notices:
        path = f"notices/{new.text}"
        old = change.before.notice_by_id.get(new.id, new)  # the same if only its text is touched
        text_before, text_after = change.before.texts.get(path), change.after.texts.get(path)
        if path not in change.touched or old.text != new.text or text_before is None or text_after is None:
            continue
        if not any("正文" in one.what for one in added(old.corrections, new.corrections)):
            remedy_text = f"抄错了的，请在 registry/{new.path} 的 corrections 里加一条，what 写“正文”；无意改的，请放回原样。"
            yield Problem(path, FILE_START, H424, f"改了 {new.id} 的正文，没有说明", remedy_text)


H426 = Code(
    "H426",
    ERROR,
    "通知或通报的来源不见了，没有说明",
    meaning="名单、日期凭来源才能核对；删去或换掉，登记的内容就没有了依据。",
    bad="删去了 notices/naming-2026.yml 里 sources 的一条，或换了它的 url",
    remedy="放回来，新的另加一条；确实写错的，加一条更正。",
)


@law
def notice_source_stays(change: Change) -> Iterator[Problem]:
    """A notice's source stays, and so does its address, unless a correction takes it back (H426)."""
    for old, new in _pairs(change):
        for source in old.sources:
            same = [it for it in new.sources if it.url == source.url or source.url is None]
            if any(it.title == source.title or source.url for it in same):
                continue
            fact = PublishedFact(("来源", "sources"), source.url or source.title, "")
            missing = remedy(fact, added(old.corrections, new.corrections))
            if missing:
                message = f"{new.id} 的来源“{source.title}”改了或删了，没有说明"
                yield Problem(new.path, new.mark("sources"), H426, message, missing)


H427 = Code(
    "H427",
    WARNING,
    "名单的次序变了",
    meaning="名单照通报的次序登记，逐字相同；次序变了，别人就没法对着原文核对。",
    bad="names 里把两个工作室的前后对调了",
    remedy="照通报的次序写；原来次序抄错的，核对以后可以留着。",
)


@law
def list_keeps_its_order(change: Change) -> Iterator[Problem]:
    """The names of a list stay in their order (H427, at the first that comes too early)."""
    for old, new in _pairs(change):
        names = Counter(entry.name for entry in old.names)
        places = {entry.name: number for number, entry in enumerate(old.names) if names[entry.name] == 1}
        highest = -1
        for number, entry in enumerate(new.names, start=1):
            place = places.get(entry.name, highest)
            if place < highest:
                message = f"{new.id} 的名单里，“{entry.name}”和前面几个的次序变了"
                remedy_text = "请照通报的次序写；原来次序抄错的，核对以后可以留着。"
                yield Problem(new.path, new.mark(f"names.{number}"), H427, message, remedy_text)
                break
            highest = place


@law
def notice_corrections_stay(change: Change) -> Iterator[Problem]:
    """A correction of a notice stays as it is (H416)."""
    for old, new in _pairs(change):
        for gone in added(new.corrections, old.corrections):
            message = f"{gone.date.iso} 的更正“{gone.what}”改了或删了"
            remedy_text = "请照原样放回来；更正本身有错的，再加一条更正。"
            yield Problem(new.path, new.mark("corrections"), H416, message, remedy_text)


def _pairs(change: Change) -> Iterator[tuple[Notice, Notice]]:
    after = change.after.notice_by_id
    return ((old, after[old.id]) for old in change.before.notices if old.id in after)


def _gone(before: Sequence[Listed], after: Sequence[Listed]) -> Iterator[Listed]:
    """The entries of which no entry is left that says all that they said; each is left once."""
    left: defaultdict[str, list[Listed]] = defaultdict(list)
    for entry in after:
        left[entry.name].append(entry)
    changed = []
    for entry in before:
        if entry in left[entry.name]:
            left[entry.name].remove(entry)
        else:
            changed.append(entry)
    for entry in changed:
        fuller = [other for other in left[entry.name] if _is_kept(entry, other)]
        if fuller:
            left[entry.name].remove(fuller[0])
        else:
            yield entry


def _is_kept(entry: Listed, other: Listed) -> bool:
    return all(
        completes(getattr(entry, key), getattr(other, key)) for key in ("unit", "leader", "recommender")
    )


def _facts(old: Notice, new: Notice) -> Iterator[tuple[str, str, Value, Value]]:
    for key, label in _KEYS.items():
        yield key, label, getattr(old, key), getattr(new, key)
    for category, was in (old.counts or {}).items():
        yield "counts", f"{category}创新工作室数", was, (new.counts or {}).get(category)
    others = set(new.contact) - set(old.contact)
    for line in old.contact if others else ():
        # A private number may be made shorter; to repeat it in a correction would publish it again.
        if line not in new.contact and not any(find(line, date.max)):
            yield "contact", "联系方式", line, None
    for form in old.forms:
        yield "forms", "表格", form, form if form in new.forms else None

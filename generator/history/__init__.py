"""What a change may not do to what was published: the history gate, one law a function, in the order of its codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.history import addresses, files, identity, notices, records
from generator.history.change import Change
from generator.problems.problem import Problem

Law = Callable[[Change], Iterator[Problem]]

LAWS: tuple[Law, ...] = (
    identity.record_stays,
    identity.record_tells_of_its_workshop,
    identity.id_is_not_used_again,
    identity.ids_run_on,
    records.name_is_explained,
    records.former_name_stays,
    records.category_is_explained,
    records.leader_is_explained,
    records.designation_is_explained,
    records.event_is_explained,
    records.correction_stays,
    records.before_is_read,
    records.text_has_no_markup,
    notices.notice_stays,
    notices.notice_is_explained,
    notices.listed_name_stays,
    notices.text_is_explained,
    notices.notice_corrections_stay,
    addresses.address_stays,
    addresses.address_keeps_its_meaning,
    addresses.form_stays,
    addresses.year_stays,
    addresses.redirect_stays,
    files.link_is_refused,
    files.record_is_not_executable,
    files.name_is_one_everywhere,
    files.name_is_plain,
)
# What holds for one change that somebody reviews, not for all that came since something was published.
OF_ONE_CHANGE: tuple[Law, ...] = (files.records_come_alone,)


def judge(change: Change, laws: Iterable[Law] = (*LAWS, *OF_ONE_CHANGE)) -> set[Problem]:
    """All H problems of a change."""
    return {problem for law in laws for problem in law(change)}

"""Which form of a name is in force: computed from the days they take effect, never written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.model.forms import Form


def name(form: Form) -> str:
    """Return what the forms of all years share: `application` of 2019/application."""
    return form.id.partition("/")[2]


def successor(form: Form, forms: Sequence[Form], today: date) -> Form | None:
    """Return the newest form of the same name that took effect later; this form is then 已废止."""
    later = [other for other in forms if name(other) == name(form) and _age(other) > _age(form)]
    return max((other for other in later if other.effective.first <= today), key=_age, default=None)


def _age(form: Form) -> tuple[date, str]:
    return form.effective.first, form.id

"""What a round stands on: its call, the forms of that call, the register, the day of the work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.intake.rounds.papers import FORM
from generator.model.forms import Form, FormField
from generator.model.notices import Notice
from generator.model.registry import Registry

UNION_KEY = (
    "recommender"  # a field that the summary has and the form has not: sheets say it in a column of its own
)


@dataclass(frozen=True)
class Ground:
    """The call of a round, its two forms, and the register as it is."""

    call: Notice
    application: Form
    summary: Form
    registry: Registry
    today: date

    @property
    def fields(self) -> tuple[FormField, ...]:
        """What an application tells: the fields of the form, then what only the summary has."""
        own = [field for field in self.application.fields if field.kind != "opinion"]
        keys = {field.key for field in own} | {UNION_KEY}
        more = [field for field in self.summary.fields if field.key not in keys and field.kind != "opinion"]
        return (*own, *(field for field in more if field.feeds or field.kind == "text"))


def ground(call: Notice, registry: Registry, today: date) -> Ground | None:
    """Return what a round of that call stands on: its own forms, else the newest; None where a layout has no form."""
    newest = sorted(registry.forms, key=lambda form: (form.id in call.forms, form.effective))
    by_layout = {form.layout: form for form in newest}
    if not {FORM, "table"} <= by_layout.keys():
        return None
    return Ground(call, by_layout[FORM], by_layout["table"], registry, today)

"""The records as the table makes them, judged by the laws and by the history gate: what is wrong is told at its cell and not written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator import history
from generator.drafts.altering import altered
from generator.history.change import Change
from generator.intake.notes import FormNotes
from generator.intake.returned import tellings
from generator.intake.returned.places import path_at
from generator.intake.returned.plan import Plan
from generator.intake.standing import Standing
from generator.model.local import number_of
from generator.model.registry import Registry
from generator.problems.code import ERROR
from generator.problems.problem import Problem
from generator.reading.placement import MODELINE, path_of, words_of
from generator.reading.whole import F202
from generator.rules.check import check, with_added
from generator.rules.namings import R348

_REGULAR = "100644"
_FILL_IN = "请在这一行把缺的一栏填上，再读一次。"


class Judging:
    """The judging of all plans of a call. `notes`: of each file by its path."""

    def __init__(self, ground: Standing, notes: Mapping[str, FormNotes]) -> None:
        self.ground, self.registry, self.notes = ground, ground.registry, notes

    def written(self, plans: list[Plan]) -> dict[str, str]:
        """Return the texts to write, by path: of all plans that no error stands against, once that of the others are left out."""
        while True:
            texts = self._texts([plan for plan in plans if not plan.blocked])
            problems = self._problems(texts) if texts else []
            errors = [problem for problem in problems if problem.severity == ERROR]
            if not errors:
                self._tell(plans, texts, problems)
                return texts
            self._tell(plans, texts, errors)

    def _texts(self, plans: list[Plan]) -> dict[str, str]:
        """Return the texts of the records with their changes; new ones get the next free ids."""
        texts: dict[str, str] = {}
        number = number_of(self.registry.local.ids.next(self.ground.taken))
        for plan in plans:
            if not plan.alterations:
                continue
            if plan.workshop is None:
                plan.id = self.registry.local.ids.of_number(number)
            path = plan.workshop.path if plan.workshop else path_of(plan.id)
            before = self.registry.texts[path] if plan.workshop else f"{MODELINE}\nid: {plan.id}\n"
            text = altered(before, plan.alterations)
            if text is None:
                plan.blocked = True
                self.notes[plan.row.path].add(plan.row.place, *tellings.unalterable(path))
            elif text != before:
                texts[path] = text
                number += plan.workshop is None
        return texts

    def _problems(self, texts: Mapping[str, str]) -> list[Problem]:
        """Return the problems that the texts bring."""
        after, problems = with_added(self.registry, texts)
        found = check(after, problems, self.ground.today, self.ground.fonts)
        found += sorted(history.judge(self._change(texts, after), history.LAWS))
        return self.ground.new(
            it for it in found if it.code != R348 and (it.path in texts or it.severity == ERROR)
        )

    def _change(self, texts: Mapping[str, str], after: Registry) -> Change:
        """Return the texts as a change of what the registry's folder holds. `after`: the registry with them."""
        touched = {path: self.registry.texts[path] for path in texts if path in self.registry.texts}
        words = words_of(self.registry.texts)
        before = replace(
            self.registry,
            workshops=tuple(it for it in self.registry.workshops if it.path in touched),
            notices=(),
            forms=(),
            redirects=(),
            totals=(),
            texts={**words, **touched},
        )
        modes = dict.fromkeys(after.names, _REGULAR)
        return Change(
            before, after, modes, frozenset(texts), frozenset(self.registry.names | set(self.ground.taken))
        )

    def _tell(self, plans: list[Plan], texts: Mapping[str, str], problems: list[Problem]) -> None:
        """Tell each problem at the cell that brought it; an error stands against its record, or against all if it has none."""
        by_path = {
            plan.workshop.path if plan.workshop else path_of(plan.id): plan for plan in plans if plan.id
        }
        for problem in problems:
            plan = by_path.get(problem.path) if problem.path in texts else None
            at = path_at(texts[problem.path], problem.mark) if plan else ()
            cell = plan.cell_at(at) if plan else None
            about = plan or next(iter(by_path.values()))
            row = cell.row if cell else about.row
            place = cell.place if cell else row.place
            message = problem.message if plan else f"{problem.path}：{problem.message}"
            message += f"（{plan.id}）" if plan and plan.workshop else ""
            remedy = _FILL_IN if plan and problem.code == F202 else problem.remedy
            self.notes[row.path].add(place, problem.code, message, remedy)
            for blocked in [plan] if plan else plans:
                blocked.blocked = blocked.blocked or problem.severity == ERROR

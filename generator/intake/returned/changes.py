"""What a call makes of the sheets that came back: the changes of each record, what stands against some, the texts to write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.intake.notes import FormNotes, FormProblem
from generator.intake.returned.compare import Comparison
from generator.intake.returned.explaining import explain
from generator.intake.returned.judging import Judging
from generator.intake.returned.newcomers import complete, is_there
from generator.intake.returned.plan import Plan
from generator.intake.returned.rows import ReturnedTable
from generator.intake.standing import Standing
from generator.libraries.characters import visible
from generator.site.output import Output, outputs


class Changes(NamedTuple):
    """`plans`: those that change anything; `texts`: by path the records that are to be written; `problems`: in the sheets."""

    plans: tuple[Plan, ...]
    texts: dict[str, str]
    problems: tuple[FormProblem, ...]

    @property
    def outputs(self) -> list[Output]:
        """The records to write."""
        return outputs(self.texts, "import")

    @property
    def changed(self) -> frozenset[str]:
        """The paths of those that are there already."""
        return frozenset(plan.workshop.path for plan in self.plans if plan.workshop)

    @property
    def lines(self) -> list[str]:
        """Each change, by record: which field, what it says, what it is to say; of a record that is not written only that."""
        listed: list[str] = []
        for plan in self.plans:
            called = f"{plan.id} {plan.name}"
            if plan.blocked:
                told = (
                    f"{called}：有错误，这份记录没有改" if plan.workshop else f"{plan.name}：有错误，没有新增"
                )
                listed.append(told)
                continue
            listed.append(called if plan.workshop else f"{called}（新增）")
            listed += [f"  {_where(cell.row.path, cell.place)} {cell.line}" for cell in plan.cells]
            listed += [f"  {words}" for _, words in plan.added]
        return [visible(line.replace("\n", "／")) for line in listed]

    @property
    def summary(self) -> str:
        """How much is written, and how much is not."""
        written = [plan for plan in self.plans if not plan.blocked]
        new = sum(1 for plan in written if plan.workshop is None)
        cells = sum(len(plan.cells) for plan in written if plan.workshop)
        blocked = sum(1 for plan in self.plans if plan.blocked)
        parts = [f"改 {len(written) - new} 份记录 {cells} 处"]
        parts += [f"新增 {new} 份"] if new else []
        parts += [f"{blocked} 份有错误，没有写"] if blocked else []
        return "，".join(parts)


def changes(tables: Iterable[ReturnedTable], ground: Standing, point_datum: str) -> Changes:
    """Return what the sheets make of the records of a registry."""
    listed = list(tables)
    notes = {table.path: FormNotes(table.path, ground.today) for table in listed}
    comparison = Comparison(ground.registry, notes, point_datum)
    plans = comparison.compare(row for table in listed for row in table.rows)
    changing = [
        plan for plan in plans if (plan.cells or plan.blocked) and not is_there(plan, ground.registry)
    ]
    for plan in changing:
        complete(plan)
        explain(plan, ground.registry, notes, ground.today)
    texts = Judging(ground, notes).written(changing)
    problems = tuple(problem for noted in notes.values() for problem in noted.problems)
    return Changes(tuple(changing), texts, problems)


def _where(path: str, place: str) -> str:
    return f"{path} {place}" if place else path

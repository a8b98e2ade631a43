"""A new workshop in the table: what follows from its name, and the table as its source where it names none."""

from __future__ import annotations

from generator.drafts.alteration import Alteration, Path
from generator.drafts.altering import values
from generator.intake.returned.plan import Plan
from generator.model.registry import Registry
from generator.reading.spans import Plain
from generator.rules.names import ALLIANCE, category_of

_KIND = "工作室"
_NEVER_PROVED = ("kind", "leader", "sources")


def is_there(plan: Plan, registry: Registry) -> bool:
    """Return whether a new workshop was taken in already: a record of its name says all that its rows say."""
    if plan.workshop is not None or plan.blocked:
        return False
    held = [values(registry.texts[it.path]) for it in registry.workshops if it.name == plan.name]
    return any(all(_at(one, cell.path) == cell.value for cell in plan.cells) for one in held if one)


def _at(held: Plain, path: Path) -> Plain | None:
    """Return what stands at a path; None if nothing does."""
    if not path:
        return held
    step, *rest = path
    if isinstance(held, dict) and isinstance(step, str) and step in held:
        return _at(held[step], tuple(rest))
    if isinstance(held, list) and isinstance(step, int) and step < len(held):
        return _at(held[step], tuple(rest))
    return None


def complete(plan: Plan) -> None:
    """Add what a new record needs and its rows leave to the program; a record that is there stays as it is."""
    if plan.workshop is not None:
        return
    said = {str(cell.path[0]): cell for cell in plan.cells}
    if "kind" not in said:
        kind = ALLIANCE if plan.name.endswith(ALLIANCE) else _KIND
        plan.added.append((Alteration(("kind",), kind), f"类型写成“{kind}”"))
    if "category" not in said and (category := category_of(plan.name)):
        plan.added.append((Alteration(("category",), category), f"照名称，类别写成“{category}”"))
    if "sources" not in said:
        publisher = next((str(said[key].value) for key in ("recommender", "unit") if key in said), "")
        title = f"创新工作室台账（{publisher}）" if publisher else "创新工作室台账"
        keys: list[Plain] = [key for key in said if key not in _NEVER_PROVED]
        source: dict[str, Plain] = {"title": title}
        source |= {"publisher": publisher} if publisher else {}
        plan.added.append((Alteration(("sources", 0), source | {"supports": keys}), f"来源写成“{title}”"))

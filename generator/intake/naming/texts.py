"""What a naming notice makes of the texts of the registry: a record that gains a designation, a new record, the notice's list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.drafts.alteration import Alteration
from generator.drafts.altering import altered, values
from generator.drafts.lines import lines
from generator.intake.naming.named import NamedWorkshop
from generator.model.notices import Listed, Notice
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.reading import schema
from generator.reading.placement import MODELINE
from generator.reading.spans import Plain
from generator.rules.names import category_of
from generator.rules.namings import may_be_by, named_as

_COMPLETED = ("unit", "recommender", "district", "zone", "category")


def gained(
    registry: Registry, notice: Notice, entry: NamedWorkshop, record: Workshop
) -> tuple[str | None, list[str]]:
    """Return the text of a record with the designation, None where it cannot be altered; and the labels of what was completed.

    A designation that stands without a notice and may be this one gets the notice. What the record does not say yet and the list
    does is completed, with the notice as its source; a leader is public because the notice names him.
    """
    changes = _designation(registry, notice, entry, record)
    said = entry.values.keys() - entry.proved
    keys = [key for key in _COMPLETED if key in said and getattr(record, key) is None]
    if record.district and "zone" in keys:
        keys.remove("zone")
    changes += [Alteration((key,), entry.values[key]) for key in keys]
    if "leader" in entry.values and record.leader is None:
        changes.append(Alteration(("leader",), _published(entry.values["leader"])))
        keys.append("leader.name")
    proved = [key for key in keys if key != "category"]
    if proved:
        changes.append(_proof(notice, record, proved))
    labels = [schema.WORKSHOP.by_key[key.partition(".")[0]].label for key in keys]
    return altered(registry.texts[record.path], changes), labels


def draft(
    registry: Registry, notice: Notice, entry: NamedWorkshop, id_: str, others: Sequence[Workshop] = ()
) -> str:
    """Return the text of a new record. `others`: records that it is not, though they are like it."""
    made = {key: value for key, value in entry.values.items() if key != "sources"}
    keys = [key for key in made if key not in ("kind", "category", "leader", *entry.proved)]
    if "leader" in made:
        made["leader"] = _published(made["leader"])
        keys += [f"leader.{key}" for key in made["leader"] if key != "basis"]
    made["designations"] = [_named(registry, notice, entry, entry.values.get("category"))]
    made["sources"] = [*entry.values.get("sources", ()), _source(notice, [*keys, "designations"])]
    made |= {"not_same_as": [other.id for other in others]} if others else {}
    return "\n".join([MODELINE, *lines(schema.WORKSHOP, {"id": id_, **made})]) + "\n"


def listing(text: str, notice: Notice, entries: Sequence[NamedWorkshop]) -> tuple[str | None, list[Listed]]:
    """Return the text of a notice that lists all entries in their order, and what it lists besides, which stays behind them.

    What stands in the list stays as it is written. None where the text cannot be altered.
    """
    held = values(text, schema.NOTICE)
    names = held.get("names", []) if isinstance(held, dict) else []
    left = list(zip(notice.names, names, strict=True)) if isinstance(names, list) else []
    new: list[Plain] = []
    for entry in entries:
        stands = next((pair for pair in left if _is_entry(pair[0], entry.listed)), None)
        if stands:
            left.remove(stands)
        new.append(stands[1] if stands else _as_listed(entry.listed))
    new += [plain for _, plain in left]
    return altered(text, [Alteration(("names",), new)], schema.NOTICE), [listed for listed, _ in left]


def _designation(
    registry: Registry, notice: Notice, entry: NamedWorkshop, record: Workshop
) -> list[Alteration]:
    new = _named(registry, notice, entry, record.category or entry.values.get("category"))
    for at, one in enumerate(record.designations):
        if may_be_by(one, notice, str(new["level"])):
            day = [] if one.date else [Alteration(("designations", at, "date"), new["date"])]
            return [*day, Alteration(("designations", at, "notice"), notice.id)]
    return [Alteration(("designations", len(record.designations)), new)]


def _named(
    registry: Registry, notice: Notice, entry: NamedWorkshop, category: str | None
) -> dict[str, Plain]:
    title, level = named_as(registry, notice, category or category_of(entry.name))
    term = registry.title(entry.title)
    return {
        "title": entry.title or title,
        "level": term.level if term and term.level else level,
        "date": notice.date.iso,
        "notice": notice.id,
    }


def _proof(notice: Notice, record: Workshop, keys: list[str]) -> Alteration:
    """The notice as the source of some keys, in the record's own entry for it if there is one."""
    for at, source in enumerate(record.sources):
        if source.title == notice.title:
            return Alteration(("sources", at, "supports"), list(dict.fromkeys([*source.supports, *keys])))
    return Alteration(("sources", len(record.sources)), _source(notice, keys))


def _source(notice: Notice, keys: list[str]) -> dict[str, Plain]:
    told: dict[str, Plain] = {"title": notice.title, "publisher": notice.issuer, "date": notice.date.iso}
    own = [one.url for one in notice.sources if one.url and one.title == notice.title]
    return {**told, **({"url": own[0]} if own else {}), "supports": list(keys)}


def _published(leader: dict[str, Any]) -> dict[str, Any]:
    """A leader whom a notice names is public."""
    return {"basis": {"kind": "公开报道"}, **leader}


def _is_entry(listed: Listed, new: Listed) -> bool:
    """Whether an entry that stands in the notice's list is this one."""
    beside = ((listed.unit, new.unit), (listed.leader, new.leader), (listed.recommender, new.recommender))
    return listed.name == new.name and all(said is None or old in (None, said) for old, said in beside)


def _as_listed(listed: Listed) -> Plain:
    beside = {key: said for key in ("unit", "leader", "recommender") if (said := getattr(listed, key))}
    return {"name": listed.name, **beside} if beside else listed.name

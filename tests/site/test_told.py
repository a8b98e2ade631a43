"""What pages see of vocabularies and notices: all that is asked for of their records, and nothing that another record tells."""

from __future__ import annotations

from generator.model.registry import Registry
from generator.model.workshop import Workshop
from tests.made import miniature


def key(registry: Registry, number: int = 0) -> bytes:
    """The digest of what is told of one workshop."""
    return registry.telling.of(registry.workshops[number : number + 1]).key


def with_text(path: str, old: str, new: str) -> Registry:
    """The miniature with another text in one file."""
    held = miniature.texts()
    assert old in held[path]
    return miniature.registry({**held, path: held[path].replace(old, new)})


def test_all_that_is_asked_for_of_a_record_is_there() -> None:
    whole = miniature.registry()

    def asked(registry: Registry, workshop: Workshop) -> list[object]:
        leader = workshop.leader
        words: dict[str, list[str | None]] = {
            "districts": [workshop.district],
            "zones": [workshop.zone],
            "industries": [workshop.industry, (workshop.industry or "")[:1]],
            "honours": [honour.name for honour in leader.honours] if leader else [],
            "titles": [leader.professional_title] if leader else [],
        }
        return [
            registry.unit_of(workshop),
            registry.units.names(workshop.unit or ""),
            [*registry.units.above(workshop.unit or "")],
            [registry.title(named.title) for named in workshop.designations],
            [registry.notice_by_id.get(named.notice or "") for named in workshop.designations],
            [registry.term(name, word) for name, all_ in words.items() for word in all_],
        ]

    for workshop in whole.workshops:
        alone = whole.only([workshop], whole.telling.of([workshop]))
        assert asked(alone, workshop) == asked(whole, workshop)
        assert asked(alone, workshop)[0] == whole.only([workshop], whole.telling.of([], [workshop])).unit_of(
            workshop
        )
        assert not alone.forms and sum(map(len, map(alone.terms, alone.vocabularies))) < sum(
            map(len, map(whole.terms, whole.vocabularies))
        )


def test_a_term_or_a_notice_decides_about_the_records_that_name_it() -> None:
    whole, path = miniature.registry(), "vocabularies/industries.yml"
    term = whole.term("industries", whole.workshops[0].industry)
    assert term
    assert key(with_text(path, term.name, "别的行业")) != key(whole)
    assert key(with_text(path, "name: 教育", "name: 别的行业")) == key(whole)
    assert key(with_text(path, "title: ", "# 往下移一行\ntitle: ")) == key(whole)
    cited = whole.notice_by_id[whole.workshops[0].designations[0].notice or ""]
    assert key(with_text(cited.path, cited.title, "别的通知")) != key(whole)
    assert key(with_text("vocabularies/synonyms.yml", "title: ", "title: 新的")) == key(whole)


def test_of_other_records_their_units_alone() -> None:
    whole = miniature.registry()
    known = next(it for it in whole.workshops if it.unit and it.unit in whole.units.by_name and it.industry)
    told = whole.only([known], whole.telling.of([], [known]))
    assert told.unit_of(known) and not told.term("industries", known.industry) and not told.notices

"""All codes, collected from the modules that yield them: for `explain` and registry/PROBLEMS.md."""

from __future__ import annotations

from generator import history, rules
from generator.doors import build, disk
from generator.intake import (
    agreement,
    blanks,
    columns,
    filled,
    mapping,
    notes,
    persons,
    plain,
    sent,
    terms,
    values,
)
from generator.intake.naming import imported, lists, registering
from generator.intake.opening import otherkinds, package, tableform, tablenotes, tablereader, wordform
from generator.intake.returned import rows, tellings
from generator.problems.code import Code, codes_of
from generator.reading import (
    checks,
    decoding,
    features,
    kind,
    libyaml,
    lines,
    patterns,
    placement,
    quantities,
    read,
    signs,
    tables,
    tree,
    whole,
    words,
)
from generator.reading import terms as reading_terms
from generator.site import output, verify
from generator.site.map import ground

_WRITING = (decoding, signs, lines, features, libyaml, tree, placement, read)
_FIELDS = (kind, checks, words, patterns, quantities, reading_terms, whole, tables)
_PAGES = (output, verify, ground, build)
_FORMS = (
    *(disk, otherkinds, package, sent, filled, plain, terms, notes, wordform, tablenotes, tablereader),
    *(tableform, persons, agreement, blanks, values, mapping, columns, lists, registering, imported),
    *(tellings, rows),
)
MODULES = (*_WRITING, *_FIELDS, *rules.MODULES, *history.MODULES, *_PAGES, *_FORMS)
CODES: dict[str, Code] = {code: code for code in sorted(codes_of(MODULES))}

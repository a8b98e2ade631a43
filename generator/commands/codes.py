"""All codes, collected from the modules that yield them: for `explain` and registry/PROBLEMS.md."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from generator.problems.code import Code, codes_of

# Where the codes of a letter are made: modules, and folders that list theirs as MODULES. They are imported when one is asked for.
_MADE_IN = {
    "S": (
        *("reading.decoding", "reading.signs", "reading.lines", "reading.features", "reading.libyaml"),
        *("reading.tree", "reading.placement", "reading.read"),
    ),
    "F": (
        *("reading.kind", "reading.checks", "reading.words", "reading.patterns", "reading.quantities"),
        *("reading.terms", "reading.whole", "reading.tables"),
    ),
    "R": ("rules",),
    "H": ("history",),
    "P": ("site.output", "site.verify", "rules.local", "doors.build"),
    "I": (
        *("doors.disk", "intake.opening.otherkinds", "intake.opening.package", "intake.opening.size"),
        *("intake.sent", "intake.filled", "intake.plain", "intake.terms", "intake.notes"),
        *("intake.opening.wordform", "intake.opening.tablenotes", "intake.opening.tablereader"),
        *("intake.opening.tableform", "intake.persons", "intake.agreement", "intake.blanks"),
        *("intake.values", "intake.mapping", "intake.columns", "intake.naming.lists"),
        *("intake.naming.registering", "intake.naming.imported", "intake.returned.tellings"),
        "intake.returned.rows",
    ),
}


def code_of(word: str) -> Code | None:
    """Return the code with that word, if there is one."""
    return next((code for code in _of(word[:1]) if code == word), None)


def every() -> dict[str, Code]:
    """Return all codes by their words, sorted."""
    return {code: code for code in sorted(code for letter in _MADE_IN for code in _of(letter))}


def _of(letter: str) -> Iterator[Code]:
    modules = [import_module(f"generator.{name}") for name in _MADE_IN.get(letter, ())]
    parts = [part for module in modules for part in getattr(module, "MODULES", (module,))]
    return (code for code in codes_of(parts) if code.startswith(letter))

"""Codes: the kinds of problem and what each means; and the codes of a module."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass
from types import ModuleType
from typing import Self

ERROR, WARNING = "错误", "警告"


@dataclass(frozen=True, eq=False, repr=False)
class Code(str):
    """One kind of problem: its word (`R301`) and what it means, as http.HTTPStatus is a number with a phrase.

    The word is a letter and three digits, never changed and never used again for anything else: S the writing of the
    file, F a field, R the law between records, H what a change may not do, P pages, I filled forms. `meaning`: why it
    matters; `bad`: an example of the fault; `remedy`: how to mend it; `hidden`: the line of such a problem contains
    personal data and must not be shown again, since logs are public too.

    A code is a constant with its word as its name, right above the law that yields it.
    """

    word: str
    level: str
    heading: str
    _: KW_ONLY
    meaning: str
    bad: str
    remedy: str
    hidden: bool = False

    def __new__(cls, word: str, *_: object, **__: object) -> Self:
        """Use the word as the text."""
        return super().__new__(cls, word)


def codes_of(modules: Iterable[ModuleType]) -> tuple[Code, ...]:
    """Return the codes defined in the modules, in the order in which they are written; an imported one counts once."""
    codes = (it for module in modules for it in vars(module).values() if isinstance(it, Code))
    return tuple({id(code): code for code in codes}.values())

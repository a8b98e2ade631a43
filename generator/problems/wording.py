"""The words of a problem as data: a check that tells it, with places to fill; published for scripts, so that none is written twice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypedDict

Facts = Mapping[str, object]
_PLACE = re.compile(r"\{([a-z_.]+)\}")


class Given(TypedDict, total=False):
    """What a check's test compares a text with. `form`: a regular expression; `by`: name or code."""

    words: Sequence[str]
    form: str
    least: int
    most: int
    full: bool
    vocabulary: str
    by: str
    signs: str
    categories: Sequence[str]


class Check(NamedTuple):
    """If `test` holds of a text, `code` is told; the first check that applies decides, and one without a code accepts.

    `given`: what the test compares with. `message` and `remedy` hold places: {label}, {text}, {short}, and what the test found.
    """

    test: str
    code: str = ""
    message: str = ""
    remedy: str = ""
    given: Given = Given()

    def data(self) -> dict[str, object]:
        """The same for a script."""
        told = {"code": self.code, "message": self.message, "remedy": self.remedy}
        return {"test": self.test, **{key: word for key, word in told.items() if word}, **self.given}


def fill(template: str, facts: Facts) -> str:
    """The template with its places filled."""
    return _PLACE.sub(lambda place: str(facts[place[1]]), template)

"""The words of a problem as data: a check and its message with places to fill; scripts use the same, so none is written twice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypedDict

from generator.problems.code import Code

Facts = Mapping[str, object]
_PLACE = re.compile(r"\{([a-z_.]+)\}")


class Given(TypedDict, total=False):
    """What the test of a check compares a text with. `form`: a regular expression; `by`: name or code.

    Of characters: `ranges` in hexadecimal digits (`ad,180b-180f`); `alike`: what looks so and what it should be, pair after
    pair. Of words: regular expressions of what is looked at (`find`), when it is wrong (`faulty`) and of the wrong character
    (`odd`); `scripts`: names of scripts, each with a class of its characters.
    """

    words: Sequence[str]
    form: str
    least: int
    most: int
    full: bool
    vocabulary: str
    by: str
    ranges: str
    alike: str
    find: str
    faulty: str
    odd: str
    scripts: Sequence[tuple[str, str]]


class Check(NamedTuple):
    """If a text meets `test`, it has the problem `code`; the first check that applies decides, and one without a code accepts the text.

    `given`: what the test compares with. `message` and `remedy` contain places: {label}, {text}, {short}, and what the test found.
    """

    test: str
    code: Code = Code("", "", "", meaning="", bad="", remedy="")
    message: str = ""
    remedy: str = ""
    given: Given = Given()

    def data(self) -> dict[str, object]:
        """Return the same as data for a script."""
        words = {"code": self.code, "message": self.message, "remedy": self.remedy}
        return {"test": self.test, **{key: word for key, word in words.items() if word}, **self.given}


def fill(template: str, facts: Facts) -> str:
    """Return the template with its places filled."""
    return _PLACE.sub(lambda place: str(facts[place[1]]), template)


def short(text: str, most: int = 30) -> str:
    """Return the text, cut if it would make a message too long."""
    return text if len(text) <= most else text[:most] + "…"

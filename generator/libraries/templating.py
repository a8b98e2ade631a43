"""Templates to text (the door to jinja2). Everything is escaped; a missing fact raises an exception."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import jinja2
from markupsafe import Markup, escape

from generator.libraries.kept import key_of

__all__ = ["Markup", "Templates", "by_dates", "by_words", "escape", "script_json"]

# Signs that could end a script element, start an entity, or break a line inside one.
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_DATE = re.compile(r"([0-9]+ ?年(?: ?[0-9]+ ?月(?: ?[0-9]+ ?日)?)?)")
_WORD = re.compile(r"(?=劳模|创新工作室|名册|推荐的工作室)")


class Templates:
    """Compiled templates by name, and the digest of them all."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._environment = _environment(tuple(sorted(texts.items())))
        self.digest = key_of(sorted(texts.items()))

    def names(self, folder: str) -> list[str]:
        """Return the names of the templates of a folder, which ends in a slash, in their order."""
        return [name for name in self._environment.list_templates() if name.startswith(folder)]

    def render(self, name: str, /, **facts: Any) -> Markup:
        """Return the template's HTML with the facts filled in; each is escaped unless it is Markup."""
        return Markup(self._environment.get_template(name).render(**facts))  # noqa: S704 - autoescape has escaped it


@lru_cache(maxsize=2)
def _environment(texts: tuple[tuple[str, str], ...]) -> jinja2.Environment:
    """Compiled once for the same texts: a preview makes the site again and again, and half of its time would go into compiling."""
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(dict(texts)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"by_dates": by_dates, "by_words": by_words}
    return environment


def by_dates(text: str) -> list[str]:
    """Split a text at its dates (at least a year), which are at the odd places: no line may break inside them."""
    return _DATE.split(text)


def by_words(text: str) -> list[str]:
    """Split a name (of the site, a workshop or a list) where a line may break."""
    return [word for word in _WORD.split(text) if word]


def script_json(value: Any) -> Markup:
    """Return a value as JSON for a script element: no text in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_UNSAFE))  # noqa: S704 - nothing that is markup is left in it

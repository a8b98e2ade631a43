"""All problem codes: what each means, how grave it is, and what to do about it.

A code is a letter and three digits, never changed and never used again for anything else: S the writing of the
file, F a field, R the law between records, H what a change may not do, P pages, I filled forms.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.problems.codes.history import HISTORY_CODES
from generator.problems.codes.intake import INTAKE_CODES
from generator.problems.codes.pages import PAGE_CODES
from generator.problems.codes.reading import FIELD_CODES, WRITING_CODES
from generator.problems.codes.rules import RULE_CODES

ERROR, WARNING = "错误", "警告"


class Code(NamedTuple):
    """One kind of problem. `meaning`: why it matters; `bad`: an example of the fault; `remedy`: how to mend it."""

    code: str
    severity: str
    title: str
    meaning: str
    bad: str
    remedy: str


CODES = {
    row[0]: Code(*row)
    for row in (*WRITING_CODES, *FIELD_CODES, *RULE_CODES, *HISTORY_CODES, *PAGE_CODES, *INTAKE_CODES)
}

# The line that such a problem stands in must not be shown again: logs are public too.
PERSONAL = frozenset(code for code in CODES if code.startswith("R38"))


def severity(code: str) -> str:
    """错误 or 警告; a code that nobody has written down counts as an error."""
    found = CODES.get(code)
    return found.severity if found else ERROR


def explain(code: str) -> str | None:
    """What `python -m generator explain F204` shows; None if there is no such code. Lower case is accepted."""
    found = CODES.get(code.strip().upper())
    if found is None:
        return None
    example = "\n".join(f"    {line}" for line in found.bad.split("\n"))
    return (
        f"{found.code}（{found.severity}）：{found.title}\n\n"
        f"{found.meaning}\n\n例如：\n\n{example}\n\n改法：{found.remedy}\n"
    )

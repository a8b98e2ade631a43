"""What is written where something else should stand: what no field takes, and what may well pass."""

from __future__ import annotations

from tests.made.editvalues import WRITTEN
from tests.made.printed import OUTSIDE

# What stands for nothing, ends something, or is another type; bytes that are no text come from `_bytes`.
_SIGNS = (
    "", " ", "\t", "\r", "\n", "\x00", "\x1b[31m", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff", "\ud800", "\U0010ffff", "甲" * 5000, "a" * 70_000,
    "[" * 200, "{" * 200, "&a [*a]", "*a", "!!python/object:os.system x", "!!binary aGk=", "<<: {a: b}", "? a\n: b", "|\n  甲\n  乙", ">-\n  甲",
    "---", "...", "- - - 甲", "1e999", "0x1F", "0o17", "1_000", "12:30:45", ".inf", "2019-02-29", "2024-02-30", "0000-01-01", "9" * 400, "-0",
    '<img src=x onerror=alert(1)>', '" src=x onerror=alert(1) "', "</script><script>alert(1)</script>", "{{ 7*7 }}", "${7*7}", "=1+1", "@everyone",
    "../../../etc/passwd", "con", "C:\\x", "a/b", "13812345678", "210202196803151234", "someone@example.com", "nаme", "ｎａｍｅ", "name\u0301", "王𱖎", "王𮯰",
)  # fmt: skip
VALUES = (*_SIGNS, *WRITTEN, *(text for text, _ in OUTSIDE.values()))
ODD = (
    "𠮷", "𱖎", "CO₂", "（한국）", "∙", "👍", "·", "&", "<b>", " src=x onerror=alert(1)", "“”", "甲" * 30, "（集团）", "é", "№", "①", "Ⅱ", "℃", "……", "——", "／",
    "王", "*", "_", "`", "$x$", "#panic()", "\\", "'", "｜", "|", "[a](b)", "{{a}}", "%s", "{}", "=1", "+1", "-1", "@a", "2019", " ", "0", "1",
)  # fmt: skip

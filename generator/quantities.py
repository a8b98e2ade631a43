"""Kinds of field that are counted: dates, whole numbers, decimals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from generator import yamltree
from generator.dates import is_written, parse_date, propose_date
from generator.fields import MISSING, Reading, scalar_text, short

_INTEGER = re.compile(r"(?:0|[1-9][0-9]{0,15})")
_DECIMAL = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,9})?")


@dataclass(frozen=True)
class Day:
    """A date to the day, the month or the year; with `full`, to the day only."""

    full: bool = False
    many = False

    @property
    def words(self) -> str:
        """See Kind."""
        return "日期：2019-06-28" if self.full else "日期：2019-06-28，只知道年月写 2019-06，只知道年写 2019"

    def read(self, node: yamltree.Node, label: str, reading: Reading) -> Any:
        """See Kind. F206 if it is written otherwise or is no day of the calendar."""
        text = scalar_text(node, label, reading)
        if text is MISSING:
            return text
        day = parse_date(text)
        if day and (day.day or not self.full):
            return day
        if day:
            message, proposed = f"“{label}”要写到日，“{text}”没有写到", None
        elif is_written(text):
            message, proposed = f"“{label}”的“{text}”在日历上没有", None
        else:
            message, proposed = f"“{label}”的“{short(text)}”不是能读懂的日期", propose_date(text)
        wanted = "2019-06-28" if self.full else "2019-06-28、2019-06 或 2019"
        remedy = f"请改为 {proposed}。" if proposed else f"请核对后写成 {wanted} 的样子。"
        return reading.tell("F206", node.mark, message, remedy)

    def json_schema(self) -> dict[str, Any]:
        """See Kind. Editors read 2019 as a number and 2019-06-28 as text, hence both types."""
        pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" if self.full else "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
        return {"type": ["string", "integer"], "pattern": pattern}


@dataclass(frozen=True)
class Integer:
    """A whole number within bounds."""

    least: int
    most: int
    many = False

    @property
    def words(self) -> str:
        """See Kind."""
        return f"整数，{self.least} 到 {self.most}"

    def read(self, node: yamltree.Node, label: str, reading: Reading) -> Any:
        """See Kind. F207."""
        text = scalar_text(node, label, reading)
        if text is MISSING:
            return text
        if _INTEGER.fullmatch(text) and self.least <= int(text) <= self.most:
            return int(text)
        if _INTEGER.fullmatch(text):
            message = f"“{label}”的 {text} 不在 {self.least} 到 {self.most} 之间"
            return reading.tell(
                "F207", node.mark, message, "请核对，多半是打错了数字；不是确数就删去这一行。"
            )
        remedy = "请只写半角数字，前面不补 0，不带单位、逗号和“余”“约”；不是确数就删去这一行。"
        return reading.tell("F207", node.mark, f"“{label}”的“{short(text)}”不是整数", remedy)

    def json_schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class Decimal:
    """A plain decimal number."""

    many = False
    words = "小数，如 121.61"

    def read(self, node: yamltree.Node, label: str, reading: Reading) -> Any:
        """See Kind. F208."""
        text = scalar_text(node, label, reading)
        if text is MISSING or _DECIMAL.fullmatch(text):
            return text if text is MISSING else float(text)
        return reading.tell(
            "F208",
            node.mark,
            f"“{label}”的“{short(text)}”不是小数",
            "请写成 121.61 的样子：半角数字，单位是度，不写度分秒。",
        )

    def json_schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"type": "number"}

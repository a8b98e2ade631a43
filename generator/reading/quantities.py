"""Kinds of field for quantities: dates, whole numbers, decimals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.libraries.jsontext import Json
from generator.model.dates import FIRST_YEAR, LAST_YEAR, PartialDate, parse_date
from generator.problems.code import ERROR, Code
from generator.problems.wording import Check
from generator.reading.checks import DECIMAL, HALF_WIDTH, INTEGER, NOTHING_SAID, read_text
from generator.reading.kind import MISSING, Missing, Notes
from generator.reading.tree import Node

F206 = Code(
    "F206",
    ERROR,
    "日期读不懂",
    meaning="日期写成 2019-06-28，只知道年月写 2019-06，只知道年写 2019；日子要在日历上有。",
    bad="established: 2019.6.28",
    remedy="照提示改写。",
)
# A date whose year, as an earlier check says, cannot be.
_DATED = r"(?!(?:19|20)[0-9]{2}(?![0-9]))(?:[0-9]{3,4}|(?:19|20)[0-9]{3})(?:[-./年][0-9]{1,2}.*)?"


@dataclass(frozen=True)
class Day:
    """A date to the day, the month or the year; with `full`, only to the day. F206 if it is written otherwise or not in the calendar."""

    full: bool = False
    many = False

    @property
    def words(self) -> str:
        """See Kind."""
        return "日期：2019-06-28" if self.full else "日期：2019-06-28，只知道年月写 2019-06，只知道年写 2019"

    @cached_property
    def checks(self) -> Sequence[Check]:
        """See Kind."""
        wrong_year = f"“{{label}}”的“{{short}}”年份不对，应当在 {FIRST_YEAR} 到 {LAST_YEAR} 年之间"
        wanted = "2019-06-28" if self.full else "2019-06-28、2019-06 或 2019"
        again, unread = f"请核对后写成 {wanted} 的样子。", "“{label}”的“{short}”不是能读懂的日期"
        return (
            Check("day", given={"full": self.full}),
            NOTHING_SAID,
            Check("day", F206, "“{label}”要写到日，“{text}”没有写到", again),
            Check("written_as_day", F206, "“{label}”的“{text}”在日历上没有", again),
            Check("proposable", F206, unread, "请改为 {right}。"),
            Check(
                "matches",
                F206,
                wrong_year,
                f"请核对年份，多半是打错了数字；写成 {wanted} 的样子。",
                {"form": _DATED},
            ),
            Check("always", F206, unread, again),
        )

    def read(self, node: Node, label: str, notes: Notes) -> PartialDate | Missing:
        """See Kind."""
        text = read_text(self.checks, node, label, notes)
        return MISSING if text is MISSING else parse_date(text) or MISSING

    def json_schema(self) -> dict[str, Json]:
        """See Kind. Editors read 2019 as a number and 2019-06-28 as text, hence both types."""
        pattern = (
            "^(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$"
            if self.full
            else "^(19|20)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?$"
        )
        return {"type": ["string", "integer"], "pattern": pattern}


F207 = Code(
    "F207",
    ERROR,
    "不是合适的整数",
    meaning="人数、件数、金额要能相加，所以只写半角数字。",
    bad="members: 15人",
    remedy="只写半角数字；不是确数就删去这一行。",
)


@dataclass(frozen=True)
class Integer:
    """A whole number within bounds. F207."""

    least: int
    most: int
    many = False

    @property
    def words(self) -> str:
        """See Kind."""
        return f"整数，{self.least} 到 {self.most}"

    @cached_property
    def checks(self) -> Sequence[Check]:
        """See Kind."""
        beyond = f"“{{label}}”的 {{text}} 不在 {self.least} 到 {self.most} 之间"
        mistyped = "请核对，多半是打错了数字；不是确数就删去这一行。"
        remedy = "请只写半角数字，前面不补 0，不带单位、逗号和“余”“约”；不是确数就删去这一行。"
        return (
            Check("within", given={"form": INTEGER, "least": self.least, "most": self.most}),
            Check("matches", F207, beyond, mistyped, {"form": INTEGER}),
            Check("half", F207, HALF_WIDTH, "请改为 {right}。", {"form": INTEGER}),
            Check("always", F207, "“{label}”的“{short}”不是整数", remedy),
        )

    def read(self, node: Node, label: str, notes: Notes) -> int | Missing:
        """See Kind."""
        text = read_text(self.checks, node, label, notes)
        return text if text is MISSING else int(text)

    def json_schema(self) -> dict[str, Json]:
        """See Kind."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


F208 = Code(
    "F208",
    ERROR,
    "不是小数",
    meaning="经纬度以度为单位，写成小数。",
    bad="lon: 121度36分",
    remedy="写成 105.25、35.75 的样子。",
)


@dataclass(frozen=True)
class Decimal:
    """A plain decimal number. F208."""

    many = False
    words = "小数，如 105.25、35.75"
    checks = (
        Check("matches", given={"form": DECIMAL}),
        Check("half", F208, HALF_WIDTH, "请改为 {right}。", {"form": DECIMAL}),
        Check(
            "always",
            F208,
            "“{label}”的“{short}”不是小数",
            "请写成 105.25、35.75 的样子：半角数字，单位是度，不写度分秒。",
        ),
    )

    def read(self, node: Node, label: str, notes: Notes) -> float | Missing:
        """See Kind."""
        text = read_text(self.checks, node, label, notes)
        return text if text is MISSING else float(text)

    def json_schema(self) -> dict[str, Json]:
        """See Kind."""
        return {"type": "number"}

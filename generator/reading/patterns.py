"""Kinds of field with a fixed form: patterns, addresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.libraries.jsontext import Json
from generator.problems.code import ERROR, Code
from generator.problems.wording import Check
from generator.reading.addresses import NOT_PUBLIC, PUBLIC, SECURE, WITH_USER, WRONG_HOST, WRONG_PORT
from generator.reading.checks import HALF_WIDTH, read_text
from generator.reading.kind import Missing, Notes
from generator.reading.tree import Node

F211 = Code(
    "F211",
    ERROR,
    "写法不合要求",
    meaning="编号、文件名、拼音等有固定的写法，程序靠它找到对应的内容。",
    bad="id: 1",
    remedy="照提示的写法改。",
)


@dataclass(frozen=True)
class Pattern:
    """Text of a fixed form; `say` describes the form in Chinese. F211. A form must mean the same in Python and JavaScript."""

    form: str
    say: str
    faults: tuple[
        tuple[str, str, str], ...
    ] = ()  # forms of what is often written instead, each with what is told of it
    many = False

    @property
    def words(self) -> str:
        """See Kind."""
        return self.say

    @cached_property
    def checks(self) -> Sequence[Check]:
        """See Kind."""
        return (
            Check("matches", given={"form": self.form}),
            Check("half", F211, HALF_WIDTH, "请改为 {right}。", {"form": self.form}),
            *(
                Check("matches", F211, message, remedy, {"form": form})
                for form, message, remedy in self.faults
            ),
            Check("always", F211, "“{label}”不能写“{short}”", f"请写成：{self.say}。"),
        )

    def read(self, node: Node, label: str, notes: Notes) -> str | Missing:
        """See Kind."""
        return read_text(self.checks, node, label, notes)

    def json_schema(self) -> dict[str, Json]:
        """See Kind. JSON Schema patterns are not anchored by themselves."""
        return {"type": "string", "pattern": f"^(?:{self.form})$"}


F210 = Code(
    "F210",
    ERROR,
    "网址不能用",
    meaning="网址要能直接点开，也不能把读者带到假冒的网站。",
    bad="url: www.dlzgh.org.cn",
    remedy="从浏览器地址栏整条复制，以 https:// 或 http:// 开头。",
)


_COPY = "从浏览器地址栏整条复制。"


_ONLY_SECURE = Check(
    "matches",
    F210,
    "“{label}”要以 https:// 开头，这里是 http://，别人能在路上改动它的内容",
    "请在浏览器里把开头改成 https:// 试一试，打得开就这样写；打不开的，换一个网址或删去这一条。",
    {"form": PUBLIC},
)
_URL_FAULTS = (
    Check(
        "matches",
        F210,
        "“{label}”里有用户名（@ 前面的字），打开的是 @ 后面的网站",
        f"请删去 @ 和它前面的字，只留网站的网址；{_COPY}",
        {"form": WITH_USER},
    ),
    Check(
        "matches",
        F210,
        "“{label}”是自己电脑或单位内部网络的地址，别人打不开",
        f"请换成公开网站上的网址；{_COPY}没有公开网址的，删去这一行。",
        {"form": NOT_PUBLIC},
    ),
    Check(
        "matches",
        F210,
        "“{label}”的域名写得不对：不能以点或减号开头、结尾，不能有两个点连着，点要用半角",
        f"请对照网页核对；{_COPY}",
        {"form": WRONG_HOST},
    ),
    Check(
        "matches",
        F210,
        "“{label}”的端口不对：冒号后面只能是 1 到 65535 的数字",
        f"请对照网页核对；{_COPY}",
        {"form": WRONG_PORT},
    ),
)


@dataclass(frozen=True)
class Url:
    """An address of a public page: http or https, with `secure` only https, ASCII, a public host, without user, backslash,
    quotes or punycode. F210.
    """

    secure: bool = False
    many = False

    @property
    def _starts(self) -> str:
        return "https://" if self.secure else "https:// 或 http://"

    @property
    def words(self) -> str:
        """See Kind."""
        return f"网址，以 {self._starts} 开头"

    @cached_property
    def checks(self) -> Sequence[Check]:
        """See Kind."""
        form = SECURE if self.secure else PUBLIC
        return (
            Check("matches", given={"form": form}),
            *((_ONLY_SECURE,) if self.secure else ()),
            Check("half", F210, HALF_WIDTH, "请改为 {right}。", {"form": form}),
            *_URL_FAULTS,
            Check(
                "always",
                F210,
                "“{label}”的写法不能用",
                f"请从浏览器地址栏整条复制：以 {self._starts} 开头，不含汉字、空格、引号、@ 和 xn--。",
            ),
        )

    def read(self, node: Node, label: str, notes: Notes) -> str | Missing:
        """See Kind."""
        return read_text(self.checks, node, label, notes)

    def json_schema(self) -> dict[str, Json]:
        """See Kind."""
        return {"type": "string", "format": "uri", "pattern": "^https://" if self.secure else "^https?://"}

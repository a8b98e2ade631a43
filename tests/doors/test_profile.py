"""What each stage of the work takes: counted by a clock that the test turns, told as a small table, and nothing without `--profile`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from generator import cli
from generator.doors import profile
from generator.doors.profile import LOADING, Profile, Spent, table
from generator.libraries.watch import UNWATCHED, Watch
from generator.site.output import Output
from tests import ROOT


class Turned:
    """A clock. Each second of CPU takes two in the world; `time` began it at 5 and 100."""

    def __init__(self) -> None:
        self.cpu = 5.0

    def __call__(self) -> tuple[float, float]:
        """What it shows."""
        return self.cpu, 100.0 + 2 * (self.cpu - 5)

    def goes_on(self, seconds: float) -> None:
        """So much is computed."""
        self.cpu += seconds


def of_steps(watch: Watch, works: Callable[[float], None]) -> None:
    step = watch.steps(lambda words: works(0.5))
    works(1)
    step("读懂 3 个文件")
    works(2)
    step("编排 1")
    step("编排 2")
    works(4)


def of_items(watch: Watch, works: Callable[[float], None]) -> None:
    def made() -> Iterator[Output]:
        works(1)
        yield Output("a.csv", b"123", "")
        works(2)
        yield Output("b.json", b"12345", "")
        works(4)

    watch.steps(lambda words: None)("编排")
    for output in watch.items(made(), lambda output: f"文件 {output.path[-4:]}"):
        works(8 if output.path == "a.csv" else 16)
    assert list(watch.items((), str)) == []


def of_calls(watch: Watch, works: Callable[[float], None]) -> None:
    def inner(content: bytes) -> int:
        works(1)
        return len(content)

    def outer(name: str) -> bytes:
        works(2)
        assert [*watch.items([3], lambda item: "里面的项")] == [watched_inner(b"123")]
        works(4)
        return name.encode()

    watched_inner = watch.calls("里面", inner)
    assert watch.calls("外面", outer)("ab") == b"ab"
    watched_inner(b"")


def of_what_fails(watch: Watch, works: Callable[[float], None]) -> None:
    def failing() -> Iterator[int]:
        works(1)
        yield 1
        works(2)
        raise ValueError

    def fails() -> None:
        works(4)
        raise ValueError

    with pytest.raises(ValueError):
        list(watch.items(failing(), str))
    with pytest.raises(ValueError):
        watch.calls("坏的", fails)()
    works(8)


Work = Callable[[Watch, Callable[[float], None]], None]
CASES: Iterable[tuple[Work, dict[str, tuple[float, float, int, int]]]] = [
    # the words of the last turn; what the step itself does counts as its own
    (
        of_steps,
        {LOADING: (6, 7, 0, 0), "读懂 3 个文件": (2.5, 5, 0, 0), "编排 2": (5, 10, 0, 0)},
    ),
    (
        of_items,
        {
            LOADING: (5, 5, 0, 0),
            "编排": (24, 48, 0, 0),
            "文件 .csv": (1, 2, 1, 3),
            "文件 json": (6, 12, 1, 5),
        },
    ),
    (
        of_calls,
        {LOADING: (5, 5, 0, 0), "外面": (6, 12, 1, 2), "里面": (2, 4, 2, 3), "里面的项": (0, 0, 1, 0)},
    ),
    (of_what_fails, {LOADING: (13, 21, 0, 0), "1": (3, 6, 1, 0), "坏的": (4, 8, 1, 0)}),
]


@pytest.mark.parametrize(("work", "wanted"), CASES)
def test_each_second_counts_once(work: Work, wanted: dict[str, tuple[float, float, int, int]]) -> None:
    clock = Turned()
    watch = Profile(clock)
    work(watch, clock.goes_on)
    assert watch.stages() == {words: Spent(*spent) for words, spent in wanted.items()}
    assert sum(spent.cpu for spent in watch.stages().values()) == clock.cpu
    work(UNWATCHED, lambda seconds: None)


def test_without_a_watch_nothing_is_wrapped() -> None:
    items, words = iter("ab"), str
    assert UNWATCHED.items(items, words) is items
    assert UNWATCHED.calls("", words) is words
    assert UNWATCHED.steps(print) is print


def test_the_table_is_small_and_stands_in_columns() -> None:
    stages = {
        "读取文件": Spent(1.25, 2.5),
        "印网页": Spent(3, 3, 1500, 12_345_678),
        "写文件": Spent(0.001, 3, 7, 900),
        "小一": Spent(0.01, 0.01, 2, 8_000),
        "小二": Spent(0.01, 0.02, 1),
    }
    assert table(stages, 512_400_000) == (
        "  CPU 秒    历时秒      个数        MB  阶段\n"
        "    3.00      3.00     1,500     12.35  印网页\n"
        "    1.25      2.50                      读取文件\n"
        "    0.00      3.00         7      0.00  写文件\n"
        "    0.02      0.03         3      0.01  其余 2 个阶段\n"
        "    4.27      8.53                      合计\n"
        "内存最多用到 512 MB。\n"
    )
    assert table({"读取文件": Spent(1, 2)}, 0).splitlines()[1:] == [
        "    1.00      2.00                      读取文件",
        "    1.00      2.00                      合计",
    ]


@pytest.mark.parametrize(
    ("words", "stages"),
    [
        (
            ["build", "--fresh"],
            {"文件 data .xlsx", "成组的 workshops", "印网页", "核对", "比对和写文件", "渲染框架和文章"},
        ),
        (["build"], {"读上一次的文件", "沿用上一次的文件", "换上新网站"}),
        (["check"], {LOADING, "读取文件"}),
    ],
)
def test_it_is_told_on_stderr_beside_the_result(
    words: list[str],
    stages: set[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looks = itertools.count()
    monkeypatch.setattr(profile, "clock", lambda: (float(next(looks)), 0.0))
    monkeypatch.setattr(profile, "_SMALL", 0)
    site = ["--site", str(tmp_path / "site")] if words[0] == "build" else []
    asked = [*words, "--registry", str(ROOT / "registry"), *site]
    assert cli.main(asked) == 0
    bare = capsys.readouterr()
    assert (bare.err, next(looks)) == ("", 0), "nobody looked at a clock"
    assert cli.main([*asked, "--profile"]) == 0
    told = capsys.readouterr()
    assert told.out == bare.out
    head, *rows, _whole, memory = told.err.splitlines()
    assert head.split() == ["CPU", "秒", "历时秒", "个数", "MB", "阶段"]
    assert [row for row in rows if not re.fullmatch(r" *[0-9.]+ +[0-9.]+  [ 0-9,.]{18}  \S.*", row)] == []
    assert stages <= {row[40:] for row in rows}
    assert re.fullmatch("内存最多用到 [0-9,]+ MB。", memory)

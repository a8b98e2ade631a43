"""The work as a table of contents: read, check, plan. Also the only reader of the clock."""

from __future__ import annotations

import contextlib
import gc
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from generator import ROOT
from generator.doors import disk, git, store
from generator.doors.progress import Step, quiet
from generator.doors.trouble import Trouble
from generator.libraries.characters import visible
from generator.libraries.kept import NOTHING, Kept, key_of
from generator.libraries.typeset import Fonts, Press, Unprintable
from generator.model.local import Local
from generator.model.registry import Registry
from generator.problems import reports
from generator.problems.code import ERROR, Code
from generator.problems.problem import FILE_START, Problem, count
from generator.reading.decoding import decode, is_text, most_bytes, sort_out
from generator.reading.mending import fixed
from generator.reading.placement import LOCAL, words_of
from generator.reading.read import read_texts
from generator.reading.replacing import replaced
from generator.rules.check import check

_LAST_SECOND = 4102444799  # of 2099: the dates in Word and zip files go little further
FONTS = Fonts(str(ROOT / "site_src/fonts"))  # where an operator lays further ones
P509 = Code(
    "P509",
    ERROR,
    "排不出 PDF",
    meaning="名录、标签、表格和通知的 PDF 由排印程序 typst 排成；它拒绝时整个网站都不生成，上一次的网站不动。",
    bad="排印程序报错，指着 notices/2026-5.yml",
    remedy="对照这份文件里印出来的内容，去掉不寻常的写法；还是不行，请告诉维护者。",
)


@dataclass(frozen=True)
class Loaded:
    """A registry that was read and checked. `folder`: as the user named it, for the paths of problems."""

    registry: Registry
    problems: tuple[Problem, ...]
    folder: str

    @property
    def records(self) -> int:
        """The number of records in the registry, readable or not."""
        return sum(1 for name in self.registry.names if name.startswith("workshops/"))

    @property
    def refused(self) -> bool:
        """Whether any problem is an error."""
        return count(self.problems)[0] > 0

    @property
    def summary(self) -> str:
        """`N 条记录，E 个错误，W 个警告`."""
        return reports.summary(self.problems, self.records)

    def report(self, form: str) -> str:
        """All problems in one of reports.FORMATS."""
        return reports.report(form, self.problems, self.registry.texts, f"{self.folder}/", self.records)


def load(folder: Path, step: Step = quiet, kept: Kept | None = None) -> Loaded:
    """Read and check a registry's folder. `kept`: what was made before; None for the store of this program."""
    registry, problems = read(folder, step, kept)
    step(f"检查 {len(registry.workshops)} 条记录")
    return Loaded(registry, problems(), shown(folder))


def read(
    folder: Path, step: Step = quiet, kept: Kept | None = None
) -> tuple[Registry, Callable[[], tuple[Problem, ...]]]:
    """Read a registry's folder; what comes with it checks it, once somebody asks for its problems. `kept`: as for `load`."""
    with uncollected(), known(kept) as before:
        step("读取文件")
        texts, names, unreadable = disk.read_registry(folder)
        step(f"读懂 {len(texts)} 个文件")
        registry, problems = read_texts(texts, names, disk.read_photos(folder, names), before)

    def checked() -> tuple[Problem, ...]:
        with uncollected(), known(kept) as before:
            return judged((registry, problems), unreadable, folder, before).problems

    return registry, checked


def local(folder: Path) -> Local:
    """Return what register.yml in a folder says, as empty as can be where it says nothing or cannot be read."""
    texts, _, _ = sort_out(disk.stored(folder, (LOCAL, "vocabularies/districts.yml")))
    return read_texts(texts)[0].local


def known(kept: Kept | None) -> contextlib.AbstractContextManager[Kept]:
    """Open what was made before: what is given, for None the store of this program."""
    return store.opened() if kept is None else contextlib.nullcontext(kept)


# New objects to a round of the collector, rounds to one that looks at older ones too, and of these to one that looks at all.
_ROUNDS = (20_000, 10, 10)


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Work without the collector of cycles: it would walk all that was read again and again (a quarter of the time of reading
    10,000 records), and values hold none. What stands at the end it does not walk later either, until this is asked for again: it
    then comes round to what is made of it, such as a workbook, which holds itself, and costs a hundredth of a build."""
    was = gc.isenabled()
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()
            gc.set_threshold(*_ROUNDS)
            gc.enable()


def press(templates: Path = ROOT / "site_src/print", kept: Kept = NOTHING) -> Press:
    """Return what prints PDFs. `templates`: the folder of typst's templates; `kept`: what it printed before."""
    return Press(disk.read_folder(templates), _fonts(), kept)


def _fonts() -> Fonts:
    return replace(FONTS, digest=key_of(disk.bytes_below(Path(FONTS.folder))))


def unprinted(refused: Unprintable) -> Problem:
    """Return what typst refused as a problem of the file that was to be printed."""
    message = f"排不出 PDF，排印程序说：{refused.reason}"
    remedy = "请对照这份文件里印出来的内容，去掉不寻常的写法再试；还是不行，请告诉维护者。"
    return Problem(refused.source, FILE_START, P509, message, remedy)


def mend(folder: Path) -> list[str]:
    """Mend faults that need no decision in the files of a registry's folder; return the paths of the changed files, as shown."""
    mended = []
    for file in disk.find(folder):
        readable = file.regular and is_text(file.name) and file.size <= most_bytes(file.name)
        content = file.read() if readable else b""
        text = decode(file.name, content)
        if isinstance(text, Problem) or not content:
            continue
        new = fixed(file.name, text).encode("utf-8")
        if new != content and file.name.endswith(".yml"):
            disk.replace(folder / file.name, new)
            mended.append(file.name)
    return [f"{shown(folder)}/{name}" for name in dict.fromkeys([*mended, *_put_right(folder)])]


def _put_right(folder: Path) -> Iterator[str]:
    """Write what problems know to be right; yield the paths of the changed files."""
    texts, names, _ = disk.read_registry(folder)
    with known(None) as before:
        _, problems = read_texts(texts, names, kept=before)
    words = words_of(texts)
    for path in sorted({problem.path for problem in problems if problem.right}):

        def again(text: str, path: str = path) -> list[Problem]:
            return [one for one in read_texts({**words, path: text})[1] if one.path == path]

        new = replaced(texts[path], again(texts[path]), again)
        if new != texts[path]:
            disk.replace(folder / path, new.encode("utf-8"))
            yield path


def judged(
    read: tuple[Registry, list[Problem]], further: Iterable[Problem], folder: Path, kept: Kept
) -> Loaded:
    """Return a registry's folder after the check. `read`: registry and problems of its files; `further`: other problems;
    `kept`: what was said before of records alone."""
    registry, problems = read
    found = check(registry, [*problems, *further], check_day(), _fonts(), kept)
    return Loaded(registry, tuple(found), shown(folder))


def check_day() -> date:
    """Return the day by which laws measure the future: SOURCE_DATE_EPOCH, else today (UTC)."""
    return _epoch() or datetime.now(UTC).date()


def build_day(root: Path) -> date:
    """Return the only clock of the outputs: SOURCE_DATE_EPOCH, else the day of the commit, else today (UTC)."""
    return _epoch() or git.commit_day(root) or datetime.now(UTC).date()


def _epoch() -> date | None:
    """Return SOURCE_DATE_EPOCH as a day, None if it is not set. Trouble if it is not a number of seconds that makes a day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    if not re.fullmatch(r"[0-9]{1,11}", epoch) or int(epoch) > _LAST_SECOND:
        raise Trouble(
            f"环境变量 SOURCE_DATE_EPOCH 的值是“{visible(epoch[:40])}”，要写 1970 年以来的秒数，如 1780000000；不用就取消它。"
        )
    return datetime.fromtimestamp(int(epoch), UTC).date()


def shown(folder: Path) -> str:
    """The folder relative to the working folder where it lies in it, so that paths can be opened as shown."""
    try:
        return folder.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()

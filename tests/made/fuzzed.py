"""One random run of the program on spoiled files, and what must hold of it whatever they are; a failure is an AssertionError."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from generator import cli
from generator.doors import build, disk
from generator.doors.assets import FOLDERS, read_assets
from generator.libraries.characters import is_printable
from generator.reading.read import read_texts
from generator.rules.check import check
from generator.site.assets import Assets
from generator.site.page import Looks, each
from generator.site.plan import plan
from generator.site.settings import Project
from generator.site.verify import verify
from tests import ROOT
from tests.made import miniature, mutations, printed, repositories, samples
from tests.made.codes import CODES
from tests.made.intake import builders
from tests.made.mutations.texts import Files

EPOCH = "1772323200"  # the sample's day
SELDOM = 4  # one run of so many is looked at in every way
SLOW = 10.0  # seconds of computing that no spoiled file may cost
URL = "https://register.example/"
_KEPT = TemporaryDirectory(prefix="fuzz-forms-")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_HEAD = re.compile(r"^(.*): (错误|警告) ([A-Z][0-9]{3}): ", re.MULTILINE)


@dataclass
class Told:
    """What a command answered."""

    code: int
    out: str
    err: str


@dataclass
class Run:
    """One run: its number and seed make everything that is random in it."""

    seed: int
    number: int
    folder: Path
    done: list[str] = field(default_factory=list)

    @property
    def chance(self) -> Random:
        """The source of chance, from its start."""
        return Random(f"{self.seed}:{self.number}")  # noqa: S311 - no secret, only texts


def told(*words: str) -> Told:
    """Run a command in this process. It may end in 0, 1 or 2; of 2 it tells why in Chinese, and nothing raises."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.main(words)
    assert code in (0, 1, 2), code
    answer = Told(code, out.getvalue(), err.getvalue())
    assert code != 2 or (_CHINESE.search(answer.err) and not answer.out), answer
    assert "Traceback" not in answer.out + answer.err
    return answer


def registry(run: Run) -> str:
    """A spoiled registry on disk: it is checked, mended, and built if the check passes."""
    chance = run.chance
    files, run.done = mutations.mutated(_sample(), chance, mutations.REGISTRY)
    _write(run.folder, files)
    came = _checked(run, run.folder)
    if came == "passed":
        _builds(run.folder)
    if run.number % SELDOM == 0:
        build.mend(run.folder)
        assert not build.mend(run.folder), "mending twice mends more than mending once"
    return came


def _checked(run: Run, folder: Path, *words: str) -> str:
    """Check a folder, as JSON and now and then as text: the same problems, each with its place inside its file and a remedy."""
    common = ("check", "--registry", str(folder), *words)
    as_json = told(*common, "--format", "json")
    if as_json.code == 2:
        return "no registry"
    problems = json.loads(as_json.out)["problems"]
    if run.number % SELDOM == 0:
        _same_as_text(problems, told(*common))
    assert (as_json.code == 1) == any(one["severity"] == "error" for one in problems)
    for one in problems:
        assert _CHINESE.search(one["message"]) and _CHINESE.search(one["remedy"]), one
        assert one["code"] in CODES, one
    if not words:
        _inside(problems, folder)
    return "refused" if as_json.code else "passed"


def _same_as_text(problems: list[dict[str, Any]], as_text: Told) -> None:
    heads = [
        (code, where.rpartition(":")[0].rpartition(":")[2]) for where, _, code in _HEAD.findall(as_text.out)
    ]
    assert heads == [(one["code"], str(one["line"])) for one in problems]
    assert as_text.out.count("  改法：") == len(problems)
    assert is_printable(as_text.out.replace("\n", ""))


def _inside(problems: list[dict[str, Any]], folder: Path) -> None:
    texts = disk.read_registry(folder)[0]
    for one in problems:
        path = one["path"].removeprefix(f"{build.shown(folder)}/")
        lines = texts[path].split("\n") if path in texts else _raw(folder / path)
        assert 1 <= one["line"] <= len(lines), one
        assert 1 <= one["column"] <= len(lines[one["line"] - 1]) + 1, one
        assert one["end_column"] >= one["column"], one


def _raw(path: Path) -> list[str]:
    """The lines of a file that is no text, or of none."""
    try:
        return path.read_bytes().decode("utf-8", "replace").split("\n")
    except OSError:
        return [""]


def _builds(folder: Path) -> None:
    """What the check passes, the build builds, and the check of the whole finds nothing."""
    project = Project(
        today=samples.TODAY,
        site_name="名册",
        site_url=URL,
        edit_url="https://forge.example/edit/",
        assets=_assets().folder,
    )
    read = build.load(folder).registry
    with build.uncollected():
        planned = plan(read, project, _looks(), miniature.CHANGELOG)
        outputs = [*each(planned)]
    found = verify(read, outputs, frozenset(), URL, ())
    assert not found, found[:3]


def form(run: Run) -> str:
    """One or two spoiled forms: they are told of and drafted twice alike, and each draft reads without a problem of writing."""
    chance = run.chance
    taken = chance.sample(sorted(_forms()), chance.choice((1, 1, 2)))
    files, run.done = mutations.mutated({name: _forms()[name] for name in taken}, chance, mutations.FORMS)
    _write(run.folder / "sent", files)
    sent = sorted(str(path) for path in (run.folder / "sent").rglob("*") if path.is_file())
    if not sent:
        return "no file"
    common = ("import", "--registry", str(_forms_alone()))
    one, other = (told(*common, "--out", str(run.folder / out), "--", *sent) for out in ("one", "two"))
    assert one.out.replace(str(run.folder / "one"), "") == other.out.replace(str(run.folder / "two"), "")
    assert len(_HEAD.findall(one.out)) == one.out.count("  改法：")
    assert one.out.replace("\n", "").isprintable()
    drafts = disk.read_folder(run.folder / "one") if (run.folder / "one").exists() else {}
    assert drafts == (disk.read_folder(run.folder / "two") if drafts else {})
    read, problems = read_texts({**builders.registry().texts, **drafts})
    assert len(read.workshops) == len(drafts)
    writing = [
        one for one in check(read, problems, builders.TODAY) if one.path in drafts and one.code[0] in "SF"
    ]
    assert not writing, writing
    return "drafted" if drafts else "refused"


def history(run: Run) -> str:
    """A few spoiled commits in a repository: any two are compared; what passes has kept every published record and its name."""
    chance = run.chance
    trees = [_sample()]
    for _ in range(chance.choice((1, 1, 2))):
        files, done = mutations.mutated(chance.choice(trees), chance, mutations.REGISTRY)
        trees.append(files)
        run.done += done
    commits = repositories.in_a_line(run.folder, trees)
    (run.folder / "registry/workshops").mkdir(parents=True)
    (run.folder / "registry/vocabularies").mkdir()
    direct = ["--direct"] if chance.random() < 0.3 else []
    came = ""
    for since, at in ((0, len(trees) - 1), (len(trees) - 1, 0)):
        words = ("--at", commits[at], *direct)
        answer = _checked(run, run.folder / "registry", "--since", commits[since], *words)
        told("diff", commits[since], "--registry", str(run.folder / "registry"), *words)
        if (since, at) == (0, len(trees) - 1):
            came = answer
            assert answer != "passed" or _kept(trees[0], trees[at]), "a published record or name is gone"
    return came


def _kept(before: Files, after: Files) -> bool:
    """Whether each record is there still, and says its name or former name."""
    for path, content in before.items():
        if path.startswith("workshops/"):
            name = content.partition(b"\nname: ")[2].partition(b"\n")[0]
            if name not in after.get(path, b""):
                return False
    return True


@cache
def _sample() -> Files:
    """The miniature with every kind of form and notice, and its picture."""
    texts = {path: text.encode() for path, text in printed.held().items()}
    return texts | dict.fromkeys(samples.names(), samples.picture())


@cache
def _forms() -> Mapping[str, bytes]:
    """Good forms and tables."""
    saved = {path.name: path.read_bytes() for path in (ROOT / "tests/intake/saved").iterdir()}
    rows = [
        {**builders.ROW, "工作室名称": f"{name}职工创新工作室", "领衔人": name}
        for name in ("周示例", "吴示例", "郑示例")
    ]
    table = "\n".join(
        ",".join(cells) for cells in (list(builders.ROW), *(list(row.values()) for row in rows))
    )
    made = {
        "申报表.docx": builders.application(),
        "汇总表.xlsx": builders.summary(rows),
        "汇总表.csv": table.encode("utf-8-sig"),
    }
    return saved | made


@cache
def _forms_alone() -> Path:
    """The real forms and vocabularies in a folder that is gone when Python ends."""
    folder = Path(_KEPT.name)
    _write(folder, {path: text.encode() for path, text in builders.registry().texts.items()})
    (folder / "workshops").mkdir()
    return folder


@cache
def _looks() -> Looks:
    return Looks(
        miniature.frames(), disk.read_folder(ROOT / "site_src/templates"), build.press(), _assets().files
    )


@cache
def _assets() -> Assets:
    folders = {name: str(ROOT / "site_src" / name) for name in (*FOLDERS, "templates")}
    return read_assets(folders, str(ROOT / "site_src/pages"), ())


def _write(folder: Path, files: Files) -> None:
    """Write what a disk can hold."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        with contextlib.suppress(OSError, ValueError):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)


SUBJECTS: dict[str, Callable[[Run], str]] = {"registry": registry, "form": form, "history": history}
_TURNS = ("registry",) * 6 + ("form",) * 3 + ("history",)


def subject(number: int) -> str:
    """What the run of a number is about: of ten runs six are registries, three forms, one a history."""
    return _TURNS[number % len(_TURNS)]


@contextlib.contextmanager
def on_the_sample_s_day() -> Iterator[None]:
    """The clock stands still."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    try:
        yield
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH")
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


def tried(run: Run) -> str:
    """Do a run; what came of it, as a word."""
    begun = time.process_time()
    with on_the_sample_s_day():
        came = SUBJECTS[subject(run.number)](run)
    took = time.process_time() - begun
    assert took < SLOW, f"{took:.1f} s"
    return came

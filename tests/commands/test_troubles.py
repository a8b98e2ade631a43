"""Troubles of the machine: each is one Chinese line with what to do and exit code 2, and nothing is left half-written."""

from __future__ import annotations

import collections
import contextlib
import io
import itertools
import os
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import cli
from generator.doors import disk, swap
from generator.site.output import text_output
from tests import ROOT
from tests.made import faults, miniature, repositories, samples
from tests.made.intake import builders, sheets

MOMENTS = 17  # of each command
LINE = re.compile(r"[^\n]*[\u4e00-\u9fff][^\n]*。\n")
Words = Callable[[Path], list[str]]
NEW = [
    "--leader",
    "张三",
    "--basis",
    "公开报道",
    "--unit",
    "某公司",
    "--category",
    "职工",
    "--source-title",
    "报道",
]

COMMANDS: dict[str, Words] = {
    "check": lambda top: ["check", "--registry", str(top / "registry")],
    "check --fix": lambda top: ["check", "--fix", "--registry", str(top / "registry")],
    "check --since": lambda top: ["check", "--since", "main", "--registry", str(top / "registry")],
    "diff": lambda top: ["diff", "main", "--registry", str(top / "registry")],
    "new": lambda top: ["new", "张三职工创新工作室", "--registry", str(top / "registry"), *NEW],
    "import": lambda top: [
        "import",
        "--registry",
        str(top / "registry"),
        "--out",
        str(top / "drafts"),
        str(top / "表.xlsx"),
    ],
    "import a sheet": lambda top: ["import", str(top / "台账.xlsx"), "--registry", str(top / "registry")],
    "sheet": lambda top: ["sheet", "--registry", str(top / "registry"), "--out", str(top / "out/台账.xlsx")],
    "edition": lambda top: [
        "edition",
        "2023",
        "--registry",
        str(top / "registry"),
        "--out",
        str(top / "out/名录.pdf"),
    ],
    "print": lambda top: [
        "print",
        "证书",
        "--registry",
        str(top / "registry"),
        "--out",
        str(top / "out/证书.pdf"),
    ],
    "call new": lambda top: [
        *("call", "new", "2026", "--from", "call-2023", "--date", "2026-03-02", "--deadline", "2026-05-08"),
        *("--registry", str(top / "registry")),
    ],
    "archive": lambda top: ["archive", "--site", str(top / "site"), "--out", str(top / "out/site.zip")],
    "round new": lambda top: [
        *_round(top, "new", "2026"),
        "--call",
        "2019-24",
        "--dir",
        str(top / "rounds/2026"),
    ],
    "round collect": lambda top: _round(top, "collect", str(top / "round"), str(top / "表.xlsx")),
    "generate": lambda top: ["generate", "--registry", str(top / "registry")],
    "explain": lambda top: ["explain", "F204"],
}


def _round(top: Path, *words: str) -> list[str]:
    """A step of a round."""
    return ["round", *words, "--registry", str(top / "registry")]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the miniature, a filled table and a small site."""
    top = tmp_path_factory.mktemp("model") / "top"
    repository = repositories.made(top)
    for path, text in miniature.texts().items():
        repository.write(path, text)
    for path in (
        "forms/2019/summary.yml",
        "notices/2019-24.yml",
        "notices/2019-24.md",
        "forms/2019/application.yml",
    ):
        repository.write(path, (ROOT / "registry" / path).read_text(encoding="utf-8"))
    repository.commit()
    repository.edit(samples.RECORD, {"members: 15": "members:  16 "})
    (top / "表.xlsx").write_bytes(builders.summary([builders.ROW]))
    field = (sheets.WORKSHOPS, "DL0001", {"专业方向": "机床改造"})
    new = ("成果", None, {"编号": "DL0003", "种类": "论文", "名称": "一篇论文"})
    (top / "台账.xlsx").write_bytes(sheets.filled(field, new)[sheets.FILE])
    (top / ".gitignore").write_text("round/\nrounds/\n")
    begun = _round(top, "new", "2026", "--call", "2019-24", "--dir", str(top / "round"))
    assert cli.main(begun) == 0
    with swap.staging(top / "site") as aside:
        disk.write(aside, [text_output("index.html", "one", "test"), text_output("a/b.html", "two", "test")])
    return top


@pytest.fixture(autouse=True)
def _the_sample_s_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")


def fresh(model: Path, folder: Path) -> Path:
    """The copy anew."""
    top = folder / "top"
    if top.exists():
        shutil.rmtree(top)
    return Path(shutil.copytree(model, top, symlinks=True))


def contents(top: Path) -> dict[str, bytes]:
    """What lies there, but for git's own files and locks."""
    return {
        path.relative_to(top).as_posix(): path.read_bytes()
        for path in sorted(top.rglob("*"))
        if path.is_file() and ".git/" not in path.as_posix() and not path.name.endswith(".lock")
    }


@pytest.mark.parametrize("command", [command for command in COMMANDS if command != "explain"])
def test_something_happens_at_any_access(
    command: str, model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At one access after the other the machine fails, each time in another way, or somebody presses Ctrl-C."""
    before, (top, count) = contents(model), _accesses(command, model, tmp_path)
    after = contents(top)
    assert count > 5
    acts = itertools.cycle(faults.ACTS.values())
    collections.deque(itertools.islice(acts, len(command)), 0)  # each command begins with another
    for moment in range(1, count + 1, 1 + count // MOMENTS):
        act, top = next(acts), fresh(model, tmp_path)
        capsys.readouterr()
        with faults.no_privilege(), faults.before(moment, top, act) as asked:
            try:
                code = cli.main(COMMANDS[command](top))
            except KeyboardInterrupt:
                code = 130
        out, err = capsys.readouterr()
        shown = (act, moment, asked[moment - 1], code, out, err)
        assert code in ((130,) if act is faults.interrupted else (0, 1, 2)), shown
        assert code != 2 or LINE.fullmatch(err), shown
        if asked[moment - 1] == top / "registry" and act in faults.ACTS_OF_OTHERS:
            continue  # the registry itself is another then
        other = act in faults.ACTS_OF_OTHERS and asked[moment - 1].is_relative_to(top / "registry")
        for path, content in contents(top).items():
            spoiled = path.endswith(".register-new") or ".bak" in path
            told = (
                other and not path.startswith("registry/") and _is_whole(path, content)
            )  # of what the registry then holds
            assert spoiled or told or content in (before.get(path), after.get(path), faults.THEIRS), (
                path,
                shown,
            )


def _is_whole(path: str, content: bytes) -> bool:
    """Whether a workbook is one, to its last byte."""
    return path.endswith(".xlsx") and zipfile.ZipFile(io.BytesIO(content)).testzip() is None


def _accesses(command: str, model: Path, folder: Path) -> tuple[Path, int]:
    """How often a command asks for what lies in the folder when nothing happens."""
    top = fresh(model, folder)
    with faults.before(0, top, print) as asked:
        assert cli.main(COMMANDS[command](top)) in (0, 1)
    return top, len(asked)


# ---- what is written on the command line

ODD = {
    "too long": "x" * 300,
    "too long a path": "/".join(["x" * 100] * 50),
    "no UTF-8": "\udcb4\udcf3.pdf",
    "a circle": "circle",
    "below a file": "registry/README.md/x",
    "a file": "a.txt",
    "a folder": "folder",
    "a pipe for a PDF": "pipe.pdf",
    "a pipe for a package": "pipe.zip",
    "a device": "/dev/null",
    "nothing": "",
    "signs of a terminal": "a\x1b[31mb\u202e",
    "no home": "~nobody-of-this-name/x",
}
ARGUMENTS: dict[str, Callable[[Path, str], list[str]]] = {
    "check --registry": lambda top, odd: ["check", "--registry", odd],
    "diff --registry": lambda top, odd: ["diff", "main", "--registry", odd],
    "new --registry": lambda top, odd: ["new", "甲工作室", "--registry", odd],
    "build --registry": lambda top, odd: ["build", "--registry", odd, "--site", str(top / "other")],
    "generate --registry": lambda top, odd: ["generate", "--registry", odd],
    "check --since": lambda top, odd: ["check", "--registry", str(top / "registry"), "--since", odd],
    "check --at": lambda top, odd: ["check", "--registry", str(top / "registry"), "--since", "main", "--at", odd],
    "diff REV": lambda top, odd: ["diff", odd, "--registry", str(top / "registry")],
    "import FILE": lambda top, odd: ["import", odd, "--registry", str(top / "registry")],
    "import --out": lambda top, odd: ["import", str(top / "表.xlsx"), "--registry", str(top / "registry"), "--out", odd],
    "import --notice": lambda top, odd: ["import", str(top / "a.txt"), "--registry", str(top / "registry"), "--notice", odd],
    "import --columns": lambda top, odd: ["import", str(top / "表.xlsx"), "--registry", str(top / "registry"), "--columns", odd],
    "sheet --out": lambda top, odd: ["sheet", "--registry", str(top / "registry"), "--out", odd],
    "sheet --out xlsx": lambda top, odd: ["sheet", "--registry", str(top / "registry"), "--out", f"{odd}.xlsx/x.xlsx"],
    "sheet --district": lambda top, odd: [*COMMANDS["sheet"](top), "--district", odd],
    "sheet ID": lambda top, odd: [*COMMANDS["sheet"](top), odd],
    "edition --out": lambda top, odd: ["edition", "2023", "--registry", str(top / "registry"), "--out", odd],
    "edition --out pdf": lambda top, odd: ["edition", "2023", "--registry", str(top / "registry"), "--out", f"{odd}.pdf/x.pdf"],
    "edition YEAR": lambda top, odd: ["edition", odd, "--registry", str(top / "registry"), "--out", str(top / "x.pdf")],
    "print KIND": lambda top, odd: ["print", odd, "--registry", str(top / "registry"), "--out", str(top / "x.pdf")],
    "print ID": lambda top, odd: ["print", "证书", odd, "--registry", str(top / "registry"), "--out", str(top / "x.pdf")],
    "print --district": lambda top, odd: ["print", "证书", "--district", odd, "--registry", str(top / "registry"), "--out", str(top / "x.pdf")],
    "print --notice": lambda top, odd: ["print", "证书", "--notice", odd, "--registry", str(top / "registry"), "--out", str(top / "x.pdf")],
    "print --template": lambda top, odd: ["print", "证书", "--template", odd, "--registry", str(top / "registry"), "--out", str(top / "x.pdf")],
    "print --out": lambda top, odd: ["print", "证书", "--registry", str(top / "registry"), "--out", odd],
    "call new --number": lambda top, odd: [*COMMANDS["call new"](top), "--number", odd],
    "call new --title": lambda top, odd: [*COMMANDS["call new"](top), "--title", odd],
    "call new --date": lambda top, odd: [*COMMANDS["call new"](top), "--date", odd],
    "round new --dir": lambda top, odd: _round(top, "new", "2026", "--call", "2019-24", "--dir", odd),
    "round new --call": lambda top, odd: _round(top, "new", "2026", "--call", odd, "--dir", str(top / "rounds/x")),
    "round collect DIR": lambda top, odd: _round(top, "collect", odd, str(top / "表.xlsx")),
    "round collect FILE": lambda top, odd: _round(top, "collect", str(top / "round"), odd),
    "round collect --recommender": lambda top, odd: [*COMMANDS["round collect"](top), "--recommender", odd],
    "round form1 --recommender": lambda top, odd: _round(top, "form1", str(top / "round"), "--recommender", odd),
    "round return --issuer": lambda top, odd: _round(top, "return", str(top / "round"), "--issuer", odd),
    "round notice --date": lambda top, odd: _round(top, "notice", str(top / "round"), "--kind", "公示", "--date", odd),
    "round publish --notice": lambda top, odd: _round(top, "publish", str(top / "round"), "--notice", odd),
    "archive --site": lambda top, odd: ["archive", "--site", odd, "--out", str(top / "x.zip")],
    "archive --out": lambda top, odd: ["archive", "--site", str(top / "site"), "--out", odd],
    "archive --out zip": lambda top, odd: ["archive", "--site", str(top / "site"), "--out", f"{odd}/x.zip"],
    "explain": lambda top, odd: ["explain", odd],
    "status": lambda top, odd: ["status", odd],
    "COMMAND": lambda top, odd: [odd],
    "--OPTION": lambda top, odd: ["check", f"--{odd or 'x'}"],
}  # fmt: skip


def answered(words: list[str]) -> tuple[int, str, str]:
    """Exit code, output and errors, as a terminal of UTF-8 shows them."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = cli.main(words)
        except SystemExit as ended:  # argparse
            code = int(str(ended.code))
    shown = [stream.getvalue().encode("utf-8", "replace").decode() for stream in (out, err)]
    return code, shown[0], shown[1]


@pytest.mark.parametrize("argument", ARGUMENTS)
def test_odd_words_on_the_command_line(
    argument: str, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is written there: a Chinese line and 2, or what was asked for; nothing is written where it should not be."""
    top = fresh(model, tmp_path)
    (top / "folder").mkdir()
    (top / "a.txt").write_text("somebody's")
    (top / "circle").symlink_to("circle")
    for name in ("pipe.pdf", "pipe.zip"):
        os.mkfifo(top / name)
    monkeypatch.chdir(top)
    before = {path: content for path, content in contents(top).items() if path != "round/本轮.json"}
    for kind, odd in ODD.items():
        code, out, err = answered(ARGUMENTS[argument](top, odd))
        shown = (kind, code, out, err)
        assert code in (0, 1, 2), shown
        assert code != 2 or re.search("[\u4e00-\u9fff].*。\n$", err), shown
        assert (out + err).replace("\n", "").isprintable(), shown
        assert before.items() <= contents(top).items(), shown


@pytest.mark.parametrize(
    "epoch", ["-1", "x", " ", "1e9", "4102444800", "9" * 30, "１７", "1772323200.5", "\u202e", "0x10", "+5"]
)
@pytest.mark.parametrize("command", ["check", "new", "import", "edition"])
def test_a_wrong_day_is_told(
    command: str, epoch: str, model: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before = contents(model)
    assert cli.main(COMMANDS[command](model)) == 2
    told = capsys.readouterr().err
    assert LINE.fullmatch(told) and "SOURCE_DATE_EPOCH" in told
    assert told.replace("\n", "").isprintable()
    assert contents(model) == before


@pytest.mark.parametrize("epoch", ["", "0", "4102444799"])
def test_a_right_day_is_taken(epoch: str, model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert cli.main(COMMANDS["check"](model)) in (0, 1)

"""The set-up: run.py says what is missing, and the lock installs wherever the project promises to run."""

import ast
import errno
import hashlib
import importlib.util
import json
import shutil
import signal
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import parse_wheel_filename

import run
from tests.conftest import serve

Package = dict[str, Any]

PROJECT = tomllib.loads((run.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = tomllib.loads((run.ROOT / "uv.lock").read_text(encoding="utf-8"))
PACKAGES: dict[str, Package] = {package["name"]: package for package in LOCK["package"]}
OURS = PACKAGES[PROJECT["project"]["name"]]

# Debian 12 has glibc 2.36; the three at the end are old names.
LINUX = [f"manylinux_2_{minor}_x86_64" for minor in range(5, 37)]
LINUX += ["manylinux1_x86_64", "manylinux2010_x86_64", "manylinux2014_x86_64"]
MACHINES = [
    ("win32", "Windows", ["win_amd64"]),
    ("darwin", "Darwin", list(mac_platforms((14, 0), "arm64"))),
    ("linux", "Linux", LINUX),
]


# ---- run.py


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_an_old_python_is_told_in_one_line(version: tuple[int, int]) -> None:
    said = run.too_old(version)
    assert f"Python {version[0]}.{version[1]}" in said
    assert "3.11" in said
    assert "\n" not in said


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_a_new_python_is_told_nothing(version: tuple[int, int]) -> None:
    assert run.too_old(version) == ""


def test_an_old_python_can_read_run_py() -> None:
    """It parses the whole file, and runs it down to the message: no newer syntax, no newer types in force."""
    text = (run.ROOT / "run.py").read_text(encoding="utf-8")
    tree = ast.parse(text, feature_version=(3, 7))
    assert not [node for node in ast.walk(tree) if isinstance(node, (ast.NamedExpr, ast.Match))]
    message = next(number for number, statement in enumerate(tree.body) if isinstance(statement, ast.If))
    before = [node for statement in tree.body[:message] for node in ast.walk(statement)]
    assert not [node for node in before if isinstance(node, ast.BitOr)]


def test_the_oldest_python_is_the_same_everywhere() -> None:
    oldest = ".".join(map(str, run.OLDEST))
    assert PROJECT["project"]["requires-python"] == LOCK["requires-python"] == f">={oldest}"
    assert PROJECT["tool"]["mypy"]["python_version"] == oldest
    assert PROJECT["tool"]["ruff"]["target-version"] == "py" + oldest.replace(".", "")


def test_a_word_goes_where_it_belongs() -> None:
    assert run.commands(["build", "--out", "x"]) == [["-m", "generator", "build", "--out", "x"]]
    assert run.commands(["check"]) == [["-m", "generator", "check"]]
    assert run.commands(["no-such-word"]) == [["-m", "generator", "no-such-word"]]
    assert run.commands(["serve", "--open"]) == [["-m", "generator", "serve", "--open"]]
    assert run.commands(["test", "-k", "x"]) == [["-m", "pytest", "-k", "x"]]
    assert run.commands(["bench", "1500"]) == [["-m", "tests.bench", "1500"]]


def test_no_start_compiles_what_an_earlier_one_did(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Not even where the machine says so (as images of containers do); and nothing is left beside the sources."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    asked = "import sys; print(sys.dont_write_bytecode, sys.pycache_prefix)"
    assert run.run(sys.executable, "-S", "-c", asked) == 0
    assert capfd.readouterr().out == f"False {run.VENV / 'compiled'}\n"


def test_what_needs_no_browser_is_tried_first_and_nothing_is_installed_unasked() -> None:
    words = run.commands(["test"])
    assert [step[-1] for step in words[-3:]] == ["not browser", "tests/browser/launch.py", "browser"]
    assert ["-m", "tests.tools.install"] not in words
    assert run.commands(["test", "--install"]) == [["-m", "tests.tools.install"], *words]


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main([]) == run.main(["help"]) == run.main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"\n  {word} " in shown for word in ("build", "check", "serve", "test", "bench", "help"))


def test_the_mark_changes_with_the_file_and_with_python() -> None:
    marks = {run.stamp(b"a==1", "3.11"), run.stamp(b"a==2", "3.11"), run.stamp(b"a==1", "3.12")}
    assert len(marks) == 3
    assert run.stamp(b"a==1", "3.11") in marks


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A repository of three files in which installing only writes down what would be installed."""
    done: list[str] = []

    def must(*command: str | Path) -> None:
        done.append(str(command[-1]))
        if "venv" in command:
            run.PYTHON.touch()

    for name in (run.RUN, run.TEST, run.PROJECT):
        (tmp_path / name).write_text("first")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(run, "PYTHON", tmp_path / ".venv/python")
    monkeypatch.setattr(run, "must", must)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    yield done


def done_by(installed: list[str], requirements: str) -> list[str]:
    """What one run installs."""
    installed.clear()
    run.prepare(requirements)
    return [Path(word).name or word for word in installed]


def test_a_second_run_installs_nothing(installed: list[str]) -> None:
    assert done_by(installed, run.RUN) == [".venv", run.RUN, "."]
    assert done_by(installed, run.RUN) == []


@pytest.mark.parametrize("program", [None, "/bin/uv"])
def test_nothing_is_installed_but_by_its_hash(
    installed: list[str], monkeypatch: pytest.MonkeyPatch, program: str | None
) -> None:
    """No package runs its own set-up, none comes along unasked, and the project itself asks no network."""
    asked: list[list[str]] = []
    monkeypatch.setattr(shutil, "which", lambda _: program)
    make = run.must

    def must(*words: str | Path) -> None:
        asked.append([str(word) for word in words])
        make(*words)

    monkeypatch.setattr(run, "must", must)
    run.prepare(run.RUN)
    run.prepare(run.TEST)
    installs = [words for words in asked if "install" in words]
    assert [Path(words[-1]).name for words in installs] == [run.RUN, "", run.TEST]
    for words in installs:
        assert "--no-deps" in words
        if words[-1] == ".":
            assert {"--no-index", "--no-build-isolation"} <= set(words)
        else:
            assert "--require-hashes" in words
            assert words[words.index("--only-binary") + 1] == ":all:"


def test_packages_come_from_the_mirror_that_is_named(
    installed: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """pip itself carries out what run.py asks of it, against a second index: a folder of this machine that is served."""
    index = tmp_path / "index"
    wheel = index / "simple/tiny/tiny-1.0-py3-none-any.whl"
    wheel.parent.mkdir(parents=True)
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr("tiny.py", "")
        packed.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        packed.writestr("tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        packed.writestr("tiny-1.0.dist-info/RECORD", "")
    (wheel.parent / "index.html").write_text(f'<a href="{wheel.name}">{wheel.name}</a>')
    (run.ROOT / run.RUN).write_text(
        f"tiny==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
    )
    asked: list[list[str | Path]] = []
    monkeypatch.setattr(run, "must", lambda *words: asked.append(list(words)))
    for address in serve(index):
        monkeypatch.setenv(run.MIRROR, f"{address}simple/")
        run.prepare(run.RUN)
        (words,) = (words for words in asked if "--require-hashes" in words)
        assert not [word for word in asked[-1] if "simple" in str(word)], "the project itself asks no network"
        done = subprocess.run(
            [sys.executable, *words[1:], "--target", tmp_path / "there"],
            cwd=run.ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "there/tiny.py").exists()


def test_the_tests_add_to_what_a_build_needs(installed: list[str]) -> None:
    done_by(installed, run.RUN)
    assert done_by(installed, run.TEST) == [run.TEST]
    assert done_by(installed, run.RUN) == []


def test_a_changed_lock_makes_the_environment_anew(installed: list[str]) -> None:
    done_by(installed, run.TEST)
    (run.ROOT / run.RUN).write_text("second")
    assert done_by(installed, run.RUN) == [".venv", run.RUN, "."]
    assert done_by(installed, run.TEST) == [run.TEST]


def test_a_changed_project_is_only_registered_anew(installed: list[str]) -> None:
    done_by(installed, run.TEST)
    (run.ROOT / run.PROJECT).write_text("second")
    assert done_by(installed, run.TEST) == ["."]


def test_half_an_installation_is_made_anew(installed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    done_by(installed, run.RUN)

    def broken(*command: str | Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as torn:
        torn.setattr(run, "must", broken)
        with pytest.raises(KeyboardInterrupt):
            run.prepare(run.TEST)
    assert done_by(installed, run.TEST) == [".venv", run.TEST, "."]


def test_a_moved_folder_is_made_anew(installed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    done_by(installed, run.RUN)
    moved = run.ROOT / "moved"
    shutil.copytree(run.VENV, moved / ".venv")
    monkeypatch.setattr(run, "VENV", moved / ".venv")
    monkeypatch.setattr(run, "PYTHON", moved / ".venv/python")
    assert done_by(installed, run.RUN) == [".venv", run.RUN, "."]


def test_a_python_without_ensurepip_is_told_in_one_line(
    installed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name)
    with pytest.raises(run.Trouble, match="apt install python3-venv") as trouble:
        run.prepare(run.RUN)
    assert "ensurepip" in str(trouble.value)
    assert "\n" not in str(trouble.value)
    assert installed == []


def test_uv_needs_no_ensurepip(installed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else name)
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    assert done_by(installed, run.RUN) == [".venv", run.RUN, "."]


def put(kind: str) -> Path:
    """Something of somebody's in the place of `.venv`; what must still be there after."""
    elsewhere = run.ROOT / "elsewhere"
    if kind == "a file":
        run.VENV.write_text("mine")
        return run.VENV
    folder = elsewhere if kind.startswith("a link") else run.VENV
    folder.mkdir()
    if kind == "a link to nothing":
        folder.rmdir()
    if kind.startswith("a link"):
        run.VENV.symlink_to(elsewhere)
    if kind in ("a link to nothing", "a link to an empty folder"):
        return run.VENV
    (folder / "bin").mkdir()
    kept = folder / {"an environment": "pyvenv.cfg", "a file that looks marked": "my.stamp"}.get(
        kind, "notes.txt"
    )
    kept.write_text("mine")
    return kept


@pytest.mark.parametrize(
    "kind",
    [
        *("a file", "a folder", "an environment", "a file that looks marked"),
        *("a link to a folder", "a link to an empty folder", "a link to nothing"),
    ],
)
def test_an_environment_of_somebody_is_left_alone(
    installed: list[str], capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    kept = put(kind)
    before = sorted(run.VENV.rglob("*"))
    assert run.guarded(["check"]) == 2
    assert capsys.readouterr().err == run.NOT_OURS + "\n"
    assert kept.is_symlink() or kept.read_text() == "mine"
    assert sorted(run.VENV.rglob("*")) == before
    assert installed == []


@pytest.mark.parametrize("left", [(), (run.MARK, "bin/half", "lib/x"), (f"{run.RUN}.stamp", "lib/x")])
def test_an_environment_of_ours_is_made_anew(installed: list[str], left: tuple[str, ...]) -> None:
    """One that is empty, half-made, or made by an older run.py; its mark is never away while it is being made."""
    run.VENV.mkdir()
    for name in left:
        (run.VENV / name).parent.mkdir(exist_ok=True)
        (run.VENV / name).write_text("old")
    if left:
        (run.VENV / "lib64").symlink_to(run.ROOT)
    assert done_by(installed, run.RUN) == [".venv", run.RUN, "."]
    there = {item.name for item in run.VENV.iterdir()}
    assert there == {run.MARK, "python", f"{run.RUN}.stamp", f"{run.PROJECT}.stamp"}
    assert (run.ROOT / run.RUN).exists(), "what a link in it names stays"


def test_what_cannot_be_removed_is_still_known_as_ours(
    installed: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program that runs holds its files on Windows."""
    done_by(installed, run.RUN)
    (run.VENV / "lib").mkdir()
    (run.ROOT / run.RUN).write_text("second")

    def held(path: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied", str(path / "x.pyd"))

    with monkeypatch.context() as running:
        running.setattr(shutil, "rmtree", held)
        assert run.guarded(["check"]) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert "x.pyd" in said and "关闭正在使用 .venv 的程序" in said and "close what is using .venv" in said
    assert run.ours()
    assert done_by(installed, run.RUN) == [".venv", run.RUN, "."]


REFUSED = {
    errno.ENOSPC: ("磁盘满了", "disk is full"),
    errno.EDQUOT: ("磁盘满了", "disk is full"),
    errno.EACCES: ("没有权限", "No right"),
    errno.EPERM: ("没有权限", "No right"),
    errno.EROFS: ("没有权限", "No right"),
    errno.EIO: ("读写不了", "cannot be read"),
    errno.EISDIR: ("读写不了", "cannot be read"),
}


@pytest.mark.parametrize("access", ["open", "mkdir", "touch", "read_bytes", "write_text", "unlink"])
@pytest.mark.parametrize("kind", REFUSED, ids=errno.errorcode.get)
def test_a_disk_that_refuses_is_told_in_one_line(
    installed: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    access: str,
    kind: int,
) -> None:
    """At each access; what was begun is made anew the next time."""

    def refuses(path: Path, *_: object, **__: object) -> None:
        raise OSError(kind, "says the system", str(path))

    with monkeypatch.context() as broken:
        broken.setattr(Path, access, refuses)
        assert run.guarded(["check"]) == 2
    said = [line for line in capsys.readouterr().err.splitlines() if line != run.ONCE]
    assert len(said) == 1 and all(words in said[0] for words in (*REFUSED[kind], str(run.ROOT)))
    assert done_by(installed, run.RUN)[-2:] == [run.RUN, "."]


def test_an_installation_without_network_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Below what the step itself printed."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    asked = "import sys; sys.exit('no connection')"
    with pytest.raises(run.Trouble) as trouble:
        run.must(sys.executable, "-c", asked)
    said = str(trouble.value)
    assert "no connection" in capfd.readouterr().err
    assert all(word in said for word in ("连上网", "HTTPS_PROXY", run.MIRROR, "再运行一次", "run again"))
    assert "\n" not in said


def test_an_installation_on_a_full_disk_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    full = shutil.disk_usage(run.ROOT)._replace(free=run.ROOM - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    with pytest.raises(run.Trouble, match=r"磁盘满了.*disk is full"):
        run.must(sys.executable, "-c", "raise SystemExit(1)")


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of Unix stands for Ctrl-C")
@pytest.mark.parametrize(("patient", "code"), [(True, 0), (False, 130)])
def test_ctrl_c_in_the_menu_is_the_menu_s(patient: bool, code: int) -> None:
    """It stops a step, and the menu comes back, however long somebody thinks before the next."""
    asked = "import signal, time; signal.signal(2, signal.SIG_IGN); print('up', flush=True); time.sleep(1)"
    main = f"import sys, run; sys.exit(run.run(sys.executable, '-c', {asked!r}, patient={patient}))"
    guarded = f"import sys\ntry:\n    exec({main!r})\nexcept KeyboardInterrupt:\n    sys.exit(130)"
    with subprocess.Popen(
        [sys.executable, "-c", guarded], cwd=run.ROOT, stdout=subprocess.PIPE, text=True
    ) as started:
        assert started.stdout and started.stdout.readline() == "up\n"
        started.send_signal(signal.SIGINT)
        assert started.wait() == code


# ---- the lock and the two files exported from it


def exported(name: str) -> dict[str, tuple[Requirement, set[str]]]:
    """The packages of a requirements file, each with its hashes."""
    found: dict[str, tuple[Requirement, set[str]]] = {}
    text = (run.ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if line and not line.lstrip().startswith("#"):
            asked, *hashes = line.split("--hash=")
            requirement = Requirement(asked)
            found[requirement.name] = (requirement, {digest.strip() for digest in hashes})
    return found


def needed(*groups: str) -> set[str]:
    """The names of all packages that the project needs with these groups, by the lock."""
    found: set[str] = set()
    open_ends = list(OURS["dependencies"])
    for group in groups:
        open_ends += OURS["dev-dependencies"][group]
    while open_ends:
        package = PACKAGES[open_ends.pop()["name"]]
        if package["name"] not in found:
            found.add(package["name"])
            open_ends += package.get("dependencies", [])
    return found


def test_the_lock_has_one_version_of_each_package() -> None:
    """Else another Python would make another site of the same records."""
    assert len(PACKAGES) == len(LOCK["package"])


def test_the_lock_answers_pyproject() -> None:
    def written(asked: list[str]) -> set[str]:
        return {str(Requirement(text.replace(" ", "").replace("_", "-"))) for text in asked}

    def locked(asked: list[Package]) -> set[str]:
        return {str(Requirement(package["name"] + package.get("specifier", ""))) for package in asked}

    assert written(PROJECT["project"]["dependencies"]) == locked(OURS["metadata"]["requires-dist"])
    groups = PROJECT["dependency-groups"]
    assert groups.keys() == OURS["metadata"]["requires-dev"].keys()
    for group, asked in groups.items():
        assert written(asked) == locked(OURS["metadata"]["requires-dev"][group])
    assert written(PROJECT["build-system"]["requires"]) == written(groups["build"])


@pytest.mark.parametrize(("name", "groups"), [(run.RUN, ["build"]), (run.TEST, ["build", "test"])])
def test_the_requirements_are_the_lock(name: str, groups: list[str]) -> None:
    packages = exported(name)
    again = f"run the command in the first lines of {name}"
    assert packages.keys() == needed(*groups), again
    for requirement, hashes in packages.values():
        package = PACKAGES[requirement.name]
        files = [*package["wheels"], *([package["sdist"]] if "sdist" in package else [])]
        assert str(requirement.specifier) == f"=={package['version']}", again
        assert hashes == {file["hash"] for file in files}, again
    assert "://" not in (run.ROOT / name).read_text(encoding="utf-8")


def test_every_tool_of_node_comes_by_its_hash() -> None:
    """npm ci, which the tests of the scripts run without any package's own script, compares with these."""
    lock = json.loads((run.ROOT / "site_src/package-lock.json").read_text(encoding="utf-8"))
    locked = {path: package for path, package in lock["packages"].items() if path}
    assert locked
    assert [path for path, package in locked.items() if not package["integrity"].startswith("sha512-")] == []


@pytest.mark.parametrize("minor", [11, 12, 13, 14])
@pytest.mark.parametrize(("platform", "system", "platforms"), MACHINES)
def test_every_package_installs_without_a_compiler(
    platform: str, system: str, platforms: list[str], minor: int
) -> None:
    python = (3, minor)
    here = {
        "python_version": f"3.{minor}",
        "python_full_version": f"3.{minor}.0",
        "sys_platform": platform,
        "platform_system": system,
        "os_name": "nt" if platform == "win32" else "posix",
    }
    tags: set[Tag] = set(cpython_tags(python, platforms=platforms))
    tags |= set(compatible_tags(python, f"cp3{minor}", platforms))
    for requirement, _ in exported(run.TEST).values():
        if requirement.marker is None or requirement.marker.evaluate(here):
            files = [wheel["url"].rsplit("/", 1)[1] for wheel in PACKAGES[requirement.name]["wheels"]]
            assert any(tags & parse_wheel_filename(file)[3] for file in files), requirement.name

"""The one command: `python3 run.py build` needs Python and nothing else, and makes the rest itself in `.venv`.

Standard library only. An old Python must get as far as its message, so the file keeps to the syntax of 3.6.
"""

import contextlib
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUN, TEST = "requirements.txt", "requirements-test.txt"
HELP = """\
用法 usage:  python3 run.py 命令     (Windows:  py run.py 命令)

  build   检查数据，生成网站      check the records and build the site
  check   只检查数据              only check the records
  serve   在本机预览，边改边看    preview on this computer while editing
  test    全部测试（给开发者）    all tests; what follows goes to pytest
  help    这段说明                this text

其他命令交给 python -m generator；相对路径从 run.py 所在的目录算起。
Any other word goes to python -m generator; relative paths start from the folder of run.py."""


class Trouble(Exception):
    """What a person must put right before anything can run: one line, exit code 2."""


def too_old(version: "tuple[int, ...]") -> str:
    """What to tell a Python of this version; nothing if it will do."""
    have, need = (".".join(map(str, v[:2])) for v in (version, OLDEST))
    return (
        ""
        if version >= OLDEST
        else (
            f"这是 Python {have}，请先安装 Python {need} 或更新的版本。 "
            f"This is Python {have}; please install Python {need} or newer."
        )
    )


if too_old(sys.version_info):
    sys.stderr.write(too_old(sys.version_info) + "\n")
    sys.exit(2)


def stamp(requirements: bytes, project: bytes, python: str) -> str:
    """The mark of an environment made of exactly these; it is written last, so half an environment has none."""
    parts = (requirements, project, python.encode())
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def stamp_file(requirements: str) -> Path:
    """Where the environment keeps its mark for one of the two requirements files."""
    return VENV / f"{requirements}.stamp"


def wanted(requirements: str) -> str:
    """The mark the environment should bear: a moved folder or another Python is another environment."""
    python = f"{sys.version} {sys.base_prefix} {VENV}"
    return stamp((ROOT / requirements).read_bytes(), (ROOT / "pyproject.toml").read_bytes(), python)


def ready(requirements: str) -> bool:
    """Whether `.venv` holds everything this requirements file asks for."""
    mark = stamp_file(requirements)
    return PYTHON.exists() and mark.is_file() and mark.read_text() == wanted(requirements)


@contextlib.contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Wait until no other run.py is at this; the system frees the lock even of a run that was killed."""
    with lock.open("a") as file:
        if sys.platform == "win32":
            import msvcrt

            while True:
                with contextlib.suppress(OSError):  # it gives up after ten seconds
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def run(*command: "str | Path") -> int:
    """Run a command at the top of the repository and give its exit code; Ctrl-C lets it tidy up first."""
    env = {**os.environ, "PYTHONUTF8": "1"}
    with subprocess.Popen([str(word) for word in command], cwd=ROOT, env=env) as child:
        try:
            code = child.wait()
        except KeyboardInterrupt:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(10)
            raise
        finally:
            child.terminate()  # nothing, when it has ended
    return code if code >= 0 else 128 - code


def must(*command: "str | Path") -> None:
    """Run a step of the installation; when it fails, what it printed is the explanation."""
    if run(*command):
        raise Trouble("安装没有成功，原因见上面几行。 The installation failed; the lines above say why.")


def venv_trouble(absent: list[str]) -> str:
    """What to say when Python came without these of its own modules, as it does on Debian."""
    return (
        f"这个 Python 缺少 {'、'.join(absent)} 模块，请先运行 sudo apt install python3-venv 。 "
        f"This Python lacks {', '.join(absent)}; run: sudo apt install python3-venv"
    )


def make_venv(with_pip: bool) -> None:
    """Put a fresh, empty `.venv` in the place of whatever is there."""
    absent = [m for m in ("venv", "ensurepip")[: 1 + with_pip] if importlib.util.find_spec(m) is None]
    if absent:
        raise Trouble(venv_trouble(absent))
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
    except OSError as fault:
        raise Trouble(
            f"请关闭正在用 .venv 的程序再试。 Close what is using .venv, then retry. ({fault})"
        ) from None
    base = getattr(sys, "_base_executable", sys.executable)  # we may be running inside the old .venv
    must(base, "-m", "venv", *([] if with_pip else ["--without-pip"]), VENV)


def prepare(requirements: str) -> None:
    """Make `.venv` hold exactly what the lock says, unless it does already."""
    if ready(requirements):
        return
    with alone(ROOT / ".venv.lock"):
        if ready(requirements):  # another run.py made it while we waited
            return
        print("正在准备 .venv，只需一次… Preparing .venv, only this once ...", file=sys.stderr, flush=True)
        uv = shutil.which("uv")
        if not ready(RUN):  # the tests only add to what a build needs, and a build may be running in it
            make_venv(with_pip=not uv)
        tool = [uv, "pip", "install", "--python", PYTHON] if uv else [PYTHON, "-m", "pip", "install"]
        locked = ["--require-hashes", "--only-binary", ":all:"]
        must(*tool, "--quiet", "--no-deps", *locked, "-r", requirements)
        must(*tool, "--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--editable", ".")
        for done in {RUN, requirements}:
            stamp_file(done).write_text(wanted(done))


def steps(words: list[str]) -> list[list[str]]:
    """What `test` runs, in this order; each is words for Python."""
    return [
        ["-m", "ruff", "format", "--check", "."],
        ["-m", "ruff", "check", "."],
        ["-m", "mypy", "--strict"],
        ["tests/browser.py"],
        ["-m", "pytest", *words],
    ]


def route(words: list[str]) -> list[list[str]]:
    """The commands, as words for Python, that a command line stands for."""
    command, rest = words[0], words[1:]
    if command == "test":
        return steps(rest)
    return [["-m", "mkdocs", "serve", *rest] if command == "serve" else ["-m", "generator", *words]]


def main(words: list[str]) -> int:
    """Do what the command line says."""
    if not words or words[0] in ("help", "-h", "--help"):
        print(HELP)
        return 0
    prepare(TEST if words[0] == "test" else RUN)
    commands = route(words)
    for number, command in enumerate(commands, 1):
        if len(commands) > 1:
            print(f"== {number}/{len(commands)} {' '.join(command)}", flush=True)
        code = run(PYTHON, *command)
        if code:
            if len(commands) > 1:
                print(f"没有通过 failed: {' '.join(command)} ({code})", file=sys.stderr)
            return code
    return 0


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main(sys.argv[1:]))
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)

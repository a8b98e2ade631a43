"""The one command: `python3 run.py build` needs Python and nothing else, and makes the rest itself in `.venv`.

Standard library only. An old Python must get as far as its message, so the file keeps to the syntax of 3.6.
"""

import contextlib
import errno
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
MARK = "run.py.mark"  # lies in `.venv` from its first moment: what bears it, or a stamp, may be removed
ROOM = 300_000_000  # bytes; an installation that failed with less free space failed for that
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# Compiled modules lie in `.venv` and nowhere else. Material's notice about the end of MkDocs 1.x is known here, and hides
# what the editor should read.
SETTINGS = {"PYTHONUTF8": "1", "PYTHONPYCACHEPREFIX": str(VENV / "compiled"), "NO_MKDOCS_2_WARNING": "1"}
MIRROR = "REGISTER_MIRROR"  # the index of packages to install from; what comes is known by its hash, whoever gives it
BAND = "REGISTER_BAND"  # a sentence at the top of every page
SHOWN = "演示：这里的工作室、单位和人都是编造的。"
DEMO = ROOT / ".cache" / "demo"
FOLDER = "REGISTER_FOLDER"  # that of a register of its own, which uses this program
INSTALL = "--install"  # the tests may install what they need of the system
RUN, TEST, PROJECT = "requirements.txt", "requirements-test.txt", "pyproject.toml"
HELP = """\
用法 usage:  python3 run.py 命令     (Windows:  py run.py 命令)

  build   检查数据，生成网站      check the records and build the site
  menu    常用的几步，按数字选    the daily steps, by number
  check   只检查数据              only check the records
  serve   在本机预览，边改边看    preview on this computer while editing
  demo    编造一个有 1500 个工作室的城市，看网站的样子   a made-up city, to look at
  test    全部测试（给开发者）    all tests; `test PATH` only those, what follows goes to pytest
  bench   测速度（给开发者）      how fast it is, beside others that make the same site
  help    这段说明                this text

其他命令交给 python -m generator；相对路径从 run.py 所在的目录算起。
Any other word goes to python -m generator; relative paths start from the folder of run.py."""
OLD = "这是 Python {0}，请先安装 Python {1} 或更新的版本。 This is Python {0}; please install {1} or newer."
NO_VENV = (
    "这个 Python 缺少 {0}，请先运行: sudo apt install python3-venv (This Python lacks {0}; run that first.)"
)
NOT_OURS = (
    "这里的 .venv 不是 run.py 建的，没有动它。请把它移走或改名，再运行一次。 "
    "The .venv here was not made by run.py and is left alone; move or rename it, then run again."
)
FULL = (
    "磁盘满了：{0}。请腾出 1 GB 以上的空间，再运行一次。 The disk is full; make 1 GB of room, then run again."
)
NO_RIGHT = (
    "没有权限读写：{0}。请先关闭正在使用 .venv 的程序；还不行，就把整个文件夹移到自己能写的地方（如“文档”），再运行一次。 "
    "No right to read or write there; close what is using .venv, or move the whole folder to a place of your own, then run again."
)
BROKEN = (
    "读写不了：{0}。请看它还在不在、磁盘是不是正常，再运行一次。 "
    "That cannot be read or written; see whether it and its disk are there, then run again."
)
NO_LUCK = (
    "安装没有成功，原因见上面几行。多半是网络不通：请连上网，要用代理的先设 HTTPS_PROXY，连不上下载服务器的先设 {0} 换成镜像的网址"
    "（以 /simple 结尾的那种），再运行一次。 The installation failed; the lines above say why. Mostly it is the network: connect, "
    "set HTTPS_PROXY if you need a proxy or {0} to a mirror's address, then run again."
)
ONCE = "正在准备 .venv，只需一次… Preparing .venv, only this once ..."


class Trouble(Exception):
    """What a person must put right before anything can run: one line, exit code 2."""


def too_old(version: "tuple[int, ...]") -> str:
    """What to tell a Python of this version; nothing if it will do."""
    return "" if version >= OLDEST else OLD.format("{}.{}".format(*version), "{}.{}".format(*OLDEST))


if too_old(sys.version_info[:2]):
    sys.stderr.write(too_old(sys.version_info[:2]) + "\n")
    sys.exit(2)


def stamp(content: bytes, python: str) -> str:
    """The mark left in an environment when all that this file asks for was installed for this Python."""
    return hashlib.sha256(python.encode() + b"\0" + content).hexdigest()


def stamps(name: str) -> tuple[Path, str]:
    """Where the mark for a file stands and what it should say: a moved folder or another Python differs."""
    python = f"{sys.version} {sys.base_prefix} {VENV}"
    return VENV / f"{name}.stamp", stamp((ROOT / name).read_bytes(), python)


def fresh(name: str) -> bool:
    """Whether `.venv` holds what this file asks for."""
    place, text = stamps(name)
    return PYTHON.exists() and place.is_file() and place.read_text() == text


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Wait until no other run.py installs here; the system frees the lock even of a run that was killed."""
    with (ROOT / ".venv.lock").open("a") as file:
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


def run(*command: str | Path, patient: bool = False) -> int:
    """Run a command and give its exit code; Ctrl-C lets it tidy up first, or (`patient`) is its own.

    The program is run in the folder of the register that uses it, all else at the top of the repository.
    """
    env = {**os.environ, **SETTINGS}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # or each start compiles all packages anew: a second and more
    own = os.environ.get(FOLDER) if "generator" in command else None
    if own:
        env["PYTHONPATH"] = str(ROOT)
    with subprocess.Popen([str(word) for word in command], cwd=own or ROOT, env=env) as child:
        try:
            code = waited(child, patient)
            while code is None:
                code = waited(child, patient)
        finally:
            child.terminate()  # does nothing once it has ended
    return code if code >= 0 else 128 - code


def waited(child: "subprocess.Popen[bytes]", patient: bool) -> "int | None":
    """The exit code of a command; None where Ctrl-C was pressed and it goes on."""
    try:
        return child.wait()
    except KeyboardInterrupt:
        if patient:
            return None
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(10)
        raise


def must(*command: str | Path) -> None:
    """Run a step of the installation; when it fails, what it printed is the explanation."""
    if run(*command):
        if shutil.disk_usage(ROOT).free < ROOM:
            raise Trouble(FULL.format(ROOT))
        raise Trouble(NO_LUCK.format(MIRROR))


def told(fault: OSError) -> str:
    """What to tell of a disk that refuses."""
    kinds = dict.fromkeys((errno.ENOSPC, errno.EDQUOT), FULL)
    kinds.update(dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), NO_RIGHT))
    return kinds.get(fault.errno or 0, BROKEN).format(fault.filename or fault)


def ours() -> bool:
    """Whether `.venv` may be emptied: this file began to make it, or nothing is in it."""
    if VENV.is_symlink() or not VENV.is_dir():
        return not os.path.lexists(VENV)
    names = {item.name for item in VENV.iterdir()}
    return not names or not names.isdisjoint((MARK, *(stamps(name)[0].name for name in (RUN, TEST, PROJECT))))


def make_venv(with_pip: bool) -> None:
    """Put an empty `.venv` in the place of one of ours. (Debian leaves ensurepip out of its Python.)"""
    for module in ("venv", "ensurepip")[: 1 + with_pip]:
        if importlib.util.find_spec(module) is None:
            raise Trouble(NO_VENV.format(module))
    if not ours():
        raise Trouble(NOT_OURS)
    print(ONCE, file=sys.stderr, flush=True)
    VENV.mkdir(exist_ok=True)
    (VENV / MARK).touch()
    for item in VENV.iterdir():
        if item.name != MARK:
            shutil.rmtree(item) if item.is_dir() and not item.is_symlink() else item.unlink()
    base = getattr(sys, "_base_executable", sys.executable)  # we may run by the very .venv just emptied
    must(base, "-m", "venv", *([] if with_pip else ["--without-pip"]), VENV)


def prepare(requirements: str) -> None:
    """Make `.venv` hold what the lock says, unless it does already."""
    if fresh(requirements) and fresh(PROJECT):
        return
    with alone():
        uv = shutil.which("uv")
        if not fresh(RUN):
            make_venv(with_pip=not uv)
        pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "-qq"]
        if uv:
            pip = [uv, "pip", "install", "-q", "-p", PYTHON]
        index = os.environ.get(MIRROR, "").strip()
        mirror = ["--default-index" if uv else "--index-url", index] if index else []
        missing = [name for name in (requirements, PROJECT) if not fresh(name)]
        stamps(RUN)[0].unlink(missing_ok=True)  # half an installation has no mark, and is made anew
        if requirements in missing:
            must(*pip, *mirror, "--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", requirements)
        if PROJECT in missing:
            must(*pip, "--no-index", "--no-build-isolation", "--no-deps", "--editable", ".")
        for place, text in map(stamps, {requirements, PROJECT, RUN}):
            place.write_text(text)


def commands(words: list[str]) -> list[list[str]]:
    """What a command line stands for: one or more commands, as words for the Python of `.venv`."""
    if words[0] == "test":
        asked = [word for word in words[1:] if word != INSTALL]
        if asked:
            return [["-m", "pytest", *asked]]
        ruff = [["-m", "ruff", "format", "--check", "."], ["-m", "ruff", "check", "."]]
        workers = str((os.cpu_count() or 1) + 1)  # one waits for a browser or a program while the others work
        pytest = ["-m", "pytest", "-n", workers, "-m"]
        install = [["-m", "tests.tools.install"]] if INSTALL in words else []
        first = [*install, *ruff, ["-m", "mypy"], [*pytest, "not browser"]]
        return [*first, ["tests/browser/launch.py"], [*pytest, "browser"]]
    if words[0] == "demo":
        count = words[1] if len(words) > 1 and words[1].isdecimal() else "1500"
        rest = words[2:] if words[1:2] == [count] else words[1:]
        serve = ["-m", "generator", "serve", "--registry", str(DEMO), *(rest or ["--open"])]
        return [["-m", "tests.made.synthetic", count, str(DEMO)], serve]
    if words[0] == "bench":
        return [["-m", "tests.bench", *words[1:]]]
    return [["-m", "generator", *words]]


def main(words: list[str]) -> int:
    """Do what the command line says, up to the first command that fails."""
    if not words or words[0] in ("help", "-h", "--help"):
        print(HELP)
        return 0
    prepare(TEST if words[0] in ("test", "bench") else RUN)
    if words[0] == "demo":
        os.environ[BAND] = SHOWN
        shutil.rmtree(DEMO, ignore_errors=True)
    for command in commands(words):
        if words[0] == "test":
            print("==", *command, flush=True)
        code = run(PYTHON, *command, patient=words[0] == "menu")
        if code:
            if words[0] == "test":
                print("没有通过 failed:", *command, file=sys.stderr)
            return code
    return 0


def guarded(words: list[str]) -> int:
    """Do what the command line says; a trouble is one line and 2."""
    try:
        return main(words)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
    except OSError as fault:
        print(told(fault), file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    return 2


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(guarded(sys.argv[1:]))

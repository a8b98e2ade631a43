"""Format and lint the Python that is staged, before a commit; `.githooks/pre-commit` runs it as `python -m tests.tools.staged`.

A file that is staged whole is formatted and staged again. One that is staged in part is only judged, by what is staged of it:
to format it would touch hunks that its author has kept back. So it is where the commit has an index of its own
(`git commit PATH`), since the other index would keep the text as it was.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NO_RUFF = "没有 ruff，代码没有检查；运行一次 run.py test 就会装上。 No ruff, so the code was not checked; run.py test installs it."
REFUSED = "代码没有通过，没有提交。 The code did not pass; nothing was committed. ({0})"
FORMAT = "ruff format, git add"
LINT = "ruff check"
_FILE = "100"  # how the mode of a regular file begins; links and submodules are no code


def main() -> int:
    """0 if what is staged is formatted, now or already, and has no complaint; else 1, and ruff has said why."""
    staged = dict(_staged())
    if not staged:
        return 0
    if importlib.util.find_spec("ruff") is None:
        print(NO_RUFF, file=sys.stderr)
        return 0
    kept_back = set(_git("diff", "--name-only", "-z", "--no-renames").split("\0"))
    whole = [] if _is_apart() else [path for path in staged if path not in kept_back]
    part = [path for path in staged if path not in whole]
    if not _formatted(whole) or not all(_passes("format", "--check", path, staged[path]) for path in part):
        print(REFUSED.format(FORMAT), file=sys.stderr)
        return 1
    if not _linted(whole) or not all(_passes("check", "--quiet", path, staged[path]) for path in part):
        print(REFUSED.format(LINT), file=sys.stderr)
        return 1
    return 0


def _staged() -> Iterator[tuple[str, str]]:
    """Path and blob of each Python file that the commit adds or changes."""
    told = _git("diff", "--cached", "--raw", "--no-abbrev", "-z", "--no-renames", "--diff-filter=AMT").split(
        "\0"
    )
    for head, path in zip(told[::2], told[1::2], strict=False):
        _, mode, _, blob, _ = head.split(" ")
        if mode.startswith(_FILE) and path.endswith(".py"):
            yield path, blob


def _is_apart() -> bool:
    """Whether the commit is of named paths, and git has made an index for it alone."""
    return Path(os.environ.get("GIT_INDEX_FILE", "")).name.startswith("next-index")


def _formatted(paths: list[str]) -> bool:
    """Format files in place and stage them again."""
    if paths and _ruff("format", "--", *paths):
        return False
    if paths:
        _git("--literal-pathspecs", "add", "--", *paths)
    return True


def _linted(paths: list[str]) -> bool:
    return not paths or not _ruff("check", "--quiet", "--", *paths)


def _passes(command: str, option: str, path: str, blob: str) -> bool:
    """Whether ruff has nothing to say of a blob under the file's name."""
    return not _ruff(command, option, "--stdin-filename", path, "-", given=_blob(blob))


def _blob(name: str) -> bytes:
    return subprocess.run(["git", "cat-file", "blob", name], capture_output=True, check=True).stdout


def _ruff(*words: str, given: bytes | None = None) -> int:
    """Run ruff; what it complains of goes to standard error, the text it gives back to nobody."""
    command = [sys.executable, "-m", "ruff", words[0], "--force-exclude", *words[1:]]
    return subprocess.run(command, input=given, stdout=sys.stderr, check=False).returncode


def _git(*words: str) -> str:
    """What git says. A path that is no UTF-8 keeps its bytes."""
    done = subprocess.run(["git", *words], capture_output=True, check=True)
    return os.fsdecode(done.stdout)


if __name__ == "__main__":
    sys.stderr.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.exit(main())

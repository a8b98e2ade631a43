"""The commands, a family in each module; what all of them share: exit codes, the registry's folder, being added to the parser."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from generator import HOME
from generator.doors import trouble
from generator.problems.reports import plain
from generator.reading.placement import LOCAL

FINE, PROBLEMS, WRONG_USE = 0, 1, 2
Commands = argparse._SubParsersAction  # argparse has no public name for it
Run = Callable[[argparse.Namespace], int]


def steps(parser: argparse.ArgumentParser) -> Commands[argparse.ArgumentParser]:
    """Return what adds the commands that a command has of its own; alone it shows its help."""

    def unsaid(_: argparse.Namespace) -> int:
        parser.print_help()
        return WRONG_USE

    parser.set_defaults(run=unsaid)
    return parser.add_subparsers(title="步骤", metavar="步骤")


def on_registry(parser: argparse.ArgumentParser, run: Run) -> None:
    """Let a command read a registry, named by `--registry`, before `run` returns its exit code; with a wrong folder it says so."""

    def checked(chosen: argparse.Namespace) -> int:
        return run(chosen) if _is_registry(chosen.registry) else WRONG_USE

    parser.set_defaults(run=checked)
    add_registry(parser)


def add_registry(parser: argparse.ArgumentParser) -> None:
    """Let a command be told where the registry lies."""
    parser.add_argument(
        "--registry", type=Path, default=HOME / "registry", metavar="文件夹", help="记录所在的文件夹"
    )


def carried_out(chosen: argparse.Namespace) -> int:
    """Run the command that was chosen, and tell a trouble in one line; what may be a bug is raised."""
    try:
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:  # who reads has gone; nobody is there to be told
        raise
    except (trouble.Trouble, OSError) as error:
        words = trouble.in_words(error) if isinstance(error, OSError) else str(error)
        if not words:
            raise
        tell(f"{words}\n")
        return WRONG_USE
    return code


def say(words: str) -> None:
    """Write a command's result; what could deceive a terminal is shown as an escape."""
    sys.stdout.write(plain(words))


def tell(words: str) -> None:
    """Write what a person must know beside the result, in the same way."""
    sys.stderr.write(plain(words))


def _is_registry(folder: Path) -> bool:
    own = folder / LOCAL
    if (folder / "vocabularies").is_dir() and (own.is_file() or (folder / "workshops").is_dir()):
        return True
    tell(f"{folder} 里没有 workshops 和 vocabularies，不像是名册的文件夹。请用 --registry 指明。\n")
    return False

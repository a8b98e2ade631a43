"""explain: a code of a report in words."""

from __future__ import annotations

import argparse

from generator.commands import FINE, WRONG_USE, add_registry, say, tell
from generator.commands.codes import code_of
from generator.doors import build
from generator.libraries.characters import visible
from generator.problems.guide import explained


def add_explain(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    parser.set_defaults(run=_explain)
    add_registry(parser)
    parser.add_argument("code", help="问题代码")


def _explain(chosen: argparse.Namespace) -> int:
    code = code_of(chosen.code.strip().upper())
    if code is None:
        tell(f"没有 {visible(chosen.code)} 这个代码；代码印在每个问题的开头，如 F204。\n")
        return WRONG_USE
    local = build.local(chosen.registry)
    say(explained(code, local.ids.prefix, local.city.short).rstrip() + "\n")
    return FINE

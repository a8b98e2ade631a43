"""explain and generate: the tables in words, for readers of a report and for editors."""

from __future__ import annotations

import argparse
import sys

from generator.commands import FINE, WRONG_USE, Commands, added, on_registry
from generator.doors import build, disk
from generator.problems import reports
from generator.problems.guide import explained
from generator.site.output import text_output


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add both."""
    added(commands, "explain", "说明一个问题代码，如 F204", _explain).add_argument("code", help="问题代码")
    on_registry(commands, "generate", "由字段表重新生成 registry/schema 和 README.md 里的各表", _generate)


def _explain(chosen: argparse.Namespace) -> int:
    from generator.commands.codes import CODES

    code = CODES.get(chosen.code.strip().upper())
    if code is None:
        sys.stderr.write(f"没有 {reports.visible(chosen.code)} 这个代码。全部代码见 registry/PROBLEMS.md。\n")
        return WRONG_USE
    sys.stdout.write(explained(code).rstrip() + "\n")
    return FINE


def _generate(chosen: argparse.Namespace) -> int:
    from generator.reading import jsonschema
    from generator.reading.guide import refreshed

    registry = build.load(chosen.registry).registry
    outputs = [text_output(path, text, "schema.py") for path, text in jsonschema.schemas(registry).items()]
    if "README.md" in registry.texts:
        outputs.append(text_output("README.md", refreshed(registry.texts["README.md"]), "schema.py"))
    for output in outputs:
        disk.replace(chosen.registry / output.path, output.content)
    return FINE

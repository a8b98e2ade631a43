"""explain and generate: the tables in words, for readers of a report and for editors."""

from __future__ import annotations

import argparse

from generator.commands import FINE, PROBLEMS, WRONG_USE, Commands, added, on_registry, say, tell
from generator.doors import build, disk
from generator.libraries.characters import visible
from generator.problems.code import ERROR
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
        tell(f"没有 {visible(chosen.code)} 这个代码。全部代码见 registry/PROBLEMS.md。\n")
        return WRONG_USE
    say(explained(code).rstrip() + "\n")
    return FINE


def _generate(chosen: argparse.Namespace) -> int:
    from generator.reading import jsonschema
    from generator.reading.guide import refreshed

    loaded = build.load(chosen.registry)
    if any(
        problem.severity == ERROR and problem.path.startswith("vocabularies/") for problem in loaded.problems
    ):
        tell(f"{loaded.report('text')}词表里有错误，没有生成任何文件。\n")
        return PROBLEMS
    registry = loaded.registry
    outputs = [text_output(path, text, "schema.py") for path, text in jsonschema.schemas(registry).items()]
    if "README.md" in registry.texts:
        outputs.append(text_output("README.md", refreshed(registry.texts["README.md"]), "schema.py"))
    for output in outputs:
        disk.replace(chosen.registry / output.path, output.content)
    return FINE

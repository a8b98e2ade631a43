"""generate: what stands in the registry and follows from its tables, made anew."""

from __future__ import annotations

import argparse

from generator.commands import FINE, PROBLEMS, on_registry, tell
from generator.doors import build, disk
from generator.problems.code import ERROR
from generator.reading import jsonschema
from generator.reading.guide import refreshed
from generator.site.output import text_output


def add_generate(parser: argparse.ArgumentParser) -> None:
    """Tell what it takes."""
    on_registry(parser, _generate)


def _generate(chosen: argparse.Namespace) -> int:
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

"""Cases: a fault put into the sample registry, and exactly what is told of it.

A case file's keys: `today`; `texts` (paths and texts added to the sample registry); `change` (path, then old and new
passages of the sample); `without` (paths left out); `files` (path, then `encoding` and `text`, or `link`, or `size`, or
`picture` with its format, or `gone`: bytes that must be read from disk); and last `problems`, one text each as an editor sees it, written by
`python -m tests.bless`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from generator import reading, reports
from generator.check import check
from generator.files import read_photos, read_registry
from generator.problems import Problem
from tests import samples

FOLDER = Path(__file__).parent / "cases"


def paths() -> list[Path]:
    """All case files."""
    return sorted(FOLDER.rglob("*.yml"))


def load(path: Path) -> dict[str, Any]:
    """A case as it is written; every scalar stays text."""
    text = path.read_text(encoding="utf-8")
    case: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 (it makes nothing but texts)
    return case


def told(case: Mapping[str, Any]) -> list[str]:
    """Each problem of a case as an editor sees it."""
    texts, problems = problems_of(case)
    whole = reports.report("text", problems, texts, "registry/", 1).rsplit("\n", 2)[0]
    return re.split(r"\n(?=registry/\S+:[0-9]+:[0-9]+: )", whole) if problems else []


def problems_of(case: Mapping[str, Any]) -> tuple[Mapping[str, str], list[Problem]]:
    """The texts and the problems of a case."""
    texts = samples.texts()
    for path, changes in case.get("change", {}).items():
        texts[path] = samples.changed(path, changes)
    texts |= case.get("texts", {})
    for path in case.get("without", []):
        del texts[path]
    names, unread, photos = samples.names(), list[Problem](), dict[str, bytes]()
    if "files" in case:
        texts, names, unread, photos = _from_disk(texts, names, case["files"])
    registry, problems = reading.read(texts, names, photos)
    today = date.fromisoformat(case.get("today", samples.TODAY.isoformat()))
    return texts, check(registry, [*unread, *problems], today)


def _from_disk(
    texts: Mapping[str, str], names: frozenset[str], files: Mapping[str, Mapping[str, str]]
) -> tuple[dict[str, str], frozenset[str], list[Problem], dict[str, bytes]]:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name in [*texts, *names, *files]:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(texts[name].encode() if name in texts else samples.picture())
        for name, made in files.items():
            (root / name).unlink()
            if "gone" in made:
                continue
            if "link" in made:
                (root / name).symlink_to(made["link"])
            elif "picture" in made:
                (root / name).write_bytes(_picture(made))
            else:
                text = made.get("text", "") + "#" * int(made.get("size", 0))
                (root / name).write_bytes(text.encode(made.get("encoding", "utf-8")))
        told = read_registry(root)
        return (*told, read_photos(root, told[1]))


def _picture(made: Mapping[str, str]) -> bytes:
    content = samples.picture(made["picture"], int(made.get("width", 320)), int(made.get("height", 240)))
    return content[: int(made["keep"])] if "keep" in made else content

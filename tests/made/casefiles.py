"""Cases: a fault put into the sample registry, and exactly what is told of it.

A case file's keys: `today`; `texts` (paths and texts added to the sample registry); `change` (path, then old and new
passages of the sample); `without` (paths left out); `files` (path, then `encoding` and `text`, or `link`, or `size`, or
`picture` with its format, or `gone`: bytes that must be read from disk). A case of history has `before` (`texts`, `change` and `without` make the registry
that stood), and may have `past` (records deleted long ago), `tip` (what the branch to be joined was given since), `modes`,
`withdrawn` (by id the names that git remembers of those taken down earlier), `outside` (touched paths outside the registry),
`attributes` (the same of files that say what git does, with their texts),
`many` (so many touched files more) and `sizes` (of touched files). Last stand the `problems`, one text
each as an editor sees it, written by
`python -m tests.tools.bless`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from generator import history
from generator.doors.disk import read_photos, read_registry
from generator.history.change import Change
from generator.history.one_change import too_large
from generator.model.registry import Registry
from generator.problems import reports
from generator.problems.problem import Problem
from generator.reading.placement import WORDS, words_of
from generator.reading.read import read_texts
from generator.rules.check import check
from tests import ROOT
from tests.made import samples

FOLDER = ROOT / "tests/cases"


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
    return reports.as_text(problems, texts, "registry/")


def problems_of(case: Mapping[str, Any]) -> tuple[Mapping[str, str], list[Problem]]:
    """The texts and the problems of a case."""
    texts = _made(case)
    names, unread, photos = samples.names(), list[Problem](), dict[str, bytes]()
    if "files" in case:
        texts, names, unread, photos = _from_disk(texts, names, case["files"])
    registry, problems = read_texts(texts, names, photos)
    today = date.fromisoformat(case.get("today", samples.TODAY.isoformat()))
    past = judged(case, registry) if "before" in case else set[Problem]()
    return texts, history.settled(check(registry, [*unread, *problems, *past], today))


def judged(case: Mapping[str, Any], after: Registry) -> set[Problem]:
    """The H problems of a case."""
    _, touched = _touched(case, after)
    if large := too_large(touched, {path: int(size) for path, size in case.get("sizes", {}).items()}):
        return set(large)
    return history.judge(change_of(case, after))


def _touched(case: Mapping[str, Any], after: Registry) -> tuple[dict[str, str], set[str]]:
    """What stood, and the touched paths."""
    stood = _made(case["before"])
    paths = stood.keys() | after.texts.keys()
    touched = {path for path in paths if stood.get(path) != after.texts.get(path)}
    touched |= {*case.get("modes", {}), *_outside(case)}
    return stood, touched | {f"photos/{number}.png" for number in range(int(case.get("many", 0)))}


def _outside(case: Mapping[str, Any]) -> list[str]:
    return [f"../{path}" for path in (*case.get("outside", []), *case.get("attributes", {}))]


def change_of(case: Mapping[str, Any], after: Registry | None = None) -> Change:
    """The change of a case. `after`: what stands now, if it was read already."""
    after = after or read_texts(_made(case), samples.names())[0]
    stood, touched = _touched(case, after)
    past, tip, modes = case.get("past", {}), case.get("tip", {}), case.get("modes", {})
    came = touched & after.names - stood.keys()
    before = {path: text for path, text in stood.items() if path in touched or path.startswith(WORDS)}
    before |= {path: past[path] for path in came & past.keys()}
    return Change(
        read_texts(before)[0],
        after,
        dict.fromkeys([*after.names, *_outside(case)], "100644") | modes,
        frozenset(touched),
        frozenset({*stood, *samples.names(), *tip, *past}),
        frozenset(path for path in came & tip.keys() if tip[path] != after.texts[path]),
        frozenset(came & past.keys()),
        {id_: frozenset(names) for id_, names in case.get("withdrawn", {}).items()},
        read_texts({**_words(stood), **{path: tip[path] for path in came & tip.keys()}})[0].workshops,
        attributes={f"../{path}": text for path, text in case.get("attributes", {}).items()},
    )


def _words(texts: Mapping[str, str]) -> dict[str, str]:
    return words_of(texts)


def _made(case: Mapping[str, Any]) -> dict[str, str]:
    """The sample registry with what a case adds, changes and leaves out."""
    texts = samples.texts()
    for path, changes in case.get("change", {}).items():
        texts[path] = samples.changed(path, changes)
    texts |= case.get("texts", {})
    for path in case.get("without", []):
        del texts[path]
    return texts


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
        return (*told, dict(read_photos(root, told[1])))


def _picture(made: Mapping[str, str]) -> bytes:
    size = int(made.get("width", 320)), int(made.get("height", 240))
    content = samples.picture(made["picture"], *size, located="located" in made)
    return content[: int(made["keep"])] if "keep" in made else content

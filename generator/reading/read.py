"""Texts in, registry out: each file is read by itself, all problems are collected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from generator.libraries.kept import NOTHING, Kept, key_of, remembered
from generator.model.local import UNTOLD, Local
from generator.model.part import Filed
from generator.model.registry import Registry
from generator.model.vocabulary import OPTIONAL, Vocabulary
from generator.model.workshop import Workshop
from generator.problems.code import ERROR, Code
from generator.problems.problem import FILE_START, Problem, gathered
from generator.reading import schema
from generator.reading.kind import MISSING, Before, Missing, Notes
from generator.reading.lines import S112, S114, S115, S118, S132
from generator.reading.oddities import scan_prose
from generator.reading.placement import LOCAL, REDIRECTS, TOTALS, is_placed, misplaced, words_of
from generator.reading.signs import S106, S110, S111, S113, S133, S134, S135
from generator.reading.tables import Table, read_table
from generator.reading.tree import MAX_NODES, S126, parse

F = TypeVar("F", bound=Filed)
Files = Sequence[tuple[str, str]]  # paths and texts
Read = tuple[tuple[Any, ...], tuple[Problem, ...]]  # what was read, and its problems
_MOST_NODES = 30_000
_TEN = -len("0.yml")  # what the paths of ten records that are kept together differ in
# If a file has many such faults, the first one counts them all.
_HABITS = frozenset({S106, S110, S111, S112, S113, S114, S115, S118, S126, S132, S133, S134, S135})


class _Known(NamedTuple):
    """What was read before, under the digest of the vocabularies, and the list that takes the problems of what is read."""

    kept: Kept
    words: bytes
    problems: list[Problem]

    def read(self, kind: str, files: Files, read: Callable[[], Read]) -> tuple[Any, ...]:
        """Return what `read` gives of these files, or gave before: they and the vocabularies decide about it."""
        found, own = remembered(self.kept, (kind, files, self.words), read)
        self.problems.extend(own)
        return tuple(found)


def read_texts(
    texts: Mapping[str, str],
    names: frozenset[str] = frozenset(),
    photos: Mapping[str, bytes] | None = None,
    kept: Kept = NOTHING,
) -> tuple[Registry, list[Problem]]:
    """Return the registry of the texts and all S and F problems; a faulty file does not hide another's problems.

    `texts` maps paths below the registry's folder to decoded text; `names` are the paths of its other files,
    `photos` the bytes of those that are photographs. `kept`: what was read before.
    """
    problems = [*_hidden_in_notices(texts)]
    words = key_of(sorted(words_of(texts).items()))
    known = _Known(kept, words, problems)
    vocabularies = dict(known.read("vocabularies", (), partial(_read_vocabularies, texts)))
    local = _read_local(texts, vocabularies, problems)
    problems += misplaced(frozenset(texts) | names, local.ids)
    workshops = _read_workshops(texts, vocabularies, known)
    notices = _read_all(texts, "notices/", schema.NOTICE, vocabularies, known)
    forms = _read_all(texts, "forms/", schema.FORM, vocabularies, known)
    redirects = _read_one_of(texts, REDIRECTS, schema.REDIRECTS, problems)
    totals = _read_one_of(texts, TOTALS, schema.TOTALS, problems)
    registry = Registry(
        tuple(sorted(workshops, key=in_order)),
        tuple(sorted(notices, key=lambda notice: (notice.date, notice.id))),
        tuple(sorted(forms, key=lambda form: form.id)),
        vocabularies,
        texts,
        frozenset(texts) | names,
        photos or {},
        redirects.redirects if redirects else (),
        totals.totals if totals else (),
        local,
    )
    return registry, problems


def in_order(workshop: Workshop) -> tuple[int, str, str]:
    """Return what workshops are sorted by: their ids as numbers."""
    return len(workshop.id), workshop.id, workshop.path


def _hidden_in_notices(texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield problems of invisible signs in the texts of notices, which are not read as YAML."""
    for path in sorted(texts):
        if path.startswith("notices/") and path.endswith(".md"):
            yield from gathered(scan_prose(path, texts[path]), _HABITS)


S131 = Code(
    "S131",
    ERROR,
    "缺少词表或设置",
    meaning="词表是记录里各种名称的依据，register.yml 写着城市和编号的开头，少了它们就没法核对。",
    bad="registry/vocabularies/districts.yml 被删去或改名",
    remedy="把这个文件放回来。",
)


def _read_vocabularies(texts: Mapping[str, str]) -> Read:
    """Read the districts first, since other vocabularies name them."""
    problems: list[Problem] = []
    vocabularies: dict[str, Vocabulary] = {}
    for name in schema.VOCABULARIES:
        path = f"vocabularies/{name}.yml"
        if path not in texts and name in OPTIONAL:
            continue
        if path not in texts:
            remedy = "请把这个词表放回来；它是记录里各种名称的依据。"
            remedy += "从来没有过的，运行 run.py update 写一份空的。" if name == "zones" else ""
            problems.append(Problem(path, FILE_START, S131, f"缺少词表 {name}.yml", remedy))
            continue
        read_one = _read_one(Notes(path, vocabularies), texts[path], schema.VOCABULARY, problems)
        if read_one is not MISSING:
            vocabularies[name] = read_one
    return tuple(vocabularies.items()), tuple(problems)


def _read_local(
    texts: Mapping[str, str], vocabularies: Mapping[str, Vocabulary], problems: list[Problem]
) -> Local:
    if LOCAL not in texts:
        remedy = "请把这个文件放回来；它写着城市、编号的开头和谁办的网站。"
        problems.append(Problem(LOCAL, FILE_START, S131, f"缺少名册的设置 {LOCAL}", remedy))
        return UNTOLD
    local = _read_one(Notes(LOCAL, vocabularies), texts[LOCAL], schema.REGISTER, problems)
    return UNTOLD if local is MISSING else local


def _read_one_of(texts: Mapping[str, str], path: str, table: Table[F], problems: list[Problem]) -> F | None:
    """Read a file of which there is one, and which may be absent."""
    read_one = _read_one(Notes(path, {}), texts[path], table, problems) if path in texts else MISSING
    return None if read_one is MISSING else read_one


def _read_all(
    texts: Mapping[str, str],
    folder: str,
    table: Table[F],
    vocabularies: Mapping[str, Vocabulary],
    known: _Known,
) -> tuple[F, ...]:
    files = _placed(texts, folder)
    return known.read(folder, files, partial(_read_files, files, table, vocabularies, Before()))


def _placed(texts: Mapping[str, str], folder: str) -> Files:
    placed = (path for path in texts if path.startswith(folder) and path.endswith(".yml"))
    return [(path, texts[path]) for path in sorted(placed) if is_placed(path)]


def _read_workshops(
    texts: Mapping[str, str], vocabularies: Mapping[str, Vocabulary], known: _Known
) -> list[Workshop]:
    """Read the workshops, ten by ten."""
    before = Before()
    workshops: list[Workshop] = []
    for _, ten in groupby(_placed(texts, "workshops/"), key=lambda file: file[0][:_TEN]):
        files = list(ten)
        workshops += known.read(
            "records", files, partial(_read_files, files, schema.WORKSHOP, vocabularies, before)
        )
    return workshops


def _read_files(
    files: Files, table: Table[F], vocabularies: Mapping[str, Vocabulary], before: Before
) -> tuple[tuple[F, ...], tuple[Problem, ...]]:
    own: list[Problem] = []
    read = [_read_one(Notes(path, vocabularies, before), text, table, own) for path, text in files]
    return tuple(record for record in read if record is not MISSING), tuple(own)


def read_record(
    path: str, text: str, vocabularies: Mapping[str, Vocabulary]
) -> tuple[Workshop | None, list[Problem]]:
    """Return one record by itself, None where it cannot be read, and its problems."""
    problems: list[Problem] = []
    record = _read_one(Notes(path, vocabularies), text, schema.WORKSHOP, problems)
    return None if record is MISSING else record, problems


def most_nodes(table: Table[object]) -> int:
    """Return how many nodes a file of a table may have."""
    return MAX_NODES if table is schema.WORKSHOP else _MOST_NODES


def _read_one(notes: Notes, text: str, table: Table[F], problems: list[Problem]) -> F | Missing:
    tree, faults = parse(notes.path, text, table.vocabulary, most_nodes(table))
    problems.extend(gathered(faults, _HABITS))
    if tree is None:
        return MISSING
    record = read_table(table, tree, notes, path=notes.path)
    problems.extend(notes.all_problems())
    return record

"""The two sides of a change, out of git or off the disk, as the history gate and the comparison want them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import history
from generator.doors import build, disk, git, store, trees
from generator.doors.build import Loaded
from generator.doors.progress import Step, quiet
from generator.doors.trees import Tree
from generator.history import remembered
from generator.history.change import Change
from generator.history.one_change import too_large
from generator.libraries.kept import NOTHING, Kept
from generator.model.registry import Registry
from generator.model.workshop import Workshop
from generator.problems.code import ERROR, WARNING
from generator.problems.problem import Problem
from generator.reading.decoding import Stored, decode, sort_out
from generator.reading.placement import WORDS, words_of
from generator.reading.read import read_texts
from generator.rules.check import hush


@dataclass(frozen=True)
class Compared:
    """What would stand, judged by all laws and by the gate; and the change, one for each common ancestor.

    Warnings of files that the change does not touch are left out. No changes where they are too many to be looked at.
    """

    loaded: Loaded
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class _Sides:
    repository: git.Repository
    head: str
    bases: tuple[Tree, ...]
    tip: Tree
    past: Mapping[str, str]
    after: Tree
    stored: Sequence[Stored] | None  # the files of the later side where it is the disk
    direct: bool

    def touched(self, base: Tree) -> frozenset[str]:
        """The paths that differ."""
        return frozenset(
            path
            for path in base.keys() | self.after.keys()
            if trees.shape(base.get(path)) != trees.shape(self.after.get(path))
        )


def compare(
    folder: Path, since: str, at: str | None = None, *, direct: bool = False, step: Step = quiet
) -> Compared:
    """Judge what stands in a registry's folder, or in its commit `at`, as a change since another revision.

    The change begins where the two histories parted; with `direct`, at the revision itself, so that commits which were
    thrown away (a forced push) count as removed; then the laws of a single change do not count. git.Unanswered if git cannot tell.
    """
    step("从 git 读取改动以前和以后")
    with build.uncollected(), store.opened() as kept:
        return _compared(folder, _sides(folder, since, at, direct=direct), kept, step)


def _compared(folder: Path, sides: _Sides, kept: Kept, step: Step) -> Compared:
    apart = [(base, sides.touched(base)) for base in sides.bases]
    touched = frozenset[str]().union(*(paths for _, paths in apart))
    large = too_large(touched, {path: file.size for path, file in sides.after.items()})
    if large and not sides.direct:
        return Compared(Loaded(read_texts({})[0], tuple(large), build.shown(folder)), ())
    read, unreadable = _read(sides, folder, kept, step)
    step(f"检查 {len(read[0].workshops)} 条记录和 {len(touched)} 处改动")
    long_gone = _long_gone(sides.repository, sides.head, read[0], kept)
    changes = [_change(sides, of, read[0], long_gone, kept) for of in apart]
    laws = history.LAWS if sides.direct else (*history.LAWS, *history.OF_ONE_CHANGE)
    gate_problems = [problem for change in changes for problem in history.judge(change, laws)]
    loaded = build.judged(read, [*unreadable, *gate_problems], folder, kept)
    hidden = frozenset[str]().union(*(change.withdrawn for change in changes))
    gate = {problem for problem in gate_problems if problem.severity == WARNING}
    told = (one for one in loaded.problems if one.severity == ERROR or one.path in touched or one in gate)
    problems = tuple(sorted(hush(history.settled(told), hidden)))
    return Compared(replace(loaded, problems=problems), tuple(changes))


def _read(
    sides: _Sides, folder: Path, kept: Kept, step: Step
) -> tuple[tuple[Registry, list[Problem]], list[Problem]]:
    """Read the later side: the registry, the reader's problems of it, and those of files that cannot be read."""
    found = trees.stored(sides.repository, sides.after) if sides.stored is None else sides.stored
    texts, names, unreadable = sort_out(found)
    step(f"读懂 {len(texts)} 个文件")
    photos = trees.photos(found, names) if sides.stored is None else disk.read_photos(folder, names)
    return read_texts(texts, names, photos, kept), unreadable


def load(folder: Path, at: str, kept: Kept | None = None) -> Loaded:
    """Read and check a registry as its commit `at` holds it, out of git's objects; nothing is checked out. `kept`: as for `build.load`."""
    repository = git.repository(folder)
    found = trees.stored(repository, trees.placed(repository, git.commit(repository, at)))
    texts, names, unreadable = sort_out(found)
    with build.uncollected(), build.known(kept) as before:
        read = read_texts(texts, names, trees.photos(found, names), before)
        return build.judged(read, unreadable, folder, before)


def _sides(folder: Path, since: str, at: str | None, *, direct: bool) -> _Sides:
    repository = git.repository(folder)
    tip, head = git.commit(repository, since), git.commit(repository, at or "HEAD")
    starts = (tip,) if direct else git.bases(repository, tip, head)
    held = {commit: trees.placed(repository, commit) for commit in {*starts, tip}}
    if at:
        stored, after = None, trees.placed(repository, head)
    else:
        held = {commit: trees.in_registry(tree) for commit, tree in held.items()}
        stored = tuple(map(trees.in_hand, disk.find(folder)))
        after = trees.on_disk(folder, stored, held[tip], head)
    past = git.deleted(repository, tip, repository.prefix or ".")
    cut = len(repository.prefix)
    return _Sides(
        repository,
        head,
        tuple(held[start] for start in starts),
        held[tip],
        {path[cut:]: name for path, name in past.items()},
        after,
        stored,
        direct,
    )


def taken_down(folder: Path, registry: Registry) -> dict[str, frozenset[str]]:
    """Return by id the names that leaders withdrew, as far as git knows them; none where it can tell of no history."""
    if not remembered.asked(registry):
        return {}
    try:
        repository = git.repository(folder, cut_short=True)
        return _long_gone(repository, git.commit(repository, "HEAD"), registry, NOTHING)
    except git.Unanswered:
        return {}


def _long_gone(
    repository: git.Repository, head: str, after: Registry, kept: Kept
) -> dict[str, frozenset[str]]:
    """By id the names that leaders withdrew, as far as the history of their records says them."""
    asked = remembered.asked(after)
    paths = {f"{repository.prefix}{record.path}": id_ for id_, record in asked.items()}
    held = git.versions(repository, head, paths)
    # Each version as a record of its own, in a folder of its number: 0000 is the newest.
    objects = {
        f"workshops/{number:04}/{paths[path]}.yml": name
        for path, names in held.items()
        for number, name in enumerate(names)
    }
    words = words_of(after.texts)
    versions = read_texts({**words, **_texts(repository, objects)}, kept=kept)[0].workshops
    found = {
        id_: remembered.withdrawn(record, [one for one in versions if one.path.endswith(f"/{id_}.yml")])
        for id_, record in asked.items()
    }
    return {id_: names for id_, names in found.items() if names}


def _change(
    sides: _Sides,
    of: tuple[Tree, frozenset[str]],
    after: Registry,
    long_gone: Mapping[str, frozenset[str]],
    kept: Kept,
) -> Change:
    """Return the change since a common ancestor. `of`: its files, and the paths that differ."""
    base, touched = of
    came = touched & sides.after.keys() - base.keys()
    returned = frozenset(came & sides.past.keys())
    wanted = {
        path: file.object
        for path, file in base.items()
        if trees.is_regular(file) and (path in touched or path.startswith(WORDS))
    }
    wanted |= {path: sides.past[path] for path in returned}
    elsewhere = frozenset(
        path
        for path in came & sides.tip.keys()
        if trees.shape(sides.tip[path]) != trees.shape(sides.after[path])
    )
    return Change(
        read_texts(_texts(sides.repository, wanted), kept=kept)[0],
        after,
        {path: file.mode for path, file in sides.after.items()},
        touched,
        frozenset(path for path in {*base, *sides.tip, *sides.past} if not path.startswith("../")),
        elsewhere,
        returned,
        long_gone,
        _meanwhile(sides, elsewhere, after),
        sides.repository.prefix,
        _attributes(sides, touched),
    )


def _meanwhile(sides: _Sides, paths: Iterable[str], after: Registry) -> Sequence[Workshop]:
    """The records that the branch to be joined has got at some paths."""
    words = words_of(after.texts)
    objects = {path: sides.tip[path].object for path in paths if trees.is_regular(sides.tip[path])}
    return read_texts({**words, **_texts(sides.repository, objects)})[0].workshops


def _attributes(sides: _Sides, touched: Collection[str]) -> dict[str, str]:
    """The texts of the touched files outside the registry that say what git does with files."""
    objects = {
        path: file.object
        for path, file in sides.after.items()
        if path in touched
        and path.startswith("../")
        and path.endswith(".gitattributes")
        and trees.is_regular(file)
    }
    stored = git.contents(sides.repository, objects.values())
    return {path: stored[name].decode("utf-8", "replace") for path, name in objects.items()}


def _texts(repository: git.Repository, objects: Mapping[str, str]) -> dict[str, str]:
    """The texts as they stood; one that cannot be decoded is empty, so that it counts as unread."""
    wanted = {path: name for path, name in objects.items() if trees.is_read(path)}
    stored = git.contents(repository, wanted.values())
    decoded = {path: decode(path, stored[name]) for path, name in wanted.items()}
    return {path: "" if isinstance(text, Problem) else text for path, text in decoded.items()}

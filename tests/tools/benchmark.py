"""How fast it is, as ratios: `python -m tests.tools.benchmark [N]`. Not part of the test run; needs Linux or macOS.

Each measurement alternates with its baseline, since machines drift; CPU seconds are user + system, children included.
"""

from __future__ import annotations

import argparse
import gc
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import yaml

from generator.doors import disk
from generator.reading.read import read_texts
from generator.site.output import Output
from tests import ROOT
from tests.made.synthetic import outputs

_TODAY = date(2026, 1, 1)
_RECORD_PAGE = re.compile(r"DL[0-9]{4,}(?:/index)?\.html", re.IGNORECASE)
Work = Callable[[], object]


def main() -> None:
    """Make N records in a temporary folder, measure, print a table."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.tools.benchmark", description="Measure reading and building."
    )
    parser.add_argument("count", type=int, nargs="?", default=1500, help="number of workshops (1500)")
    parser.add_argument("--rounds", type=int, default=3, help="measurements of each kind (3)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        registry = folder / "registry"
        made = _seconds(lambda: disk.write(registry, outputs(given.count)))
        print(f"{given.count} records, generated in {made:.2f} s of CPU; {given.rounds} rounds, medians\n")
        print(f"{'':32}{'CPU s':>9}{'baseline':>10}{'ratio':>8}")
        _measure_reading(registry, given.rounds)
        _measure_building(registry, folder, given.rounds)


def _measure_reading(registry: Path, rounds: int) -> None:
    """Reading and checking, against nothing but CSafeLoader over the same files."""
    paths = sorted(registry.rglob("*.yml"))
    texts, names, unreadable = disk.read_registry(registry)
    read, problems = read_texts(texts, names)

    def plain() -> list[object]:
        return [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in paths]

    parts: dict[str, Work] = {
        "files.read_registry": lambda: disk.read_registry(registry),
        "reading.read": lambda: read_texts(texts, names),
    }
    try:
        from generator.rules.check import check
    except ImportError as missing:
        print(f"check: cannot be measured yet ({missing})")
    else:
        parts["check"] = lambda: check(read, [*unreadable, *problems], _TODAY)
    for name, work in parts.items():
        _row(name, list(_alternating(work, plain, rounds)))
    _row("all of these", list(_alternating(lambda: [work() for work in parts.values()], plain, rounds)))
    print(f"{'':4}baseline: yaml.load(CSafeLoader) of the same files")


def _measure_building(registry: Path, folder: Path, rounds: int) -> None:
    """The whole command, against writing the same files raw. Each writes to a folder of its own: deleting slows writing."""
    sites = (folder / f"site{number}" for number in range(rounds + 1))
    raws = (folder / f"raw{number}" for number in range(rounds))
    first = next(sites)
    failed = [_build(registry, first)]
    if failed[0]:
        print(f"build: cannot be measured ({failed[0]})")
        return
    paths = sorted(path for path in first.rglob("*") if path.is_file())
    site = [Output(path.relative_to(first).as_posix(), path.read_bytes(), "") for path in paths]

    def build() -> None:
        failed.append(_build(registry, next(sites)))

    pairs = list(_alternating(build, lambda: disk.write(next(raws), site), rounds))
    if any(failed):
        print(f"build: cannot be measured, it failed now and then ({max(failed)})")
        return
    _row("python -m generator build", pairs)
    pages = [len(output.content) for output in site if _RECORD_PAGE.search(output.path)]
    total = sum(len(output.content) for output in site)
    print(f"{'':4}baseline: writing the same {len(site)} files raw, {total / 1e6:.1f} MB in all")
    print(f"{'':4}{len(pages)} record pages, the largest {max(pages, default=0):,} bytes")


def _build(registry: Path, site: Path) -> str:
    """Empty, or the last line of what went wrong."""
    command = [sys.executable, "-m", "generator", "build", "--registry", str(registry), "--site", str(site)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    told = (done.stderr or done.stdout).strip().splitlines()
    return "" if done.returncode == 0 else f"exit {done.returncode}: {told[-1] if told else 'nothing said'}"


def _alternating(work: Work, baseline: Work, rounds: int) -> Iterator[tuple[float, float]]:
    for _ in range(rounds):
        yield _seconds(work), _seconds(baseline)


def _seconds(work: Work) -> float:
    """CPU seconds of this process and its children."""
    gc.collect()
    before = _used()
    work()
    return _used() - before


def _used() -> float:
    if sys.platform == "win32":
        raise NotImplementedError(
            "Windows does not tell the CPU time of children: run this on Linux or macOS"
        )
    import resource

    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, whose))


def _row(name: str, pairs: list[tuple[float, float]]) -> None:
    work, baseline = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"{name:32}{work:9.2f}{baseline:10.2f}{ratio:8.2f}")


if __name__ == "__main__":
    main()

"""A build that takes what was made before gives what a fresh one gives, byte for byte, whatever happened between the two."""

from __future__ import annotations

import gzip
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import brotli
import pytest

from generator.doors import disk, ours, store
from generator.doors.store import Store
from generator.libraries.compression import is_worth
from generator.plugin import build_site
from generator.site.output import Output, outputs
from tests import ROOT
from tests.made import samples

SEEDS = (1,)  # a build takes two seconds, and this test some dozen builds; others were tried by hand
ADDRESS = "https://register.example/r/"


_NEW = """\
id: {number}
name: 合成{number}职工创新工作室
kind: 工作室
category: 职工
unit: 合成测试单位
sources:
  - title: 合成的来源
    date: 2024-01-02
"""


class Held(NamedTuple):
    """A registry, the templates, the folder of what is kept, and the settings of a build."""

    registry: Path
    templates: Path
    cache: Path
    settings: dict[str, object]

    def record(self, chance: random.Random) -> Path:
        """Return one of the records."""
        return chance.choice(sorted(self.registry.glob("workshops/*/*.yml")))


def edit(held: Held, chance: random.Random) -> None:
    """Say something new of a workshop."""
    path = held.record(chance)
    text = re.sub("^field: .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(f"field: 第 {chance.randrange(1000)} 种技术\n{text}", encoding="utf-8")


def add(held: Held, chance: random.Random) -> None:
    """Add a record."""
    number = f"DL{chance.randrange(100, 900):04}"
    text = _NEW.format(number=number)
    held.record(chance).with_name(f"{number}.yml").write_text(text, encoding="utf-8")


def withdraw(held: Held, chance: random.Random) -> None:
    """Remove a record that nothing else names."""
    added = sorted(held.registry.glob("workshops/*/DL0[1-9]*.yml"))
    if added:
        chance.choice(added).unlink()


def rename(held: Held, chance: random.Random) -> None:
    """Call a union by another name."""
    path = held.registry / "vocabularies/unions.yml"
    text = re.sub("^title: .*", f"title: 推荐工会{chance.randrange(1000)}", path.read_text("utf-8"))
    path.write_text(text, encoding="utf-8")


def term(held: Held, chance: random.Random) -> None:
    """Call an industry otherwise, a district formerly, a unit as no record does: only what tells of such records is another page."""
    number, folder = chance.randrange(1000), held.registry / "vocabularies"
    industries, districts = (
        (folder / f"{name}.yml").read_text("utf-8") for name in ("industries", "districts")
    )
    unit = f"  - {{name: 示例机械{number}有限公司, former: [大连示例机械有限公司]}}"
    name, text = chance.choice(
        (
            ("industries", re.sub("通用设备制造业[0-9]*", f"通用设备制造业{number}", industries)),
            ("districts", re.sub("中山区.*, code", f"中山区, former: [老中山{number}], code", districts)),
            ("units", f"title: 单位\nterms:\n{unit}\n"),
        )
    )
    (folder / f"{name}.yml").write_text(text, encoding="utf-8")


def notice(held: Held, chance: random.Random) -> None:
    """Call a notice otherwise: pages of workshops name it."""
    path = chance.choice(sorted(held.registry.glob("notices/naming-*.yml")))
    text = re.sub(r"(?m)^(title: .*?)\d*$", rf"\g<1>{chance.randrange(1000)}", path.read_text("utf-8"))
    path.write_text(text, encoding="utf-8")


def template(held: Held, chance: random.Random) -> None:
    """Change what all pages of workshops say."""
    path = held.templates / "workshops/page.html"
    path.write_text(path.read_text("utf-8") + f"<p>{chance.randrange(1000)}</p>\n", encoding="utf-8")


def setting(held: Held, chance: random.Random) -> None:
    """Change how the operator is reached."""
    held.settings["contact"] = f"电话 0411-0000{chance.randrange(1000, 9999)}"


def photograph(held: Held, chance: random.Random) -> None:
    """Exchange the picture of a photograph, whose record does not change."""
    for path in held.registry.glob("photos/*.jpg"):
        path.write_bytes(samples.picture(width=chance.randrange(300, 400)))


def damage(held: Held, chance: random.Random) -> None:
    """Spoil some bytes of what is kept."""
    path = held.cache / store.NAME
    content = bytearray(path.read_bytes())
    for _ in range(200):
        content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    path.write_bytes(content)


def forget(held: Held, chance: random.Random) -> None:
    """Delete what is kept."""
    del chance
    shutil.rmtree(held.cache)


CHANGES: tuple[Callable[[Held, random.Random], None], ...] = (
    edit, add, withdraw, rename, term, notice, template, setting, photograph, damage, forget,
)  # fmt: skip


class Killed(Exception):
    """A build ends in its middle."""


@pytest.fixture
def held(tmp_path: Path) -> Held:
    """The made-up registry on a disk, and a copy of the templates."""
    registry = tmp_path / "registry"
    disk.write(registry, outputs(samples.texts(), "samples"))
    disk.write(registry, [Output("photos/dl0001-1.jpg", samples.picture(), "samples")])
    templates = Path(shutil.copytree(ROOT / "site_src/templates", tmp_path / "templates"))
    return Held(registry, templates, tmp_path / "cache", {})


@pytest.mark.parametrize("seed", SEEDS)
def test_a_kept_build_is_as_a_fresh_one(
    held: Held, tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", ADDRESS)
    chance = random.Random(seed)  # noqa: S311 - no secret
    changes = chance.sample(CHANGES, len(CHANGES))
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    build(held, site)
    for several in ((), *zip(changes[::2], [*changes[1::2], edit], strict=True)):
        for change in several:
            change(held, chance)
        if template in several:
            kill(held, site, chance)
        before = times(site)
        build(held, site)
        shutil.rmtree(fresh, ignore_errors=True)
        build_site(held.registry, fresh, templates=str(held.templates), **held.settings)
        made, wanted = contents(site), contents(fresh)
        assert [path for path in wanted if made.get(path) != wanted[path]] == [], several
        assert sorted(made) == sorted(wanted), several
        after = times(site)
        renewed = [
            path
            for path, (content, when) in before.items()
            if path in made and made[path] == content and after[path][1] != when
        ]
        assert renewed == [], several


def test_compressed_forms_stand_beside_texts_as_long_as_they_are_asked_for(
    held: Held, tmp_path: Path
) -> None:
    """They are carried over with the text, made anew with it or when somebody has spoiled them, and gone when they are not asked for."""
    site, fresh = tmp_path / "site", tmp_path / "fresh"
    held.settings["compress"] = True
    build(held, site)
    first = times(site)
    forms = {path for path in first if path.endswith((".gz", ".br"))}
    texts = {
        path for path, (content, _) in first.items() if path not in forms and is_worth(path, len(content))
    }
    assert forms == {f"{path}{ending}" for path in texts for ending in (".gz", ".br")}
    assert {path.rpartition(".")[2] for path in texts} >= {"html", "css", "js", "json", "yml"}
    for path in texts:
        content = first[path][0]
        assert gzip.decompress(first[f"{path}.gz"][0]) == content == brotli.decompress(first[f"{path}.br"][0])
    assert forms <= (ours.listed(site) or set())

    edit(held, random.Random(1))  # noqa: S311 - no secret
    for spoiled in (site / "about/index.html.gz", site / "data/workshops.json.gz"):
        spoiled.write_bytes(spoiled.read_bytes()[:-1] + b"?")
    (site / "workshops/index.html.br").unlink()
    build(held, site)
    build_site(held.registry, fresh, templates=str(held.templates), **held.settings)
    assert contents(site) == contents(fresh)
    second = times(site)
    renewed = {path for path in second if path not in first or second[path][1] != first[path][1]}
    told = {path for path in forms if path not in first or first[path][0] != second[path][0]}
    spoiled_ones = {"about/index.html.gz", "data/workshops.json.gz", "workshops/index.html.br"}
    assert renewed & forms == (told | spoiled_ones) & second.keys()
    assert 0 < len(told) < len(forms) / 2

    held.settings["compress"] = False
    build(held, site)
    assert contents(site).keys() == second.keys() - forms


def build(held: Held, site: Path, step: Callable[[str], None] = lambda words: None) -> None:
    """Build with what is kept."""
    kept = Store(held.cache / store.NAME, store.program())
    try:
        build_site(held.registry, site, step, kept, templates=str(held.templates), **held.settings)
    finally:
        kept.close()


def kill(held: Held, site: Path, chance: random.Random) -> None:
    """End a build after so many steps; the last good site stays."""
    left = chance.randrange(10, 200)

    def step(words: str) -> None:
        nonlocal left
        left -= 1
        if not left:
            raise Killed(words)

    before = contents(site)
    with pytest.raises(Killed):
        build(held, site, step)
    assert contents(site) == before


def contents(site: Path) -> dict[str, bytes]:
    """The bytes of each file of a site by its path."""
    return {path: (site / path).read_bytes() for path in ours.files(site) if path != ours.MARK}


def times(site: Path) -> dict[str, tuple[bytes, int]]:
    """The bytes and the time of each file."""
    return {path: (content, (site / path).stat().st_mtime_ns) for path, content in contents(site).items()}

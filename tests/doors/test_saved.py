"""What is shown of a saved record before the whole site is made anew is what stands there after it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build

from generator.doors import ours
from generator.doors.saved import MadeOf, Saved, read_saved, show_saved
from generator.plugin import configured
from tests.made import repositories, samples
from tests.made.repositories import RECORD, SECOND, THIRD, Repository

NEW = "workshops/0000/DL0009.yml"
PAGES = [f"{folder}/DL000{number}/index.html" for folder in ("workshops", "v") for number in (1, 2, 3, 9)]


def _made(registry: Path, site: Path) -> MadeOf:
    """Make the whole site, or make it again."""
    config, plugin = configured(registry, site)
    build(config)
    config.plugins.on_shutdown()
    return plugin.made


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Repository, MadeOf]]:
    """A registry of three records and what its site was made of."""
    folder = tmp_path_factory.mktemp("saved")
    repository = repositories.made(folder / "top")
    yield repository, _made(repository.registry, folder / "site")


@pytest.fixture
def edited(whole: tuple[Repository, MadeOf], tmp_path: Path) -> tuple[Repository, MadeOf]:
    """A copy of it to edit, with what the site of its like was made of."""
    return repositories.copied(whole[0], tmp_path / "top"), whole[1]


def _saved(edited: tuple[Repository, MadeOf]) -> Saved | None:
    return read_saved(edited[0].registry, edited[1])


@pytest.mark.parametrize("in_git", [True, False])
def test_pages_of_saved_records_are_those_of_the_whole_site(in_git: bool, tmp_path: Path) -> None:
    repository, site = repositories.made(tmp_path / "top"), tmp_path / "site"
    if not in_git:
        shutil.rmtree(repository.top / ".git")
    made = _made(repository.registry, site)
    before = {path: (site / path).read_bytes() for path in PAGES[:3]}
    text = (repository.registry / RECORD).read_text("utf-8")
    repository.write(RECORD, f"{text}# 又看过一遍\n")
    # named as another one is, so that both have their unit or number beside the name
    repository.write(SECOND, repositories.record(2, "郑河").replace("kind:", "district: 中山区\nkind:"))
    repository.write(NEW, repositories.record(9, "王海"))
    saved = read_saved(repository.registry, made)
    assert saved is not None and not saved.refused, saved and saved.report
    assert saved.ids == ("DL0001", "DL0002", "DL0009")
    show_saved(site, saved, made)
    assert next(ours.foreign(site), None) is None
    shown = {path: (site / path).read_bytes() for path in PAGES if "DL0003" not in path}
    assert all(
        shown[path] != content for path, content in before.items() if path in shown and "DL0001" not in path
    )
    _made(repository.registry, site)
    for path, content in shown.items():
        assert (site / path).read_bytes() == content, path


def test_an_error_is_told_with_its_place_and_remedy(edited: tuple[Repository, MadeOf]) -> None:
    """Errors of reading and of the law, of two records that were saved at once."""
    edited[0].edit(SECOND, {"kind: 工作室": "kind: 工作间"})
    edited[0].edit(THIRD, {"date: 2022-07-01": "date: 2098-07-01"})
    saved = _saved(edited)
    assert saved is not None and saved.refused
    assert f"{SECOND}:3:7: 错误 F205" in saved.report and f"{THIRD}:8:11: 错误 R" in saved.report
    assert "改法：" in saved.report and "^^^" in saved.report
    assert {problem.path for problem in saved.problems} == {SECOND, THIRD}


def test_a_warning_is_told_and_refuses_nothing(edited: tuple[Repository, MadeOf]) -> None:
    edited[0].edit(SECOND, {"[name, category, designations]": "[category, designations]"})
    saved = _saved(edited)
    assert saved is not None and not saved.refused and saved.ids == ("DL0002",)
    assert f"{SECOND}:2:7: 警告 R314" in saved.report


def test_a_file_that_cannot_be_read(edited: tuple[Repository, MadeOf]) -> None:
    (edited[0].registry / SECOND).write_bytes(repositories.record(2, "吴山").encode("gbk"))
    edited[0].write(THIRD, repositories.record(3, "郑江"))
    saved = _saved(edited)
    assert saved is not None and saved.refused
    assert [(problem.path, problem.code) for problem in saved.problems] == [(SECOND, "S103")]


def test_an_error_that_another_record_has_for_it(edited: tuple[Repository, MadeOf]) -> None:
    """What is told of a record that was not saved counts too, since the site is refused for it."""
    edited[0].write(NEW, repositories.record(2, "王海"))
    saved = _saved(edited)
    assert saved is not None and saved.refused


@pytest.mark.parametrize("half", [0, 1, 20, 60])
def test_a_file_half_written(edited: tuple[Repository, MadeOf], half: int) -> None:
    edited[0].write(SECOND, repositories.record(2, "吴山")[:half])
    saved = _saved(edited)
    assert saved is not None and saved.refused


def test_where_the_whole_build_decides(edited: tuple[Repository, MadeOf]) -> None:
    repository, registry = edited[0], edited[0].registry
    assert _saved(edited) is None  # nothing was saved
    repository.write(SECOND, repositories.record(2, "吴江"))
    assert _saved(edited) is not None

    def decides() -> bool:
        return _saved(edited) is None

    (registry / THIRD).rename(registry / NEW)
    assert decides()
    (registry / NEW).rename(registry / THIRD)
    assert not decides()
    text = (registry / "vocabularies/districts.yml").read_text("utf-8")
    repository.write("vocabularies/districts.yml", f"{text}# \n")
    assert decides()
    repository.write("vocabularies/districts.yml", text)
    (registry / "photos/dl0009-1.jpg").write_bytes(samples.picture())
    assert decides()
    (registry / "photos/dl0009-1.jpg").unlink()
    repository.write("notices/naming-2031.md", "# 又一份\n")
    assert decides()
    repository.remove("notices/naming-2031.md", THIRD)
    assert decides()


def test_what_editors_leave_beside_a_record_is_nothing(edited: tuple[Repository, MadeOf]) -> None:
    for name in ("DL0002.yml~", ".DL0002.yml.swp", "~$DL0002.yml"):
        edited[0].write(f"workshops/0000/{name}", "id: DL0002\n")
    assert _saved(edited) is None
    edited[0].write("workshops/0000/.new", repositories.record(2, "吴江"))
    (edited[0].registry / "workshops/0000/.new").replace(edited[0].registry / SECOND)
    saved = _saved(edited)
    assert saved is not None and saved.ids == ("DL0002",) and not saved.refused

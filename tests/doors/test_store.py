"""What is kept: it comes back whole or not at all, whoever damages, deletes or shares the file."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.doors import store
from generator.doors.store import NAME, Store
from generator.libraries import kept
from generator.libraries.kept import NOTHING, Unkept
from generator.model.dates import PartialDate
from tests.made import miniature

CODE = b"12345678"
KEYS = [kept.key_of("test", number) for number in range(40)]


def filled(path: Path, content: bytes = b"content") -> None:
    """Write a store with something under each key."""
    one = Store(path, CODE)
    for key in KEYS:
        one.keep(key, content + key)
    one.close()


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    filled(tmp_path / NAME)
    again = Store(tmp_path / NAME, CODE)
    assert all(again.take(key) == b"content" + key for key in KEYS)
    assert again.take(kept.key_of("another")) is None


def test_another_program_finds_nothing(tmp_path: Path) -> None:
    filled(tmp_path / NAME)
    assert Store(tmp_path / NAME, b"87654321").take(KEYS[0]) is None


@settings(max_examples=30)
@given(st.data())
def test_a_damaged_file_gives_what_was_kept_or_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("kept") / NAME
    filled(path)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 30))):
        content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    one = Store(path, CODE)
    assert all(one.take(key) in (None, b"content" + key) for key in KEYS)
    one.keep(KEYS[0], b"new")
    one.close()


def test_a_file_that_is_no_store_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(b"not a database, but long enough to be taken for one" * 100)
    filled(path)
    filled(path)
    assert Store(path, CODE).take(KEYS[0]) == b"content" + KEYS[0]


def test_a_damaged_description_of_the_table_is_made_anew(tmp_path: Path) -> None:
    """SQLite puts it into its message as it stands, and Python cannot read that as text."""
    filled(tmp_path / NAME)
    content = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(content.replace(b"CREATE TABLE kept", b"CRE\xbcTE TABLE kept"))
    filled(tmp_path / NAME)
    filled(tmp_path / NAME)
    assert Store(tmp_path / NAME, CODE).take(KEYS[0]) == b"content" + KEYS[0]


def test_two_builds_may_keep_at_once(tmp_path: Path) -> None:
    one, other = Store(tmp_path / NAME, CODE), Store(tmp_path / NAME, CODE)
    one.keep(KEYS[0], b"one")
    other.keep(KEYS[1], b"other")
    one.write()
    other.write()
    assert (other.take(KEYS[0]), one.take(KEYS[1])) == (b"one", b"other")


def test_a_folder_that_cannot_be_written_troubles_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    one = Store(tmp_path / "file" / NAME, CODE)
    one.keep(KEYS[0], b"one")
    one.close()
    assert one.take(KEYS[0]) is None


def test_what_no_build_asks_for_goes_when_the_file_is_too_large(tmp_path: Path) -> None:
    filled(tmp_path / NAME, b"x" * 5000)
    one = Store(tmp_path / NAME, CODE)
    assert one.take(KEYS[3])
    one.trim(most=50_000)
    one.close()
    again = Store(tmp_path / NAME, CODE)
    assert [number for number, key in enumerate(KEYS) if again.take(key)] == [3]
    assert (tmp_path / NAME).stat().st_size < 50_000


def test_a_fresh_build_asks_nothing() -> None:
    with store.opened(fresh=True) as nothing:
        assert nothing is NOTHING


def test_values_come_back_as_they_were() -> None:
    for workshop in miniature.registry().workshops:
        again = kept.loaded(kept.dumped(workshop))
        assert again == workshop and again.at == workshop.at and again.path == workshop.path


def test_equal_values_have_one_key() -> None:
    """Whether two equal texts are one object or two, whether a value was read or came out of the store."""
    text = "甲" * 3
    assert kept.key_of([text, text]) == kept.key_of(["甲甲甲", "".join("甲甲甲")])
    workshop = miniature.registry().workshops[0]
    assert kept.key_of(kept.loaded(kept.dumped(workshop))) == kept.key_of(workshop)
    assert kept.key_of(PartialDate(2024)) != kept.key_of(PartialDate(2024, 1))


class Evil:
    """Would run when it is read."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """Say what to run."""
        return exec, ("raise SystemExit",)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nothing",
        pickle.dumps(Evil()),
        pickle.dumps(print),
        pickle.dumps(Path("x")),
        pickle.dumps(miniature.registry),
    ],
)
def test_nothing_that_could_run_is_read(content: bytes) -> None:
    with pytest.raises(Unkept):
        kept.loaded(content)

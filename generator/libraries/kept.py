"""What was made before, by the digest of what it is made of: nothing else decides whether it is made again.

A digest is of a pickle without references, so that equal values have one digest wherever they come from. What is read back may
name the classes of the model, and nothing that could run.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import io
import pickle
from collections.abc import Callable
from functools import cache
from typing import Any, Protocol

_ROOM = 20  # bytes of a digest
_CLASSES = ("generator.model.", "generator.problems.")


class Kept(Protocol):
    """What keeps: contents by key, and of this version of the program alone."""

    def take(self, key: bytes) -> bytes | None:
        """Return what is kept under a key; None where nothing is, or what is there is damaged."""

    def keep(self, key: bytes, content: bytes) -> None:
        """Keep a content under a key."""


class Nothing:
    """Keeps nothing: all is made anew."""

    def take(self, key: bytes) -> bytes | None:
        """Return None."""
        del key
        return None

    def keep(self, key: bytes, content: bytes) -> None:
        """Do nothing."""


NOTHING = Nothing()


class Unkept(Exception):
    """A kept value cannot be read."""


def key_of(*inputs: object) -> bytes:
    """Return the digest of values: texts, numbers, bytes, dates, tuples, lists, mappings, frozen values of ours.

    Equal values give equal digests; a set may give another one in another process, and is then made again.
    """
    return hashlib.blake2b(_by_value(inputs), digest_size=_ROOM).digest()


def made(kept: Kept, inputs: object, make: Callable[[], bytes]) -> bytes:
    """Return what `make` gives, or gave before of the same inputs. `inputs`: everything that decides about it, and its kind."""
    if kept is NOTHING:
        return make()
    key = key_of(inputs)
    found = kept.take(key)
    if found is None:
        found = make()
        kept.keep(key, found)
    return found


def remembered(kept: Kept, inputs: object, make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
    """Return the tuple that `make` gives, or gave before of the same inputs, which are as for `made`."""
    if kept is NOTHING:
        return make()
    key = key_of(inputs)
    found = recalled(kept, key)
    if found is None:
        found = make()
        kept.keep(key, dumped(found))
    return found


def recalled(kept: Kept, key: bytes, length: int | None = None) -> tuple[Any, ...] | None:
    """Return the tuple that is kept under a key as `dumped` gave it; None where there is none that can be read, or has that length."""
    content = kept.take(key)
    with contextlib.suppress(Unkept):
        found = None if content is None else loaded(content)
        return found if isinstance(found, tuple) and length in (None, len(found)) else None
    return None


def dumped(value: object) -> bytes:
    """Return a value as bytes for `loaded`."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def loaded(content: bytes) -> Any:
    """Return the value of bytes that `dumped` gave. Unkept where they are of something else."""
    try:
        return _OurPickles(io.BytesIO(content)).load()
    except Exception as error:  # a pickle that is not ours may fail in any way
        raise Unkept from error


def _by_value(value: object) -> bytes:
    """Return a value as bytes without references: it does not matter which equal texts in it are one object."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True
    pickler.dump(value)
    return file.getvalue()


class _OurPickles(pickle.Unpickler):
    """Knows the classes of our values, and no function."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class. Raises pickle.UnpicklingError for anything else."""
        return _class(module, name)


@cache
def _class(module: str, name: str) -> Any:
    if module.startswith(_CLASSES) or (module, name) == ("datetime", "date"):
        found = getattr(importlib.import_module(module), name, None)
        if isinstance(found, type) and found.__module__ == module:
            return found
    raise pickle.UnpicklingError(f"{module}.{name}")

"""What builds keep for the next one: one file in `.cache/`, which may be deleted at any time (the door to sqlite3)."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

from generator import ROOT
from generator.libraries.kept import NOTHING, Kept

FOLDER = "REGISTER_CACHE"  # the variable that names another folder than `.cache`
NAME = "kept.db"
MOST = 1_000_000_000  # bytes of the file; above it, what the last build did not ask for goes
_HELD = 32_000_000  # bytes that wait in memory to be written
_PATIENCE = 10.0  # seconds that one build waits for another one's writing
_SUM = 8  # bytes of a checksum
_NO_FILE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID"


class Store:
    """Contents by key. What cannot be read or written is not kept, and nobody is troubled: it is made again.

    Several builds may use it at once. Each content stands behind its checksum, and its key holds the digest of the program.
    """

    def __init__(self, path: Path, code: bytes) -> None:
        self._path, self._code = path, code
        self._new: dict[bytes, bytes] = {}
        self._held = 0
        self._asked: set[bytes] = set()
        self._file: sqlite3.Connection | None = None
        with self._careful():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            self._file.execute("PRAGMA auto_vacuum = FULL")
            self._file.execute(_TABLE)

    def take(self, key: bytes) -> bytes | None:
        """Return what is kept under a key; None where nothing is, or what is there is damaged."""
        key = self._whole(key)
        self._asked.add(key)
        if key in self._new:
            return self._new[key]
        found = None
        with self._careful():
            if self._file:
                found = self._file.execute("SELECT content FROM kept WHERE key = ?", (key,)).fetchone()
        if not found or not isinstance(found[0], bytes):
            return None
        content = found[0][_SUM:]
        return content if found[0][:_SUM] == _sum(key, content) else None

    def keep(self, key: bytes, content: bytes) -> None:
        """Keep a content under a key, from the next `write` on for others too."""
        key = self._whole(key)
        self._asked.add(key)
        self._new[key] = content
        self._held += len(content)
        if self._held > _HELD:
            self.write()

    def write(self) -> None:
        """Write down what is new, in one step."""
        rows = [(key, _sum(key, content) + content) for key, content in self._new.items()]
        self._new, self._held = {}, 0
        with self._careful():
            if rows and self._file:
                self._file.execute("BEGIN IMMEDIATE")
                self._file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
                self._file.execute("COMMIT")

    def trim(self, most: int = MOST) -> None:
        """Drop what nobody asked this store for, where the file has become too large."""
        self.write()
        with self._careful():
            if self._file and self._path.stat().st_size > most:
                self._file.execute("CREATE TEMP TABLE asked (key BLOB PRIMARY KEY) WITHOUT ROWID")
                self._file.executemany("INSERT INTO asked VALUES (?)", [(key,) for key in self._asked])
                self._file.execute("DELETE FROM kept WHERE key NOT IN (SELECT key FROM asked)")
                self._file.execute("DROP TABLE asked")

    def close(self) -> None:
        """Write down what is new, and let go of the file, which does not grow without bound."""
        self.trim()
        if self._file:
            self._file.close()
        self._file = None

    def _whole(self, key: bytes) -> bytes:
        return self._code + key

    @contextlib.contextmanager
    def _careful(self) -> Iterator[None]:
        """Go on without the file where it fails; one that is damaged is removed, so that the next build has a new one."""
        try:
            yield
        except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
            broken, self._file = self._file, None
            with contextlib.suppress(sqlite3.Error, OSError):
                if broken:
                    broken.close()
                # Of a damaged table SQLite writes what it found into its message, which may be no text.
                if isinstance(error, UnicodeDecodeError) or getattr(error, "sqlite_errorcode", 0) in _NO_FILE:
                    self._path.unlink()


@contextlib.contextmanager
def opened(*, fresh: bool = False) -> Iterator[Kept]:
    """The store of this version of the program, written when the block ends; `fresh`: none, all is made anew."""
    if fresh:
        yield NOTHING
        return
    with at_hand() as store:
        yield store


@contextlib.contextmanager
def at_hand() -> Iterator[Store]:
    """The same for who stays with it: what is to be found by others meanwhile is to be written by `write`."""
    store = Store(folder() / NAME, program())
    try:
        yield store
    finally:
        store.close()


def folder() -> Path:
    """Return where things are kept."""
    named = os.environ.get(FOLDER)
    return Path(named) if named else ROOT / ".cache"


def program() -> bytes:
    """Return the digest of what makes things: our modules, the pinned packages, Python and its zlib."""
    whole = hashlib.blake2b(digest_size=_SUM)
    whole.update(f"{sys.version}{zlib.ZLIB_RUNTIME_VERSION}".encode())
    for path in (ROOT / "requirements.txt", *sorted((ROOT / "generator").rglob("*.py"))):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(ROOT).as_posix()} {len(content)}\n".encode())
        whole.update(content)
    return whole.digest()


def _sum(key: bytes, content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_SUM, key=key).digest()

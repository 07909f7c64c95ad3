"""Cache of generated content, keyed by a hash of its inputs.

It is one SQLite file: two builds can use it at once, a killed build leaves it intact, and entries that no recent build has used are
removed. Losing it costs only time, so it is verified: each entry carries its digest, and a damaged file is deleted and started again.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from contextlib import ExitStack, closing, suppress
from importlib.metadata import version
from pathlib import Path

from generator.machine.atomic_write import remove

KEPT_BUILDS = 4
"""Builds after which an unused entry may be removed. It is removed at the latest after as many again."""

WAIT = 30
"""Timeout in seconds for another build that is writing."""

_LATEST = 2**30
"""The highest number of a build. `user_version` of SQLite has 31 bits, and no project is built that often."""

_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""Errors for a file that SQLite cannot use. The second is raised if SQLite's own message quotes damaged bytes."""

_IN_USE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM})
"""SQLite's codes for a file that may be intact but cannot be used now."""

_NOT_ALLOWED = frozenset({sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN})
"""SQLite's codes for a file that is read-only, or is damaged so that it claims to be."""


class Cache:
    """Stores bytes by key in a file. If the file cannot be used, nothing is stored, and no error is raised."""

    def __init__(self, file: Path, *, compress: bool = True) -> None:
        """Open or create the file. `compress` is false for content that is compressed already."""
        self._file, self._compress = file, compress
        self._old: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}
        self._build = 0
        self._open: sqlite3.Connection | None = None
        self._begin()

    def _begin(self) -> None:
        opened = _opened(self._file)
        self._open, self._build = opened or (None, 0)

    def get(self, key: bytes) -> bytes | None:
        """The content stored under a key; None if there is none."""
        if key in self._new:
            return self._plain(self._new[key])
        row = self._row(key)
        if not row:
            return None
        content, build = row
        if not isinstance(content, bytes) or not isinstance(build, int) or content[:_SIZE] != _digest(key, content[_SIZE:]):
            self._reset()  # where one entry is damaged, the order of the others may be too
            return None
        if build <= self._build - KEPT_BUILDS + 1:
            self._old.add(key)
        return self._plain(content[_SIZE:])

    def _row(self, key: bytes) -> tuple[object, object] | None:
        """The row of a key. A damaged file is deleted and started again."""
        if not self._open:
            return None
        try:
            found: tuple[object, object] | None = self._open.execute("SELECT content, build FROM made WHERE key = ?", (key,)).fetchone()
        except _ERRORS as error:
            if _damaged(error, self._file):
                self._reset()
            return None
        return found

    def _reset(self) -> None:
        """Delete the file and start with an empty one."""
        if self._open:
            self._open.close()
        _remove(self._file)
        self._begin()

    def _plain(self, kept: bytes) -> bytes:
        return zlib.decompress(kept) if self._compress else kept

    def put(self, key: bytes, content: bytes) -> None:
        """Store content under a key; `close` writes it to the file."""
        self._new[key] = zlib.compress(content, 1) if self._compress else content

    def get_or_make(self, key: bytes, make: Callable[[], str]) -> str:
        """The text stored under a key, or else the result of `make`, which is stored."""
        kept = self.get(key)
        if kept is not None:
            return kept.decode()
        text = make()
        self.put(key, text.encode())
        return text

    def close(self) -> None:
        """Write new entries, note which old ones were used, and now and then remove those that no recent build has used."""
        try:
            self._write()
        except _ERRORS as error:
            if _damaged(error, self._file):
                self._reset()
                with suppress(*_ERRORS):
                    self._write()
        if self._open:
            self._open.close()
            self._open = None

    def leave(self) -> None:
        """Close without writing anything, as if the file had not been used."""
        if self._open:
            self._open.close()
            self._open = None

    def _write(self) -> None:
        if not self._open:
            return
        build = self._build
        with self._open as file:
            rows = ((key, build, _digest(key, content) + content) for key, content in self._new.items())
            file.executemany("INSERT OR REPLACE INTO made (key, build, content) VALUES (?, ?, ?)", rows)
            file.executemany("UPDATE made SET build = ? WHERE key = ?", ((build, key) for key in self._old))
            if build % KEPT_BUILDS == 0:  # it scans the whole file
                file.execute("DELETE FROM made WHERE build <= ?", (build - KEPT_BUILDS,))
            file.execute(f"PRAGMA user_version = {build:d}")


_SIZE = hashlib.sha256().digest_size


def _digest(key: bytes, content: bytes) -> bytes:
    """The digest of an entry. It includes the key, so that an entry is not valid under another key."""
    digest = hashlib.sha256(key)
    digest.update(content)
    return digest.digest()


def _damaged(error: Exception, file: Path) -> bool:
    """Whether an error means that the file's content is damaged."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without the extended part of the code
    if code in _NOT_ALLOWED:
        return os.access(file if file.exists() else file.parent, os.W_OK)
    return code not in _IN_USE


def _remove(file: Path) -> None:
    """Remove a file, and the journals that SQLite may have left beside it."""
    for one in (file, *(file.with_name(f"{file.name}-{more}") for more in ("journal", "wal", "shm"))):
        with suppress(OSError):
            remove(one)


def _opened(file: Path) -> tuple[sqlite3.Connection, int] | None:
    """A connection to the file, and the number of this build. A damaged file is deleted and created again; None if it cannot be written."""
    for _ in range(2):
        with ExitStack() as opened:
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                if file.is_symlink() or (file.exists() and not file.is_file()):
                    _remove(file)
                found = opened.enter_context(closing(sqlite3.connect(file, timeout=WAIT)))
                found.execute("CREATE TABLE IF NOT EXISTS made (key BLOB PRIMARY KEY, build INTEGER, content BLOB) WITHOUT ROWID")
                build = found.execute("PRAGMA user_version").fetchone()[0] + 1
            except _ERRORS as error:
                if not _damaged(error, file):
                    return None
            except OSError:
                return None
            else:
                if 0 < build < _LATEST:
                    opened.pop_all()  # it stays open
                    return found, build
        _remove(file)
    return None


def digest_of(folders: Iterable[Path], libraries: Iterable[str] = ()) -> bytes:
    """A digest that changes with any file of the folders and any version of the libraries."""
    digest = hashlib.sha256()
    for library in libraries:
        digest.update(f"{library} {version(library)}\n".encode())
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.digest()

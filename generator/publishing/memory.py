"""What was made before, by a key of everything that went into it: so that what has not changed is not made again.

It is one SQLite file: two builds may use it at once, a killed one leaves it whole, and what no build has used for a while is dropped.
Losing it costs nothing but time.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

KEPT_BUILDS = 4
"""Builds after which what none of them has used may be dropped, and is within as many more."""

WAIT = 30
"""Seconds to wait for another build that is writing."""


class Memory:
    """Remembers bytes by key in a file. Where the file cannot be used, nothing is remembered, and everything works all the same."""

    def __init__(self, file: Path, *, squeezed: bool = True) -> None:
        """Open the file, or begin it. What is compressed already is not to be `squeezed` again."""
        self._squeezed = squeezed
        self._old: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}
        self._open = _opened(file)
        self._build = self._open.execute("PRAGMA user_version").fetchone()[0] + 1 if self._open else 0

    def get(self, key: bytes) -> bytes | None:
        """What was made before from the same things."""
        if key in self._new:
            return self._plain(self._new[key])
        row = None
        if self._open:
            with suppress(sqlite3.Error):
                row = self._open.execute("SELECT content, build FROM made WHERE key = ?", (key,)).fetchone()
        if not row:
            return None
        content, build = row
        if build <= self._build - KEPT_BUILDS + 1:
            self._old.add(key)
        return self._plain(content)

    def _plain(self, kept: bytes) -> bytes:
        return zlib.decompress(kept) if self._squeezed else kept

    def put(self, key: bytes, content: bytes) -> None:
        """Remember what was made."""
        self._new[key] = zlib.compress(content, 1) if self._squeezed else content

    def made(self, key: bytes, make: Callable[[], str]) -> str:
        """A text from memory, or made now and remembered."""
        kept = self.get(key)
        if kept is not None:
            return kept.decode()
        text = make()
        self.put(key, text.encode())
        return text

    def close(self) -> None:
        """Write down what is new, note which old things were used, and from time to time drop what no recent build has used."""
        if not self._open:
            return
        build = self._build
        with suppress(sqlite3.Error), self._open as file:
            rows = ((key, build, content) for key, content in self._new.items())
            file.executemany("INSERT OR REPLACE INTO made (key, build, content) VALUES (?, ?, ?)", rows)
            file.executemany("UPDATE made SET build = ? WHERE key = ?", ((build, key) for key in self._old))
            if build % KEPT_BUILDS == 0:  # it goes through the whole file
                file.execute("DELETE FROM made WHERE build <= ?", (build - KEPT_BUILDS,))
            file.execute(f"PRAGMA user_version = {build:d}")
        self._open.close()
        self._open = None


def _opened(file: Path) -> sqlite3.Connection | None:
    """The file ready for use. One that is damaged is begun anew; where none can be written, there is none."""
    for _ in range(2):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            found = sqlite3.connect(file, timeout=WAIT)
            found.execute("CREATE TABLE IF NOT EXISTS made (key BLOB PRIMARY KEY, build INTEGER, content BLOB) WITHOUT ROWID")
        except sqlite3.DatabaseError:
            with suppress(OSError):
                file.unlink()
        except OSError:
            return None
        else:
            return found
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

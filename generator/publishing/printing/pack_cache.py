"""Cache of printed packs: a folder of files, from which the least recently used are removed when it grows too large.

Each file is verified before use: its name contains a digest of its content, and a file that does not match is removed and printed again.
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from generator.machine.atomic_write import remove, replace_file
from generator.machine.ordinary_files import read_file

_MAX_BYTES = 4_000_000_000
"""The most bytes that the folder may hold: four times the packs of 1,250 networks."""

_FILE_NAME = re.compile(r"([0-9a-f]{64})-([0-9a-f]{64})\.([a-z0-9]+(?:\.[a-z0-9]+)?)")
"""The name of a cached file: its key, the digest of key and content, and its ending."""


class PackCache:
    """Printed packs in a folder, by key and ending."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which is created when it is needed."""
        self.folder = folder
        self._verified: set[Path] = set()

    @cached_property
    def _files(self) -> dict[tuple[str, str], Path]:
        """Every file of the folder, by key and ending."""
        try:
            names = [match for name in os.listdir(self.folder) if (match := _FILE_NAME.fullmatch(name))]  # noqa: PTH208
        except OSError:
            return {}
        return {(match[1], match[3]): self.folder / match[0] for match in names}

    def get(self, key: str, ending: str) -> Path | None:
        """The cached file, if it is there and undamaged; its time of last use is updated."""
        file = self._files.get((key, ending))
        if file is None or file in self._verified:
            return file
        if not self._is_whole(file, key, ending):
            return None
        self._verified.add(file)
        with suppress(OSError):  # a read-only folder can still be read from
            os.utime(file)
        return file

    def put(self, key: str, ending: str, content: bytes) -> Path:
        """Add a file, and return its path. Raises OSError."""
        file = self.folder / f"{key}-{_digest(key, content)}.{ending}"
        replace_file(file, content)
        return self.note(key, ending, file)

    def note(self, key: str, ending: str, file: Path) -> Path:
        """Register a file that another process of this build has just added."""
        self._files[key, ending] = file
        self._verified.add(file)
        return file

    def _is_whole(self, file: Path, key: str, ending: str) -> bool:
        """Whether a file's content matches its name. If not, it is removed."""
        try:
            if not file.is_symlink() and _digest(key, read_file(file)) == file.name.partition("-")[2].removesuffix(f".{ending}"):
                return True
            remove(file)
        except OSError:
            pass
        del self._files[key, ending]
        return False

    def trim(self, most: int = _MAX_BYTES) -> int:
        """Remove the least recently used files until at most `most` bytes are left. Returns how many were removed."""
        held = []
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                status = entry.stat(follow_symlinks=False)
                held.append((status.st_mtime_ns, status.st_size, entry.path))
        over = sum(size for _, size, _ in held) - most
        removed = 0
        for _, size, path in sorted(held):
            if over <= 0:
                break
            with suppress(OSError):
                os.unlink(path)  # noqa: PTH108  a Path for each of thousands takes longer
                over, removed = over - size, removed + 1
        return removed


def _digest(key: str, content: bytes) -> str:
    """The digest of an entry. It includes the key, so that an entry is not valid under another key."""
    digest = hashlib.sha256(key.encode())
    digest.update(content)
    return digest.hexdigest()

"""Files that were made before, in a folder that does not grow for ever: what has not been used for longest goes first.

None of them is believed: the name of each has the digest of what is in it, and one that does not fit is made anew.
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

_MOST = 4_000_000_000
"""Bytes that the folder may hold: four times what the packs of 1,250 networks take."""

_NAME = re.compile(r"([0-9a-f]{64})-([0-9a-f]{64})\.([a-z]+)")
"""A file of the folder: its key, the digest of key and content, and its ending."""


class PackCache:
    """Packs by their key and ending, in a folder."""

    def __init__(self, folder: Path) -> None:
        """Use the folder, which need not be there."""
        self.folder = folder
        self._whole: set[Path] = set()

    @cached_property
    def _files(self) -> dict[tuple[str, str], Path]:
        """Every file that the folder has, by key and ending."""
        try:
            names = [match for name in os.listdir(self.folder) if (match := _NAME.fullmatch(name))]  # noqa: PTH208
        except OSError:
            return {}
        return {(match[1], match[3]): self.folder / match[0] for match in names}

    def get(self, key: str, ending: str) -> Path | None:
        """The file that was kept, if it is whole. It is noted as used."""
        file = self._files.get((key, ending))
        if file is None or file in self._whole:
            return file
        if not self._is_whole(file, key):
            return None
        self._whole.add(file)
        with suppress(OSError):  # a folder that may only be read is of use all the same
            os.utime(file)
        return file

    def put(self, key: str, ending: str, content: bytes) -> Path:
        """Keep a file. Raises OSError."""
        file = self.folder / f"{key}-{_digest(key, content)}.{ending}"
        replace_file(file, content)
        return self.note(key, ending, file)

    def note(self, key: str, ending: str, file: Path) -> Path:
        """Take note of a file that another process of this build has just put there."""
        self._files[key, ending] = file
        self._whole.add(file)
        return file

    def _is_whole(self, file: Path, key: str) -> bool:
        """Whether a file is what was put there. One that is not is removed."""
        try:
            if not file.is_symlink() and _digest(key, read_file(file)) == file.stem.rpartition("-")[2]:
                return True
            remove(file)
        except OSError:
            pass
        del self._files[key, file.suffix[1:]]
        return False

    def trim(self, most: int = _MOST) -> int:
        """Remove files until what is left takes no more than `most` bytes. Returns how many were removed."""
        held = []
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                told = entry.stat(follow_symlinks=False)
                held.append((told.st_mtime_ns, told.st_size, entry.path))
        over = sum(size for _, size, _ in held) - most
        removed = 0
        for _, size, path in sorted(held):
            if over <= 0:
                break
            with suppress(OSError):
                os.unlink(path)  # noqa: PTH108  it is a name of this folder, from the folder itself
                over, removed = over - size, removed + 1
        return removed


def _digest(key: str, content: bytes) -> str:
    """The digest of an entry, which would not fit under another key."""
    digest = hashlib.sha256(key.encode())
    digest.update(content)
    return digest.hexdigest()

"""Files that were made before, in a folder that does not grow for ever: what has not been used for longest goes first."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

MOST = 4_000_000_000
"""Bytes that the folder may hold: four times what the packs of 1,250 networks take."""


def used(file: Path) -> bool:
    """Whether there is such a file, which is noted as used."""
    try:
        os.utime(file)
    except FileNotFoundError:
        return False
    except OSError:  # a folder that may only be read is of use all the same
        return file.is_file()
    return True


def trim(folder: Path, most: int = MOST) -> int:
    """Remove files until what is left takes no more than `most` bytes. Returns how many were removed."""
    held = []
    for entry in os.scandir(folder) if folder.is_dir() else ():
        with suppress(OSError):
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

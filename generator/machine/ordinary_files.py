"""Read regular files only, and never block on a pipe, a socket or a device."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)

_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def kind_of(mode: int) -> str:
    """The kind of a file by its `st_mode`, in words: `a pipe`. Empty for a regular file."""
    return next((words for is_one, words in _KINDS if is_one(mode)), "")


def is_special(mode: int) -> bool:
    """Whether `st_mode` is that of a pipe, a socket or a device."""
    return bool(kind_of(mode)) and not stat.S_ISDIR(mode)


def read_file(path: Path | str, most: int = -1) -> bytes:
    """The bytes of a regular file, or its first `most` bytes. Takes `str` too: for thousands of files, making each Path takes as long.

    Raises OSError if it cannot be read. If it is not a regular file, `strerror` says what it is.
    """
    if kind := kind_of(os.stat(path).st_mode):  # noqa: PTH116  before opening: opening alone can trigger a device
        raise OSError(errno.EINVAL, f"it is {kind}, not a file", str(path))
    descriptor = os.open(path, os.O_RDONLY | _NEVER_WAIT)
    with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123  it is open already
        return file.read(most)


def real(path: Path) -> Path:
    """The path with links resolved. `Path.resolve` raises an error for a link to itself before Python 3.13."""
    return Path(os.path.realpath(path))


def unreadable_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Everything in a folder that cannot be read, with the reason: pipes, sockets, devices, and files without permission."""
    errors: list[OSError] = []
    for inside, _, names in os.walk(folder, onerror=errors.append):
        for name in sorted(names):
            path = Path(inside, name)
            try:
                kind = kind_of(path.stat().st_mode)
            except FileNotFoundError:
                continue  # a broken link, such as an editor's lock beside an open file
            except OSError as error:
                yield path, error.strerror or "no reason given"
                continue
            if kind and kind != "a folder":
                yield path, f"it is {kind}, not a file"
            elif not os.access(path, os.R_OK):
                yield path, os.strerror(errno.EACCES)
    for unlisted in errors:
        yield Path(unlisted.filename), unlisted.strerror or "no reason given"


def same_content(one: Path | str, other: Path | str) -> bool:
    """Whether two regular files have the same bytes. Raises OSError if one of them cannot be read."""
    return os.stat(one).st_size == os.stat(other).st_size and read_file(one) == read_file(other)  # noqa: PTH116

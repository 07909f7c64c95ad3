"""Read ordinary files, and nothing that a program would wait for: a pipe, a socket or a device."""

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
    """What something is by its mode, in words: `a pipe`. Empty where it is an ordinary file."""
    return next((words for is_one, words in _KINDS if is_one(mode)), "")


def is_special(mode: int) -> bool:
    """Whether something is neither a file nor a folder nor a link: a pipe, a socket or a device."""
    return bool(kind_of(mode)) and not stat.S_ISDIR(mode)


def read_file(path: Path | str, most: int = -1) -> bytes:
    """The bytes of an ordinary file, or the first so many. For some thousands, a Path for each takes as long as to read it.

    Raises OSError where it cannot be read; its `strerror` says so where it is no ordinary file.
    """
    if kind := kind_of(os.stat(path).st_mode):  # noqa: PTH116  before it is opened: that alone can set off a device
        raise OSError(errno.EINVAL, f"it is {kind}, not a file", str(path))
    descriptor = os.open(path, os.O_RDONLY | _NEVER_WAIT)
    with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123  it is open already
        return file.read(most)


def real(path: Path) -> Path:
    """Where a path leads. `Path.resolve` gives up at a link that leads to itself, in Python before 3.13."""
    return Path(os.path.realpath(path))


def unreadable_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """What in a folder nobody can read, each with the reason: pipes, sockets, devices, and what the user may not open."""
    errors: list[OSError] = []
    for inside, _, names in os.walk(folder, onerror=errors.append):
        for name in sorted(names):
            path = Path(inside, name)
            try:
                kind = kind_of(path.stat().st_mode)
            except FileNotFoundError:
                continue  # a link that leads nowhere, such as an editor leaves beside a file that is open in it
            except OSError as error:
                yield path, error.strerror or "no reason given"
                continue
            if kind and kind != "a folder":
                yield path, f"it is {kind}, not a file"
            elif not os.access(path, os.R_OK):
                yield path, os.strerror(errno.EACCES)
    for closed in errors:
        yield Path(closed.filename), closed.strerror or "no reason given"


def same_content(one: Path | str, other: Path | str) -> bool:
    """Whether two ordinary files have the same bytes. Raises OSError where one of them cannot be read."""
    return os.stat(one).st_size == os.stat(other).st_size and read_file(one) == read_file(other)  # noqa: PTH116

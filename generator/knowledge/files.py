"""Read ordinary files, and nothing that a program would wait for: a pipe, a socket or a device."""

from __future__ import annotations

import errno
import os
import stat
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


def read_file(path: Path | str) -> bytes:
    """The bytes of an ordinary file. For some thousands, a Path for each takes as long as to read it.

    Raises OSError where it cannot be read; its `strerror` says so where it is no ordinary file.
    """
    if kind := kind_of(os.stat(path).st_mode):  # noqa: PTH116  before it is opened: that alone can set off a device
        raise OSError(errno.EINVAL, f"it is {kind}, not a file", str(path))
    descriptor = os.open(path, os.O_RDONLY | _NEVER_WAIT)
    with open(descriptor, "rb", buffering=0) as file:  # noqa: PTH123  it is open already
        return file.read()


def same_content(one: Path | str, other: Path | str) -> bool:
    """Whether two ordinary files have the same bytes. Raises OSError where one of them cannot be read."""
    return os.stat(one).st_size == os.stat(other).st_size and read_file(one) == read_file(other)  # noqa: PTH116

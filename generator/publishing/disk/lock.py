"""One build of a project at a time: two would write the same staging folder."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.machine.atomic_write import remove
from generator.problems import Place, Report, Stopped, rule
from generator.publishing.disk.folders import Progress

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]
try:
    import msvcrt  # of Windows
except ImportError:
    msvcrt = None  # type: ignore[assignment]

_FAR = 1 << 30
"""A place behind all that the file of a lock holds: Windows lets nobody else read what is locked, and a build writes its number there."""

LONGEST_WAIT = 600.0
"""Seconds that a build waits for another one before it gives up."""


@contextmanager
def build_lock(build: Path, told: Progress, wait: float = LONGEST_WAIT) -> Iterator[int]:
    """Hold the project's build folder, waiting for another build to end. Gives the open lock, to hand on to a child.

    The lock is the system's own: it ends with the last process that has it open, whatever kills that. Its file may stay.
    Raises Stopped where the other build takes too long.
    """
    build.mkdir(parents=True, exist_ok=True)
    file = build / ".lock"
    if file.is_symlink() or (file.exists() and not file.is_file()):
        remove(file)
    with file.open("a+", encoding="utf-8") as lock:
        _take(lock.fileno(), build, told, wait)
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield lock.fileno()


def _take(lock: int, build: Path, told: Progress, wait: float) -> None:
    end = time.monotonic() + wait
    while True:
        try:
            _lock(lock)
        except (BlockingIOError, PermissionError):
            written = (build / ".lock").read_bytes()[:12].strip()
            holder = written.decode() if written.isdigit() else "unknown"
            if time.monotonic() > end:
                place = Place(f"{build.name}/.lock")
                raise Stopped(Report([rule("build-under-way").at(place, process=holder, seconds=round(wait))])) from None
            told(f"Waiting for another build of this folder (process {holder})")
            time.sleep(0.2)
        else:
            return


def _lock(file: int) -> None:
    """Take the lock, in the system's own way. Where it has none, two builds are kept apart by nobody. Raises where another has it."""
    if fcntl:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    elif msvcrt:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]

"""A lock so that only one build of a project runs at a time: two would write the same staging folder."""

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

_LOCKED_BYTE = 1 << 30
"""The byte to lock on Windows, beyond the end of the file: nobody else can read a locked byte, and the file holds the process id."""

LONGEST_WAIT = 600.0
"""Seconds that a build waits for another one before it gives up."""


@contextmanager
def build_lock(build: Path, progress: Progress, wait: float = LONGEST_WAIT) -> Iterator[int]:
    """Lock the project's build folder, waiting up to `wait` seconds for another build. Yields the file descriptor, for child processes.

    It is a lock of the operating system: it is released when the last process that has it open ends, even if that is killed. The file
    may stay. Raises Stopped if the other build takes too long.
    """
    build.mkdir(parents=True, exist_ok=True)
    file = build / ".lock"
    if file.is_symlink() or (file.exists() and not file.is_file()):
        remove(file)
    with file.open("a+", encoding="utf-8") as lock:
        _take(lock.fileno(), build, progress, wait)
        lock.truncate(0)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield lock.fileno()


def _take(lock: int, build: Path, progress: Progress, wait: float) -> None:
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
            progress(f"Waiting for another build of this folder (process {holder})")
            time.sleep(0.2)
        else:
            return


def _lock(file: int) -> None:
    """Take the lock without waiting. A system without `flock` or `msvcrt` has no lock. Raises OSError if another process holds it."""
    if fcntl:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    elif msvcrt:
        os.lseek(file, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]

"""What the system says of processes and threads: when a fork is safe, and how a child ends with its parent."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LINUX = sys.platform == "linux"

_SET_PARENT_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of Linux's prctl(2)."""


def cores() -> int:
    """How many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if LINUX else 1


def may_fork() -> bool:
    """Whether a fork copies this process whole.

    A fork copies no thread but the one that calls it: what another one was doing, or holds, stays undone and held in the child for ever.
    Python does not know all threads. Since Pango 1.51.2 each font map owns one, for instance, so the system's own count is what matters.
    """
    return LINUX and system_threads() == 1


def system_threads() -> int:
    """How many threads the system counts in this process, those of libraries among them. Only on Linux."""
    return sum(1 for _ in Path("/proc/self/task").iterdir())


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while something forks; it is raised at the end.

    Python calls what libraries have registered for a fork, as `logging` has, and an exception there, KeyboardInterrupt too, is printed
    and forgotten (https://docs.python.org/3/c-api/exceptions.html#c.PyErr_WriteUnraisable). The build would go on as if nobody had asked
    it to stop. A child begins with Ctrl-C held back.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_with_parent(parent: int) -> None:
    """End this process when `parent`, the process that started it, ends in any way. Does nothing where the system is not Linux.

    Without it a child that waits for a parent that was killed waits for ever, and keeps what it holds: the lock of a build.
    """
    if not LINUX:
        return
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before we could say so
        os._exit(1)

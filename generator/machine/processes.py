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

_MAY_ASK, _NOT_ALLOWED, _STILL_ACTIVE = 0x1000, 5, 259
"""PROCESS_QUERY_LIMITED_INFORMATION, ERROR_ACCESS_DENIED and STILL_ACTIVE of Windows."""


def cores() -> int:
    """How many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def may_fork() -> bool:
    """Whether a fork copies this process whole.

    A fork copies no thread but the one that calls it: what another one was doing, or holds, stays undone and held in the child for ever.
    Python does not know all threads. Since Pango 1.51.2 each font map owns one, for instance, so the system's own count is what matters.
    """
    return LINUX and can_fork() and system_threads() == 1


def can_fork() -> bool:
    """Whether the system has a fork at all. Windows has none, and what goes with it: files that a child inherits, signals, and more."""
    return hasattr(os, "fork")


def inherited(files: tuple[int, ...]) -> tuple[int, ...]:
    """Those of these open files that a child process can be handed: none where the system cannot do that."""
    return files if can_fork() else ()


def is_running(process: int) -> bool:
    """Whether there is a process of this number. Where nobody can say, it counts as one: what it may be using is left alone."""
    if not can_fork():  # signal 0 would be Ctrl-C there, for every program of the same window
        return _is_running_on_windows(process)
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return True


def _is_running_on_windows(process: int) -> bool:
    """Asked of the system itself: see OpenProcess and GetExitCodeProcess in its documentation."""
    windll = getattr(ctypes, "windll", None)
    if not windll:
        return True
    handle = windll.kernel32.OpenProcess(_MAY_ASK, False, process)
    if not handle:
        return bool(windll.kernel32.GetLastError() == _NOT_ALLOWED)
    code = ctypes.c_ulong()
    told = windll.kernel32.GetExitCodeProcess(handle, ctypes.byref(code))
    windll.kernel32.CloseHandle(handle)
    return not told or code.value == _STILL_ACTIVE


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
    if not LINUX or not can_fork():
        return
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before we could say so
        os._exit(1)

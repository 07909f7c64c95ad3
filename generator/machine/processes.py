"""Processes and threads: whether a fork is safe, whether a process runs, and ending a child with its parent."""

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

_QUERY_LIMITED_INFORMATION, _ACCESS_DENIED, _STILL_ACTIVE = 0x1000, 5, 259
"""PROCESS_QUERY_LIMITED_INFORMATION, ERROR_ACCESS_DENIED and STILL_ACTIVE of Windows."""


def cores() -> int:
    """The number of CPU cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def may_fork() -> bool:
    """Whether a fork of this process is safe: it has no other thread.

    A fork copies only the thread that calls it. A lock that another thread holds stays locked in the child for ever. Python does not
    know all threads (since Pango 1.51.2, for instance, each font map has one), so the operating system's count is used.
    """
    return LINUX and can_fork() and system_threads() == 1


def can_fork() -> bool:
    """Whether the system has `fork`. Windows does not, nor what goes with it, such as inherited files and signals."""
    return hasattr(os, "fork")


def inherited(files: tuple[int, ...]) -> tuple[int, ...]:
    """Those of these file descriptors that a child process can inherit: none if the system cannot do that."""
    return files if can_fork() else ()


def is_running(process: int) -> bool:
    """Whether a process with this id is running. If that cannot be determined, True, so that files it may be using are kept."""
    if not can_fork():  # on Windows, signal 0 would send Ctrl-C to every program in the same console
        return _is_running_on_windows(process)
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return True


def _is_running_on_windows(process: int) -> bool:
    """See OpenProcess and GetExitCodeProcess in the documentation of the Windows API."""
    windll = getattr(ctypes, "windll", None)
    if not windll:
        return True
    handle = windll.kernel32.OpenProcess(_QUERY_LIMITED_INFORMATION, False, process)
    if not handle:
        return bool(windll.kernel32.GetLastError() == _ACCESS_DENIED)
    code = ctypes.c_ulong()
    succeeded = windll.kernel32.GetExitCodeProcess(handle, ctypes.byref(code))
    windll.kernel32.CloseHandle(handle)
    return not succeeded or code.value == _STILL_ACTIVE


def system_threads() -> int:
    """The number of threads of this process, including those of libraries. Only on Linux."""
    return sum(1 for _ in Path("/proc/self/task").iterdir())


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Block Ctrl-C during a fork. It is raised at the end of the block.

    An exception in a fork handler that a library has registered, as `logging` does, is printed and dropped, KeyboardInterrupt included
    (https://docs.python.org/3/c-api/exceptions.html#c.PyErr_WriteUnraisable), so the build would ignore Ctrl-C. A forked child starts
    with Ctrl-C blocked.
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
    """End this process when `parent`, the id of the process that started it, ends in any way. Does nothing except on Linux.

    Otherwise a child of a killed parent would wait for ever and keep its locks, such as that of a build.
    """
    if not LINUX or not can_fork():
        return
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before the signal was set
        os._exit(1)

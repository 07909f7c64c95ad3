"""Python without what Windows lacks, on Linux: put this folder on PYTHONPATH, and every process that starts has it.

Modules and functions that only POSIX has are not there, folders cannot be opened, a rename never takes the place of something, signal 0 is
a key that somebody presses, and a child is handed no open files. What else is different there, such as paths and DLLs, is not shown.
"""

import contextlib
import os
import shutil
import signal
import subprocess  # before anything is taken away: what the standard library chooses by itself stays as it is here
import sys
import tempfile  # noqa: F401
import warnings

if sys.implementation.name == "cpython":
    import multiprocessing.popen_spawn_posix
    import multiprocessing.resource_tracker
    import multiprocessing.synchronize  # noqa: F401

MODULES = ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog", "readline", "curses")
FUNCTIONS = (
    "chown", "copy_file_range", "fchmod", "fchown", "fork", "forkpty", "getegid", "geteuid", "getgid", "getgroups", "getloadavg", "getpgid",
    "getuid", "getsid", "killpg", "lchown", "mkfifo", "mknod", "nice", "pathconf", "posix_fadvise", "posix_fallocate", "pread", "preadv",
    "pwrite", "pwritev", "readv", "register_at_fork", "sched_getaffinity", "sched_setaffinity", "sendfile", "setpgid", "setsid", "splice",
    "statvfs", "sync", "wait", "wait3", "wait4", "writev", "O_CLOEXEC", "O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "O_SYNC",
)  # fmt: skip
SIGNALS = (
    "SIGALRM",
    "SIGHUP",
    "SIGKILL",
    "SIGPIPE",
    "SIGUSR1",
    "SIGUSR2",
    "alarm",
    "pthread_kill",
    "pthread_sigmask",
    "setitimer",
    "sigwait",
)

for name in MODULES:
    sys.modules[name] = None  # type: ignore[assignment]
for name in FUNCTIONS:
    with contextlib.suppress(AttributeError):
        delattr(os, name)
for name in SIGNALS:
    with contextlib.suppress(AttributeError):
        delattr(signal, name)

_open, _rename, _kill, _popen = os.open, os.rename, os.kill, subprocess.Popen.__init__


def _open_file(path, *given, **named):  # type: ignore[no-untyped-def]
    if not isinstance(path, int) and os.path.isdir(path):  # noqa: PTH112
        raise PermissionError(13, "Permission denied", os.fspath(path))
    return _open(path, *given, **named)


def _rename_to_nothing(old, new, **named):  # type: ignore[no-untyped-def]
    if os.path.lexists(new):
        raise FileExistsError(17, "Cannot create a file when that file already exists", os.fspath(old), None, os.fspath(new))
    _rename(old, new, **named)


def _kill_for_good(process: int, number: int) -> None:
    if number == 0:
        raise AssertionError("On Windows this presses Ctrl-C in every program of the window.")
    _kill(process, number)


def _without_files(self, *given, **named):  # type: ignore[no-untyped-def]
    if named.get("pass_fds") or named.get("preexec_fn"):
        raise AssertionError("pass_fds and preexec_fn are not supported on Windows.")
    _popen(self, *given, **named)


shutil._use_fd_functions = shutil._USE_CP_SENDFILE = False  # type: ignore[attr-defined]  # as the library chooses there
os.open, os.rename, os.kill = _open_file, _rename_to_nothing, _kill_for_good
subprocess.Popen.__init__ = _without_files  # type: ignore[method-assign]
subprocess.Popen.kill = subprocess.Popen.terminate  # type: ignore[method-assign]  # as it is there
# The letters of a file and of a pipe are those of the country there.
warnings.filterwarnings("ignore", category=EncodingWarning)
warnings.filterwarnings("error", category=EncodingWarning, module="generator")

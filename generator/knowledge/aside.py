"""Something that is made in a process of its own, while this one goes on with something else."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

Made = TypeVar("Made")


def cores() -> int:
    """How many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


@contextmanager
def aside(make: Callable[[], Made]) -> Iterator[Callable[[], Made]]:
    """Begin to make something, which can be pickled, in a process that is forked here. Gives a function that waits for it.

    Where there is one core, or a thread that does work, which does not go with a fork, it is made when it is asked for; so is what a
    process failed to make, and what was wrong shows then.
    """
    if sys.platform != "linux" or cores() < 2 or _busy():
        yield make
        return
    receiver, sender = os.pipe()
    process = os.fork()
    if not process:
        _work(make, sender)
    os.close(sender)
    try:
        yield lambda: _received(receiver, make)
    finally:
        os.close(receiver)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _busy() -> bool:
    """Whether another thread does work. One in the background, as that which shows progress on a terminal, does none of ours."""
    return any(thread is not threading.main_thread() and not thread.daemon for thread in threading.enumerate())


def _work(make: Callable[[], object], sender: int) -> None:
    """Make it and send it. It never returns: what the other process has yet to do is not for this one to do again."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that waits
        with open(sender, "wb") as pipe:
            pickle.dump(make(), pipe, protocol=5)
    finally:
        os._exit(0)


def _received(receiver: int, make: Callable[[], Made]) -> Made:
    """What came, or what is made now where not all of it came."""
    with suppress(EOFError, pickle.UnpicklingError), open(receiver, "rb", closefd=False) as pipe:
        found: Made = pickle.load(pipe)  # noqa: S301  it comes from our own code, through a pipe that nobody else has
        return found
    return make()

"""Files that are made in a process of their own, while this one goes on with something else."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from generator.publishing.printing.forked import cores

Files = dict[str, bytes]
Make = Callable[[], Files]


@contextmanager
def aside(make: Make, *, apart: bool = True) -> Iterator[Make]:
    """Begin to make files in a process that is forked here. Gives a function that waits for them.

    Where they cannot be made `apart`, because there is one core, or threads that do not go with a fork, they are made when they are
    asked for; so are those of a process that failed, and what was wrong shows then.
    """
    if not apart or sys.platform != "linux" or cores() < 2:
        yield make
        return
    receiver, sender = os.pipe()
    process = os.fork()
    if not process:
        _work(make, sender)
    os.close(sender)
    try:
        yield lambda: _received(receiver) or make()
    finally:
        os.close(receiver)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _work(make: Make, sender: int) -> None:
    """Make the files and send them. It never returns: what the other process has yet to do is not for this one to do again."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that waits
        with open(sender, "wb") as pipe:
            pickle.dump(make(), pipe, protocol=5)
    finally:
        os._exit(0)


def _received(receiver: int) -> Files | None:
    """What came, or nothing where not all of it came."""
    with suppress(EOFError, pickle.UnpicklingError), open(receiver, "rb", closefd=False) as pipe:
        found: Files = pickle.load(pipe)  # noqa: S301  it comes from our own code, through a pipe that nobody else has
        return found
    return None

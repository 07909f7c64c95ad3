"""Make something in a child process, while this one goes on with something else."""

from __future__ import annotations

import os
import pickle
import select
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from generator.machine.processes import cores, end_with_parent, interrupts_held, may_fork

_Made = TypeVar("_Made")

_PATIENCE = 300.0
"""Seconds that the parent waits for the next part of the result before it makes the result itself.
The longest that was seen, the feed of 10,000 services, takes 9."""


@contextmanager
def in_child_process(make: Callable[[], _Made], patience: float = _PATIENCE) -> Iterator[Callable[[], _Made]]:
    """Begin to make something that can be pickled in a process that is forked here. Gives a function that waits for it.

    Where there is one core, or a fork is not safe because this process has threads, it is made here when it is asked for. So is what the
    child failed to make, with whatever was wrong, and what it has not sent within `patience` seconds.
    """
    if cores() < 2 or not may_fork():
        yield make
        return
    receiver, sender = os.pipe()
    parent, process = os.getpid(), 0
    try:
        with interrupts_held():
            process = os.fork()
            if not process:
                os.close(receiver)  # with the reading end open here, a child whose parent is gone would wait for ever to be read
                _work(make, sender, parent)
        os.close(sender)
        yield lambda: _received(receiver, make, patience)
    finally:
        os.close(receiver)
        if process:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _work(make: Callable[[], object], sender: int, parent: int) -> None:
    """Make it and send it. It never returns: what the parent has yet to do is not for the child to do again."""
    try:
        end_with_parent(parent)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that waits
        with open(sender, "wb") as pipe:
            pickle.dump(make(), pipe, protocol=5)
    finally:
        os._exit(0)


def _received(receiver: int, make: Callable[[], _Made], patience: float) -> _Made:
    """What came, or what is made now where not all of it came."""
    with suppress(EOFError, TimeoutError, pickle.UnpicklingError), open(receiver, "rb", buffering=0, closefd=False) as pipe:
        found: _Made = pickle.loads(_read(pipe.fileno(), patience))  # noqa: S301  from our own code, through a pipe nobody else has
        return found
    return make()


def _read(receiver: int, patience: float) -> bytes:
    """Everything that comes. Raises TimeoutError where nothing more comes for `patience` seconds, and EOFError where nothing came."""
    parts = []
    while True:
        if not select.select([receiver], [], [], patience)[0]:
            raise TimeoutError
        part = os.read(receiver, 1 << 20)
        if not part:
            break
        parts.append(part)
    if not parts:
        raise EOFError
    return b"".join(parts)

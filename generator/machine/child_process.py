"""Compute a value in a forked child process while this process continues."""

from __future__ import annotations

import os
import pickle
import select
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from generator.machine.processes import cores, end_with_parent, interrupts_held, may_fork

_Result = TypeVar("_Result")

_PATIENCE = 300.0
"""Seconds that the parent waits for the next part of the result before it computes the result itself.
The slowest result measured, the feed of 10,000 services, takes 9 seconds."""


@contextmanager
def in_child_process(make: Callable[[], _Result], patience: float = _PATIENCE) -> Iterator[Callable[[], _Result]]:
    """Start computing `make()`, whose result must be picklable, in a forked child. Yields a function that waits for the result.

    The result is computed in this process, when it is asked for, if there is only one core, if a fork is unsafe because this process
    has threads, if the child failed (so that the exception is raised here), or if it sends nothing for `patience` seconds.
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
                os.close(receiver)  # otherwise a child whose parent has ended would block for ever on writing to its own pipe
                _work(make, sender, parent)
        os.close(sender)
        yield lambda: _received(receiver, make, patience)
    finally:
        os.close(receiver)
        if process:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _work(make: Callable[[], object], sender: int, parent: int) -> None:
    """Compute the value and send it. Never returns, so that the child does not continue with the parent's work."""
    try:
        end_with_parent(parent)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the waiting parent handles Ctrl-C
        with open(sender, "wb") as pipe:
            pickle.dump(make(), pipe, protocol=5)
    finally:
        os._exit(0)


def _received(receiver: int, make: Callable[[], _Result], patience: float) -> _Result:
    """The child's result, or the result computed here if the child's did not arrive complete."""
    with suppress(EOFError, TimeoutError, pickle.UnpicklingError), open(receiver, "rb", buffering=0, closefd=False) as pipe:
        result: _Result = pickle.loads(_read(pipe.fileno(), patience))  # noqa: S301  from our own code, through a private pipe
        return result
    return make()


def _read(receiver: int, patience: float) -> bytes:
    """All bytes from the pipe. Raises TimeoutError if nothing arrives for `patience` seconds, and EOFError if the pipe closes empty."""
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

"""Workers on this machine: processes that are forked once everything is loaded, so that each begins warm."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from generator.documents.pack import Pack
from generator.publishing.printing.collecting import Pauses
from generator.publishing.printing.hands import Made, WorkerDied, made
from generator.publishing.printing.press import Press

SAFE = sys.platform == "linux"
"""Elsewhere a fork after fonts were loaded is not safe."""

STOPPED = "the process that printed it was stopped, as a computer does that is short of memory. Try it again with ‘--workers 1’"

_pauses = Pauses()
"""Of this process. A worker begins with none."""

_taken_over: tuple[Press, Sequence[Pack]] | None = None
"""What workers have from the process they are forked from: fonts and templates cannot be sent."""


class Forked:
    """Processes of this machine. A worker that dies takes its whole team with it."""

    died = STOPPED

    def __init__(self, press: Press, packs: Sequence[Pack], count: int) -> None:
        """So many processes, which have the press and the packs from this one."""
        self.press, self.packs, self.count = press, packs, count

    def __enter__(self) -> Forked:
        """Lay out what workers will take over."""
        global _taken_over  # noqa: PLW0603  what is forked finds it here
        _taken_over = self.press, self.packs
        gc.collect()
        gc.freeze()  # so that the workers' collectors leave the pages that are shared alone
        return self

    def __exit__(self, *raised: object) -> None:
        """Clear it away."""
        global _taken_over  # noqa: PLW0603
        gc.unfreeze()
        _taken_over = None

    @contextmanager
    def team(self, count: int) -> Iterator[Executor]:
        """New processes."""
        pool = ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("fork"), initializer=_begin)
        try:
            yield pool
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def submit(self, team: Executor, index: int) -> Future[Made]:
        """Give out a pack by its number: the worker has it already."""
        try:
            return team.submit(_printed, index)
        except BrokenProcessPool as broken:
            raise WorkerDied from broken

    def result(self, future: Future[Made]) -> Made:
        """What came back. Raises WorkerDied."""
        try:
            return future.result()
        except BrokenProcessPool as broken:
            raise WorkerDied from broken


def _begin() -> None:
    """Leave Ctrl-C to the process that shares the work out: it tells the workers to stop. Collect between packs only."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()


def _printed(index: int) -> Made:
    if _taken_over is None:
        raise RuntimeError("A worker without a press: it was not forked from the process that shares the work out.")
    press, packs = _taken_over
    try:
        return made(press, packs[index])
    finally:
        _pauses.pause()

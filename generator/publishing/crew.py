"""Share the printing of many packs among workers: processes that are forked once everything is loaded, so that each begins warm."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress

from generator.documents.pack import Pack
from generator.problems import Place, Report, Stopped, rule
from generator.publishing.collecting import Pauses
from generator.publishing.formats import Printed
from generator.publishing.press import Press

Done = Callable[[Pack], None]
Made = tuple[list[bytes], Report]
"""What a worker sends back: a pack in every format, or what was wrong with it."""

STOPPED = "the process that printed it was stopped, as a computer does that is short of memory. Try it again with ‘--workers 1’"

_pauses = Pauses()
"""Of this process. A worker begins with none."""

_taken_over: tuple[Press, Sequence[Pack]] | None = None
"""What workers have from the process they are forked from: fonts and templates cannot be sent."""


def cores() -> int:
    """How many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def print_all(press: Press, packs: Sequence[Pack], workers: int = 0, done: Done = lambda _: None) -> list[Printed]:
    """Every pack in every format, in order, whoever made it. `workers` is how many processes make them; 0 is one for each core.

    What is in the cache is only read. A pack that cannot be printed does not keep the others from it. Raises Stopped at the end, with
    everything that went wrong.
    """
    missing = [pack for pack in packs if not press.has(pack)]
    workers = min(workers or cores(), len(missing))
    if workers < 2 or sys.platform != "linux":  # elsewhere a fork after fonts were loaded is not safe
        return press.print_all(packs, done)
    crew = Crew(press, missing, workers, done)
    crew.work()
    printed = []
    for pack in packs:
        if id(pack) in crew.made:
            printed += [Printed(pack, form, content) for form, content in zip(press.formats, crew.made[id(pack)], strict=True)]
        elif press.has(pack):
            printed += press.print_pack(pack)
            done(pack)
    if len(crew.wrong):
        raise Stopped(crew.wrong)
    return printed


class Crew:
    """Workers and what they have made: the files of each pack by its `id()`, and what was wrong with packs that have none."""

    def __init__(self, press: Press, packs: Sequence[Pack], workers: int, done: Done) -> None:
        """Share out `packs` among `workers`. `done` is told of each pack."""
        self.press, self.packs, self.workers, self.done = press, packs, workers, done
        self.made: dict[int, list[bytes]] = {}
        self.wrong = Report()

    def work(self) -> None:
        """Make every pack.

        A worker that dies takes the pool with it, and nobody can say which pack it was at: one of the first that are not there yet. Those
        are made again, each in a process of its own, so that only the pack at fault is lost.
        """
        self.press.warm()
        with _handed_over(self.press, self.packs):
            left = self._round(range(len(self.packs)), self.workers)
            while left:
                for index in left[: self.workers]:
                    if self._round([index], 1):
                        self.wrong.add(rule("pack-not-printed").at(Place(self.packs[index].stem), reason=STOPPED))
                        self.done(self.packs[index])
                left = self._round(left[self.workers :], self.workers)

    def _round(self, indexes: Sequence[int], workers: int) -> list[int]:
        """Make some packs in a pool of their own. Returns those that are not made because a worker died."""
        if not indexes:
            return []
        pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork"), initializer=_begin)
        futures: dict[int, Future[Made]] = {}
        try:
            with suppress(BrokenProcessPool):
                for index in indexes:
                    futures[index] = pool.submit(_printed, index)
            return [index for index in indexes if index not in futures or not self._took(index, futures[index])]
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _took(self, index: int, future: Future[Made]) -> bool:
        """Whether a worker came back with a pack, or with what was wrong."""
        try:
            contents, report = future.result()
        except BrokenProcessPool:
            return False
        pack = self.packs[index]
        self.wrong.extend(report)
        if contents:
            self.made[id(pack)] = contents
        self.done(pack)
        return True


@contextmanager
def _handed_over(press: Press, packs: Sequence[Pack]) -> Iterator[None]:
    global _taken_over  # noqa: PLW0603  what is forked finds it here
    _taken_over = press, packs
    gc.collect()
    gc.freeze()  # so that the workers' collectors leave the pages that are shared alone
    try:
        yield
    finally:
        gc.unfreeze()
        _taken_over = None


def _begin() -> None:
    """Leave Ctrl-C to the process that shares the work out: it tells the workers to stop. Collect between packs only."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()


def _printed(index: int) -> Made:
    if _taken_over is None:
        raise RuntimeError("A worker without a press: it was not forked from the process that shares the work out.")
    press, packs = _taken_over
    try:
        return [printed.content for printed in press.print_pack(packs[index])], Report()
    except Stopped as stopped:
        return [], stopped.report
    finally:
        _pauses.pause()

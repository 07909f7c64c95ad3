"""Workers on this machine: processes that are forked where that is safe, so that each begins warm, and fresh ones elsewhere."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from tempfile import TemporaryDirectory
from threading import Thread
from time import monotonic

from generator.documents.packs.model import Pack
from generator.machine.garbage import PackCollector, pause_for_good, share_with_forks, stop_sharing
from generator.machine.processes import end_with_parent, interrupts_held, may_fork
from generator.publishing.printing.press import Press
from generator.publishing.printing.print_job import PrintJob, print_job_of, printed
from generator.publishing.printing.worker import PackFiles, WorkerDied, WorkerSilent, made

_STOPPED = "the process that printed it was stopped, as a computer does that is short of memory. Try it again with ‘--workers 1’"

_collector = PackCollector()
"""Of this process. A worker begins with none."""

_taken_over: tuple[Press, Sequence[Pack]] | None = None
"""What forked workers have from the process they are forked from: it need not be sent."""

_received: tuple[PrintJob, str] | None = None
"""What a fresh worker was sent to print with, and the folder that it may unpack it in."""


class LocalPool:
    """Processes of this machine. A worker that dies, or that does not answer, takes its whole team with it."""

    died = _STOPPED

    def __init__(self, press: Press, packs: Sequence[Pack], count: int, patience: float) -> None:
        """So many processes, which have the press and the packs from this one. A pack may take `patience` seconds."""
        self.press, self.packs, self.count, self.patience = press, packs, count, patience
        self._forks = True
        self._workers: set[BaseProcess] = set()

    def __enter__(self) -> LocalPool:
        """Lay out what workers will take over."""
        global _taken_over  # noqa: PLW0603  what is forked finds it here
        _taken_over = self.press, self.packs
        share_with_forks()
        return self

    def __exit__(self, *raised: object) -> None:
        """Clear it away."""
        global _taken_over  # noqa: PLW0603
        stop_sharing()
        _taken_over = None

    @contextmanager
    def team(self, count: int) -> Iterator[Executor]:
        """New processes. They are forked if this process has no thread but its own, and started afresh otherwise."""
        self._forks = self._forks and may_fork()
        with TemporaryDirectory(prefix="fingerpost-") as folder:
            received = None if self._forks else (print_job_of(self.press), folder)
            way = multiprocessing.get_context("fork" if self._forks else "spawn")
            pool = ProcessPoolExecutor(count, way, _begin, (os.getpid(), received))
            try:
                yield pool
            finally:
                watch = Thread(target=self._end_workers, daemon=True)
                watch.start()
                pool.shutdown(wait=True, cancel_futures=True)
                watch.join()

    def _end_workers(self) -> None:
        """See to it that all end, within `patience` seconds.

        A worker that was killed while it waited for work leaves the lock on its queue taken. Those that wait for that lock wait for ever,
        and the standard library for them.
        """
        until, died = monotonic() + self.patience, False
        while left := [worker for worker in self._workers if worker.is_alive()]:
            died = died or any(worker.exitcode for worker in self._workers)
            if died or monotonic() > until:
                for worker in left:
                    worker.kill()
            wait([worker.sentinel for worker in left], timeout=0.2)
        self._workers.clear()

    def submit(self, team: Executor, index: int) -> Future[PackFiles]:
        """Give out a pack: by its number where the worker has it already."""
        try:
            with interrupts_held():  # the first pack that is given out forks the workers
                given = team.submit(_print_taken_over, index) if self._forks else team.submit(_print_received, self.packs[index])
        except BrokenProcessPool as broken:
            raise WorkerDied from broken
        self._workers.update(multiprocessing.active_children())
        return given

    def result(self, future: Future[PackFiles]) -> PackFiles:
        """What came back. Raises WorkerDied, and WorkerSilent where nothing came in time: the whole team is ended then.

        Whoever comes after such a team is started afresh.
        """
        try:
            return future.result(self.patience)
        except TimeoutError as error:
            self._forks = False
            for process in multiprocessing.active_children():
                process.kill()
            raise WorkerSilent from error
        except BrokenProcessPool as broken:
            raise WorkerDied from broken


def _begin(parent: int, received: tuple[PrintJob, str] | None) -> None:
    """Leave Ctrl-C to the process that shares the work out: it tells the workers to stop. Collect between packs only."""
    global _received  # noqa: PLW0603  it lasts as long as the process
    end_with_parent(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _received = received
    if received is None:
        pause_for_good()


def _print_taken_over(index: int) -> PackFiles:
    if _taken_over is None:
        raise RuntimeError("A worker without a press: it was not forked from the process that shares the work out.")
    press, packs = _taken_over
    try:
        return made(press, packs[index])
    finally:
        _collector.pack_made()


def _print_received(pack: Pack) -> PackFiles:
    if _received is None:
        raise RuntimeError("A worker without a press: nothing was sent to print with.")
    job, folder = _received
    return printed(job, pack, folder)

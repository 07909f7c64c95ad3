"""Worker processes on this machine: forked where that is safe, so that each starts with everything loaded, and spawned elsewhere."""

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
from generator.publishing.printing.print_job import PrintJob, print_job_of, print_with_job
from generator.publishing.printing.worker import PackFiles, WorkerDied, WorkerSilent, print_files

_STOPPED = "the process that printed it was stopped, as a computer does that is short of memory. Try it again with ‘--workers 1’"

_LOADING_SECONDS = 60
"""What a spawned worker may take beside its pack, because it loads the program first."""

_collector = PackCollector()
"""The collector of this process."""

_inherited: tuple[Press, Sequence[Pack]] | None = None
"""The press and packs that forked workers inherit, so that they need not be sent."""

_spawned_with: tuple[PrintJob, str] | None = None
"""In a spawned worker: the print job that it was sent, and the folder to unpack it in."""


class LocalPool:
    """Worker processes of this machine. If one dies or does not answer, all workers of its executor are ended."""

    died = _STOPPED

    def __init__(self, press: Press, packs: Sequence[Pack], count: int, patience: float) -> None:
        """Use `count` processes, which get the press and the packs from this one. A pack may take `patience` seconds."""
        self.press, self.packs, self.count, self.patience = press, packs, count, patience
        self._forks = True
        self._workers: set[BaseProcess] = set()

    def __enter__(self) -> LocalPool:
        """Publish the press and the packs for workers to inherit."""
        global _inherited  # noqa: PLW0603  forked workers read it
        _inherited = self.press, self.packs
        share_with_forks()
        return self

    def __exit__(self, *raised: object) -> None:
        """Withdraw them."""
        global _inherited  # noqa: PLW0603
        stop_sharing()
        _inherited = None

    @contextmanager
    def executor(self, count: int) -> Iterator[Executor]:
        """An executor with `count` new processes. They are forked if this process has a single thread, and spawned otherwise."""
        self._forks = self._forks and may_fork()
        with TemporaryDirectory(prefix="fingerpost-") as folder:
            spawned_with = None if self._forks else (print_job_of(self.press), folder)
            context = multiprocessing.get_context("fork" if self._forks else "spawn")
            executor = ProcessPoolExecutor(count, context, _begin, (os.getpid(), spawned_with))
            try:
                yield executor
            finally:
                watch = Thread(target=self._end_workers, daemon=True)
                watch.start()
                executor.shutdown(wait=True, cancel_futures=True)
                watch.join()

    def _end_workers(self) -> None:
        """Make sure that all workers end within `patience` seconds.

        A worker that is killed while it waits for work leaves the lock of the call queue locked. The other workers then wait for that
        lock for ever, and the executor's shutdown waits for them.
        """
        until, died = monotonic() + self.patience, False
        while left := [worker for worker in self._workers if worker.is_alive()]:
            died = died or any(worker.exitcode for worker in self._workers)
            if died or monotonic() > until:
                for worker in left:
                    worker.kill()
            wait([worker.sentinel for worker in left], timeout=0.2)
        self._workers.clear()

    def submit(self, executor: Executor, index: int) -> Future[PackFiles]:
        """Submit a pack: by its index to forked workers, which have inherited it. Raises WorkerDied."""
        try:
            with interrupts_held():  # the first pack that is submitted forks the workers
                future = executor.submit(_print_forked, index) if self._forks else executor.submit(_print_spawned, self.packs[index])
        except BrokenProcessPool as broken:
            raise WorkerDied from broken
        self._workers.update(multiprocessing.active_children())
        return future

    def result(self, future: Future[PackFiles]) -> PackFiles:
        """Wait for a pack. Raises WorkerDied, and WorkerSilent after `patience` seconds and time to load: all workers are killed then.

        Later workers are spawned, in case a lock that was held while forking made this one hang.
        """
        try:
            return future.result(self.patience if self._forks else self.patience + _LOADING_SECONDS)
        except TimeoutError as error:
            self._forks = False
            for process in multiprocessing.active_children():
                process.kill()
            raise WorkerSilent from error
        except BrokenProcessPool as broken:
            raise WorkerDied from broken


def _begin(parent: int, spawned_with: tuple[PrintJob, str] | None) -> None:
    """Set up a worker: Ctrl-C is left to the parent, which stops the workers, and garbage is collected between packs only."""
    global _spawned_with  # noqa: PLW0603  it lasts as long as the process
    end_with_parent(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _spawned_with = spawned_with
    if spawned_with is None:
        pause_for_good()


def _print_forked(index: int) -> PackFiles:
    if _inherited is None:
        raise RuntimeError("A worker without a press: it was not forked from the process that fills the queue.")
    press, packs = _inherited
    try:
        return print_files(press, packs[index])
    finally:
        _collector.pack_made()


def _print_spawned(pack: Pack) -> PackFiles:
    if _spawned_with is None:
        raise RuntimeError("A worker without a press: no print job was sent to it.")
    job, folder = _spawned_with
    return print_with_job(job, pack, folder)

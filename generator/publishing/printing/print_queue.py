"""A queue of packs to print, shared among workers: processes of this machine, or of other machines."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager
from typing import Protocol

from generator.documents.packs.model import Pack
from generator.machine.processes import cores
from generator.problems import Place, Problem, Report, Stopped, rule
from generator.publishing.printing.local_pool import LocalPool
from generator.publishing.printing.press import Press
from generator.publishing.printing.printed_pack import Printed
from generator.publishing.printing.worker import PackFiles, WorkerDied, WorkerSilent

Done = Callable[[Pack], None]

_QUEUED_PER_WORKER = 8
"""Packs submitted for each worker at one time: enough that no worker is idle, few enough that few are lost when a worker dies."""


_PATIENCE = 120.0
"""Default timeout in seconds for one pack in every format on a worker of this machine. A pack usually takes one or two."""


class WorkerPool(Protocol):
    """The workers that print packs, as a context manager. It hides whether they run on this machine or on others."""

    count: int
    """How many packs are printed at the same time."""
    died: str
    """The reason to give for a pack whose workers die."""

    def __enter__(self) -> WorkerPool:
        """Prepare the workers."""

    def __exit__(self, *raised: object) -> None:
        """Release the workers."""

    def executor(self, count: int) -> AbstractContextManager[Executor]:
        """An executor with `count` workers. Tasks that have not started when it closes are cancelled."""

    def submit(self, executor: Executor, index: int) -> Future[PackFiles]:
        """Submit the pack at `index`. Raises WorkerDied."""

    def result(self, future: Future[PackFiles]) -> PackFiles:
        """Wait for a pack. Raises WorkerDied, WorkerSilent if it takes too long, and Stopped if no worker can ever print it."""


def print_all(
    press: Press,
    packs: Sequence[Pack],
    workers: int = 0,
    done: Done = lambda _: None,
    *,
    scheduler: str | None = None,
    patience: float = _PATIENCE,
    notes: Report | None = None,
) -> list[Printed]:
    """Print every pack in every format; the result is in the order of `packs`. Packs that are in the cache are read from it.

    `workers` is the number of processes; 0 is one for each core. With the address of a Dask `scheduler`, its workers print instead.
    A worker of this machine that takes longer than `patience` seconds for a pack is killed, another one prints the pack, and `notes`
    gets a warning. `done` is called with each pack.

    If a pack cannot be printed, the others still are. Raises Stopped at the end with every problem, and at once if the workers cannot be
    used.
    """
    missing = _by_role(pack for pack in packs if not press.has(pack))
    workers = min(workers or cores(), len(missing))
    if scheduler and missing:
        from generator.publishing.printing.cluster import Cluster

        queue = PrintQueue(press, missing, Cluster(scheduler, press, missing), done)
    elif workers < 2:
        places = {id(pack): place for place, pack in enumerate(packs)}
        return sorted(press.print_all(_by_role(packs), done), key=lambda printed: places[id(printed.pack)])
    else:
        queue = PrintQueue(press, missing, LocalPool(press, missing, workers, patience), done)
    queue.work()
    if notes is not None:
        notes.extend(queue.silent(patience))
    printed = []
    for pack in packs:
        if id(pack) in queue.printed:
            printed += queue.printed[id(pack)]
        elif press.has(pack):
            printed += press.print_pack(pack)
            done(pack)
    if len(queue.problems):
        raise Stopped(queue.problems)
    return printed


def _by_role(packs: Iterable[Pack]) -> list[Pack]:
    """Sort packs by role. Packs of one role share most parts, and a worker that prints them in a row makes those parts once."""
    return sorted(packs, key=lambda pack: pack.role.id)


class PrintQueue:
    """Packs to print with a pool of workers, and the results: `printed` by the `id()` of a pack, and the problems of the rest."""

    def __init__(self, press: Press, packs: Sequence[Pack], pool: WorkerPool, done: Done) -> None:
        """Queue `packs`. `done` is called with each pack when it is printed or has failed."""
        self.press, self.packs, self.pool, self.done = press, packs, pool, done
        self.printed: dict[int, list[Printed]] = {}
        self.problems = Report()
        self._silent: list[Pack] = []

    def work(self) -> None:
        """Print every pack.

        When a worker dies, any pack that was being printed may be the cause. The unfinished packs are printed again, each with a worker
        of its own, so that only the pack at fault is lost.
        """
        self.press.warm()
        with self.pool:
            unfinished = self._print_round(range(len(self.packs)), self.pool.count)
            while unfinished:
                for index in unfinished[: self.pool.count]:
                    if self._print_round([index], 1):
                        self.problems.add(rule("pack-not-printed").at(Place(self.packs[index].stem), reason=self.pool.died))
                        self.done(self.packs[index])
                unfinished = self._print_round(unfinished[self.pool.count :], self.pool.count)

    def silent(self, patience: float) -> list[Problem]:
        """A warning for each pack whose worker did not answer within `patience` seconds."""
        silent = rule("worker-silent")
        return [silent.at(Place(pack.stem), seconds=round(patience)) for pack in self._silent]

    def _print_round(self, indexes: Sequence[int], count: int) -> list[int]:
        """Print some packs with `count` workers. Returns the indexes of those that are unfinished because a worker died."""
        if not indexes:
            return []
        unfinished: list[int] = []
        waiting: deque[tuple[int, Future[PackFiles]]] = deque()
        with self.pool.executor(count) as executor:
            for index in indexes:
                if len(waiting) >= _QUEUED_PER_WORKER * count:
                    self._collect(*waiting.popleft(), unfinished)
                try:
                    waiting.append((index, self.pool.submit(executor, index)))
                except WorkerDied:
                    unfinished.append(index)
            while waiting:
                self._collect(*waiting.popleft(), unfinished)
        return sorted(unfinished)

    def _collect(self, index: int, future: Future[PackFiles], unfinished: list[int]) -> None:
        """Store the result of a worker: a pack, or its problems. If the worker died, the pack goes to `unfinished`."""
        try:
            files, report = self.pool.result(future)
        except WorkerDied as died:
            unfinished.append(index)
            if isinstance(died, WorkerSilent):
                self._silent.append(self.packs[index])
            return
        pack = self.packs[index]
        self.problems.extend(report)
        if files:
            self.printed[id(pack)] = self.press.keep(pack, files)
        self.done(pack)

"""Share the printing of many packs among workers: processes of this machine, or those of other machines."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager
from typing import Protocol

from generator.documents.packs.model import Pack
from generator.machine.processes import cores
from generator.problems import Place, Problem, Report, Stopped, rule
from generator.publishing.printing.formats import Printed
from generator.publishing.printing.local_pool import LocalPool
from generator.publishing.printing.press import Press
from generator.publishing.printing.worker import PackFiles, WorkerDied, WorkerSilent

Done = Callable[[Pack], None]

_AHEAD = 8
"""Packs given out for each worker before the first of them is back: enough that none waits, few enough that little is under way."""


_PATIENCE = 120.0
"""Seconds that a worker of this machine may take for one pack in every format, where no settings say otherwise. It takes one or two."""


class WorkerPool(Protocol):
    """Workers that packs are shared out among, while it is entered. What differs from place to place is behind it."""

    count: int
    """How many packs are made at once."""
    died: str
    """What to say of a pack that workers die of."""

    def __enter__(self) -> WorkerPool:
        """Make them ready."""

    def __exit__(self, *raised: object) -> None:
        """Let them go."""

    def team(self, count: int) -> AbstractContextManager[Executor]:
        """So many of them. What they were given and have not begun is called off at the end."""

    def submit(self, team: Executor, index: int) -> Future[PackFiles]:
        """Give the pack at `index` to one of them. Raises WorkerDied."""

    def result(self, future: Future[PackFiles]) -> PackFiles:
        """What came back. Raises WorkerDied where nothing does, WorkerSilent where it takes too long, Stopped where nothing ever can."""


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
    """Every pack in every format, in order, whoever made it. `workers` is how many processes make them; 0 is one for each core.
    With the address of a Dask `scheduler`, its workers make them. A worker of this machine that takes longer than `patience` seconds for
    a pack is ended, another one makes the pack, and `notes` gets a warning.

    What is in the cache is only read. A pack that cannot be printed does not keep the others from it. Raises Stopped at the end, with
    everything that went wrong, and at once where the workers cannot be used.
    """
    missing = _by_role(pack for pack in packs if not press.has(pack))
    workers = min(workers or cores(), len(missing))
    if scheduler and missing:
        from generator.publishing.printing.cluster import Cluster

        crew = PrintQueue(press, missing, Cluster(scheduler, press, missing), done)
    elif workers < 2:
        places = {id(pack): place for place, pack in enumerate(packs)}
        return sorted(press.print_all(_by_role(packs), done), key=lambda printed: places[id(printed.pack)])
    else:
        crew = PrintQueue(press, missing, LocalPool(press, missing, workers, patience), done)
    crew.work()
    if notes is not None:
        notes.extend(crew.silent(patience))
    printed = []
    for pack in packs:
        if id(pack) in crew.made:
            printed += crew.made[id(pack)]
        elif press.has(pack):
            printed += press.print_pack(pack)
            done(pack)
    if len(crew.wrong):
        raise Stopped(crew.wrong)
    return printed


def _by_role(packs: Iterable[Pack]) -> list[Pack]:
    """Packs of one role share most parts, and whoever prints them one after another makes those parts once."""
    return sorted(packs, key=lambda pack: pack.role.id)


class PrintQueue:
    """What workers have made: the files of each pack by its `id()`, and what was wrong with packs that have none."""

    def __init__(self, press: Press, packs: Sequence[Pack], hands: WorkerPool, done: Done) -> None:
        """Share out `packs`. `done` is told of each."""
        self.press, self.packs, self.hands, self.done = press, packs, hands, done
        self.made: dict[int, list[Printed]] = {}
        self.wrong = Report()
        self._silent: list[Pack] = []

    def work(self) -> None:
        """Make every pack.

        Nobody can say which pack a worker died of: it may be any that was under way. Those that are not there yet are made again, each
        by itself, so that only the pack at fault is lost.
        """
        self.press.warm()
        with self.hands:
            left = self._round(range(len(self.packs)), self.hands.count)
            while left:
                for index in left[: self.hands.count]:
                    if self._round([index], 1):
                        self.wrong.add(rule("pack-not-printed").at(Place(self.packs[index].stem), reason=self.hands.died))
                        self.done(self.packs[index])
                left = self._round(left[self.hands.count :], self.hands.count)

    def silent(self, patience: float) -> list[Problem]:
        """A warning for each pack whose worker did not answer within `patience` seconds."""
        silent = rule("worker-silent")
        return [silent.at(Place(pack.stem), seconds=round(patience)) for pack in self._silent]

    def _round(self, indexes: Sequence[int], count: int) -> list[int]:
        """Make some packs with a team of `count`. Returns those that are not made because a worker died."""
        if not indexes:
            return []
        left: list[int] = []
        waiting: deque[tuple[int, Future[PackFiles]]] = deque()
        with self.hands.team(count) as team:
            for index in indexes:
                if len(waiting) >= _AHEAD * count:
                    self._take(*waiting.popleft(), left)
                try:
                    waiting.append((index, self.hands.submit(team, index)))
                except WorkerDied:
                    left.append(index)
            while waiting:
                self._take(*waiting.popleft(), left)
        return sorted(left)

    def _take(self, index: int, future: Future[PackFiles], left: list[int]) -> None:
        """Take what a worker sends back: a pack, or what was wrong with it. Where it died, the pack is left."""
        try:
            made, report = self.hands.result(future)
        except WorkerDied as died:
            left.append(index)
            if isinstance(died, WorkerSilent):
                self._silent.append(self.packs[index])
            return
        pack = self.packs[index]
        self.wrong.extend(report)
        if made:
            self.made[id(pack)] = self.press.keep(pack, made)
        self.done(pack)

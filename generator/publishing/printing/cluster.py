"""Workers on other machines, by way of Dask: an extra that is only loaded when it is asked for."""

from __future__ import annotations

import asyncio
import logging
import warnings
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from generator.documents.packs.model import Pack
from generator.problems import Place, Report, Stopped, rule
from generator.publishing.printing.press import Press
from generator.publishing.printing.print_job import PrintJob, VersionMismatch, print_job_of, printed
from generator.publishing.printing.versions import library_versions, version_differences
from generator.publishing.printing.worker import PackFiles, WorkerDied

if TYPE_CHECKING:
    from distributed import Client

ANSWER = 6.0
"""Seconds in which a scheduler must answer, and then have a worker."""

_LOOK = 5.0
"""Seconds between two looks whether anybody is still there, while a pack is waited for."""

_PATIENCE = 60.0
"""Seconds without any worker after which the work is given up. One that was killed is started again in a few."""

_STOPPED = "every worker that printed it was stopped, as a computer does that is short of memory. Try it again without ‘--scheduler’"

_QUIET = ("distributed", "distributed.client", "distributed.comm", "tornado")
"""Who would write to the terminal what we say in words."""


class Cluster:
    """The workers of a Dask scheduler. A pack whose worker dies is given to another; after a few of them it is called deadly."""

    died = _STOPPED

    def __init__(self, address: str, press: Press, packs: Sequence[Pack]) -> None:
        """The scheduler at an address, such as `tcp://10.0.0.5:8786`."""
        self.address, self.press, self.packs = address, press, packs
        self.count = 1
        self._seen = monotonic()

    def __enter__(self) -> Cluster:
        """Find the scheduler, see that every worker would make what we would, and send it what printing takes.

        Raises Stopped where there is no scheduler, no worker, or one that differs.
        """
        job = print_job_of(self.press)
        self._client = _client(self.address)
        try:
            self.count = self._workers()
            self._all_alike(job)
            self._parcel: Any = self._client.submit(_same, job, key=f"fingerpost-{job.digest}")
        except OSError as error:
            self.__exit__()
            raise self._stopped("workers-gone", reason="the scheduler went away") from error
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *raised: object) -> None:
        """Take leave. What is still under way there is called off."""
        with suppress(OSError, TimeoutError):
            self._client.close()

    @contextmanager
    def team(self, count: int) -> Iterator[Executor]:  # noqa: ARG002  the scheduler knows how many there are
        """All of them."""
        executor = self._client.get_executor(pure=False)
        try:
            yield executor
        finally:
            executor.shutdown(wait=False)

    def submit(self, team: Executor, index: int) -> Future[PackFiles]:
        """Send a pack. What printing takes goes once to each worker, by the scheduler’s care."""
        return team.submit(_printed, self._parcel, self.packs[index])

    def result(self, future: Future[PackFiles]) -> PackFiles:
        """What came back. Raises WorkerDied, and Stopped where nobody is left to do it."""
        from distributed.comm.core import CommClosedError
        from distributed.scheduler import KilledWorker

        try:
            return self._awaited(future)
        except KilledWorker as killed:
            raise WorkerDied from killed
        except VersionMismatch as unlike:
            raise self._stopped("worker-differs", worker="A worker that came later", reason=unlike) from unlike
        except ImportError as error:
            raise self._stopped("worker-differs", worker="A worker that came later", reason=_unread(error)) from error
        except (CancelledError, CommClosedError) as error:
            raise self._stopped("workers-gone", reason="the scheduler went away") from error
        except OSError as error:
            raise self._stopped("workers-gone", reason=f"a worker, or the way to it, failed ({error})") from error

    def _awaited(self, future: Future[PackFiles]) -> PackFiles:
        while True:
            try:
                made = future.result(_LOOK)
            except TimeoutError:
                if future.done():
                    raise
                self._look()
            else:
                self._seen = monotonic()
                return made

    def _look(self) -> None:
        """See whether anybody is there. A worker that was killed may be on its way back."""
        if self._workers():
            self._seen = monotonic()
        elif monotonic() - self._seen > _PATIENCE:
            raise self._stopped("workers-gone", reason=f"no worker has been there for {_PATIENCE:.0f} seconds")

    def _workers(self) -> int:
        return sum(self._client.nthreads().values())

    def _all_alike(self, job: PrintJob) -> None:
        found: dict[str, dict[str, str] | Exception] = self._client.run(library_versions, on_error="return")
        wrong = Report()
        for name, theirs in found.items():
            reason = _unread(theirs) if isinstance(theirs, Exception) else version_differences(theirs, job.kit)
            if reason:
                wrong.add(rule("worker-differs").at(Place(self.address), worker=f"The worker {name}", reason=reason))
        if len(wrong):
            raise Stopped(wrong)

    def _stopped(self, code: str, **gaps: object) -> Stopped:
        return Stopped(Report([rule(code).at(Place(self.address), **gaps)]))


def _client(address: str) -> Client:
    """The way to a scheduler that has a worker. Raises Stopped where there is none, or Dask is not installed."""
    try:
        from distributed import Client
    except ImportError as error:
        raise Stopped(Report([rule("dask-missing").at(Place("--scheduler"))])) from error
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", module="distributed")  # other versions of Dask’s libraries, large tasks: nobody can act on it here
    try:
        asyncio.run(asyncio.wait_for(_answer(address), ANSWER))
        client = Client(address, timeout=ANSWER, set_as_default=False)
    except Exception as error:  # whatever answers there, or nothing: it is no scheduler
        raise Stopped(Report([rule("scheduler-silent").at(Place(address))])) from error
    try:
        client.wait_for_workers(1, timeout=ANSWER)
    except TimeoutError as error:
        client.close()
        raise Stopped(Report([rule("workers-gone").at(Place(address), reason="it has no workers")])) from error
    return client


async def _answer(address: str) -> None:
    """Ask a scheduler who it is. A client alone would ask for ever where something else listens."""
    from distributed.core import rpc
    from distributed.security import Security

    async with rpc(address, connection_args=Security().get_connection_args("client")) as scheduler:
        await scheduler.identity()


def _unread(error: Exception) -> str:
    return f"it could not read what we sent ({error})"


def _same(job: PrintJob) -> PrintJob:
    """A task whose result is the job: Dask brings it to each worker that needs it, and makes it again where it is lost."""
    return job


def _printed(job: PrintJob, pack: Pack) -> PackFiles:
    """Print on a worker. What is unpacked goes into its own folder, which Dask clears away."""
    from distributed import get_worker

    return printed(job, pack, get_worker().local_directory)

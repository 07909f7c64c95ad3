"""Print on other machines with Dask: an optional extra, imported only when a scheduler is given."""

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
from generator.publishing.printing.print_job import PrintJob, VersionMismatch, print_job_of, print_with_job
from generator.publishing.printing.versions import library_versions, version_differences
from generator.publishing.printing.worker import PackFiles, WorkerDied

if TYPE_CHECKING:
    from distributed import Client

ANSWER = 6.0
"""Timeout in seconds for a scheduler to answer, and then again for it to have a worker."""

_CHECK_EVERY = 5.0
"""Seconds between two checks that workers are still there, while waiting for a pack."""

_WORKERLESS_TIMEOUT = 60.0
"""Seconds without any worker before giving up. A worker that was killed is restarted within a few seconds."""

_STOPPED = "every worker that printed it was stopped, as a computer does that is short of memory. Try it again without ‘--scheduler’"

_SILENCED_LOGGERS = ("distributed", "distributed.client", "distributed.comm", "tornado")
"""Loggers whose messages would repeat on the terminal what our own problems say."""


class Cluster:
    """The workers of a Dask scheduler. Dask gives a pack whose worker dies to another one, and gives up after a few have died."""

    died = _STOPPED

    def __init__(self, address: str, press: Press, packs: Sequence[Pack]) -> None:
        """Use the scheduler at an address such as `tcp://10.0.0.5:8786`."""
        self.address, self.press, self.packs = address, press, packs
        self.count = 1
        self._worker_seen = monotonic()

    def __enter__(self) -> Cluster:
        """Connect to the scheduler, check that every worker has the same versions as this machine, and send the print job.

        Raises Stopped if there is no scheduler or no worker, or if a worker's versions differ.
        """
        job = print_job_of(self.press)
        self._client = _client(self.address)
        try:
            self.count = self._worker_count()
            self._check_versions(job)
            self._job: Any = self._client.submit(_identity, job, key=f"fingerpost-{job.digest}")
        except OSError as error:
            self.__exit__()
            raise self._stopped("workers-gone", reason="the scheduler went away") from error
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *raised: object) -> None:
        """Disconnect. Tasks that are still running there are cancelled."""
        with suppress(OSError, TimeoutError):
            self._client.close()

    @contextmanager
    def executor(self, count: int) -> Iterator[Executor]:  # noqa: ARG002  the scheduler knows how many workers there are
        """An executor for all workers of the scheduler."""
        executor = self._client.get_executor(pure=False)
        try:
            yield executor
        finally:
            executor.shutdown(wait=False)

    def submit(self, executor: Executor, index: int) -> Future[PackFiles]:
        """Submit the pack at `index`. The scheduler sends the print job to each worker only once."""
        return executor.submit(_print_on_worker, self._job, self.packs[index])

    def result(self, future: Future[PackFiles]) -> PackFiles:
        """Wait for a pack. Raises WorkerDied, and Stopped if there is no worker left or one has other versions."""
        from distributed.comm.core import CommClosedError
        from distributed.scheduler import KilledWorker

        try:
            return self._awaited(future)
        except KilledWorker as killed:
            raise WorkerDied from killed
        except VersionMismatch as mismatch:
            raise self._stopped("worker-differs", worker="A worker that came later", reason=mismatch) from mismatch
        except ImportError as error:
            raise self._stopped("worker-differs", worker="A worker that came later", reason=_unreadable_job(error)) from error
        except (CancelledError, CommClosedError) as error:
            raise self._stopped("workers-gone", reason="the scheduler went away") from error
        except OSError as error:
            raise self._stopped("workers-gone", reason=f"a worker, or the way to it, failed ({error})") from error

    def _awaited(self, future: Future[PackFiles]) -> PackFiles:
        while True:
            try:
                files = future.result(_CHECK_EVERY)
            except TimeoutError:
                if future.done():
                    raise
                self._check_workers()
            else:
                self._worker_seen = monotonic()
                return files

    def _check_workers(self) -> None:
        """Raise Stopped if there has been no worker for too long. A worker that was killed may be restarting."""
        if self._worker_count():
            self._worker_seen = monotonic()
        elif monotonic() - self._worker_seen > _WORKERLESS_TIMEOUT:
            raise self._stopped("workers-gone", reason=f"no worker has been there for {_WORKERLESS_TIMEOUT:.0f} seconds")

    def _worker_count(self) -> int:
        return sum(self._client.nthreads().values())

    def _check_versions(self, job: PrintJob) -> None:
        by_worker: dict[str, dict[str, str] | Exception] = self._client.run(library_versions, on_error="return")
        report = Report()
        for name, theirs in by_worker.items():
            reason = _unreadable_job(theirs) if isinstance(theirs, Exception) else version_differences(theirs, job.versions)
            if reason:
                report.add(rule("worker-differs").at(Place(self.address), worker=f"The worker {name}", reason=reason))
        if len(report):
            raise Stopped(report)

    def _stopped(self, code: str, **gaps: object) -> Stopped:
        return Stopped(Report([rule(code).at(Place(self.address), **gaps)]))


def _client(address: str) -> Client:
    """A client of a scheduler that has a worker. Raises Stopped if there is none, or if Dask is not installed."""
    try:
        from distributed import Client
    except ImportError as error:
        raise Stopped(Report([rule("dask-missing").at(Place("--scheduler"))])) from error
    for name in _SILENCED_LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", module="distributed")  # version differences, large tasks: nothing a user can act on
    try:
        asyncio.run(asyncio.wait_for(_ping(address), ANSWER))
        client = Client(address, timeout=ANSWER, set_as_default=False)
    except Exception as error:  # something else answers there, or nothing does: it is no scheduler
        raise Stopped(Report([rule("scheduler-silent").at(Place(address))])) from error
    try:
        client.wait_for_workers(1, timeout=ANSWER)
    except TimeoutError as error:
        client.close()
        raise Stopped(Report([rule("workers-gone").at(Place(address), reason="it has no workers")])) from error
    return client


async def _ping(address: str) -> None:
    """Ask a scheduler to identify itself. A client alone would retry for ever if another program listens there."""
    from distributed.core import rpc
    from distributed.security import Security

    async with rpc(address, connection_args=Security().get_connection_args("client")) as scheduler:
        await scheduler.identity()


def _unreadable_job(error: Exception) -> str:
    return f"it could not read what we sent ({error})"


def _identity(job: PrintJob) -> PrintJob:
    """A task that returns the job: Dask copies the result to each worker that needs it, and computes it again if it is lost."""
    return job


def _print_on_worker(job: PrintJob, pack: Pack) -> PackFiles:
    """Print on a worker. The job is unpacked in the worker's own folder, which Dask removes."""
    from distributed import get_worker

    return print_with_job(job, pack, get_worker().local_directory)

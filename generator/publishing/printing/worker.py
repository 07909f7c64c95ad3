"""Print one pack in a worker, on this machine or another."""

from __future__ import annotations

from pathlib import Path

from generator.documents.packs.model import Pack
from generator.problems import Report, Stopped
from generator.publishing.printing.press import Press

PackFiles = tuple[list[bytes | Path], Report]
"""The result of a worker: one pack in every format, as bytes or as cached files, or the problems that kept it from being printed."""


class WorkerDied(Exception):
    """A worker was killed from outside before it finished its pack."""


class WorkerSilent(WorkerDied):
    """A worker did not answer in time, was killed, and did not finish its pack."""


def print_files(press: Press, pack: Pack) -> PackFiles:
    """Print a pack in every format of a press. Problems are returned in the report, not raised."""
    try:
        return [printed.source for printed in press.print_pack(pack)], Report()
    except Stopped as stopped:
        return [], stopped.report

"""What a worker does with one pack, wherever it is."""

from __future__ import annotations

from pathlib import Path

from generator.documents.packs.model import Pack
from generator.problems import Report, Stopped
from generator.publishing.printing.press import Press

PackFiles = tuple[list[bytes | Path], Report]
"""What a worker sends back: a pack in every format, as bytes or the files that keep them, or what was wrong with it."""


class WorkerDied(Exception):
    """A worker was stopped from outside, and the pack it was at is not made."""


class WorkerSilent(WorkerDied):
    """A worker did not answer in time and was stopped, and the pack it was at is not made."""


def made(press: Press, pack: Pack) -> PackFiles:
    """A pack in every format of a press."""
    try:
        return [printed.made for printed in press.print_pack(pack)], Report()
    except Stopped as stopped:
        return [], stopped.report

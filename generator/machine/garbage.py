"""Pauses of Python's garbage collector where it finds little and takes long. No other module pauses it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

PACKS_BETWEEN = 8
"""Number of packs between two collections. The garbage of eight packs is about 130 MB."""


@contextmanager
def gc_paused() -> Iterator[None]:
    """No garbage collection inside the block. Reading data and rendering pages would spend a third of their time in collections.

    With 10,000 services, peak memory is no higher than with collections.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def gc_between_packs() -> Iterator[None]:
    """Collect only between packs, by `PackCollector`, and never objects that existed before: a library of all networks is large.

    A collection in the middle of a pack finds little and takes a fifth of the time. The collector's state is restored afterwards.
    """
    with gc_paused():
        gc.freeze()
        try:
            yield
        finally:
            gc.unfreeze()


def share_with_forks() -> None:
    """Collect now, and exempt what remains from collection: a collection in a forked child would copy every shared memory page."""
    gc.collect()
    gc.freeze()


def stop_sharing() -> None:
    """Undo `share_with_forks`."""
    gc.unfreeze()


def pause_for_good() -> None:
    """Turn automatic collection off in a worker process, which collects only between packs."""
    gc.disable()


class PackCollector:
    """Counts packs, and collects garbage after every `PACKS_BETWEEN` of them."""

    def __init__(self) -> None:
        """Start at zero."""
        self._packs = 0

    def pack_made(self) -> None:
        """Count one more pack, and collect if it is due."""
        self._packs += 1
        if self._packs % PACKS_BETWEEN == 0:
            gc.collect()

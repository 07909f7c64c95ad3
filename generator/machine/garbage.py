"""Python’s garbage collector, paused where it finds little and takes long. No other module pauses it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

PACKS_BETWEEN = 8
"""Packs between two collections. What eight of them leave behind is about 130 MB."""


@contextmanager
def gc_paused() -> Iterator[None]:
    """No collection at all. Going through all that reading and making pages leaves behind would take a third of the time.

    For 10,000 services the memory is no more than with collections.
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
    """No collection but between packs, by `PackCollector`, and none of what was there before: a library of all networks is large.

    A collection in the middle of a pack finds little and takes a fifth of the time. Afterwards all is as it was.
    """
    with gc_paused():
        gc.freeze()
        try:
            yield
        finally:
            gc.unfreeze()


def share_with_forks() -> None:
    """Collect now, and set what is left apart: a collection in a forked child would copy each page of memory that it shares."""
    gc.collect()
    gc.freeze()


def stop_sharing() -> None:
    """Let the collector look at what was set apart."""
    gc.unfreeze()


def pause_for_good() -> None:
    """In a worker, which collects between packs alone."""
    gc.disable()


class PackCollector:
    """Counts packs, and collects after some of them."""

    def __init__(self) -> None:
        """Begin to count."""
        self._packs = 0

    def pack_made(self) -> None:
        """One more pack is made."""
        self._packs += 1
        if self._packs % PACKS_BETWEEN == 0:
            gc.collect()

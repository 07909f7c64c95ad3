"""Progress of a long task in words: how much is done, how fast, and how long is left."""

from __future__ import annotations

import time
from collections.abc import Callable

_SOON = 5
"""Seconds before the speed is worth showing."""


class Rate:
    """Counts what is done. The speed is the average since the start."""

    def __init__(self, whole: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Start the clock. `whole` is how many things are to be done."""
        self.whole, self._clock, self._done = whole, clock, 0
        self._began = clock()

    def one_more(self) -> str:
        """Count one more, and return the progress: `12 of 3,750, 6.1 a second, 10 min left`."""
        self._done += 1
        spent = self._clock() - self._began
        progress = f"{self._done:,} of {self.whole:,}"
        if spent < _SOON or self._done == self.whole:
            return progress
        return f"{progress}, {self._done / spent:.1f} a second, {_time((self.whole - self._done) * spent / self._done)} left"


def _time(seconds: float) -> str:
    return f"{max(1, round(seconds))} s" if seconds < 90 else f"{round(seconds / 60)} min"

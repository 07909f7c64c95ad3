"""How far a long piece of work has come, how fast it goes, and how long it will take."""

from __future__ import annotations

import time
from collections.abc import Callable

_SOON = 5
"""Seconds of work before its speed says anything."""


class Rate:
    """Counts what is done. The speed is that since the start."""

    def __init__(self, whole: int, clock: Callable[[], float] = time.monotonic) -> None:
        """`whole` things are to be done."""
        self.whole, self._clock, self._done = whole, clock, 0
        self._began = clock()

    def one_more(self) -> str:
        """One more is done: `12 of 3,750, 6.1 a second, 10 min left`."""
        self._done += 1
        spent = self._clock() - self._began
        far = f"{self._done:,} of {self.whole:,}"
        if spent < _SOON or self._done == self.whole:
            return far
        return f"{far}, {self._done / spent:.1f} a second, {_time((self.whole - self._done) * spent / self._done)} left"


def _time(seconds: float) -> str:
    return f"{max(1, round(seconds))} s" if seconds < 90 else f"{round(seconds / 60)} min"

"""Options for printing packs, as chosen on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Printing:
    """Options for printing packs.

    `workers` is the number of processes (0 is one for each core); `scheduler` is the address of a Dask scheduler to use instead.
    `reference` is a Word file whose styles packs take on. `remember` says whether the cache of packs is used.
    """

    workers: int = 0
    reference: Path | None = None
    remember: bool = True
    scheduler: str | None = None


PRINTING = Printing()
"""The default options."""

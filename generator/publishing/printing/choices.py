"""How packs are printed, as people choose it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Printing:
    """How packs are printed: by how many processes (0 is one for each core) or which Dask scheduler, with whose look in Word, and
    whether those that were made before are used again."""

    workers: int = 0
    reference: Path | None = None
    remember: bool = True
    scheduler: str | None = None


PRINTING = Printing()
"""As it is done where nobody says how."""

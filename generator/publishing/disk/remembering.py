"""What reading and checking remember in a cache: values of files, and what the slowest checks found."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from typing import TYPE_CHECKING

from generator.machine.shipped import CODE
from generator.publishing.disk.cache import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.knowledge.reading.cached_reading import Recall
    from generator.publishing.disk.cache import Cache

_LIBRARIES = ("pydantic", "pyyaml", "phonenumberslite", "rapidfuzz", "syllapy")
"""Libraries whose version can change what is read, or what the checks find."""


@cache
def program() -> bytes:
    """A digest of our code and of everything else that decides what is read and found, except the data and the day."""
    return hashlib.sha256(digest_of([CODE], _LIBRARIES) + sys.version.encode()).digest()


def recalling(kept: Cache) -> Recall:
    """A function that returns the value of a file’s bytes from a cache, or has it made and stored."""

    def recall(content: bytes, make: Callable[[], str]) -> str:
        return kept.get_or_make(hashlib.sha256(program() + content).digest(), make)

    return recall

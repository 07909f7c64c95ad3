"""A digest of several texts or files, for keys of what is remembered."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256


def digest_of_parts(parts: Iterable[bytes]) -> bytes:
    """A digest of bytes in their order. Each part counts with its length, so that no two lists have the same digest."""
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.digest()

"""Encode thousands of features and their weights in few bytes. `templates/browser/danger/packed.js` unpacks them.

A feature is identified by a hash of 20 bits, so the browser needs no names: of features that no training text had, one in a hundred
collides with another. The hashes are sorted, each stored as the difference from the previous one, in groups of seven bits.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Iterator

STEP = 5
"""Weights are rounded to multiples of this many tenths."""

ZERO_SIGN = 80
"""The code of the character for a weight of zero, `P`. The others come before and after it in ASCII."""

MIN_STEPS, MAX_STEPS = -32, 45
"""The smallest and largest number of steps of a character, from `0` to `~`. The backslash is left out, because JSON escapes it."""


def feature_hash(name: str) -> int:
    """The hash of a feature's name, 20 bits."""
    return zlib.crc32(name.encode("utf-16-le")) >> 12


def packed_features(rows: Iterable[tuple[str, list[int]]]) -> dict[str, str]:
    """Features with their weights in tenths, as two texts: hashes, and a character for each weight. Of equal hashes the first counts."""
    by_hash: dict[int, list[int]] = {}
    for name, weights in rows:
        by_hash.setdefault(feature_hash(name), weights)
    hashes = sorted(by_hash)
    gaps = bytes(byte for last, one in zip([0, *hashes], hashes, strict=False) for byte in _groups(one - last))
    return {"marks": base64.b64encode(gaps).decode(), "signs": "".join(_sign(weight) for one in hashes for weight in by_hash[one])}


def unpacked(plain: dict[str, str], outputs: int) -> dict[int, list[int]]:
    """The weights in tenths by the hash of their feature."""
    found: dict[int, list[int]] = {}
    last = part = shift = 0
    weights = [STEP * (_place(sign) - ZERO_SIGN) for sign in plain["signs"]]
    for byte in base64.b64decode(plain["marks"]):
        part |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            last += part
            found[last] = weights[len(found) * outputs : (len(found) + 1) * outputs]
            part = shift = 0
    return found


def _groups(number: int) -> Iterator[int]:
    """A number in groups of seven bits, the lowest first; all but the last with the eighth bit set."""
    while number >= 0x80:
        yield number & 0x7F | 0x80
        number >>= 7
    yield number


def _sign(weight: int) -> str:
    place = ZERO_SIGN + min(MAX_STEPS, max(MIN_STEPS, round(weight / STEP)))
    return chr(place + (place >= ord("\\")))


def _place(sign: str) -> int:
    return ord(sign) - (sign > "\\")

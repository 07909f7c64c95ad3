"""Encode thousands of features and their weights in few bytes. `templates/browser/danger/packed.js` unpacks them.

A feature is identified by a hash of 20 bits, so the browser needs no names: of features that no training text had, one in a hundred
collides with another. The hashes are sorted, and only how far each is behind the previous one is stored: its last six bits as a sign of
base 64, and the rest with short codes for small numbers. So are the weights: which of a feature are not zero, and those.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from itertools import accumulate
from string import ascii_lowercase, ascii_uppercase, digits
from typing import TypedDict

from generator.knowledge.danger.prefix_codes import Coded, prefix_coded, prefix_decoded

STEP = 5
"""Weights are rounded to multiples of this many tenths."""

ZERO_SIGN = 80
"""The code of the character for a weight of zero, `P`. The others come before and after it in ASCII."""

MIN_STEPS, MAX_STEPS = -32, 45
"""The smallest and largest number of steps of a character, from `0` to `~`. The backslash is left out, because JSON escapes it."""

_FIRST_SIGN = ord("0")
"""The code of the character for 0 in lists of small numbers."""

_LOW = ascii_uppercase + ascii_lowercase + digits + "+/"
"""The signs of base 64, for six bits each."""


class PackedWeights(TypedDict):
    """Features and their weights. `low` has the last six bits of each distance, `high` the rest; `first` the first weight of each feature.

    `there` says which of the others are not zero, as bits, and `others` has those.
    """

    low: str
    high: Coded
    first: Coded
    there: Coded
    others: Coded


def feature_hash(name: str) -> int:
    """The hash of a feature's name, 20 bits."""
    return zlib.crc32(name.encode("utf-16-le")) >> 12


def packed_features(rows: Iterable[tuple[str, list[int]]]) -> PackedWeights:
    """Features with their weights in tenths. Of equal hashes the first counts."""
    by_hash: dict[int, list[int]] = {}
    for name, weights in rows:
        by_hash.setdefault(feature_hash(name), weights)
    hashes = sorted(by_hash)
    gaps = [one - last for last, one in zip([0, *hashes], hashes, strict=False)]
    signs = ["".join(map(_sign, by_hash[one])) for one in hashes]
    there = [sum((sign != chr(ZERO_SIGN)) << place for place, sign in enumerate(row[1:])) for row in signs]
    return {
        "low": "".join(_LOW[gap & 63] for gap in gaps),
        "high": prefix_coded([chr(_FIRST_SIGN + (gap >> 6)) for gap in gaps]),
        "first": prefix_coded([row[0] for row in signs]),
        "there": prefix_coded([chr(_FIRST_SIGN + bits) for bits in there]),
        "others": prefix_coded([sign for row in signs for sign in row[1:] if sign != chr(ZERO_SIGN)]),
    }


def unpacked(plain: PackedWeights, outputs: int) -> dict[int, list[int]]:
    """The weights in tenths by the hash of their feature."""
    count = len(plain["low"])
    high, there = (_numbers(plain[name], count) for name in ("high", "there"))
    hashes = accumulate(64 * gap + _LOW.index(sign) for gap, sign in zip(high, plain["low"], strict=True))
    others = iter(prefix_decoded(plain["others"], sum(bits.bit_count() for bits in there)))
    rows = (
        [_weight(first), *(_weight(next(others)) if bits >> place & 1 else 0 for place in range(outputs - 1))]
        for first, bits in zip(prefix_decoded(plain["first"], count), there, strict=True)
    )
    return dict(zip(hashes, rows, strict=True))


def _numbers(plain: Coded, count: int) -> Sequence[int]:
    return [ord(sign) - _FIRST_SIGN for sign in prefix_decoded(plain, count)]


def _sign(weight: int) -> str:
    place = ZERO_SIGN + min(MAX_STEPS, max(MIN_STEPS, round(weight / STEP)))
    return chr(place + (place >= ord("\\")))


def _weight(sign: str) -> int:
    return STEP * (ord(sign) - (sign > "\\") - ZERO_SIGN)

"""Encode thousands of features and their weights in few bytes. `templates/browser/danger/packed.js` unpacks them.

A feature is known by a mark of 20 bits, so the browser needs no names: of features that no training text had, one in a hundred is
taken for another. The marks stand in order, each as the distance from the one before, in groups of seven bits.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Iterator

STEP = 5
"""Weights are kept in steps of so many tenths."""

NOUGHT = 80
"""The place of the sign for a weight of nothing, `P`. The others stand before and after it in the order of ASCII."""

LIGHTEST, HEAVIEST = -32, 45
"""The steps that a sign can stand for, from `0` to `~`. Of these only the backslash would be escaped in JSON: it is left out."""


def mark(name: str) -> int:
    """The 20 bits by which a feature is known."""
    return zlib.crc32(name.encode("utf-16-le")) >> 12


def packed_features(rows: Iterable[tuple[str, list[int]]]) -> dict[str, str]:
    """Features with their weights in tenths, as two texts: the marks, and a sign for each weight. Of two with one mark the first stays."""
    by_mark: dict[int, list[int]] = {}
    for name, weights in rows:
        by_mark.setdefault(mark(name), weights)
    marks = sorted(by_mark)
    gaps = bytes(byte for last, one in zip([0, *marks], marks, strict=False) for byte in _groups(one - last))
    return {"marks": base64.b64encode(gaps).decode(), "signs": "".join(_sign(weight) for one in marks for weight in by_mark[one])}


def unpacked(plain: dict[str, str], outputs: int) -> dict[int, list[int]]:
    """The weights in tenths by the marks of their features."""
    found: dict[int, list[int]] = {}
    last = part = shift = 0
    weights = [STEP * (_place(sign) - NOUGHT) for sign in plain["signs"]]
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
    place = NOUGHT + min(HEAVIEST, max(LIGHTEST, round(weight / STEP)))
    return chr(place + (place >= ord("\\")))


def _place(sign: str) -> int:
    return ord(sign) - (sign > "\\")

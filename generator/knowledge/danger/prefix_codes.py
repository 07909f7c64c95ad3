"""Write signs in as few bits as their frequency allows: a Huffman code. `templates/browser/danger/prefix-codes.js` reads it.

gzip finds few repeats in such signs and takes 4.2 bits for one that 3.5 are enough for. Codes are canonical: how many there are of each
length says all about them.
"""

from __future__ import annotations

import base64
import heapq
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import count
from typing import TypedDict

LONGEST_CODE = 15
"""Maximum bits of a code. The browser looks codes up in a table of all runs of as many bits as the longest has."""


class Coded(TypedDict):
    """Signs in bits, eight in a byte, in base 64. `signs` has each of them, those with the shortest codes first; `sizes` says how many have
    codes of one bit, of two, and so on."""

    signs: str
    sizes: list[int]
    bits: str


def prefix_coded(text: Sequence[str]) -> Coded:
    """A text, or a list of single signs, as bits."""
    counts: Mapping[str, int] = Counter(text)
    while max((lengths := _lengths(counts)).values(), default=0) > LONGEST_CODE:
        counts = {sign: number // 2 + 1 for sign, number in counts.items()}
    signs = sorted(lengths, key=lambda sign: (lengths[sign], sign))
    sizes = [sum(length == size for length in lengths.values()) for size in range(1, max(lengths.values(), default=0) + 1)]
    codes = dict(zip(signs, _codes(sizes), strict=True))
    bits = "".join(codes[sign] for sign in text)
    bits += "0" * (-len(bits) % 8)
    packed = int(bits or "0", 2).to_bytes(len(bits) // 8, "big")
    return {"signs": "".join(signs), "sizes": sizes, "bits": base64.b64encode(packed).decode()}


def prefix_decoded(plain: Coded, length: int) -> list[str]:
    """The first `length` signs. What follows them only fills the last byte."""
    packed = base64.b64decode(plain["bits"])
    bits = f"{int.from_bytes(packed, 'big'):0{8 * len(packed)}b}" if packed else ""
    meanings = dict(zip(_codes(plain["sizes"]), plain["signs"], strict=True))
    return [meanings[code] for code in re.findall("|".join(meanings), bits)[:length]] if meanings else []


def _lengths(counts: Mapping[str, int]) -> dict[str, int]:
    """How many bits each sign has: the two rarest groups of signs become one with a bit more, until one is left."""
    turn = count()
    groups = [(number, next(turn), [sign]) for sign, number in sorted(counts.items())]
    heapq.heapify(groups)
    lengths = dict.fromkeys(counts, 0 if len(counts) > 1 else 1)
    while len(groups) > 1:
        (one, _, few), (other, _, more) = heapq.heappop(groups), heapq.heappop(groups)
        for sign in (*few, *more):
            lengths[sign] += 1
        heapq.heappush(groups, (one + other, next(turn), [*few, *more]))
    return lengths


def _codes(sizes: Sequence[int]) -> list[str]:
    """The codes in order: each is the one before plus one, with noughts after it where codes become longer."""
    found, code = [], 0
    for length, number in enumerate(sizes, start=1):
        code *= 2
        for _ in range(number):
            found.append(f"{code:0{length}b}")
            code += 1
    return found

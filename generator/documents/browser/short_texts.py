"""Numbers and lists of words as short texts. `templates/browser/engine/short-texts.js` reads them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from string import ascii_lowercase, digits

DIGITS = digits + ascii_lowercase
"""The digits of numbers in base 36."""


def base36(number: int) -> str:
    """A number in base 36; nothing for 0."""
    found = ""
    while number:
        number, rest = divmod(number, 36)
        found = DIGITS[rest] + found
    return found


def front_coded(words: Iterable[str]) -> str:
    """Words without capitals, in order, as one text: `abbey abbot` is `AabbeyDot`.

    The capital before each says how many letters it shares with the word before, from A for none to J for nine.
    """
    text, last = [], ""
    for word in words:
        shared = _shared(last, word)
        text.append(chr(ord("A") + shared) + word[shared:])
        last = word
    return "".join(text)


def _shared(last: str, word: str) -> int:
    """How many letters two words begin with alike: at most nine, all ASCII, because browsers count some others as two."""
    pairs = zip(last[:9], word[:9], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] and pair[0].isascii(), pairs))

"""Make text plain before it is matched: ligatures, soft and zero-width signs, odd spaces. Each character keeps its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from generator.knowledge.text.pasted import HIDDEN_WITHIN

_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}

_WORD_LIGATURES = {"\u019f": "ti", "\u01a9": "tt", "\u01ab": "tti", "\u014c": "ft"}
"""Letters that PDFs from Word give for the ligatures of its usual font."""

LIGATURES = ("ff", "ffi", "ffl", "fi", "fl", "ti", "tt", "ft")
"""What a letter without a name in a PDF may be: fonts name the ligatures least often."""

LOST = re.compile("(?<=[A-Za-z])\ufffd|\ufffd(?=[a-z])")
"""A letter of a word that has no name in its file."""

MAY_BREAK = "\u200b"
"""The zero-width space: it may stand inside a word or between two, so both are tried."""

LINE_HYPHENS = "-\u2010\u00ad"
"""Hyphens that may stand at the end of a line because a program broke the word there."""

_GONE = dict.fromkeys("\u200c\u200d\x02", "")
"""What goes besides the hidden characters: the joiners, and the hyphen at a line’s end that PDFs give as a control character."""

_SPACES = dict.fromkeys("\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2028\u2029\x0b\x0c\x85", " ")
PLAIN_CHANGES = {**_LIGATURES, **_WORD_LIGATURES, **_GONE, **_SPACES, MAY_BREAK: ""}
"""What each odd character becomes."""
_ODD = re.compile(f"[{''.join(map(re.escape, PLAIN_CHANGES))}]|{HIDDEN_WITHIN.pattern}|[^\\W\\d_][\u0300-\u036f]+")


@dataclass(frozen=True)
class PlainText:
    """A text made plain."""

    text: str
    breaks: tuple[int, ...]
    """Where in it a zero-width space was."""
    _places: Sequence[int] | None

    def place(self, at: int) -> int:
        """Where in the original text a character of the plain text is."""
        if self._places is None:
            return at
        return self._places[min(at, len(self._places) - 1)] if self._places else 0


def _plain(odd: str) -> str:
    if odd in PLAIN_CHANGES:
        return PLAIN_CHANGES[odd]
    return "" if HIDDEN_WITHIN.fullmatch(odd) else unicodedata.normalize("NFC", odd)


def made_plain(text: str) -> PlainText:
    """The text as people read it, with the place of each of its characters in the original."""
    if not _ODD.search(text):
        return PlainText(text, (), None)
    pieces: list[str] = []
    places: list[int] = []
    breaks: list[int] = []
    at = 0
    for odd in _ODD.finditer(text):
        places += range(at, odd.start())
        pieces.append(text[at : odd.start()])
        plain = _plain(odd[0])
        if odd[0] == MAY_BREAK:
            breaks.append(len(places))
        places += [odd.start()] * len(plain)
        pieces.append(plain)
        at = odd.end()
    places += range(at, len(text))
    pieces.append(text[at:])
    return PlainText("".join(pieces), tuple(breaks), places)

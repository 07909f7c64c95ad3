"""Split typed text into words, normalising case, accents, punctuation and figures. `templates/browser/danger/text.js` does the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LONGEST = 400
"""Maximum characters of a query, the same as the limit of the search field."""

QUOTES = "'’‘`´"
_MARKS = re.compile("[\u0300-\u036f\u064b-\u065f]")
_UNMARKED = re.compile(r"[^.'`\u0080-\U0010ffff]*")
"""A text without a dot, a quote and a letter of another script, as most are: its words are plain to see."""
_RUN = re.compile(r"[A-Za-z0-9]+")
_APART = re.compile(r"([0-9]+)([^0-9].*)|(x)([0-9]+)")


@dataclass(frozen=True)
class Token:
    """A word with its place in the text."""

    word: str
    at: int
    end: int


def tokens(text: str, rewrite: Mapping[str, str]) -> list[Token]:
    """The words of a text. `30mg` is two, `o.d.` is one; letters of every script count."""
    found = []
    text = text[:_LONGEST]
    for at, end in _spans(text):
        found += [Token(word, at, end) for word in _words(text[at:end], rewrite)]
    return found


def normalised(raw: str) -> str:
    """A word without its case and accents."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", raw.lower()))


def _words(raw: str, rewrite: Mapping[str, str]) -> Iterator[str]:
    word = raw.lower() if _RUN.fullmatch(raw) else _without_marks(raw)
    known = rewrite.get(word)
    bare = word.replace("'", "")
    known = known if known is not None else rewrite.get(bare)
    if known is not None:
        yield from known.split(" ")
        return
    apart = _APART.fullmatch(bare)
    if apart:
        for part in (part for part in apart.groups() if part):
            yield rewrite.get(part, part)
    elif bare:
        yield bare


def _without_marks(raw: str) -> str:
    """A word without case, accents and dots, and with one kind of quote."""
    return "".join("'" if sign in QUOTES else sign for sign in normalised(raw) if sign != ".")


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where words begin and end."""
    if _UNMARKED.fullmatch(text):
        yield from (found.span() for found in _RUN.finditer(text))
        return
    at = 0
    while at < len(text):
        if not _letter(text[at]):
            at += 1
            continue
        end = _dotted(text, at) or _plain(text, at)
        yield at, end
        at = end


def _dotted(text: str, at: int) -> int:
    """The end of an abbreviation with dots, such as `o.d.`, or 0 if there is none."""
    end, count = at, 0
    while end + 1 < len(text) and text[end].isalpha() and text[end + 1] == ".":
        end, count = end + 2, count + 1
    if count and end < len(text) and text[end].isalpha():
        if end + 1 == len(text) or not _letter(text[end + 1]):
            return end + 1
        return end - 1 if count > 1 else 0
    return end if count > 1 else 0


def _plain(text: str, at: int) -> int:
    end = at
    while end < len(text) and (_letter(text[end]) or (text[end] in QUOTES and end + 1 < len(text) and _letter(text[end + 1]))):
        end += 1
    return end


def _letter(sign: str) -> bool:
    return sign.isalnum() if sign.isascii() else unicodedata.category(sign)[0] in "LMN"

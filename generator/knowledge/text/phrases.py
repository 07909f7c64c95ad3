"""The small language of phrases that rules on words look for, as regular expressions that Python and JavaScript read alike.

A phrase is the words themselves, with these signs:

- a space stands for any white space, and for a hyphen: `practice based` finds `practice-based`
- `'` is a straight or a curly apostrophe
- `(a|b)` is either, and `(|a)` may be left out; brackets don't nest
- `*` is any further letters: `collab*`
- `#` is a number in figures or words, or a range: `3`, `2-3`, `two to three`
- `...` is a gap of up to 60 characters within the sentence

Data may come from strangers, so a rule is never a regular expression itself: what comes out here has no nested repeats,
and takes time in proportion to the text. No lookbehind, no Unicode classes: older browsers read it too.
"""

from __future__ import annotations

import re
from functools import cache

SPACE = r"[ \t\r\n\u00a0\u2010\u2011\u2013-]+"
DASH = r"[\u2010\u2011\u2013-]"
_ANY_WORDS = r"[^.;:!?]{0,60}?"
_ONE = (
    r"(?:\d+(?:\.\d+)?\+?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty)"
)
_NUMBER = rf"{_ONE}(?: ?(?:-|/|\u2013|to|or) ?{_ONE})?"

_SIGNS = {" ": SPACE, "'": "['\u2018\u2019]", "*": "[A-Za-z]*", "#": _NUMBER, "-": DASH, ".": r"\.", "(": "(?:", ")": ")", "|": "|"}

KEY, LONGEST_KEY = 4, 8
"""Letters of a word, at least and at most, that decide whether a phrase is looked for at all."""

_GAP = re.compile(r" ?\.\.\. ?")
_GROUP = re.compile(r"\(([^)]*)\)")
_APART = re.compile(r"\((?:\|| [^|)]*)+\)(?![A-Za-z0-9*#(])|(?<![A-Za-z0-9*#)])\((?:\||[^|)]* (?=[|)]))+\)")
"""A group that only adds whole words after a word, or before one: each choice is nothing, or has a space where it meets that word."""
_WORD = re.compile(r"[A-Za-z0-9]+")
_JOINS = re.compile(r"[A-Za-z0-9*#()\0]")
"""What may go on with a word that it touches."""


@cache
def source(phrase: str) -> str:
    """The regular expression that finds a phrase as whole words."""
    parts = [_plain(part) for part in _GAP.split(_GROUP.sub(_longest_first, phrase))]
    found = rf"\b{_ANY_WORDS}\b".join(parts)
    return (r"\b" if _meets_word(phrase[0]) else "") + found + (r"\b" if _meets_word(phrase[-1]) else "")


def _longest_first(group: re.Match[str]) -> str:
    """The longest choice is tried first, so that what may be left out is taken along where it is there."""
    return f"({'|'.join(sorted(group[1].split('|'), key=len, reverse=True))})"


def _plain(part: str) -> str:
    return "".join(_SIGNS.get(character, character) for character in part)


def _meets_word(character: str) -> bool:
    """Whether a phrase begins or ends with (or may begin or end with) a letter or figure."""
    return character.isalnum() or character in "()#*"


@cache
def compiled(phrase: str, *, exact: bool = False) -> re.Pattern[str]:
    """The phrase ready to search with; `exact` keeps to its capitals. ASCII, as JavaScript has it."""
    return re.compile(source(phrase), re.ASCII if exact else re.ASCII | re.IGNORECASE)


@cache
def keys(phrase: str) -> frozenset[str]:
    """Beginnings of words, one of which a text must have for the phrase to be in it. None at all: any text may."""
    outside = _outside(phrase)
    if outside:
        return frozenset({outside})
    for group in _GROUP.finditer(phrase):
        each = [_outside(phrase[: group.start()] + choice + phrase[group.end() :]) for choice in group[1].split("|")]
        if all(each):
            return frozenset(each)
    return frozenset()


def _outside(phrase: str) -> str:
    return _key(_GROUP.sub("\0", _APART.sub(" ", phrase)))


def _key(text: str) -> str:
    """The start of its longest word that begins a word of the text, and is whole or long enough."""
    best = ""
    for found in _WORD.finditer(text):
        before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
        if not _JOINS.search(before) and (len(found[0]) >= KEY or not _JOINS.search(after)):
            best = max(best, found[0], key=len)
    return best[:LONGEST_KEY].lower()


_TOKEN = re.compile(r"[a-z0-9]+")


def words_of(text: str) -> set[str]:
    """The words of a text in small letters."""
    return set(_TOKEN.findall(text.lower()))


def beginnings(text: str) -> set[str]:
    """The beginnings of a text's words, of every length that keys have, to be held against the keys of phrases."""
    return {word[:length] for word in words_of(text) for length in range(KEY, LONGEST_KEY + 1)}

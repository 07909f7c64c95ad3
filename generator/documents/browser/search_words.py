"""Words of the directory as the search compares them: case, accents, apostrophes and endings made even.

`templates/browser/engine/words.js` does the same with what people type, and `documents.js` beside it finds initials.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_BARE = frozenset(
    [
        "dont",
        "doesnt",
        "didnt",
        "cant",
        "cannot",
        "couldnt",
        "wont",
        "wouldnt",
        "shouldnt",
        "isnt",
        "arent",
        "wasnt",
        "werent",
        "hasnt",
        "havent",
        "hadnt",
        "aint",
        "mustnt",
        "neednt",
    ]
)
_NONE = frozenset({"not", "no", "never", "without", "nor", "neither"})
_ENDS = re.compile(r"'(s|m|ll|ve|d|re)$")
_CAPITALS = re.compile(r"(?:^|[\s-])[A-Z]")
_DIGIT = re.compile(r"[0-9]")
_VOWEL = re.compile(r"[aeiouy]")
_IZE = re.compile(r"iz(e|ed|es|ing|ation|ations)$")
_ES = re.compile(r"[aeiouy].*(ss|x|ch|sh|zz)es$")
_S = re.compile(r"[^sui]s$")
_DOUBLED = re.compile(r"([bdgklmnprtv])\1$")


@dataclass(frozen=True)
class ReadWord:
    """A word: made even, what it is compared by, and whether it is small talk."""

    word: str
    stem: str
    small: bool


class WordReader:
    """Reads texts with the everyday words of the vocabulary. Each written word is read once."""

    def __init__(self, talk: Mapping[str, Any]) -> None:
        """`talk` is that of the search's vocabulary: `forms` are families of words, `small_talk` those that say little."""
        self._forms: dict[str, str] = {}
        self._bases: dict[str, str] = {}
        for family in talk["forms"]:
            for one in family:
                self._forms[even(one)] = even(family[0])
                if len(family) > 1 and len(_without_ending(even(one))) > 3:
                    self._bases[_without_ending(even(one))] = even(family[0])
        self._small = {even(word) for word in talk["small_talk"]}
        self._read: dict[str, ReadWord] = {}

    def read(self, text: str) -> Iterator[ReadWord]:
        """The words of a text, in order."""
        for written in _WORD.findall(text):
            known = self._read.get(written)
            if known is None:
                word = even(written)
                known = self._read[written] = ReadWord(word, self.stem(word), word in self._small)
            if known.word:
                yield known

    def stem(self, word: str) -> str:
        """What a word is compared by: the first of its family, or else the word without its ending."""
        base = _without_ending(word)
        return self._forms.get(word) or self._bases.get(base) or base


def even(written: str) -> str:
    """A word in small letters without accents and apostrophes. Every negation is "not"."""
    word = written.lower().replace("’", "'")
    if not word.isascii():
        word = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.category(sign).startswith("M")).lower()
    if word.endswith("n't") or word in _BARE or word in _NONE:
        return "not"
    return _ENDS.sub("", word).replace("'", "")


def initials(*names: str) -> list[str]:
    """The initials of names: people search for "Change Grow Live" as CGL."""
    found = []
    for name in names:
        capitals = _CAPITALS.findall(re.sub(r"\(.*?\)", "", name))
        if 1 < len(capitals) < 6:
            found.append("".join(one[-1] for one in capitals))
    return found


def stems(words: Sequence[ReadWord]) -> list[str]:
    """What the words are compared by, without small talk."""
    return [word.stem for word in words if not word.small]


def _without_ending(word: str) -> str:
    if len(word) < 4 or _DIGIT.search(word):
        return word
    base = _singular(_IZE.sub(r"is\1", word) if "iz" in word else word)
    if len(base) > 5 and base.endswith("ly"):
        base = base[:-2]
    cut = base[:-3] if base.endswith("ing") else base[:-2] if base.endswith("ed") else ""
    if len(cut) > 2 and _VOWEL.search(cut):
        base = cut[:-1] if _DOUBLED.search(cut) else cut
    return base[:-1] if len(base) > 3 and base.endswith("e") else base


def _singular(word: str) -> str:
    if not word.endswith("s"):
        return word
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if _ES.search(word):
        return word[:-2]
    return word[:-1] if _S.search(word) else word

"""How much two sentences say the same, when each was written by somebody else: by words, by parts of words, by letters, and by what the
shorter one leaves unsaid in the other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from rapidfuzz import fuzz

from generator.knowledge.bringing.sentence_words import stem, words_data, words_meant
from generator.knowledge.library.library import Library
from generator.knowledge.tailoring.alterations import deep_sections

_PIECE = 4
"""Letters of a part of a word."""

_BY_PIECES, _BY_WORDS, _BY_LETTERS, _BY_COVER = 0.3, 0.2, 0.2, 0.3
"""How much each way to compare counts, as found on the documents that tests call seen."""

_WEIGHTY = 6.0
"""Weight of the words in common from which on it counts fully that they are all of a sentence: that of one rare word, or two usual ones."""


class _Sentence:
    """A sentence made ready to compare."""

    def __init__(self, text: str, rarity: Mapping[str, float], usual: float) -> None:
        said = words_meant(text)
        self.plain = " ".join(said)
        self.words = {one: rarity.get(one, usual) for one in map(stem, said)}
        """The stems of its words, each with its weight: rare ones weigh more."""

    @cached_property
    def pieces(self) -> dict[str, float]:
        """Four letters at a time, through all words that say something."""
        said = f" {self.plain} "
        return dict(Counter(said[at : at + _PIECE] for at in range(len(said) - _PIECE + 1)))


class Likeness:
    """Compares sentences. Words that few sentences of a library have count most."""

    def __init__(self, sentences: Iterable[str]) -> None:
        """`sentences` are those of all roles, which say how rare a word is."""
        listed = list(sentences)
        stems = Counter(one for text in listed for one in set(map(stem, words_meant(text))))
        self._usual = round(math.log((len(listed) + 1) / 0.5), 3)
        self._rarity = {one: round(math.log((len(listed) + 1) / (count + 0.5)), 3) for one, count in sorted(stems.items())}
        self._ready: dict[str, _Sentence] = {}

    def of(self, one: str, other: str) -> float:
        """From 0 to 1."""
        here, there = self._sentence(one), self._sentence(other)
        by_letters = fuzz.token_set_ratio(here.plain, there.plain) / 100
        by_pieces, by_words = _cosine(here.pieces, there.pieces), _cosine(here.words, there.words)
        return _BY_PIECES * by_pieces + _BY_WORDS * by_words + _BY_LETTERS * by_letters + _BY_COVER * _cover(here.words, there.words)

    def words(self, text: str) -> Mapping[str, float]:
        """The stems of the words of a sentence, each with its weight."""
        return self._sentence(text).words

    def data(self) -> dict[str, Any]:
        """All that it compares by, for the same comparison in the browser."""
        ways = {"pieces": _BY_PIECES, "words": _BY_WORDS, "letters": _BY_LETTERS, "cover": _BY_COVER}
        return {**words_data(), "piece": _PIECE, "ways": ways, "weighty": _WEIGHTY, "rarity": self._rarity, "usual": self._usual}

    def _sentence(self, text: str) -> _Sentence:
        if text not in self._ready:
            self._ready[text] = _Sentence(text, self._rarity, self._usual)
        return self._ready[text]


def likeness_in(library: Library) -> Likeness:
    """A comparison by the sentences of all roles of a library."""
    said = [s.text for role in library.roles.values() for section in deep_sections(role.sections) for s in section.statements]
    asked = [c.text for one in library.specifications.values() for category in one.categories for c in category.criteria]
    return Likeness([*said, *asked])


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    length = math.sqrt(sum(weight * weight for weight in one.values()) * sum(weight * weight for weight in other.values()))
    return sum(weight * other.get(key, 0) for key, weight in one.items()) / length if length else 0.0


def _cover(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How much of the shorter sentence stands in the other. A common word or two prove little."""
    shorter = min(sum(one.values()), sum(other.values()))
    both = sum(weight for key, weight in one.items() if key in other)
    return both / shorter * min(1.0, both / _WEIGHTY) if shorter else 0.0

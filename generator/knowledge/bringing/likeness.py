"""How much two sentences say the same, when each was written by somebody else: by words, by parts of words, and by letters in order."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from rapidfuzz import fuzz, utils

from generator.knowledge.library.library import Library
from generator.knowledge.tailoring.alterations import deep_sections

_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an and or the of to in on for with by at from as is are be you your they their it its this that these those will who which "
        "where when such any all other others than not no into within across including include includes if so can may able make sure "
        "has have them he she his her do does each both between through out up about post holder postholder role work working",
    )
)
"""Words that every job description has."""

_SAME = {
    word: meant
    for meant, words in {
        "patient": "client clients customer customers",
        "practice": "surgery surgeries gp gps",
        "software": "it ict computer computers",
        "travel": "car drive driver driving licence",
        "registered": "gscc nmc hcpc",
        "nursing": "rmn",
        "medicines": "medication medicine",
        "guidelines": "guidance",
        "training": "teach teaching",
        "carer": "carers relative relatives family families",
        "team": "colleagues staff peer",
        "treatment": "interventions therapies",
        "evaluation": "evaluate audit audits",
        "organisational": "organised",
        "qualification": "diploma degree bsc dip",
        "annual": "yearly",
    }.items()
    for word in words.split()
}
"""Words of the field that stand for one another."""

_ENDINGS = (
    *("isations", "isation", "ations", "ation", "ingly", "ments", "ment", "ities", "ity", "ings", "ing", "ions", "ion", "ies", "ally"),
    *("ers", "er", "ed", "es", "ly", "s", "e", "al", "y"),
)
_SHORTEST = 4
"""Letters that are left of a word without its ending, at least."""

_PIECE = 4
"""Letters of a part of a word."""

_BY_PIECES, _BY_WORDS, _BY_LETTERS = 0.4, 0.3, 0.3
"""How much each way to compare counts, as found on the sample documents."""

_SERVICE_USER = re.compile(r"\bservice users?\b")


def _stem(word: str) -> str:
    word = _SAME.get(word, word)
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= _SHORTEST), "")
    return word[: len(word) - len(ending)]


class _Sentence:
    """A sentence made ready to compare."""

    def __init__(self, text: str, rarity: Mapping[str, float], usual: float) -> None:
        self.plain = _SERVICE_USER.sub("patient", utils.default_process(text))
        self._rarity, self._usual = rarity, usual

    @cached_property
    def words(self) -> dict[str, float]:
        """The stems of its words, each with its weight: rare ones weigh more."""
        counts = Counter(_stem(word) for word in self.plain.split() if word not in _SMALL)
        return {stem: self._rarity.get(stem, self._usual) * (1 + math.log(count)) for stem, count in counts.items()}

    @cached_property
    def pieces(self) -> dict[str, float]:
        """Four letters at a time, through all words that say something."""
        said = f" {' '.join(word for word in self.plain.split() if word not in _SMALL)} "
        return dict(Counter(said[at : at + _PIECE] for at in range(len(said) - _PIECE + 1)))


class Likeness:
    """Compares sentences. Words that few sentences of a library have count most."""

    def __init__(self, sentences: Iterable[str]) -> None:
        """`sentences` are those of all roles, which say how rare a word is."""
        listed = list(sentences)
        stems = Counter(stem for text in listed for stem in {_stem(word) for word in utils.default_process(text).split()})
        self._usual = round(math.log((len(listed) + 1) / 0.5), 3)
        self._rarity = {stem: round(math.log((len(listed) + 1) / (count + 0.5)), 3) for stem, count in sorted(stems.items())}
        self._ready: dict[str, _Sentence] = {}

    def of(self, one: str, other: str) -> float:
        """From 0 to 1."""
        here, there = self._sentence(one), self._sentence(other)
        by_letters = fuzz.token_set_ratio(here.plain, there.plain) / 100
        return _BY_PIECES * _cosine(here.pieces, there.pieces) + _BY_WORDS * _cosine(here.words, there.words) + _BY_LETTERS * by_letters

    def said_within(self, one: str, other: str) -> float:
        """How much of what one sentence says stands in another, from 0 to 1."""
        here, there = self._sentence(one).words, self._sentence(other).words
        whole = sum(here.values())
        return sum(weight for stem, weight in here.items() if stem in there) / whole if whole else 0.0

    def data(self) -> dict[str, Any]:
        """All that it compares by, for the same comparison in the browser."""
        ways = {"pieces": _BY_PIECES, "words": _BY_WORDS, "letters": _BY_LETTERS}
        whole = {"small": sorted(_SMALL), "same": _SAME, "endings": _ENDINGS, "shortest": _SHORTEST, "piece": _PIECE, "ways": ways}
        return {**whole, "rarity": self._rarity, "usual": self._usual}

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

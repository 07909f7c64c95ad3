"""The words of a sentence that say something, each in the word that its like are compared by."""

from __future__ import annotations

import re
from typing import Any

from generator.knowledge.bringing.field_words import CAPITALS, LITTLE_WORDS, SAME

_ENDINGS = (
    *("isations", "isation", "ations", "ation", "ators", "ator", "ates", "ated", "ating", "ate", "ments", "ment", "ities", "ity", "ings"),
    *("ing", "ions", "ion", "ies", "al", "ive", "ers", "er", "ors", "or", "ed", "es", "s", "e", "y"),
)
_ADVERB = "ly"
_SHORTEST = 4
"""Letters that are left of a word without its ending, at least."""

_DOUBLED = "bdgmnprt"
"""Letters that are written twice before an ending, as in ‘planning’."""

_SIGN = re.compile(r"\W")
_LONGEST = max(len(said.split()) for said in SAME)


def words_meant(text: str) -> list[str]:
    """Each word once. What a list of the field has stands for what it means, the longest run of words first."""
    words = [CAPITALS.get(word, word.lower()) for word in _SIGN.sub(" ", text).split()]
    found: list[str] = []
    while words:
        size = next((size for size in range(_LONGEST, 1, -1) if " ".join(words[:size]) in SAME), 1)
        said = " ".join(words[:size])
        found += SAME.get(said, said).split()
        words = words[size:]
    return list(dict.fromkeys(word for word in found if word not in LITTLE_WORDS))


def stem(word: str) -> str:
    """A word without its ending."""
    word = _without(word, _ADVERB) if word.endswith(_ADVERB) else word
    ending = next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= _SHORTEST), "")
    if not ending or (ending == "s" and word.endswith("ss")):
        return word
    word = word[: -len(ending)]
    if word[-1] == word[-2] and word[-1] in _DOUBLED:
        word = word[:-1]
    return _without(word, "e") if word.endswith("e") else word


def _without(word: str, ending: str) -> str:
    return word[: -len(ending)] if len(word) - len(ending) >= _SHORTEST else word


def words_data() -> dict[str, Any]:
    """All of it, for the same words in the browser."""
    lists = {"small": sorted(LITTLE_WORDS), "same": SAME, "capitals": CAPITALS, "longest": _LONGEST}
    return {**lists, "endings": _ENDINGS, "adverb": _ADVERB, "shortest": _SHORTEST, "doubled": _DOUBLED}

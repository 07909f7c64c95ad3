"""How hard a text is to read."""

from __future__ import annotations

from functools import cache

from generator.knowledge.text.sentences import sentences

FEWEST_WORDS = 100
"""With fewer words, one long name decides the grade, so none is given."""


@cache
def _syllables(word: str) -> int:
    """Syllables of a word, by the list that syllapy carries and by its rule for words that are not in it. Never less than one."""
    import syllapy

    return max(1, int(syllapy.count(word)))


def reading_grade(texts: list[str]) -> float | None:
    """The Flesch-Kincaid grade of texts taken together: years of schooling, so a reading age is about five more.

    Kincaid and others, 1975: 0.39 × words a sentence + 11.8 × syllables a word - 15.59. Nothing for fewer than 100 words.
    """
    if sum(len(text) for text in texts) < FEWEST_WORDS:
        return None
    said = [sentence for text in texts for sentence in sentences(text)]
    words = [word for sentence in said for word in sentence.words]
    if len(words) < FEWEST_WORDS:
        return None
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * len(words) / len(said) + 11.8 * syllables / len(words) - 15.59

"""The reading grade of texts."""

from __future__ import annotations

from functools import cache

from generator.knowledge.text.sentences import sentences

FEWEST_WORDS = 100
"""Minimum words for a grade. With fewer, a single long name would decide it."""


@cache
def _syllables(word: str) -> int:
    """Syllables of a word, from syllapy's list or by its rule for unknown words. At least one."""
    import syllapy

    return max(1, int(syllapy.count(word)))


def syllables_against_the_rule() -> dict[str, str]:
    """The words whose syllables syllapy's rule counts wrongly, by how many there are more: for the same count in the browser."""
    import syllapy

    found: dict[int, list[str]] = {}
    for word, syllables in sorted(syllapy.WORD_DICT.items()):
        more = syllables - syllapy._syllables(word)
        if more or "-" in word:  # other words with a hyphen are counted by their parts
            found.setdefault(more, []).append(word)
    return {str(more): " ".join(words) for more, words in found.items()}


def reading_grade(texts: list[str]) -> float | None:
    """The Flesch-Kincaid grade of all texts together, in years of schooling. The reading age is about five years more.

    Kincaid and others, 1975: 0.39 × words per sentence + 11.8 × syllables per word - 15.59. None for fewer than 100 words.
    """
    if sum(len(text) for text in texts) < FEWEST_WORDS:
        return None
    all_sentences = [sentence for text in texts for sentence in sentences(text)]
    words = [word for sentence in all_sentences for word in sentence.words]
    if len(words) < FEWEST_WORDS:
        return None
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * len(words) / len(all_sentences) + 11.8 * syllables / len(words) - 15.59

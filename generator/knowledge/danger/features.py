"""What a text has in it that the net weighs. `templates/browser/danger/features.js` does the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.knowledge.danger.judge import ReadText

Features = dict[str, tuple[int, ...]]
"""The names of features, each with the places of the words that it is made of. Letters have none."""

_COVERED = "COVERED"
"""A harmless family explains some of the words."""

WORDS, LETTERS, APART = 1.0, 0.7, 0.5
"""How much all of a text's features of a kind weigh together. Chosen on authors that were left out of the training."""

SHORTEST, LONGEST = 3, 5
"""Letters that stand together."""

NEAREST, FARTHEST = 2, 4
"""How far apart two words may stand that count together; those side by side are pairs."""


def features(reading: ReadText) -> list[tuple[float, Features]]:
    """The kinds of features, each with how much all of the kind weigh together."""
    free = [place for place in range(len(reading.words)) if place not in reading.covered]
    words = [reading.words[place] for place in free]
    return [(WORDS, _of_words(reading, free)), (LETTERS, _letters(f" {' '.join(words)} ")), (APART, _apart(words, free))]


def _of_words(reading: ReadText, free: Sequence[int]) -> Features:
    """Words, classes and pairs of those that stand together."""
    found: Features = {}
    heads = {place: [name for name in reading.at[place] if name != reading.words[place]] for place in free}
    for i, place in enumerate(free):
        word = reading.words[place]
        if not word[0].isdigit():
            found.setdefault(word, (place,))
        for name in heads[place]:
            found.setdefault(name, (place,))
        for after in free[i + 1 : i + 2]:
            for one in heads[place][:2] or [word]:
                for other in heads[after][:2] or [reading.words[after]]:
                    found.setdefault(f"{one} {other}", (place, after))
    if reading.covered:
        found.setdefault(_COVERED, ())
    return found


def _letters(text: str) -> Features:
    """Few letters that stand together, with a space for the edge of a word."""
    return {f"#{text[at : at + size]}": () for size in range(SHORTEST, LONGEST + 1) for at in range(len(text) - size + 1)}


def _apart(words: Sequence[str], free: Sequence[int]) -> Features:
    """Two words with others between."""
    found: Features = {}
    for i, word in enumerate(words):
        for other in range(i + NEAREST, min(i + FARTHEST + 1, len(words))):
            found.setdefault(f"~{word} {words[other]}", (free[i], free[other]))
    return found

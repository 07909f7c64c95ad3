"""The features of a text that the net weighs. `templates/browser/danger/features.js` does the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.knowledge.danger.judge import ReadText

Features = dict[str, tuple[int, ...]]
"""The names of features, each with the positions of its words. Features of letters have none."""

_COVERED = "COVERED"
"""A harmless family explains some of the words."""

WORDS, LETTERS, DISTANT, DISTANT_KINDS = 1.0, 0.7, 0.5, 0.5
"""The total weight of a text's features of each kind. Chosen on texts of authors held out from training."""

SHORTEST, LONGEST = 3, 5
"""Lengths of sequences of adjacent letters."""

NEAREST, FARTHEST = 2, 4
"""Maximum distance of two words that form one feature. Adjacent words are pairs."""


def features(reading: ReadText) -> list[tuple[float, Features]]:
    """The kinds of features, each with how much all of the kind weigh together.

    Words that a harmless family covers count as well: the words next to them say more than the fact that they are covered.
    """
    heads = [[name for name in here if name != word] for here, word in zip(reading.at, reading.words, strict=True)]
    named = [names[:2] or [word] for names, word in zip(heads, reading.words, strict=True)]
    words = [[word] for word in reading.words]
    letters = _letter_features(f" {' '.join(reading.words)} ")
    return [
        (WORDS, _word_features(reading, heads, named)),
        (LETTERS, letters),
        (DISTANT, _distant_pairs(words)),
        (DISTANT_KINDS, _distant_pairs(named)),
    ]


def _word_features(reading: ReadText, heads: Sequence[Sequence[str]], named: Sequence[Sequence[str]]) -> Features:
    """Words, classes, pairs of adjacent ones, and the first and last word of the text."""
    found: Features = {}
    last = len(reading.words) - 1
    for place, word in enumerate(reading.words):
        for name in heads[place] if word[0].isdigit() else (word, *heads[place]):
            found.setdefault(name, (place,))
        for one in named[place] if place < last else ():
            for other in named[place + 1]:
                found.setdefault(f"{one} {other}", (place, place + 1))
    if last >= 0:
        found.setdefault(f"^{reading.words[0]}", (0,))
        found.setdefault(f"{reading.words[last]}$", (last,))
    if reading.covered:
        found.setdefault(_COVERED, ())
    return found


def _letter_features(text: str) -> Features:
    """Sequences of a few adjacent letters, with a space for the edge of a word."""
    return {f"#{text[at : at + size]}": () for size in range(SHORTEST, LONGEST + 1) for at in range(len(text) - size + 1)}


def _distant_pairs(names: Sequence[Sequence[str]]) -> Features:
    """Two words, or two classes, with other words between."""
    found: Features = {}
    for place, ones in enumerate(names):
        for other in range(place + NEAREST, min(place + FARTHEST + 1, len(names))):
            for one in ones:
                for after in names[other]:
                    found.setdefault(f"~{one} {after}", (place, other))
    return found

"""What a text has in it that the net weighs. `templates/browser/danger/features.js` does the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.knowledge.danger.judge import Reading

COVERED = "COVERED"
"""A harmless family explains some of the words."""

SHORTEST, LONGEST = 3, 5
"""Letters that stand together."""

NEAREST, FARTHEST = 2, 4
"""How far apart two words may stand that count together; those side by side are pairs."""


class Kind(Enum):
    """A kind of feature, and how much all of a text's features of the kind weigh together."""

    WORDS = 1.0
    LETTERS = 0.7
    APART = 0.5

    @property
    def share(self) -> float:
        """The part that the kind has in a score. Chosen on authors that were left out of the training."""
        return self.value


@dataclass(frozen=True)
class Feature:
    """Something that a text has in it, with the places of the words that it is made of. Letters have none."""

    name: str
    kind: Kind
    places: tuple[int, ...] = ()


def features(reading: Reading) -> Iterator[Feature]:
    """Each once: words, classes and pairs of those that stand together; letters that stand together; words that stand apart."""
    seen = set()
    for one in _all(reading):
        if one.name not in seen:
            seen.add(one.name)
            yield one


def _all(reading: Reading) -> Iterator[Feature]:
    free = [place for place in range(len(reading.words)) if place not in reading.covered]
    words = [reading.words[place] for place in free]
    yield from _words(reading, free)
    if reading.covered:
        yield Feature(COVERED, Kind.WORDS)
    yield from _letters(f" {' '.join(words)} ")
    for i, word in enumerate(words):
        for apart in range(NEAREST, FARTHEST + 1):
            if i + apart < len(words):
                yield Feature(f"~{word} {words[i + apart]}", Kind.APART, (free[i], free[i + apart]))


def _words(reading: Reading, free: Sequence[int]) -> Iterator[Feature]:
    heads = {place: [name for name in reading.at[place] if name != reading.words[place]] for place in free}
    for i, place in enumerate(free):
        word = reading.words[place]
        if not word[0].isdigit():
            yield Feature(word, Kind.WORDS, (place,))
        for name in heads[place]:
            yield Feature(name, Kind.WORDS, (place,))
        if i + 1 < len(free):
            after = free[i + 1]
            for one in heads[place][:2] or [word]:
                for other in heads[after][:2] or [reading.words[after]]:
                    yield Feature(f"{one} {other}", Kind.WORDS, (place, after))


def _letters(text: str) -> Iterator[Feature]:
    """Few letters of any text, with a space for the edge of a word; a text without words has none."""
    for size in range(SHORTEST, LONGEST + 1):
        for at in range(len(text) - size + 1):
            yield Feature(f"#{text[at : at + size]}", Kind.LETTERS)

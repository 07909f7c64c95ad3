"""The trained net behind the families: a sum of weights of what a text has in it. `templates/browser/danger/net.js` does the same."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.knowledge.danger.judge import Reading

CARDS = ("self", "harm", "child", "medical")
OUTPUTS = ("any", *CARDS)

COVERED = "COVERED"
"""A harmless family explains some of the words."""

TELLING = 3
"""Words that are named as the reason, at most."""


@dataclass(frozen=True)
class Net:
    """Weights in tenths, for danger of any kind and for each card."""

    threshold: int
    doubt: int
    bias: list[int]
    weights: Mapping[str, list[int]]

    def scores(self, reading: Reading) -> dict[str, float]:
        """The score of a text for each card."""
        found = list(features(reading))
        scale = math.sqrt(len(found)) or 1
        sums = [0] * len(OUTPUTS)
        for name, _ in found:
            for card, weight in enumerate(self.weights.get(name, ())):
                sums[card] += weight
        return {card: self.bias[i] + sums[i] / scale for i, card in enumerate(OUTPUTS)}

    def why(self, reading: Reading, card: str) -> list[str]:
        """The words that speak most for a card, in the order of the text."""
        share = [0.0] * len(reading.words)
        for name, places in features(reading):
            weight = self.weights[name][OUTPUTS.index(card)] if name in self.weights else 0
            for place in places:
                share[place] += weight / len(places)
        best = sorted(range(len(share)), key=lambda place: (-share[place], place))[:TELLING]
        return list(dict.fromkeys(reading.said([place]) for place in sorted(best) if share[place] > 0))


def features(reading: Reading) -> Iterator[tuple[str, tuple[int, ...]]]:
    """What a text has in it, each once, with the words it is made of: words, classes, and pairs of those that stand together."""
    seen = set()
    for name, places in _all(reading):
        if name not in seen:
            seen.add(name)
            yield name, places


def _all(reading: Reading) -> Iterator[tuple[str, tuple[int, ...]]]:
    free = [place for place in range(len(reading.words)) if place not in reading.covered]
    heads = {place: _classes(reading, place) for place in free}
    for i, place in enumerate(free):
        word = reading.words[place]
        if not word[0].isdigit():
            yield word, (place,)
        for name in heads[place]:
            yield name, (place,)
        if i + 1 < len(free):
            after = free[i + 1]
            for one in heads[place][:2] or [word]:
                for other in heads[after][:2] or [reading.words[after]]:
                    yield f"{one} {other}", (place, after)
    if reading.covered:
        yield COVERED, ()


def _classes(reading: Reading, place: int) -> list[str]:
    return [name for name in reading.at[place] if name != reading.words[place]]


def net(plain: Mapping[str, Any]) -> Net:
    """The net of the data that the browser gets: a feature and its five weights, separated by commas, in each line."""
    rows = (line.split(",") for line in plain["weights"].split("\n") if line)
    return Net(plain["threshold"], plain["doubt"], plain["bias"], {row[0]: [int(weight or 0) for weight in row[1:]] for row in rows})

"""The trained net behind the families: a sum of weights of what a text has in it. `templates/browser/danger/net.js` does the same."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.knowledge.danger.features import Feature, features
from generator.knowledge.danger.packed import mark, unpacked

if TYPE_CHECKING:
    from generator.knowledge.danger.judge import Reading

CARDS = ("self", "harm", "child", "medical")
OUTPUTS = ("any", *CARDS)

TELLING = 3
"""Words that are named as the reason, at most."""


@dataclass(frozen=True)
class Net:
    """Weights in tenths, for danger of any kind and for each card, by the mark of their feature."""

    threshold: int
    doubt: int
    bias: list[int]
    weights: Mapping[int, list[int]]

    def scores(self, reading: Reading) -> dict[str, float]:
        """The score of a text for each card. The features of a kind count as one text of that kind, however many there are."""
        found = list(features(reading))
        sums = [float(bias) for bias in self.bias]
        for share, weights in self._known(found):
            for card, weight in enumerate(weights):
                sums[card] += share * weight
        return dict(zip(OUTPUTS, sums, strict=True))

    def _known(self, found: list[Feature]) -> Iterator[tuple[float, list[int]]]:
        shares = {kind: kind.share / math.sqrt(sum(one.kind is kind for one in found)) for kind in {one.kind for one in found}}
        for one in found:
            weights = self.weights.get(mark(one.name))
            if weights:
                yield shares[one.kind], weights

    def why(self, reading: Reading, card: str) -> list[str]:
        """The words that speak most for a card, or for danger of any kind, in the order of the text."""
        for output in (OUTPUTS.index(card), 0):
            best = self._telling(reading, output)
            if best:
                return list(dict.fromkeys(reading.said([place]) for place in best))
        return []

    def _telling(self, reading: Reading, output: int) -> list[int]:
        share = [0.0] * len(reading.words)
        for one in features(reading):
            weights = self.weights.get(mark(one.name), [])
            for place in one.places:
                share[place] += (weights[output] if output < len(weights) else 0) / len(one.places)
        best = sorted(range(len(share)), key=lambda place: (-share[place], place))[:TELLING]
        return [place for place in sorted(best) if share[place] > 0]


def net(plain: Mapping[str, Any]) -> Net:
    """The net of the data that the browser gets."""
    weights = {**unpacked(plain["hints"], 1), **unpacked(plain["weights"], len(OUTPUTS))}
    return Net(plain["threshold"], plain["doubt"], plain["bias"], weights)

"""The trained net that supplements the families: a weighted sum of features. `templates/browser/danger/net.js` does the same."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.knowledge.danger.features import features
from generator.knowledge.danger.packed import feature_hash, unpacked

if TYPE_CHECKING:
    from generator.knowledge.danger.judge import ReadText

CARDS = ("self", "harm", "child", "medical")
OUTPUTS = ("any", *CARDS)

MAX_REASON_WORDS = 3
"""Maximum words named as the reason."""


@dataclass(frozen=True)
class Net:
    """Weights in tenths, for danger of any kind and for each card, by the hash of their feature."""

    threshold: int
    doubt: int
    bias: list[int]
    weights: Mapping[int, list[int]]

    def scores(self, reading: ReadText) -> dict[str, float]:
        """The score of a text for each card. The features of a kind count as one text of that kind, however many there are."""
        sums = [float(bias) for bias in self.bias]
        for part, found in features(reading):
            for name in found:
                for card, weight in enumerate(self.weights.get(feature_hash(name), ())):
                    sums[card] += part / math.sqrt(len(found)) * weight
        return dict(zip(OUTPUTS, sums, strict=True))

    def why(self, reading: ReadText, card: str) -> list[str]:
        """The words that weigh most for a card, or for danger of any kind, in the order of the text."""
        found = [one for _, kind in features(reading) for one in kind.items()]
        best = self._heaviest_words(found, OUTPUTS.index(card)) or self._heaviest_words(found, 0)
        return list(dict.fromkeys(reading.said([place]) for place in best))

    def _heaviest_words(self, found: Iterable[tuple[str, tuple[int, ...]]], output: int) -> list[int]:
        """The positions of the words that weigh most for an output, in order."""
        shares: dict[int, float] = defaultdict(float)
        for name, places in found:
            weights = self.weights.get(feature_hash(name), ())
            for place in places:
                shares[place] += (weights[output] if output < len(weights) else 0) / len(places)
        best = sorted(shares, key=lambda place: (-shares[place], place))[:MAX_REASON_WORDS]
        return sorted(place for place in best if shares[place] > 0)


def net(plain: Mapping[str, Any]) -> Net:
    """The net of the data that the browser gets."""
    weights = {**unpacked(plain["hints"], 1), **unpacked(plain["weights"], len(OUTPUTS))}
    return Net(plain["threshold"], plain["doubt"], plain["bias"], weights)

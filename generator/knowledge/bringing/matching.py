"""Which sentence of a role each sentence of a document is: each at most one, the likest pairs first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from generator.knowledge.bringing.likeness import Likeness

SURE = 0.62
"""How like two sentences are that surely say the same."""

LEAD = 0.1
"""By how much no other may come near a sentence that is less like."""

TWICE = 0.9
"""How like two sentences of one document are that say the same twice."""

WITHIN = 0.75
"""How much of a sentence of the role stands in a longer paragraph that says it too."""


@dataclass(frozen=True)
class Bounds:
    """How like sentences of one sort must be: to be taken as the same, and to be asked about."""

    taken: float
    asked: float


STATEMENTS, CRITERIA = Bounds(0.43, 0.3), Bounds(0.46, 0.3)
"""As found on the sample documents: criteria are short, and begin alike."""


def bounds_data() -> dict[str, Any]:
    """All of it, for the same matching in the browser."""
    sorts = {"statement": asdict(STATEMENTS), "criterion": asdict(CRITERIA)}
    return {**sorts, "sure": SURE, "lead": LEAD, "twice": TWICE, "within": WITHIN}


@dataclass(frozen=True)
class SentenceMatch:
    """A sentence of the role that a sentence of the document says, and how like the two are."""

    id: str
    likeness: float
    taken: bool
    """Whether it is likely enough; else somebody must be asked."""
    also: tuple[str, ...] = ()
    """Other sentences of the role that the same paragraph holds."""


def matches(texts: Sequence[str], known: Mapping[str, str], likeness: Likeness, bounds: Bounds) -> dict[int, SentenceMatch]:
    """For the place of each sentence that says what one of the known says: which, and how surely. Others are new."""
    scores = [{name: likeness.of(text, words) for name, words in known.items()} for text in texts]
    pairs = _pairs(scores, bounds.asked)
    left = {name: words for name, words in known.items() if name not in pairs.values()}
    found = {}
    for at, name in sorted(pairs.items()):
        score = scores[at][name]
        second = max((other for rival, other in scores[at].items() if rival != name), default=0.0)
        twice = any(likeness.of(texts[at], texts[other]) >= TWICE for other in pairs if other < at)
        taken = not twice and (score >= bounds.taken or score - second >= LEAD)
        also = tuple(rival for rival, words in left.items() if likeness.said_within(words, texts[at]) >= WITHIN)
        found[at] = SentenceMatch(name, score, taken, also)
    return found


def _pairs(scores: Sequence[Mapping[str, float]], least: float) -> dict[int, str]:
    """Each sentence with the one it is, the likest pairs first, and none twice."""
    ordered = sorted((-score, at, name) for at, row in enumerate(scores) for name, score in row.items() if score >= least)
    pairs: dict[int, str] = {}
    taken: set[str] = set()
    for _, at, name in ordered:
        if at not in pairs and name not in taken:
            pairs[at] = name
            taken.add(name)
    return pairs

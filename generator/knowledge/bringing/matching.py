"""Which sentence of a role each sentence of a document is: the likest pairs first. What several lines say between them is found too."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from generator.knowledge.bringing.likeness import Likeness

SURE = 0.62
"""How like two sentences are that surely say the same."""

BEHIND = 0.1
"""By how much another sentence of the role may be more like, if it is taken already: else this one was only left over."""

TWICE = 0.9
"""How like two sentences of one document are that say the same twice."""

HELD, HELD_WEIGHT = 0.62, 10.0
"""How much of another sentence of the role stands in the same paragraph, and how much its words weigh that the first one has not."""

REST, REST_WEIGHT = 0.75, 8.0
"""How much of what the first one leaves of the paragraph stands in another sentence of the role, and how much that weighs."""


@dataclass(frozen=True)
class Bounds:
    """How like sentences of one sort must be."""

    taken: float
    """To be taken as the same."""
    asked: float
    """To be asked about."""
    lead: float
    """By how much more than to any other, for less like ones to be taken too."""
    again: float
    """To say what another line of the document says already: a list of qualifications is one criterion."""


STATEMENTS, CRITERIA = Bounds(0.55, 0.35, 0.08, 0.6), Bounds(0.46, 0.3, 0.12, 0.45)
"""As found on the documents that tests call seen: criteria are short, and begin alike; statements have many words that all roles have."""


def bounds_data() -> dict[str, Any]:
    """All of it, for the same matching in the browser."""
    sorts = {"statement": asdict(STATEMENTS), "criterion": asdict(CRITERIA)}
    held = {"held": HELD, "held_weight": HELD_WEIGHT, "rest": REST, "rest_weight": REST_WEIGHT}
    return {**sorts, "sure": SURE, "behind": BEHIND, "twice": TWICE, **held}


@dataclass(frozen=True)
class SentenceMatch:
    """A sentence of the role that a sentence of the document says, and how like the two are."""

    id: str
    likeness: float
    taken: bool
    """Whether it is likely enough; else somebody must be asked."""
    also: tuple[str, ...] = ()
    """Other sentences of the role that the same paragraph holds."""
    again: bool = False
    """Whether another line of the document is more like that sentence: the two say it between them."""


def matches(texts: Sequence[str], known: Mapping[str, str], likeness: Likeness, bounds: Bounds) -> dict[int, SentenceMatch]:
    """For the place of each sentence that says what one of the known says: which, and how surely. Others are new."""
    scores = [{name: likeness.of(text, words) for name, words in known.items()} for text in texts]
    pairs = _pairs(scores, bounds.asked)
    found = {}
    for at, row in enumerate(scores):
        twice = at in pairs and any(likeness.of(texts[at], texts[other]) >= TWICE for other in pairs if other < at)
        if match := _match(row, pairs.get(at), set(pairs.values()), bounds, twice=twice):
            found[at] = match
    left = {name: words for name, words in known.items() if name not in pairs.values()}
    return {at: _with_also(match, texts[at], known[match.id], left, likeness) for at, match in found.items()}


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


def _match(row: Mapping[str, float], own: str | None, used: Collection[str], bounds: Bounds, *, twice: bool) -> SentenceMatch | None:
    """What a sentence is: its own one of the role, or one that another line is more like."""
    best, score = min(row.items(), key=lambda one: (-one[1], one[0]), default=("", 0.0))
    if own is not None:
        second = max((other for rival, other in row.items() if rival != own), default=0.0)
        like = row[own] >= bounds.taken or row[own] - second >= bounds.lead
        taken = like and not twice and score - row[own] < BEHIND
        if taken or best not in used or score < bounds.again or best == own:
            return SentenceMatch(own, row[own], taken)
    return SentenceMatch(best, score, taken=True, again=True) if best in used and score >= bounds.again else None


def _with_also(match: SentenceMatch, text: str, main: str, left: Mapping[str, str], likeness: Likeness) -> SentenceMatch:
    also = tuple(name for name, words in left.items() if _holds(likeness.words(text), likeness.words(main), likeness.words(words)))
    return SentenceMatch(match.id, match.likeness, match.taken, also, match.again)


def _holds(said: Mapping[str, float], main: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Whether a paragraph that says what `main` says holds the `other` as well, by what is not in `main`."""
    whole = sum(other.values())
    both = {one: weight for one, weight in other.items() if one in said}
    new = sum(weight for one, weight in both.items() if one not in main)
    rest = {one: weight for one, weight in said.items() if one not in main}
    weight = sum(rest.values())
    held = new >= HELD_WEIGHT and sum(both.values()) >= HELD * whole
    return held or (weight >= REST_WEIGHT and sum(rest[one] for one in rest if one in other) >= REST * weight)

"""The judgement on a text: which crisis cards it needs, and which words say so. `templates/browser/danger/judge.js` does the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.knowledge.danger.lexicon import Lexicon, lexicon
from generator.knowledge.danger.matcher import Pattern, Places, Spans, find, pattern, stands
from generator.knowledge.danger.net import CARDS, Net, net
from generator.knowledge.danger.text import tokens

FEWEST = 2
"""Words that the net needs: a single word of danger has a family."""

_MOST = 2
"""Cards that show at once."""

SWAY = 20
"""The score of the net that weighs as much as 999 against today."""

ALONE = 1.5
"""How strongly the net speaks for a card that no family raises."""

SURELY = 9
"""How far below the net's doubt its score must be to overrule even a family that is sure. Chosen as the net's doubt was."""

SIDE = 1.0
"""How much weaker a family speaks for its second card."""


@dataclass(frozen=True)
class MatchFamily:
    """A family ready to look for. `cards` is empty for a harmless one."""

    id: str
    cards: list[str]
    now: bool
    level: int
    """0 where help is needed today, 1 where 999 comes first, 2 where the family is sure besides, 3 where it is in another language."""
    patterns: list[Pattern]
    unless: list[Pattern]


@dataclass(frozen=True)
class ReadText:
    """A text as it was read: its words, what they stand for, and which of them are harmless."""

    text: str
    words: list[str]
    spots: list[tuple[int, int]]
    at: list[Spans]
    present: frozenset[str]
    covered: frozenset[int]

    def said(self, places: Sequence[int]) -> str:
        """The words at these places, as they were typed; an ellipsis where some are left out between."""
        found: list[str] = []
        last = None
        for place in sorted(places):
            at, end = self.spots[place]
            if last is not None and at < last[1]:
                continue
            gap = "" if last is None else (" " if place - last[2] < 2 else " … ")
            found.append(gap + self.text[at:end])
            last = (at, end, place)
        return "".join(found)


@dataclass(frozen=True)
class Raised:
    """A card, with the family that raised it (`net` for the net) and the words that say so."""

    card: str
    now: bool
    family: str
    said: list[str]


@dataclass(frozen=True)
class Judge:
    """All that a judgement needs, made of the data that the browser gets."""

    lexicon: Lexicon
    families: list[MatchFamily]
    net: Net | None

    def overruled(self, score: float) -> set[str]:
        """The families that count for nothing where the net gives this score. It knows no other language than English."""
        below = (self.net.doubt - score) if self.net else 0
        level = 2 if below > SURELY else 1 if below > 0 else -1
        return {family.id for family in self.families if family.level <= level}

    def read(self, text: str) -> ReadText:
        """The words of a text, misspelt ones put right, and which of them a harmless family covers."""
        found = tokens(text, dict(self.lexicon.rewrite))
        words = [self.lexicon.corrected(token.word) for token in found]
        at = stands(words, self.lexicon)
        present = frozenset(name for here in at for name in here)
        hits = [places for family in self.families if not family.cards for places in _hits(family, at, present)]
        harmless = [place for places in hits for place in _through(places)]
        return ReadText(text, words, [(token.at, token.end) for token in found], at, present, frozenset(harmless))

    def hits(self, reading: ReadText, family: MatchFamily) -> list[Places]:
        """Where a family stands in what no harmless family covers."""
        return [places for places in _hits(family, reading.at, reading.present) if not reading.covered.issuperset(places)]

    def raised(self, text: str) -> list[Raised]:
        """The cards that a text needs, the right one first."""
        reading = self.read(text)
        scores = self.net.scores(reading) if self.net else {}
        found: dict[str, tuple[float, Raised]] = {}
        for family in self.families:
            hits = self.hits(reading, family) if family.cards else []
            if not hits:
                continue
            places = max(hits, key=len)
            for rank, card in enumerate(family.cards):
                strength = (2 if family.now else 1) + min(len(places), 6) / 10 - SIDE * rank + scores.get(card, 0) / SWAY
                if card not in found or strength > found[card][0]:
                    found[card] = (strength, Raised(card, family.now, family.id, [reading.said(places)]))
        idle = self.overruled(scores.get("any", 0))
        found = {card: one for card, one in found.items() if one[1].family not in idle}
        if self.net and len(reading.words) >= FEWEST and scores["any"] >= self.net.threshold:
            card = max(CARDS, key=lambda name: scores[name])
            if card not in found:
                found[card] = (ALONE + scores[card] / SWAY, Raised(card, False, "net", self.net.why(reading, card)))
        return [raised for _, raised in sorted(found.values(), key=lambda one: -one[0])][:_MOST]


def _hits(family: MatchFamily, at: Sequence[Spans], present: frozenset[str]) -> list[Places]:
    if any(find(one, at, present) for one in family.unless):
        return []
    return [places for one in family.patterns for places in find(one, at, present)]


def _through(places: Places) -> range:
    return range(places[0], places[-1] + 1)


def judge(plain: Mapping[str, Any]) -> Judge:
    """A judge of the data that the browser gets."""
    concepts = {name: forms.split(",") for name, forms in plain["concepts"].items()}
    meant, known = plain["meant"].split(), plain["known"].split()
    families = [_family(row) for row in plain["families"]]
    return Judge(lexicon(concepts, plain["rewrite"], meant, known), families, net(plain["net"]) if plain.get("net") else None)


def _family(row: Sequence[Any]) -> MatchFamily:
    name, cards, level, gap, within, patterns, unless = row
    found, against = ([pattern(one, gap, within) for one in texts] for texts in (patterns, unless))
    return MatchFamily(name, cards.split(), level > 0, level, found, against)

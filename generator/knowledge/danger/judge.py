"""Judge a text: which crisis cards it needs, and which words are the reason. `templates/browser/danger/judge.js` does the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.knowledge.danger.lexicon import Lexicon, lexicon
from generator.knowledge.danger.matcher import Pattern, Places, Spans, concept_spans, find, pattern
from generator.knowledge.danger.net import CARDS, Net, net
from generator.knowledge.danger.text import tokens

MIN_WORDS = 2
"""Minimum words of a text for the net. Single words of danger are covered by families."""

_FIGURES = re.compile(r"[0-9]+")
"""Figures alone, such as a number to call, are no danger to the net."""

_MOST = 2
"""Maximum cards shown at once."""

NET_SCALE = 20
"""The score of the net that equals the difference in strength between `call 999` and `help today`."""

NET_ONLY_STRENGTH = 1.5
"""The strength of a card raised by the net alone."""

CERTAIN_MARGIN = 9
"""How far below its threshold of doubt the net's score must be to overrule even a certain family. Tuned together with that threshold."""

SECOND_CARD_PENALTY = 1.0
"""How much weaker a family's second card is than its first."""


@dataclass(frozen=True)
class MatchFamily:
    """A family prepared for matching. `cards` is empty for a harmless family."""

    id: str
    cards: list[str]
    now: bool
    level: int
    """0 where help is needed today, 1 where 999 comes first, 2 where the family is sure besides, 3 where it is in another language."""
    patterns: list[Pattern]
    unless: list[Pattern]
    anchors: frozenset[str]
    """A text without any of them matches no pattern. Most texts have none of most families."""


@dataclass(frozen=True)
class ReadText:
    """A parsed text: its words, their concepts, and which of them are harmless."""

    text: str
    words: list[str]
    spots: list[tuple[int, int]]
    at: list[Spans]
    present: frozenset[str]
    covered: frozenset[int]

    def said(self, places: Sequence[int]) -> str:
        """The words at these positions as typed, with an ellipsis for words left out between them."""
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
class RaisedCard:
    """A card, with the family that raised it (`net` for the net) and the words that are the reason."""

    card: str
    now: bool
    family: str
    said: list[str]


@dataclass(frozen=True)
class Judge:
    """Judges texts, with the same data as the browser."""

    lexicon: Lexicon
    families: list[MatchFamily]
    net: Net | None

    def overruled(self, score: float) -> set[str]:
        """The families that are ignored at this score of the net, which knows only English."""
        below = (self.net.doubt - score) if self.net else 0
        level = 2 if below > CERTAIN_MARGIN else 1 if below > 0 else -1
        return {family.id for family in self.families if family.level <= level}

    def read(self, text: str) -> ReadText:
        """The words of a text with misspelt ones corrected, and which of them a harmless family covers."""
        found = tokens(text, self.lexicon.rewrite)
        words = [self.lexicon.corrected(token.word) for token in found]
        at = concept_spans(words, self.lexicon)
        present = frozenset(name for here in at for name in here)
        hits = [places for family in self.families if not family.cards for places in _hits(family, at, present)]
        harmless = [place for places in hits for place in _whole_range(places)]
        return ReadText(text, words, [(token.at, token.end) for token in found], at, present, frozenset(harmless))

    def hits(self, reading: ReadText, family: MatchFamily) -> list[Places]:
        """The matches of a family outside the words that harmless families cover."""
        return [places for places in _hits(family, reading.at, reading.present) if not reading.covered.issuperset(places)]

    def raised(self, text: str) -> list[RaisedCard]:
        """The cards that a text needs, the most fitting first."""
        return self.raised_by(self.read(text))

    def raised_by(self, reading: ReadText) -> list[RaisedCard]:
        """The cards that a text needs which was read already."""
        scores = self.net.scores(reading) if self.net else {}
        found: dict[str, tuple[float, RaisedCard]] = {}
        for family in self.families:
            hits = self.hits(reading, family) if family.cards else []
            if not hits:
                continue
            places = max(hits, key=len)
            for rank, card in enumerate(family.cards):
                first = (2 if family.now else 1) + min(len(places), 6) / 10
                strength = first - SECOND_CARD_PENALTY * rank + scores.get(card, 0) / NET_SCALE
                if card not in found or strength > found[card][0]:
                    found[card] = (strength, RaisedCard(card, family.now, family.id, [reading.said(places)]))
        idle = self.overruled(scores.get("any", 0))
        found = {card: one for card, one in found.items() if one[1].family not in idle}
        enough = len(reading.words) >= MIN_WORDS and not all(map(_FIGURES.fullmatch, reading.words))
        if self.net and enough and scores["any"] >= self.net.threshold:
            card = max(CARDS, key=lambda name: scores[name])
            if card not in found:
                found[card] = (NET_ONLY_STRENGTH + scores[card] / NET_SCALE, RaisedCard(card, False, "net", self.net.why(reading, card)))
        return [raised for _, raised in sorted(found.values(), key=lambda one: -one[0])][:_MOST]


def _hits(family: MatchFamily, at: Sequence[Spans], present: frozenset[str]) -> list[Places]:
    if family.anchors.isdisjoint(present):
        return []
    likely = [one for one in family.patterns if not one.anchor.isdisjoint(present)]
    found = [places for one in likely for places in find(one, at, present)]
    return [] if found and any(find(one, at, present) for one in family.unless) else found


def _whole_range(places: Places) -> range:
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
    anchors = frozenset[str]().union(*(one.anchor for one in found))
    return MatchFamily(name, cards.split(), level > 0, level, found, against, anchors)

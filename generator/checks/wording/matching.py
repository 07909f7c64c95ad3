"""Rules on words against a text: compiled once, and fast over thousands of texts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.knowledge.model import Wording, WordingFamily, WordingRule, WordingScope
from generator.knowledge.text.phrases import beginnings, compiled, keys, words_of
from generator.knowledge.text.sentences import sentences

REMEMBERED = 10_000
"""Texts whose matches are kept at one time."""


@dataclass(frozen=True)
class CompiledPhrase:
    """One phrase of a rule, ready to be looked for."""

    rule: WordingRule
    file: Wording
    phrase: str
    exact: bool
    """Whether it keeps to its capitals."""
    put: str
    """What takes the phrase's place, or nothing."""

    @property
    def family(self) -> WordingFamily:
        """What its file is about."""
        return self.file.family

    @property
    def pattern(self) -> re.Pattern[str]:
        """The phrase, compiled when it is first looked for: most of some hundreds never are."""
        return compiled(self.phrase, exact=self.exact)

    @property
    def around(self) -> Iterator[re.Pattern[str]]:
        """Phrases in which the words are right."""
        yield from map(compiled, self.rule.but_not)
        yield from (compiled(phrase, exact=True) for phrase in self.rule.but_not_capitals)

    @property
    def unless(self) -> Iterator[re.Pattern[str]]:
        """Words that make the whole sentence right."""
        return map(compiled, (*self.file.unless, *self.rule.unless))


@dataclass(frozen=True)
class Match:
    """Words of a text that a rule speaks against."""

    look: CompiledPhrase
    start: int
    end: int
    quote: str

    @property
    def rule(self) -> WordingRule:
        """The rule."""
        return self.look.rule

    @property
    def put(self) -> str:
        """What takes the words' place, with their capitals, or nothing where a person must choose."""
        return in_capitals_of(self.look.put, self.quote) if self.look.put else ""


class Rules:
    """Every rule on words. Make it once and use it for every text."""

    def __init__(self, files: Iterable[Wording]) -> None:
        """Get ready to look for the rules of `files`."""
        self.files = tuple(files)
        self._always: list[CompiledPhrase] = []
        self._by_key: dict[str, list[CompiledPhrase]] = {}
        self._every = lru_cache(REMEMBERED)(self._every_match)
        self._known: dict[str, frozenset[str]] = {}
        for file in self.files:
            for rule in file.rules:
                for look in _looks(file, rule):
                    self._keep(look)

    def _keep(self, look: CompiledPhrase) -> None:
        found = keys(look.phrase)
        if not found:
            self._always.append(look)
        for key in found:
            self._by_key.setdefault(key, []).append(look)

    def matches(self, text: str, scope: WordingScope | None = None, *, counted: bool = False) -> list[Match]:
        """What the rules find in a text that stands in `scope`; without one, every rule but those of the directory alone holds.

        With `counted`, only the words that are counted, not told: those coded by gender.
        """
        found = [match for match in self._every(text) if (match.look.family == "gender") == counted and _holds(match.rule, scope)]
        return _without_inner(found)

    def _every_match(self, text: str) -> tuple[Match, ...]:
        """What any rule finds, in order of its place. Networks share most sentences, so this is remembered for a while."""
        found: dict[tuple[str, int], Match] = {}
        for look in self._candidates(text):
            for match in _found(look, text):
                known = found.get((look.rule.code, match.start))
                if known is None or match.end > known.end:
                    found[look.rule.code, match.start] = match
        return tuple(sorted(found.values(), key=lambda match: (match.start, -match.end)))

    def _candidates(self, text: str) -> Iterator[CompiledPhrase]:
        yield from self._always
        seen: set[int] = set()
        for key in sorted(set().union(*map(self._keys_of, words_of(text)))):
            for look in self._by_key[key]:
                if id(look) not in seen:
                    seen.add(id(look))
                    yield look

    def _keys_of(self, word: str) -> frozenset[str]:
        """The keys that a word begins with: the same few thousand words come again and again."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = frozenset(beginnings(word) & self._by_key.keys())
        return found


def _looks(file: Wording, rule: WordingRule) -> Iterator[CompiledPhrase]:
    asked = [(phrase, False, "") for phrase in rule.words]
    asked += [(phrase, True, "") for phrase in rule.capitals]
    asked += [(swap.words, False, swap.put) for swap in rule.swaps]
    for phrase, exact, put in asked:
        yield CompiledPhrase(rule, file, phrase, exact, put)


def _holds(rule: WordingRule, scope: WordingScope | None) -> bool:
    if scope is None:
        return rule.scope != ["directory"]
    return not rule.scope or scope in rule.scope


Stretch = tuple[int, int]
"""Part of a text: where it starts, and where it ends."""


def _found(look: CompiledPhrase, text: str) -> Iterator[Match]:
    matches = list(look.pattern.finditer(text))
    if not matches:
        return
    around = _joined(inner.span() for pattern in look.around for inner in pattern.finditer(text))
    spared = _spared(look, text)
    for match in matches:
        before = bisect_left(around, (match.end(), -1)) - 1
        in_phrase = before >= 0 and around[before][1] > match.start()
        within = bisect_right(spared, (match.start(), len(text) + 1)) - 1
        in_sentence = within >= 0 and match.start() < spared[within][1]
        if not (in_phrase or in_sentence):
            yield Match(look, match.start(), match.end(), match[0])


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches in their order, those that overlap as one."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _spared(look: CompiledPhrase, text: str) -> list[Stretch]:
    """The sentences that other words in them make right."""
    unless = list(look.unless)
    return [(s.start, s.end) for s in sentences(text) if any(pattern.search(s.text) for pattern in unless)] if unless else []


def _without_inner(matches: list[Match]) -> list[Match]:
    """Of two matches of one rule that overlap, the first and longest."""
    kept: list[Match] = []
    ends: dict[str, int] = {}
    for match in matches:
        if match.start >= ends.get(match.rule.code, 0):
            kept.append(match)
            ends[match.rule.code] = match.end
    return kept


def in_capitals_of(put: str, quote: str) -> str:
    """Words with a capital where the words they replace begin with one, as at the start of a sentence."""
    return put[:1].upper() + put[1:] if quote[:1].isupper() and not quote[1:2].isupper() else put

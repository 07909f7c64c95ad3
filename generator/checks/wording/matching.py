"""Match the wording rules against texts. They are compiled once, and fast over thousands of texts."""

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
"""Maximum number of texts whose matches are cached."""


@dataclass(frozen=True)
class CompiledPhrase:
    """One phrase of a rule, prepared for matching."""

    rule: WordingRule
    file: Wording
    phrase: str
    exact: bool
    """Whether upper and lower case must match."""
    put: str
    """The replacement for the phrase, or ""."""

    @property
    def family(self) -> WordingFamily:
        """The family of rules in its file."""
        return self.file.family

    @property
    def pattern(self) -> re.Pattern[str]:
        """The phrase as a pattern, compiled at first use: most of the hundreds of phrases are never needed."""
        return compiled(self.phrase, exact=self.exact)

    @property
    def around(self) -> Iterator[re.Pattern[str]]:
        """Longer phrases in which the words are allowed."""
        yield from map(compiled, self.rule.but_not)
        yield from (compiled(phrase, exact=True) for phrase in self.rule.but_not_capitals)

    @property
    def unless(self) -> Iterator[re.Pattern[str]]:
        """Words that make the match allowed if they are in the same sentence."""
        return map(compiled, (*self.file.unless, *self.rule.unless))


@dataclass(frozen=True)
class Match:
    """Words of a text that match a rule."""

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
        """The replacement with the capitals of the matched words, or "" if a person must choose."""
        return in_capitals_of(self.look.put, self.quote) if self.look.put else ""


class Rules:
    """All wording rules. Create one instance and use it for every text."""

    def __init__(self, files: Iterable[Wording]) -> None:
        """Prepare the rules of `files`."""
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
        phrase_keys = keys(look.phrase)
        if not phrase_keys:
            self._always.append(look)
        for key in phrase_keys:
            self._by_key.setdefault(key, []).append(look)

    def matches(self, text: str, scope: WordingScope | None = None, *, counted: bool = False) -> list[Match]:
        """The matches in a text of `scope`. Without a scope, all rules apply except those for the directory only.

        With `counted`, only gender-coded words, which are counted and not reported one by one.
        """
        matches = [match for match in self._every(text) if (match.look.family == "gender") == counted and _holds(match.rule, scope)]
        return _without_inner(matches)

    def _every_match(self, text: str) -> tuple[Match, ...]:
        """The matches of all rules, by position. Cached, because networks share most sentences."""
        longest: dict[tuple[str, int], Match] = {}
        for look in self._candidates(text):
            for match in _matches_of(look, text):
                known = longest.get((look.rule.code, match.start))
                if known is None or match.end > known.end:
                    longest[look.rule.code, match.start] = match
        return tuple(sorted(longest.values(), key=lambda match: (match.start, -match.end)))

    def _candidates(self, text: str) -> Iterator[CompiledPhrase]:
        yield from self._always
        seen: set[int] = set()
        for key in sorted(set().union(*map(self._keys_of, words_of(text)))):
            for look in self._by_key[key]:
                if id(look) not in seen:
                    seen.add(id(look))
                    yield look

    def _keys_of(self, word: str) -> frozenset[str]:
        """The keys that a word starts with. Cached, because the same few thousand words recur."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = frozenset(beginnings(word) & self._by_key.keys())
        return known


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


def _matches_of(look: CompiledPhrase, text: str) -> Iterator[Match]:
    matches = list(look.pattern.finditer(text))
    if not matches:
        return
    around = joined_stretches(inner.span() for pattern in look.around for inner in pattern.finditer(text))
    spared = _spared(look, text)
    for match in matches:
        before = bisect_left(around, (match.end(), -1)) - 1
        in_phrase = before >= 0 and around[before][1] > match.start()
        within = bisect_right(spared, (match.start(), len(text) + 1)) - 1
        in_sentence = within >= 0 and match.start() < spared[within][1]
        if not (in_phrase or in_sentence):
            yield Match(look, match.start(), match.end(), match[0])


def joined_stretches(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches in order, with overlapping ones merged."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _spared(look: CompiledPhrase, text: str) -> list[Stretch]:
    """The sentences in which other words make a match allowed."""
    unless = list(look.unless)
    return [(s.start, s.end) for s in sentences(text) if any(pattern.search(s.text) for pattern in unless)] if unless else []


def _without_inner(matches: list[Match]) -> list[Match]:
    """Of overlapping matches of one rule, only the first and longest."""
    outer: list[Match] = []
    ends: dict[str, int] = {}
    for match in matches:
        if match.start >= ends.get(match.rule.code, 0):
            outer.append(match)
            ends[match.rule.code] = match.end
    return outer


def in_capitals_of(put: str, quote: str) -> str:
    """The replacement with a capital first letter if the quote has one, as at the start of a sentence."""
    return put[:1].upper() + put[1:] if quote[:1].isupper() and not quote[1:2].isupper() else put

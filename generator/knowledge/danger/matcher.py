"""Match patterns of concepts against words. `templates/browser/danger/matcher.js` does the same.

A pattern is parts in their order, at most `gap` words apart; `A|B` is either; `&` joins runs of parts that may stand in any order, all
within a number of words; `^` and `$` are the beginning and the end of the text.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from generator.knowledge.danger.lexicon import NUMBERS, Lexicon

Spans = dict[str, list[int]]
"""The concepts and words that start at one position, each with the positions where it ends."""

Places = tuple[int, ...]
"""The positions of the words that a pattern matches."""

Run = list[list[str]]
"""Parts in their order, each with its choices."""


EDGES = frozenset({"^", "$"})
"""The beginning and the end of the text."""


@dataclass(frozen=True)
class Pattern:
    """A parsed pattern."""

    runs: list[Run]
    gap: int
    within: int
    anchor: frozenset[str]
    """The choices of its part with the fewest choices. A text without any of them cannot match."""


def pattern(text: str, gap: int, within: int) -> Pattern:
    """Parse a pattern."""
    runs = [[part.split("|") for part in run.split(" ")] for run in text.split(" & ")]
    anchor = min((part for run in runs for part in run if part[0] not in EDGES), key=len)
    return Pattern(runs, gap, within, frozenset(anchor))


def concept_spans(words: Sequence[str], lexicon: Lexicon) -> list[Spans]:
    """The concepts at each place of a text."""
    found: list[Spans] = []
    for at, word in enumerate(words):
        here: Spans = {word: [at + 1]}
        for name in (*lexicon.single.get(word, ()), *_figures(word)):
            here.setdefault(name, []).append(at + 1)
        for rest, names in lexicon.longer.get(word, ()):
            if list(words[at + 1 : at + 1 + len(rest)]) == rest:
                for name in names:
                    here.setdefault(name, []).append(at + 1 + len(rest))
        found.append(here)
    return found


def _figures(word: str) -> list[str]:
    if not (word.isascii() and word.isdigit()):
        return []
    return [name for name, (least, most) in NUMBERS.items() if least <= int(word) <= most]


def find(wanted: Pattern, at: Sequence[Spans], present: Set[str]) -> list[Places]:
    """The matches of a pattern in a text, one for each start of its first run. `present` has all concepts and words of the text."""
    if wanted.anchor.isdisjoint(present):
        return []
    if not all(any(choice in present or choice in EDGES for choice in part) for run in wanted.runs for part in run):
        return []
    runs = [_run(run, wanted.gap, at) for run in wanted.runs]
    if not all(runs):
        return []
    first, *others = runs
    found = []
    for places in first:
        together = places
        for run in others:
            near = min(run, key=lambda other: _reach(together, other))
            together = tuple(sorted({*together, *near}))
        if len(runs) == 1 or together[-1] - together[0] < wanted.within:
            found.append(together)
    return found


def _reach(one: Places, other: Places) -> int:
    return max(one[-1], other[-1]) - min(one[0], other[0])


def _run(run: Run, gap: int, at: Sequence[Spans]) -> list[Places]:
    """Every place where a run of parts begins, with the words that it takes there."""
    found = []
    for start in range(len(at)):
        places = _from(run, 0, start, start, gap, at)
        if places:
            found.append(places)
    return found


def _from(run: Run, part: int, low: int, high: int, gap: int, at: Sequence[Spans]) -> Places | None:
    """The words that the rest of a run takes, if its next part begins between two places."""
    if part == len(run):
        return ()
    if run[part] == ["^"]:
        return _from(run, part + 1, low, high, gap, at) if low == 0 else None
    if run[part] == ["$"]:
        return () if low == len(at) else None
    for start in range(low, min(high, len(at) - 1) + 1):
        for choice in run[part]:
            for end in at[start].get(choice, ()):
                rest = _from(run, part + 1, end, end + gap, gap, at)
                if rest is not None:
                    return (*range(start, end), *rest)
    return None

"""Recognise paragraphs that say what a shared clause says, by their heading and by how like their words are."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from generator.knowledge.job_documents.patterns import any_of
from generator.knowledge.model import Clause

_WORD = re.compile(r"(\w+)(\*?)")

HEADING_LIKE = 0.87
"""How like a heading must be to the name of a clause."""

FEW_WORDS = 6
"""Words of a heading at most that holds the whole name of a clause and more."""

UNDER_HEADING, ANYWHERE = 0.3, 0.5
"""How like the words must be: under a heading that names the clause or in a part on terms, and elsewhere."""


@dataclass(frozen=True)
class ClauseMatch:
    """A clause, and how like a paragraph is to it, from 0 to 1."""

    clause: str
    likeness: float


class KnownClauses:
    """The shared clauses of a library, ready to compare with."""

    def __init__(self, clauses: Collection[Clause]) -> None:
        self._texts = {clause.id: utils.default_process(clause.text) for clause in clauses}
        names = [(clause.id, name) for clause in clauses for name in (clause.heading, *clause.also_called)]
        self._names = [utils.default_process(name) for _, name in names]
        self._ids = [name for name, _ in names]
        self._known_by = {clause.id: recognised_by(clause) for clause in clauses if clause.recognised_by}

    def named(self, heading: str) -> str | None:
        """The clause that a heading names."""
        said = utils.default_process(heading)
        found = process.extractOne(said, self._names, scorer=fuzz.token_sort_ratio, score_cutoff=HEADING_LIKE * 100)
        if found is None and len(words := set(said.split())) <= FEW_WORDS:
            return next((self._ids[at] for at, name in enumerate(self._names) if " " in name and words >= set(name.split())), None)
        return self._ids[found[2]] if found else None

    def meant(self, text: str, heading: str | None, *, general: bool) -> ClauseMatch | None:
        """The clause that a paragraph means, below a heading that names one or in a part on terms, or elsewhere."""
        said = utils.default_process(text)
        scores = {name: fuzz.token_set_ratio(said, words) / 100 for name, words in self._texts.items()}
        if heading and scores.get(heading, 0) >= UNDER_HEADING:
            return ClauseMatch(heading, scores[heading])
        shown = {name: scores[name] for name, pattern in self._known_by.items() if pattern.search(text)}
        best = max(shown, key=lambda name: shown[name], default=None)
        if best and shown[best] >= (UNDER_HEADING if general else ANYWHERE):
            return ClauseMatch(best, shown[best])
        return None


def recognised_by(clause: Clause) -> re.Pattern[str]:
    """The pattern of what a clause is recognised by."""
    return any_of(*map(_pattern, clause.recognised_by))


def _pattern(words: str) -> str:
    """The pattern of words that a paragraph is recognised by: `safeguard* … adults`."""
    gaps = (r"\W+".join(rf"{word}\w*" if star else rf"{word}\b" for word, star in _WORD.findall(part)) for part in words.split("…"))
    return r"\b" + r"\b.*\b".join(gaps)

"""Roles side by side: each subject with the sentences of every role, and which of them are the same in several roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.checks.walks import criteria, statements
from generator.knowledge.library.library import Library
from generator.knowledge.model.profiles import Ladder, Theme


@dataclass(frozen=True)
class SharedSentence:
    """One sentence of a role. `alike` is the number of roles that have the same sentence."""

    id: str
    text: str
    level: str
    alike: int


@dataclass(frozen=True)
class ThemeRow:
    """A subject, and the sentences of each role on it, in the order of the roles."""

    theme: Theme
    cells: Sequence[Sequence[SharedSentence]]

    @property
    def held_by(self) -> int:
        """The number of roles that have a sentence on it."""
        return sum(bool(cell) for cell in self.cells)


AlikeWords = Mapping[str, Mapping[str, tuple[str, str]]]
"""By role and id: a sentence, and its level, empty if it has none."""


def criteria_rows(library: Library, ladder: Ladder) -> list[ThemeRow]:
    """The person specifications by subject."""
    words = {role: {c.id: (c.text, c.level) for _, c in criteria(library.specifications[role])} for role in ladder.roles}
    return _rows(ladder, ladder.criteria, words)


def duty_rows(library: Library, ladder: Ladder) -> list[ThemeRow]:
    """The job descriptions by subject."""
    words = {role: {s.id: (s.text, "") for _, s in statements(library.roles[role])} for role in ladder.roles}
    return _rows(ladder, ladder.duties, words)


def _rows(ladder: Ladder, themes: Sequence[Theme], words: AlikeWords) -> list[ThemeRow]:
    alike = Counter(text for role in ladder.roles for text in {text for text, _ in words[role].values()})

    def lines(theme: Theme, role: str) -> list[SharedSentence]:
        return [SharedSentence(name, *words[role][name], alike[words[role][name][0]]) for name in theme.has.get(role, ())]

    return [ThemeRow(theme, [lines(theme, role) for role in ladder.roles]) for theme in themes]


def shared(rows: Sequence[ThemeRow]) -> int:
    """The number of sentences that more than one role has in the same words, each counted once."""
    return len({line.text for row in rows for cell in row.cells for line in cell if line.alike > 1})


def only_once(rows: Sequence[ThemeRow], column: int) -> int:
    """The number of sentences that only this role has in these words."""
    return sum(line.alike == 1 for row in rows for line in row.cells[column])

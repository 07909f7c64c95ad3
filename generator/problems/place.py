"""A place in a file, a problem at it, and the report that gathers them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from rapidfuzz import fuzz, process

Severity = Literal["error", "warning", "information"]

_ORDER: dict[str, int] = {"error": 0, "warning": 1, "information": 2}


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands. Lines and columns count from 1, columns in characters; 0 is the file as a whole."""

    file: str
    line: int = 0
    column: int = 0
    text: str = field(default="", compare=False)
    """The line itself, so that a reader need not open the file."""
    length: int = field(default=1, compare=False)
    """How many characters of the line to mark."""

    def __str__(self) -> str:
        """As editors and terminals make it a link: `data/roles/a.yaml:12:5`."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def narrowed(self, word: str) -> Place:
        """The part of this place where a word stands, or the place itself where the word is not written out there."""
        start = self.text.find(word, self.column - 1, self.column - 1 + self.length) if self.column else -1
        return self if start < 0 else replace(self, column=start + 1, length=len(word))


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, in words for someone who is not a programmer, and its cure."""

    code: str
    severity: Severity
    message: str
    cure: str
    place: Place


class Report:
    """Every problem of one run, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        """Begin with `problems`."""
        self._problems: set[Problem] = set()
        self.extend(problems)

    def add(self, problem: Problem) -> None:
        """Add a problem; the same one at the same place counts once."""
        self._problems.add(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add several."""
        for problem in problems:
            self.add(problem)

    def __iter__(self) -> Iterator[Problem]:
        """By file and line, errors before warnings on the same line."""
        return iter(sorted(self._problems, key=lambda p: (p.place, _ORDER[p.severity], p.code, p.message, p.cure)))

    def __len__(self) -> int:
        """How many problems there are."""
        return len(self._problems)

    def count(self, severity: Severity) -> int:
        """How many there are of one severity."""
        return sum(p.severity == severity for p in self._problems)

    @property
    def fails(self) -> bool:
        """Whether anything stops publication."""
        return self.count("error") > 0


LONGEST_WORD = 200
"""A word longer than any id is no slip of the keyboard, and comparing it would only take time."""

ALIKE = 60
"""Percent of the letters of two words that stand in both, in the same order: below it, a guess would mislead."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like a mistyped one, or nothing where none is near enough to help."""
    if len(word) > LONGEST_WORD:
        return ""
    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[0] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest known word as a question to end a message with, or nothing."""
    near = nearest(word, known)
    return f" Did you mean ‘{near}’?" if near else ""


class Stopped(Exception):
    """Work that cannot go on because of problems in what a user gave. Its report says what and where.

    Our own mistakes are other exceptions: a user should never be told to mend those.
    """

    def __init__(self, report: Report) -> None:
        """Stop with everything that is wrong."""
        super().__init__(f"{len(report)} problems")
        self.report = report

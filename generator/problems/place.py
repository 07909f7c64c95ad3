"""A place in a file, a problem at that place, and a report of all problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

Severity = Literal["error", "warning", "information"]

_ORDER: dict[str, int] = {"error": 0, "warning": 1, "information": 2}


@dataclass(frozen=True, order=True)
class Place:
    """A place in a file. Lines and columns count from 1, columns in characters; line 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0
    text: str = field(default="", compare=False)
    """The text of the line, so that a reader need not open the file."""
    length: int = field(default=1, compare=False)
    """How many characters of the line to underline."""

    def __str__(self) -> str:
        """In the form that editors and terminals turn into a link: `data/roles/a.yaml:12:5`."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def narrowed(self, word: str) -> Place:
        """The part of this place that holds `word`, or this place unchanged if the word is not in its text."""
        start = self.text.find(word, self.column - 1, self.column - 1 + self.length) if self.column else -1
        return self if start < 0 else replace(self, column=start + 1, length=len(word))


@dataclass(frozen=True)
class Problem:
    """One problem and its cure, worded for people who are not programmers."""

    code: str
    severity: Severity
    message: str
    cure: str
    place: Place


class Report:
    """All problems of one run, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        """Start with `problems`."""
        self._problems: set[Problem] = set()
        self.extend(problems)

    def add(self, problem: Problem) -> None:
        """Add a problem. An equal problem at the same place counts once."""
        self._problems.add(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add several problems."""
        for problem in problems:
            self.add(problem)

    def __iter__(self) -> Iterator[Problem]:
        """By file and line, errors before warnings on the same line."""
        return iter(sorted(self._problems, key=lambda p: (p.place, _ORDER[p.severity], p.code, p.message, p.cure)))

    def __len__(self) -> int:
        """The number of problems."""
        return len(self._problems)

    def count(self, severity: Severity) -> int:
        """The number of problems of one severity."""
        return sum(p.severity == severity for p in self._problems)

    @property
    def fails(self) -> bool:
        """Whether anything stops publication."""
        return self.count("error") > 0


LONGEST_WORD = 200
"""Maximum characters of a word for which a suggestion is sought: no id is longer, and comparing longer words takes time."""

ALIKE = 60
"""Minimum similarity for a suggestion, in percent (rapidfuzz's `fuzz.ratio`). A guess less similar would mislead."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most similar to a mistyped one, or "" if none is similar enough to help."""
    if len(word) > LONGEST_WORD:
        return ""
    from rapidfuzz import fuzz, process  # imported late: most runs mistype nothing

    best = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return best[0] if best else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question to append to a message, with the most similar known word, or "" if there is none."""
    near = nearest(word, known)
    return f" Did you mean ‘{near}’?" if near else ""


class Stopped(Exception):
    """Work cannot continue because of problems in the user's input. `report` lists them with their places.

    Our own bugs raise other exceptions: a user should never be asked to correct those.
    """

    def __init__(self, report: Report) -> None:
        """Stop with all the problems of `report`."""
        super().__init__(f"{len(report)} problems")
        self.report = report

"""An imported record as read from a file, before it is validated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.knowledge.directory.importing.marks import exact
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.reading.document import Document, SourceText, Steps
from generator.problems import Place, Problem, Report, Stopped, rule

MOST_RECORDS = 20_000
"""Maximum records of one import: twice the size of the largest directory that we build for."""

LARGEST_FILE = 200_000_000
"""Maximum size of one file in bytes."""

DEEPEST_JSON = 30
"""Maximum nesting depth of a value. The deepest of the standard has eight levels."""


@dataclass(frozen=True)
class ImportedRecord:
    """One record: the JSON values of our fields, and where they come from."""

    place: Place
    called: str
    """What messages call it."""
    values: dict[str, Any]
    given: frozenset[str]
    """The fields that the file has, including empty ones."""
    own: bool = False
    """Whether it comes from our own export, so that what was checked stays checked."""
    chosen: bool = False
    """Whether it comes from a sheet with some services only, such as the review queue: those that are not in it have not gone."""
    comments: dict[str, str] = field(default_factory=dict)
    """Comments on what to check, by field."""
    guessed: frozenset[str] = frozenset()
    """Fields that the file does not have: a guess never overwrites a value of an existing record."""
    terms: tuple[str, ...] = ()
    """The terms and taxonomies of the feed, which filters of an import look at."""
    about_abuse: bool = False
    """Whether its terms or words name abuse, though no need of it says so."""
    exported: Mapping[str, str] = field(default_factory=dict)
    """Of a table of our own, the marks of the fields as they were exported."""
    columns: Mapping[str, int] = field(default_factory=dict)
    """Of a row of our own export, which column holds each field, counted from 1."""
    unread: tuple[Problem, ...] = ()
    """Its cells that could not be read. They count as not there."""
    refused: frozenset[str] = frozenset()
    """Fields that a record cannot have as the file has them. What is here stays."""
    decided: frozenset[str] = frozenset()
    """Keys of `safety` that it says nothing of: their column is not there, or their cell is empty. What was decided here stays."""
    notes: Notes = field(default_factory=Notes)
    """What was left out of it, or put right."""

    def at(self, name: str) -> Place:
        """The place of a field: in a row of our own export, its cell."""
        return replace(self.place, column=self.columns.get(name, self.place.column))

    def untouched(self, name: str) -> bool:
        """Whether a field of an exported table still is as it was exported."""
        return name in self.exported and self.exported[name] == exact(self.values.get(name))

    def unchanged_here(self, name: str, ours: object) -> bool:
        """Whether our field still is as it was exported."""
        return self.exported.get(name) == exact(ours)


ImportedRecords = Iterator[ImportedRecord | Problem]
"""Records as they are met, and in their places what could not be read."""


@dataclass(frozen=True)
class Batch:
    """What one import reads."""

    read: Callable[[], ImportedRecords]
    whole: bool
    """Whether it is a whole directory, so that what is not in it has gone."""


def of_record(called: str, problem: Problem) -> Problem:
    """The same problem, saying whose it is."""
    return replace(problem, message=f"Record ‘{called[:80]}’: {problem.message}")


def as_document(values: dict[str, Any], place: Place) -> Document:
    """Values as a document with one place for all of them, so that problems name field and place."""
    document = Document(SourceText(place.file, []), value=values)
    document.values = dict.fromkeys(_ways(values), (place.line, place.column, 0))
    return document


def _ways(value: Any) -> Iterator[Steps]:
    waiting: list[tuple[Steps, Any]] = [((), value)]
    while waiting:
        steps, inner = waiting.pop()
        yield steps
        pairs = inner.items() if isinstance(inner, dict) else enumerate(inner) if isinstance(inner, list) else ()
        waiting += [((*steps, key), part) for key, part in pairs]


def too_deep(value: Any) -> bool:
    """Whether a value is nested so deeply that recursion could exhaust the stack."""
    level = [value]
    for _ in range(DEEPEST_JSON):
        level = [inner for part in level if isinstance(part, dict | list) for inner in (part.values() if isinstance(part, dict) else part)]
        if not level:
            return False
    return True


def feed_unreadable(file: str, form: str, reason: str, line: int = 0, column: int = 0) -> Stopped:
    """A file that cannot be read as its type. Nothing of it is imported."""
    return Stopped(Report([rule("import-unreadable").at(Place(file, line, column), form=form, reason=reason)]))


def too_much(file: str, what: str) -> Stopped:
    """A file that exceeds a limit. Nothing of it is imported, because half a directory is of no use."""
    return Stopped(Report([rule("import-too-much").at(Place(file), what=what)]))

"""Read services from any supported file, by its extension, one record at a time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.knowledge.directory.importing.found import (
    Batch,
    ImportedRecord,
    ImportedRecords,
    as_document,
    feed_unreadable,
    of_record,
    too_deep,
)
from generator.knowledge.directory.importing.json_files import json_records, shape
from generator.knowledge.directory.importing.sheets import FORMULA, rows
from generator.knowledge.directory.importing.standard import foreign_values, own_values
from generator.knowledge.directory.importing.words import Vocabulary, slug_of
from generator.knowledge.directory.openreferral.standard import StandardService, filled
from generator.knowledge.directory.table_columns import EXPORTED_FROM, SAFETY, NotACell, columns, values
from generator.knowledge.library.library import Library
from generator.knowledge.model import Settings
from generator.knowledge.reading.field_errors import problems_of
from generator.problems import Place, Problem, did_you_mean, rule

_ENDINGS = (".json", ".csv", ".xlsx")
"""The kinds of file that can be read."""


NO_ID = "00000000-0000-0000-0000-000000000000"
"""Stands for the id of a part, which nothing of ours goes by."""


@dataclass(frozen=True)
class Import:
    """The options of an import, with defaults for what the file does not say."""

    path: Path
    name: str
    """What messages call the file."""
    feed: str
    """What the feed is called, in sources and comments."""
    library: Library
    """The directory that the records come into."""
    today: date
    trusted: bool = True
    """Whether our own exports keep what was checked."""
    needs: tuple[str, ...] = ()
    """For records whose own words name no need that we know."""
    areas: tuple[str, ...] = ()
    """For records whose own words name no area that we know."""

    def batch(self) -> Batch:
        """The records. Raises Stopped where the file as a whole cannot be read."""
        if self.path.is_dir():
            return Batch(self._feed, whole=True)
        if not self.path.is_file():
            raise feed_unreadable(self.name, "a file", "it is not there")
        if self.path.suffix.lower() == ".json":
            return Batch(self._feed, whole=shape(self.path, self.name).whole)
        if self.path.suffix.lower() in _ENDINGS:
            return Batch(self._table, whole=True)
        raise feed_unreadable(self.name, "a directory", f"its name must end with one of: {', '.join(_ENDINGS)}")

    def own(self, site: object) -> bool:
        """Whether something that says which site it was exported from is ours. A folder without settings cannot tell, and takes it."""
        settings = next(iter(self.library.all(Settings).values()), None)
        return self.trusted and isinstance(site, str) and bool(site) and (not settings or site == settings.address.rstrip("/"))

    def _feed(self) -> ImportedRecords:
        vocabulary = Vocabulary(self.library)
        for file, number, entry in json_records(self.path, self.name):
            place, called = Place(file), _name(entry, f"number {number}")
            if not isinstance(entry, dict) or too_deep(entry):
                yield of_record(called, rule("import-not-a-record").at(place))
                continue
            try:
                service = StandardService.model_validate(with_ids(filled(entry)))
            except ValidationError as error:
                found = error.errors(include_url=False)
                yield from (of_record(called, p) for p in problems_of(StandardService, "a service", as_document(entry, place), found[:20]))
                continue
            yield self._judged(service, place, called, vocabulary)

    def _judged(self, service: StandardService, place: Place, called: str, vocabulary: Vocabulary) -> ImportedRecord:
        beside = service.fingerpost or {}
        if self.own(beside.get("site")):
            mine = own_values(service)
            return ImportedRecord(place, str(mine.get("id", called)), mine, frozenset(mine), own=True)
        theirs = foreign_values(service, vocabulary)
        mark = hashlib.sha256(json.dumps(theirs, sort_keys=True).encode()).hexdigest()[:16]
        given = frozenset(theirs) | {"came_from"}
        guesses, comments = self._guesses(theirs, vocabulary)
        came_from = {"feed": self.feed, "id": str(service.id), "seen": mark}
        return ImportedRecord(
            place, called, {**guesses, **theirs, "came_from": came_from}, given, comments=comments, guessed=frozenset(guesses)
        )

    def _guesses(self, theirs: dict[str, Any], vocabulary: Vocabulary) -> tuple[dict[str, Any], dict[str, str]]:
        """What we want to know and the feed does not say, each with the comment that asks somebody to look."""
        guesses: dict[str, Any] = {}
        comments = {"summary": "The feed’s own words. Write it anew, short and plain."} if "summary" in theirs else {}
        if "needs" not in theirs:
            guesses["needs"] = list(self.needs) or vocabulary.told_by(f"{theirs.get('name', '')} {theirs.get('summary', '')}")
            comments["needs"] = "Guessed: the feed has no term of ours. Check."
        if "audiences" not in theirs:
            known = list(self.library.audiences)
            guesses["audiences"] = ["everyone"] if "everyone" in known or not known else known[:1]
            comments["audiences"] = "The feed does not say whom it is for. Check."
        if "areas" not in theirs:
            guesses["areas"] = list(self.areas)
            comments["areas"] = "The feed names no area of ours. Check."
        return {key: value for key, value in guesses.items() if value}, comments

    def _table(self) -> ImportedRecords:
        heading: list[str] = []
        for number, cells in rows(self.path, self.name):
            place = Place(self.name, number, 1)
            if not heading:
                heading = [cell.strip().lower().replace(" ", "_") for cell in cells]
                yield from self._heading(heading, place)
                continue
            yield from self._row(dict(zip(heading, cells, strict=False)), place)

    def _heading(self, heading: list[str], place: Place) -> Iterator[Problem]:
        if "id" not in heading or "name" not in heading:
            raise feed_unreadable(self.name, "a table of services", "its first row must have the headings ‘id’ and ‘name’", place.line, 1)
        for name in heading:
            if name and (name not in columns() or heading.count(name) > 1):
                yield rule("import-column-unknown").at(place, column=name[:60], near=did_you_mean(name, columns()))

    def _row(self, row: dict[str, str], place: Place) -> ImportedRecords:
        known = {column: text for column, text in row.items() if column in columns()}
        called = known.get("id") or known.get("name") or f"in row {place.line}"
        formula = next((column for column, text in known.items() if text == FORMULA), None)
        if formula:
            yield of_record(called, rule("import-cell").at(place, reason=f"‘{formula}’ holds a formula, not a text"))
            return
        try:
            found = values(known)
        except NotACell as reason:
            yield of_record(called, rule("import-cell").at(place, reason=reason))
            return
        given = frozenset("safety" if column in SAFETY else column for column in known) - {EXPORTED_FROM}
        yield ImportedRecord(place, called, found, given, own=self.own(known.get(EXPORTED_FROM)))


def _name(entry: object, otherwise: str) -> str:
    name = entry.get("name") if isinstance(entry, dict) else None
    return name if isinstance(name, str) and name.strip() else otherwise


def with_ids(value: Any, *, outermost: bool = True) -> Any:
    """The same object with an id for each part: we go by that of the service alone, and feeds leave out or misspell the others."""
    if isinstance(value, list):
        return [with_ids(inner, outermost=False) for inner in value]
    if not isinstance(value, dict):
        return value
    kept = {key: inner for key, inner in value.items() if not key.endswith("_id")}
    made = {key: inner if key == "fingerpost" else with_ids(inner, outermost=False) for key, inner in kept.items()}
    return made if outermost else {**made, "id": NO_ID}


def free_slug(name: str, key: str, taken: set[str]) -> str:
    """An id for a record of a feed, from its name; with a part of its id there, where another has the name."""
    plain = slug_of(name) or "service"
    return plain if plain not in taken else f"{plain}-{slug_of(key)[:8]}"

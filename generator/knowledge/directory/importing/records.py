"""Read services from any supported file, by its extension, one record at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from generator.knowledge.directory.importing.corrections import CORRECTION_ENDINGS, correction_records
from generator.knowledge.directory.importing.foreign import Reader
from generator.knowledge.directory.importing.foreign_contacts import organisation_name
from generator.knowledge.directory.importing.foreign_terms import taxonomies_of, terms_of
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
from generator.knowledge.directory.importing.json_rows import is_json_table
from generator.knowledge.directory.importing.marks import digest
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.standard import own_values
from generator.knowledge.directory.importing.tables import table_records
from generator.knowledge.directory.importing.words import Vocabulary, id_of, plain, slug_of
from generator.knowledge.directory.openreferral.filled import filled
from generator.knowledge.directory.openreferral.standard import StandardService
from generator.knowledge.library.library import Library
from generator.knowledge.model import Settings
from generator.knowledge.model.services import Guessed
from generator.knowledge.reading.field_errors import problems_of
from generator.problems import Place, rule

_TABLES = (".csv", ".xlsx")
_ENDINGS = (".json", *_TABLES, ".yaml")
"""The kinds of file that can be read."""


NO_ID = "00000000-0000-0000-0000-000000000000"
"""A placeholder for the id of a part, which we never use."""


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

    only: tuple[str, ...] = ()
    """Only records with one of these terms or words come in."""
    without: tuple[str, ...] = ()
    """No record with one of these terms or words comes in."""
    columns: tuple[tuple[str, str], ...] = ()
    """Of a table, which heading is which field of ours."""
    checked_by: str = ""
    """Who checked a correction with the provider."""

    @property
    def is_table(self) -> bool:
        """Whether the file is a table, with a heading for each column."""
        suffix = self.path.suffix.lower()
        return suffix in _TABLES or (suffix == ".json" and self.path.is_file() and is_json_table(self.path, self.name))

    def wanted(self, found: ImportedRecord) -> bool:
        """Whether the filters let a record in."""
        said = (found.values.get("name"), found.values.get("summary"), found.values.get("organisation"))
        text = plain(" ".join(str(words) for words in said if words))
        terms = {plain(term) for term in found.terms}

        def has(word: str) -> bool:
            return plain(word) in terms or f" {plain(word)} " in f" {text} "

        return (not self.only or any(map(has, self.only))) and not any(map(has, self.without))

    def batch(self) -> Batch:
        """The records. Raises Stopped where the file as a whole cannot be read."""
        if self.path.is_dir():
            return Batch(self._feed, whole=True)
        if not self.path.is_file():
            raise feed_unreadable(self.name, "a file", "it is not there")
        if self.is_table:
            return Batch(lambda: table_records(self), whole=True)
        if self.path.suffix.lower() == ".json":
            return Batch(self._feed, whole=shape(self.path, self.name).whole)
        if self.path.suffix.lower() in CORRECTION_ENDINGS:
            return Batch(lambda: correction_records(self), whole=False)
        raise feed_unreadable(self.name, "a directory", f"its name must end with one of: {', '.join(_ENDINGS)}")

    def own(self, site: object) -> bool:
        """Whether something that says which site it was exported from is ours. A folder without settings cannot tell, and takes it."""
        settings = next(iter(self.library.all(Settings).values()), None)
        return self.trusted and isinstance(site, str) and bool(site) and (not settings or site == settings.address.rstrip("/"))

    def _feed(self) -> ImportedRecords:
        vocabulary = Vocabulary(self.library)
        reader = Reader(vocabulary, self.today)
        for file, number, entry in json_records(self.path, self.name):
            place, called = Place(file), _name(entry, f"number {number}")
            if not isinstance(entry, dict) or too_deep(entry):
                yield of_record(called, rule("import-not-a-record").at(place))
                continue
            beside = entry.get("fingerpost")
            if isinstance(beside, dict) and self.own(beside.get("site")):
                yield from self._ours(entry, place, called)
            elif any(isinstance(entry.get(key), str | int) and entry[key] for key in ("name", "title")):
                yield self._theirs(entry, place, called, reader)
            elif run_by := organisation_name(entry):
                yield self._theirs({**entry, "name": run_by}, place, run_by, reader)
            else:
                yield of_record(called, rule("import-no-name").at(place))

    def _ours(self, entry: dict[str, Any], place: Place, called: str) -> ImportedRecords:
        """A record of our own export, which must be whole."""
        try:
            mine = own_values(StandardService.model_validate(with_ids(filled(entry))))
        except ValidationError as error:
            found = error.errors(include_url=False)
            yield from (of_record(called, p) for p in problems_of(StandardService, "a service", as_document(entry, place), found[:20]))
            return
        yield ImportedRecord(place, str(mine.get("id", called)), mine, frozenset(mine), own=True)

    def _theirs(self, entry: dict[str, Any], place: Place, called: str, reader: Reader) -> ImportedRecord:
        notes = Notes()
        theirs = reader.values(entry, notes)
        key = str(entry.get("id") or "").strip()
        made = slug_of(f"{theirs.get('name', '')} {theirs.get('organisation', '')}")
        terms = [*terms_of(entry), *taxonomies_of(entry)]
        return self.foreign(place, called, theirs, key or f"{made}-{digest(theirs.get('name'))[:8]}", notes, reader.vocabulary, terms)

    def foreign(
        self, place: Place, called: str, theirs: dict[str, Any], key: str, notes: Notes, vocabulary: Vocabulary, terms: Iterable[str]
    ) -> ImportedRecord:
        """A record of another publisher, with guesses for missing fields."""
        guesses, comments = self._guesses(theirs, vocabulary)
        key = key.lower() if len(key) <= 160 else digest(key)
        came_from = {"feed": self.feed[:160], "id": key, "seen": digest(theirs)[:16]}
        values = {**guesses, **theirs, "came_from": came_from}
        terms = tuple(terms)
        about_abuse = vocabulary.abusive(terms, f"{theirs.get('name', '')} {theirs.get('summary', '')}")
        return ImportedRecord(
            place, called, values, frozenset(theirs) | {"came_from"}, comments=comments, guessed=frozenset(guesses), notes=notes,
            about_abuse=about_abuse, terms=tuple(terms),
        )  # fmt: skip

    def _guesses(self, theirs: dict[str, Any], vocabulary: Vocabulary) -> tuple[dict[str, Any], dict[str, str]]:
        """Values for fields that the feed does not have, and comments that ask for a check, both by field."""
        guesses: dict[str, Any] = {}
        comments = {"summary": "The feed’s own words. Write it anew, short and plain."} if "summary" in theirs else {}
        if "organisation" not in theirs:
            guesses["organisation"] = theirs.get("name")
            comments["organisation"] = "The feed does not say who runs it. Check."
        if "summary" not in theirs:
            guesses["summary"] = f"{self.feed} does not describe it."
            comments["summary"] = "The feed does not describe it. Write two or three short sentences."
        if "needs" not in theirs:
            guesses["needs"] = list(self.needs) or vocabulary.needs_in(f"{theirs.get('name', '')} {theirs.get('summary', '')}")
            comment = "Guessed: the feed has no term of ours. Check." if guesses["needs"] else "The feed has no term of ours. Fill it in."
            comments["needs"] = comment
        if "audiences" not in theirs:
            known = list(self.library.audiences)
            guesses["audiences"] = ["everyone"] if "everyone" in known or not known else known[:1]
            comments["audiences"] = "The feed does not say who it is for. Check."
        if "areas" not in theirs:
            guesses["areas"] = list(self.areas)
            comments["areas"] = "The feed names no area of ours. " + ("Check." if self.areas else "Fill it in.")
        guesses["guessed"] = [name for name in get_args(Guessed) if name not in theirs]
        return {key: value for key, value in guesses.items() if value}, comments


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
    plain = id_of(name) or "service"
    if plain not in taken:
        return plain
    whole = slug_of(name) == plain
    rest = slug_of(key).removeprefix(plain).strip("-")[:8].strip("-") if whole else ""  # of a table, the key begins with the name
    return next(one for part in (rest, digest(key)[:8], digest(key)[:24]) if part and (one := f"{plain}-{part}") not in taken)

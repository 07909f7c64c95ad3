"""The rows of a table below its heading: those of our own export, and those of anybody’s list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from generator.knowledge.directory.importing.csv_rows import SheetRow
from generator.knowledge.directory.importing.done import marked_done
from generator.knowledge.directory.importing.foreign_cells import VOCABULARIES, ForeignCells, words_of_cell
from generator.knowledge.directory.importing.found import ImportedRecord, ImportedRecords, of_record
from generator.knowledge.directory.importing.headings import (
    PERSON,
    POSTCODE,
    by_field,
    field_of_column,
)
from generator.knowledge.directory.importing.marks import digest, exact, marks_in
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.own_cells import is_id
from generator.knowledge.directory.importing.own_rows import own_record
from generator.knowledge.directory.importing.table_heading import FOR_PEOPLE, TableHeading
from generator.knowledge.directory.importing.typed_cells import ids_for_titles, with_numbers
from generator.knowledge.directory.importing.unusable import WRONG_ID, renamed_id, unused
from generator.knowledge.directory.importing.words import clean, slug_of
from generator.knowledge.directory.importing.workbook_rows import FORMULA
from generator.knowledge.directory.table_columns import (
    AS_EXPORTED,
    DONE_BY,
    DONE_ON,
    EXPORTED_FROM,
    LOOK_AT,
)
from generator.problems import Place, rule

if TYPE_CHECKING:
    from generator.knowledge.directory.importing.records import Import

_READABLE_ID = re.compile(r"[a-z]")
"""An id with letters. A bare reference, such as 1001, would be the address of a page: that is made from the name instead."""

_FIRST_ROWS = 20
"""Rows in which to look for the headings. Above them a table may have its title and a date."""


class TableRows:
    """Reads the rows below one heading."""

    def __init__(self, asked: Import, name: str, *, has_lines: bool) -> None:
        self.asked, self.name = asked, name
        self.headed = TableHeading(asked, name, has_lines=has_lines)
        self.cells = ForeignCells(asked)
        self.keys: dict[str, set[str]] = {}
        """What each service was known by, with the rows that were known by it."""
        self.skipped: list[SheetRow] = []
        """The rows above the heading."""
        self.typed: set[str] = set()
        """The ids that the rows of our own export have."""
        self.met: set[str] = set()
        """The services whose marks a row had."""
        self.rows = 0
        """How many rows there are below the heading."""

    def records(self, rows: Iterable[SheetRow]) -> ImportedRecords:
        """The records below the heading, which is one of the first rows."""
        rows = iter(rows)
        for number, cells in rows:
            if self.headed.is_heading(cells):
                yield from self.headed.read(number, cells)
                yield from self.below(rows)
                return
            if len(self.skipped) == _FIRST_ROWS:
                return
            self.skipped.append((number, cells))

    def below(self, rows: Iterable[SheetRow]) -> ImportedRecords:
        """The records below the heading. Those of our own export are read whole first: a row may have the id that another one lost."""
        if AS_EXPORTED in self.headed.heading and "id" in self.headed.fields:
            rows, at = [*rows], self.headed.fields.index("id")
            self.typed = {cells[at].strip() for _, cells in rows if at < len(cells)}
        for number, cells in rows:
            self.rows += 1
            yield from self.row(number, cells)

    def row(self, number: int, cells: list[str]) -> ImportedRecords:
        """One service. A cell that cannot be read is left out, and noted."""
        place = self.headed.at(number)
        headings, fields = self.headed.heading, self.headed.fields
        others = [(name, text) for name, field, text in zip_longest(headings, fields, cells, fillvalue="") if not field]
        beside = dict(others)
        marked = self._marked(beside.get(AS_EXPORTED, ""))
        site = dict(zip(self.headed.fields, cells, strict=False)).get(EXPORTED_FROM, "")
        ours = self._is_ours(site, marked, beside, dict(zip(self.headed.fields, cells, strict=False)).get("id", "").strip())
        row = by_field(self.headed.fields, cells if ours else [self.headed.answered(index, cell) for index, cell in enumerate(cells)])
        if ours:
            own = self._ours(row, beside, marked, Place(self.name, number, self.headed.columns.get("id", 1)))
            yield marked_done(own, beside.get(DONE_ON, ""), beside.get(DONE_BY, ""), self.asked.library)
            return
        notes = Notes()
        if clean(row.pop(PERSON, "")):
            notes.left("summary", "the details of a person, which no file keeps")
        called = row.get("id") or row.get("name") or (f"in row {number}" if self.headed.has_lines else f"number {number}")
        for field in [field for field, text in row.items() if FORMULA in text]:
            notes.left(field_of_column(field), "a formula, not a text")
            del row[field]
        if [field for field, text in row.items() if text.strip()] == ["name"] and not any(text.strip() for _, text in others):
            yield rule("import-heading-between").at(place, name=clean(row["name"])[:60])
            return
        if not clean(row.get("name", "")) and clean(row.get("organisation", "")):
            row["name"] = row["organisation"]
            notes.kept("name", "the name of the organisation, as the file gives none of the service")
        if not clean(row.get("name", "")):
            yield of_record(called, rule("import-no-name").at(place))
            return
        for name, text in others:
            if text.strip() and name not in FOR_PEOPLE and text != FORMULA:
                notes.left("summary", "a column that is no field of ours", f"{name}: {text}" if name else text)
        yield self._foreign(row, place, called, notes)

    def _is_ours(self, site: str, marked: str, beside: Mapping[str, str], typed: str) -> bool:
        """Whether a row is one that we exported. One that somebody added below, even one filled down from the row above, is not."""
        again = bool(marked) and marked in self.met
        self.met |= {marked}
        if not (self.asked.own(site) or (marked and not site.strip() and self.asked.trusted)):
            return False
        if AS_EXPORTED not in self.headed.heading or typed in self.asked.library.services:
            return True
        return bool(beside.get(AS_EXPORTED, "").strip()) and (is_id(typed) or (bool(marked) and not again))

    def _ours(self, row: dict[str, str], beside: Mapping[str, str], marked: str, place: Place) -> ImportedRecord:
        """A row of our own export. Where its id cannot be one, the service is known by the mark of its id."""
        typed = row.get("id", "")
        renamed = bool(marked) and is_id(typed) and typed.strip() not in self.asked.library.services and marked not in self.typed
        lost = bool(marked) and (not is_id(typed) or renamed)
        row["id"] = marked if lost else typed
        before = self.asked.library.services.get(row["id"].strip())
        row = ids_for_titles(row, self.cells.vocabulary)
        row |= {field: with_numbers(row[field], field, before, beside) for field in ("phones", "texts") if row.get(field, "").strip()}
        called = row["id"].strip() or row.get("name") or f"in row {place.line}"
        own = own_record(row, beside.get(AS_EXPORTED, ""), replace(place, column=1), called, self.headed.columns)
        if lost and "id" in self.headed.columns:
            told = renamed_id(marked, typed.strip()) if renamed else WRONG_ID
            own = replace(own, unread=(*own.unread, unused(place, called, "id", *told)))
        return replace(own, chosen=LOOK_AT in beside)

    def _marked(self, exported: str) -> str:
        """The id of the service that a row was exported from, by the mark of its id, or an empty text."""
        mark = marks_in(exported).get("id")
        return self.ids.get(mark.there, "") if mark else ""

    @cached_property
    def ids(self) -> dict[str, str]:
        """The id of each service here, by its mark in an export."""
        return {exact(name): name for name in self.asked.library.services}

    def _apart(self, key: str, found: Mapping[str, Any]) -> str:
        """What a service without an id is known by: where another row with its name says something else, also by its place or its words."""
        rows = self.keys.setdefault(key, set())
        where = digest([found.get(name) for name in ("locations", "phones", "email", "url")])
        whole = digest(found)
        if not rows or whole in rows:
            rows |= {where, whole}
            return key
        known = where if where not in rows else whole
        rows |= {where, whole}
        return f"{key}-{known[:8]}"

    def _foreign(self, row: Mapping[str, str], place: Place, called: str, notes: Notes) -> ImportedRecord:
        found = self.cells.read(row, notes)
        own_id = row.get("id", "").strip()
        key = (
            own_id or slug_of(f"{found.get('name', '')} {row.get(POSTCODE, '') or found.get('organisation', '')}") or str(found.get("name"))
        )
        key = key if own_id else self._apart(key, found)
        terms = [text for column in VOCABULARIES for text in words_of_cell(row.get(column, ""))]
        record = self.asked.foreign(place, called, found, key, notes, self.cells.vocabulary, terms)
        if slug_of(own_id) == own_id and _READABLE_ID.search(own_id):
            record.values["id"] = own_id
        return record

"""Read a table of services: our own export, or the spreadsheet of a council with its own headings and ways of writing."""

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
from generator.knowledge.directory.importing.found import ImportedRecord, ImportedRecords, feed_unreadable, of_record
from generator.knowledge.directory.importing.headings import (
    PERSON,
    POSTCODE,
    by_field,
    columns_meant,
    day_columns,
    field_of_column,
    guessed_columns,
)
from generator.knowledge.directory.importing.marks import digest, exact, marks_in
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.own_cells import is_id
from generator.knowledge.directory.importing.own_rows import own_record
from generator.knowledge.directory.importing.sheets import table_sheets
from generator.knowledge.directory.importing.typed_cells import ids_for_titles, with_numbers
from generator.knowledge.directory.importing.unusable import WRONG_ID, renamed_id, unused
from generator.knowledge.directory.importing.words import NOTHING, clean, plain, slug_of
from generator.knowledge.directory.importing.workbook_rows import FORMULA
from generator.knowledge.directory.table_columns import (
    AS_EXPORTED,
    DONE_BY,
    DONE_ON,
    EXPORTED_FROM,
    LOOK_AT,
    columns,
)
from generator.problems import Place, Stopped, did_you_mean, rule

if TYPE_CHECKING:
    from generator.knowledge.directory.importing.records import Import


_FOR_PEOPLE = frozenset({AS_EXPORTED, LOOK_AT, DONE_ON, DONE_BY})
"""Columns of our own export that are no field of a service."""

_READABLE_ID = re.compile(r"[a-z]")
"""An id with letters. A bare reference, such as 1001, would be the address of a page: that is made from the name instead."""

_YES_OR_NO = re.compile(r"(?i)\s*(?:yes|no|y|n)\b(?!\s*\w)")

_CLOSED = {"t": "closed", "y": "closed", "1": "closed", "f": "active", "n": "active", "0": "active"}
_ACTIVE = {"t": "active", "y": "active", "1": "active", "f": "inactive", "n": "inactive", "0": "inactive"}
_FLAGS = {"closed": _CLOSED, "is closed": _CLOSED, "active": _ACTIVE, "is active": _ACTIVE}
"""Headings that ask whether a service is open, and the status that each answer means, by its first letter."""

_FIRST_ROWS = 20
"""Rows in which to look for the headings. Above them a table may have its title and a date."""


def table_records(asked: Import) -> ImportedRecords:
    """The records of all tables of a file that have a heading for the name of a service."""
    unread: list[_Table] = []
    read = rows = 0
    for sheet in table_sheets(asked.path, asked.name):
        reader = _Table(asked, f"{asked.name} ({sheet.label})" if sheet.label else asked.name, has_lines=sheet.has_lines)
        if sheet.encoding_guessed:
            yield rule("import-encoding-guessed").at(Place(reader.name))
        if sheet.hidden:
            yield rule("import-sheet-unread").at(Place(reader.name), reason="It is hidden.")
            continue
        yield from reader.records(sheet.rows)
        read += bool(reader.fields)
        rows += reader.rows
        unread += [reader] if reader.skipped and not reader.fields else []
    if unread and not read:
        raise _without_heading(max(unread, key=lambda reader: max(map(_width, reader.skipped))))
    if not rows:
        reason = "it has headings, and no service below them" if read else "there is nothing in it"
        raise feed_unreadable(asked.name, "a table of services", reason)
    for reader in unread:
        yield rule("import-sheet-unread").at(Place(reader.name), reason="No heading of it is that of a service’s name.")


def _width(row: SheetRow) -> int:
    """How many cells of a row have words."""
    return sum(map(bool, map(clean, row[1])))


def _without_heading(reader: _Table) -> Stopped:
    """A table in which no heading is that of a service’s name. The row with most cells is the likeliest heading."""
    number, cells = max(reader.skipped, key=lambda row: (_width(row), -row[0]))
    words = ", ".join(f"“{text[:40]}”" for cell in cells[:12] if (text := clean(cell)))
    known = columns_meant(cells)
    first = next((text[:40] for cell, field in zip(cells, known, strict=True) if not field and (text := clean(cell))), "Service")
    where = f"Row {number} has" if reader.has_lines else "It has"
    reason = f"no heading of it is that of a service’s name. {where} {words}. Say which it is, such as `--column “{first}=name”`"
    place = reader.at(number)
    return feed_unreadable(reader.name, "a table of services", reason, place.line, place.column)


class _Table:
    """Reads the rows below one heading."""

    def __init__(self, asked: Import, name: str, *, has_lines: bool) -> None:
        self.asked, self.name, self.has_lines = asked, name, has_lines
        self.cells = ForeignCells(asked)
        self.fields: list[str] = []
        self.heading: list[str] = []
        self.guessed: list[int] = []
        """The columns whose field is a guess."""
        self.days: dict[int, str] = {}
        """The columns that hold the hours of one day each."""
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

    def at(self, number: int) -> Place:
        """The place of a row."""
        return Place(self.name, number, 1) if self.has_lines else Place(self.name)

    def records(self, rows: Iterable[SheetRow]) -> ImportedRecords:
        """The records below the heading, which is one of the first rows."""
        rows = iter(rows)
        for number, cells in rows:
            if self.is_heading(cells):
                yield from self.head(number, cells)
                yield from self.below(rows)
                return
            if len(self.skipped) == _FIRST_ROWS:
                return
            self.skipped.append((number, cells))

    def below(self, rows: Iterable[SheetRow]) -> ImportedRecords:
        """The records below the heading. Those of our own export are read whole first: a row may have the id that another one lost."""
        if AS_EXPORTED in self.heading and "id" in self.fields:
            rows, at = [*rows], self.fields.index("id")
            self.typed = {cells[at].strip() for _, cells in rows if at < len(cells)}
        for number, cells in rows:
            self.rows += 1
            yield from self.row(number, cells)

    def is_heading(self, cells: list[str]) -> bool:
        """Whether a row has the headings. A title of one cell is none, unless the table has one column."""
        meant = columns_meant(cells, self.asked.columns)
        return ("name" in meant or {"id", EXPORTED_FROM} <= {*meant}) and (len([*filter(None, cells)]) > 1 or len(cells) == 1)

    def head(self, number: int, cells: list[str]) -> ImportedRecords:
        """Remember which column is which, and warn of those that are none."""
        self.fields, self.heading = columns_meant(cells, self.asked.columns), [cell.strip() for cell in cells]
        for name, field in zip(self.heading, self.fields, strict=True):
            if name and not field and name not in _FOR_PEOPLE:
                key = name.lower().replace(" ", "_")
                near = "" if key in columns() else did_you_mean(key, columns())
                yield rule("import-column-unknown").at(self.at(number), column=name[:60], near=near)
        self.guessed = guessed_columns(cells, self.asked.columns)
        self.days = {index: day for index, day in day_columns(cells).items() if self.fields[index] == "hours"}
        for index in self.guessed:
            yield rule("import-column-guessed").at(self.at(number), column=self.heading[index][:60], field=self.fields[index])

    def row(self, number: int, cells: list[str]) -> ImportedRecords:
        """One service. A cell that cannot be read is left out, and noted."""
        place = self.at(number)
        others = [(name, text) for name, field, text in zip_longest(self.heading, self.fields, cells, fillvalue="") if not field]
        beside = dict(others)
        marked = self._marked(beside.get(AS_EXPORTED, ""))
        site = dict(zip(self.fields, cells, strict=False)).get(EXPORTED_FROM, "")
        ours = self._is_ours(site, marked, beside, dict(zip(self.fields, cells, strict=False)).get("id", "").strip())
        row = by_field(self.fields, cells if ours else [self.answered(index, cell) for index, cell in enumerate(cells)])
        if ours:
            own = self._ours(row, beside, marked, Place(self.name, number, self.columns.get("id", 1)))
            yield marked_done(own, beside.get(DONE_ON, ""), beside.get(DONE_BY, ""), self.asked.library)
            return
        notes = Notes()
        if clean(row.pop(PERSON, "")):
            notes.left("summary", "the details of a person, which no file keeps")
        called = row.get("id") or row.get("name") or (f"in row {number}" if self.has_lines else f"number {number}")
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
            if text.strip() and name not in _FOR_PEOPLE and text != FORMULA:
                notes.left("summary", "a column that is no field of ours", f"{name}: {text}" if name else text)
        yield self._foreign(row, place, called, notes)

    def _is_ours(self, site: str, marked: str, beside: Mapping[str, str], typed: str) -> bool:
        """Whether a row is one that we exported. One that somebody added below, even one filled down from the row above, is not."""
        again = bool(marked) and marked in self.met
        self.met |= {marked}
        if not (self.asked.own(site) or (marked and not site.strip() and self.asked.trusted)):
            return False
        if AS_EXPORTED not in self.heading or typed in self.asked.library.services:
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
        own = own_record(row, beside.get(AS_EXPORTED, ""), replace(place, column=1), called, self.columns)
        if lost and "id" in self.columns:
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

    @cached_property
    def columns(self) -> dict[str, int]:
        """The position of each field, counted from 1."""
        named = [(field, index) for index, field in enumerate(self.fields, 1) if field]
        return dict(reversed([*((field_of_column(field), index) for field, index in named), *named]))

    def answered(self, index: int, cell: str) -> str:
        """A cell as it is meant: with the question or the day that is its heading, and empty where it only says that it is."""
        if index in self.days and cell.strip():
            return "" if plain(cell) in ("closed", *NOTHING) else f"{self.days[index].title()} {cell.strip()}"
        if index in self.guessed and _YES_OR_NO.match(cell):
            return f"{self.heading[index]} {cell.strip()}"
        if (words := _FLAGS.get(plain(self.heading[index] if index < len(self.heading) else ""))) and cell.strip():
            return words.get(cell.strip().lower()[:1], cell)
        return "" if cell.strip().lower() in NOTHING else cell

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

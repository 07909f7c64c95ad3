"""Read a table of services: our own export, or the spreadsheet of a council with its own headings and ways of writing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from generator.knowledge.directory.importing.coded_text import CODED, coded
from generator.knowledge.directory.importing.contact_text import calls_in, contact_ways
from generator.knowledge.directory.importing.done import marked_done
from generator.knowledge.directory.importing.found import ImportedRecord, ImportedRecords, feed_unreadable, of_record
from generator.knowledge.directory.importing.headings import ADDRESS, CONTACT, POSTCODE, by_field, columns_meant
from generator.knowledge.directory.importing.marks import exported_marks
from generator.knowledge.directory.importing.mending import both_ages, fitted, mail_address, status, web_address
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.opening_text import opening_rows
from generator.knowledge.directory.importing.sheets import FORMULA, SheetRow, table_sheets
from generator.knowledge.directory.importing.words import Vocabulary, clean, slug_of
from generator.knowledge.directory.openreferral.standard import filled
from generator.knowledge.directory.table_columns import (
    AS_EXPORTED,
    DONE_BY,
    DONE_ON,
    EXPORTED_FROM,
    ITEMS,
    LINES,
    LOOK_AT,
    SAFETY,
    NotACell,
    columns,
    values,
)
from generator.knowledge.model import Service, ServiceSource
from generator.problems import Place, Stopped, did_you_mean, rule

if TYPE_CHECKING:
    from generator.knowledge.directory.importing.records import Import

_SHORT = frozenset({"name", "organisation"})
_NEVER = frozenset({
    "confidence", "assured_on", "assured_by", "not_confirmed", "review_after", "came_from", "guessed", "accept_wording", "first_id",
})  # fmt: skip
"""Columns that no table of others can decide."""

_VOCABULARY = ("needs", "audiences", "areas")
_FOR_PEOPLE = frozenset({AS_EXPORTED, LOOK_AT, DONE_ON, DONE_BY})
"""Columns of our own export that are no field of a service."""

_READABLE_ID = re.compile(r"[a-z]")
"""An id with letters. A bare reference, such as 1001, would be the address of a page: that is made from the name instead."""

_FIRST_ROWS = 20
"""Rows in which to look for the headings. Above them a table may have its title and a date."""


def table_records(asked: Import) -> ImportedRecords:
    """The records of all tables of a file that have a heading for the name of a service."""
    unread: list[_Table] = []
    read = 0
    for sheet in table_sheets(asked.path, asked.name):
        reader = _Table(asked, f"{asked.name} ({sheet.label})" if sheet.label else asked.name)
        if sheet.encoding_guessed:
            yield rule("import-encoding-guessed").at(Place(reader.name))
        if sheet.hidden:
            yield rule("import-sheet-unread").at(Place(reader.name), reason="It is hidden.")
            continue
        yield from reader.records(sheet.rows)
        read += bool(reader.fields)
        unread += [reader] if reader.skipped and not reader.fields else []
    if unread and not read:
        raise _without_heading(max(unread, key=lambda reader: max(map(_width, reader.skipped))))
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
    reason = f"no heading of it is that of a service’s name. Row {number} has {words}. Say which it is, such as `--column “{first}=name”`"
    return feed_unreadable(reader.name, "a table of services", reason, number, 1)


class _Table:
    """Reads the rows below one heading."""

    def __init__(self, asked: Import, name: str) -> None:
        self.asked, self.name = asked, name
        self.vocabulary = Vocabulary(asked.library)
        self.fields: list[str] = []
        self.heading: list[str] = []
        self.skipped: list[SheetRow] = []
        """The rows above the heading."""

    def records(self, rows: Iterable[SheetRow]) -> ImportedRecords:
        """The records below the heading, which is one of the first rows."""
        for number, cells in rows:
            if self.fields:
                yield from self.row(number, cells)
            elif self.is_heading(cells):
                yield from self.head(number, cells)
            elif len(self.skipped) == _FIRST_ROWS:
                return
            else:
                self.skipped.append((number, cells))

    def is_heading(self, cells: list[str]) -> bool:
        """Whether a row has the headings. A title of one cell is none, unless the table has one column."""
        return "name" in columns_meant(cells, self.asked.columns) and (len([*filter(None, cells)]) > 1 or len(cells) == 1)

    def head(self, number: int, cells: list[str]) -> ImportedRecords:
        """Remember which column is which, and warn of those that are none."""
        self.fields, self.heading = columns_meant(cells, self.asked.columns), [cell.strip() for cell in cells]
        for name, field in zip(self.heading, self.fields, strict=True):
            if name and not field and name not in _FOR_PEOPLE:
                near = did_you_mean(name.lower().replace(" ", "_"), columns())
                yield rule("import-column-unknown").at(Place(self.name, number, 1), column=name[:60], near=near)

    def row(self, number: int, cells: list[str]) -> ImportedRecords:
        """One service. A cell that cannot be read is left out, and noted."""
        place = Place(self.name, number, 1)
        row = by_field(self.fields, cells)
        beside = {name: text for name, field, text in zip(self.heading, self.fields, cells, strict=False) if not field}
        notes = Notes()
        called = row.get("id") or row.get("name") or f"in row {number}"
        for field in [field for field, text in row.items() if FORMULA in text]:
            notes.left(_field(field), "a formula, not a text")
            del row[field]
        if self.asked.own(row.get(EXPORTED_FROM)):
            own = replace(_own(row, beside.get(AS_EXPORTED, ""), place, called, notes), chosen=LOOK_AT in beside)
            yield marked_done(own, beside.get(DONE_ON, ""), beside.get(DONE_BY, ""), self.asked.library)
            return
        if not clean(row.get("name", "")):
            yield of_record(called, rule("import-no-name").at(place))
            return
        for name, text in beside.items():
            if name and text.strip() and name not in _FOR_PEOPLE and text != FORMULA:
                notes.left("summary", "a column that is no field of ours", f"{name}: {text}")
        yield self._foreign(row, place, called, notes)

    def _foreign(self, row: Mapping[str, str], place: Place, called: str, notes: Notes) -> ImportedRecord:
        found = self._read(row, notes)
        own_id = row.get("id", "").strip()
        key = (
            own_id or slug_of(f"{found.get('name', '')} {row.get(POSTCODE, '') or found.get('organisation', '')}") or str(found.get("name"))
        )
        terms = [text for column in _VOCABULARY for text in _listed(row.get(column, ""))]
        record = self.asked.foreign(place, called, found, key, notes, self.vocabulary, terms)
        if slug_of(own_id) == own_id and _READABLE_ID.search(own_id):
            record.values["id"] = own_id
        return record

    def _read(self, row: Mapping[str, str], notes: Notes) -> dict[str, Any]:
        """The fields of a row of another publisher."""
        found: dict[str, Any] = {}
        for column, text in row.items():
            if text.strip() and column not in (*_NEVER, *_VOCABULARY, "id", "sources", ADDRESS, POSTCODE, EXPORTED_FROM):
                for name, value in self._cell(column, text.strip(), notes).items():
                    found[name] = _together(found.get(name), value)
        for column in _VOCABULARY:
            if words := _listed(row.get(column, "")):
                found[column] = self._matched(column, words, notes)
        least, most = row.get("min_age", ""), row.get("max_age", "")
        found |= both_ages(least, most, notes) if least or most else {}
        if "status" in row:
            found["status"] = status(row["status"], notes)
        found |= self._place(row, found, notes)
        if sources := _sources(row.get("sources", ""), notes):
            found["sources"] = sources
        return {key: value for key, value in filled(found).items() if value not in ("", None)}

    def _cell(self, column: str, text: str, notes: Notes) -> dict[str, Any]:
        if column in ("min_age", "max_age", "status"):
            return {}
        if column == "url":
            return {"url": web_address(text, notes)}
        if column == "email":
            return {"email": mail_address(text, notes)}
        if column == CONTACT:
            return contact_ways(text, notes)
        if column in ("phones", "texts") and "number:" not in text:
            return calls_in(text, notes, kind="text" if column == "texts" else "")
        if column == "hours" and "opens:" not in text:
            if timed := opening_rows(text.replace("\r", "")):
                return {"hours": timed}
            notes.kept("hours", "times that a row cannot say stand as words in `hours_note`", text)
            return {"hours_note": clean(text)}
        if column in CODED:
            return coded(column, text, notes)
        if column in (*LINES, *ITEMS, *SAFETY):
            return _structured(column, text, notes) or {}
        return {column: fitted(clean(text), 160 if column in _SHORT else 4000, column, notes)}

    def _matched(self, column: str, words: list[str], notes: Notes) -> list[str]:
        """Ids of a vocabulary, from ids or labels. Without a vocabulary, as in a folder that is being set up, every id is one."""
        known = {"needs": self.asked.library.needs, "audiences": self.asked.library.audiences, "areas": self.asked.library.areas}[column]
        match = {"needs": self.vocabulary.needs, "audiences": self.vocabulary.audiences, "areas": self.vocabulary.areas}[column]
        found = [one for word in words for one in ([word] if word in known or (not known and slug_of(word) == word) else match([word]))]
        strange = [word for word in words if word not in known and not match([word]) and known]
        if strange:
            notes.left(column, "words that no id or label of ours matches", ", ".join(strange))
        return list(dict.fromkeys(found))

    def _place(self, row: Mapping[str, str], found: Mapping[str, Any], notes: Notes) -> dict[str, Any]:
        """A place from an address and a postcode, in the area that they name or that the row names."""
        parts = [clean(row.get(column, "")) for column in (ADDRESS, POSTCODE)]
        address = ", ".join(part for index, part in enumerate(parts) if part and not (index and part in parts[0]))
        if not address:
            return {}
        near = self.vocabulary.areas([address, address.rpartition(" ")[0].rpartition(", ")[2]])
        area = next(iter([*near, *found.get("areas", []), *self.asked.areas]), None)
        if not area:
            notes.left("locations", "an address in no area of ours", address)
            return {}
        at = {"locations": [*found.get("locations", []), {"address": fitted(address, 4000, "locations", notes), "area": area}]}
        return at if found.get("areas") or not near else {**at, "areas": near[:1]}


def _own(row: dict[str, str], exported: str, place: Place, called: str, notes: Notes) -> ImportedRecord:
    """A row of our own export. A cell that cannot be read counts as not there."""
    found: dict[str, Any] = {}
    given = set()
    for column, text in row.items():
        cell = _structured(column, text, notes)
        if cell is None:
            continue
        given.add(_field(column))
        for name, value in cell.items():
            found[name] = {**found[name], **value} if name in found and isinstance(value, dict) else value
    marks = exported_marks(exported, Service.model_fields) if exported else {}
    return ImportedRecord(place, called, found, frozenset(given) - {EXPORTED_FROM}, own=True, exported=marks, notes=notes)


def _together(known: Any, value: Any) -> Any:
    """What two columns say of one field."""
    if isinstance(known, dict):
        return {**known, **value}
    if isinstance(known, list):
        return [*known, *(one for one in value if one not in known)]
    return f"{known}; {value}" if isinstance(known, str) and known != value else value


def _field(column: str) -> str:
    return "safety" if column in SAFETY else "locations" if column in (ADDRESS, POSTCODE) else "phones" if column == CONTACT else column


def _structured(column: str, text: str, notes: Notes) -> dict[str, Any] | None:
    """The values of a cell in the form of our export, or None with a note where it cannot be read."""
    try:
        return values({column: text})
    except NotACell as reason:
        notes.left(_field(column), "a cell that cannot be read", str(reason))
        return None


def _listed(text: str) -> list[str]:
    return [word for part in re.split(r"[\n;|]|,(?!\d)", text.replace("\r", "")) if (word := clean(part))]


def _sources(text: str, notes: Notes) -> list[dict[str, Any]]:
    if not text.strip():
        return []
    found = []
    for one in (_structured("sources", text.strip(), notes) or {}).get("sources", []):
        try:
            ServiceSource.model_validate(one)
            found.append(one)
        except ValidationError:
            notes.left("sources", "not a whole source", "; ".join(f"{key}: {value}" for key, value in one.items()))
    return found

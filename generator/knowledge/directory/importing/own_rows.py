"""Rows of our own export, whose cells have the form that we wrote them in."""

from __future__ import annotations

from typing import Any

from generator.knowledge.directory.importing.found import ImportedRecord
from generator.knowledge.directory.importing.headings import field_of_column
from generator.knowledge.directory.importing.marks import exported_marks
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.table_columns import EXPORTED_FROM, NotACell, values
from generator.knowledge.model import Service
from generator.problems import Place


def own_record(row: dict[str, str], exported: str, place: Place, called: str, notes: Notes) -> ImportedRecord:
    """A row of our own export. A cell that cannot be read counts as not there."""
    found: dict[str, Any] = {}
    given = set()
    for column, text in row.items():
        cell = structured(column, text, notes)
        if cell is None:
            continue
        given.add(field_of_column(column))
        for name, value in cell.items():
            found[name] = {**found[name], **value} if name in found and isinstance(value, dict) else value
    marks = exported_marks(exported, Service.model_fields) if exported else {}
    return ImportedRecord(place, called, found, frozenset(given) - {EXPORTED_FROM}, own=True, exported=marks, notes=notes)


def structured(column: str, text: str, notes: Notes) -> dict[str, Any] | None:
    """The values of a cell in the form of our export, or None with a note where it cannot be read."""
    try:
        return values({column: text})
    except NotACell as reason:
        notes.left(field_of_column(column), "a cell that cannot be read", str(reason))
        return None

"""Rows of our own export, whose cells have the form that we wrote them in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.knowledge.directory.importing.found import ImportedRecord
from generator.knowledge.directory.importing.headings import field_of_column
from generator.knowledge.directory.importing.marks import exact, exported_marks
from generator.knowledge.directory.importing.notes import Notes
from generator.knowledge.directory.importing.own_cells import tidied
from generator.knowledge.directory.importing.unusable import unused
from generator.knowledge.directory.table_columns import EXPORTED_FROM, SAFETY, SAFETY_DECISIONS, NotACell, values
from generator.knowledge.model import Service
from generator.problems import Place, Problem

_CURE = "Write it as the export has it, or leave the cell as it was."


def own_record(row: Mapping[str, str], exported: str, place: Place, called: str, columns: Mapping[str, int]) -> ImportedRecord:
    """A row of our own export. A cell that cannot be read counts as not there. `columns` are the positions of its fields."""
    marks = exported_marks(exported, Service.model_fields) if exported else {}
    found: dict[str, Any] = {}
    given, unread = set(), []
    for column, text in row.items():
        name = field_of_column(column)
        try:
            cell = values({column: tidied(column, text, lambda value, name=name: marks.get(name) == exact(value))})  # type: ignore[misc]
        except NotACell as reason:
            unread.append(_unread(place, called, name, columns.get(name, 1), str(reason)))
            continue
        given.add(name)
        for key, value in cell.items():
            found[key] = {**found[key], **value} if key in found and isinstance(value, dict) else value
    said = found.get("safety", {})
    silent = {key for column, key in SAFETY.items() if key not in said and (column in SAFETY_DECISIONS or column not in row)}
    return ImportedRecord(
        place, called, found, frozenset(given) - {EXPORTED_FROM}, own=True, exported=marks, columns=columns, unread=tuple(unread),
        decided=frozenset(silent),
    )  # fmt: skip


def _unread(place: Place, called: str, name: str, column: int, reason: str) -> Problem:
    sentence = reason if reason.endswith(".") else f"{reason}."
    return unused(Place(place.file, place.line, column), called, name, sentence, _CURE)


def structured(column: str, text: str, notes: Notes) -> dict[str, Any] | None:
    """The values of a cell in the form of our export, or None with a note where it cannot be read."""
    try:
        return values({column: text})
    except NotACell as reason:
        notes.left(field_of_column(column), "a cell that cannot be read", str(reason))
        return None

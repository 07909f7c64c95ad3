"""A list in JSON that is a table: flat objects without a `name`, or the features of GeoJSON, as councils publish open data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.knowledge.directory.importing.csv_rows import MOST_COLUMNS, SheetRow
from generator.knowledge.directory.importing.json_files import Shape, first_entries, json_lists, shape
from generator.problems import Stopped


def is_json_table(path: Path, name: str) -> bool:
    """Whether a file is such a list. Raises Stopped where it is not JSON."""
    return _table_form(path, name) is not None


def json_rows(path: Path, name: str) -> Iterator[SheetRow]:
    """The keys of all entries as headings, and then the values of each, numbered from 1. Raises Stopped where it is not JSON."""
    form = _table_form(path, name) or Shape(1)
    headings = dict[str, None]()
    for entry in json_lists(path, name, form):
        headings |= dict.fromkeys(list(_row(entry) or {})[:MOST_COLUMNS])
    columns = list(headings)[:MOST_COLUMNS]
    yield 0, columns
    for number, entry in enumerate(json_lists(path, name, form), 1):
        row = _row(entry) or {}
        yield number, [_cell(row.get(column)) for column in columns]


def _table_form(path: Path, name: str) -> Shape | None:
    """How a file holds its rows; None for a feed. Lists beside those of a feed, and inside one service, are parts of it."""
    try:
        feed = shape(path, name)
    except Stopped:  # it has no list of services, or is not JSON
        feed = None
    if feed and feed.level:
        first = next(json_lists(path, name, feed), None)
        return None if _row(first) is None else feed
    of_rows = _row if feed is None else _feature
    return next((form for form, entry in first_entries(path, name) if of_rows(entry) is not None), None)


def _feature(entry: object) -> dict[str, Any] | None:
    """The properties of a feature of GeoJSON, or None."""
    inside = entry.get("properties") if isinstance(entry, dict) and entry.get("type") == "Feature" else None
    return inside if isinstance(inside, dict) else None


def _row(entry: object) -> dict[str, Any] | None:
    """An entry as a row of a table, or None where it is a service with parts, or nothing of the kind."""
    if not isinstance(entry, dict) or "fingerpost" in entry:
        return None
    if (feature := _feature(entry)) is not None:
        return feature
    flat = len(entry) > 1 and not any(isinstance(value, dict | list) for value in entry.values())
    return entry if flat and not {"name", "title"} & entry.keys() else None


def _cell(value: object) -> str:
    """A value as a cell has it: nothing for null, and for a value with parts."""
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)

"""The directory as a table with one row for each service. `knowledge/directory/table_columns` defines the columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from generator.knowledge.directory.importing.marks import table_marks
from generator.knowledge.directory.importing.merging import values_of
from generator.knowledge.directory.table_columns import AS_EXPORTED, cells, columns
from generator.knowledge.directory.visibility import as_fact, listed
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service

Table = list[list[str]]
"""Rows of cells, the heading first."""


def service_table(services: Iterable[Service], site: str) -> Table:
    """Services as rows, exported from the address `site`. Locations that must stay hidden are left out."""
    return _table([_shown_values(service) for service in services], site)


def own_table(library: Library, services: Iterable[Service]) -> Table:
    """The table of an export, whose dates of checking are kept when it is imported again."""
    records = [_shown_values(service) for service in services]
    heading, *rows = _table(records, library.settings.address.rstrip("/"))
    return [[*heading, AS_EXPORTED], *([*row, table_marks(record)] for row, record in zip(rows, records, strict=True))]


def open_table(library: Library, today: date) -> Table:
    """The public table of services that are listed on the day `today`: only confirmed facts.

    It names no site: wherever it is imported, nothing in it counts as checked, because it is not complete.
    """
    return service_table((as_fact(service) for service in library.services.values() if listed(service, library, today)), "")


def _table(records: Iterable[dict[str, Any]], site: str) -> Table:
    rows = [cells(record, site) for record in records]
    return [columns(), *([row[column] for column in columns()] for row in rows)]


def _shown_values(service: Service) -> dict[str, Any]:
    """A service as JSON values, without locations that must stay hidden."""
    return values_of(service.model_copy(update={"locations": []}) if service.safety.hide_address else service)


def widest(made: Sequence[Sequence[str]], column: int) -> int:
    """The length of the longest line in a column."""
    return max((len(line) for row in made for line in row[column].split("\n")), default=0)

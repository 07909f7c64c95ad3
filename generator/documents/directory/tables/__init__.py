"""The directory as a table with one row for each service. `knowledge/directory/table_columns` defines the columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from generator.knowledge.directory.importing.marks import table_marks
from generator.knowledge.directory.importing.merging import values_of
from generator.knowledge.directory.openreferral.standard import filled
from generator.knowledge.directory.table_columns import AS_EXPORTED, cells, columns
from generator.knowledge.directory.visibility import as_fact, listed
from generator.knowledge.library.library import Library
from generator.knowledge.model import Service

Table = list[list[str]]
"""Rows of cells, the heading first."""


def service_table(services: Iterable[Service], site: str) -> Table:
    """Services as rows, exported from the address `site`. Locations that must stay hidden are left out."""
    rows = [cells(filled(_without_hidden(service).model_dump(mode="json", exclude_defaults=True)), site) for service in services]
    return [columns(), *([row[column] for column in columns()] for row in rows)]


def own_table(library: Library, services: Iterable[Service]) -> Table:
    """The table of an export, whose dates of checking are kept when it is imported again."""
    found = [*services]
    heading, *made = service_table(found, library.settings.address.rstrip("/"))
    marks = [table_marks(values_of(_without_hidden(service))) for service in found]
    return [[*heading, AS_EXPORTED], *([*row, mark] for row, mark in zip(made, marks, strict=True))]


def open_table(library: Library, today: date) -> Table:
    """The public table of services that are listed on the day `today`: only confirmed facts.

    It names no site: wherever it is imported, nothing in it counts as checked, because it is not complete.
    """
    return service_table((as_fact(service) for service in library.services.values() if listed(service, library, today)), "")


def _without_hidden(service: Service) -> Service:
    return service.model_copy(update={"locations": []}) if service.safety.hide_address else service


def widest(made: Sequence[Sequence[str]], column: int) -> int:
    """The length of the longest line in a column."""
    return max((len(line) for row in made for line in row[column].split("\n")), default=0)

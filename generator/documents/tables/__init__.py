"""The directory as tables: a service in each row. What each column holds stands in `knowledge/tabular`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.knowledge.library import Library
from generator.knowledge.model import Service
from generator.knowledge.openreferral.standard import filled
from generator.knowledge.tabular import cells, columns

Table = list[list[str]]
"""Rows of cells, the heading first."""


def table(library: Library, services: Iterable[Service]) -> Table:
    """Services as rows. Places that must stay hidden are left out."""
    site = library.settings.address.rstrip("/")
    rows = [cells(filled(_without_hidden(service).model_dump(mode="json", exclude_defaults=True)), site) for service in services]
    return [columns(), *([row[column] for column in columns()] for row in rows)]


def _without_hidden(service: Service) -> Service:
    return service.model_copy(update={"locations": []}) if service.safety.hide_address else service


def widest(made: Sequence[Sequence[str]], column: int) -> int:
    """The length of the longest line in a column."""
    return max((len(line) for row in made for line in row[column].split("\n")), default=0)

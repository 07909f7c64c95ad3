"""Export the directory as one file, in the format that its ending names."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.knowledge.library.library import Library
from generator.knowledge.model import Service

if TYPE_CHECKING:
    from generator.documents.directory.tables import Table
    from generator.documents.reports.queue import QueueEntry

ENDINGS = (".json", ".csv", ".xlsx")
"""The formats of an export."""


def outgoing(library: Library, services: Collection[Service], ending: str) -> bytes:
    """The file of these services. Raises Stopped if the format cannot hold one of them."""
    if ending == ".json":
        from generator.documents.directory.openreferral.file import json_file

        return json_file(library, services)
    from generator.documents.directory.tables import own_table

    return _table_file(library, own_table(library, services), ending)


def queue_file(library: Library, entries: list[QueueEntry], ending: str) -> bytes:
    """The sheet of a review queue, as `.csv` or `.xlsx`. Raises Stopped if the format cannot hold one of the services."""
    from generator.documents.reports.queue import queue_table

    return _table_file(library, queue_table(library, entries), ending)


def _table_file(library: Library, table: Table, ending: str) -> bytes:
    if ending == ".csv":
        from generator.documents.directory.tables.csv_file import csv_file

        return csv_file(table)
    from generator.documents.directory.tables.xlsx_file import xlsx_file

    return xlsx_file(table, library)


def open_tables(library: Library, today: date) -> dict[str, bytes]:
    """The tables that the site offers, by path. Without services they only have their headings, because guides link to them."""
    from generator.documents.directory.tables import open_table
    from generator.documents.directory.tables.csv_file import csv_file
    from generator.documents.directory.tables.xlsx_file import FOR_ANYONE, xlsx_file

    table = open_table(library, today)
    return {"openreferral/services.csv": csv_file(table), "openreferral/services.xlsx": xlsx_file(table, library, FOR_ANYONE)}


def ending_of(file: Path) -> str:
    """The format that a file's name asks for; empty if there is no such format."""
    ending = file.suffix.lower()
    return ending if ending in ENDINGS else ""

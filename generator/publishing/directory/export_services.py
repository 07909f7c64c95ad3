"""The directory as one file, in the form that its name's ending asks for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from generator.knowledge.library.library import Library
from generator.knowledge.model import Service

ENDINGS = (".json", ".csv", ".xlsx")
"""The forms that an export can have."""


def outgoing(library: Library, services: Collection[Service], ending: str) -> bytes:
    """The file of these services. Raises Stopped where the form cannot hold one of them."""
    if ending == ".json":
        from generator.documents.directory.openreferral.file import json_file

        return json_file(library, services)
    from generator.documents.directory.tables import own_table

    made = own_table(library, services)
    if ending == ".csv":
        from generator.documents.directory.tables.csv_file import csv_file

        return csv_file(made)
    from generator.documents.directory.tables.xlsx_file import xlsx_file

    return xlsx_file(made, library)


def open_tables(library: Library, today: date) -> dict[str, bytes]:
    """The tables that the site offers, by their paths in it. Without services they have nothing but their heads: guides link to them."""
    from generator.documents.directory.tables import open_table
    from generator.documents.directory.tables.csv_file import csv_file
    from generator.documents.directory.tables.xlsx_file import FOR_ANYONE, xlsx_file

    made = open_table(library, today)
    return {"openreferral/services.csv": csv_file(made), "openreferral/services.xlsx": xlsx_file(made, library, FOR_ANYONE)}


def ending_of(file: Path) -> str:
    """The form that a file's name asks for, or nothing where there is no such form."""
    ending = file.suffix.lower()
    return ending if ending in ENDINGS else ""

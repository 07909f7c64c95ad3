"""The directory as one file, in the form that its name's ending asks for."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator.knowledge.library import Library
from generator.knowledge.model import Service

ENDINGS = (".json", ".csv", ".xlsx")
"""The forms that an export can have."""


def outgoing(library: Library, services: Collection[Service], ending: str) -> bytes:
    """The file of these services. Raises Stopped where the form cannot hold one of them."""
    if ending == ".json":
        from generator.documents.openreferral.file import json_file

        return json_file(library, services)
    from generator.documents.tables import table

    made = table(library, services)
    if ending == ".csv":
        from generator.documents.tables.csv_file import csv_file

        return csv_file(made)
    from generator.documents.tables.xlsx_file import xlsx_file

    return xlsx_file(made, library)


def ending_of(file: Path) -> str:
    """The form that a file's name asks for, or nothing where there is no such form."""
    ending = file.suffix.lower()
    return ending if ending in ENDINGS else ""

"""A table as a CSV file: opened with a double click, it has its letters right and no cell is a formula."""

from __future__ import annotations

import csv
import io

from generator.documents.directory.tables import Table
from generator.knowledge.directory.table_columns import guarded


def csv_file(made: Table) -> bytes:
    """The file, in UTF-8 with the mark by which Excel knows it."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in made)
    return text.getvalue().encode("utf-8-sig")

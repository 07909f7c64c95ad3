"""A table as a CSV file that Excel opens with the right encoding, and in which no cell is a formula."""

from __future__ import annotations

import csv
import io

from generator.documents.directory.tables import Table
from generator.knowledge.directory.table_columns import guarded


def csv_file(table: Table) -> bytes:
    """The file, in UTF-8 with the byte order mark that Excel needs."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in table)
    return text.getvalue().encode("utf-8-sig")

"""Read tables with one service in each row, from CSV files, Excel workbooks and flat lists in JSON, as a stream of rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from generator.knowledge.directory.importing.csv_rows import SheetRow, csv_rows, letters_of
from generator.knowledge.directory.importing.found import LARGEST_FILE, MOST_RECORDS, too_much
from generator.knowledge.directory.importing.json_rows import json_rows
from generator.knowledge.directory.importing.workbook_rows import worksheet_rows, worksheets


@dataclass(frozen=True)
class TableSheet:
    """One table of a file."""

    rows: Iterator[SheetRow]
    """Every row that has anything in it, the heading first."""
    label: str = ""
    """The name of its sheet, where the file has several."""
    hidden: bool = False
    """Whether the sheet is hidden. Its rows are not read."""
    encoding_guessed: bool = False
    """Whether the file does not say how its letters are stored, so that they may be wrong."""
    has_lines: bool = True
    """Whether each row has the line of its number. The entries of a list in JSON do not."""


def table_sheets(path: Path, name: str) -> Iterator[TableSheet]:
    """The tables of a file, to be read in their order. Raises Stopped where one cannot be read, or all are too long together."""
    if path.stat().st_size > LARGEST_FILE:
        raise too_much(name, f"{LARGEST_FILE // 10**6} MB")
    numbers = count(1)
    if path.suffix.lower() == ".json":
        yield TableSheet(_filled(json_rows(path, name), name, numbers), has_lines=False)
        return
    if path.suffix.lower() == ".csv":
        letters = letters_of(path, name)
        yield TableSheet(_filled(csv_rows(path, name, letters), name, numbers), encoding_guessed=letters.guessed)
        return
    sheets = worksheets(path, name)
    for sheet in sheets:
        label = sheet.title if len(sheets) > 1 else ""
        hidden = sheet.sheet_state != "visible" and len(sheets) > 1
        yield TableSheet(iter(()) if hidden else _filled(worksheet_rows(sheet, name), name, numbers), label, hidden)


def _filled(rows: Iterator[SheetRow], name: str, numbers: Iterator[int]) -> Iterator[SheetRow]:
    for number, cells in rows:
        if not any(cells):
            continue
        if next(numbers) > MOST_RECORDS + 1:
            raise too_much(name, f"{MOST_RECORDS:,} records")
        yield number, cells

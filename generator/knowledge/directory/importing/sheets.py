"""Read tables with one service in each row, from CSV files and Excel workbooks, as a stream of rows."""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO

from generator.knowledge.directory.importing.found import LARGEST_FILE, MOST_RECORDS, feed_unreadable, too_much
from generator.knowledge.directory.importing.headings import columns_meant
from generator.knowledge.directory.table_columns import unguarded
from generator.problems import Stopped

MOST_COLUMNS = 100
"""Maximum columns of a table. Our own has half as many."""

_LONGEST_CELL = 1_000_000
"""Maximum characters of a cell."""

MOST_UNPACKED = 500_000_000
"""Maximum size of an unpacked workbook in bytes, since a small file can expand to any size."""

FORMULA = "\0formula"
"""Marks a cell with a formula, whose text is not the value that it shows."""

SheetRow = tuple[int, list[str]]
"""A row's number, counted from 1, and its cells."""


def rows(path: Path, name: str) -> Iterator[SheetRow]:
    """Every row of a table that has anything in it, the heading first. Raises Stopped where it cannot be read, or is too long."""
    if path.stat().st_size > LARGEST_FILE:
        raise too_much(name, f"{LARGEST_FILE // 10**6} MB")
    filled = 0
    for number, cells in _csv(path, name) if path.suffix.lower() == ".csv" else _xlsx(path, name):
        if not any(cells):
            continue
        filled += 1
        if filled > MOST_RECORDS + 1:
            raise too_much(name, f"{MOST_RECORDS:,} records")
        yield number, cells


def _csv(path: Path, name: str) -> Iterator[SheetRow]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            separator, begins = _separator(file)
            reader = csv.reader(file, strict=True, delimiter=separator)
            skipped = begins - 1
            for cells in reader:
                yield begins, [unguarded(cell) for cell in cells[:MOST_COLUMNS]]
                begins = reader.line_num + skipped + 1
    except UnicodeDecodeError:
        raise feed_unreadable(name, "CSV", "it is not UTF-8. In Excel, save it as ‘CSV UTF-8’") from None
    except csv.Error:
        line = reader.line_num
        raise feed_unreadable(name, "CSV", "a double quote does not close, or a cell is too long", line, 1) from None


_SEPARATORS = (",", ";", "\t", "|")
_EXCEL_SAYS = re.compile(r"(?i)\ufeff?\"?sep=(.)\"?\r?\n")
_LOOKED_AT = 65_536
"""Characters at the beginning of a table from which its separator is detected."""


def _separator(file: TextIO) -> tuple[str, int]:
    """The separator of cells, and the line on which the rows begin. Excel may declare it in a first line; otherwise it is detected."""
    begins = file.read(_LOOKED_AT)
    declared = _EXCEL_SAYS.match(begins)
    file.seek(0)
    if declared:
        file.readline()
        return declared[1], 2

    def headed(separator: str) -> int:
        """The most headings of ours that a row has with this separator."""
        try:
            found = csv.reader(begins.splitlines(keepends=True)[:_TOP], delimiter=separator)
            return max((sum(map(bool, columns_meant(cells))) for cells in found if len(cells) > 1), default=0)
        except csv.Error:
            return 0

    return max(_SEPARATORS, key=headed), 1


_TOP = 40
"""Lines in which to look for the headings."""


def _xlsx(path: Path, name: str) -> Iterator[SheetRow]:
    from openpyxl import load_workbook

    _check_size(path, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out of a workbook is nothing that we read
            book = load_workbook(io.BytesIO(path.read_bytes()), read_only=True, keep_links=False)
            sheet = book["Services"] if "Services" in book.sheetnames else book.worksheets[0]
            for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
                yield number, [_text(cell) for cell in cells]
    except Stopped:
        raise
    except Exception:  # a damaged workbook can break the library in any way
        raise feed_unreadable(name, "an Excel workbook", "it is damaged") from None


def _check_size(path: Path, name: str) -> None:
    """Raises Stopped where a workbook would not fit into memory, or is none."""
    try:
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
    except zipfile.BadZipFile:
        raise feed_unreadable(name, "an Excel workbook", "it is not one. Save it as ‘Excel Workbook (.xlsx)’") from None
    if unpacked > MOST_UNPACKED:
        raise too_much(name, f"{MOST_UNPACKED // 10**6} MB once it is unpacked")


def _text(cell: Any) -> str:
    value = cell.value
    if cell.data_type == "f":
        return _TRUTHS.get(str(value).upper().replace(" ", ""), FORMULA)
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float) and re.fullmatch(r"0{2,20}", cell.number_format or "") and float(value).is_integer():
        return str(int(value)).zfill(len(cell.number_format))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _RETURN.sub("", str(value))


_TRUTHS = {"=TRUE()": "true", "=FALSE()": "false", "=TRUE": "true", "=FALSE": "false"}
"""How LibreOffice saves yes and no."""

_RETURN = re.compile(r"(?:_x000D_|\r)(?=\n)")
"""Carriage returns, which some programs save in the middle of a cell.

openpyxl 3.1.5 gives a text that says `_x000D_` as it gives a carriage return, so such a text at the end of a line goes too."""

"""Read tables with one service in each row, from CSV files and Excel workbooks, as a stream of rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
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


def table_sheets(path: Path, name: str) -> Iterator[TableSheet]:
    """The tables of a file, to be read in their order. Raises Stopped where one cannot be read, or all are too long together."""
    if path.stat().st_size > LARGEST_FILE:
        raise too_much(name, f"{LARGEST_FILE // 10**6} MB")
    numbers = count(1)
    if path.suffix.lower() == ".csv":
        encoding = _encoding(path, name)
        yield TableSheet(_filled(_csv(path, name, encoding), name, numbers), encoding_guessed=encoding == _EXCEL)
        return
    sheets = _worksheets(path, name)
    for sheet in sheets:
        label = sheet.title if len(sheets) > 1 else ""
        hidden = sheet.sheet_state != "visible" and len(sheets) > 1
        yield TableSheet(iter(()) if hidden else _filled(_xlsx(sheet, name), name, numbers), label, hidden)


def _filled(rows: Iterator[SheetRow], name: str, numbers: Iterator[int]) -> Iterator[SheetRow]:
    for number, cells in rows:
        if not any(cells):
            continue
        if next(numbers) > MOST_RECORDS + 1:
            raise too_much(name, f"{MOST_RECORDS:,} records")
        yield number, cells


_EXCEL = "cp1252"
"""How Excel stores the letters of a table that is saved as plain ‘CSV’ in this country."""


def _encoding(path: Path, name: str) -> str:
    """How the letters of a table are stored: UTF-8, UTF-16 where the file says so, or else as Excel does."""
    with path.open("rb") as file:
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return "utf-16"
    for encoding in ("utf-8-sig", _EXCEL):
        try:
            with path.open(encoding=encoding, newline="") as text:
                while text.read(_LONGEST_CELL):
                    pass
        except UnicodeDecodeError:
            continue
        return encoding
    raise feed_unreadable(name, "CSV", "its letters are not stored as UTF-8. In Excel, save it as ‘CSV UTF-8’")


def _csv(path: Path, name: str, encoding: str) -> Iterator[SheetRow]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(encoding=encoding, newline="") as file:
            separator, begins = _separator(file)
            reader = csv.reader(file, strict=True, delimiter=separator)
            skipped = begins - 1
            for cells in reader:
                yield begins, [unguarded(cell) for cell in cells[:MOST_COLUMNS]]
                begins = reader.line_num + skipped + 1
    except UnicodeError:
        raise feed_unreadable(name, "CSV", "its letters are not stored as UTF-8. In Excel, save it as ‘CSV UTF-8’") from None
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


_OURS = "Services"
"""The sheet of our own export, which has others beside it for people."""


def _worksheets(path: Path, name: str) -> list[Any]:
    from openpyxl import load_workbook

    _check_size(path, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out of a workbook is nothing that we read
            book = load_workbook(io.BytesIO(path.read_bytes()), read_only=True, keep_links=False)
            return [book[_OURS]] if _OURS in book.sheetnames else book.worksheets
    except Exception:  # a damaged workbook can break the library in any way
        raise feed_unreadable(name, "an Excel workbook", "it is damaged") from None


def _xlsx(sheet: Any, name: str) -> Iterator[SheetRow]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
                yield number, [_text(cell) for cell in cells]
    except Stopped:
        raise
    except Exception:
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

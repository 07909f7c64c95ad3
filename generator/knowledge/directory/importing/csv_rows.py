"""Read the rows of a CSV file: how its letters are stored, and what separates its cells, are found out."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from generator.knowledge.directory.importing.found import feed_unreadable
from generator.knowledge.directory.importing.headings import columns_meant
from generator.knowledge.directory.table_columns import unguarded

_LONGEST_CELL = 1_000_000
"""Maximum characters of a cell."""

MOST_COLUMNS = 100
"""Maximum columns of a table. Our own has half as many."""

SheetRow = tuple[int, list[str]]
"""A row's number, counted from 1, and its cells."""


_EXCEL = "cp1252"
"""How Excel stores the letters of a table that is saved as plain ‘CSV’ in this country."""

_AS_EXCEL = "fingerpost-as-excel"


def _as_excel(error: UnicodeError) -> tuple[str, int]:
    """Letters that are not UTF-8 read as Excel stores them: lists that were put together from several files have both."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode(_EXCEL), error.end


codecs.register_error(_AS_EXCEL, _as_excel)


@dataclass(frozen=True)
class Letters:
    """How the letters of a table are stored."""

    encoding: str
    otherwise: str = "strict"
    """What is done with letters that are not so stored."""

    @property
    def guessed(self) -> bool:
        """Whether some are read as Excel stores them, so that they may be wrong."""
        return self.otherwise == _AS_EXCEL


def letters_of(path: Path, name: str) -> Letters:
    """UTF-8, UTF-16 where the file says so, or else what is not UTF-8 as Excel stores it. Raises Stopped for what is neither."""
    with path.open("rb") as file:
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return Letters("utf-16")
    for letters in (Letters("utf-8-sig"), Letters("utf-8-sig", _AS_EXCEL)):
        try:
            with path.open(encoding=letters.encoding, errors=letters.otherwise, newline="") as text:
                while text.read(_LONGEST_CELL):
                    pass
        except UnicodeDecodeError:
            continue
        return letters
    raise feed_unreadable(name, "CSV", "its letters are not stored as UTF-8. In Excel, save it as ‘CSV UTF-8’")


def csv_rows(path: Path, name: str, letters: Letters) -> Iterator[SheetRow]:
    """Every row of a CSV file. Raises Stopped where it cannot be read."""
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(encoding=letters.encoding, errors=letters.otherwise, newline="") as file:
            separator, begins = _separator(file)
            spaced = bool(_SPACED.match(file.readline()))
            file.seek(0)
            if begins > 1:
                file.readline()
            reader = csv.reader(file, strict=True, delimiter=separator, skipinitialspace=spaced)
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
EXCEL_SAYS = re.compile(r"(?i)\ufeff?\"?sep=(.)\"?\r?\n")
_SPACED = re.compile(r"\ufeff?\"[^\"\n]*\"[,;] +\"")
"""Headings in double quotes with a space between them, as some programs write them."""

_LOOKED_AT = 65_536
"""Characters at the beginning of a table from which its separator is detected."""


def _separator(file: TextIO) -> tuple[str, int]:
    """The separator of cells, and the line on which the rows begin. Excel may declare it in a first line; otherwise it is detected."""
    begins = file.read(_LOOKED_AT)
    declared = EXCEL_SAYS.match(begins)
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

"""Read the rows of the sheets of an Excel workbook."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from generator.knowledge.directory.importing.csv_rows import MOST_COLUMNS, SheetRow
from generator.knowledge.directory.importing.found import feed_unreadable, too_much
from generator.problems import Stopped

MOST_UNPACKED = 500_000_000
"""Maximum size of an unpacked workbook in bytes, since a small file can expand to any size."""

FORMULA = "\0formula"
"""Marks a cell with a formula, whose text is not the value that it shows."""


_OURS, _GUIDE = "Services", "How to use"
"""The sheet of our own export, and the one beside it for people. See `documents/directory/tables/xlsx_file.py`."""


_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMESPACES = {
    _STRICT + b"spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    _STRICT + b"officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
"""Names of Strict Open XML, and those of the usual form. Source: ISO/IEC 29500, parts 1 and 4."""


def worksheets(path: Path, name: str) -> list[Any]:
    """The sheets of a workbook; of our own export, that of the services. Raises Stopped where they cannot be read."""
    from openpyxl import load_workbook

    _check_size(path, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out of a workbook is nothing that we read
            book = load_workbook(_transitional(path), read_only=True, keep_links=False)
            return [sheet for sheet in book.worksheets if sheet.title != _GUIDE or _OURS not in book.sheetnames]
    except Exception:  # a damaged workbook can break the library in any way
        raise feed_unreadable(name, "an Excel workbook", "it is damaged") from None


def worksheet_rows(sheet: Any, name: str) -> Iterator[SheetRow]:
    """Every row of a sheet."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
                yield number, [_text(cell) for cell in cells]
    except Stopped:
        raise
    except Exception:
        raise feed_unreadable(name, "an Excel workbook", "it is damaged") from None


def _transitional(path: Path) -> io.BytesIO:
    """A workbook as openpyxl reads it: of one that was saved as “Strict Open XML”, openpyxl 3.1.5 finds no sheet and raises nothing."""
    with zipfile.ZipFile(path) as packed:
        parts = {part.filename: packed.read(part) for part in packed.infolist() if part.filename.endswith((".xml", ".rels"))}
        if _STRICT not in parts.get("xl/workbook.xml", b""):
            return io.BytesIO(path.read_bytes())
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            for strict, usual in _NAMESPACES.items():
                content = content.replace(strict, usual)  # noqa: PLW2901
            written.writestr(name, content)
    return found


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

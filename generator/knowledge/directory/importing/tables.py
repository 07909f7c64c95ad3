"""Read a table of services: our own export, or the spreadsheet of a council with its own headings and ways of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.knowledge.directory.importing.csv_rows import SheetRow
from generator.knowledge.directory.importing.found import ImportedRecords, feed_unreadable
from generator.knowledge.directory.importing.headings import columns_meant
from generator.knowledge.directory.importing.sheets import table_sheets
from generator.knowledge.directory.importing.table_rows import TableRows
from generator.knowledge.directory.importing.words import clean
from generator.problems import Place, Stopped, rule

if TYPE_CHECKING:
    from generator.knowledge.directory.importing.records import Import


def table_records(asked: Import) -> ImportedRecords:
    """The records of all tables of a file that have a heading for the name of a service."""
    unread: list[TableRows] = []
    read = rows = 0
    for sheet in table_sheets(asked.path, asked.name):
        reader = TableRows(asked, f"{asked.name} ({sheet.label})" if sheet.label else asked.name, has_lines=sheet.has_lines)
        if sheet.encoding_guessed:
            yield rule("import-encoding-guessed").at(Place(reader.name))
        if sheet.hidden:
            yield rule("import-sheet-unread").at(Place(reader.name), reason="It is hidden.")
            continue
        yield from reader.records(sheet.rows)
        read += bool(reader.headed.fields)
        rows += reader.rows
        unread += [reader] if reader.skipped and not reader.headed.fields else []
    if unread and not read:
        raise _without_heading(max(unread, key=lambda reader: max(map(_width, reader.skipped))))
    if not rows:
        reason = "it has headings, and no service below them" if read else "there is nothing in it"
        raise feed_unreadable(asked.name, "a table of services", reason)
    for reader in unread:
        yield rule("import-sheet-unread").at(Place(reader.name), reason="No heading of it is that of a service’s name.")


def _width(row: SheetRow) -> int:
    """How many cells of a row have words."""
    return sum(map(bool, map(clean, row[1])))


def _without_heading(reader: TableRows) -> Stopped:
    """A table in which no heading is that of a service’s name. The row with most cells is the likeliest heading."""
    number, cells = max(reader.skipped, key=lambda row: (_width(row), -row[0]))
    words = ", ".join(f"“{text[:40]}”" for cell in cells[:12] if (text := clean(cell)))
    known = columns_meant(cells)
    first = next((text[:40] for cell, field in zip(cells, known, strict=True) if not field and (text := clean(cell))), "Service")
    where = f"Row {number} has" if reader.headed.has_lines else "It has"
    reason = f"no heading of it is that of a service’s name. {where} {words}. Say which it is, such as `--column “{first}=name”`"
    place = reader.headed.at(number)
    return feed_unreadable(reader.name, "a table of services", reason, place.line, place.column)

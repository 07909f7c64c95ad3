"""A table as an Excel workbook: a sheet of services, and one that says how to use it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO

from xlsxwriter.workbook import Workbook

from generator.documents.directory.tables import Table, widest
from generator.knowledge.directory.table_columns import AS_EXPORTED
from generator.knowledge.library.library import Library
from generator.problems import Place, Report, Stopped, rule

_LONGEST_CELL = 32_767
"""The maximum number of characters in an Excel cell."""

GUIDE = (
    "A service in each row of the sheet ‘Services’. The columns are the fields of a service’s file.",
    "A cell with a list has a line for each entry. In Excel, Alt and Enter begin a new line.",
    "Phones, hours, places and sources have a line for each, such as number: 116 123; checked_on: 2026-11-21; source: a-source.",
    "Leave a cell empty where there is nothing to say. At the next import, an emptied cell takes the field out.",
    "An import changes the cells that you edited, and no others. What was changed in the folder since the export stays, and is listed.",
    "Never change an id. To leave a service as it is, delete its row or leave it alone: an import takes nothing away.",
    "In a review queue, the column look_at says why to look at a service. An import reads nothing from it.",
    "Numbers of records with low or no confidence stand here so that nothing is lost. Do not give them out.",
    "To put it back: fingerpost services import and the name of this file.",
)
"""How to use an export."""

FOR_ANYONE = (
    GUIDE[0],
    "Phones, hours, places and sources have a line for each. checked_on is the day when someone checked a number with its provider. "
    "copied_on is the day when it was only copied from another list.",
    "A service whose confidence is low or unverified has no number here. The column not_confirmed says what to check.",
    "Services that have closed, and records that no one has reviewed for too long, are left out.",
    "Look at the site for the newest version, and before you give a number to anyone.",
)
"""How to use the table that the site offers."""


def xlsx_file(table: Table, library: Library, guide: Sequence[str] = GUIDE) -> bytes:
    """The workbook. The same table gives the same bytes. Every cell is text, so none is a formula.

    Raises Stopped if a cell is longer than Excel allows.
    """
    _check_lengths(table)
    packed = BytesIO()
    with Workbook(packed, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        created = datetime.combine(library.settings.as_of, time())
        book.set_properties({"title": f"{library.settings.title}: services", "author": library.settings.owner, "created": created})
        _services(book, table)
        _guide(book, guide)
    return packed.getvalue()


def _services(book: Workbook, table: Table) -> None:
    sheet = book.add_worksheet("Services")
    text = book.add_format({"valign": "top", "text_wrap": True, "num_format": "@", "quote_prefix": True})
    heading = book.add_format({"bold": True, "valign": "top", "bg_color": "#E8EDEE", "bottom": 1})
    for column in range(len(table[0])):
        sheet.set_column(column, column, min(max(12, widest(table, column) + 2), 48))
    if AS_EXPORTED in table[0]:
        sheet.set_column(table[0].index(AS_EXPORTED), table[0].index(AS_EXPORTED), None, None, {"hidden": True})
    for number, row in enumerate(table):
        for column, cell in enumerate(row):
            if cell:
                sheet.write_string(number, column, cell, text if number else heading)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(1, len(table) - 1), len(table[0]) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)


def _guide(book: Workbook, guide: Sequence[str]) -> None:
    sheet = book.add_worksheet("How to use")
    wrapped = book.add_format({"valign": "top", "text_wrap": True})
    sheet.set_column(0, 0, 100)
    for row, line in enumerate(guide):
        sheet.write_string(row, 0, line, wrapped)


def _check_lengths(table: Table) -> None:
    for row in table[1:]:
        for column, cell in zip(table[0], row, strict=True):
            if len(cell) > _LONGEST_CELL:
                gaps = {"column": column, "length": f"{len(cell):,}", "limit": f"{_LONGEST_CELL:,}"}
                raise Stopped(Report([rule("export-too-long").at(Place(f"services/{row[0]}.yaml"), **gaps)]))

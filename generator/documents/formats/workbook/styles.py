"""How the cells of our workbooks look. Every state is told in words first; weight and a dark fill, which survive a grey printer, follow."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from generator.documents.packs.model import Pack

BLUE, INK, GREY, LINE = "#003087", "#212B32", "#4C6272", "#AEB7BD"

_TEXT: dict[str, Any] = {"font_name": "Arial", "font_size": 10, "font_color": INK, "valign": "top"}
_RULED: dict[str, Any] = {**_TEXT, "bottom": 1, "bottom_color": LINE}
_CELL: dict[str, Any] = {**_RULED, "align": "center", "valign": "vcenter", "left": 1, "left_color": LINE}


@dataclass(frozen=True)
class Styles:
    """The formats of one workbook, by what they are for."""

    title: Format
    text: Format
    line: Format
    """For words that may run on over the cells to their right."""
    wrapped: Format
    heading: Format
    header: Format
    header_cell: Format
    row_header: Format
    ruled: Format
    cell: Format
    last_row_header: Format
    last_ruled: Format
    last_cell: Format
    """The last three again, for the row before a stronger rule."""
    number: Format
    """For an application number: kept as text, and turned so that a long one fits a narrow column."""
    result_header: Format
    result: Format
    fails: Format
    """For a 0 or a no that ends an application: white on near black."""


def styles(book: Workbook) -> Styles:
    """The formats of a workbook. Text from the data is kept as text even when somebody edits the cell (`quote_prefix`)."""
    rule = {"bottom": 2, "bottom_color": GREY}
    strong = {**rule, "bold": True}
    return Styles(
        title=book.add_format({**_TEXT, "font_size": 16, "bold": True, "font_color": BLUE, "quote_prefix": True}),
        text=book.add_format({**_TEXT, "text_wrap": True, "quote_prefix": True}),
        line=book.add_format(_TEXT),
        wrapped=book.add_format({**_TEXT, "font_size": 11, "text_wrap": True, "quote_prefix": True}),
        heading=book.add_format({**_TEXT, "valign": "bottom", "font_size": 12, "bold": True, "font_color": BLUE}),
        header=book.add_format({**_RULED, **strong, "text_wrap": True}),
        header_cell=book.add_format({**_CELL, **strong, "text_wrap": True}),
        row_header=book.add_format({**_RULED, "text_wrap": True, "quote_prefix": True}),
        ruled=book.add_format({**_RULED, "text_wrap": True}),
        cell=book.add_format({**_CELL, "text_wrap": True}),
        last_row_header=book.add_format({**_RULED, **rule, "text_wrap": True, "quote_prefix": True}),
        last_ruled=book.add_format({**_RULED, **rule, "text_wrap": True}),
        last_cell=book.add_format({**_CELL, **rule, "text_wrap": True}),
        number=book.add_format({**_CELL, **rule, "rotation": 90, "num_format": "@"}),
        result_header=book.add_format({**_RULED, "bold": True, "text_wrap": True}),
        result=book.add_format({**_CELL, "bold": True}),
        fails=book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": INK}),
    )


def room(text: str, width: float, size: int = 10) -> float:
    """The height in points that a text needs in a column `width` figures wide. Not every program works it out for itself."""
    letters = int(width * 13 / size)
    return 1.35 * size * max(1, len(wrap(text, letters))) + 2


def on_paper(sheet: Worksheet, pack: Pack, pages_wide: int = 1, *, upright: bool = False) -> None:
    """A4, as many pages wide as asked for and as long as it takes, with the pack's name and the page on each."""
    sheet.set_paper(9)
    if not upright:
        sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.fit_to_pages(pages_wide, 0)
    name = pack.titled[:100].replace("&", "&&")
    sheet.set_footer(f"&L{name}&C&A&RPage &P of &N")
    sheet.hide_gridlines(2)

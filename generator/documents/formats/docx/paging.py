"""On which page each part begins, counted from our own styles: Word does not renew a table of contents unless asked.

It holds for Arial, and for fonts as wide (Liberation Sans, Arimo); a test compares it with the pages that LibreOffice makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any  # lxml's elements carry no types

from docx.oxml.ns import qn

from generator.documents.formats.docx.measures import Measures
from generator.documents.formats.docx.text_width import BOLD, ORDINARY, REGULAR

_EMU = 12700
CELL_SIDES = 8.0
"""Room at the left and right of the words of a cell, together, in points."""

CELL_PADDING = 6.5
"""Room above and below the words of a cell, and a hairline, in points."""

RULE = 1.0
"""The line above a table, and as much again below its heads and at its foot."""

BELOW_PICTURE = 3.0
"""A picture stands on the line, so the depth of its letters comes below it."""


@dataclass(frozen=True)
class PagedBlock:
    """What stands on a page in one piece or in lines: a paragraph, or a row of a table. Heights are in points."""

    lines: int
    line: float
    before: float = 0
    after: float = 0
    keeps_next: bool = False
    whole: bool = False
    turns: bool = False
    again: float = 0
    """The height of the row of heads that stands again above this row on a new page."""
    name: str = ""
    """A bookmark that begins here."""

    @property
    def height(self) -> float:
        """Its lines, without the space around."""
        return self.lines * self.line

    @property
    def least(self) -> float:
        """What must fit for it to begin on a page: all of it, or two lines where it may part without leaving one alone."""
        return self.height if self.whole or self.lines < 4 else 2 * self.line


def page_measures() -> dict[str, Any]:
    """What pages are counted by, for a browser that counts them too: widths of characters, and room in points."""
    widths = [{str(width): characters for width, characters in known.items()} for known in (REGULAR, BOLD)]
    room = {"cell_sides": CELL_SIDES, "cell_padding": CELL_PADDING, "rule": RULE, "below_picture": BELOW_PICTURE}
    return {"widths": widths, "ordinary": ORDINARY, **room}


def blocks(elements: Sequence[Any], measures: Measures) -> Iterator[PagedBlock]:
    """The blocks of a body, those in content controls among them."""
    for element in elements:
        if element.tag == qn("w:sdt"):
            yield from blocks(list(element.find(qn("w:sdtContent"))), measures)
        elif element.tag == qn("w:p"):
            yield _paragraph(element, measures)
        elif element.tag == qn("w:tbl"):
            yield from _rows(element, measures)


def _paragraph(element: Any, measures: Measures) -> PagedBlock:
    look = measures.of(element)
    lines = measures.lines(element, look)
    picture = element.xpath("string(.//wp:inline/wp:extent/@cy)")
    line = int(picture) / _EMU + BELOW_PICTURE if picture else look.line
    name = element.xpath("string(./w:bookmarkStart/@w:name)")
    return PagedBlock(lines, line, look.before, look.after, look.keep_next, look.keep_lines, look.turns, name=name)


def _rows(table: Any, measures: Measures) -> Iterator[PagedBlock]:
    again, rows = 0.0, table.findall(qn("w:tr"))
    for row in rows:
        height = max(_cell(cell, measures) for cell in row.findall(qn("w:tc"))) + CELL_PADDING
        height += RULE * ((row is rows[0]) + (row is rows[-1]))
        header = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        yield PagedBlock(1, height, keeps_next=header, whole=True, again=again)
        again = height if header else again


def _cell(cell: Any, measures: Measures) -> float:
    room = int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))) / 20 - CELL_SIDES
    return sum(measures.lines(p, look, room) * look.line for p in cell.findall(qn("w:p")) for look in [measures.of(p)])


def page_of_each(found: Sequence[PagedBlock], height: float) -> dict[str, int]:
    """The page on which each bookmark stands, of pages with room of `height` points; the first is 1. `""` is the last page."""
    pages: dict[str, int] = {}
    page, y = 1, 0.0
    for i, block in enumerate(found):
        started_chain = i == 0 or not found[i - 1].keeps_next
        top = 0 if y == 0 else block.before
        if (block.turns and y) or (y and y + top + (_chain(found, i) if started_chain else block.least) > height):
            page, y, top = page + 1, block.again, block.before if block.turns else 0
        if block.name:
            pages[block.name] = page
        page, y = _set(block, page, y + top, height)
        y += block.after
    return {**pages, "": page}


def _set(block: PagedBlock, page: int, y: float, height: float) -> tuple[int, float]:
    """Set the lines of a block from `y` on. Returns the page and the place of its end."""
    if y + block.height <= height or block.whole:
        return page, y + block.height
    here = int((height - y) / block.line)
    rest = block.lines - min(here, block.lines - 2)
    whole_page = int(height / block.line)
    return page + 1 + (rest - 1) // whole_page, ((rest - 1) % whole_page + 1) * block.line


def _chain(found: Sequence[PagedBlock], start: int) -> float:
    """The room that a block needs with all that it may not part from."""
    need = 0.0
    for i in range(start, len(found)):
        block = found[i]
        if not block.keeps_next:
            return need + block.least
        need += block.height + block.after + (found[i + 1].before if i + 1 < len(found) else 0)
    return need

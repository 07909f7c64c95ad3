"""The rows of a PDF page as its program wrote them, and which of them may be of one table without lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.knowledge.source_documents.pdf_stretches import SAME_LINE, PageStretch

_TALLEST_HEADING = 3
"""Lines of a row that has only one cell, such as a heading across the table."""

_FARTHEST = 5.0
"""How far rows of one table are apart at most, in sizes of their letters."""

_LARGER = 1.12
"""How much larger than the letters of a table those of a heading outside it are at least."""

_ABOVE, _BELOW = 0.75, 0.2
"""How far letters reach above and below their baseline, in sizes."""


ColumnGap = tuple[float, float]
"""Where the space between two columns begins and ends."""


@dataclass(frozen=True)
class TableCell:
    """Lines under one another."""

    lines: tuple[PageStretch, ...]

    @property
    def left(self) -> float:
        """Where its longest line to the left begins."""
        return min(one.left for one in self.lines)

    @property
    def right(self) -> float:
        """Where its longest line to the right ends."""
        return max(one.right for one in self.lines)


@dataclass(frozen=True)
class TableRow:
    """Cells beside one another."""

    cells: tuple[TableCell, ...]

    @property
    def lines(self) -> list[PageStretch]:
        """The lines of its cells."""
        return [one for cell in self.cells for one in cell.lines]

    @property
    def top(self) -> float:
        """How high its letters reach."""
        return max(one.baseline + _ABOVE * one.size for one in self.lines)

    @property
    def bottom(self) -> float:
        """How low its letters reach."""
        return min(one.baseline - _BELOW * one.size for one in self.lines)

    @property
    def size(self) -> float:
        """The size of its largest letters."""
        return max(one.size for one in self.lines)

    @property
    def gaps(self) -> list[ColumnGap]:
        """The spaces between its cells."""
        return [(before.right, cell.left) for before, cell in pairwise(self.cells)]


def table_rows(stretches: Sequence[PageStretch]) -> list[TableRow]:
    """The rows of a page as they were written; text outside tables is rows of one cell."""
    rows: list[list[list[PageStretch]]] = []
    for one in stretches:
        cell = rows[-1][-1] if rows else []
        beside = next((at for at, line in enumerate(cell) if _beside(line, one)), None)
        if beside is not None:
            if len(rows[-1]) == 1 and beside:
                rows[-1:] = [[cell[:beside]], [cell[beside:]]]
            rows[-1].append([one])
        elif cell and one.baseline < cell[-1].baseline and one.left >= min(line.left for line in cell) - one.size:
            cell.append(one)
        else:
            rows.append([[one]])
    return [TableRow(tuple(TableCell(tuple(cell)) for cell in row)) for row in rows]


def _beside(line: PageStretch, one: PageStretch) -> bool:
    """Whether a stretch stands to the right of a line."""
    return one.left > line.right and abs(one.baseline - line.baseline) <= SAME_LINE * max(line.size, one.size)


def may_follow(before: TableRow, row: TableRow) -> bool:
    """Whether a row may be the next one of a table."""
    if not 0 < before.bottom - row.top + row.size < _FARTHEST * row.size:
        return False
    return len(row.cells) > 1 or (len(row.lines) <= _TALLEST_HEADING and row.size < _LARGER * before.size)


def in_column(row: TableRow, gaps: Sequence[ColumnGap], near: Sequence[TableRow]) -> bool:
    """Whether the one cell of a row is of a table that goes on: right of the first column, or a heading beside other rows of it."""
    if gaps and row.cells[0].left > gaps[0][1] - row.size / 2:
        return True
    return any(len(one.cells) > 1 and abs(one.cells[0].left - row.cells[0].left) < 1 for one in near)


def goes_on_from(row: TableRow, gaps: Sequence[ColumnGap], below: Sequence[TableRow]) -> bool:
    """Whether the one cell of a row at the top of a page is of the table before: it is in a column, begins small, or is bold."""
    first = row.cells[0].lines[0]
    category = all(one.bold for one in row.lines) and bool(below) and len(below[0].cells) > 1
    return (first.text[:1].islower() and not first.marked) or category or in_column(row, gaps, below[:2])


def is_table(rows: Sequence[TableRow]) -> bool:
    """Whether rows are a table: two columns of single lines are labels with their values."""
    several = [row for row in rows if len(row.cells) > 1]
    wide = max((len(row.cells) for row in several), default=0)
    return len(several) > 1 and (wide > 2 or any(len(cell.lines) > 1 for row in several for cell in row.cells))

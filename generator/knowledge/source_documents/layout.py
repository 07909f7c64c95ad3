"""How a paragraph stands in its document: as a heading, in bold, as an item of a list, in a cell of a table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LineLayout:
    """The look of a paragraph, as far as its file says it. Plain text says little."""

    heading: int = 0
    """1 to 9 for a heading."""
    bold: bool = False
    """Whether all its words are bold."""
    listed: bool = False
    """Whether it is an item of a list, whose mark the file does not keep among the words."""
    table: int = 0
    """The table that it stands in, counted from 1 through the document; 0 outside tables."""
    row: int = 0
    column: int = 0
    """The first column of the grid that its cell fills, counted from 1."""


NO_LAYOUT = LineLayout()


class TableCounter:
    """Counts tables, rows and columns while a document is read. Tables may stand inside cells of others."""

    def __init__(self) -> None:
        self._tables = 0
        self._open: list[list[int]] = []
        self._filled: list[dict[int, int]] = []
        """Of each open table, the columns that cells of rows above fill, with how many rows more."""

    def table(self) -> None:
        """A table begins."""
        self._tables += 1
        self._open.append([self._tables, 0, 0, 1])
        self._filled.append({})

    def row(self) -> None:
        """A row begins."""
        if self._open:
            self._open[-1][1] += 1
            self._open[-1][2:] = [0, 1]
            self._filled[-1] = {column: rows - 1 for column, rows in self._filled[-1].items() if rows > 1}

    def cell(self, span: int = 1, rows: int = 1) -> None:
        """A cell begins that is so many columns wide and so many rows high, beside those of rows above."""
        if self._open:
            filled = self._filled[-1]
            while self._open[-1][3] in filled:
                self._open[-1][3] += 1
            self._open[-1][2] = self._open[-1][3]
            self._open[-1][3] += max(1, min(span, 100))
            if rows > 1:
                filled |= dict.fromkeys(range(self._open[-1][2], self._open[-1][3]), rows)

    def widen(self, span: int) -> None:
        """The cell that is open turns out to be so many columns wide."""
        if self._open:
            self._open[-1][3] = self._open[-1][2] + max(1, min(span, 100))

    def table_ends(self) -> None:
        """A table ends."""
        if self._open:
            self._open.pop()
            self._filled.pop()

    @property
    def inside(self) -> bool:
        """Whether a table is open."""
        return bool(self._open)

    def at(self, heading: int = 0, *, bold: bool = False, listed: bool = False) -> LineLayout:
        """The layout of a paragraph here."""
        table, row, column = self._open[-1][:3] if self._open else (0, 0, 0)
        return LineLayout(heading, bold, listed, table, row, column)

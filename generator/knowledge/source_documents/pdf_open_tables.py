"""Find the tables of a PDF page that have no upright lines, and say where their lines would be.

Programs write a table row by row and cell by cell. So words that stand to the right of a line of the cell before them begin another
cell of its row, and words back at the left begin another row. A gap that all rows have in common parts two columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.knowledge.source_documents.pdf_letters import PageContent, RuledLine
from generator.knowledge.source_documents.pdf_stretches import SAME_LINE, PageStretch, stretches_of

_TALLEST_HEADING = 3
"""Lines of a row that has only one cell, such as a heading across the table."""

_FARTHEST = 5.0
"""How far rows of one table are apart at most, in sizes of their letters."""

_LARGER = 1.12
"""How much larger than the letters of a table those of a heading outside it are at least."""

_WIDEST_PADDING = 2.0
"""The space between two full cells at most, in sizes of the letters."""

_FEW = 6
"""One cell of so many may stand across columns: a head of two of them."""

_FURNITURE = 2
"""Lines of running heads and feet at most, before a table that goes on and after one."""

_ABOVE, _BELOW = 0.75, 0.2
"""How far letters reach above and below their baseline, in sizes."""


ColumnGap = tuple[float, float]
"""Where the space between two columns begins and ends."""


@dataclass(frozen=True)
class _Cell:
    """Lines under one another."""

    lines: tuple[PageStretch, ...]

    @property
    def left(self) -> float:
        return min(one.left for one in self.lines)

    @property
    def right(self) -> float:
        return max(one.right for one in self.lines)


@dataclass(frozen=True)
class _Row:
    """Cells beside one another."""

    cells: tuple[_Cell, ...]

    @property
    def lines(self) -> list[PageStretch]:
        return [one for cell in self.cells for one in cell.lines]

    @property
    def top(self) -> float:
        return max(one.baseline + _ABOVE * one.size for one in self.lines)

    @property
    def bottom(self) -> float:
        return min(one.baseline - _BELOW * one.size for one in self.lines)

    @property
    def size(self) -> float:
        return max(one.size for one in self.lines)

    @property
    def gaps(self) -> list[ColumnGap]:
        return [(before.right, cell.left) for before, cell in pairwise(self.cells)]


@dataclass(frozen=True)
class OpenTables:
    """The tables without upright lines of a page."""

    rules: tuple[RuledLine, ...] = ()
    """The lines that they would have if they were drawn."""
    first: tuple[ColumnGap, ...] = ()
    """The gaps between the columns of a table at the top of the page, which may go on with one of the page before."""
    last: tuple[ColumnGap, ...] = ()
    """The same of a table at the foot of the page."""


def tables_without_lines(page: PageContent, before: Sequence[ColumnGap] = (), after: Sequence[ColumnGap] = ()) -> OpenTables:
    """The tables of a page. The first may go on with the columns of the page before, and the last has those of the page after.

    Tables that have upright lines are left.
    """
    rules: list[RuledLine] = []
    rows = _rows(stretches_of(page, narrow=True))
    gaps_at: dict[int, list[ColumnGap]] = {}
    for first, end in _tables(rows, before, after):
        table = rows[first:end]
        if any(rule.bottom < table[0].top and rule.top > table[-1].bottom for rule in page.upright):
            continue
        at_top, at_foot = _only_furniture(rows[:first]), _only_furniture(rows[end:])
        own = [gap for row in table for gap in row.gaps]
        others = [*(before if at_top else ()), *(after if at_foot else ())]
        found = next((gaps for gaps in (_between_columns([*own, *others]), _between_columns(own)) if not _crossed(table, gaps)), [])
        rules += _lines(table, found) if found else ()
        gaps_at |= {at: found for at, here in ((0, at_top), (1, at_foot)) if here}
    return OpenTables(tuple(rules), tuple(gaps_at.get(0, ())), tuple(gaps_at.get(1, ())))


def _rows(stretches: Sequence[PageStretch]) -> list[_Row]:
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
    return [_Row(tuple(_Cell(tuple(cell)) for cell in row)) for row in rows]


def _beside(line: PageStretch, one: PageStretch) -> bool:
    """Whether a stretch stands to the right of a line."""
    return one.left > line.right and abs(one.baseline - line.baseline) <= SAME_LINE * max(line.size, one.size)


def _tables(rows: Sequence[_Row], before: Sequence[ColumnGap], after: Sequence[ColumnGap]) -> Iterator[tuple[int, int]]:
    """The first row of each table, and that after its last."""
    first = 0
    while first < len(rows):
        end = first + 1
        while end < len(rows) and _follows(rows[end - 1], rows[end]):
            end += 1
        known = before if _only_furniture(rows[:first]) else ()
        start, last = first, end
        while start < last and len(rows[start].cells) == 1 and not (known and _goes_on(rows[start], known, rows[start + 1 : last])):
            start += 1
        over = bool(after) and _only_furniture(rows[last:])
        while (
            last > start
            and len(rows[last - 1].cells) == 1
            and not _in_column(rows[last - 1], known, rows[start : last - 1] if over else ())
        ):
            last -= 1
        if start < last and (known or over or _is_table(rows[start:last])):
            yield start, last
        first = end


def _only_furniture(rows: Sequence[_Row]) -> bool:
    return sum(len(row.lines) for row in rows) <= _FURNITURE


def _follows(before: _Row, row: _Row) -> bool:
    """Whether a row may be the next one of a table."""
    if not 0 < before.bottom - row.top + row.size < _FARTHEST * row.size:
        return False
    return len(row.cells) > 1 or (len(row.lines) <= _TALLEST_HEADING and row.size < _LARGER * before.size)


def _in_column(row: _Row, gaps: Sequence[ColumnGap], near: Sequence[_Row]) -> bool:
    """Whether the one cell of a row is of a table that goes on: right of the first column, or a heading beside other rows of it."""
    if gaps and row.cells[0].left > gaps[0][1] - row.size / 2:
        return True
    return any(len(one.cells) > 1 and abs(one.cells[0].left - row.cells[0].left) < 1 for one in near)


def _goes_on(row: _Row, gaps: Sequence[ColumnGap], below: Sequence[_Row]) -> bool:
    """Whether the one cell of a row at the top of a page is of the table before: it is in a column, or begins small."""
    first = row.cells[0].lines[0]
    return (first.text[:1].islower() and not first.marked) or _in_column(row, gaps, below[:2])


def _is_table(rows: Sequence[_Row]) -> bool:
    """Whether rows are a table: two columns of single lines are labels with their values."""
    several = [row for row in rows if len(row.cells) > 1]
    wide = max((len(row.cells) for row in several), default=0)
    return len(several) > 1 and (wide > 2 or any(len(cell.lines) > 1 for row in several for cell in row.cells))


def _crossed(rows: Sequence[_Row], gaps: Sequence[ColumnGap]) -> bool:
    """Whether many cells stand across the gaps between columns: then there are no columns."""
    cells = [cell for row in rows if len(row.cells) > 1 for cell in row.cells]
    return sum(_across(cell, gap) for cell in cells for gap in gaps) * _FEW > len(cells)


def _across(cell: _Cell, gap: ColumnGap) -> bool:
    """Whether a line of a cell stands across a gap, and has no word that begins where the column after it does."""
    return any(one.left < gap[0] and one.right > gap[1] and not any(abs(word - gap[1]) < 1 for word in one.words) for one in cell.lines)


def _lines(rows: Sequence[_Row], gaps: Sequence[ColumnGap]) -> Iterator[RuledLine]:
    """The lines of a table: each cell ends where the gap after it would, were it as narrow as the narrowest."""
    padding = min([_WIDEST_PADDING * max(row.size for row in rows), *(right - left for left, right in gaps)])
    left, right = min(row.cells[0].left for row in rows), max(cell.right for row in rows for cell in row.cells)
    ends = [(row.bottom + below.top) / 2 for row, below in pairwise(rows)]
    for row, top, bottom in zip(rows, [rows[0].top + 1, *ends], [*ends, rows[-1].bottom - 1], strict=True):
        inside = [gap[1] for gap in gaps if not any(_across(cell, gap) for cell in row.cells)]
        for place in (left - 1, *(each for start in inside for each in (start - padding + 1, start - 1)), right + 1):
            yield RuledLine(place, place, bottom, top)
    for height in (rows[0].top + 1, *ends, rows[-1].bottom - 1):
        yield RuledLine(left - 1, right + 1, height, height)


def _between_columns(gaps: Sequence[ColumnGap]) -> list[ColumnGap]:
    """The gaps between columns, from left to right: what the gaps of all rows have in common. An empty cell makes a wide one."""
    found: list[ColumnGap] = []
    for left, right in sorted(gaps, key=lambda gap: gap[1] - gap[0]):
        within = [at for at, (start, end) in enumerate(found) if left < end and start < right]
        if not within:
            found.append((left, right))
        elif len(within) == 1:
            start, end = found[within[0]]
            found[within[0]] = max(left, start), min(right, end)
    return sorted(found)

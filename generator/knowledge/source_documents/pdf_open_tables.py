"""Find the tables of a PDF page that have no upright lines, and say where their lines would be.

Programs write a table row by row and cell by cell. So words that stand to the right of a line of the cell before them begin another
cell of its row, and words back at the left begin another row. A gap that all rows have in common parts two columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.knowledge.source_documents.pdf_drawings import RuledLine
from generator.knowledge.source_documents.pdf_letters import PageContent
from generator.knowledge.source_documents.pdf_open_rows import (
    ColumnGap,
    TableCell,
    TableRow,
    goes_on_from,
    in_column,
    is_table,
    may_follow,
    table_rows,
)
from generator.knowledge.source_documents.pdf_stretches import stretches_of

_WIDEST_PADDING = 2.0
"""The space between two full cells at most, in sizes of the letters."""

_FEW = 6
"""One cell of so many may stand across columns: a head of two of them."""

_FURNITURE = 2
"""Lines of running heads and feet at most, before a table that goes on and after one."""


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
    rows = table_rows(stretches_of(page, narrow=True))
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


def _tables(rows: Sequence[TableRow], before: Sequence[ColumnGap], after: Sequence[ColumnGap]) -> Iterator[tuple[int, int]]:
    """The first row of each table, and that after its last."""
    first = 0
    while first < len(rows):
        end = first + 1
        while end < len(rows) and may_follow(rows[end - 1], rows[end]):
            end += 1
        known = before if _only_furniture(rows[:first]) else ()
        start, last = first, end
        while start < last and len(rows[start].cells) == 1 and not (known and goes_on_from(rows[start], known, rows[start + 1 : last])):
            start += 1
        over = bool(after) and _only_furniture(rows[last:])
        while (
            last > start and len(rows[last - 1].cells) == 1 and not in_column(rows[last - 1], known, rows[start : last - 1] if over else ())
        ):
            last -= 1
        if start < last and (known or over or is_table(rows[start:last])):
            yield from _at_heads(rows, start, last)
        first = end


def _at_heads(rows: Sequence[TableRow], start: int, end: int) -> Iterator[tuple[int, int]]:
    """A table, or several: each begins with the same heads, or with bold ones below a heading of its own."""
    heads = _letters_of(rows[start])
    begins = [at for at in range(start + 1, end) if len(rows[at].cells) > 1 and (_letters_of(rows[at]) == heads or _are_heads(rows, at))]
    for first, after in pairwise([start, *begins, end]):
        last = after
        while after < end and last > first and len(rows[last - 1].cells) == 1:
            last -= 1
        if first < last:
            yield first, last


def _are_heads(rows: Sequence[TableRow], at: int) -> bool:
    """Whether a row is bold throughout, below a row of one cell."""
    return len(rows[at - 1].cells) == 1 and all(one.bold for one in rows[at].lines)


def _letters_of(row: TableRow) -> str:
    """Its words, wherever their lines were broken."""
    return "".join(one.text for one in row.lines).replace(" ", "")


def _only_furniture(rows: Sequence[TableRow]) -> bool:
    return sum(len(row.lines) for row in rows) <= _FURNITURE


def _crossed(rows: Sequence[TableRow], gaps: Sequence[ColumnGap]) -> bool:
    """Whether many cells stand across the gaps between columns: then there are no columns."""
    cells = [cell for row in rows if len(row.cells) > 1 for cell in row.cells]
    return sum(_across(cell, gap) for cell in cells for gap in gaps) * _FEW > len(cells)


def _across(cell: TableCell, gap: ColumnGap) -> bool:
    """Whether a line of a cell stands across a gap, and has no word that begins where the column after it does."""
    return any(one.left < gap[0] and one.right > gap[1] and not any(abs(word - gap[1]) < 1 for word in one.words) for one in cell.lines)


def _lines(rows: Sequence[TableRow], gaps: Sequence[ColumnGap]) -> Iterator[RuledLine]:
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

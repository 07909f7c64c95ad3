"""Mend the columns of tagged tables in a PDF by where their cells stand.

LibreOffice puts a list that goes on in the next cell into the cell where it began. Chromium has no tags for empty cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.knowledge.source_documents.layout import LineLayout
from generator.knowledge.source_documents.pdf_tagged import TaggedParagraph

_CENTRED = 20.0
"""Points by which the space on both sides of a heading in the middle of a table differs at most."""

_Row = list[TaggedParagraph]
_Column = tuple[int, float, float]
"""Its number, and where its words begin and end."""


def with_columns(paragraphs: Sequence[TaggedParagraph]) -> Iterator[TaggedParagraph]:
    """The paragraphs in the columns where they stand; in none, where a table was guessed that is no table."""
    tables: dict[int, dict[int, _Row]] = {}
    for one in paragraphs:
        if one.layout.table:
            tables.setdefault(one.layout.table, {}).setdefault(one.layout.row, []).append(one)
    mended: dict[int, LineLayout] = {}
    for rows in tables.values():
        mended |= _mended(rows)
    for one in paragraphs:
        yield replace(one, layout=mended.get(id(one), one.layout))


def _mended(rows: Mapping[int, _Row]) -> dict[int, LineLayout]:
    """The layouts that change in a table, by the identity of their paragraphs."""
    guessed = next(iter(rows.values()))[0].guessed
    columns = _columns(rows)
    changed: dict[int, LineLayout] = {}
    for row in rows.values():
        cells = _cells(row)
        short = len(cells) < len(columns) and not _across(row, columns)
        for cell in cells.values():
            if len(columns) > 1 and (short or _has_several(cell)):
                changed |= {id(one): replace(one.layout, column=_column(one, columns)) for one in cell}
    moved = [[replace(one, layout=changed.get(id(one), one.layout)) for one in row] for row in rows.values()]
    if guessed and not all(map(_beside_one_another, moved)):
        return {id(one): LineLayout(one.layout.heading, listed=one.layout.listed) for row in rows.values() for one in row}
    return changed


def _cells(row: _Row) -> dict[int, _Row]:
    cells: dict[int, _Row] = {}
    for one in row:
        cells.setdefault(one.layout.column, []).append(one)
    return cells


def _columns(rows: Mapping[int, _Row]) -> list[_Column]:
    """The columns from left to right, by the rows that have most cells."""
    most = max(len(_cells(row)) for row in rows.values())
    found: dict[int, _Column] = {}
    for row in rows.values():
        cells = _cells(row)
        if len(cells) == most and not any(map(_has_several, cells.values())):
            for column, cell in cells.items():
                boxes = [_box(one) for one in cell]
                left, right = min(box[0] for box in boxes), max(box[1] for box in boxes)
                _, before, after = found.get(column, (column, left, right))
                found[column] = column, min(before, left), max(after, right)
    return sorted(found.values(), key=lambda column: column[1])


def _across(row: _Row, columns: Sequence[_Column]) -> bool:
    """Whether a row is one heading in the middle of the table."""
    box = _box(row[0])
    return len(row) == 1 and abs(box[0] + box[1] - columns[0][1] - columns[-1][2]) < _CENTRED


def _column(one: TaggedParagraph, columns: Sequence[_Column]) -> int:
    """The column whose words stand above or below most of a paragraph, or the last one that begins to the left of it."""
    box = _box(one)
    shared, column = max((min(box[1], right) - max(box[0], left), -at) for at, (_, left, right) in enumerate(columns))
    if shared > 0:
        return columns[-column][0]
    return next((column for column, left, _ in reversed(columns) if left <= box[0]), columns[0][0])


def _has_several(cell: _Row) -> bool:
    """Whether a paragraph stands beside those before it: then they are of several cells."""
    right, bottom = 0.0, 0.0
    for before, one in pairwise(cell):
        box = _box(before)
        right, bottom = max(right, box[1]), box[2]
        here = _box(one)
        if before.lines[0].page == one.lines[0].page and here[0] > right and here[3] > bottom + one.lines[0].stretch.size:
            return True
    return False


def _box(one: TaggedParagraph) -> tuple[float, float, float, float]:
    """The sides, foot and top of a paragraph on its first page."""
    lines = [line.stretch for line in one.lines if line.page == one.lines[0].page]
    return (
        min(line.left for line in lines), max(line.right for line in lines), min(line.baseline for line in lines),
        max(line.baseline + line.size for line in lines),
    )  # fmt: skip


def _beside_one_another(row: _Row) -> bool:
    """Whether the cells of a row stand one to the right of the other, at one height."""
    page = row[0].lines[0].page
    cells = _cells([one for one in row if one.lines[0].page == page])
    boxes = [list(zip(*map(_box, cells[column]), strict=True)) for column in sorted(cells)]
    sides = [(min(lefts), max(rights), min(bottoms), max(tops)) for lefts, rights, bottoms, tops in boxes]
    return all(one[1] <= other[0] + 1 and one[2] < other[3] and other[2] < one[3] for one, other in pairwise(sides))

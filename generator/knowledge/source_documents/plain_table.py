"""Find the cells of a person specification in plain text: its columns are parted by tabs, in one of two ways.

Either a line is a row, with a tab between two cells; or each cell begins on a line of its own with a tab, as pasted from Word.
A table is only looked for where a line of heads names levels: tabs elsewhere are labels and their values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.knowledge.source_documents.layout import NO_LAYOUT, LineLayout

_HEADS = re.compile(r"essential|desirable|level", re.IGNORECASE)
_MARK = re.compile(r"\s*(?:[-*•·●▪\uf0b7]|\d{1,2}[.)])")


def plain_cells(lines: Sequence[str]) -> list[LineLayout]:
    """The place of each line. A tab in a line of a table leads on to the next column."""
    made: list[LineLayout] = []
    tables = 0
    while len(made) < len(lines):
        at = len(made)
        heads = _heads_below(lines, at)
        if heads > 1:
            tables += 1
            made += _cell_by_cell(lines[at:], heads, tables)
        elif _is_row_of_heads(lines[at]):
            tables += 1
            made += _row_by_row(lines[at:], tables)
        else:
            made.append(NO_LAYOUT)
    return made


def _is_row_of_heads(line: str) -> bool:
    pieces = [piece.strip() for piece in line.split("\t")]
    return len(pieces) > 1 and all(len(piece) < 40 for piece in pieces) and bool(_HEADS.fullmatch(pieces[-1]) or _HEADS.match(pieces[1]))


def _heads_below(lines: Sequence[str], at: int) -> int:
    """How many cells a row of heads has that begins here with one cell a line; 0 for no such row."""
    heads = 0
    for line in lines[at : at + 8]:
        if not line.startswith("\t") or not line.strip() or "\t" in line.strip():
            break
        heads += 1
    return heads if any(_HEADS.search(line) for line in lines[at : at + heads]) else 0


def _row_by_row(lines: Sequence[str], table: int) -> list[LineLayout]:
    made: list[LineLayout] = []
    row = 0
    for line in lines:
        if "\t" not in line and line.strip():
            break
        row += bool(line.strip())
        made.append(LineLayout(table=table, row=row, column=1))
    return made


def _cell_by_cell(lines: Sequence[str], columns: int, table: int) -> list[LineLayout]:
    made: list[LineLayout] = []
    cell, blank = -1, False
    for line in lines:
        begins = line.startswith("\t")
        if not begins and line.strip() and blank and cell % columns == columns - 1 and not _MARK.match(line):
            break
        cell += begins
        blank = not line.strip()
        made.append(LineLayout(table=table, row=cell // columns + 1, column=cell % columns + (0 if begins else 1)))
    return made

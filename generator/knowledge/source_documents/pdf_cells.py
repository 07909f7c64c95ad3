"""Find the tables of a PDF: which paragraphs stand in cells with lines around them, and in which row and column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from generator.knowledge.source_documents.layout import LineLayout
from generator.knowledge.source_documents.pdf_stretches import PageStretch

if TYPE_CHECKING:
    from generator.knowledge.source_documents.pdf_drawings import RuledLine
    from generator.knowledge.source_documents.pdf_paragraphs import LaidOut, PageParagraph

PageCell = tuple[float, float, float, float]
"""The left, right, bottom and top line of a cell."""

_SAME = 6.0
"""Points that lines of one grid are apart at most: each cell may draw its own."""

_LARGE = 1.15
"""How much larger than most letters those of a heading are at least."""


def cell_of(one: PageStretch, upright: Sequence[RuledLine], lying: Sequence[RuledLine], height: float) -> PageCell | None:
    """The cell that a stretch stands in, if there is a line on each side. A row may go on over the edge of the page."""
    middle, inside = one.baseline + one.size / 4, one.left + 1
    across = [rule for rule in upright if rule.bottom <= middle <= rule.top]
    along = [rule for rule in lying if rule.left <= inside <= rule.right]
    left = max((rule.right for rule in across if rule.right <= inside), default=None)
    right = min((rule.left for rule in across if rule.left >= one.right - 1), default=None)
    bottom = max((rule.top for rule in along if rule.top <= middle), default=None)
    top = min((rule.bottom for rule in along if rule.bottom >= middle), default=None)
    if left is None or right is None or bottom is top is None:
        return None
    return left, right, 0 if bottom is None else bottom, height if top is None else top


def layouts_of(pages: Sequence[LaidOut]) -> dict[int, LineLayout]:
    """How each paragraph of a document stands, by its identity. A table goes on over pages until a paragraph outside one comes."""
    usual = usual_size(pages)
    found: dict[int, LineLayout] = {}
    table: list[tuple[int, PageParagraph]] = []
    tables = 0
    for number, page in enumerate(pages):
        for paragraph in page.paragraphs:
            if paragraph.furniture:
                continue
            if paragraph.cell is not None:
                table.append((number, paragraph))
            else:
                found[id(paragraph)] = LineLayout(bold=looks_bold(paragraph.stretches, usual))
                tables += _end(table, tables, usual, found)
                table = []
    _end(table, tables, usual, found)
    return found


def _end(table: Sequence[tuple[int, PageParagraph]], before: int, usual: float, found: dict[int, LineLayout]) -> int:
    """Number the rows and columns of a table. Returns 1, or 0 where there are not several columns: then it is a frame."""
    cells = [(number, paragraph, paragraph.cell) for number, paragraph in table if paragraph.cell is not None]
    lefts = _lines_of([cell[0] for _, _, cell in cells])
    several = len(lefts) > 1
    tops: dict[int, list[float]] = {}
    row_before: dict[int, int] = {}
    rows = 0
    for number in dict.fromkeys(number for number, _, _ in cells):
        tops[number] = _lines_of([-cell[3] for page, _, cell in cells if page == number])
        first = [(one, cell) for page, one, cell in cells if page == number and _index(tops[number], -cell[3]) == 0]
        row_before[number] = rows - int(bool(rows) and _goes_on(first, lefts))
        rows = row_before[number] + len(tops[number])
    for number, paragraph, cell in cells:
        row = row_before[number] + _index(tops[number], -cell[3]) + 1
        place = (before + 1, row, _index(lefts, cell[0]) + 1) if several else (0, 0, 0)
        found[id(paragraph)] = LineLayout(0, looks_bold(paragraph.stretches, usual), False, *place)
    return int(several)


def _goes_on(row: Sequence[tuple[PageParagraph, PageCell]], lefts: Sequence[float]) -> bool:
    """Whether the first row of a page is the rest of the last one of the page before: a cell was cut in two, or the first one is empty."""
    return any(one.is_rest for one, _ in row) or all(_index(lefts, cell[0]) > 0 for _, cell in row)


def _lines_of(places: Sequence[float]) -> list[float]:
    """The lines of a grid, from those that its cells say."""
    lines: list[float] = []
    for place in sorted(places):
        if not lines or place - lines[-1] > _SAME:
            lines.append(place)
    return lines


def _index(lines: Sequence[float], place: float) -> int:
    return max((at for at, line in enumerate(lines) if line <= place + 0.01), default=0)


def looks_bold(stretches: Iterable[PageStretch], usual: float) -> bool:
    """Whether all words of a paragraph are bold, or larger than is `usual`."""
    return all(one.bold or one.size > _LARGE * usual for one in stretches)


def usual_size(pages: Sequence[LaidOut]) -> float:
    """The size of letters that most words have."""
    sizes: dict[float, int] = {}
    for one in (one for page in pages for paragraph in page.paragraphs for one in paragraph.stretches):
        sizes[round(one.size, 1)] = sizes.get(round(one.size, 1), 0) + len(one.text)
    return max(sizes, key=lambda size: sizes[size], default=1.0)

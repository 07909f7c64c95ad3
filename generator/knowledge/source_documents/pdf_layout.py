"""Put the stretches of a PDF page together to paragraphs, by where they are: in columns, in cells, under one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.knowledge.source_documents.pdf_cells import cell_of
from generator.knowledge.source_documents.pdf_columns import PageColumns
from generator.knowledge.source_documents.pdf_drawings import RuledLine
from generator.knowledge.source_documents.pdf_gaps import gaps_judged, on_one_line
from generator.knowledge.source_documents.pdf_letters import PageContent
from generator.knowledge.source_documents.pdf_paragraphs import LaidOut, PageParagraph
from generator.knowledge.source_documents.pdf_stretches import SAME_LINE, PageStretch, beside_a_tab, stretches_of

_LOOKED_BACK = 40
"""Stretches before one that it may go on with: a row of a table may be written line by line."""


def laid_out(page: PageContent, drawn: Sequence[RuledLine] = ()) -> LaidOut:
    """The paragraphs of a page in the order in which they were written. Its tables without lines have those that are `drawn`."""
    page = replace(page, rules=(*page.rules, *drawn))
    stretches = gaps_judged(stretches_of(page), page.upright)
    numbers = _line_numbers(stretches)
    column = PageColumns(stretches, page)
    found: list[PageParagraph] = []
    recent: list[PageParagraph] = []
    for stretch in stretches:
        above = [p for p in recent if column.goes_on(p, stretch)]
        if above:
            paragraph = min(above, key=lambda p: p.stretches[-1].baseline - stretch.baseline)
            paragraph.pitch = paragraph.pitch or paragraph.stretches[-1].baseline - stretch.baseline
            paragraph.stretches.append(stretch)
        else:
            found.append(PageParagraph([stretch]))
            recent = [*recent[-_LOOKED_BACK:], found[-1]]
    made = _tabs(found, column)
    for paragraph in made:
        paragraph.cell = cell_of(paragraph.stretches[0], column.upright, column.lying, page.height)
    return LaidOut(tuple(made), numbers, page.height)


def _line_numbers(stretches: Sequence[PageStretch]) -> dict[float, int]:
    numbers: dict[float, int] = {}
    last, number = float("inf"), 0
    for stretch in sorted(stretches, key=lambda one: -one.baseline):
        if last - stretch.baseline > SAME_LINE * stretch.size:
            number += 1
            last = stretch.baseline
        numbers[stretch.baseline] = number
    return numbers


def _tabs(found: list[PageParagraph], column: PageColumns) -> list[PageParagraph]:
    """Paragraphs of one line that stand beside one another, in no cells, are one: a label, and its value after a tab."""
    made: list[PageParagraph] = []
    for paragraph in found:
        one = paragraph.stretches[0]
        before = made[-1].stretches[-1] if made else None
        if before and len(paragraph.stretches) == len(made[-1].stretches) == 1 and on_one_line(before, one, column.upright):
            made[-1].stretches[-1] = beside_a_tab(before, one)
        else:
            made.append(paragraph)
    return made

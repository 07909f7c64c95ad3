"""Join the paragraphs of a PDF that go on over the end of a page, in the text and in the cells of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.knowledge.source_documents.blocks import OPEN_WORD

if TYPE_CHECKING:
    from generator.knowledge.source_documents.pdf_paragraphs import LaidOut, PageParagraph

_SAME = 6.0
"""Points that the sides of one column are apart on two pages at most."""

_ENDED = (".", ":", ";", "!", "?")


def join_over_pages(pages: Sequence[LaidOut]) -> None:
    """Give each paragraph that a page cuts in two its `rest` on the next page.

    A row that has no first cell there is cut for certain; elsewhere the line before must be full.
    """
    for before, page in pairwise(pages):
        above = [one for one in before.paragraphs if not one.furniture]
        below = [one for one in page.paragraphs if not one.furniture]
        if above and below and above[-1].cell and below[0].cell:
            pairs = list(_cells_cut(above, _without_heads(above, below)))
            cut = min((left(rest) for _, rest in pairs), default=0) > min(map(left, above)) + _SAME
        else:
            pairs = [(above[-1], below[0])] if above and below and not (above[-1].cell or below[0].cell) else []
            cut = False
        for one, rest in pairs:
            if one.rest is None and _goes_on(one, rest, 0 if cut else _end_of(one, before.paragraphs)):
                one.rest, rest.is_rest = rest, True


def _cells_cut(above: Sequence[PageParagraph], below: Sequence[PageParagraph]) -> Iterator[tuple[PageParagraph, PageParagraph]]:
    """The last paragraph of each cell of the last row, with the first of the cell below it on the next page."""
    last, first = _row_of(above, above[-1]), _row_of(below, below[0]) if below else []
    for one in {round(left(one)): one for one in last}.values():
        under = next((rest for rest in first if abs(left(rest) - left(one)) <= _SAME), None)
        if under is not None:
            yield one, under


def _row_of(paragraphs: Iterable[PageParagraph], of: PageParagraph) -> list[PageParagraph]:
    """The paragraphs that stand in one row with another."""
    return [one for one in paragraphs if one.cell and of.cell and (abs(one.cell[3] - of.cell[3]) <= _SAME)]


def _without_heads(above: Sequence[PageParagraph], below: Sequence[PageParagraph]) -> Sequence[PageParagraph]:
    """The paragraphs of a page without the heads of its table, where they stand on the page before as well."""
    heads = _row_of(below, below[0])
    known = {_said(one) for one in above}
    return below[len(heads) :] if len(heads) > 1 and all(_said(one) in known for one in heads) else below


def _said(one: PageParagraph) -> str:
    return " ".join(stretch.text for stretch in one.stretches)


def left(one: PageParagraph) -> float:
    """Where the cell of a paragraph begins."""
    return one.cell[0] if one.cell else one.stretches[0].left


def _end_of(one: PageParagraph, paragraphs: Iterable[PageParagraph]) -> float:
    """Where the last line of a paragraph must end: at the side of its cell, or where the longest line of its page does."""
    line = one.stretches[-1]
    if one.cell:
        return one.cell[1] - min(max(line.body - one.cell[0], 1), line.size)
    return max(stretch.right for other in paragraphs for stretch in other.stretches if not other.cell)


def _goes_on(one: PageParagraph, rest: PageParagraph, end: float) -> bool:
    """Whether a paragraph is the rest of another: it begins small, or follows a word that ends none, and did not fit."""
    last, first = one.stretches[-1], rest.stretches[0]
    if first.marked or abs(last.size - first.size) > 0.12 * first.size or abs(last.body - first.body) > 2 or last.text.endswith(_ENDED):
        return False
    open_end = bool(OPEN_WORD.search(last.text)) or last.text.endswith((",", "\x02", "\u2010"))
    full = last.right + 0.2 * last.size + first.first_word > end - 0.05 * last.size
    return full and (first.text[:1].islower() or open_end)

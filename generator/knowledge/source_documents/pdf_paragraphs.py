"""The paragraphs of a PDF page as its layout shows them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from generator.knowledge.source_documents.pdf_cells import PageCell
from generator.knowledge.source_documents.pdf_stretches import PageStretch


@dataclass
class PageParagraph:
    """Lines of one page that go on with one another."""

    stretches: list[PageStretch]
    furniture: bool = False
    pitch: float = 0.0
    """How far its lines are apart, once it has two."""
    end: float = float("inf")
    """Where its lines must end: as far as the narrowest of them says."""
    cell: PageCell | None = None
    """The cell of a table that it stands in."""
    rest: PageParagraph | None = None
    """What of it stands on the next page."""
    is_rest: bool = False
    """Whether it is the rest of one on the page before."""


@dataclass(frozen=True)
class LaidOut:
    """The paragraphs of a page."""

    paragraphs: tuple[PageParagraph, ...]
    line_numbers: dict[float, int]
    height: float

    def line(self, stretch: PageStretch) -> int:
        """The line of the page, counted from its top. Words of one line may stand a little apart."""
        if (number := self.line_numbers.get(stretch.baseline)) is not None or not self._upward:
            return number or 1
        at = bisect_left(self._upward, stretch.baseline)
        return self.line_numbers[min(self._upward[max(0, at - 1) : at + 1], key=lambda near: abs(near - stretch.baseline))]

    @cached_property
    def _upward(self) -> list[float]:
        return sorted(self.line_numbers)

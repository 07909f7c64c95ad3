"""Tell whether a line of a PDF page goes on with the one above it, by where the columns and cells of the page end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from generator.knowledge.source_documents.blocks import OPEN_WORD
from generator.knowledge.source_documents.pdf_letters import PageContent
from generator.knowledge.source_documents.pdf_paragraphs import PageParagraph
from generator.knowledge.source_documents.pdf_sentences import begins_paragraph, goes_on_small, names_of
from generator.knowledge.source_documents.pdf_stretches import PageStretch

_NEAR = 2.6
"""How far below one another lines of a paragraph are at most, in sizes of their letters: text may be set at double spacing."""

_LOOSER = 1.15
"""How much farther than usual the next line of a paragraph may be."""

_AIRY = 1.6
"""How far paragraphs with space between them are apart at least, in sizes of their letters, or lines at double spacing."""

_DESCENT = 0.18
"""How far below its baseline a line of text ends, in sizes of its letters: a line drawn nearer underlines it."""

_WIDE = 0.8
"""The part of a page’s width that a line fills at least which its margin ended, where no other line says where that is."""


class PageColumns:
    """Where the columns and cells of a page end."""

    def __init__(self, stretches: Sequence[PageStretch], page: PageContent) -> None:
        self.upright = page.upright
        self.lying = sorted((rule for rule in page.rules if not rule.upright), key=lambda rule: rule.bottom)
        self.usual = _usual_pitch(stretches)
        self._names = names_of(stretches)
        self._lying_at = [rule.bottom for rule in self.lying]
        self._margin = _WIDE * page.width
        self._downward = sorted(stretches, key=lambda one: one.baseline)
        self._baselines = [one.baseline for one in self._downward]
        self._rights: dict[int, list[float]] = defaultdict(list)
        for one in self._downward:
            for at in range(round(one.body) - 2, round(one.body) + 3):
                insort(self._rights[at], one.right)
        self._ends: dict[int, float] = {}
        self._page_end = max((one.right for one in stretches), default=0.0)

    def goes_on(self, paragraph: PageParagraph, stretch: PageStretch) -> bool:
        """Whether a stretch is the next line of a paragraph: below it, in its column, and too long for the line above."""
        before = paragraph.stretches[-1]
        down = before.baseline - stretch.baseline
        size = max(before.size, stretch.size)
        if before.text.isupper() and stretch.text.isupper() and before.right - before.left < self._margin / 2:
            return False  # two headings
        if before.bold != stretch.bold or (stretch.text.isupper() and len(stretch.words) > 1 and not before.text.isupper()):
            return False  # a heading, and what stands below or above it
        if stretch.marked or not 0.5 * size < down <= _NEAR * size or abs(before.size - stretch.size) > 0.12 * size:
            return False
        usual = paragraph.pitch or self.usual.get(round(size), 1.3 * size)
        if down > max(_LOOSER * usual, 1.3 * size if not paragraph.pitch else 0):
            return False
        begins = paragraph.stretches[0]
        aligned = abs(stretch.body - before.body) <= 0.4 * size or (len(paragraph.stretches) == 1 and _first_line_apart(begins, stretch))
        centred = abs((stretch.left + stretch.right) - (before.left + before.right)) <= 0.6 * size
        if not (aligned or centred) or self._ruled(before, stretch):
            return False
        paragraph.end = min(paragraph.end, self._end(before))
        cell = self._cell_end(before) is not None
        if (cell or down > _AIRY * size) and begins_paragraph(paragraph.stretches, stretch, self._names, ended=not cell):
            return False
        if cell and goes_on_small(paragraph.stretches, stretch):
            return self._full(before, stretch, paragraph.end - size)
        return self._full(before, stretch, paragraph.end) or bool(OPEN_WORD.search(before.text))

    def _full(self, before: PageStretch, stretch: PageStretch, end: float) -> bool:
        """Whether the first word of the next line did not fit at the end of a line."""
        if before.text.endswith(("\x02", "\u2010", "\u00ad")):
            return True
        return before.right + 0.2 * before.size + stretch.first_word > end - 0.05 * before.size

    def _end(self, one: PageStretch) -> float:
        """Where the line of a stretch must end: at the line of its cell, or where the longest line of its column does."""
        if id(one) not in self._ends:
            self._ends[id(one)] = self._cell_end(one) or self._column_end(one)
        return self._ends[id(one)]

    def _cell_end(self, one: PageStretch) -> float | None:
        middle = one.baseline + one.size / 4
        across = [rule for rule in self.upright if rule.bottom <= middle <= rule.top]
        after = [rule.left for rule in across if rule.left >= one.right - 1]
        ahead = [rule.right for rule in across if rule.right <= one.left + 1]
        return min(after) - min(max(one.left - max(ahead), 1), one.size) if after and ahead else None

    def _column_end(self, one: PageStretch) -> float:
        near = self._downward[
            bisect_left(self._baselines, one.baseline - 1.5 * one.size) : bisect_right(self._baselines, one.baseline + 1.5 * one.size)
        ]
        beside = min((other.left for other in near if other.left > one.right + 0.5 * one.size), default=float("inf"))
        rights = self._rights[round(one.body)]
        widest = max(one.right, rights[max(0, bisect_left(rights, beside) - 1)])
        if beside == float("inf") and sum(right > widest - one.size for right in rights) < 2:
            widest = max(widest, self._page_end)
        ended = one.text.endswith((".", ":", ";", "!", "?")) and widest < one.right + 1
        return float("inf") if ended and one.right < self._margin else widest

    def _ruled(self, above: PageStretch, below: PageStretch) -> bool:
        """Whether a line of a table stands between two stretches."""
        at = bisect_left(self._lying_at, below.baseline)
        left, right = max(above.left, below.left), min(above.right, below.right)
        while at < len(self.lying) and self._lying_at[at] < above.baseline - _DESCENT * above.size:
            rule = self.lying[at]
            if rule.left <= left + 1 and rule.right >= right - 1:
                return True
            at += 1
        return False


def _first_line_apart(first: PageStretch, second: PageStretch) -> bool:
    """Whether the first line of a paragraph may be set in or out."""
    return abs(first.body - second.body) <= 4 * first.size and second.left < first.right


def _usual_pitch(stretches: Sequence[PageStretch]) -> dict[int, float]:
    """How far apart lines of each size of letters are most often on a page: the closest of the usual distances."""
    seen: dict[int, Counter[float]] = defaultdict(Counter)
    for before, one in pairwise(stretches):
        down = before.baseline - one.baseline
        if abs(before.size - one.size) < 0.5 and abs(before.body - one.body) < 2 and 0.5 * one.size < down < _NEAR * one.size:
            seen[round(one.size)][round(down, 0)] += 1
    return {size: min(down for down, count in counts.items() if count * 4 >= max(counts.values())) for size, counts in seen.items()}

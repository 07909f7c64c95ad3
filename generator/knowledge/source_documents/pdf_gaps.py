"""Judge wide gaps in a line of a PDF page: the words of a justified line, a tab in a paragraph, or the space between two columns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.knowledge.source_documents.pdf_drawings import RuledLine
from generator.knowledge.source_documents.pdf_stretches import SAME_LINE, PageStretch, beside_a_tab, parted

_FLUSH = 1.5
"""Points that the ends of justified lines are apart at most."""

_NEXT_LINE = 2.2
"""How far the next line is at most, in sizes of the letters."""


@dataclass(frozen=True)
class _Line:
    """Stretches of one line, written one after the other, with no line of a table between them."""

    stretches: tuple[PageStretch, ...]

    @property
    def left(self) -> float:
        return self.stretches[0].body

    @property
    def right(self) -> float:
        return self.stretches[-1].right

    @property
    def baseline(self) -> float:
        return self.stretches[0].baseline

    @property
    def gaps(self) -> list[tuple[float, float]]:
        return [(one.right, other.left) for one, other in pairwise(self.stretches)]


def gaps_judged(found: Sequence[PageStretch], upright: Sequence[RuledLine]) -> list[PageStretch]:
    """Stretches with those joined that are one: the words of a justified line, and those on both sides of a tab."""
    lines: list[_Line] = []
    for one in found:
        if lines and on_one_line(lines[-1].stretches[-1], one, upright):
            lines[-1] = _Line((*lines[-1].stretches, one))
        else:
            lines.append(_Line((one,)))
    by_height = sorted(lines, key=lambda line: line.baseline)
    heights = [line.baseline for line in by_height]
    made: list[PageStretch] = []
    for line in lines:
        if len(line.stretches) == 1:
            made += line.stretches
            continue
        size = _NEXT_LINE * line.stretches[0].size
        near = by_height[bisect_left(heights, line.baseline - size) : bisect_right(heights, line.baseline + size)]
        made += _joined_line(line, near)
    return made


def _joined_line(line: _Line, near: Sequence[_Line]) -> list[PageStretch]:
    """The stretches of a line, joined at the gaps that part no columns."""
    others = [other for other in near if abs(other.baseline - line.baseline) > SAME_LINE * line.stretches[0].size]
    if _evenly_spaced(line) or any(_justified_alike(line, other) for other in others):
        first, last = line.stretches[0], line.stretches[-1]
        return [replace(first, text=" ".join(one.text for one in line.stretches), right=last.right, spaced=last.spaced)]
    below = max((other.baseline for other in others if other.baseline < line.baseline), default=None)
    under = [one for other in others if below is not None and abs(other.baseline - below) <= 1 for one in other.stretches]
    made = [line.stretches[0]]
    for one in line.stretches[1:]:
        if any(other.left < made[-1].right and other.right > one.left for other in under):
            made[-1] = beside_a_tab(made[-1], one)
        else:
            made.append(one)
    return made


def _evenly_spaced(line: _Line) -> bool:
    """Whether all gaps of a line of several are equally wide, as a justified line has them."""
    gaps = [right - left for left, right in line.gaps]
    return len(gaps) > 1 and max(gaps) - min(gaps) <= 0.03 * max(gaps)


def _justified_alike(line: _Line, other: _Line) -> bool:
    """Whether another line ends where this one does, at both sides, with its gaps elsewhere: then both are of one paragraph."""
    if abs(line.left - other.left) > _FLUSH or abs(line.right - other.right) > _FLUSH:
        return False
    return not any(left < other_right and other_left < right for left, right in line.gaps for other_left, other_right in other.gaps)


def on_one_line(before: PageStretch, one: PageStretch, upright: Sequence[RuledLine]) -> bool:
    """Whether a stretch stands to the right of another on its line, in no other cell."""
    if abs(before.baseline - one.baseline) > SAME_LINE * one.size or one.left <= before.right:
        return False
    return not parted(upright, before.right, one.left, one.baseline, one.size)

"""Find the running heads and feet of a PDF."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generator.knowledge.source_documents.pdf_paragraphs import LaidOut, PageParagraph

EDGE = 0.12
"""The part of the page at the top, and at the foot, where running heads and feet are."""

_MARGIN = 0.065
"""The part of the page at the top, and at the foot, where no text stands but heads and feet."""

_APART = 2.6
"""How far a head or foot is from the text at least, in sizes of its letters."""


def take_furniture(pages: Sequence[LaidOut]) -> None:
    """Mark running heads and feet: a line that is at one place at the edge of several pages, the same but for its numbers."""
    for page in pages:
        for paragraph in _alone_at_edges(page):
            paragraph.furniture = True
    places: dict[tuple[str, int], list[tuple[int, PageParagraph]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for paragraph in page.paragraphs:
            one = paragraph.stretches[0]
            if not EDGE * page.height < one.baseline < (1 - EDGE) * page.height:
                text = re.sub(r"\d+", "#", " ".join(" ".join(s.text for s in paragraph.stretches).split()))
                places[text, round(one.baseline / 3)].append((number, paragraph))
    for (text, at), same in list(places.items()):
        near = [*same, *places.get((text, at + 1), ()), *places.get((text, at - 1), ())]
        if len({number for number, _ in near}) >= 2:
            for _, paragraph in same:
                paragraph.furniture = True


def _alone_at_edges(page: LaidOut) -> Iterator[PageParagraph]:
    """The lines outside the margins of a page, far from its text: in the smaller letters of a head or foot, or in none larger."""
    down = sorted(page.paragraphs, key=lambda one: -one.stretches[0].baseline)
    sizes = Counter(round(stretch.size, 1) for one in page.paragraphs for stretch in one.stretches)
    usual = max(sizes, key=lambda size: sizes[size], default=0.0)
    for one, beside in zip(down[:1] + down[-1:], down[1:2] + down[-2:-1], strict=False):
        line, near = one.stretches[0], beside.stretches[-1 if one is down[-1] else 0]
        outside = not _MARGIN * page.height < line.baseline < (1 - _MARGIN) * page.height
        apart = abs(line.baseline - near.baseline) > _APART * line.size
        if len(down) > 2 and outside and apart and len(one.stretches) == 1 and line.size <= 1.2 * usual and not line.bold:
            yield one

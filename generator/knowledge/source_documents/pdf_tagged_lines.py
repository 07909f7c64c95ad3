"""The lines of a PDF as its tags say them, with what no tag holds at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.knowledge.source_documents.blocks import SourceLine
from generator.knowledge.source_documents.pdf_cells import looks_bold, usual_size
from generator.knowledge.source_documents.pdf_furniture import EDGE
from generator.knowledge.source_documents.pdf_page_lines import Furniture, label_of, words_of_line
from generator.knowledge.source_documents.pdf_paragraphs import LaidOut
from generator.knowledge.source_documents.pdf_tagged import LooseParagraph, PlacedLine, TaggedParagraph, TaggedText

_SAME = 2.0
"""Points that a line is apart at most when it is laid out again."""


def tagged_lines(text: TaggedText, pages: Sequence[LaidOut], furniture: Furniture) -> Iterator[SourceLine]:
    """The lines of the text. Running heads and feet are put to the `furniture`."""
    usual, number = usual_size(pages), 0
    for paragraph in _with_loose(text, pages, furniture):
        bold = looks_bold((line.stretch for line in paragraph.lines), usual)
        for at, line in enumerate(paragraph.lines):
            number += 1
            said = words_of_line(line.stretch, last=at + 1 == len(paragraph.lines))
            label = label_of(line.page + 1, pages[line.page], line.stretch)
            yield SourceLine(said, label, number, goes_on=at > 0, layout=replace(paragraph.layout, bold=bold))


def _with_loose(text: TaggedText, pages: Sequence[LaidOut], furniture: Furniture) -> Iterator[TaggedParagraph]:
    """The paragraphs, and before each what is loose and stands above it on its page."""
    left: list[LooseParagraph] = []
    heads = _furniture_at(pages)
    known = {_plain(one.lines) for one in text.paragraphs}
    for loose in text.loose:
        if _is_furniture(loose, pages[loose.page], heads, known):
            furniture.add(loose.page + 1, pages[loose.page], loose.stretches)
        else:
            left.append(loose)
    left.sort(key=lambda loose: loose.at, reverse=True)
    for paragraph in text.paragraphs:
        first = paragraph.lines[0]
        while left and left[-1].at <= (first.page, -first.stretch.baseline):
            yield _alone(left.pop())
        yield paragraph
    yield from map(_alone, reversed(left))


def _alone(loose: LooseParagraph) -> TaggedParagraph:
    return TaggedParagraph(tuple(PlacedLine(loose.page, one) for one in loose.stretches))


def _furniture_at(pages: Sequence[LaidOut]) -> set[tuple[int, int]]:
    """The page and height of heads and feet that the layout shows."""
    return {
        (number, round(one.baseline / _SAME) + near)
        for number, page in enumerate(pages)
        for paragraph in page.paragraphs
        if paragraph.furniture
        for one in paragraph.stretches
        for near in (-1, 0, 1)
    }


def _is_furniture(loose: LooseParagraph, page: LaidOut, heads: set[tuple[int, int]], known: set[str]) -> bool:
    """Whether what is loose is a head or foot: its layout shows it, or it is an artifact at the edge, or one that says again what the text
    says, such as the heads of a table on its next page."""
    baseline = loose.stretches[0].baseline
    if (loose.page, round(baseline / _SAME)) in heads:
        return True
    at_edge = not EDGE * page.height < baseline < (1 - EDGE) * page.height
    return loose.artifact and (at_edge or _plain([PlacedLine(loose.page, one) for one in loose.stretches]) in known)


def _plain(lines: Sequence[PlacedLine]) -> str:
    return re.sub(r"\s+", " ", " ".join(line.stretch.text for line in lines))

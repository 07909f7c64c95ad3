"""The lines of a PDF by the layout of its pages, running heads and feet, and how the place of a line is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.knowledge.source_documents.blocks import SourceLine
from generator.knowledge.source_documents.layout import LineLayout
from generator.knowledge.source_documents.pdf_paragraphs import LaidOut, PageParagraph
from generator.knowledge.source_documents.pdf_stretches import PageStretch

_ONLY_NUMBERS = re.compile(r"\W*(?:page\W*)?\d*\W*(?:of\W*\d+)?\W*", re.IGNORECASE)


class Furniture:
    """Running heads and feet, each once. On a page with columns, the two ends of one are lines of their own."""

    def __init__(self) -> None:
        self._said = set[str]()
        self._found: list[tuple[int, LaidOut, Sequence[PageStretch]]] = []

    def add(self, page_number: int, page: LaidOut, stretches: Sequence[PageStretch]) -> None:
        """Take one, if a part of it was not said but for its numbers, and is not only the number of a page."""
        text = " ".join(one.text for one in stretches)
        parts = {re.sub(r"\d+", "#", " ".join(part.split())) for part in text.split("\t")}
        if not all(part in self._said or _ONLY_NUMBERS.fullmatch(part.replace("#", "1")) for part in parts):
            self._found.append((page_number, page, stretches))
        self._said |= parts

    def lines(self) -> Iterator[SourceLine]:
        """Their lines."""
        for page_number, page, stretches in self._found:
            yield from _lines_of(page_number, page, stretches, goes_on=False, where="header or footer, ")


def layout_lines(pages: Sequence[LaidOut], layouts: Mapping[int, LineLayout], furniture: Furniture) -> Iterator[SourceLine]:
    """The lines of the text. Running heads and feet are put to the `furniture`."""
    for page_number, page in enumerate(pages, 1):
        for paragraph in page.paragraphs:
            if paragraph.furniture:
                furniture.add(page_number, page, paragraph.stretches)
            elif not paragraph.is_rest:
                for line in _whole(pages, page_number, paragraph):
                    yield replace(line, layout=layouts[id(paragraph)])


def _whole(pages: Sequence[LaidOut], number: int, paragraph: PageParagraph) -> Iterator[SourceLine]:
    """The lines of a paragraph, and of its rest on the next pages."""
    yield from _lines_of(number, pages[number - 1], paragraph.stretches, goes_on=paragraph.rest is not None)
    if paragraph.rest:
        yield from (replace(line, goes_on=True) for line in _whole(pages, number + 1, paragraph.rest))


def _lines_of(page_number: int, page: LaidOut, stretches: Sequence[PageStretch], *, goes_on: bool, where: str = "") -> Iterator[SourceLine]:
    """The lines of a paragraph, which `goes_on` on the next page or does not. They are numbered later."""
    for at, stretch in enumerate(stretches):
        said = words_of_line(stretch, last=at + 1 == len(stretches) and not goes_on)
        yield SourceLine(said, where + label_of(page_number, page, stretch), 0, goes_on=at > 0)


def words_of_line(stretch: PageStretch, *, last: bool) -> str:
    """The words of a line: its hyphen breaks a word, unless it is the `last` of its paragraph."""
    return stretch.text.replace("\x02", "-" if last else "\u00ad")


def label_of(page_number: int, page: LaidOut, stretch: PageStretch) -> str:
    """Where a line stands, in words."""
    return f"page {page_number}, line {page.line(stretch)}"

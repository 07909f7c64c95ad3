"""Put the letters of a tagged PDF together to the paragraphs of its tags, if they are to be believed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.knowledge.source_documents.layout import NO_LAYOUT, LineLayout
from generator.knowledge.source_documents.pdf_gaps import gaps_judged
from generator.knowledge.source_documents.pdf_layout import laid_out
from generator.knowledge.source_documents.pdf_letters import Letter, PageContent
from generator.knowledge.source_documents.pdf_marks import ARTIFACT
from generator.knowledge.source_documents.pdf_stretches import SAME_LINE, PageStretch, beside_a_tab, has_spaces, stretches_of
from generator.knowledge.source_documents.pdf_tag_blocks import TagBlock


@dataclass(frozen=True)
class PlacedLine:
    """A line of text, and its page, counted from 0."""

    page: int
    stretch: PageStretch


@dataclass(frozen=True)
class TaggedParagraph:
    """A paragraph, a heading, an item of a list or what stands in a cell."""

    lines: tuple[PlacedLine, ...]
    layout: LineLayout = NO_LAYOUT
    guessed: bool = False
    """Whether its table is only guessed."""


@dataclass(frozen=True)
class LooseParagraph:
    """Lines of one page that no tag holds."""

    page: int
    stretches: tuple[PageStretch, ...]
    artifact: bool
    """Whether the file says that they are no part of the text."""

    @property
    def at(self) -> tuple[int, float]:
        """Its place among those of other pages, and of its own from the top."""
        return self.page, -self.stretches[0].baseline


@dataclass(frozen=True)
class TaggedText:
    """The text of a document as its tags say it, and what no tag holds."""

    paragraphs: tuple[TaggedParagraph, ...]
    loose: tuple[LooseParagraph, ...]


def tagged_text(pages: Sequence[PageContent], blocks: Sequence[TagBlock]) -> TaggedText:
    """The letters of all pages: each is in one paragraph of the tags, or loose."""
    letters = [_by_mark(page) for page in pages]
    signed = [has_spaces(page.letters) for page in pages]
    found: list[TaggedParagraph] = []
    for block in blocks:
        lines: list[PlacedLine] = []
        for number, places in groupby((place for place in block.places if place[0] < len(pages)), key=lambda place: place[0]):
            own = [letter for _, mark in places for letter in letters[number].pop(mark, ())]
            lines += (PlacedLine(number, one) for one in _lines(pages[number], own, signed=signed[number]))
        found += (TaggedParagraph(part, block.layout, block.guessed) for part in _parted(lines))
    return TaggedText(tuple(found), tuple(one for at, page in enumerate(pages) for one in _loose(at, page, letters[at])))


def _by_mark(page: PageContent) -> dict[int, list[Letter]]:
    found: dict[int, list[Letter]] = defaultdict(list)
    for letter in page.letters:
        found[letter.mark].append(letter)
    return found


def _lines(page: PageContent, letters: Sequence[Letter], *, signed: bool) -> Iterator[PageStretch]:
    """The lines of letters that are one paragraph. What stands beside other words of its line does so after a tab."""
    content = replace(page, letters=tuple(letters), rules=())
    made: list[PageStretch] = []
    for one in gaps_judged(stretches_of(content, signed=signed), ()):
        if made and abs(made[-1].baseline - one.baseline) <= SAME_LINE * one.size and one.left > made[-1].right:
            made[-1] = beside_a_tab(made[-1], one)
        else:
            made.append(one)
    yield from made


def _parted(lines: Iterable[PlacedLine]) -> Iterator[tuple[PlacedLine, ...]]:
    """The lines of a paragraph, or of its items: each line that begins with the mark of a list begins another."""
    part: list[PlacedLine] = []
    for line in lines:
        if part and line.stretch.marked:
            yield tuple(part)
            part = []
        part.append(line)
    if part:
        yield tuple(part)


def _loose(number: int, page: PageContent, left: dict[int, list[Letter]]) -> Iterator[LooseParagraph]:
    """What of a page no tag holds, by its layout: its artifacts, and the rest."""
    marks = set(left)
    for artifact in (True, False):
        letters = tuple(one for one in page.letters if one.mark in marks and (one.mark == ARTIFACT) is artifact)
        if any(not one.text.isspace() for one in letters):
            for paragraph in laid_out(replace(page, letters=letters)).paragraphs:
                yield LooseParagraph(number, tuple(paragraph.stretches), artifact)

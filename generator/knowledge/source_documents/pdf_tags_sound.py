"""Judge whether the tags of a PDF are to be believed: most of its text is in them, in the order in which people read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.knowledge.source_documents.pdf_cut_words import cut_words_joined
from generator.knowledge.source_documents.pdf_tag_columns import with_columns
from generator.knowledge.source_documents.pdf_tagged import TaggedParagraph, TaggedText

_MOST_LOOSE = 0.1
"""The part of the letters that may be in no tag, heads and feet of pages among them."""

_MOST_ARTIFACTS = 0.3

_MOST_WRONG = 0.1
"""The part of the lines, or of the rows of tables, that may stand above those they come after: columns begin at the top again."""

_FEW = 3
"""As many of them may in any document."""

_MOST_CUT = 0.2
"""The part of the paragraphs that may begin with a small letter after one that no sign ends."""

_LARGEST, _SHORT_TEXT = 0.5, 3_000
"""The part of the letters that is in one paragraph at most, in a text that is not short."""


def believed(text: TaggedText) -> TaggedText | None:
    """The text, with its columns mended and its words whole, if its tags are to be believed. None if they are not."""
    sizes = [_length(line.stretch.text for line in one.lines) for one in text.paragraphs]
    artifacts = sum(_length(one.text for one in loose.stretches) for loose in text.loose if loose.artifact)
    loose = sum(_length(one.text for one in loose.stretches) for loose in text.loose if not loose.artifact)
    whole = sum(sizes) + artifacts + loose
    if not sizes or loose > _MOST_LOOSE * whole or artifacts > _MOST_ARTIFACTS * whole:
        return None
    if whole > _SHORT_TEXT and max(sizes) > _LARGEST * whole:
        return None
    text = replace(text, paragraphs=tuple(with_columns(tuple(cut_words_joined(text.paragraphs)))))
    upward = (_upward(_in_paragraphs(text.paragraphs)), _upward(_between_rows(text.paragraphs)))
    return None if any(upward) or _cut(text.paragraphs) or _tables_cut(text.paragraphs) else text


def _length(texts: Iterable[str]) -> int:
    return sum(len(text) - text.count(" ") for text in texts)


def _in_paragraphs(paragraphs: Sequence[TaggedParagraph]) -> Iterator[bool]:
    """Of each line after another of its paragraph on one page, whether it stands above that."""
    for one in paragraphs:
        for before, line in pairwise(one.lines):
            if before.page == line.page:
                yield line.stretch.baseline > before.stretch.baseline + line.stretch.size


def _between_rows(paragraphs: Sequence[TaggedParagraph]) -> Iterator[bool]:
    """Of each row of a table after another on one page, whether it stands above that."""
    before = (0, 0)
    place = (0, 0.0)
    for one in paragraphs:
        row, first = (one.layout.table, one.layout.row), one.lines[0]
        if row[0] and row[0] == before[0] and row != before and place[0] == first.page:
            yield first.stretch.baseline > place[1] + first.stretch.size
        if row != before:
            before, place = row, (first.page, first.stretch.baseline)


def _upward(found: Iterable[bool]) -> bool:
    seen = list(found)
    return sum(seen) > max(_FEW, _MOST_WRONG * len(seen))


def _cut(paragraphs: Sequence[TaggedParagraph]) -> bool:
    """Whether each line is tagged as a paragraph: then many begin with a small letter."""
    pairs = [(one, other) for one, other in pairwise(paragraphs) if one.layout == other.layout]
    small = [
        one.lines[-1].stretch.text[-1:].isalnum() and other.lines[0].stretch.text[:1].islower() and not other.lines[0].stretch.marked
        for one, other in pairs
    ]
    return sum(small) > max(_FEW, _MOST_CUT * len(pairs))


def _tables_cut(paragraphs: Sequence[TaggedParagraph]) -> bool:
    """Whether a table begins where another ends that reaches the foot of the page before: WeasyPrint tags one table as two."""
    return any(
        0 != one.layout.table != other.layout.table != 0 and one.lines[-1].page + 1 == other.lines[0].page
        for one, other in pairwise(paragraphs)
    )

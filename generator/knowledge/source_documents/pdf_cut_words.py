"""Join the words that a narrow cell of a tagged PDF cuts in two without a hyphen.

LibreOffice and Word write the space at which a line is broken, where it fits. So a line of one word without one ends inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.knowledge.source_documents.pdf_tagged import PlacedLine, TaggedParagraph

_FEWEST, _MOST = 8, 0.6
"""Line ends of a document that have a space at least, and the part of all that must have one."""

_ONE_WORD, _GOES_ON = re.compile(r"[^\s/-]*[^\W\d_]"), re.compile(r"[^\W\d_A-Z]")


def cut_words_joined(paragraphs: Sequence[TaggedParagraph]) -> Iterator[TaggedParagraph]:
    """The paragraphs, with a sign at the end of each line that ends inside a word, where the file writes the spaces at line ends."""
    ends = [(one, after) for paragraph in paragraphs for one, after in pairwise(paragraph.lines)]
    spaced = sum(one.stretch.spaced for one, _ in ends)
    written = spaced >= _FEWEST and spaced >= _MOST * len(ends)
    for paragraph in paragraphs:
        yield replace(paragraph, lines=tuple(_joined(paragraph.lines))) if written else paragraph


def _joined(lines: Sequence[PlacedLine]) -> Iterator[PlacedLine]:
    for line, after in pairwise(lines):
        stretch = line.stretch
        own = stretch.text.partition(" ")[2] if stretch.marked else stretch.text
        cut = not stretch.spaced and _ONE_WORD.fullmatch(own) and _GOES_ON.match(after.stretch.text)
        yield replace(line, stretch=replace(stretch, text=stretch.text + "\x02")) if cut else line
    yield from lines[-1:]

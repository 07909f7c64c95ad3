"""Every published text, with its place and its scope: the texts that wording rules apply to.

The scopes of texts, and the reasons for exemptions, are declared in the models (`generator/knowledge/model/scopes.py`).
Of a hand-written page, everything that readers see except code is included, with the scope of the knowledge base.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from generator.knowledge.library.library import Library
from generator.knowledge.library.scoped import marked_texts, scopes
from generator.knowledge.model import Identified, WordingScope
from generator.knowledge.model.pages import PageHead
from generator.knowledge.reading.document import Document, Steps
from generator.knowledge.reading.pages import WrittenPage
from generator.knowledge.reading.spans import LineColumn, Span, span
from generator.knowledge.text.markdown import MarkdownBlock, markdown_blocks
from generator.problems import Place


@dataclass(frozen=True)
class Passage:
    """One text of a record, or of a page's front matter."""

    record: Identified | PageHead
    document: Document
    steps: Steps
    text: str
    scope: WordingScope

    def spot(self, start: int, end: int) -> tuple[Place, Span | None]:
        """The place of part of the text, and its span if known; otherwise the place of the whole value."""
        part = span(self.document, self.steps, start, end)
        return (part.place if part else self.document.place(*self.steps)), part


@dataclass(frozen=True)
class PagePassage(Passage):
    """A heading, paragraph, list item or table cell of a hand-written page."""

    page: WrittenPage
    ends: tuple[int, ...]
    """The end of each line of the page's body, in characters from its start."""
    block: MarkdownBlock

    def spot(self, start: int, end: int) -> tuple[Place, Span | None]:
        """The place of part of the text. There is no span, because `--fix` does not change pages."""
        line, column = self._line_column(self.block.place(end - 1))
        return Span(self.page.source, self._line_column(self.block.place(start)), (line, column + 1)).place, None

    def _line_column(self, at: int) -> LineColumn:
        line = bisect_right(self.ends, at)
        return self.page.first_line + line, at - (self.ends[line - 1] if line else 0) + 1


def passages(library: Library) -> Iterator[Passage]:
    """Every published text, record by record."""
    for model, records in library.records.items():
        for record in records.values():
            yield from _marked(record, library.documents[model, record.id])


def page_passages(pages: Iterable[WrittenPage]) -> Iterator[Passage]:
    """Every text of hand-written pages in English, page by page."""
    for page in pages:
        if page.head.lang != "en-GB":
            continue
        yield from _marked(page.head, page.document)
        ends = tuple(accumulate(len(line) + 1 for line in page.body.split("\n")))
        for index, block in enumerate(markdown_blocks(page.body)):
            yield PagePassage(page.head, page.document, ("body", index), block.text, "directory", page, ends, block)


def _marked(record: Identified | PageHead, document: Document) -> Iterator[Passage]:
    marked: Iterator[tuple[Steps, str, WordingScope]] = marked_texts(record, scopes)
    for steps, text, scope in marked:
        yield Passage(record, document, steps, text, scope)

"""A document as passages: its paragraphs and items of lists, each with its mark, its look and its cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.knowledge.source_documents import SourceDocument
from generator.knowledge.source_documents.items import Item, items_of
from generator.knowledge.source_documents.layout import LineLayout

_SPACES = re.compile(r"\s+")
_DASH = re.compile(r"^[–—o\uf0a7\u25e6\u2023]\s+")
_OUTLINE = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*|[A-Z])[.)]?\s+(?=[A-Z])")


PASSAGE_PATTERNS = {"dash": _DASH, "outline": _OUTLINE}
"""Marks at the beginning of a passage, for the same look in the browser."""


@dataclass(frozen=True)
class DocumentPassage:
    """A paragraph, an item of a list, a heading, or a piece of a cell."""

    number: int
    """Counted from 0 through the document."""
    text: str
    mark: str
    layout: LineLayout
    item: Item

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list."""
        return bool(self.mark) or self.layout.listed

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def title(self) -> str:
        """Its words as a heading: without the number of an outline and without a colon."""
        said = _OUTLINE.sub("", self.text).strip(" :.-–")
        return said.capitalize() if said.isupper() and len(said) > 4 else said

    @property
    def label(self) -> str:
        """Where it is in the document, in words."""
        return self.item.block.line_at(self.item.start)[0].label


def passages_of(document: SourceDocument) -> list[DocumentPassage]:
    """The passages of a document, in its order."""
    made: list[DocumentPassage] = []
    for block in document.blocks:
        for item in items_of(block):
            layout = block.layout
            if document.kind == "text" and layout.table:
                layout = replace(layout, column=layout.column + item.tabs)
            text = _SPACES.sub(" ", item.text).strip()
            dash = _DASH.match(text)
            made.append(
                DocumentPassage(len(made), text[dash.end() :] if dash else text, item.mark or (dash[0] if dash else ""), layout, item)
            )
    return [one for one in made if any(letter.isalnum() for letter in one.text) or one.layout.table]

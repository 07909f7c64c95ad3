"""The paragraphs that the tags of a PDF make up, while they are filled."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.knowledge.source_documents.layout import LineLayout


@dataclass
class TagBlock:
    """A paragraph as its tags say it."""

    layout: LineLayout
    places: list[tuple[int, int]] = field(default_factory=list)
    """Where its words are: the page, counted from 0, and the number of their mark on it."""
    guessed: bool = False
    """Whether its table is only guessed from tags without a kind that stand as rows and cells do."""


@dataclass
class TagFlow:
    """What is being filled: the paragraphs of a cell, of an item or of the text; or one whole paragraph."""

    heading: int = 0
    whole: bool = False
    item: bool = False
    """Whether the next paragraph is the first of an item of a list."""
    block: TagBlock | None = None
    only_label: bool = False
    """Whether the paragraph has nothing yet but the mark of its item."""

    def part(self) -> None:
        """What comes next is another paragraph, if this is not one whole; the mark of an item waits for its words."""
        if not self.whole and not self.only_label:
            self.block = None


def without_frames(blocks: list[TagBlock]) -> list[TagBlock]:
    """Tables of one column are frames round text."""
    columns: dict[int, set[int]] = {}
    for one in blocks:
        columns.setdefault(one.layout.table, set()).add(one.layout.column)
    for one in blocks:
        if one.layout.table and (len(columns[one.layout.table]) < 2 or not one.layout.row):
            one.layout = LineLayout(one.layout.heading, listed=one.layout.listed)
    return blocks

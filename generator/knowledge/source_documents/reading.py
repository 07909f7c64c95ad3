"""What of a document was read, and what was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.knowledge.text.formatting import join_words

UNREAD_NOTES = {
    "comment": ("1 comment was not read.", "{:,} comments were not read."),
    "hidden text": ("Hidden text was not read, in 1 place.", "Hidden text was not read, in {:,} places."),
    "struck-out text": ("Struck-out text was not read, in 1 place.", "Struck-out text was not read, in {:,} places."),
    "large picture": ("1 large picture was not read.", "{:,} large pictures were not read."),
    "file inside it": ("1 file inside it was not read.", "{:,} files inside it were not read."),
    "drawing with words": ("1 drawing with words (SmartArt) was not read.", "{:,} drawings with words (SmartArt) were not read."),
}
"""What is told of what was left out: of one, and of several."""


@dataclass
class Reading:
    """Filled while a document is read."""

    kind: str = "text"
    """The kind of file, in words."""
    pages: int = 0
    """Pages of the document, where it has them."""
    read_pages: int = 0
    pictures: list[int] = field(default_factory=list)
    """Pages that are pictures."""
    lost: list[int] = field(default_factory=list)
    """Pages whose letters have no names."""
    unread: list[str] = field(default_factory=list)
    """What was not read because there was too much of it, a sentence each."""
    left_out: Counter[str] = field(default_factory=Counter)
    """What was left out, by its name in `UNREAD_NOTES`."""

    def count(self, what: str, number: int) -> None:
        """Note that something was left out."""
        if number:
            self.left_out[what] += number

    @property
    def told(self) -> list[str]:
        """All that was not read, a sentence each."""
        counted = [UNREAD_NOTES[what][number > 1].format(number) for what, number in self.left_out.items()]
        return [*self.unread, *counted]

    def tell_pages(self) -> None:
        """Say which pages were not read."""
        if self.pictures:
            has = "has no text: page" if len(self.pictures) == 1 else "have no text: pages"
            told = "It may be a picture. It was" if len(self.pictures) == 1 else "They may be pictures. They were"
            self.unread.append(f"{len(self.pictures):,} of {self.pages:,} pages {has} {ranges(self.pictures)}. {told} not read.")
        if self.lost:
            pages = "page" if len(self.lost) == 1 else "pages"
            self.unread.append(f"The letters of {pages} {ranges(self.lost)} have no names in the file, so it was not read in full.")


def ranges(numbers: Iterable[int]) -> str:
    """Numbers in order, with neighbours together: `2 to 6 and 9`."""
    return join_words([f"{first}" if first == last else f"{first} to {last}" for first, last in _runs(numbers)])


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for number in numbers:
        if first is None or last is None:
            first = last = number
        elif number == last + 1:
            last = number
        else:
            yield first, last
            first = last = number
    if first is not None and last is not None:
        yield first, last

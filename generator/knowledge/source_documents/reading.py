"""What of a document was read, and what was not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.knowledge.text.formatting import join_words


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
    """What was not read, a sentence each."""

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

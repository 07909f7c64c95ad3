"""A document’s lines to its paragraphs, each with the way back to where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

LONGEST_LINE = 20_000
"""Characters of a line that are read. A paragraph of more is no text for people."""

MOST_LINES = 20_000
"""Lines of a document that are read. A job pack has a few hundred."""

_ITEM = re.compile(r"\s*(?:[-*\u2022\u00b7\u25cf\u25aa\uf0b7]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
OPEN_WORD = re.compile(r"\b(?:of|the|and|or|a|an|which|including|between|from)$", re.IGNORECASE)
"""A word that no line of anybody’s ends on."""

_HYPHEN = re.compile(r"[a-z]-$")
_OPEN_END = re.compile(r"[^.:;!?\t]\s*$")

FULL = 0.85
"""How much of the usual width a line fills at least that was ended by the margin, not by its writer."""

NARROWEST = 25
"""Characters of a line in the narrowest cell of a table that may go on with a small letter."""

SHORTEST_WIDTH = 55
"""Characters of the narrowest column."""


@dataclass(frozen=True)
class Line:
    """A line or paragraph as the document has it."""

    text: str
    label: str
    """Where it stands, in words: `page 2, line 14`."""
    number: int
    """The same as a number that programs can sort by: the line of a text, the paragraph of a Word file."""
    wraps: bool = True
    """Whether the next line may go on with it. Paragraphs of Word files are whole."""


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading or an item of a list."""

    text: str
    lines: tuple[tuple[int, Line], ...]
    """Where each of its lines begins in the text, and the line."""

    def line_at(self, offset: int) -> tuple[Line, int]:
        """The line that holds a character of the text, and the character’s column in it, counted from 1."""
        start, line = next(pair for pair in reversed(self.lines) if pair[0] <= offset)
        return line, offset - start + 1

    @property
    def label(self) -> str:
        """Where it begins, in words."""
        return self.lines[0][1].label


@dataclass(frozen=True)
class Manuscript:
    """The text of a document."""

    name: str
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """Its name without the folder it is in."""
        return self.name.rpartition("/")[2]

    @property
    def text(self) -> str:
        """All of it, a paragraph a line."""
        return "\n".join(block.text for block in self.blocks)


def blocks_of(lines: Iterable[Line]) -> list[Block]:
    """Lines that were broken at the margin are joined again; empty ones part paragraphs."""
    read = list(islice(lines, MOST_LINES))
    width = _width(read)
    found: list[list[Line]] = []
    fresh = True
    for line in read:
        if not line.text.strip():
            fresh = True
            continue
        if found and not fresh and _goes_on(found[-1][-1], line, width):
            found[-1].append(line)
        else:
            found.append([line])
        fresh = False
    return [_joined(parts) for parts in found]


def _width(lines: list[Line]) -> int:
    """How long a full line is: nine in ten are no longer."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if line.text.strip())
    return max(SHORTEST_WIDTH, lengths[len(lengths) * 9 // 10]) if lengths else SHORTEST_WIDTH


def _goes_on(before: Line, line: Line, width: int) -> bool:
    """Whether a line is the rest of the one before: that one is open, and this one begins no item of a list."""
    if not (before.wraps and line.wraps) or "\t" in before.text + line.text or _ITEM.match(line.text):
        return False
    said = before.text.rstrip()
    if OPEN_WORD.search(said):
        return True
    if line.text.lstrip()[:1].islower():
        return len(said) >= NARROWEST
    return len(said) >= FULL * width and bool(_OPEN_END.search(said))


def _joined(parts: list[Line]) -> Block:
    text, starts = "", []
    for part in parts:
        text += " " if text and not _HYPHEN.search(text) else ""
        starts.append((len(text), part))
        text += part.text[:LONGEST_LINE].rstrip()
    return Block(text, tuple(starts))

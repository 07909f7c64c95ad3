"""A document’s lines to its paragraphs, each with the way back to where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_LINE = 20_000
"""Characters of a line that are read. A paragraph of more is no text for people."""

MOST_LINES = 20_000
"""Lines of a document that are read. A job pack has a few hundred."""

_ITEM = re.compile(r"\s*(?:[-*\u2022\u00b7\u25cf\u25aa\uf0b7]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
_OPEN_END = re.compile(r"[^.:;!?\t]\s*$")

FULL_LINE = 55
"""A line shorter than this was ended by its writer, not by the margin."""


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
    def text(self) -> str:
        """All of it, a paragraph a line."""
        return "\n".join(block.text for block in self.blocks)


def blocks_of(lines: Iterable[Line]) -> list[Block]:
    """Lines that were broken at the margin are joined again; empty ones part paragraphs."""
    found: list[list[Line]] = []
    fresh = True
    for index, line in enumerate(lines):
        if index >= MOST_LINES:
            break
        if not line.text.strip():
            fresh = True
            continue
        if found and not fresh and _goes_on(found[-1][-1], line):
            found[-1].append(line)
        else:
            found.append([line])
        fresh = False
    return [_joined(parts) for parts in found]


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line is the rest of the one before: that one is full and open, and this one begins as no new thing does."""
    if not (before.wraps and line.wraps) or len(before.text.rstrip()) < FULL_LINE or _ITEM.match(line.text):
        return False
    return bool(_OPEN_END.search(before.text)) and line.text.lstrip()[:1].islower()


def _joined(parts: list[Line]) -> Block:
    text, starts = "", []
    for part in parts:
        text += " " if text else ""
        starts.append((len(text), part))
        text += part.text[:LONGEST_LINE].rstrip()
    return Block(text, tuple(starts))

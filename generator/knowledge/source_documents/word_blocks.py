"""A Word file that people edited, as blocks: its paragraphs with their controls, bookmarks, rows, tracked changes and comments.

Words are those that stand once every tracked change is accepted. What is kept and what is dropped was seen in files of several programs:
kept are insertions, the new place of what was moved, controls at any level, fields, links and the first choice of alternatives; dropped
are deletions, the old place of what was moved, fallbacks and deleted rows. A deleted paragraph mark joins a paragraph with the next.
Numbers of lists are no words: Word works them out. The contents, and the heads and feet of pages, are not read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.knowledge.text.pasted import HIDDEN_WITHIN


@dataclass(frozen=True)
class TrackedChange:
    """A tracked change: inserted, deleted or moved words, by whom, and on which day, where the file says so."""

    kind: str
    author: str
    day: str
    text: str


@dataclass(frozen=True)
class Comment:
    """What somebody wrote in the margin."""

    author: str
    day: str
    text: str


@dataclass
class ControlSpan:
    """A control within a paragraph: its tag and title, and the words in it."""

    tag: str
    title: str
    text: str = ""


@dataclass
class WordBlock:
    """A paragraph. `text` has a line feed where the paragraph has a line break."""

    text: str = ""
    heading: int = 0
    """1 to 9 for a heading."""
    listed: bool = False
    """Whether it is an item of a list."""
    tag: str = ""
    title: str = ""
    """Of the control around the paragraph."""
    bookmarks: list[str] = field(default_factory=list)
    spans: list[ControlSpan] = field(default_factory=list)
    row: tuple[int, int] | None = None
    """Table and row, counted from 1 through the document."""
    cell: int = 0
    marks: list[TrackedChange] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    moved: bool = False
    """Whether tracking says that it was moved here."""
    note: bool = False
    """Whether it is a footnote or endnote."""

    @property
    def says(self) -> str:
        """Its words in one line."""
        return comparable(self.text)


@dataclass(frozen=True)
class EditedWord:
    """A Word file that came home."""

    blocks: tuple[WordBlock, ...]
    properties: Mapping[str, str]
    loose_comments: tuple[Comment, ...] = ()
    """Comments that stand beside nothing."""
    unread: tuple[str, ...] = ()
    """What was not read, a sentence each."""


_UNSEEN = re.compile(f"{HIDDEN_WITHIN.pattern}|[\u200c\u200d]")
"""Hidden characters that part no words, and the joiners."""


def comparable(text: str) -> str:
    """Words as they are compared: one space between them, and nothing that cannot be seen."""
    return " ".join(_UNSEEN.sub("", text).split())

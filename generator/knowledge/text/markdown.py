"""Extract the texts that readers see from Markdown, by block, with the position of each character."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_CUT = "\0"
"""Stands for a character that readers do not see."""

CODE_SIGN = "£"
"""Stands for what is set as code: no word and no figure, but a sentence may begin with it, and it keeps words apart."""

_NOT_READ = re.compile(
    r"^[ \t]*(?P<fence>`{3,}+|~{3,}+)[^\n]*\n.*?(?:^[ \t]*(?P=fence)[`~]*[ \t\r]*$|\Z)|<!--.*?(?:-->|\Z)",
    re.MULTILINE | re.DOTALL,
)
"""Blocks of code, and comments."""

_SIGNS = re.compile(
    r"(?P<code>(?<!`)(?P<ticks>`{1,3})(?!`)(?:[^\n]|\n(?![ \t\r]*\n)){1,999}?(?<!`)(?P=ticks)(?!`))"
    r"|</?[A-Za-z][^<>\n]{0,999}>"  # a tag of HTML, or an address as a link
    r"|\{[:#.][^{}\n]{0,999}\}"  # attributes
    r"|!?\[(?=[^\[\]]{0,999}\]\()|\]\([^()\s]{0,999}(?:\s+\"[^\"]{0,999}\")?\)"  # a link or a picture, but for its words
    r"|\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|\\(?=[^\w\s])",
)
"""What readers do not see inside a line. Lengths are limited, so that no text takes more time than its own length asks."""

_START = re.compile(r"[ \t]*(?:(?:#{1,6}|[-*+]|\d+[.)]|>|:)[ \t]+|(?:!!!|\?\?\?\+?)[ \t]+\w+[ \t]*|\|)")
"""What begins a heading, an item, a quotation, a note, or a row of a table."""

_PIECE = re.compile(r"\s+|[^\s\0]+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class MarkdownBlock:
    """The words of a heading, a paragraph, an item or a cell, on one line."""

    text: str
    pieces: tuple[tuple[int, int], ...]
    """Where a piece of it begins, and where the same piece begins in the Markdown text. Both are counted from 0."""

    def place(self, index: int) -> int:
        """Where a character of it stands in the Markdown text."""
        begins, stands = self.pieces[bisect_right(self.pieces, index, key=lambda piece: piece[0]) - 1]
        return stands + index - begins


def markdown_blocks(text: str) -> Iterator[MarkdownBlock]:
    """Every text that readers see, in order. Code and comments are left out."""
    plain = _SIGNS.sub(_cut, _NOT_READ.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text))
    for start, end in _stretches(plain):
        pieces: list[tuple[int, int]] = []
        words = ""
        for piece in _PIECE.finditer(plain, start, end):
            space = piece[0].isspace()
            if not space or words[-1:] not in ("", " "):
                pieces.append((len(words), piece.start()))
                words += " " if space else piece[0]
        if _LETTER.search(words):
            yield MarkdownBlock(words.rstrip(), tuple(pieces))


def _cut(found: re.Match[str]) -> str:
    """As many characters as before, so that places stay true."""
    return (CODE_SIGN if found["code"] else _CUT) + "".join("\n" if character == "\n" else _CUT for character in found[0][1:])


def _stretches(plain: str) -> Iterator[tuple[int, int]]:
    """Where each block begins and ends: lines up to an empty one or the next marker, headings and cells by themselves."""
    begin = start = 0
    for line in plain.split("\n"):
        end = start + len(line)
        marker = _START.match(line)
        if marker or not line.strip():
            yield begin, start
            begin = start + (marker.end() if marker else 0)
        if marker and marker[0].endswith("|"):
            for cell in re.finditer(r"[^|]+", line):
                yield start + cell.start(), start + cell.end()
            begin = end
        elif marker and "#" in marker[0]:
            yield begin, end
            begin = end
        start = end + 1
    yield begin, len(plain)

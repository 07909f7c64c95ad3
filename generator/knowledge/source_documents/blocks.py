"""Join a document's lines into paragraphs that know the places of their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.knowledge.source_documents.layout import NO_LAYOUT, LineLayout
from generator.knowledge.source_documents.plain_words import LIGATURES, LINE_HYPHENS, LOST, made_plain

LONGEST_LINE = 5_000
"""Characters of a line. A paragraph of more is no text for people, and is read as several."""

LONGEST_BLOCK = 20_000
"""Characters of lines that are joined."""

MOST_LINES = 20_000
"""Lines of a document that are read. A job pack has a few hundred."""

MOST_CHARACTERS = 1_000_000
"""Characters of a document that are read. A job pack has some tens of thousands."""

_ITEM = re.compile(r"\s*(?:[-*\u2022\u00b7\u25cf\u25aa\uf0b7]|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)])\s")
OPEN_WORD = re.compile(r"\b(?:of|the|and|or|a|an|which|including|between|from)$", re.IGNORECASE)
"""A word that no line of anybody’s ends on."""

_HYPHEN = re.compile(f"[A-Za-z][{LINE_HYPHENS}]$")
_PREFIX = re.compile(
    r"(?:-\w+|\b(?:self|non|co|well|long|short|full|part|half|post|pre|multi|inter|cross|high|low|face|one|two|three|four|five|on|follow|drop|up|in))$",
    re.IGNORECASE,
)
"""Words that a writer’s own hyphen often follows, or has followed once."""
_CAPITALS = re.compile(r"\b[A-Z]{2,}$")
"""An abbreviation, which a writer’s own hyphen often follows too."""
_OPEN_END = re.compile(r"[^.:;!?\t]\s*$")

BLOCK_PATTERNS = {"item": _ITEM, "openWord": OPEN_WORD, "hyphen": _HYPHEN, "prefix": _PREFIX, "capitals": _CAPITALS, "openEnd": _OPEN_END}
"""What tells a paragraph that goes on from one that ends, for the same look in the browser."""

FULL = 0.85
"""How much of the usual width a line fills at least that was ended by the margin, not by its writer."""

NARROWEST = 25
"""Characters of a line in the narrowest cell of a table that may go on with a small letter."""

SHORTEST_WIDTH = 55
"""Characters of the narrowest column."""


@dataclass(frozen=True)
class SourceLine:
    """A line or paragraph as the document has it."""

    text: str
    label: str
    """Where it stands, in words: `page 2, line 14`."""
    number: int
    """The same as a number that programs can sort by: the line of a text, the paragraph of a Word file."""
    wraps: bool = True
    """Whether the next line may go on with it. Paragraphs of Word files are whole."""
    goes_on: bool | None = None
    """Whether it goes on with the line before, where its place on the page says so. None: its words must say."""
    unfilled: tuple[tuple[int, int], ...] = ()
    """Where it has text that the file marks as a prompt: nobody has filled it in."""
    layout: LineLayout = NO_LAYOUT
    """How it stands, where the file says so."""


@dataclass(frozen=True)
class EitherWay:
    """A place where a text may be read in several ways: a word broken at a line end, a zero-width space, a letter without a name."""

    start: int
    end: int
    """The characters that may be taken out, if any."""
    others: tuple[str, ...]
    """What may be there instead."""


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading or an item of a list, made plain."""

    text: str
    lines: tuple[tuple[int, SourceLine], ...]
    """Where each of its lines begins in the text, and the line."""
    either_ways: tuple[EitherWay, ...] = ()
    unfilled: tuple[tuple[int, int], ...] = ()
    """Where it has prompts of the file that nobody has filled in."""

    def line_at(self, offset: int) -> tuple[SourceLine, int]:
        """The line that holds a character of the text, and the character’s column in it, counted from 1."""
        start, line = next(pair for pair in reversed(self.lines) if pair[0] <= offset)
        return line, made_plain(line.text).place(offset - start) + 1

    def otherwise(self, place: EitherWay, other: str) -> Block:
        """The block as it reads in another way at one place."""
        grown = len(other) - (place.end - place.start)

        def moved(at: int) -> int:
            return at + grown if at >= place.end else at

        return Block(
            self.text[: place.start] + other + self.text[place.end :],
            tuple((moved(start), line) for start, line in self.lines),
            tuple(EitherWay(moved(one.start), moved(one.end), one.others) for one in self.either_ways if one is not place),
            tuple((moved(start), moved(end)) for start, end in self.unfilled),
        )

    @property
    def layout(self) -> LineLayout:
        """How it stands: as its first line does."""
        return self.lines[0][1].layout

    @property
    def label(self) -> str:
        """Where it begins, in words."""
        return self.lines[0][1].label


@dataclass(frozen=True)
class SourceDocument:
    """The text of a document."""

    name: str
    blocks: tuple[Block, ...]
    unread: tuple[str, ...] = ()
    """What was not read, a sentence each."""
    kind: str = "text"
    """The kind of file, in words."""
    pages: int = 0
    """How many pages it has, if it has pages."""
    read_pages: int = 0

    @property
    def title(self) -> str:
        """Its name without the folder it is in."""
        return self.name.rpartition("/")[2]

    @property
    def text(self) -> str:
        """All of it, a paragraph a line."""
        return "\n".join(block.text for block in self.blocks)


def within_limits(lines: Iterable[SourceLine], unread: list[str]) -> Iterator[SourceLine]:
    """Lines up to the limits, long ones in pieces. What is `unread` is added there, and no further line is asked for."""
    count = characters = 0
    for line in lines:
        for piece in _pieces(line):
            count, characters = count + 1, characters + len(piece.text)
            if count > MOST_LINES or characters > MOST_CHARACTERS:
                limit = f"{MOST_LINES:,} lines" if count > MOST_LINES else f"{MOST_CHARACTERS:,} characters"
                unread.append(f"What comes after {line.label} was not read: a review takes {limit}.")
                return
            yield piece


def _pieces(line: SourceLine) -> Iterator[SourceLine]:
    """A line, or the parts of one that is too long, cut at a space where there is one."""
    rest = line.text
    while len(rest) > LONGEST_LINE:
        cut = rest.rfind(" ", LONGEST_LINE // 2, LONGEST_LINE) + 1 or LONGEST_LINE
        yield replace(line, text=rest[:cut], wraps=False)
        rest = rest[cut:]
    yield line if rest is line.text else replace(line, text=rest)


def blocks_of(lines: Iterable[SourceLine]) -> list[Block]:
    """Lines that were broken at the margin are joined again; empty ones part paragraphs."""
    read = list(lines)
    width = _width(read)
    found: list[list[SourceLine]] = []
    fresh, length = True, 0
    for line in read:
        if not line.text.strip():
            fresh = True
            continue
        length += len(line.text)
        if found and not fresh and length < LONGEST_BLOCK and _goes_on(found[-1][-1], line, width):
            found[-1].append(line)
        else:
            found.append([line])
            length = len(line.text)
        fresh = False
    return [_joined(parts) for parts in found]


def _width(lines: list[SourceLine]) -> int:
    """How long a full line is: nine in ten are no longer."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if line.text.strip())
    return max(SHORTEST_WIDTH, lengths[len(lengths) * 9 // 10]) if lengths else SHORTEST_WIDTH


def _goes_on(before: SourceLine, line: SourceLine, width: int) -> bool:
    """Whether a line is the rest of the one before: that one is open, and this one begins no item of a list."""
    if line.goes_on is not None:
        return line.goes_on
    if not (before.wraps and line.wraps) or "\t" in before.text + line.text or _ITEM.match(line.text):
        return False
    said = before.text.rstrip()
    if OPEN_WORD.search(said):
        return True
    if line.text.lstrip()[:1].islower():
        return len(said) >= NARROWEST or bool(_HYPHEN.search(said))
    return len(said) >= FULL * width and bool(_OPEN_END.search(said))


def _joined(parts: list[SourceLine]) -> Block:
    text = ""
    starts: list[tuple[int, SourceLine]] = []
    either_ways: list[EitherWay] = []
    unfilled: list[tuple[int, int]] = []
    for part in parts:
        plain = made_plain(part.text.rstrip())
        if _HYPHEN.search(starts[-1][1].text.rstrip()) if starts else False:
            text, place = _broken(text, starts[-1][1].text.rstrip()[-1])
            either_ways.append(place)
        else:
            text += " " if text else ""
        either_ways += [EitherWay(len(text) + at, len(text) + at, (" ",)) for at in plain.breaks if 0 < at < len(plain.text)]
        either_ways += [EitherWay(len(text) + lost.start(), len(text) + lost.end(), LIGATURES) for lost in LOST.finditer(plain.text)]
        unfilled += [(len(text) + start, len(text) + end) for start, end in part.unfilled]
        starts.append((len(text), part))
        text += plain.text
    return Block(text, tuple(starts), tuple(either_ways), tuple(unfilled))


def _broken(text: str, hyphen: str) -> tuple[str, EitherWay]:
    """A text that ends with a hyphen as it is likelier to be read, and the other way to read it."""
    stem = text.rstrip("-\u2010")
    if hyphen == "-" or _PREFIX.search(stem) or _CAPITALS.search(stem):
        return stem + "-", EitherWay(len(stem), len(stem) + 1, ("",))
    return stem, EitherWay(len(stem), len(stem), ("-",))

"""How wide words are in Arial, so that lines, and from them pages, can be counted without Word."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

REGULAR = {
    191: "'", 222: "ijl‘’", 260: "|", 278: " !,./:;I[\\]ft·", 333: "()-`r“”", 334: "{}", 350: "•", 355: '"', 389: "*", 400: "°", 469: "^",
    500: "Jcksvxyz", 584: "+<=>~×", 611: "FTZ", 667: "&ABEKPSVXYŶ", 722: "CDHNRUwŵ", 737: "©", 778: "GOQ", 833: "Mm", 889: "%", 944: "WŴ",
    1000: "—…", 1015: "@",
}  # fmt: skip
"""Widths of characters in thousandths of the type size."""

BOLD = {
    238: "'", 278: " ,./I\\ijl·‘’", 280: "|", 333: "!()-:;[]`ft", 350: "•", 389: "*r{}", 400: "°", 474: '"', 500: "z“”", 584: "+<=>^~×",
    611: "?FLTZbdghnopqu", 667: "EPSVXYŶ", 722: "&ABCDHKNRU", 737: "©", 778: "GOQwŵ", 833: "M", 889: "%m", 944: "WŴ", 975: "@", 1000: "—…",
}  # fmt: skip
"""The same in bold."""

ORDINARY = 556
"""Figures and most small letters."""

_WIDTHS = tuple({character: width for width, characters in widths.items() for character in characters} for widths in (REGULAR, BOLD))


def width(words: str, size: float, *, bold: bool = False) -> float:
    """How wide `words` are, in the unit of `size`."""
    widths = _WIDTHS[bold]
    return sum([widths.get(character, ORDINARY) for character in words]) * size / 1000


@lru_cache(maxsize=4096)
def lines(words: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines that `words` break into where a line has `room`. At least one: an empty paragraph has a line too."""
    found = [""]
    for piece in _pieces(words):
        line = found[-1] + piece
        if not found[-1] or width(line.rstrip(" "), size, bold=bold) <= room:
            found[-1] = line
        else:
            found.append(piece)
    return tuple(line.rstrip(" ") for line in found)


def _pieces(words: str) -> Iterator[str]:
    """Words with the spaces behind them. A line may also break behind a hyphen or a dash."""
    start = 0
    for i, character in enumerate(words[:-1]):
        if (character == " " and words[i + 1] != " ") or (character in "-–—" and words[i + 1] != " "):
            yield words[start : i + 1]
            start = i + 1
    yield words[start:]

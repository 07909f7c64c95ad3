"""Break text into lines for a chart, because SVG text does not wrap."""

from __future__ import annotations

WIDTHS = {
    0.30: " .,;:'’‘|!()[]ijlI·",
    0.40: 'frt-/“”"',
    0.65: "wABCDEFGHKLNOPQRSTUVXYZ&ŵ–",
    0.90: "mMW@%—",
}
"""Approximate widths of characters in ems: at least those of Source Sans 3 and Public Sans at weight 600, so that text never overflows."""

_ORDINARY = 0.57
"""The width of lower-case letters and digits, in ems."""

_EMS = {character: width for width, characters in WIDTHS.items() for character in characters}


def text_width(text: str, size: float) -> float:
    """The maximum width of `text`, in the unit of `size`."""
    return size * sum(_EMS.get(character, _ORDINARY) for character in text)


def wrapped(text: str, size: float, width: float) -> tuple[str, ...]:
    """Lines of `text` that each fit `width`. A single word that is too wide is broken."""
    lines: list[str] = []
    for word in text.split():
        last = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(last, size) <= width:
            lines[-1] = last
        else:
            lines += _pieces(word, size, width)
    return tuple(lines)


def _pieces(word: str, size: float, width: float) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, size) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces

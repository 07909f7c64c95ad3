"""Break words into lines for a drawing, where nothing else will: SVG text does not wrap."""

from __future__ import annotations

WIDTHS = {
    0.30: " .,;:'’‘|!()[]ijlI·",
    0.40: 'frt-/“”"',
    0.65: "wABCDEFGHKLNOPQRSTUVXYZ&ŵ–",
    0.90: "mMW@%—",
}
"""Rough widths of characters in ems. On the wide side of Source Sans 3 and Public Sans at weight 600, so that what fits here fits there."""

_ORDINARY = 0.57
"""Small letters and figures, in ems."""

_EMS = {character: width for width, characters in WIDTHS.items() for character in characters}


def text_width(text: str, size: float) -> float:
    """How wide `text` will be at most, in the unit of `size`."""
    return size * sum(_EMS.get(character, _ORDINARY) for character in text)


def wrapped(text: str, size: float, width: float) -> tuple[str, ...]:
    """Lines of `text` that each fit `width`. A single word that is too wide is broken rather than left to stick out."""
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

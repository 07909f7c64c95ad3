"""Part the typeface of pages into the letters that nearly every page has, and the rest, which only pages that need it fetch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

PARTED = "fonts/public-sans-"
"""How the address of a part begins in the style sheet. Its letters are the `unicode-range` beside it there."""

_FACE = re.compile(r"@font-face\{[^}]*\}")
_ADDRESS = re.compile(rf"url\(\"?({re.escape(PARTED)}[a-z-]+\.woff2)")
_RANGE = re.compile(r"unicode-range:([^;}]+)")


def part_typeface(style: Path, whole: Path) -> None:
    """Write the parts of a typeface that a finished style sheet names, beside it. `whole` is the file with all their letters."""
    for address, letters in _parts(style.read_text(encoding="utf-8")):
        target = style.parent / address
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_part(whole, letters, target)


def _parts(style: str) -> Iterator[tuple[str, set[int]]]:
    """The address of each part, and its letters."""
    for face in _FACE.findall(style):
        if address := _ADDRESS.search(face):
            yield address[1], letters_in(_RANGE.findall(face)[0])


def letters_in(ranges: str) -> set[int]:
    """The letters of a `unicode-range`, such as `U+20-7E,U+A3`."""
    ends = (one.strip().upper().removeprefix("U+").partition("-") for one in ranges.split(","))
    return {letter for first, _, last in ends for letter in range(int(first, 16), int(last or first, 16) + 1)}


def _write_part(whole: Path, letters: set[int], target: Path) -> None:
    from fontTools import subset  # type: ignore[import-untyped]

    options = subset.Options(flavor="woff2")
    with subset.load_font(str(whole), options) as font:
        cut = subset.Subsetter(options)
        cut.populate(unicodes=letters)
        cut.subset(font)
        subset.save_font(font, str(target), options)

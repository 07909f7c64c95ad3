"""Pages that are painted once, however many packs they are in.

Painting a page gives the same bytes each time, but for the numbers of its marked content, which count on from what stands on the sheet
before it. WeasyPrint has no way to paint once, so this holds what its stream holds; the tests say so when that changes.
"""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass
from typing import Any

import pydyf  # type: ignore[import-untyped]
from weasyprint.document import Page
from weasyprint.formatting_structure.boxes import ReplacedBox
from weasyprint.pdf.fonts import Font
from weasyprint.pdf.stream import Stream

OF_ITS_OWN = ("XObject", "Pattern", "Shading")
"""Resources that are named by their turn in a file. A page with any, such as a picture, is painted anew for each."""


_NUMBER = re.compile(rb"(?<=<</MCID )\d+(?=>>\s*BDC)")
"""The number of marked content, as WeasyPrint writes it."""


@dataclass(frozen=True)
class Painted:
    """What painting a page puts into a file: the code, the boxes that are marked in it by their numbers, fonts, and opacities."""

    code: bytes
    marks: tuple[tuple[object, str], ...]
    fonts: dict[int, Font]
    opacities: pydyf.Dictionary

    def onto(self, stream: Stream) -> None:
        """Put it on a page, after what is there."""
        first = len(stream._tags)
        code = _NUMBER.sub(lambda number: b"%d" % (first + int(number[0])), self.code) if first else self.code
        stream.stream.append(code)
        stream._tags |= {box: {"tag": tag, "mcid": number} for number, (box, tag) in enumerate(self.marks, first)}
        stream._resources["ExtGState"].update(self.opacities)
        for key, font in self.fonts.items():
            _use(stream._fonts, key, font)


class Layer(Page):  # type: ignore[misc]
    """A page that remembers how it is painted."""

    def __init__(self, page: Page) -> None:
        """Remember for `page`, which nobody may change."""
        self.__dict__ |= page.__dict__
        self._pictured = any(isinstance(box, ReplacedBox) for box in page._page_box.descendants())
        self._painted: Painted | None = None

    def paint(self, stream: Stream, scale: float = 1) -> None:
        """Paint it onto a page of a file."""
        painted = None if self._pictured else self._painted or self._tried(stream, scale)
        if painted:
            painted.onto(stream)
        else:
            super().paint(stream, scale)

    def _tried(self, stream: Stream, scale: float) -> Painted | None:
        resources: dict[str, Any] = {name: pydyf.Dictionary() for name in ("ExtGState", *OF_ITS_OWN)}
        resources["ColorSpace"] = stream._resources["ColorSpace"]
        apart = stream.clone(
            fonts={}, resources=resources, tags={}, color_profiles=stream._color_profiles, output_intent=stream._output_intent
        )
        super().paint(apart, scale)
        if not any(resources[name] for name in OF_ITS_OWN) and all(name[0] in "aA" for name in resources["ExtGState"]):
            marks = tuple((box, mark["tag"]) for box, mark in apart._tags.items())
            code = apart.data.partition(b"stream\n")[2].removesuffix(b"\nendstream")
            self._painted = Painted(code, marks, apart._fonts, resources["ExtGState"])
        return self._painted


def _use(fonts: dict[int, Font], key: int, font: Font) -> None:
    """Note the glyphs of a font that a page shows. What a file says of a glyph is what its first page says of it."""
    if key not in fonts:
        fonts[key] = copy(font)
        fonts[key].widths, fonts[key].to_unicode, fonts[key].missing = {}, {}, {}
    fonts[key].widths = {**font.widths, **fonts[key].widths}
    fonts[key].to_unicode = {**font.to_unicode, **fonts[key].to_unicode}

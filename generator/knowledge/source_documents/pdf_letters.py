"""Read where the letters, ruled lines and pictures of a PDF page are."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from generator.knowledge.source_documents.pdf_drawings import MOST_POINTS, RuledLine, TurnedPage, rules_of
from generator.knowledge.source_documents.pdf_marks import UNMARKED, PageMarks

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

MOST_LETTERS = 100_000
"""Letters of a page that are read. A dense page has some six thousand."""

_DOT = 8.0
"""Points that the mark of a list is wide and high at most."""

_BOLD = 600
"""The weight from which on letters are bold."""

_BOLD_NAME = re.compile(rb"bold|black|heavy|semibd|demi", re.IGNORECASE)
"""In the names of bold fonts: programs that embed a part of a font leave its weight out."""

_LONGEST_NAME = 200

LINE_END_HYPHENS = "\x02\ufffe"
"""What the library gives for a hyphen at the end of a line."""


@dataclass(frozen=True)
class Letter:
    """A letter and its box. Points are counted from the bottom left of the page as it is read."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    mark: int = UNMARKED
    """The number that structure tags name it by, if they were asked for."""
    spaced: bool = False
    """Whether the library guesses a space before it."""


@dataclass(frozen=True)
class PageContent:
    """What is on a page."""

    width: float
    height: float
    letters: tuple[Letter, ...]
    rules: tuple[RuledLine, ...]
    dots: tuple[RuledLine, ...]
    """Small drawings, as browsers draw the marks of lists."""
    pictures: int
    shapes: int
    """How many drawings there are: the letters of some files are only drawn."""
    cut: bool = False
    """Whether there were more letters than are read."""

    @cached_property
    def upright(self) -> list[RuledLine]:
        """The upright lines, from left to right."""
        return sorted((rule for rule in self.rules if rule.upright), key=lambda rule: rule.left)


def page_content(page: PdfPage, *, marked: bool = False) -> PageContent:
    """The letters of a page in the order in which they were written, with their marks if it is `marked`, and its ruled lines."""
    width, height = page.get_size()
    turned = TurnedPage(page.get_rotation(), width, height)
    textpage = page.get_textpage()
    count = textpage.count_chars()
    letters = tuple(_letters(textpage, min(count, MOST_LETTERS), turned, PageMarks(page, textpage) if marked else None))
    pictures, shapes = 0, 0
    rules: list[RuledLine] = []
    dots: list[RuledLine] = []
    points = 0
    for thing in page.get_objects(max_depth=2):
        if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        elif thing.type == pdfium.FPDF_PAGEOBJ_PATH:
            shapes += 1
            points += pdfium.FPDFPath_CountSegments(thing)
            if points < MOST_POINTS and thing.level == 0:
                left, bottom, right, top = thing.get_bounds()
                box = turned.rule([left, right], [bottom, top])
                if max(box.right - box.left, box.top - box.bottom) <= _DOT:
                    dots.append(box)
                else:
                    rules += rules_of(thing.raw, turned)
    return PageContent(width, height, letters, tuple(rules), tuple(dots), pictures, shapes, count > MOST_LETTERS)


def _letters(textpage: PdfTextPage, count: int, turned: TurnedPage, marks: PageMarks | None) -> Iterator[Letter]:
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    spaced = False
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(textpage, at)
        hyphen = pdfium.FPDFText_IsHyphen(textpage, at) == 1 or chr(code) in LINE_END_HYPHENS
        if pdfium.FPDFText_IsGenerated(textpage, at) == 1 and not hyphen:
            spaced = True
            continue
        pdfium.FPDFText_GetCharOrigin(textpage, at, x, y)
        pdfium.FPDFText_GetLooseCharBox(textpage, at, box)
        pdfium.FPDFText_GetMatrix(textpage, at, matrix)
        scale = math.hypot(matrix.b, matrix.d) or 1.0
        size = abs(pdfium.FPDFText_GetFontSize(textpage, at) * scale) or 1.0
        seen = turned.rule([box.left, box.right], [box.bottom, box.top])
        text = "\x02" if hyphen else chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        bold = _is_bold(textpage, at)
        mark = marks.of(at) if marks else UNMARKED
        yield Letter(text, seen.left, seen.right, turned.point(x.value, y.value)[1], size, bold, mark, spaced)
        spaced = False


def _is_bold(textpage: PdfTextPage, at: int) -> bool:
    """Whether a letter is bold, by the weight of its font or by its name."""
    if pdfium.FPDFText_GetFontWeight(textpage, at) >= _BOLD:
        return True
    name, flags = ctypes.create_string_buffer(_LONGEST_NAME), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, at, name, _LONGEST_NAME, flags)
    return bool(_BOLD_NAME.search(name.value))

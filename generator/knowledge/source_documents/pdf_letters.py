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

from generator.knowledge.source_documents.pdf_marks import UNMARKED, PageMarks

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

MOST_LETTERS = 100_000
"""Letters of a page that are read. A dense page has some six thousand."""

_MOST_POINTS = 50_000
"""Points of a page’s lines that are looked at."""

_THIN, _SHORT = 3.0, 6.0
"""Points that a ruled line is at most wide, and at least long."""

_DOT = 8.0
"""Points that the mark of a list is wide and high at most."""

_EDGE = 0.5
"""Points by which a side may lie outside of the part that shows."""

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
class RuledLine:
    """A ruled line, or the side of a box."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def upright(self) -> bool:
        """Whether it goes up and down."""
        return self.top - self.bottom > self.right - self.left


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
    turned = _Turned(page.get_rotation(), width, height)
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
            if points < _MOST_POINTS and thing.level == 0:
                left, bottom, right, top = thing.get_bounds()
                box = turned.rule([left, right], [bottom, top])
                if max(box.right - box.left, box.top - box.bottom) <= _DOT:
                    dots.append(box)
                else:
                    rules += _rules(thing.raw, turned)
    return PageContent(width, height, letters, tuple(rules), tuple(dots), pictures, shapes, count > MOST_LETTERS)


@dataclass(frozen=True)
class _Turned:
    """How the page is turned for its readers, in quarters."""

    degrees: int
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where readers see a point."""
        if self.degrees == 90:
            return y, self.height - x
        if self.degrees == 180:
            return self.width - x, self.height - y
        if self.degrees == 270:
            return self.width - y, x
        return x, y

    def rule(self, xs: list[float], ys: list[float]) -> RuledLine:
        """The box of points as readers see it."""
        points = [self.point(x, y) for x, y in zip(xs, ys, strict=True)]
        across, up = [x for x, _ in points], [y for _, y in points]
        return RuledLine(min(across), max(across), min(up), max(up))


def _letters(textpage: PdfTextPage, count: int, turned: _Turned, marks: PageMarks | None) -> Iterator[Letter]:
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


def _rules(path: pdfium.FPDF_PAGEOBJECT, turned: _Turned) -> Iterator[RuledLine]:
    """The ruled lines of a drawing: thin parts, and the four sides of boxes."""
    matrix, filled, stroked = pdfium.FS_MATRIX(), ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, filled, stroked)
    if not (filled.value or stroked.value):
        return  # it only cuts off what is drawn over it
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    shown = _shown(path, turned)
    for rule in _sides(path, matrix, turned):
        left, right = max(rule.left, shown.left), min(rule.right, shown.right)
        bottom, top = max(rule.bottom, shown.bottom), min(rule.top, shown.top)
        if right >= left and top >= bottom and max(right - left, top - bottom) >= _SHORT:
            yield RuledLine(left, right, bottom, top)


def _shown(path: pdfium.FPDF_PAGEOBJECT, turned: _Turned) -> RuledLine:
    """The part of the page where a drawing shows: programs draw a whole frame, and let one side of it show."""
    x, y = ctypes.c_float(), ctypes.c_float()
    left, right, bottom, top = -math.inf, math.inf, -math.inf, math.inf
    clips = pdfium.FPDFPageObj_GetClipPath(path)
    for clip in range(max(0, pdfium.FPDFClipPath_CountPaths(clips))):
        xs: list[float] = []
        ys: list[float] = []
        for at in range(min(pdfium.FPDFClipPath_CountPathSegments(clips, clip), _MOST_POINTS)):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clips, clip, at), x, y)
            xs.append(x.value)
            ys.append(y.value)
        if xs:
            box = turned.rule(xs, ys)
            left, right = max(left, box.left - _EDGE), min(right, box.right + _EDGE)
            bottom, top = max(bottom, box.bottom - _EDGE), min(top, box.top + _EDGE)
    return RuledLine(left, right, bottom, top)


def _sides(path: pdfium.FPDF_PAGEOBJECT, matrix: pdfium.FS_MATRIX, turned: _Turned) -> Iterator[RuledLine]:
    for xs, ys in _parts(path, matrix):
        box = turned.rule(xs, ys)
        wide, high = box.right - box.left, box.top - box.bottom
        if max(wide, high) < _SHORT:
            continue
        if min(wide, high) <= _THIN:
            yield box
        elif len(xs) in (4, 5):
            yield RuledLine(box.left, box.left, box.bottom, box.top)
            yield RuledLine(box.right, box.right, box.bottom, box.top)
            yield RuledLine(box.left, box.right, box.bottom, box.bottom)
            yield RuledLine(box.left, box.right, box.top, box.top)


def _parts(path: pdfium.FPDF_PAGEOBJECT, matrix: pdfium.FS_MATRIX) -> Iterator[tuple[list[float], list[float]]]:
    """The points of each stroke of a drawing, on the page."""
    x, y = ctypes.c_float(), ctypes.c_float()
    xs: list[float] = []
    ys: list[float] = []
    for at in range(min(pdfium.FPDFPath_CountSegments(path), _MOST_POINTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and xs:
            yield xs, ys
            xs, ys = [], []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        xs.append(matrix.a * x.value + matrix.c * y.value + matrix.e)
        ys.append(matrix.b * x.value + matrix.d * y.value + matrix.f)
    if xs:
        yield xs, ys

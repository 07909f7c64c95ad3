"""Find the ruled lines of a PDF page in its drawings."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

MOST_POINTS = 50_000
"""Points of a page’s lines that are looked at."""

_THIN, _SHORT = 3.0, 6.0
"""Points that a ruled line is at most wide, and at least long."""

_EDGE = 0.5
"""Points by which a side may lie outside of the part that shows."""


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
class TurnedPage:
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


def rules_of(path: pdfium.FPDF_PAGEOBJECT, turned: TurnedPage) -> Iterator[RuledLine]:
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


def _shown(path: pdfium.FPDF_PAGEOBJECT, turned: TurnedPage) -> RuledLine:
    """The part of the page where a drawing shows: programs draw a whole frame, and let one side of it show."""
    x, y = ctypes.c_float(), ctypes.c_float()
    left, right, bottom, top = -math.inf, math.inf, -math.inf, math.inf
    clips = pdfium.FPDFPageObj_GetClipPath(path)
    for clip in range(max(0, pdfium.FPDFClipPath_CountPaths(clips))):
        xs: list[float] = []
        ys: list[float] = []
        for at in range(min(pdfium.FPDFClipPath_CountPathSegments(clips, clip), MOST_POINTS)):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clips, clip, at), x, y)
            xs.append(x.value)
            ys.append(y.value)
        if xs:
            box = turned.rule(xs, ys)
            left, right = max(left, box.left - _EDGE), min(right, box.right + _EDGE)
            bottom, top = max(bottom, box.bottom - _EDGE), min(top, box.top + _EDGE)
    return RuledLine(left, right, bottom, top)


def _sides(path: pdfium.FPDF_PAGEOBJECT, matrix: pdfium.FS_MATRIX, turned: TurnedPage) -> Iterator[RuledLine]:
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
    for at in range(min(pdfium.FPDFPath_CountSegments(path), MOST_POINTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and xs:
            yield xs, ys
            xs, ys = [], []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        xs.append(matrix.a * x.value + matrix.c * y.value + matrix.e)
        ys.append(matrix.b * x.value + matrix.d * y.value + matrix.f)
    if xs:
        yield xs, ys

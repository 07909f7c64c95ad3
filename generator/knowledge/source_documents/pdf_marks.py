"""Tell the mark of each letter of a PDF page: the number that structure tags name it by, or that it is no part of the text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

UNMARKED, ARTIFACT = -1, -2
"""The mark of a letter that has none, and of one that is no part of the text: running heads and feet, say."""

_MOST_THINGS = 200_000
"""Things on a page that are looked at."""

_DEEPEST = 8
"""Drawings inside drawings."""

_MOST_MARKS = 20
"""Marks of a thing, one inside another."""

_LONGEST_NAME = 64


class PageMarks:
    """The marks of the letters of a page."""

    def __init__(self, page: PdfPage, textpage: PdfTextPage) -> None:
        self._textpage = textpage
        self._left = _MOST_THINGS
        self._of_texts = dict(self._texts(page))

    def of(self, at: int) -> int:
        """The mark of a letter, by its place among those of the page. What stands too deep has none."""
        return self._of_texts.get(_address(pdfium.FPDFText_GetTextObject(self._textpage, at)), UNMARKED)

    def _texts(self, page: PdfPage) -> Iterator[tuple[int, int]]:
        """Each text of the page by its address, with its mark."""
        for at in range(pdfium.FPDFPage_CountObjects(page)):
            thing = pdfium.FPDFPage_GetObject(page, at)
            yield from self._inside(thing, _mark_of(thing), 0)

    def _inside(self, thing: pdfium.FPDF_PAGEOBJECT, mark: int, depth: int) -> Iterator[tuple[int, int]]:
        """The texts of a thing. Those of a drawing inside the page have its mark: the numbers of their own count from 0 again."""
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            return
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield _address(thing), mark
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            for at in range(max(0, pdfium.FPDFFormObj_CountObjects(thing))):
                inner = pdfium.FPDFFormObj_GetObject(thing, at)
                yield from self._inside(inner, ARTIFACT if _mark_of(inner) == ARTIFACT else mark, depth + 1)


def _address(thing: pdfium.FPDF_PAGEOBJECT) -> int:
    return ctypes.cast(thing, ctypes.c_void_p).value or 0


def _mark_of(thing: pdfium.FPDF_PAGEOBJECT) -> int:
    number = int(pdfium.FPDFPageObj_GetMarkedContentID(thing))
    if number >= 0:
        return number
    marks = range(min(max(0, pdfium.FPDFPageObj_CountMarks(thing)), _MOST_MARKS))
    return ARTIFACT if any(_name_of(pdfium.FPDFPageObj_GetMark(thing, at)) == "Artifact" for at in marks) else UNMARKED


def _name_of(mark: pdfium.FPDF_PAGEOBJECTMARK) -> str:
    length, name = ctypes.c_ulong(), (ctypes.c_ushort * _LONGEST_NAME)()
    if not pdfium.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length) or length.value > ctypes.sizeof(name):
        return ""
    return bytes(name)[: length.value].decode("utf-16-le", "replace").rstrip("\0")

"""Marked content on the pages: what is an artifact, and what a label says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pikepdf import Array, Dictionary, Object, Pdf

_MARK = re.compile(rb"/\w+\s*<</MCID (\d+)>>\s*BDC")
"""How WeasyPrint opens marked content. Text is written in hexadecimal, so no words can look like this."""

GLYPHS = re.compile(rb"<([0-9a-f]+)>")

ARTIFACT = b"/Artifact\n<</Type /Pagination>>\nBDC"
"""Content that belongs to the page and not to the document: running heads, and the repeated header of a table."""


def make_artifacts(pdf: Pdf, reached: Iterable[Object]) -> None:
    """Turn marked content that no element in `reached` holds into artifacts."""
    known = {element.objgen for element in reached}
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    owners = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
    for page in pdf.pages:
        owned = owners[int(page.obj.StructParents)]
        lost = {i for i, element in enumerate(owned) if element is not None and element.objgen not in known}
        for i in lost:
            owned[i] = None
        data = page.Contents.read_bytes()
        marked = _MARK.sub(lambda m, lost=lost: ARTIFACT if int(m[1]) in lost else m[0], data)  # type: ignore[misc]
        page.Contents.write(marked)


def labels(pdf: Pdf, found: Sequence[Object]) -> dict[tuple[int, int], bytes]:
    """What each label of a list shows, as the glyphs of its font: enough to tell bullets from numbers. By the label's own object."""
    pages = {page.obj.objgen: _glyphs(page.Contents.read_bytes()) for page in pdf.pages}
    said = {}
    for element in found:
        marks = element.K if isinstance(element.get("/K"), Array) else [element.K]
        shown = pages[element.Pg.objgen]
        said[_owner(element)] = b"".join(shown.get(int(mark), b"") for mark in marks if not isinstance(mark, Dictionary))
    return said


def _owner(element: Object) -> tuple[int, int]:
    """The label that holds this piece of text."""
    parent = element.P
    return parent.objgen if str(parent.S) == "/Lbl" else element.objgen


def _glyphs(data: bytes) -> dict[int, bytes]:
    marks = list(_MARK.finditer(data))
    return {int(m[1]): b"".join(GLYPHS.findall(data[m.end() : data.find(b"EMC", m.end())])) for m in marks}

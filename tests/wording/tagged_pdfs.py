"""Small PDFs with structure tags, as Word, LibreOffice and Chromium write them, and as nobody should."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

Tag = tuple[str, Sequence["Tag | int | tuple[int, int]"]]
"""A kind, and what is inside: tags, and marks, which may be of another page as `(page, mark)`."""


@dataclass(frozen=True)
class Words:
    """Words at a place of a page, counted from its top left, with their mark."""

    text: str
    left: float = 60
    down: float = 60
    mark: int | str | None = None
    """Its number; `Artifact`; or none."""


Spoil = Callable[[pikepdf.Pdf, pikepdf.Object], object]


def tagged_pdf(pages: list[list[Words]], tree: Sequence[Tag], spoil: Spoil | None = None) -> bytes:
    """A PDF with pages and tags, which `spoil` may change: it gets the file and the root of its tags."""
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        for words in pages:
            pdf.add_blank_page(page_size=(595, 842))
            page = pdf.pages[-1]
            page.obj.Contents = pdf.make_stream("\n".join(map(_written, words)).encode("cp1252"))
            font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
            page.obj.Resources = Dictionary(Font=Dictionary(F=font))
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = Array([_tag(pdf, ("Document", tree), 0)])
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        if spoil:
            spoil(pdf, root)
        pdf.save(made)
    return made.getvalue()


def _written(words: Words) -> str:
    text = words.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    shown = f"BT /F 11 Tf 1 0 0 1 {words.left} {842 - words.down} Tm ({text}) Tj ET"
    begin = "" if words.mark is None else "/Artifact BMC " if words.mark == "Artifact" else f"/P <</MCID {words.mark}>> BDC "
    return begin + shown + (" EMC" if begin else "")


def _tag(pdf: pikepdf.Pdf, tag: Tag, page: int) -> pikepdf.Object:
    kind, inside = tag
    kids: list[Any] = []
    for one in inside:
        if isinstance(one, int):
            kids.append(one)
        elif isinstance(one[0], int):
            kids.append(Dictionary(Type=Name.MCR, Pg=pdf.pages[one[0]].obj, MCID=one[1]))
        else:
            kids.append(_tag(pdf, one, page))
    return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), Pg=pdf.pages[page].obj, K=Array(kids)))


def numbered(words: list[Words]) -> Iterator[Words]:
    """Words with marks from 0 on."""
    return (Words(one.text, one.left, one.down, number) for number, one in enumerate(words))

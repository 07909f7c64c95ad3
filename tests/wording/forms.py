"""One document in every form that people bring: what it says is given once, as headings, paragraphs, items and rows of tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from html import escape

import docx
import weasyprint

Piece = tuple[str, str] | tuple[str, Sequence[Sequence[str]]]
"""`h`, `p` or `li` and a text, or `table` and its rows."""


def flat(pieces: Sequence[Piece]) -> list[tuple[str, str]]:
    """The texts one after the other, cells too."""
    found: list[tuple[str, str]] = []
    for kind, said in pieces:
        found += [(kind, said)] if isinstance(said, str) else [("cell", cell) for row in said for cell in row]
    return found


def as_docx(pieces: Sequence[Piece]) -> bytes:
    document = docx.Document()
    for kind, said in pieces:
        if isinstance(said, str):
            document.add_paragraph(said, style={"h": "Heading 1", "p": None, "li": "List Bullet"}[kind])
            continue
        table = document.add_table(rows=len(said), cols=len(said[0]))
        for row, cells in zip(table.rows, said, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def as_page(pieces: Sequence[Piece], style: str = "") -> str:
    body = ""
    for kind, said in pieces:
        if isinstance(said, str):
            body += {"h": "<h2>{}</h2>", "p": "<p>{}</p>", "li": "<ul><li>{}</li></ul>"}[kind].format(escape(said))
        else:
            body += "<table>" + "".join("<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in said) + "</table>"
    return f"<!doctype html><html lang=en-GB><meta charset=utf-8><style>{style}</style><body>{body}</html>"


NARROW = "@page { size: A4; margin: 2cm } td { border: 1px solid; width: 33%; vertical-align: top } table { width: 100% } ul { margin: 0 }"
COLUMNS = (
    "@page { size: A4; margin: 2cm } body { columns: 2; hyphens: auto; text-align: justify; font: 10pt serif }"
    " td { padding: 0 8pt 6pt 0; text-align: left; hyphens: manual; vertical-align: top }"
)


def as_narrow_pdf(pieces: Sequence[Piece]) -> bytes:
    return weasyprint.HTML(string=as_page(pieces, NARROW)).write_pdf() or b""


def as_columns_pdf(pieces: Sequence[Piece]) -> bytes:
    """Two narrow columns, justified, with hyphens: no cell has a line round it."""
    return weasyprint.HTML(string=as_page(pieces, COLUMNS)).write_pdf() or b""


def as_web(pieces: Sequence[Piece]) -> bytes:
    return as_page(pieces).encode()


def as_rtf(pieces: Sequence[Piece]) -> bytes:
    def said(text: str) -> str:
        return "".join(c if c.isascii() and c not in "\\{}" else f"\\u{ord(c)}?" for c in text)

    lines = [said(text) + ("\\cell " if kind == "cell" else "\\par ") for kind, text in flat(pieces)]
    head = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s1 Heading 1;}}\\pard "
    return (head + "\n".join(lines) + "}").encode("ascii")


def as_odt(pieces: Sequence[Piece]) -> bytes:
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = "".join(f"<text:p>{escape(text)}</text:p>" for _, text in flat(pieces))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", f"<office:document-content {names}><office:body>{body}</office:body></office:document-content>")
    return made.getvalue()


def as_text(pieces: Sequence[Piece]) -> bytes:
    return "\n\n".join(f"- {text}" if kind == "li" else text for kind, text in flat(pieces)).encode()


FORMS: dict[str, Callable[[Sequence[Piece]], bytes]] = {
    "docx": as_docx, "narrow cells": as_narrow_pdf, "two columns": as_columns_pdf, "web": as_web, "rtf": as_rtf, "odt": as_odt,
    "text": as_text,
}  # fmt: skip

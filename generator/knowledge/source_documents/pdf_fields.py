"""Read what was filled in to a PDF: the values of form fields, text that was typed over the page. Comments are counted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

_MOST_NOTES = 5_000
"""Fields and comments of a document that are looked at."""

PDF_DAMAGE = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RuntimeError, NotImplementedError)
"""What its library raises for a file that is damaged."""

_COMMENTS = frozenset({"/Text", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Ink", "/Stamp"})
_DEEPEST = 20
"""Fields inside fields."""


@dataclass
class FormNotes:
    """What stands on the pages beside their text."""

    fields: list[tuple[str, str]] = field(default_factory=list)
    """Where a value is, and the value."""
    comments: int = 0


def notes_of(content: bytes) -> FormNotes:
    """The values and comments of a PDF. A file that this library does not open has none."""
    notes = FormNotes()
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            for number, note in _annotations(pdf):
                _take(note, number, notes)
    except PDF_DAMAGE:
        pass  # the pages were read; a damaged form is left out
    return notes


def _annotations(pdf: pikepdf.Pdf) -> Iterator[tuple[int, pikepdf.Object]]:
    left = _MOST_NOTES
    for number, page in enumerate(pdf.pages, 1):
        for note in page.get("/Annots", ()):
            left -= 1
            if left < 0:
                return
            yield number, note


def _take(note: pikepdf.Object, number: int, notes: FormNotes) -> None:
    kind = str(note.get("/Subtype", ""))
    if kind == "/Widget":
        name, value = _inherited(note, "/T"), _inherited(note, "/V")
        if _inherited(note, "/FT") in ("/Tx", "/Ch") and value.strip():
            entry = (f"page {number}, form field" + (f" ‘{name}’" if name else ""), value)
            if entry not in notes.fields[-50:]:
                notes.fields.append(entry)
    elif kind == "/FreeText":
        if str(note.get("/Contents", "")).strip():
            notes.fields.append((f"page {number}, text box", str(note["/Contents"])))
    elif kind in _COMMENTS and str(note.get("/Contents", "")).strip():
        notes.comments += 1


def _inherited(note: pikepdf.Object, key: str) -> str:
    """What a field or one of the fields around it says."""
    for _ in range(_DEEPEST):
        if key in note:
            value = note[key]
            return ", ".join(map(str, value)) if isinstance(value, pikepdf.Array) else str(value)
        if "/Parent" not in note:
            return ""
        note = note["/Parent"]
    return ""

"""Read existing documents as text with places: plain text, Word and PDF. The files are untrusted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.knowledge.source_documents.blocks import Block, SourceDocument, SourceLine, blocks_of, within_limits
from generator.knowledge.source_documents.pdf import pdf_lines
from generator.knowledge.source_documents.plain import plain_lines
from generator.knowledge.source_documents.reading import Reading
from generator.knowledge.source_documents.refusing import document_refused
from generator.knowledge.source_documents.word import word_lines

__all__ = ["Block", "SourceDocument", "read_manuscript"]

_LARGEST = 20_000_000
"""Maximum size of a document in bytes. A job pack has under one million."""

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_manuscript(path: Path, name: str) -> SourceDocument:
    """The text of a document, which messages call `name`.

    Raises Stopped, with the reason in plain words, for a document that is broken, locked, empty, too large or of another kind.
    """
    try:
        if not path.is_file():
            raise document_refused("document-unreadable", name, reason="there is no such file" if not path.exists() else "it is not a file")
        if path.stat().st_size > _LARGEST:
            raise document_refused("document-too-large", name, size=f"{path.stat().st_size / 1e6:.0f} MB", limit=f"{_LARGEST // 10**6} MB")
        content = path.read_bytes()
    except OSError as error:
        raise document_refused("document-unreadable", name, reason=error.strerror or "no reason given") from None
    if content.startswith(_OLD_WORD):
        raise document_refused("document-locked", name)
    reading = Reading()
    found = blocks_of(within_limits(_lines(content, name, reading), reading.unread))
    if not found:
        raise document_refused("document-empty", name)
    return SourceDocument(name, tuple(found), tuple(reading.unread), reading.kind, reading.pages, reading.read_pages)


def _lines(content: bytes, name: str, reading: Reading) -> Iterable[SourceLine]:
    """The lines of a document of any kind. What a reader leaves out is told in `reading`."""
    if content.startswith(b"PK\x03\x04"):
        reading.kind = "Word file"
        return word_lines(content, name, reading.unread)
    if b"%PDF-" in content[:1024]:
        reading.kind = "PDF"
        return pdf_lines(content, name, reading)
    return plain_lines(content, name)
